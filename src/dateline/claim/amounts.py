"""Reads numbers as written: how many or how much, how exactly, and in what unit.

In:   any text.
Out:  Amounts: the exact words, low <= high, a bound or a blur, and the unit where the words give one
      (ISO 4217 code, "percent", a unit of measure). Names with digits, scores, clock times, telephone numbers,
      durations and labels ("Route 66", "No. 3") are no amounts.
Room: claim. It knows text and the tables `units*` and `currencies`, and nothing of sentences or reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal

from dateline.claim.model import Bound
from dateline.lexicon.tables import table

Form = Literal["count", "ordinal", "fraction", "vague", "none"]
BIGGEST: Final = 1e15  # a longer row of digits is an identifier, not an amount


@dataclass(frozen=True, slots=True)
class Amount:
    """One number of the text; `text[start:end]` are its words with hedge, currency and unit."""

    start: int
    end: int
    low: float  # in `unit`; "$200 million" is 200_000_000
    high: float  # equal to `low` unless the words are a range or vague ("dozens")
    approximate: bool = False
    bound: Bound | None = None
    unit: str | None = None  # ISO 4217 code, "percent", a unit of measure; None for a bare count
    kind: str | None = None  # "money" "length" "mass" ...: what the unit measures
    form: Form = "count"
    core: tuple[int, int] = (0, 0)  # the number alone, without hedge, currency and unit
    hedge: str = ""  # the words before it that blur, bound or sum it, in lower case
    hyphen: bool = False  # tied to the word after it: "45-foot"


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word, a number in digits, or a single mark."""

    kind: Literal["digits", "word", "mark"]
    low: str  # in lower case
    start: int
    end: int


_PIECE = re.compile(
    r"(?P<digits>\d{1,3}(?:[,\u00a0\u202f\u2009'’]\d{3})+(?!\d)(?:\.\d+)?|\d{1,2}(?:,\d\d)+,\d{3}(?!\d)|\d+(?:[.,]\d+)?)"
    r"|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)|(?P<mark>\S)"
)
_LETTERED = ("US$", "U.S.$", "UK£", "A$", "AU$", "C$", "CA$", "CN¥", "HK$", "NZ$", "S$", "NT$", "R$")
_CONNECT = {"to", "and", "-", "–", "—", "or"}
_HYPHENS = {"-", "–", "‑"}


def amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of the text, in order; they never overlap.

    >>> [(a.low, a.high, a.unit, text[a.start:a.end]) for text in ["It gave nearly $200 million."] for a in amounts(text)]
    [(200000000.0, 200000000.0, 'USD', 'nearly $200 million')]
    >>> [(a.low, a.high) for a in amounts("Between 20 and 30 boats took Route 66 for 35 hours.")]
    [(20.0, 30.0)]
    """
    pieces = _pieces(text)
    out: list[Amount] = []
    i = floor = 0
    while i < len(pieces):
        found = _amount(pieces, i, floor, text)
        if found is None:
            i += 1
            continue
        amount, i = found
        floor = i
        if amount is not None:
            out.append(amount)
    return _shared_units(out, text)


def _shared_units(found: list[Amount], text: str) -> tuple[Amount, ...]:
    """Gives "20" and "14" of "the 20, 14 and 11-foot channels" the unit they share with the last."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        between = text[one.end : following.start].strip()
        tied = following.kind is not None and following.kind != "money" and following.hyphen
        if one.unit is None and one.form == "count" and tied and between in (",", "and", ", and", "or", "to"):
            found[i] = replace(one, unit=following.unit, kind=following.kind, hyphen=True)
    return tuple(found)


def _pieces(text: str) -> list[_Piece]:
    out: list[_Piece] = []
    for m in _PIECE.finditer(text):
        kind: Literal["digits", "word", "mark"] = (
            "digits" if m["digits"] is not None else "word" if m["word"] is not None else "mark"
        )
        out.append(_Piece(kind, m[0].lower(), m.start(), m.end()))
    return out


# ------------------------------------------------------------------------------------------------ tables


@cache
def _numbers() -> dict[str, dict[str, tuple[float, float]]]:
    """Per class of number words, what each is worth."""
    out: dict[str, dict[str, tuple[float, float]]] = {}
    for row in table("units_numbers"):
        low, _, high = row["value"].partition("..")
        out.setdefault(row["class"], {})[row["word"]] = (float(low), float(high or low))
    return out


@cache
def _phrases(name: str, key: str, side: str = "") -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """The phrases of a table by the piece at their inner end, longest first, each with its row number."""
    grouped: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for n, row in enumerate(table(name)):
        if side and row["side"] != side:
            continue
        words = tuple(p.low for p in _pieces(row[key]))
        grouped.setdefault(words[-1] if side == "before" else words[0], []).append((words, n))
    return {k: tuple(sorted(v, key=lambda x: (-len(x[0]), x[1]))) for k, v in grouped.items()}


@cache
def _labels() -> frozenset[str]:
    return frozenset(_pieces(row["word"])[0].low for row in table("units_labels"))


def _ahead(pieces: list[_Piece], i: int, name: str, key: str, side: str) -> tuple[int, int] | None:
    """The longest phrase of the table that starts at piece i: (its row, the piece after it)."""
    if i >= len(pieces):
        return None
    for words, row in _phrases(name, key, side).get(pieces[i].low, ()):
        if i + len(words) <= len(pieces) and all(pieces[i + n].low == w for n, w in enumerate(words)):
            return row, i + len(words)
    return None


def _behind(pieces: list[_Piece], i: int, floor: int, name: str, key: str) -> tuple[int, int] | None:
    """The longest phrase of the table that ends just before piece i: (its row, its first piece)."""
    if i - 1 < floor:
        return None
    for words, row in _phrases(name, key, "before").get(pieces[i - 1].low, ()):
        first = i - len(words)
        if first >= floor and all(pieces[first + n].low == w for n, w in enumerate(words)):
            tied = all(pieces[n].end == pieces[n + 1].start for n in range(first, i - 1))
            if tied or name != "currencies" or " " in table(name)[row][key]:  # "a $5 fine" is not in A$
                return row, first
    return None


# ------------------------------------------------------------------------------------------------ one number


@dataclass(frozen=True, slots=True)
class _Number:
    """A number and the piece after it."""

    low: float
    high: float
    after: int
    form: Form = "count"
    scaled: bool = False  # holds "million" and the like


def _value(digits: str, money: bool) -> float | None:
    """What a row of digits is worth; None where commas leave it open ("3,4")."""
    bare = re.sub(r"[\u00a0\u202f\u2009'’]", "", digits)
    if re.fullmatch(r"\d+,\d{1,2}", bare):
        return float(bare.replace(",", ".")) if money else None
    value = float(bare.replace(",", "")) if len(bare) <= 24 else BIGGEST * 2
    return value if value <= BIGGEST else None


def _touching(pieces: list[_Piece], i: int) -> bool:
    """Whether piece i follows its neighbour without a gap."""
    return 0 < i < len(pieces) and pieces[i - 1].end == pieces[i].start


def _digits(pieces: list[_Piece], i: int) -> _Number | None:
    """A number that begins with digits, with its scale."""
    bare = pieces[i].low
    scale = _scale(pieces, i + 1)
    percent = i + 1 < len(pieces) and pieces[i + 1].low in ("%", "percent", "per")
    money = _behind(pieces, i, 0, "currencies", "word") is not None
    value = _value(bare, money or scale is not None or percent)
    if value is None or (bare[0] == "0" and len(bare) > 1 and bare[1] != "."):
        return None
    after = i + 1
    if after < len(pieces) and _touching(pieces, after) and pieces[after].low in ("st", "nd", "rd", "th"):
        return _Number(value, value, after + 1, "ordinal")
    if scale:
        value, after = value * scale[0], scale[1]
        if after < len(pieces) and (again := _scale(pieces, after)):  # "2 hundred thousand"
            value, after = value * again[0], again[1]
    return _Number(value, value, after, scaled=scale is not None) if value <= BIGGEST else None


def _scale(pieces: list[_Piece], i: int) -> tuple[float, int] | None:
    """The scale word at piece i ("million", the m of "200m"), with the piece after it."""
    if i >= len(pieces):
        return None
    numbers, word = _numbers(), pieces[i].low
    if word in numbers["scale"]:
        return numbers["scale"][word][0], i + 1
    if word in _HYPHENS and i + 1 < len(pieces) and pieces[i + 1].low in numbers["scale"]:  # "$60-million"
        return numbers["scale"][pieces[i + 1].low][0], i + 2
    if word in numbers["suffix"] and (len(word) > 1 or _touching(pieces, i)):
        if word in ("m", "b") and not _means_million(pieces, i):
            return None
        return numbers["suffix"][word][0], i + 1
    if word in ("dozen",):
        return 12.0, i + 1
    return None


def _means_million(pieces: list[_Piece], i: int) -> bool:
    """Whether the m of "5m" is a million: after a currency, or before a plural noun ("5m people")."""
    if i >= 2 and _behind(pieces, i - 1, 0, "currencies", "word"):
        return True
    following = pieces[i + 1].low if i + 1 < len(pieces) else ""
    return following == "people" or (len(following) > 3 and following.endswith("s") and not following.endswith("ss"))


def _words(pieces: list[_Piece], i: int) -> _Number | None:
    """A number that begins with a word: "two hundred", "dozens", "half a million", "two thirds of"."""
    word, numbers = pieces[i].low, _numbers()
    if word == "half" or word in ("a", "an"):
        return _with_article(pieces, i)
    if word in numbers["vague"]:
        return _vague(pieces, i)
    if word in numbers["times"]:
        return _several(pieces, i)
    if word in numbers["ordinal"]:
        low = numbers["ordinal"][word][0]
        return _Number(low, low, i + 1, "ordinal")
    if word in ("none", "no"):
        label = _next_word(pieces, i) == "." and i + 2 < len(pieces) and pieces[i + 2].kind == "digits"  # "No. 3"
        more = _next_word(pieces, i) in ("fewer", "less", "more", "higher", "later", "longer", "one", "doubt")
        return None if label or more else _Number(0.0, 0.0, i + 1, "none")
    if word in numbers["small"] or word in numbers["tens"]:
        return _compound(pieces, i)
    return None


def _compound(pieces: list[_Piece], i: int) -> _Number | None:
    """ "two", "forty-five", "three hundred and six thousand", "two dozen", "two thirds", "twenty-first"."""
    numbers = _numbers()
    total = current = 0.0
    j, last = i, ""
    scaled = False
    while j < len(pieces):
        word = pieces[j].low
        if word in _HYPHENS and j > i and last in numbers["tens"] and _next_word(pieces, j) in _after_tens():
            j += 1
        elif word in numbers["small"] and (
            j == i or last in numbers["tens"] or last in numbers["scale"] or last == "and"
        ):
            current += numbers["small"][word][0]
            last, j = word, j + 1
        elif word in numbers["tens"] and (j == i or last in numbers["scale"] or last == "and"):
            current += numbers["tens"][word][0]
            last, j = word, j + 1
        elif word in numbers["scale"] and j > i:
            size = numbers["scale"][word][0]
            scaled = scaled or size > 100
            if size == 100:
                current *= size
            else:
                total, current = total + current * size, 0.0
            last, j = word, j + 1
        elif word == "dozen" and j == i + 1:
            return _Number(current * 12, current * 12, j + 1)
        elif (
            word == "and"
            and last in numbers["scale"]
            and _next_word(pieces, j) in (numbers["small"].keys() | numbers["tens"].keys())
        ):
            last, j = word, j + 1
        elif word in numbers["ordinal"] and last in numbers["tens"] and numbers["ordinal"][word][0] < 10:
            value = total + current + numbers["ordinal"][word][0]
            return _Number(value, value, j + 1, "ordinal")
        else:
            break
    part = (_part(pieces, j, current) or _in(pieces, j, current)) if total == 0 and current < 20 else None
    return part or _Number(total + current, total + current, j, scaled=scaled)


@cache
def _after_tens() -> frozenset[str]:
    return frozenset(_numbers()["small"]) | frozenset(_numbers()["ordinal"])


def _next_word(pieces: list[_Piece], j: int) -> str:
    return pieces[j + 1].low if j + 1 < len(pieces) else ""


def _part(pieces: list[_Piece], j: int, count: float) -> _Number | None:
    """The "thirds" of "two thirds", "two-thirds"; it must be a part of something."""
    if j < len(pieces) and pieces[j].low in _HYPHENS and _touching(pieces, j):
        j += 1
    word = pieces[j].low if j < len(pieces) else ""
    parts = _numbers()["part"]
    if word not in parts or _next_word(pieces, j) not in ("of", "the"):
        return None
    share = count / parts[word][0]
    return _Number(share, share, j + 1, "fraction") if 0 < share < 1 else None


def _in(pieces: list[_Piece], j: int, count: float) -> _Number | None:
    """The "in five" of "one in five"; "two in 2019" and "two in three places" are none."""
    of = pieces[j + 1].low if j + 2 < len(pieces) and pieces[j].low == "in" else ""
    whole = _numbers()["small"].get(of)
    if whole is None or not 0 < count < whole[0] or count > 4:
        return None
    return _Number(count / whole[0], count / whole[0], j + 2, "fraction")


def _with_article(pieces: list[_Piece], i: int) -> _Number | None:
    """ "a dozen", "a hundred", "half a million", "a couple of", "a third of", "half the crew", "half of"."""
    numbers = _numbers()
    word, after = pieces[i].low, _next_word(pieces, i)
    if word == "half":
        if after in ("a", "an") and i + 2 < len(pieces):
            size = numbers["scale"].get(pieces[i + 2].low) or numbers["dozen"].get(pieces[i + 2].low)
            return _Number(size[0] / 2, size[0] / 2, i + 3, scaled=True) if size else None
        return _Number(0.5, 0.5, i + 1, "fraction") if after in ("of", "the", "its", "their") else None
    if after in numbers["scale"]:
        size = numbers["scale"][after]
        again = _scale(pieces, i + 2)
        value = size[0] * (again[0] if again else 1.0)
        return _Number(value, value, again[1] if again else i + 2, scaled=value > 100)
    if after == "dozen":
        return _Number(12.0, 12.0, i + 2)
    if after in ("score", "couple", "pair") and _next_word(pieces, i + 1) == "of":
        size = numbers["dozen"].get(after) or numbers["couple"][after]
        times = _scale(pieces, i + 3)
        value = size[0] * (times[0] if times else 1.0)
        return _Number(value, value, times[1] if times else i + 2, "count" if after != "couple" else "vague")
    if after in ("few", "couple"):
        several = _several(pieces, i + 1)
        return several
    return _part(pieces, i + 1, 1.0)


def _several(pieces: list[_Piece], i: int) -> _Number | None:
    """ "several hundred", "a few thousand": only before a scale; alone it is no number."""
    times = _numbers()["times"].get(pieces[i].low)
    scale = _scale(pieces, i + 1)
    if not times or not scale:
        return None
    return _Number(times[0] * scale[0], times[1] * scale[0], scale[1], "vague", scaled=True)


def _vague(pieces: list[_Piece], i: int) -> _Number | None:
    """ "dozens", "hundreds of", "tens of thousands", "hundreds of millions"."""
    numbers = _numbers()
    low, high = numbers["vague"][pieces[i].low]
    bigger = pieces[i + 2].low if i + 2 < len(pieces) and pieces[i + 1].low == "of" else ""
    if bigger in ("thousands", "millions", "billions"):
        size = numbers["vague"][bigger][0] / 2
        return _Number(low * size, high * size + size - 1, i + 3, "vague", scaled=True)
    if pieces[i].low == "tens":
        return None
    return _Number(low, high, i + 1, "vague")


def _number(pieces: list[_Piece], i: int) -> _Number | None:
    if i >= len(pieces):
        return None
    if pieces[i].kind == "digits":
        return None if _named(pieces, i) else _digits(pieces, i)
    return _words(pieces, i) if pieces[i].kind == "word" else None


def _named(pieces: list[_Piece], i: int) -> bool:
    """Whether the digits belong to a name, a clock time, a score, a date or a telephone number.

    "G5", "F-16", "1:30", "0-3", "10/10", "555-0100", "3.1.2", "Route 66", "#3", "4x4", "user123", "@2".
    """
    before, after = (pieces[i - 1] if i else None), (pieces[i + 1] if i + 1 < len(pieces) else None)
    if before and _touching(pieces, i):
        if before.kind == "word":
            return before.low.upper() not in _codes()
        if before.low in (":", "/", "#", "@", "_", "\\", "=", "&", "+") or before.low == ".":
            return True
        if before.low in _HYPHENS and i >= 2 and _touching(pieces, i - 1):
            return pieces[i - 2].kind == "word" or _row_of_digits(pieces, i)
    if after and _touching(pieces, i + 1):
        if after.low in (":", "/", "_", "@", "\\", "=", "^") and _touching(pieces, i + 2):
            return True
        if after.low == "." and _touching(pieces, i + 2) and i + 2 < len(pieces) and pieces[i + 2].kind != "mark":
            return True
        if after.kind == "word" and not _suffix(after.low):
            return True
        if after.low in _HYPHENS and _row_of_digits(pieces, i):
            return True
    label = before.low if before and before.low != "." else (pieces[i - 2].low if i >= 2 and before else "")
    return label in _labels() and not _dollars(pieces, i)


def _row_of_digits(pieces: list[_Piece], i: int) -> bool:
    """Whether the digits at i stand in a row such as 555-0100, 2024-03-16 or 3-2; "20-30" is a range."""
    for left, right in ((i, i + 2), (i - 2, i)):
        if left < 0 or right >= len(pieces) or pieces[left].kind != "digits" or pieces[right].kind != "digits":
            continue
        if not (_touching(pieces, left + 1) and _touching(pieces, right) and pieces[left + 1].low in _HYPHENS):
            continue
        low, high = _value(pieces[left].low, True), _value(pieces[right].low, True)
        longer = any(
            0 <= k < len(pieces) and pieces[k].low in _HYPHENS and _touching(pieces, k) and _touching(pieces, k + 1)
            for k in (left - 1, right + 1)
            if k + 1 < len(pieces) and (k > right or pieces[k - 1].kind == "digits")
        )
        padded = pieces[right].low.startswith("0") or pieces[left].low.startswith("0")
        if low is None or high is None or low >= high or longer or padded:
            return True
    return False


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["word"].upper() for row in table("currencies") if row["side"] == "before")


@cache
def _suffixes() -> frozenset[str]:
    units = {p[0].low for row in table("units") if (p := _pieces(row["word"])) and p[0].kind == "word"}
    return frozenset(units | set(_numbers()["suffix"]) | set(_numbers()["scale"]) | {"st", "nd", "rd", "th", "s"})


def _suffix(word: str) -> bool:
    return word in _suffixes() and word != "s"


def _dollars(pieces: list[_Piece], i: int) -> bool:
    return i > 0 and pieces[i - 1].low in ("$", "€", "£")


# ------------------------------------------------------------------------------------------------ with hedge and unit


def _amount(pieces: list[_Piece], i: int, floor: int, text: str) -> tuple[Amount | None, int] | None:
    """The amount whose number begins at piece i, and the piece to go on from; (None, j) is a number that is none."""
    number = _number(pieces, i)
    if number is None:
        return None
    number = _range(pieces, i, number)
    first, code = _currency(pieces, i, floor)
    unit, kind, after = _unit(pieces, number, code)
    if kind in ("time", "clock"):
        return None, after
    first, hedge, bound, blurred = _hedge(pieces, first, floor)
    late_bound, late_blur, after = _late_hedge(pieces, after, number)
    if kind is None:
        unit, kind, after = _unit(pieces, replace(number, after=after), code)
        if kind in ("time", "clock"):
            return None, after
    core = (pieces[i].start, pieces[number.after - 1].end)
    hyphen = _touching(pieces, number.after) and pieces[number.after].low in _HYPHENS
    amount = Amount(
        pieces[first].start,
        pieces[after - 1].end,
        number.low,
        number.high,
        blurred or late_blur or number.form == "vague",
        bound or late_bound,
        unit,
        kind,
        number.form,
        core,
        hedge,
        hyphen,
    )
    return (amount if text[core[0] : core[1]] else None), after


def _range(pieces: list[_Piece], i: int, first: _Number) -> _Number:
    """ "20 to 30", "20-30", "between 20 and 30", "$2 to $3 million"; a range runs upwards."""
    j = first.after
    if first.form not in ("count",) or j >= len(pieces) or pieces[j].low not in _CONNECT:
        return first
    link, k = pieces[j].low, j + 1
    opener = _opener(pieces, i)
    if link == "and" and opener != "between":
        return first
    if link in _HYPHENS and not _touching(pieces, j):
        return first
    if link == "to" and opener == "from":  # "from 20 to 30" tells a change: two amounts
        return first
    if k < len(pieces) and pieces[k].low in ("$", "€", "£"):
        k += 1
    if k < len(pieces) and pieces[k].low in ("about", "around", "nearly", "as"):
        return first
    second = _number(pieces, k) if not (link in _HYPHENS and pieces[i].kind == "word" and not first.scaled) else None
    if second is None or second.form != "count":
        return first
    low = first.low
    if second.scaled and not first.scaled and low < second.high and (low < 1000):
        low *= _size(second.high, pieces, k)
    if low >= second.high or (link == "or" and second.high > 3 * low):
        return first
    return _Number(low, second.high, second.after, "count", second.scaled)


def _size(_: float, pieces: list[_Piece], k: int) -> float:
    """The scale that stands after the number at piece k, for the "1" of "1 to 2 million"."""
    scale = _scale(pieces, k + 1)
    return scale[0] if scale else 1.0


def _opener(pieces: list[_Piece], i: int) -> str:
    """The "between" or "from" that opens a range before piece i, past a currency or a hedge."""
    for k in range(i - 1, max(-1, i - 4), -1):
        if pieces[k].low in ("between", "from"):
            return pieces[k].low
        if pieces[k].low not in ("$", "€", "£", "about", "around", "roughly", "approximately", "some", "nearly"):
            return ""
    return ""


def _currency(pieces: list[_Piece], i: int, floor: int) -> tuple[int, str | None]:
    """The currency before piece i: (the first piece, its code)."""
    found = _behind(pieces, i, floor, "currencies", "word")
    if found is None:
        return i, None
    row = table("currencies")[found[0]]
    letters = row["word"].isalpha()
    if letters and row["word"].lower() in ("try", "all", "tl", "rs") and not _touching(pieces, i):
        return i, None
    return found[1], row["code"]


def _unit(pieces: list[_Piece], number: _Number, code: str | None) -> tuple[str | None, str | None, int]:
    """The unit after the number: (unit, kind, the piece after it)."""
    j = number.after
    if code:
        spelt = _ahead(pieces, j, "currencies", "word", "after")
        return code, "money", spelt[1] if spelt and table("currencies")[spelt[0]]["code"] == code else j
    tied = j < len(pieces) and pieces[j].low in _HYPHENS and _touching(pieces, j) and _touching(pieces, j + 1)
    k = j + 1 if tied or (j < len(pieces) and pieces[j].low == "of" and number.form == "vague") else j
    money = _ahead(pieces, k, "currencies", "word", "after")
    if money:
        return table("currencies")[money[0]]["code"], "money", money[1]
    measure = _ahead(pieces, k, "units", "word", "")
    if measure is None or number.form in ("ordinal", "fraction") or not _spelt_so(pieces, k, number):
        return None, None, j
    row = table("units")[measure[0]]
    if number.form == "none" and row["kind"] not in ("time", "clock"):
        return None, None, j
    return row["unit"], row["kind"], measure[1]


_SHORT = {"m", "g", "l", "ha", "mi", "nm", "et", "am", "pm", "min", "second", "seconds", "mm", "in", "pc"}


def _spelt_so(pieces: list[_Piece], k: int, number: _Number) -> bool:
    """A short unit must stand by the number: "5m", "5 m"; "second" is a unit only in the plural or tied."""
    word = pieces[k].low
    if word == "second":
        return k > number.after
    return word not in ("et", "am") or k < len(pieces)


def _hedge(pieces: list[_Piece], first: int, floor: int) -> tuple[int, str, Bound | None, bool]:
    """The hedges before the amount, several allowed ("an estimated total of"): (first piece, words, bound, blurred)."""
    bound: Bound | None = None
    blurred = False
    words: list[str] = []
    for _ in range(3):
        found = _behind(pieces, first, floor, "units_hedges", "words")
        if found is None:
            break
        row = table("units_hedges")[found[0]]
        bound = bound or _bound(row["bound"])
        blurred = blurred or row["approximate"] == "yes"
        words.insert(0, row["words"])
        first = found[1]
    return first, " ".join(words), bound, blurred


def _bound(cell: str) -> Bound | None:
    match cell:
        case "at_least" | "at_most" | "more_than" | "less_than":
            return cell
    return None


def _late_hedge(pieces: list[_Piece], after: int, number: _Number) -> tuple[Bound | None, bool, int]:
    """The hedge after the amount: "500+", "30 or more", "thirty-odd"."""
    if number.form != "count":
        return None, False, after
    found = _ahead(pieces, after, "units_hedges", "words", "after")
    if found is None:
        return None, False, after
    row = table("units_hedges")[found[0]]
    if row["words"] in ("at least", "at most", "at the most", "minimum", "maximum"):  # "30, at least 5 of them"
        ends = found[1] >= len(pieces) or pieces[found[1]].low in (".", ",", ";", ")")
        if not ends:
            return None, False, after
    return _bound(row["bound"]), row["approximate"] == "yes", found[1]


def words_of(text: str) -> Iterator[Amount]:
    """The amounts that are counts, money or measures: no ordinals, no "none"."""
    return (a for a in amounts(text) if a.form not in ("ordinal", "none"))
