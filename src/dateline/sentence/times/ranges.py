"""Grammar of ranges: gives each end what the other states: "July 26-28", "3 to 5 May", "1914-18", "499-493 BC".

In:   tokens and the pieces found in them.
Out:  further pieces for bare numbers, and pieces completed from their other end.
Room: sentence.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from dateline.sentence.times.model import Meaning
from dateline.sentence.times.piece import Piece, pack
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import MONTH

Found = tuple[int, Piece]  # first token, piece
_LINKS: Final = frozenset(["-", "to", "and", "through", "until", "till", "or", "/", "&", ","])
_TIES: Final = frozenset(["-", "/"])  # glued between two years: "1914-18", "2023/24"
_JOINS: Final = frozenset(["-", "to", "and", "or"])
_COUNTED: Final = frozenset(["people", "percent"])
_MOST: Final = 4  # ends after the first: "May 3, 4, 5 and 6"


def second_ends(t: Tokens, p: Piece) -> list[Found]:
    """The bare numbers after a date: "July 26-28", "1914-18", "May 3, 4 and 5"."""
    out: list[Found] = []
    m = p.meaning
    if m.shape != "calendar" or p.type != "DATE" or m.get("weekday") is not None:
        return out
    last, end = (m.get("day"), p.end) if m.get("day") else (m.get("year") if m.get("month") is None else None, p.end)
    while last is not None and len(out) < _MOST and _bare(t, end):
        number = _next_day(t, end, last) if m.get("day") else _next_year(t, end, last)
        if number is None:
            break
        part = "day" if m.get("day") else "year"
        fields = tuple((k, number if k == part else v) for k, v in m.fields)
        out.append((end + 1, Piece(end + 2, "DATE", replace(m, fields=fields))))
        last, end = number, end + 2
    return out


def _bare(t: Tokens, end: int) -> bool:
    """Whether a link and a short number of its own follow."""
    j = end + 1
    if t.word(end) not in _LINKS or not t.word(j).isdecimal() or len(t.word(j)) > 2 or t.word(j + 1) in MONTH:
        return False
    glued = t.glued(j + 1)
    goes_on = glued and t.word(j + 1) in ("%", ":", "/", ".") and t.word(j + 2).isdecimal()
    return not (goes_on or (glued and t.word(j + 1).isalpha()))


def _next_day(t: Tokens, end: int, last: int) -> int | None:
    number, after = int(t.word(end + 1)), t.word(end + 2)
    if not last < number <= 31 or after in _COUNTED or (t.word(end) == "," and after not in ("and", ",")):
        return None
    return number


def _next_year(t: Tokens, end: int, last: int) -> int | None:
    if t.word(end) not in _TIES or not t.glued(end + 1) or last <= 0:
        return None
    full = last // 100 * 100 + int(t.word(end + 1))
    return full if full > last else None


def completed(t: Tokens, found: list[Found]) -> list[Found]:
    """Gives the first end of a range what its second end states: "3 to 5 May", "from June to August 1944"."""
    out = list(found)
    for n in range(len(out) - 1, 0, -1):
        (i, first), (j, second) = out[n - 1], out[n]
        year = _year_of_first(t, first, second, j)
        if year is not None:
            fields = pack({**dict(first.meaning.fields), "year": year})
            out[n - 1] = (i, replace(first, meaning=replace(first.meaning, fields=fields)))
    return _first_ends(t, out)


def _year_of_first(t: Tokens, first: Piece, second: Piece, j: int) -> int | None:
    """The year that "June" has in "June to August 1944", the one before in "November to March 1944"."""
    a, b = first.meaning, second.meaning
    if a.shape != "calendar" or b.shape != "calendar" or j - first.end > 2 or t.word(first.end) not in _LINKS - {","}:
        return None
    year = b.get("year")
    if a.get("year") is not None or a.get("weekday") or year is None or year <= 0:
        return None
    if a.get("season"):
        return int(year)
    if a.get("month") is None or b.get("month") is None:
        return None
    turned = (a.get("month"), a.get("day") or 0) > (b.get("month"), b.get("day") or 31)
    return int(year) - (1 if turned else 0)


def _first_ends(t: Tokens, found: list[Found]) -> list[Found]:
    """The bare number before a full date: "3 to 5 May", "12 and 13 March 2024", "499-493 BC"."""
    out: list[Found] = []
    for i, p in found:
        head = i - 2
        free = not (out and out[-1][1].end > head)
        fields = _head_fields(t, i, p.meaning) if free and t.word(i - 1) in _JOINS else None
        if fields is not None:
            out.append((head, Piece(head + 1, "DATE", Meaning("calendar", fields=fields))))
        out.append((i, p))
    return out


def _head_fields(t: Tokens, i: int, m: Meaning) -> tuple[tuple[str, Any], ...] | None:
    """What the number two tokens before means, if it is the other end of the range."""
    head = t.word(i - 2)
    if m.shape != "calendar" or not head.isdecimal() or len(head) > 4:
        return None
    if (m.get("year") or 0) < 0 and m.get("month") is None:
        return (("year", -int(head)),) if int(head) > -m.get("year") else None
    earlier = len(head) < 3 and not t.glued(i - 2) and t.word(i).isdecimal() and 0 < int(head) < (m.get("day") or 0)
    return tuple((k, int(head) if k == "day" else v) for k, v in m.fields) if earlier and m.get("month") else None
