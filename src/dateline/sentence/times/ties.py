"""Where the words alone tie, the words around decide: is "may" a month, is "1990" a year, does "now" count.

In:   tokens, a place, and the encoder's reading where there is one.
Out:  yes or no; the tense of the verb an expression belongs to, and its preposition.
Room: sentence. The words that decide are sets in `lexicon/times_cues.tsv`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import Final

from dateline.sentence.reading import Reading
from dateline.sentence.times.duration_rules import ALL_LONG
from dateline.sentence.times.model import Tense
from dateline.sentence.times.piece import Piece
from dateline.sentence.times.tense import Tenses
from dateline.sentence.times.tokens import Tokens
from dateline.sentence.times.words import MONTH, NUMBER, ORDINAL, UNIT, UNSURE_MONTH, WEEKDAY, Phrase, cue

_YEAR_LEADS: Final = cue("year leads")
_COUNT_LEADS: Final = cue("count leads")
_NOT_YEAR_BEFORE: Final = cue("not a year before")
_NOT_YEAR_AFTER: Final = cue("not a year after")
_MAKES: Final = cue("make behind a year")
_OF_ONE: Final = frozenset(
    ["a", "an", "his", "her", "their", "s", "of", "old", "green", "white", "blue", "black", "red"]
)
_THESE_TIMES: Final = cue("of these times")
_MONTH_LEADS: Final = cue("month leads")
_MONTH_LINKS: Final = cue("month links")
_FIRST_NAMES: Final = frozenset(["april", "june", "august", "may", "march"])
_NOT_FEASTS: Final = frozenset(["island", "islands", "tree", "trees", "card", "cards", "carol"])
_AFTER_MAY: Final = frozenset(["i", "he", "she", "they", "we", "be", "have", "not"])
_AHEAD: Final = frozenset(["will", "would", "could", "may", "might"])
_BARE_LEADS: Final = cue("bare plural leads")
_UNTIL: Final = frozenset(["until", "till", "through"])
_PREPOSITIONS: Final = cue("preposition")
_NOT_DEFINITE: Final = cue("not definite before")
_DETERMINERS: Final = frozenset(["the", "a", "an", "his", "her", "their", "its", "our", "my"])
_NAMED_KINDS: Final = frozenset(["quarterly", "annual", "yearly", "biannual", "semiannual"])
_COMMA_NUMBERS: Final = re.compile(r"\d,\d{3}\b")
_LOOK: Final = 200_000  # characters in which a text's way of writing thousands is looked for
_CALENDAR_UNITS: Final = frozenset(["day", "week", "month", "year", "decade", "fortnight"])
_COUNTS: Final = frozenset(NUMBER) - {"a", "an", "one"}
_MUST: Final = frozenset(["will", "must", "shall", "'ll"])
_CLAUSE: Final = 8  # words before "in" that are looked at
_BREAKS: Final = frozenset([".", ",", ";", ":", "\n", '"'])
_RANKS: Final = frozenset(
    ["only", "last", "most", "more", "times", "time", "worst", "best", "no", "not", "never", "twice"]
)
_GOES_ON: Final = (("that", "followed"), ("to", "come"), ("that", "follow"), ("leading", "up"))
_LATTER: Final = 25  # words behind "the former" in which "the latter" is looked for
_NEWS: Final = frozenset(["yesterday", "today", "tomorrow", "tonight", "week", *WEEKDAY])
_FULL_MONTHS: Final = frozenset(["may", "june", "july"])  # short, yet not cut short


class Context:
    """A text's tokens with what is known about the words around any place."""

    def __init__(self, t: Tokens, reading: Reading) -> None:
        self.t = t
        self.reading = reading
        self.tenses = Tenses(t, reading)
        self.extents = {(x.start, x.end) for x in reading.times}
        self.starts = [x.start for x in reading.times]
        self.history = _history(t)
        self.comma_numbers = bool(_COMMA_NUMBERS.search(t.text[:_LOOK]))

    def read(self, start: int, end: int) -> bool:
        """Whether the characters stand in a sentence that was read; furniture of the page is not."""
        if not self.reading.sentences:
            return True
        n = bisect_right(self.tenses.starts, end - 1) - 1
        return n >= 0 and self.reading.sentences[n].end > start

    def governing(self, i: int, p: Piece) -> tuple[Tense | None, str | None]:
        """The tense of the governing verb, and the preposition before the expression."""
        m = p.meaning
        owns = self.t.word(p.end) == "'"  # "would contest Wednesday's ruling"
        weekday = m.get("weekday") is not None and m.get("day") is None and m.get("month") is None and not owns
        if self.t.words(i - 2, 2) == ("at", "least") and self.t.word(i - 3) in _UNTIL:
            i -= 2  # "until at least Monday"
        return self.tenses.around(i, p.end, weekday), self.preposition(i)

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

    def seen(self, i: int, p: Piece) -> bool:
        """Whether the encoder takes just these words for a time; it outvotes the ties, which know fewer words."""
        if _other_sense(self.t, i, p) or (p.meaning.shape == "pointed" and p.meaning.unit == "time"):
            return False
        if p.meaning.shape == "reference" and self.t.word(p.end) == "-" and self.t.glued(p.end):
            return False  # "the now-cancelled deal"
        return (self.t.start[i], self.t.end[p.end - 1]) in self.extents

    def agreed(self, i: int, p: Piece) -> str:
        """What the encoder takes for a time there: just these words, some of them, none; or it read nothing."""
        start, end = self.t.start[i], self.t.end[p.end - 1]
        if (start, end) in self.extents:
            return "same"
        if not self.reading.sentences:
            return "unread"
        n = bisect_right(self.starts, end - 1) - 1
        return "some" if n >= 0 and self.reading.times[n].end > start else "none"

    def upos(self, i: int) -> str | None:
        """The tag of the reader's token at token i."""
        return self.tenses.upos(self.t.start[i])


def _history(t: Tokens) -> bool:
    """Whether the text is full of years, and those far more than the words of news that lean on its own day."""
    years = sum(1 for w in t.low if len(w) == 4 and w.isdecimal() and 1000 <= int(w) <= 2100)
    leaning = sum(1 for w in t.low if w in _NEWS)
    return years >= 8 and years > 3 * leaning


def _now(t: Tokens, i: int, end: int) -> bool:
    """Not "now that", and not the "Now," that opens a quotation."""
    opens = t.word(end) == "," and t.capital(i) and t.word(i - 1) == '"'
    return not (t.word(end) in ("that", "then") or opens)


def _alone(t: Tokens, i: int, end: int) -> bool:
    """ "In the past", not "the past three summers"."""
    del i
    return t.word(end) not in NUMBER and t.word(end) not in UNIT


def _ahead(t: Tokens, i: int, end: int) -> bool:
    """ "It will one day return"."""
    del end
    return bool(_AHEAD.intersection(t.low[max(0, i - 2) : i]))


_PHRASE_TIES: Final[dict[str, Callable[[Tokens, int, int], bool]]] = {
    "now": _now,
    "alone": _alone,
    "ahead": _ahead,
    "attribute": lambda t, i, end: t.word(end).isalpha() and t.word(i - 1) not in ("most", "more"),
}


_PAPERS: Final = frozenset(
    {"times", "telegraph", "herald", "mail", "mirror", "post", "tribune", "independent", "express", "star", "sun"}
    | {"observer", "chronicle", "journal", "gazette", "news", "standard", "world"}
)
_NUMBERED: Final = frozenset(
    {"resolution", "article", "section", "flight", "paragraph", "clause", "protocol", "decree", "room", "route"}
)


def never(t: Tokens, i: int, end: int) -> bool:
    """Whether the words around make another word of a fixed phrase: "as recently as 2009" measures the year behind it,
    "the former ... the latter" is the first of two."""
    if t.word(i) == "recently":
        return t.word(i - 1) == "as" and t.word(end) == "as"
    return t.word(i) == "former" and (not t.word(end).isalpha() or "latter" in t.low[end : end + _LATTER])


def accepted(c: Context, i: int, p: Piece) -> bool:
    """Whether the words around let the piece be a time."""
    if _other_sense(c.t, i, p):
        return False
    check = _CHECKS.get(p.meaning.shape)
    return check is None or check(c, i, p)


def _other_sense(t: Tokens, i: int, p: Piece) -> bool:
    """Whether the words are settled not to be a time, whatever else takes them for one."""
    return _a_title(t, i, p) or _these_times(t, i, p) or _a_paper(t, i, p) or _numbered(t, i, p)


def _a_paper(t: Tokens, i: int, p: Piece) -> bool:
    """ "The Sunday Times", "the Daily Mail on Sunday Post": a weekday in front of a newspaper's name."""
    paper = p.end == i + 1 and p.meaning.get("weekday") is not None
    return paper and t.word(p.end) in _PAPERS and t.capital(p.end)


def _numbered(t: Tokens, i: int, p: Piece) -> bool:
    """ "resolution 1973", "flight 2012": the number of a thing and no year."""
    return p.end == i + 1 and p.meaning.get("year") is not None and t.word(i - 1) in _NUMBERED


def _these_times(t: Tokens, i: int, p: Piece) -> bool:
    """ "Today's world", "today's young people": of these times, and of no one day."""
    behind = t.low[p.end + 2 : p.end + 4]
    return t.word(i) == "today" and t.words(p.end, 2) == ("'", "s") and not _THESE_TIMES.isdisjoint(behind)


def _a_title(t: Tokens, i: int, p: Piece) -> bool:
    """ "60 Minutes", "This Week": a unit with a capital inside a sentence names a programme or a paper."""
    last = p.end - 1
    if p.meaning.get("holiday") or p.meaning.get("century"):
        return False  # "Thanksgiving Day", "the 21st Century"
    if t.word(last) not in UNIT or not t.capital(last) or t.raw(last).isupper():
        return False
    return last > i or t.word(i - 1) not in (".", "\n", "", '"')


def _set(c: Context, i: int, p: Piece) -> bool:
    """ "quarterly dividend" and "the annual parade" name kinds of things; a "daily Granma" is a newspaper."""
    t = c.t
    if not p.meaning.get("adverb"):
        return True
    if t.word(i) in _NAMED_KINDS and t.word(p.end).isalpha() and t.word(p.end) not in ("in", "to"):
        return False
    return not t.capital(p.end) and not (t.capital(i) and t.word(i - 1) not in (".", "\n", ""))


def _pointed(c: Context, i: int, p: Piece) -> bool:
    """ "at the same time" links clauses; it is a time only where it goes on: "at the same time as the vote"."""
    if p.meaning.unit != "time":
        return True
    before = c.t.word(i - 1)
    return c.t.word(p.end) == "as" if before == "at" else before != "the"


def _calendar(c: Context, i: int, p: Piece) -> bool:
    m, t = p.meaning, c.t
    if m.get("year") is not None and len(m.fields) == 1:
        return _year(c, i, p)
    if m.get("month") is not None and m.get("day") is None and m.get("year") is None and not m.modifier:
        return _month(c, i, p)
    if m.get("holiday"):
        return t.word(p.end) not in _NOT_FEASTS and t.word(i - 1) not in ("father", "orthodox")
    return True


def _definite(c: Context, i: int, p: Piece) -> bool:
    """ "the year" by itself, not "the year of the coup", "the day they left"."""
    if p.meaning.unit == "weekend" and c.t.word(i - 1) in ("over", "at", "during"):
        return True  # "said over the weekend that"
    if p.meaning.unit == "day" and not p.meaning.modifier and c.t.word(i - 1) in ("of", "by"):
        return False  # "the issues of the day", "shakier by the day"
    return c.t.word(p.end) not in _NOT_DEFINITE and not _clause_next(c.t, p.end)


def _beside(c: Context, i: int, p: Piece) -> bool:
    """ "The day after his death" counts where the encoder takes it for a time; the words alone do not say a day."""
    del c, i
    return not p.meaning.get("definite")


def _clause_next(t: Tokens, end: int) -> bool:
    """ "The day Lucas left", "the year the mill shut": a clause says which, and no date before it does."""
    word = t.word(end)
    named = t.capital(end) and word not in WEEKDAY and word not in MONTH and t.start[end] - t.end[end - 1] == 1
    return named or word in _DETERMINERS


def _duration(c: Context, i: int, p: Piece) -> bool:
    t = c.t
    if p.meaning.get("bare"):
        goes_on = t.words(p.end, 2) in _GOES_ON and t.word(i - 1) == "the"  # "in the years that followed"
        return goes_on or (t.word(i - 1) in _BARE_LEADS and t.word(p.end) != "of") or t.word(p.end - 1) == "long"
    if t.word(i) in ALL_LONG:
        return True
    if p.end - i == 1 or (t.word(p.end - 1) == "second" and t.word(i) == "a"):
        return False
    alone = t.word(i) in ("a", "an") and p.end - i == 2
    return not (alone and t.word(p.end) in ("of", "when", "that", "'", "-", "in"))


def from_now(t: Tokens, i: int, p: Piece) -> bool:
    """Whether "in five years", told of what is to come, says when: "expires in three months". It is a length where
    something is counted or ranked within it: "her first visit in ten years", "three storms in two weeks"."""
    m = p.meaning
    if m.shape != "duration" or not m.count or m.unit not in _CALENDAR_UNITS or m.modifier not in (None, "APPROX"):
        return False
    if t.word(i) == "the" or t.word(p.end) == "of":  # "in the year ending June 30", "in two years of war"
        return False
    before = _clause_before(t, i - 1)
    return not any(w in _RANKS or w in ORDINAL or w.isdecimal() or w in _COUNTS or w.endswith("est") for w in before)


def ahead_of(t: Tokens, i: int, p: Piece) -> bool:
    """Whether "within 30 days" runs from the report on: "they must leave within 30 days", not "of the vote"."""
    told = p.meaning.shape == "duration" and p.meaning.count and t.word(p.end) not in ("of", "after", "from", "before")
    return bool(told) and bool(_MUST.intersection(_clause_before(t, i - 1)))


def _clause_before(t: Tokens, i: int) -> list[str]:
    """The words before token i, back to a mark."""
    before = t.low[max(0, i - _CLAUSE) : i]
    marks = [n for n, word in enumerate(before) if word in _BREAKS]
    return list(before[marks[-1] + 1 :] if marks else before)


def _year(c: Context, i: int, p: Piece) -> bool:
    """Four digits are a year unless something counted or numbered stands beside them."""
    t, year = c.t, p.meaning.get("year")
    if not t.word(p.end - 1).isdecimal() or p.end - i > 1:
        return True
    before, after = t.word(i - 1), t.word(p.end)
    if after in _MAKES and before in _OF_ONE:  # "a 1987 Chevrolet"
        return False
    if before in _NOT_YEAR_BEFORE or after in _NOT_YEAR_AFTER:
        return False
    if after == "-" and t.glued(p.end) and t.word(p.end + 1) in _NOT_YEAR_AFTER:
        return False
    if 1800 <= year <= 2099 and c.comma_numbers:  # the text writes "1,990" for a count
        return before not in _COUNT_LEADS or after in (".", ",")
    if 1900 <= year <= 2049:
        return before not in _COUNT_LEADS
    return before in _YEAR_LEADS


def _month(c: Context, i: int, p: Piece) -> bool:
    """ "may" and "march" are months after a preposition; "April Jones" and "Jan" without a full stop are people."""
    t = c.t
    word = t.word(i) if t.word(i) != "the" else t.word(i + 1)
    if word in MONTH and len(word) < 5 and word not in _FULL_MONTHS and t.word(i + 1) != ".":
        return False
    before = t.word(i - 1)
    named = word in _FIRST_NAMES and before not in _MONTH_LEADS and before not in ("the", "a", "an")
    if named and t.capital(p.end) and p.end - i == 1:
        return False  # "April Jones said"
    if word not in UNSURE_MONTH:
        return True
    if c.upos(i) in ("AUX", "VERB"):
        return False
    return before in _MONTH_LEADS or (before in _MONTH_LINKS and t.word(p.end) not in _AFTER_MAY)


_CHECKS: Final[dict[str, Callable[[Context, int, Piece], bool]]] = {
    "set": _set,
    "pointed": _pointed,
    "calendar": _calendar,
    "definite": _definite,
    "event-offset": _beside,
    "duration": _duration,
}
