"""Reads numbers as written: how many or how much, how exactly, and in what unit.

In:   any text.
Out:  Amounts: the exact words, low <= high, a bound or a blur, and the unit where the words give one
      (ISO 4217 code, "percent", a unit of measure). Names with digits, scores, clock times, telephone numbers,
      durations and labels ("Route 66", "No. 3") are no amounts.
Room: claim. It knows text and the tables `units*` and `currencies`, and nothing of sentences or reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim.figure.number_words import Form, Number, number_at, openers, scale_at
from dateline.claim.figure.pieces import HYPHENS, Piece, ahead, behind, pieces_of, touching
from dateline.claim.model import Bound
from dateline.lexicon.tables import table


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


SPANS: Final = frozenset({"season", "quarter", "generation", "weekend", "semester", "century"})
CREPT: Final = frozenset(
    {"went", "gone", "edged", "crept", "inched", "ticked", "moved", "edging", "creeping", "inching", "picked", "nudged"}
)
MOVED: Final = frozenset({"fell", "rose", "dropped", "gained", "lost", "added", "slid", "jumped", "up", "down"})
SCALES: Final = (1e6, 1e9)
EXCEPT: Final = re.compile(r"\ball but (?:some |about )?$", re.I)
OF_ALL: Final = re.compile(r" of (?:(?:the|its|their|his|her|those|these|[\w-]+['’]s) ){0,2}", re.I)
_CONNECT: Final = frozenset({"to", "and", "-", "–", "—", "or"})


def amounts(text: str) -> tuple[Amount, ...]:
    """Every amount of the text, in order; they never overlap. Durations are none.

    >>> [(a.low, a.unit, a.bound, a.approximate) for a in amounts("It gave nearly $200 million.")]
    [(200000000.0, 'USD', 'less_than', True)]
    >>> [(a.low, a.high) for a in amounts("Between 20 and 30 boats took Route 66 for 35 hours.")]
    [(20.0, 30.0)]
    """
    return measures(text)[0]


def durations(text: str) -> tuple[Amount, ...]:
    """Every length of time, in order.

    >>> [(a.low, a.unit) for a in durations("Nine years in prison for 12 break-ins, and a 30-minute wait.")]
    [(9.0, 'year'), (30.0, 'minute')]
    """
    return measures(text)[1]


def measures(text: str) -> tuple[tuple[Amount, ...], tuple[Amount, ...]]:
    """The amounts and the lengths of time of the text, found in one reading of it."""
    found = _parts_of_scales(text, _all(text))
    return _shared_units([a for a in found if a.kind != "time"], text), tuple(a for a in found if a.kind == "time")


def _parts_of_scales(text: str, found: list[Amount]) -> list[Amount]:
    """ "A quarter of a million" as 250,000.

    >>> [a.low for a in amounts("Some three quarters of a million people and half of a village left.")]
    [750000.0, 0.5]
    """
    out: list[Amount] = []
    for one in found:
        part = out[-1] if out else None
        whole = one.form == "count" and one.low == one.high and one.low in SCALES
        if part is None or part.form != "fraction" or not whole or text[part.end : one.start] not in (" of ", " of a "):
            out.append(one)
            continue
        size, core = one.low, (part.core[0], one.core[1])
        made = replace(part, end=one.end, low=part.low * size, high=part.high * size, form="count", core=core)
        out[-1] = replace(made, unit=one.unit, kind=one.kind)
    return out


def all_but(text: str, found: Sequence[Amount]) -> list[Amount]:
    """The amounts with "all but two of the 34" as 32; without the two where no whole is told.

    >>> t = "All but two of the 34 crew were rescued; all but nine of the rooms burned."
    >>> [a.low for a in all_but(t, amounts(t))]
    [32.0, 34.0]
    """
    out = []
    for k, one in enumerate(found):
        before = EXCEPT.search(text[: one.start])
        if before is None or one.form != "count" or (k and text.lower().startswith("of ")):
            out.append(one)  # "of the 2,600 who left, all but 300 have returned" tells of the 300
            continue
        whole = found[k + 1] if k + 1 < len(found) else None
        alike = whole is not None and one.kind is None and whole.kind is None  # not "10 percent of the 48"
        if whole is not None and alike and OF_ALL.fullmatch(text[one.end : whole.start]) and whole.low > one.high:
            out.append(replace(one, start=before.start(), low=whole.low - one.high, high=whole.high - one.low))
    return out


def _all(text: str) -> list[Amount]:
    """Every amount and every length of time of the text."""
    pieces, opening = pieces_of(text), openers()
    out: list[Amount] = []
    i = floor = 0
    while i < len(pieces):
        may_begin = pieces[i].kind == "digits" or pieces[i].low in opening
        found = _amount(pieces, i, floor, text) if may_begin else None
        if found is None:
            i += 1
            continue
        amount, i = found
        floor = i
        if amount is not None:
            out.append(amount)
    return out


@cache
def _currencies() -> frozenset[str]:
    return frozenset(row["code"] for row in table("currencies"))


def is_currency(unit: str) -> bool:
    """Whether a unit is money: an ISO 4217 code, or a name of money that countries share.

    >>> is_currency("USD"), is_currency("crown"), is_currency("TEU"), is_currency("person")
    (True, True, False, False)
    """
    return unit in _currencies()


def _shared_units(found: list[Amount], text: str) -> tuple[Amount, ...]:
    """Gives "20" and "14" of "the 20, 14 and 11-foot channels" the unit they share with the last."""
    for i in range(len(found) - 2, -1, -1):
        one, following = found[i], found[i + 1]
        between = text[one.end : following.start].strip()
        if one.unit is None and one.form == "count" and between == "to" and _from(text, one) and not following.hyphen:
            found[i] = replace(one, unit=following.unit, kind=following.kind)  # "from 14 to 18 crowns"
            continue
        tied = following.kind is not None and following.kind != "money" and following.hyphen
        if one.unit is None and one.form == "count" and tied and between in (",", "and", ", and", "or", "to"):
            found[i] = replace(one, unit=following.unit, kind=following.kind, hyphen=True)
    return tuple(found)


def _from(text: str, one: Amount) -> bool:
    return text[max(0, one.start - 6) : one.start].rstrip().lower().endswith("from")


def _amount(pieces: list[Piece], i: int, floor: int, text: str) -> tuple[Amount | None, int] | None:
    """The amount whose number begins at piece i, and the piece to go on from; (None, j) is a number that is none."""
    number = number_at(pieces, i)
    if number is None:
        return None
    number = _range(pieces, i, number)
    first, code = _currency(pieces, i, floor)
    unit, kind, after = _unit(pieces, number, code)
    if kind == "clock":
        return None, after
    first, below = _signed(pieces, i, first, kind)
    first, hedge, bound, blurred = _hedge(pieces, first, floor)
    late_bound, late_blur, after = _late_hedge(pieces, after, number)
    if kind is None:
        unit, kind, after = _unit(pieces, replace(number, after=after), code)
        if kind == "clock":
            return None, after
    if kind == "temperature" and pieces[after - 1].low in ("c", "f") and not _degrees(pieces, after, text):
        unit, kind, after = None, None, number.after
    if kind == "temperature" and [p.low for p in pieces[after : after + 2]] == ["below", "zero"]:
        below, after = True, after + 2  # "22 degrees below zero"
    number = replace(number, low=-number.high, high=-number.low) if below else number
    core = (pieces[i].start, pieces[number.after - 1].end)
    hyphen = touching(pieces, number.after) and pieces[number.after].low in HYPHENS
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


def _signed(pieces: list[Piece], i: int, first: int, kind: str | None) -> tuple[int, bool]:
    """(first piece, whether it lies below zero) of "minus 31C", "-22 degrees", "minus 0.3 percent"."""
    if kind not in ("temperature", "percent") or first != i or i == 0:
        return first, False
    tied = pieces[i - 1].low in ("-", "−", "–") and touching(pieces, i) and not touching(pieces, i - 1)
    return (i - 1, True) if tied or pieces[i - 1].low == "minus" else (first, False)


def _degrees(pieces: list[Piece], after: int, text: str) -> bool:
    """Whether the letter before piece `after` tells degrees: "47C", "47 °C"; "5c" is money, "12 C" a name."""
    letter = pieces[after - 1]
    return text[letter.start].isupper() and touching(pieces, after - 1)


def _range(pieces: list[Piece], i: int, first: Number) -> Number:
    """ "20 to 30", "20-30", "between 20 and 30", "$2 to $3 million"; a range runs upwards."""
    j, opener = first.after, _opener(pieces, i)
    measure = ahead(pieces, j, "units", "word", "") if opener in ("between", "ranging") else None
    j = measure[1] if measure else j  # "between 5 percent and 8 percent", "ranging from 5 km to 8 km"
    if first.form not in ("count",) or j >= len(pieces) or pieces[j].low not in _CONNECT:
        return first
    link, k = pieces[j].low, j + 1
    if link == "and" and opener != "between":
        return first
    if link in HYPHENS and not touching(pieces, j):
        return first
    if link == "to" and _moved(pieces, i):
        return first  # "fell $2.10 to $78.40"
    if link == "to" and opener in ("from", "by"):  # "from 20 to 30", "by 3 to 12" tell a change: two amounts
        return first
    if k < len(pieces) and pieces[k].low in ("$", "€", "£"):
        k += 1
    if k < len(pieces) and pieces[k].low in ("about", "around", "nearly", "as"):
        return first
    second = number_at(pieces, k) if not (link in HYPHENS and pieces[i].kind == "word" and not first.scaled) else None
    if second is None or second.form != "count":
        return first
    if measure and ahead(pieces, second.after, "units", "word", "") is None:
        return first
    low = first.low
    if second.scaled and not first.scaled and low < second.high and (low < 1000):
        low *= _size(second.high, pieces, k)
    if low >= second.high or (link == "or" and second.high > 3 * low):
        return first
    return Number(low, second.high, second.after, "count", second.scaled)


def _moved(pieces: list[Piece], i: int) -> bool:
    """Whether a verb of moving stands right before the sum at piece i: what follows "to" is where it has come."""
    k = i - 2 if i and pieces[i - 1].low in ("$", "€", "£") else i - 1
    return k >= 0 and k < i - 1 and pieces[k].low in MOVED


def _size(_: float, pieces: list[Piece], k: int) -> float:
    """The scale that stands after the number at piece k, for the "1" of "1 to 2 million"."""
    scale = scale_at(pieces, k + 1)
    return scale[0] if scale else 1.0


def _opener(pieces: list[Piece], i: int) -> str:
    """The "between", "from" or "by" that opens a range before piece i, past a currency or a hedge.

    "Anywhere from 20 to 30", "ranging from 20 to 30" tell no change.
    """
    for k in range(i - 1, max(-1, i - 4), -1):
        if pieces[k].low == "from" and k and pieces[k - 1].low in ("anywhere", "ranging", "range", "ranges", "ranged"):
            return "ranging"
        if pieces[k].low in ("between", "from", "by"):
            return pieces[k].low
        if pieces[k].low not in ("$", "€", "£", "about", "around", "roughly", "approximately", "some", "nearly"):
            return ""
    return ""


def _currency(pieces: list[Piece], i: int, floor: int) -> tuple[int, str | None]:
    """The currency before piece i: (the first piece, its code)."""
    found = behind(pieces, i, floor, "currencies", "word")
    if found is None:
        return i, None
    row = table("currencies")[found[0]]
    letters = row["word"].isalpha()
    if letters and row["word"].lower() in ("try", "all", "tl", "rs") and not touching(pieces, i):
        return i, None
    return found[1], row["code"]


def _unit(pieces: list[Piece], number: Number, code: str | None) -> tuple[str | None, str | None, int]:
    """The unit after the number: (unit, kind, the piece after it)."""
    j = number.after
    if code:
        spelt = ahead(pieces, j, "currencies", "word", "after")
        return code, "money", spelt[1] if spelt and table("currencies")[spelt[0]]["code"] == code else j
    if pieces[j : j + 1] and pieces[j].low in ("$", "€", "£") and number_at(pieces, j + 1) is not None:
        return None, None, j  # "the first $300 million": the sign is that of the sum behind it
    tied = j < len(pieces) and pieces[j].low in HYPHENS and touching(pieces, j) and touching(pieces, j + 1)
    k = j + 1 if tied or (j < len(pieces) and pieces[j].low == "of" and number.form == "vague") else j
    money = ahead(pieces, k, "currencies", "word", "after")
    if money:
        return table("currencies")[money[0]]["code"], "money", money[1]
    measure = ahead(pieces, k, "units", "word", "")
    if measure is None or number.form in ("ordinal", "fraction") or not _spelt_so(pieces, k, number):
        return None, None, j
    row = table("units")[measure[0]]
    if row["unit"] == "pound" and number.scaled and not _of(pieces, measure[1]):
        return "GBP", "money", measure[1]  # "51 million pounds"; "2 million pounds of beef" are weighed
    if number.form == "none" and row["kind"] not in ("time", "clock"):
        return None, None, j
    return row["unit"], row["kind"], measure[1]


def _of(pieces: list[Piece], i: int) -> bool:
    return i < len(pieces) and pieces[i].low in ("of", "per")


def _spelt_so(pieces: list[Piece], k: int, number: Number) -> bool:
    """A short unit must stand by the number: "5m", "5 m"; "second" is a unit only in the plural or tied."""
    word = pieces[k].low
    if word == "second":
        return k > number.after
    if word in SPANS and number.low > 1:
        return k > number.after  # "8,700 season tickets" last no season
    return word not in ("et", "am") or k < len(pieces)


def _hedge(pieces: list[Piece], first: int, floor: int) -> tuple[int, str, Bound | None, bool]:
    """The hedges before the amount, several allowed ("an estimated total of"): (first piece, words, bound, blurred)."""
    bound: Bound | None = None
    blurred = False
    words: list[str] = []
    for _ in range(3):
        found = behind(pieces, first, floor, "units_hedges", "words")
        if found is None:
            break
        row = table("units_hedges")[found[0]]
        if row["words"] == "up to" and _goes(pieces, found[1]):
            break  # "the wage will go up to 14 euros"
        bound = bound or bound_named(row["bound"])
        blurred = blurred or row["approximate"] == "yes"
        words.insert(0, row["words"])
        first = found[1]
    return first, " ".join(words), bound, blurred


def _goes(pieces: list[Piece], i: int) -> bool:
    """Whether a verb of going stands before the "up": "has gone up to 14"; "fines go up to 500" is a bound."""
    before = pieces[i - 1].low if i else ""
    helped = i > 1 and pieces[i - 2].low in ("will", "would", "to", "could", "should", "may", "might")
    return before in CREPT or (before == "go" and helped)


def bound_named(cell: str) -> Bound | None:
    """The bound that a cell of a table names; None where it names another thing, or nothing."""
    match cell:
        case "at_least" | "at_most" | "more_than" | "less_than":
            return cell
    return None


def _late_hedge(pieces: list[Piece], after: int, number: Number) -> tuple[Bound | None, bool, int]:
    """The hedge after the amount: "500+", "30 or more", "thirty-odd"."""
    if number.form != "count":
        return None, False, after
    found = ahead(pieces, after, "units_hedges", "words", "after")
    if found is None:
        return None, False, after
    row = table("units_hedges")[found[0]]
    if row["words"] in ("at least", "at most", "at the most", "minimum", "maximum"):  # "30, at least 5 of them"
        ends = found[1] >= len(pieces) or pieces[found[1]].low in (".", ",", ";", ")")
        if not ends:
            return None, False, after
    return bound_named(row["bound"]), row["approximate"] == "yes", found[1]
