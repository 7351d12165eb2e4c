"""Grammar of the calendar: dates, months, years, quarters, seasons, decades, centuries, weekdays, holidays.

In:   tokens and a place.
Out:  a Piece that states calendar fields; impossible days ("31 June") are no piece.
Room: sentence.
"""

from __future__ import annotations

import calendar as months
from dataclasses import replace

from dateline.sentence.times.model import AnchorKind
from dateline.sentence.times.numbers import ordinal, year_words
from dateline.sentence.times.piece import Piece, adding, calendar, leaning, match, skip
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import HOLIDAY, MONTH, SEASON, UNSURE_MONTH, UNSURE_SEASON, UNSURE_WEEKDAY, WEEKDAY

YEARS = range(1000, 2101)  # four digits outside these are no year of a news text
SHORT = 4  # letters of a name that may be an acronym: "DEC", "SEPT"
_SHORT_LEADS = {
    "in", "of", "since", "from", "to", "until", "by", "and", "-", "during", "summer", "spring", "fall", "winter",
    "before", "after", "late", "early", "mid", ",",
}  # fmt: skip
_ERA = {"bc", "bce"}
_COMMON = {"ad", "ce"}
_ABBREVIATED = {w for w in MONTH if len(w) <= 4 and w not in ("may", "june", "july")} | set(UNSURE_WEEKDAY)
_BY_HIJACKERS = {"attacks", "hijackers", "hijackings", "hijacking", "commission"}
_HIT_THEN = {"america", "new", "united", "u", "us", "washington", "world", "pentagon", "twin"}
DECADES = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip


def year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year: (end, year), negative before Christ; "1990", "490 BC", "AD 70", "'99", "nineteen ninety"."""
    word = t.word(i)
    if word.isdecimal() and word.isascii():
        return _year_digits(t, i)
    if word in _COMMON and t.word(i + 1).isdecimal() and len(t.word(i + 1)) < 5 and t.raw(i).isupper():
        return i + 2, int(t.word(i + 1))
    if word == "'" and t.word(i + 1).isdecimal() and len(t.word(i + 1)) == 2 and t.glued(i + 1) and not t.glued(i):
        short = int(t.word(i + 1))
        if t.word(i - 1) not in _SHORT_LEADS:
            return None
        return (i + 2, short + (1900 if short >= 30 else 2000)) if t.word(i + 2) not in ("s", "'") else None
    return year_words(t, i)


def _year_digits(t: Tokens, i: int) -> tuple[int, int] | None:
    word = t.word(i)
    if len(word) > 4 or int(word) == 0:
        return None
    era = t.word(i + 1)
    for name, sign in (("b", -1), ("a", 1)):  # "490 B.C."
        if era == name and t.word(i + 2) == "." and t.word(i + 3) in ("c", "d") and t.glued(i + 3):
            return skip(t, i + 4, "."), sign * int(word)
    if era in _ERA and t.raw(i + 1).isupper():
        return i + 2, -int(word)
    if era in _COMMON and t.raw(i + 1).isupper():
        return i + 2, int(word)
    if len(word) != 4 or int(word) not in YEARS or _joined(t, i):
        return None
    return i + 1, int(word)


def _joined(t: Tokens, i: int) -> bool:
    """Whether the digits are part of something longer: "1,990", "$1990", "1990.5", "B-1990", "1990km"."""
    before, after = t.word(i - 1), t.word(i + 1)
    if (
        before == ","
        and t.word(i - 2).isdecimal()
        and len(t.word(i - 2)) < 3
        and (t.word(i - 3) == "." or t.word(i - 3).isalpha())
    ):
        return False  # "July 27,2004"
    if t.glued(i) and (before in {"$", "£", "€", "#", ".", ",", "/", ":", "+", "_", "%"} or before.isalpha()):
        return True
    if t.glued(i) and before == "-" and t.word(i - 2).isalpha() and t.glued(i - 1) and len(t.word(i - 2)) < 3:
        return True
    if t.glued(i + 1) and after.isalpha():
        return not t.capital(i + 1) or t.raw(i + 1).isupper()  # "1861Winfield" is two lines run together
    return t.glued(i + 1) and after in {",", ".", ":", "%", "/"} and t.word(i + 2).isdecimal() and t.glued(i + 2)


def month(t: Tokens, i: int) -> tuple[int, int] | None:
    """A month's name, with its full stop where it is cut short: (end, month)."""
    number = MONTH.get(t.word(i))
    if number is None or (t.word(i) in UNSURE_MONTH and not t.capital(i)) or _acronym(t, i):
        return None
    return (i + 2 if t.word(i) in _ABBREVIATED and t.word(i + 1) == "." and t.glued(i + 1) else i + 1), number


def _acronym(t: Tokens, i: int) -> bool:
    """ "The Dredging Environment Committee (DEC)": three capitals among small letters, and no number beside them."""
    if not t.raw(i).isupper() or len(t.word(i)) > SHORT or t.word(i + 1) == ".":
        return False
    beside = [t.raw(k) for k in (i - 2, i - 1, i + 1, i + 2)]
    return not any(word[:1].isdecimal() or (word.isalpha() and word.isupper()) for word in beside)


def weekday(t: Tokens, i: int) -> tuple[int, int] | None:
    """A weekday's name: (end, 1..7); short forms only before a date."""
    number = WEEKDAY.get(t.word(i))
    if number is None or not t.capital(i):
        return None
    if t.word(i) in UNSURE_WEEKDAY:
        j = skip(t, skip(t, i + 1, "."), ",")
        if not (t.word(j).isdecimal() or month(t, j)):
            return None
        return skip(t, i + 1, "."), number
    return i + 1, number


def day(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month, 1..31: "16", "16th", "sixteenth"."""
    found = ordinal(t, i)
    if found is None and t.word(i).isdecimal() and len(t.word(i)) < 3:
        nxt = t.word(i + 1)
        if (
            nxt == "%"
            or (nxt == ":" and t.glued(i + 2) and t.word(i + 2).isdecimal())
            or (t.glued(i + 1) and nxt in (".", ",") and t.glued(i + 2) and t.word(i + 2).isdecimal())
        ) and not _glued_year(t, i):
            return None
        found = (i + 1, int(t.word(i)))
    return found if found and 1 <= found[1] <= 31 else None


def _glued_year(t: Tokens, i: int) -> bool:
    """ "July 27,2004": a number has three digits behind its comma, a year has four."""
    word = t.word(i + 2)
    return t.word(i + 1) == "," and word.isdecimal() and len(word) == len("2004") and int(word) in YEARS


def possible(month_: int | None, day_: int | None, year_: int | None) -> bool:
    """Whether such a day exists in some year (or in that year)."""
    if month_ is None or day_ is None:
        return True
    if year_ is None or not 1 <= year_ <= 9999:
        return day_ <= (29 if month_ == 2 else months.monthrange(2000, month_)[1])
    return day_ <= months.monthrange(year_, month_)[1]


def date(t: Tokens, i: int) -> Piece | None:
    """A day or a month: "Saturday, April 25", "16 March 2024", "March 2024", "the 4th of May"."""
    name = weekday(t, i)
    j = skip(t, name[0], ",") if name else i
    if name and t.word(j) in ("the", "on") and day(t, j + 1):
        j += 1
    body = _month_first(t, j) or _day_first(t, j)
    if name is None:
        return body
    if body is None or body.meaning.get("day") is None:
        return _weekday_day(t, j, name[1]) or calendar(name[0], weekday=name[1])
    return Piece(body.end, body.type, adding(body.meaning, weekday=name[1]))


def _weekday_day(t: Tokens, j: int, name: int) -> Piece | None:
    """ "Saturday the 15th"."""
    found = ordinal(t, j) if t.word(j - 1) == "the" else None
    month_behind = found and (t.word(found[0]), t.word(found[0] + 2)) == (
        "of",
        "month",
    )  # "Friday the first of the month"
    if found and not t.word(j).isdecimal() and t.word(found[0]).isalpha() and not month_behind:
        return None  # "on Tuesday the first trucks left", "on Tuesday, the first of 12 bases"
    return calendar(found[0], weekday=name, day=found[1]) if found and 1 <= found[1] <= 31 else None


def _month_first(t: Tokens, i: int) -> Piece | None:
    named = month(t, i)
    if named is None:
        return None
    j, number = named
    k = skip(t, j, "the")
    on = day(t, k)
    if on and t.word(on[0] - 1) != "second" and not _clock_next(t, on[0]):
        full = _with_year(t, on[0], number, on[1])
        if full:
            return _attacks(t, full)
    return _with_year(t, j, number, None)


def _attacks(t: Tokens, p: Piece) -> Piece:
    """ "The Sept. 11 attacks", "the September 11 hijackers" name a year; "the Sept. 11 attacks in Benghazi" do not."""
    m, j = p.meaning, skip(t, p.end, "terrorist", "terror")
    if (m.get("month"), m.get("day"), len(m.fields)) != (9, 11, 2) or t.word(j) not in _BY_HIJACKERS:
        return p
    placed = t.word(j + 1) in ("in", "at", "on") and t.word(skip(t, j + 2, "the")) not in _HIT_THEN
    return p if placed else calendar(p.end, month=9, day=11, year=2001)


def _clock_next(t: Tokens, j: int) -> bool:
    if t.word(j) == ":":
        return t.glued(j + 1) and t.word(j + 1).isdecimal()
    return t.word(j) in ("am", "pm") and t.word(j - 1).isdecimal()


def _day_first(t: Tokens, i: int) -> Piece | None:
    on = day(t, skip(t, i, "the"))
    if on is None:
        return None
    j = skip(t, on[0], "of", "-", "day")
    j = skip(t, j, "of")
    named = month(t, j)
    if named is None or (t.word(i) == "the" and on[0] == i + 2 and t.word(i + 1).isdecimal()):
        return None
    return _with_year(t, named[0], named[1], on[1])


_OF_YEAR = {
    ("of", "that", "year"): 0, ("of", "the", "same", "year"): 0, ("that", "year"): 0, ("the", "same", "year"): 0,
    ("of", "the", "following", "year"): 1, ("of", "the", "next", "year"): 1, ("the", "following", "year"): 1,
    ("of", "the", "previous", "year"): -1,
}  # fmt: skip
_REPORT_YEAR = {
    ("of", "this", "year"): 0, ("this", "year"): 0, ("of", "last", "year"): -1, ("last", "year"): -1,
    ("of", "next", "year"): 1, ("next", "year"): 1,
}  # fmt: skip


def relative_year(t: Tokens, i: int) -> tuple[int, AnchorKind, int] | None:
    """A year told by its place: (end, what it leans on, offset): "of that year", "last year"."""
    for words, shift in _OF_YEAR.items():
        if match(t, i, words):
            return i + len(words), "narrative", shift
    for words, shift in _REPORT_YEAR.items():
        if match(t, i, words):
            return i + len(words), "report", shift
    return None


def _with_year(t: Tokens, j: int, number: int, on: int | None) -> Piece | None:
    if not possible(number, on, None):
        return None
    k = skip(t, j, ",") if t.word(j) == "," else skip(t, j, "of", "-")
    when = year(t, k)
    if when and possible(number, on, when[1]) and not (t.word(j) == "of" and t.word(k) == "'"):
        return calendar(when[0], month=number, day=on, year=when[1])
    related = relative_year(t, j)
    piece = calendar(related[0] if related else j, month=number, day=on)
    if related:
        return replace(piece, meaning=leaning(adding(piece.meaning, year_shift=related[2]), related[1]))
    return piece


def numeric(t: Tokens, i: int) -> Piece | None:
    """Dates in digits: "2024-03-16", "3/16/2024", "16.03.2024"; which of day and month comes first may stay open."""
    mark = t.word(i + 1)
    if mark not in ("-", "/", ".") or t.word(i + 3) != mark or not all(t.glued(k) for k in range(i + 1, i + 5)):
        return None
    parts = [t.word(i), t.word(i + 2), t.word(i + 4)]
    if not all(p.isdecimal() and p.isascii() and len(p) <= 4 for p in parts) or (
        t.glued(i) and t.word(i - 1) in "-/.:,$"
    ):
        return None
    if t.glued(i + 5) and (t.word(i + 5) in ("-", "/") or t.word(i + 5).isdecimal()):
        return None
    a, b, c = (int(p) for p in parts)
    if len(parts[0]) == 4 and a in YEARS and 1 <= b <= 12 and c >= 1 and possible(b, c, a):
        return calendar(i + 5, year=a, month=b, day=c)
    if len(parts[2]) == 4 and c in YEARS:
        when = c
    elif len(parts[2]) == 2 and mark == "/":
        when = c + (1900 if c >= 50 else 2000)
    else:
        return None
    first, second = (1 <= a <= 12 and possible(a, b, when) and b > 0), (1 <= b <= 12 and a > 0 and possible(b, a, when))
    if mark == "." and second:
        return calendar(i + 5, year=when, month=b, day=a)
    if first:
        return calendar(i + 5, year=when, month=a, day=b, or_day_first=True if second and a != b else None)
    return calendar(i + 5, year=when, month=b, day=a) if second else None


def bare_year(t: Tokens, i: int) -> Piece | None:
    """A year by itself, "the year two thousand", "fiscal 1990", "FY2007"."""
    j = i + 2 if t.word(i) == "the" and t.word(i + 1) == "year" else i
    if t.word(i) == "the" and t.word(i + 1) == "fiscal":
        j = i + 1 if year(t, skip(t, i + 2, "year")) else i  # "the fiscal year 2012"
    fiscal = t.word(j) in ("fiscal", "fy")
    if fiscal:
        j = skip(t, j + 1, "year")
        if t.word(j).isdecimal() and len(t.word(j)) == 4 and int(t.word(j)) in YEARS:
            return calendar(j + 1, year=int(t.word(j)), fiscal=True)
    found = year(t, j)
    return calendar(found[0], year=found[1], fiscal=True if fiscal else None) if found else None


def decade(t: Tokens, i: int) -> Piece | None:
    """ "the 1990s", "the '80s", "the nineties", "the 460s BC"."""
    j = skip(t, i, "the")
    if t.word(j) in DECADES:
        return calendar(j + 1, decade=190 + DECADES[t.word(j)]) if j > i or t.capital(j) else None
    quoted = t.word(j) == "'"
    j = j + 1 if quoted else j
    word = t.word(j)
    k = skip(t, j + 1, "'")
    if not word.isdecimal() or not word.endswith("0") or t.word(k) != "s" or not t.glued(k) or not t.glued(j + 1):
        return None
    if len(word) == 4 and int(word) in YEARS:
        return calendar(k + 1, decade=int(word) // 10)
    if len(word) == 2 and (quoted or j > i):
        return calendar(k + 1, decade=(190 if int(word) >= 20 else 200) + int(word) // 10)
    if len(word) <= 4 and t.word(k + 1) in _ERA:
        return calendar(k + 2, decade=-(int(word) // 10), era="BC")
    return None


def century(t: Tokens, i: int) -> Piece | None:
    """ "the 21st century", "the 4th century BC"."""
    found = ordinal(t, skip(t, i, "the"))
    if found is None or not 1 <= found[1] <= 30:
        return None
    j = skip(t, found[0], "-")
    if t.word(j) not in ("century", "centuries"):
        return None
    if t.word(j + 1) in _ERA:
        return calendar(j + 2, century=-found[1], era="BC")
    return calendar(skip(t, j + 1, "ad", "ce"), century=found[1])


def season(t: Tokens, i: int) -> Piece | None:
    """ "the summer of 1955", "winter", "spring 2020", "the winter of 1941-42"."""
    j = skip(t, i, "the")
    name = SEASON.get(t.word(j))
    if name is None or t.word(j + 1) == "'":
        return None
    k = skip(t, j + 1, "of", ",") if t.word(j + 1) != "," or year(t, j + 2) else j + 1
    found = year(t, k)
    if found:
        return calendar(found[0], season=name, year=found[1])
    related = relative_year(t, j + 1)
    if related:
        piece = calendar(related[0], season=name, year_shift=related[2])
        return replace(piece, meaning=leaning(piece.meaning, related[1]))
    if t.word(j) in UNSURE_SEASON and (t.word(j + 1) in ("of", "in", "into", "from", "to") or t.capital(j)):
        return None
    if t.word(j) in UNSURE_SEASON and not (j > i and t.word(i - 1) in ("in", "during", "by", "until", "since")):
        return None
    return calendar(j + 1, season=name)


def holiday(t: Tokens, i: int) -> Piece | None:
    """A holiday with a fixed rule, its year where stated, or its week: "Christmas 1963", "Labor Day weekend"."""
    for words, name, rule in HOLIDAY.get(t.word(i), ()):
        if match(t, i, words) and (t.capital(i) or t.word(i) == "new" or t.word(i).isdecimal()):
            j = i + len(words)
            if (words[-1:] == ("year",) and t.word(j) == "'") or (
                t.word(i).isdecimal() and t.glued(j) and t.word(j) == "/"
            ):
                continue
            k = skip(t, j, "holiday")
            held = t.word(k) if t.word(k) in ("week", "weekend") and t.word(j) != "'" else None
            found = year(t, skip(t, j, "of", ","))
            end = found[0] if found else k + 1 if held else j
            return calendar(end, holiday=name, rule=rule, year=found[1] if found else None, week_of=held)
    return None
