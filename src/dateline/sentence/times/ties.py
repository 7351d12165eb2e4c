"""Where the words alone tie, the words around decide: is "may" a month, is "1990" a year, does "now" count, past or coming.

In:   tokens, a place, and the encoder's reading where there is one.
Out:  yes or no; the tense of the verb an expression belongs to, and its preposition.
Room: sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from dateline.sentence.reading import Reading
from dateline.sentence.times.model import Tense
from dateline.sentence.times.piece import Piece
from dateline.sentence.times.tense import Tenses
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import MONTH, UNIT, UNSURE_MONTH, Phrase

_YEAR_LEADS = {"in", "since", "by", "of", "until", "till", "from", "before", "after", "during", "between", "late", "early", "mid", "and", "to", "through", "around", "circa", "ca", "(", "-", "year", "years", "summer", "fall", "spring", "winter", "autumn", "post", "pre", "for", ";", "c", "than", "about", "or", "the", "/", "back", "as", "on", "its", "a", ","}  # fmt: skip
_NOT_YEAR_AFTER = {"people", "men", "women", "troops", "soldiers", "feet", "foot", "meters", "metres", "miles", "km", "kilometers", "kilometres", "points", "dollars", "tons", "tonnes", "pounds", "kilograms", "workers", "employees", "students", "residents", "acres", "%", "percent", "million", "billion", "hours", "days", "weeks", "months", "years", "minutes", "shares", "times", "prisoners", "casualties", "horses", "tanks", "guns", "aircraft", "planes", "km²", "mm", "yards", "votes", "seats", "rounds", "copies", "barrels", "jobs", "megawatts", "mw", "homes", "houses", "dead", "wounded", "killed", "others", "members", "delegates", "units", "civilians", "refugees", "rupees", "euros", "francs", "yen"}  # fmt: skip
_NOT_YEAR_BEFORE = {"$", "£", "€", "#", "no", "number", "flight", "page", "room", "section", "route", "highway", "windows", "act", "about", "over", "nearly", "than", "some", "only", "level", "model", "boeing", "airbus", "index", "at"}  # fmt: skip
_COMMA_NUMBERS = re.compile(r"\d,\d{3}\b")
_BC = re.compile(r"\b\d{3}\s?(?:BC|B\.C\.)")
_MONTH_LEADS = {"in", "of", "since", "by", "until", "till", "from", "before", "after", "during", "between", "late", "early", "mid", "last", "next", "this", "to", "through", "and", "-", "each", "every", "for", "on", "(", ",", "/", "or", "around", "following", "past", "the", "throughout"}  # fmt: skip
_BARE_LEADS = {"for", "in", "within", "over", "after", "of", "took", "take", "takes", "taken", "lasted", "lasting", "last", "spent", "spend", "than", "waited", "during", "by", "through"}  # fmt: skip
_PREPOSITIONS = {"in", "on", "by", "since", "until", "till", "before", "after", "from", "during", "within", "for", "through", "between", "around", "about", "at", "throughout", "over", "to", "of", "than", "following", "as"}  # fmt: skip


class Context:
    """A text's tokens with what is known about the words around any place."""

    def __init__(self, t: Tokens, reading: Reading) -> None:
        self.t = t
        self.reading = reading
        self.tenses = Tenses(t, reading)
        self.comma_numbers = bool(_COMMA_NUMBERS.search(t.text[:200_000]))
        self.ancient = len(_BC.findall(t.text[:200_000])) >= 2

    def read(self, start: int, end: int) -> bool:
        """Whether the characters stand in a sentence that was read; furniture of the page is not."""
        if not self.reading.sentences:
            return True
        n = bisect_right(self.tenses.starts, end - 1) - 1
        return n >= 0 and self.reading.sentences[n].end > start

    def governing(self, i: int, p: Piece) -> tuple[Tense | None, str | None]:
        """The tense of the governing verb, and the preposition before the expression."""
        return self.tenses.around(i, p.end), self.preposition(i)

    def preposition(self, i: int) -> str | None:
        """The preposition that the expression hangs on."""
        word = self.t.word(i - 1)
        if word == "of" and self.t.word(i - 2) == "as":
            return "as of"
        return word if word in _PREPOSITIONS else None

    def phrase(self, i: int, phrase: Phrase) -> bool:
        """Whether a fixed phrase counts here."""
        t, end = self.t, i + len(phrase.words)
        if phrase.tie == "skip" or (t.word(end) == "-" and t.glued(end)) or (t.word(i - 1) == "-" and t.glued(i)):
            return False
        check = _PHRASE_TIES.get(phrase.tie)
        return check is None or check(t, i, end)


def _now(t: Tokens, i: int, end: int) -> bool:
    return not (
        t.word(end) in ("that", "then")
        or (t.word(i - 1) in ("and", "then") and t.word(end) == "then")
        or (t.word(end) == "," and t.capital(i) and t.word(i - 1) == '"')
    )


def _attribute(t: Tokens, i: int, end: int) -> bool:
    return t.word(end).isalpha() and t.word(i - 1) not in ("most", "more")


def _soon(t: Tokens, i: int, end: int) -> bool:
    return t.word(end) not in (
        "after",
        "before",
        "as",
        "thereafter",
        "afterward",
        "afterwards",
        "found",
        "became",
    ) and t.word(i - 1) not in ("as", "too", "very")


_PHRASE_TIES = {
    "now": _now,
    "attribute": _attribute,
    "soon": _soon,
    "former": lambda t, i, end: False,
    "previously": lambda t, i, end: False,
    "at": lambda t, i, end: t.word(i - 1) == "at",
    "tail": lambda t, i, end: True,
}


def accepted(c: Context, i: int, p: Piece) -> bool:
    """Whether the words around let the piece be a time."""
    m, t = p.meaning, c.t
    if _a_title(t, i, p):
        return False
    if m.shape == "set" and m.get("adverb"):
        return _adverb(t, i, p)
    if m.shape == "pointed" and m.unit == "time" and t.word(i - 1) == "at":
        return t.word(p.end) == "as"
    if m.shape == "calendar":
        if m.get("year") is not None and len(m.fields) == 1:
            return _year(c, i, p)
        if m.get("month") is not None and m.get("day") is None and m.get("year") is None and not m.modifier:
            return _month(c, i, p)
        if m.get("holiday"):
            return t.word(p.end) not in ("island", "tree", "card", "carol") and t.word(i - 1) != "father"
        if m.get("weekday") and len(m.fields) == 1:
            return True
        if m.get("hour") is not None:
            return not m.get("half_open") or True
    if m.shape == "duration" and m.get("bare"):
        return (t.word(i - 1) in _BARE_LEADS and t.word(p.end) not in ("of",)) or t.word(p.end - 1) == "long"
    if m.shape == "definite":
        return t.word(p.end) not in (
            "of",
            "when",
            "that",
            "'",
            "-",
            "after",
            "before",
            "he",
            "she",
            "they",
            "i",
            "we",
            "it",
        )
    if m.shape == "duration":
        return _duration(c, i, p)
    return True


def _a_title(t: Tokens, i: int, p: Piece) -> bool:
    """ "60 Minutes", "This Week": a unit with a capital inside a sentence names a programme or a paper."""
    last = p.end - 1
    if t.word(last) not in UNIT or not t.capital(last) or t.raw(last).isupper():
        return False
    return last > i or t.word(i - 1) not in (".", "\n", "", '"')


def _adverb(t: Tokens, i: int, p: Piece) -> bool:
    """ "quarterly dividend" and "the annual parade" name kinds of things; a "daily Granma" is a newspaper."""
    if (
        t.word(i) in ("quarterly", "annual", "yearly", "biannual", "semiannual")
        and t.word(p.end).isalpha()
        and t.word(p.end) not in ("in", "to")
    ):
        return False
    return not t.capital(p.end) and not (t.capital(i) and t.word(i - 1) not in (".", "\n", ""))


def _duration(c: Context, i: int, p: Piece) -> bool:
    t = c.t
    last = t.word(p.end - 1)
    if p.end - i == 1:
        return False
    if last in ("second", "seconds") and t.word(i) == "a":
        return False
    return not (t.word(i) in ("a", "an") and p.end - i == 2 and t.word(p.end) in ("of", "when", "that", "'", "-", "in"))


def _year(c: Context, i: int, p: Piece) -> bool:
    t, year = c.t, p.meaning.get("year")
    word = t.word(p.end - 1)
    if not word.isdecimal() or p.end - i > 1:
        return True
    before, after = t.word(i - 1), t.word(p.end)
    if before in _NOT_YEAR_BEFORE and before not in ("about", "over", "at"):
        return False
    if after in _NOT_YEAR_AFTER or (
        after == "-"
        and t.glued(p.end)
        and t.word(p.end + 1) in ("pound", "foot", "mile", "member", "meter", "ton", "man")
    ):
        return False
    if 1800 <= year <= 2099 and c.comma_numbers:
        return before not in ("about", "over", "at", "nearly", "than", "some") or after in (".", ",")
    if 1900 <= year <= 2049:
        return before not in ("about", "over", "at", "nearly", "than", "some", "only")
    return before in _YEAR_LEADS - {"a", "than", "about", "for", "on", "its", "the"}


def _month(c: Context, i: int, p: Piece) -> bool:
    t = c.t
    word = t.word(i) if t.word(i) not in ("the",) else t.word(i + 1)
    if word in MONTH and len(word) < 5 and word not in ("may", "june", "july") and t.word(i + 1) != ".":
        return False  # "Jan" and "Mar" without a full stop are names
    if word not in UNSURE_MONTH:
        return True
    return t.word(i - 1) in _MONTH_LEADS and t.word(p.end) not in ("i", "he", "she", "they", "we", "be", "have", "not")
