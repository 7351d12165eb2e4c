"""Names that the reader cut in two: at a bracket, behind their first word, behind "of".

In:   the names of a report as they were read; the tree of a sentence and the spans of its names.
Out:  the same, each such name one span.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.claim.model import MentionKind
from dateline.claim.tree import Tree
from dateline.sentence.reading import Name

PAPERS: Final = frozenset(
    {"Act", "Bill", "Regulations", "Regulation", "Order", "Law", "Rules", "Ordinance", "Directive"}
)
BRACKETED: Final = 8  # words between the bracket that opens in such a name and the word behind it
_MINOR: Final = "of for the and de du des la le les to in on a an et y"
MINOR: Final = frozenset(_MINOR.split())
STATE: Final = re.compile(
    r"\b(?:Republic|Kingdom|Emirates?|States|Federation|Union|Commonwealth|Principality|Sultanate|Duchy)\b"
    r"(?: of(?: the)?)?$"
)


def whole_names(t: Tree, spans: list[tuple[int, int, MentionKind]]) -> list[tuple[int, int, MentionKind]]:
    """ "Arkadi Josef Komar Jr." is one name, where the reader saw a person in its first word and one in the rest."""
    out: list[tuple[int, int, MentionKind]] = []
    for first, last, kind in sorted(spans):
        before = out[-1] if out else None
        beside = before is not None and before[1] == first - 1 and before[2] == kind == "person"
        if before is not None and beside and t.rel(first) == "flat" and before[0] <= (t.up(first) or 0) < first:
            out[-1] = (before[0], last, kind)
        else:
            out.append((first, last, kind))
    return out


def with_brackets(
    t: Tree, spans: list[tuple[int, int, MentionKind]], taken: set[int]
) -> list[tuple[int, int, MentionKind]]:
    """ "The Pilots (Licensing) Act" is one name, whatever the brackets part it into."""
    for end in [i for i in range(3, len(t.tokens)) if t.tokens[i].text in PAPERS and t.tokens[i - 1].text == ")"]:
        opens = next((k for k in range(end - 2, max(0, end - BRACKETED), -1) if t.tokens[k].text == "("), None)
        first = opens
        while first and (t.tokens[first - 1].text[:1].isupper() or t.tokens[first - 1].text in MINOR):
            first -= 1
        while first is not None and opens is not None and first < opens and t.low[first] in MINOR:
            first += 1
        if opens is None or first is None or first == opens:
            continue
        spans = [s for s in spans if s[1] < first or s[0] > end]
        spans.append((first, end, "misc"))
        taken.update(range(first, end + 1))
    return spans


def rejoined(names: Sequence[Name], text: str) -> list[Name]:
    """The names by place, the longer first; those that were cut behind "of" are whole again.

    >>> told = "Kingdom of Saudi Arabia"
    >>> [n.text for n in rejoined([Name(0, 10, told[:10], "place"), Name(11, 23, told[11:], "place")], told)]
    ['Kingdom of Saudi Arabia']
    """
    out: list[Name] = []
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        first = out[-1] if out else None
        if first is not None and _is_cut(first, name, text):
            kind = "place" if STATE.search(first.text) else first.kind
            out[-1] = Name(first.start, name.end, text[first.start : name.end], kind)
        else:
            out.append(name)
    return out


def _is_cut(first: Name, second: Name, text: str) -> bool:
    """ "Kingdom of" and "Saudi Arabia", "Islamic Republic" and "Iran" behind "of"."""
    between = text[first.end : second.start]
    if first.text.endswith((" of", " of the")):
        return between in (" ", " the ")
    return STATE.search(first.text) is not None and second.kind == "place" and between in (" of ", " of the ")
