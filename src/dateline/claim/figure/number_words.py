"""Reads one number as written, in digits or in words: "1,100", "two hundred and six", "dozens", "$60-million".

In:   the words and marks of a text.
Out:  for a word at which a number begins, what it is worth and where it ends; None where digits belong to a name,
      a clock time, a score, a date or a telephone number.
Room: claim. What number words are worth is a table, `lexicon/units_numbers.tsv`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from dateline.claim.figure.pieces import HYPHENS, Piece, ahead, behind, pieces_of, touching
from dateline.lexicon.tables import table

Form = Literal["count", "ordinal", "fraction", "vague", "none"]
BIGGEST: Final = 1e15  # a longer row of digits is an identifier, not an amount
HELPERS: Final = frozenset({"to", "will", "would", "can", "could", "may", "might", "must", "shall", "should"})
COMPARED: Final = frozenset({"more", "less", "fewer", "higher", "lower", "larger", "smaller", "cheaper"})
OVER: Final = frozenset({
    ".", ",", ";", ":", ")", "!", "?", "to", "in", "on", "since", "from", "over", "this", "last", "compared", "and",
    "after", "because", "as", "at", "for", "within", "when", "while", "but", "during", "by", "between", "against",
})  # fmt: skip
HALF_MORE: Final = ["and", "a", "half"]
HALVED: Final = frozenset({"of", "the", "its", "their", "his", "her", "our", "those", "these", "that", "all"})


@cache
def numbers() -> dict[str, dict[str, tuple[float, float]]]:
    """Per class of number words, what each is worth."""
    out: dict[str, dict[str, tuple[float, float]]] = {}
    for row in table("units_numbers"):
        low, _, high = row["value"].partition("..")
        out.setdefault(row["class"], {})[row["word"]] = (float(low), float(high or low))
    return out


NOW: Final = frozenset({"now", "already", "currently", "still", "today"})


@cache
def _labels() -> frozenset[str]:
    return frozenset(pieces_of(row["word"])[0].low for row in table("units_labels"))


@dataclass(frozen=True, slots=True)
class Number:
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


def _digits(pieces: list[Piece], i: int) -> Number | None:
    """A number that begins with digits, with its scale."""
    bare = pieces[i].low
    scale = scale_at(pieces, i + 1)
    percent = i + 1 < len(pieces) and pieces[i + 1].low in ("%", "percent", "per")
    money = behind(pieces, i, 0, "currencies", "word") is not None
    value = _value(bare, money or scale is not None or percent)
    if value is None or (bare[0] == "0" and len(bare) > 1 and bare[1] != "."):
        return None
    after = i + 1
    if value < 10 and (share := _in(pieces, after, value)) is not None:  # "8 in 10 households"
        return share
    if after < len(pieces) and touching(pieces, after) and pieces[after].low in ("st", "nd", "rd", "th"):
        return Number(value, value, after + 1, "ordinal")
    if scale is None and _spelt(pieces, after) == HALF_MORE:
        return Number(value + 0.5, value + 0.5, after + 3)  # "17 and a half years"
    if scale:
        value, after = value * scale[0], scale[1]
        if again := scale_at(pieces, after):  # "2 hundred thousand"
            value, after = value * again[0], again[1]
    return Number(value, value, after, scaled=scale is not None) if value <= BIGGEST else None


def scale_at(pieces: list[Piece], i: int) -> tuple[float, int] | None:
    """The scale word at piece i ("million", the m of "200m"), with the piece after it."""
    if i >= len(pieces):
        return None
    known, word = numbers(), pieces[i].low
    if word in known["scale"]:
        return known["scale"][word][0], i + 1
    if word in HYPHENS and i + 1 < len(pieces) and pieces[i + 1].low in known["scale"]:  # "$60-million"
        return known["scale"][pieces[i + 1].low][0], i + 2
    money = i >= 2 and bool(behind(pieces, i - 1, 0, "currencies", "word"))
    if word in known["suffix"] and (len(word) > 1 or touching(pieces, i) or money):  # "$1.5 m"
        if word in ("m", "b") and not _means_million(pieces, i):
            return None
        return known["suffix"][word][0], i + 1
    return (12.0, i + 1) if word == "dozen" else None


def _means_million(pieces: list[Piece], i: int) -> bool:
    """Whether the m of "5m" is a million: after a currency, or before a plural noun ("5m people")."""
    if i >= 2 and behind(pieces, i - 1, 0, "currencies", "word"):
        return True
    following = pieces[i + 1].low if i + 1 < len(pieces) else ""
    if ahead(pieces, i + 1, "currencies", "word", "after"):
        return True  # "2m rand"
    return following == "people" or (len(following) > 3 and following.endswith("s") and not following.endswith("ss"))


@cache
def openers() -> frozenset[str]:
    """The words at which a number can begin."""
    classes = ("vague", "times", "ordinal", "small", "tens")
    return frozenset({"half", "a", "an", "nobody", "none", "no"}).union(*(numbers()[name] for name in classes))


def _words(pieces: list[Piece], i: int) -> Number | None:
    """A number that begins with a word: "two hundred", "dozens", "half a million", "two thirds of"."""
    word, known = pieces[i].low, numbers()
    if word == "half" or word in ("a", "an"):
        return _with_article(pieces, i)
    if word in known["vague"]:
        return _vague(pieces, i)
    if word in known["times"]:
        return _several(pieces, i)
    if word in known["ordinal"]:
        low = known["ordinal"][word][0]
        return Number(low, low, i + 1, "ordinal")
    if word == "nobody":
        return Number(0.0, 0.0, i + 1, "none")
    if word in ("none", "no"):
        label = _next_word(pieces, i) == "." and i + 2 < len(pieces) and pieces[i + 2].kind == "digits"  # "No. 3"
        if label or _next_word(pieces, i) in ("fewer", "less", "more", "higher", "later", "longer", "doubt"):
            return None
        one = _next_word(pieces, i) == "one" and word == "no"  # "no one was hurt"
        return Number(0.0, 0.0, i + 2 if one else i + 1, "none")
    if word in known["small"] or word in known["tens"]:
        return _compound(pieces, i)
    return None


def _compound(pieces: list[Piece], i: int) -> Number | None:
    """ "two", "forty-five", "three hundred and six thousand", "two dozen", "two thirds", "twenty-first"."""
    known = numbers()
    total = current = 0.0
    j, last = i, ""
    scaled = False
    while j < len(pieces):
        word = pieces[j].low
        if word in HYPHENS and j > i and last in known["tens"] and _next_word(pieces, j) in _after_tens():
            j += 1
        elif word in known["small"] and (j == i or last in known["tens"] or last in known["scale"] or last == "and"):
            current += known["small"][word][0]
            last, j = word, j + 1
        elif word in known["tens"] and (j == i or last in known["scale"] or last == "and"):
            current += known["tens"][word][0]
            last, j = word, j + 1
        elif word in known["scale"] and j > i:
            size = known["scale"][word][0]
            scaled = scaled or size > 100
            if size == 100:
                current *= size
            else:
                total, current = total + current * size, 0.0
            last, j = word, j + 1
        elif word == "dozen" and j == i + 1:
            return Number(current * 12, current * 12, j + 1)
        elif (
            word == "and"
            and last in known["scale"]
            and _next_word(pieces, j) in (known["small"].keys() | known["tens"].keys())
        ):
            last, j = word, j + 1
        elif word in known["ordinal"] and last in known["tens"] and known["ordinal"][word][0] < 10:
            value = total + current + known["ordinal"][word][0]
            return Number(value, value, j + 1, "ordinal")
        else:
            break
    part = (_part(pieces, j, current) or _in(pieces, j, current)) if total == 0 and current < 20 else None
    if part is None and total == 0 and current < 20 and _spelt(pieces, j) == HALF_MORE:
        return Number(current + 0.5, current + 0.5, j + 3)  # "two and a half metres"
    return part or Number(total + current, total + current, j, scaled=scaled)


def _spelt(pieces: list[Piece], i: int) -> list[str]:
    """The three words from piece i on."""
    return [p.low for p in pieces[i : i + 3]]


@cache
def _after_tens() -> frozenset[str]:
    return frozenset(numbers()["small"]) | frozenset(numbers()["ordinal"])


def _next_word(pieces: list[Piece], j: int) -> str:
    return pieces[j + 1].low if j + 1 < len(pieces) else ""


def _part(pieces: list[Piece], j: int, count: float) -> Number | None:
    """The "thirds" of "two thirds", "two-thirds"; it must be a part of something."""
    if j < len(pieces) and pieces[j].low in HYPHENS and touching(pieces, j):
        j += 1
    word = pieces[j].low if j < len(pieces) else ""
    parts = numbers()["part"]
    if word not in parts or not (_next_word(pieces, j) in ("of", "the") or (count > 1 and word.endswith("s"))):
        return None
    share = count / parts[word][0]
    return Number(share, share, j + 1, "fraction") if 0 < share < 1 else None


def _in(pieces: list[Piece], j: int, count: float) -> Number | None:
    """The "in five" of "one in five", "one of every five"; "two in 2019" and "two in three places" are none."""
    if _next_word(pieces, j - 1) in ("in", "of", "out") and "every" in (
        _next_word(pieces, j),
        _next_word(pieces, j + 1),
    ):
        j += 1 if _next_word(pieces, j) == "every" else 2
        of = _next_word(pieces, j)
    else:
        of = pieces[j + 1].low if j + 1 < len(pieces) and pieces[j].low == "in" else ""
    whole = (float(of), float(of)) if of in ("3", "4", "5", "10", "20", "100") else numbers()["small"].get(of)
    if whole is None or not 0 < count < whole[0] or count > 9:
        return None
    return Number(count / whole[0], count / whole[0], j + 2, "fraction")


def _with_article(pieces: list[Piece], i: int) -> Number | None:
    """ "a dozen", "a hundred", "half a million", "a couple of", "a third of", "half the crew", "half of"."""
    known = numbers()
    word, after = pieces[i].low, _next_word(pieces, i)
    if word == "half":
        if after in ("a", "an") and i + 2 < len(pieces):
            size = known["scale"].get(pieces[i + 2].low) or known["dozen"].get(pieces[i + 2].low)
            if size is None and _measured(pieces, i + 2):
                return Number(0.5, 0.5, i + 2)  # "half a metre"
            return Number(size[0] / 2, size[0] / 2, i + 3, scaled=True) if size else None
        lone = after in HALVED or (i > 0 and pieces[i - 1].low == "by" and _ends(pieces, i + 1))
        return Number(0.5, 0.5, i + 1, "fraction") if lone else None
    if after in known["scale"]:
        size = known["scale"][after]
        again = scale_at(pieces, i + 2)
        value = size[0] * (again[0] if again else 1.0)
        return Number(value, value, again[1] if again else i + 2, scaled=value > 100)
    if after == "dozen":
        return Number(12.0, 12.0, i + 2)
    if after in ("score", "couple", "pair") and _next_word(pieces, i + 1) == "of":
        size = known["dozen"].get(after) or known["couple"][after]
        times = scale_at(pieces, i + 3)
        value = size[0] * (times[0] if times else 1.0)
        return Number(value, value, times[1] if times else i + 2, "count" if after != "couple" else "vague")
    if after in ("few", "couple"):
        several = _several(pieces, i + 1)
        return several
    return _small_part(pieces, i + 1) or _part(pieces, i + 1, 1.0)


def _small_part(pieces: list[Piece], i: int) -> Number | None:
    """The "half" or "quarter" of a unit: "a quarter point", "a quarter of a percentage point", "a half mile"; and the
    part by which something differs: "by a third"."""
    word = pieces[i].low if i < len(pieces) else ""
    share = 0.5 if word == "half" else 1 / numbers()["part"][word][0] if word in numbers()["part"] else None
    if share is None:
        return None
    j = i + 2 if i + 1 < len(pieces) and pieces[i + 1].low in HYPHENS and touching(pieces, i + 1) else i + 1
    if _spelt(pieces, j)[:2] in (["of", "a"], ["of", "an"]):
        j += 2
    if _measured(pieces, j):
        return Number(share, share, j)
    more = word != "half" and i + 1 < len(pieces) and pieces[i + 1].low in COMPARED
    if more or (i >= 2 and pieces[i - 2].low == "by" and _ends(pieces, i + 1)):
        return Number(share, share, i + 1, "fraction")
    return None


def _measured(pieces: list[Piece], i: int) -> bool:
    """Whether a unit begins at piece i: "metre", "percentage point"."""
    found = ahead(pieces, i, "units", "word", "")
    return found is not None and table("units")[found[0]]["kind"] != "clock"


def _ends(pieces: list[Piece], i: int) -> bool:
    """Whether a phrase is over before piece i: a mark, a preposition, a conjunction; nothing that it could count."""
    return i >= len(pieces) or pieces[i].low in OVER


def _several(pieces: list[Piece], i: int) -> Number | None:
    """ "several hundred", "a few thousand": only before a scale; alone it is no number."""
    times = numbers()["times"].get(pieces[i].low)
    scale = scale_at(pieces, i + 1)
    if not times or not scale:
        return None
    return Number(times[0] * scale[0], times[1] * scale[0], scale[1], "vague", scaled=True)


def _vague(pieces: list[Piece], i: int) -> Number | None:
    """ "dozens", "hundreds of", "tens of thousands", "hundreds of millions"."""
    low, high = numbers()["vague"][pieces[i].low]
    bigger = pieces[i + 2].low if i + 2 < len(pieces) and pieces[i + 1].low == "of" else ""
    if bigger in ("thousands", "millions", "billions"):
        size = numbers()["vague"][bigger][0] / 2
        return Number(low * size, high * size + size - 1, i + 3, "vague", scaled=True)
    if pieces[i].low == "tens":
        return None
    return Number(low, high, i + 1, "vague")


def number_at(pieces: list[Piece], i: int) -> Number | None:
    """The number that begins at piece i, or None."""
    if i >= len(pieces):
        return None
    if pieces[i].kind == "digits":
        return None if _named(pieces, i) else _digits(pieces, i)
    return _words(pieces, i) if pieces[i].kind == "word" and pieces[i].low in openers() else None


def _named(pieces: list[Piece], i: int) -> bool:
    """Whether the digits belong to a name, a clock time, a score, a date or a telephone number.

    "G5", "F-16", "1:30", "0-3", "10/10", "555-0100", "3.1.2", "Route 66", "#3", "4x4", "user123", "@2".
    """
    before, after = (pieces[i - 1] if i else None), (pieces[i + 1] if i + 1 < len(pieces) else None)
    lost = before is not None and before.low == "#"  # "# 50,000": a sum whose sign is lost
    row = before is not None and before.kind == "digits"  # "01326 290889"
    if lost or row or (after and after.kind == "digits" and not _models(pieces, i + 1)):
        return True
    if before and touching(pieces, i):
        if before.kind == "word":
            return before.low.upper() not in _codes()
        if before.low in (":", "/", "@", "_", "\\", "=", "&", "+") or before.low == ".":
            return True
        if before.low in HYPHENS and i >= 2 and touching(pieces, i - 1):
            return pieces[i - 2].kind == "word" or _row_of_digits(pieces, i)
    if after and touching(pieces, i + 1):
        if after.low in (":", "/", "_", "@", "\\", "=", "^") and touching(pieces, i + 2):
            return True
        if after.low == "." and touching(pieces, i + 2) and i + 2 < len(pieces) and pieces[i + 2].kind != "mark":
            return True
        if after.kind == "word" and not _suffix(after.low):
            return True
        if after.low in HYPHENS and _row_of_digits(pieces, i):
            return True
    at = i - 1 if before and before.low != "." else i - 2
    label = pieces[at].low if at >= 0 else ""
    now = at > 0 and label == "number" and pieces[at - 1].low in NOW
    if at > 0 and (pieces[at - 1].low in HELPERS or now):
        return False  # "would order 24 lorries", "its victims now number 71"
    return label in _labels() and not _dollars(pieces, i) and "," not in pieces[i].low  # "the firm's line 850,000 rand"


def _models(pieces: list[Piece], i: int) -> bool:
    """Whether the digits at i are a model by its number, in the plural: the 777s of "18 777s"."""
    return i + 1 < len(pieces) and pieces[i + 1].low == "s" and touching(pieces, i + 1)


def _row_of_digits(pieces: list[Piece], i: int) -> bool:
    """Whether the digits at i stand in a row such as 555-0100, 2024-03-16 or 3-2; "20-30" is a range."""
    for left, right in ((i, i + 2), (i - 2, i)):
        if left < 0 or right >= len(pieces) or pieces[left].kind != "digits" or pieces[right].kind != "digits":
            continue
        if not (touching(pieces, left + 1) and touching(pieces, right) and pieces[left + 1].low in HYPHENS):
            continue
        low, high = _value(pieces[left].low, True), _value(pieces[right].low, True)
        longer = any(
            0 <= k < len(pieces) and pieces[k].low in HYPHENS and touching(pieces, k) and touching(pieces, k + 1)
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
    units = {p[0].low for row in table("units") if (p := pieces_of(row["word"])) and p[0].kind == "word"}
    return frozenset(units | set(numbers()["suffix"]) | set(numbers()["scale"]) | {"st", "nd", "rd", "th", "s"})


def _suffix(word: str) -> bool:
    return word in _suffixes() and word != "s"


def _dollars(pieces: list[Piece], i: int) -> bool:
    return i > 0 and pieces[i - 1].low in ("$", "€", "£")
