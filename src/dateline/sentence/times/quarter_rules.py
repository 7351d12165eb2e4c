"""Grammar of business quarters and halves: "the third quarter of 1990", "Q3 2019", "the year-earlier period".

In:   tokens and a place.
Out:  a Piece.
Room: sentence.
"""

from __future__ import annotations

from dateline.sentence.times.calendar_rules import bare_year, relative_year, year
from dateline.sentence.times.model import AnchorKind, Meaning
from dateline.sentence.times.numbers import ordinal
from dateline.sentence.times.piece import Piece, match, pack, skip
from dateline.sentence.times.tokens import Tokens

_A_YEAR_BACK = (("last", "year"), ("a", "year", "ago"), ("a", "year", "earlier"), ("a", "year", "before"))


def year_earlier(t: Tokens, i: int) -> Piece | None:
    """ "year-earlier", "the year-ago quarter", "the year-earlier period"."""
    j = skip(t, i, "the")
    j = skip(t, j, "comparable", "corresponding", "same")
    if t.word(j) != "year" or t.word(j + 1) != "-" or t.word(j + 2) not in ("ago", "earlier"):
        return None
    k = j + 3
    named = ordinal(t, k)
    if named and t.word(named[0]) in ("quarter", "half"):
        fields = pack({"quarter" if t.word(named[0]) == "quarter" else "half": named[1], "year_shift": -1})
        return Piece(named[0] + 1, "DATE", Meaning("calendar", anchor="report", fields=fields))
    if t.word(k) in ("quarter", "period"):
        return Piece(k + 1, "DATE", Meaning("pointed", "period", -1, anchor="narrative", fields=(("year_back", 1),)))
    return (
        Piece(k, "DATE", Meaning("pointed", "period", -1, anchor="narrative", fields=(("year_back", 1),)))
        if j == i
        else None
    )


def quarter(t: Tokens, i: int) -> Piece | None:
    """ "the third quarter of 1990", "third-quarter", "this year's first quarter", "the 1988 quarter"."""
    j = skip(t, i, "the")
    j = skip(t, j, "same", "current", "comparable", "corresponding") if ordinal(t, j + 1) else j
    before = _year_before(t, j)
    j = skip(t, before[0] if before else j, "fiscal", "fiscal's")
    fiscal = True if t.word(j - 1) == "fiscal" else None
    short = _q(t, j)
    named = short or ordinal(t, j)
    if named is None:
        return _period(t, before)
    k = skip(t, named[0], "fiscal", "-")
    if t.word(k - 1) == "-" and t.word(i) == "the":
        return None  # "the third-quarter loss": the article belongs to the noun
    unit, k = ("quarter", named[0]) if short else (t.word(k), k + 1)
    if unit not in ("quarter", "half") or named[1] > (4 if unit == "quarter" else 2):
        return None
    fields = {unit: named[1], "fiscal": fiscal}
    if before:
        return Piece(k, "DATE", Meaning("calendar", anchor=before[1], fields=pack({**fields, **before[2]})))
    m = skip(t, k, "of", ",")
    found = bare_year(t, m)
    if found:
        year = found.meaning.get("year")
        return Piece(found.end, "DATE", Meaning("calendar", fields=pack({**fields, "year": year})))
    related = relative_year(t, k)
    if related:
        shifted = pack({**fields, "year_shift": related[2]})
        return Piece(related[0], "DATE", Meaning("calendar", anchor=related[1], fields=shifted))
    if unit == "half" and t.word(k) == "of":
        return None
    if unit == "half" and t.word(k) not in (",", ".", "and") and t.word(i) != "the":
        return None
    closes = True if unit == "quarter" and t.word(k) in ("ended", "ending") else None
    return Piece(k, "DATE", Meaning("calendar", fields=pack({**fields, "closes": closes})))


def period_before(t: Tokens, i: int) -> Piece | None:
    """ "the corresponding period last year", "the quarter a year ago": the one told of, a year back."""
    j = skip(t, skip(t, i, "the"), "same", "comparable", "corresponding", "equivalent")
    if j == i or t.word(j) not in ("period", "quarter"):
        return None
    k = skip(t, j + 1, "of", "in")
    for words in _A_YEAR_BACK:
        if match(t, k, words):
            meaning = Meaning("pointed", "period", -1, anchor="narrative", fields=(("year_back", 1),))
            return Piece(k + len(words), "DATE", meaning)
    return None


def _q(t: Tokens, j: int) -> tuple[int, int] | None:
    """ "Q3", "3Q"."""
    if t.word(j) == "q" and t.raw(j) == "Q" and t.word(j + 1) in ("1", "2", "3", "4") and t.glued(j + 1):
        return None if t.glued(j + 2) and t.word(j + 2).isalpha() else (j + 2, int(t.word(j + 1)))
    return None


def _year_before(t: Tokens, j: int) -> tuple[int, AnchorKind, dict[str, int]] | None:
    """A year in front of the quarter: "the 1988 third quarter", "this year's", "last year's"."""
    found = year(t, j)
    if found:
        return found[0], "none", {"year": found[1]}
    if t.word(j) in ("this", "last", "next") and t.word(j + 1) == "year" and match(t, j + 2, ("'", "s")):
        return j + 4, "report", {"year_shift": {"this": 0, "last": -1, "next": 1}[t.word(j)]}
    return None


def _period(t: Tokens, before: tuple[int, AnchorKind, dict[str, int]] | None) -> Piece | None:
    """ "the 1988 quarter", "the 1989 period", "the quarter", "the period"."""
    if before and t.word(before[0]) in ("quarter", "period"):
        return Piece(
            before[0] + 1, "DATE", Meaning("pointed", "period", 0, anchor="narrative", fields=pack(dict(before[2])))
        )
    return None
