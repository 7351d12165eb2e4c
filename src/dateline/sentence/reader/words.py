"""Cuts a line of text into words as Universal Dependencies' English Web Treebank writes them.

In:   a line of text.
Out:  words as [start, end) of the line; every character that is not white space stands in exactly one word.
Room: sentence. Training and run time both cut with this file, so that the encoder meets the words it was taught.
"""

from __future__ import annotations

import re
from typing import Final

Span = tuple[int, int]

MAX_WORD: Final = 200  # characters; a longer run (a base64 blob) is cut, so that no word is unbounded

# Abbreviations that keep their full stop. "Gen. Tchiani" is two words, "in general." three.
ABBREVIATIONS: Final = (
    "Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Maj|Capt|Cmdr|Adm|Sen|Rep|Gov|Pres|Rev|Hon|St|Ste|Jr|Sr|Messrs|Brig|Cpl|Pvt"
    "|Supt|Inc|Corp|Co|Ltd|Bros|Assn|Dept|Univ|Ave|Blvd|vs|etc|al|approx|est|vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept"
    "|Sep|Oct|Nov|Dec|Tue|Tues|Wed|Thu|Thurs|Fri|Calif|Conn|Va|Ala|Ariz|Colo|Fla|Ga|Md|Mich|Minn|Mont|Neb|Nev"
    "|Okla|Tenn|Tex|Vt|Wis|Wyo"
)

PATTERN: Final = re.compile(
    r"""
      (?P<plain>[a-z]{1,60}(?=[ ,]))  # most words: none of the ways below but the one of words would take them
    | (?P<url>(?:https?://|www\.)[^\s<>"')\]]{1,190})
    | (?P<mail>[A-Za-z0-9_.+-]{1,60}@[A-Za-z0-9-]{1,60}\.[A-Za-z0-9.-]{1,60}\b)
    | (?P<dotted>(?:[^\W\d_]\.){2,9}(?:[^\W\d_](?![^\W_]))?)
    | (?P<initial>\b[A-Z]\.(?=\s+[A-Z]))
    | (?P<abbreviation>\b(?:ABBREVIATIONS)\.(?=\s*+[^\s"'”’)])|\b(?:Inc|Corp|Co|Ltd|Jr|Sr)\.|\bNos?\.(?=\s?\d))
    | (?P<phone>\b\d{3}-\d{3}-\d{4}\b|\b\d-\d{3}-\d{3}-\d{4}\b)
    | (?P<number>\d+(?:[.,:/]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W_]))?|(?<![\w.])\.\d++)
    | (?P<prefixed>\b(?:[Ee]-mails?|[Cc]o-[a-z]++|[Ee]x-[a-z]++)\b)
    | (?P<word>[^\W\d_](?:[^\W_]|[\u0300-\u036f])*(?:['’][^\W\d_]+)*(?:&[A-Z]+)?)
    | (?P<clitic>['’](?:s|S|re|ve|ll|d|m|t|em|cause|RE|VE|LL|D|M)\b)
    | (?P<year>['’]\d\ds?\b)
    | (?P<run>\.{2,}|!{2,}|\?{2,}|[?!]{2,}|-{2,}|={2,}|\*{2,}|_{2,}|~{2,}|\#{2,}|\+{2,}|<{2,}|>{2,}|[`]{2}|'{2}
        |’’|‘‘|[:;]-?[()D](?![^\W_]))
    | (?P<other>\S)
    """.replace("ABBREVIATIONS", ABBREVIATIONS),
    re.VERBOSE,
)

# Where a word of letters and apostrophes is cut: "Niger's", "didn't", "cannot", "they'll".
CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m))$", re.IGNORECASE)
FUSED: Final = {"cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "dont": 2, "didnt": 3, "doesnt": 4, "isnt": 2,
                "wasnt": 3, "cant": 2, "wont": 2, "gimme": 3, "lemme": 3, "whats": 4, "thats": 4, "im": 1}  # fmt: skip


def words(line: str) -> list[Span]:
    """The words of a line, in order.

    >>> [ "Niger's junta didn't pay $5m."[s:e] for s, e in words("Niger's junta didn't pay $5m.") ]
    ['Niger', "'s", 'junta', 'did', "n't", 'pay', '$', '5', 'm', '.']
    """
    out: list[Span] = []
    for found in PATTERN.finditer(line):
        start, end = found.span()
        if found.lastgroup == "plain" and found.group() not in FUSED:
            out.append((start, end))
        elif found.lastgroup in ("plain", "word"):
            out += _clitics(line, start, end)
        elif found.lastgroup == "url":
            end = start + len(found.group().rstrip(".,;:!?"))
            out.append((start, end))
            out += [(i, i + 1) for i in range(end, found.end())]
        else:
            out.append((start, end))
    if max((end - start for start, end in out), default=0) <= MAX_WORD:
        return out
    return [piece for span in out for piece in _bounded(span)]


def _clitics(line: str, start: int, end: int) -> list[Span]:
    """Cuts what English writes together: "n't", "'s", "cannot"."""
    word = line[start:end]
    cut = FUSED.get(word.lower())
    if cut:
        return [(start, start + cut), (start + cut, end)]
    tail = CLITIC.search(word)
    if tail and tail.start() > 0:
        return [(start, start + tail.start()), (start + tail.start(), end)]
    return [(start, end)]


def _bounded(span: Span) -> list[Span]:
    start, end = span
    return [(i, min(i + MAX_WORD, end)) for i in range(start, end, MAX_WORD)]
