"""Takes out of a title what it would say twice, and words that only the day of its report gives a meaning.

In:   the Words of a title.
Out:  the same, each part once: "called for halt", not "called for for halt".
Room: claim.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.wording.titles import Words

BY_ITSELF: Final = frozenset({"expire", "lapse"})
NEARBY: Final = word_list("yesterday today tomorrow tonight")  # the line has its day
PARTS_OF_DAY: Final = frozenset({"morning", "afternoon", "evening", "night", "next week", "next month", "next year"})
RELATIVE: Final = re.compile(
    rf"(?:^|\s)(?:(?:on|in|earlier|late|early) )?(?:last|this) "
    rf"(?:week|weekend|month|year|{'|'.join(calendar.day_name)}|{'|'.join(calendar.month_name[1:])})(?![\w'’-])"
)
COMPARED: Final = re.compile(r"(?:^|,? )(?:up|down) from (?:about |some |nearly |just )?[$€£\d](?!.* to \d).*$")
MOVING: Final = frozenset({"rise", "fall", "climb", "grow", "increase", "drop", "jump", "decline", "shrink", "slip"})
WORDLESS: Final = re.compile(
    r"(?<=\w) reading(?:, .*?)?(?= (?:in|on|at|near|outside)\b|$)"
)  # a sign, and not what was on it
HEADED: Final = re.compile(r"\A(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2} ?[-–—] ?")
PRONOUNS: Final = ("his", "her", "its", "their")


def tidy(words: Words, text: str) -> Words:
    """The words, each part once; `text`: the sentence, whose own pronoun stands for an owner named before.

    >>> tidy(Words("US", "call for", "", ("for halt to bloodshed",)), "").objects
    'halt to bloodshed'
    >>> tidy(Words("Government", "lose control", "control of city", ()), "").verb
    'lose'
    """
    if words.verb in BY_ITSELF and not words.actor:  # "the truce was to have expired": nobody expires it
        words = replace(words, actor=words.objects, objects="")
    moves = words.verb.split()[:1] and words.verb.split()[0] in MOVING  # "rose to 237, up from 206"
    compared = (
        None if moves else COMPARED.search(text)
    )  # "up from 900 in March": "from 900" alone would be where they came from
    beside = " ".join(["", *compared[0].strip(" ,").split()[:3]]) if compared is not None else ""
    rest = tuple(r for part in words.rest if (r := _bare(part)) and f" {r}" not in beside)
    actor, objects = (_once(_bare(HEADED.sub("", part)), text) for part in (words.actor, words.objects))
    return _apart(_led(replace(words, actor=actor, objects=objects, rest=rest)))


def _led(words: Words) -> Words:
    """The verb's own preposition once: with what follows it, as its object."""
    verb, _, last = words.verb.rpartition(" ")
    if not verb or not words.actor:
        return words
    if words.objects.split()[:1] == [last]:
        return replace(words, verb=verb)
    led = next((r for r in words.rest if r.startswith(f"{last} ")), None)
    if led is None:
        return words
    if words.objects:
        return replace(words, verb=verb)
    return replace(words, objects=led.removeprefix(f"{last} "), rest=tuple(r for r in words.rest if r != led))


def _apart(words: Words) -> Words:
    """The words without what another part says already."""
    whole = f" {words.actor} | {words.objects} "
    kept: list[str] = []
    for part in words.rest:
        if f" {part} " not in whole and not any(f" {part} " in f" {other} " for other in kept):
            kept.append(part)
    return replace(words, rest=tuple(kept)) if len(kept) < len(words.rest) else words


def _bare(part: str) -> str:
    """ "court martial yesterday", "a flight last Thursday": the part without a day that only its report gives a
    meaning.

    >>> _bare("extra flight last Thursday"), _bare("last week"), _bare("last round")
    ('extra flight', '', 'last round')
    >>> _bare("at border up from 900"), _bare("a sign reading in park")
    ('at border', 'a sign in park')
    """
    part = WORDLESS.sub("", COMPARED.sub("", RELATIVE.sub("", part))).strip()
    part = "" if part.lower() in PARTS_OF_DAY else part
    return " ".join(w for w in part.split() if w.lower().removesuffix("'s").removesuffix("’s") not in NEARBY)


def _once(part: str, text: str) -> str:
    """ "Dana Reyes and Dana Reyes's staff": whose it is, by the sentence's own pronoun.

    >>> _once("Dana Reyes and Dana Reyes's staff", "It says that Reyes and her staff left.")
    'Dana Reyes and her staff'
    """
    first, also, second = part.partition(" and ")
    owner = f"{first}'s "
    if not also or not second.startswith(owner):
        return part
    found = [p for p in PRONOUNS if f" {p} " in text]
    return f"{first} and {found[0] if len(found) == 1 else 'its'} {second.removeprefix(owner)}"
