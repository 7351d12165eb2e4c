"""Finds plain figures in a report whose language Dateline does not read: a number with a noun that the table knows.

In:   a report in a language of the table (French, German, Spanish, Chinese, Arabic), and its time expressions (few, as
      they are written in another language).
Out:  Quantities with what is counted, whose and what is said near by; where the words are not in the table, none.
      "The fifth body" makes at least five found.
Room: claim. Nothing is parsed; a figure is kept only where number and noun stand side by side, and takes what is said
      in its own clause.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.claim.figure.amounts import bound_named
from dateline.claim.figure.counted import kind_of
from dateline.claim.model import Quantity, QuantityRole, claim_id
from dateline.lexicon.places import place
from dateline.lexicon.tables import table
from dateline.report.model import Report
from dateline.sentence.times.model import TimeExpression
from dateline.terms import Anchor

WORD: Final = re.compile(r"\d{1,3}(?:[ .\u00a0\u202f]\d{3})+(?!\d)|\d+(?:,\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")
GLUE: Final = frozenset({"de", "d", "des", "du", "la", "les", "le", "los", "las", "der", "die", "den", "-"})
SIZES: Final = frozenset({"length", "depth", "width", "height"})
UNSPACED: Final = frozenset({"zh"})  # languages that put no spaces between words
COMMAS: Final = frozenset(",;:，；：、،؛")
PEOPLE: Final = frozenset({"soldier", "troop", "person", "worker", "civilian"})


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Found:
    """A number with its noun, as word numbers of the sentence, and what the sentence says."""

    first: int
    last: int
    value: float
    counted: str
    of: str | None
    said: list[str]
    whole: bool  # the M of "N of M"
    part: bool  # the N of it
    nth: bool = False  # told as the Nth of a row


@cache
def _words_of(language: str) -> dict[str, tuple[str, str]]:
    """word -> (kind, value)."""
    return {r["word"]: (r["kind"], r["value"]) for r in table("counted_foreign") if r["language"] == language}


def languages() -> frozenset[str]:
    """The languages the table knows.

    >>> "fr" in languages(), "en" in languages()
    (True, False)
    """
    return frozenset(r["language"] for r in table("counted_foreign"))


def foreign_quantities(report: Report, times: tuple[TimeExpression, ...]) -> tuple[Quantity, ...]:
    """The plain figures of the report, in the order of the text; () for a language the table does not know."""
    known = _words_of(report.language or "")
    if not known:
        return ()
    owner, where = _topic(report, known)
    out: list[Quantity] = []
    for found in re.finditer(r"[^\n]+", report.text):
        for first, last in _sentences(found[0]):
            start, end = found.start() + first, found.start() + last
            if not any(n.start < end and start < n.end for n in report.noise):
                out += _of_sentence(report, start, end, known, times)
    return tuple(
        replace(q, of=q.of or owner, where=where if (q.of or owner) not in (None, where) else None) if _forces(q) else q
        for q in out
    )


def _forces(q: Quantity) -> bool:
    row = kind_of(q.counted)
    return row is not None and row["family"] == "troop"


def _topic(report: Report, known: dict[str, tuple[str, str]]) -> tuple[str | None, str | None]:
    """The only owner of forces and the only other country that the report names."""
    owners = {v for m in WORD.finditer(report.text) if (v := _value(known, m[0].lower(), "owner"))}
    whose = next(iter(owners)) if len(owners) == 1 else None
    named = {
        p.name for m in re.finditer(r"[A-Z][^\W\d_]{2,}", report.text) if (p := place(m[0])) and p.kind == "country"
    }
    others = named - owners
    return whose, next(iter(others)) if whose and len(others) == 1 else None


def _sentences(line: str) -> list[tuple[int, int]]:
    """Where the sentences of a line stand; a full stop followed by a space ends one."""
    cuts = [0, *(m.end() for m in re.finditer(r"[.!?]\s+(?=\D)|[。！？]", line)), len(line)]
    return [(a, b) for a, b in pairwise(cuts) if line[a:b].strip()]


def _of_sentence(
    report: Report, start: int, end: int, known: dict[str, tuple[str, str]], times: tuple[TimeExpression, ...]
) -> list[Quantity]:
    pattern = _pattern(report.language or "")
    words = [
        _Word(m[0].lower(), start + m.start(), start + m.end()) for m in pattern.finditer(report.text[start:end][:4000])
    ]
    unreal = any(_value(known, w.text, "unreal") is not None for w in words)
    out: list[Quantity] = []
    i = 0
    earlier: tuple[str, str | None] | None = None
    while i < len(words):
        number = _number(words, i, known)
        if number is None and (found := _ordinal(words, i, known)):
            out.append(_quantity(report, (start, end), found, words, known))
        if number is None or any(t.start < words[i].end and words[i].start < t.end for t in times):
            i += 1
            continue
        value, after = number
        noun = _noun(words, after, known)
        whole = i > 0 and any(_value(known, w.text, "of") == "" and w.text in known for w in words[max(0, i - 2) : i])
        if noun is None and not (whole and earlier):
            i = after
            continue
        counted, of, last = noun if noun is not None else (*earlier, after - 1)  # type: ignore[misc]
        part = _whole_follows(words, last, known)
        said = [s for s in _said(words, i, known) if not (unreal and s == "departed")]
        if counted == "person" and said[:1] == ["recovered"]:
            i = max(last + 1, after)  # people found may be alive
            continue
        told = _Found(i, last, value, counted, of, said, whole, part)
        out.append(_quantity(report, (start, end), told, words, known))
        earlier = (counted, of)
        i = max(last + 1, after)
    return out


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """Cuts the words of the language: where it puts no spaces, the longest words that the table knows."""
    if language not in UNSPACED:
        return WORD
    known = sorted(_words_of(language), key=lambda w: (-len(w), w))
    return re.compile(r"\d+(?:[.,]\d+)*|" + "|".join(map(re.escape, known)) + r"|\S")


def _said(words: list[_Word], i: int, known: dict[str, tuple[str, str]]) -> list[str]:
    """What the clause of word i says; what the whole sentence says where no other clause holds a number."""
    low = next((k for k in range(i, -1, -1) if words[k].text in COMMAS), -1)
    high = next((k for k in range(i, len(words)) if words[k].text in COMMAS), len(words))
    here = [v for w in words[low + 1 : high] if (v := _value(known, w.text, "state"))]
    elsewhere = any(_number(words, k, known) for k in (*range(low), *range(high, len(words))))
    return here if here or elsewhere else [v for w in words if (v := _value(known, w.text, "state"))]


def _ordinal(words: list[_Word], i: int, known: dict[str, tuple[str, str]]) -> _Found | None:
    """ "The fifth body was found": the noun right behind, or right before; only of the dead that are found."""
    nth = _value(known, words[i].text, "ordinal")
    if nth is None:
        return None
    before = _value(known, words[i - 1].text, "noun") if i else None
    after = _noun(words, i + 1, known)
    counted, first, last = (before, i - 1, i) if before else (after[0], i, after[2]) if after else ("", i, i)
    row, said = kind_of(counted), _said(words, i, known)
    if row is None or not (row["state"] == "body" or (counted == "victim" and "recovered" in said)):
        return None
    return _Found(first, last, float(nth), counted, None, ["recovered"], False, False, True)


def _value(known: dict[str, tuple[str, str]], word: str, kind: str) -> str | None:
    row = known.get(word)
    return row[1] if row is not None and row[0] == kind else None


def _number(words: list[_Word], i: int, known: dict[str, tuple[str, str]]) -> tuple[float, int] | None:
    """(the number at word i, the word after it)."""
    text = words[i].text
    if text[0].isdigit():
        if len(text) > 15:
            return None
        value = float(re.sub(r"[ .\u00a0\u202f]", "", text).replace(",", "."))
    elif (small := _value(known, text, "small")) is not None:
        value = float(small)
    else:
        return None
    if i + 1 < len(words) and (scale := _value(known, words[i + 1].text, "scale")):
        return value * float(scale), i + 2
    return value, i + 1


def _noun(words: list[_Word], i: int, known: dict[str, tuple[str, str]]) -> tuple[str, str | None, int] | None:
    """(what is counted or the unit, whose, the last word) of the phrase that begins at word i."""
    owner = None
    for k in range(i, min(len(words), i + 4)):
        text = words[k].text.replace("’", "'").removeprefix("d'")
        kind, value = known.get(text, ("", ""))
        if kind == "owner":
            owner = value
        elif kind in ("noun", "unit", "money"):
            following = words[k + 1].text if k + 1 < len(words) else ""
            after = _value(known, following, "owner")
            counted = value if kind == "noun" else f"{kind}:{value}"
            return counted, owner or after, k + 1 if after else k
        elif text not in GLUE and kind != "skip":
            return None
    return None


def _whole_follows(words: list[_Word], last: int, known: dict[str, tuple[str, str]]) -> bool:
    """Whether "of N" follows: "30 soldiers of 300"."""
    ahead = [w.text for w in words[last + 1 : last + 4]]
    return bool(ahead) and known.get(ahead[0], ("", ""))[0] == "of" and any(w[0].isdigit() for w in ahead[1:])


def _quantity(
    report: Report, sentence: tuple[int, int], found: _Found, words: list[_Word], known: dict[str, tuple[str, str]]
) -> Quantity:
    first, hedge = _hedge(words, found.first, known)
    start, end = words[first].start, words[found.last].end
    value, of, said, whole, part = found.value, found.of, found.said, found.whole, found.part
    kind, _, unit = found.counted.partition(":")
    measure = bool(unit)
    row = kind_of(kind) if not measure else None
    plain = kind in PEOPLE or measure or found.nth
    states = [s for s in said if s != "present" and (s in SIZES) == measure] if plain else []
    states += [row["state"]] if row is not None and row["state"] else []
    thing = _thing(words, found.last, known) if measure and kind == "unit" else None
    role: QuantityRole = "part" if part else "previous" if whole else "level"
    scope = tuple(states[:1]) if not whole else ()
    if kind in PEOPLE and "present" in said and not part:
        scope = ()
    return Quantity(
        id=claim_id("q", report.id, report.sha256, start, end, report.text[start:end]),
        report=report.id,
        anchor=Anchor.cut(report.id, report.text, *sentence),
        amount=Anchor.cut(report.id, report.text, start, end),
        low=value,
        high=value,
        approximate=hedge == "about",
        bound="at_least" if found.nth else bound_named(hedge),
        role=role,
        unit=unit or (row["unit"] if row else "") or kind,
        counted="money" if kind == "money" else (thing or "size") if measure else kind,
        of=of,
        where=None,
        scope=scope,
        time=None,
        time_relation="at",
        tense=None,
        factuality="happened",
        voice=(),
        context="body",
    )


def _thing(words: list[_Word], last: int, known: dict[str, tuple[str, str]]) -> str | None:
    """The thing that a size is of: "ein 948 Fuß langes Schiff"."""
    return next((v for w in words[last + 1 : last + 4] if (v := _value(known, w.text, "noun"))), None)


def _hedge(words: list[_Word], i: int, known: dict[str, tuple[str, str]]) -> tuple[int, str]:
    """(the first word of the hedge before word i, what it says)."""
    for n in (2, 1):
        text = " ".join(w.text for w in words[max(0, i - n) : i])
        if i >= n and (value := _value(known, text, "hedge")):
            return i - n, value
    return i, ""
