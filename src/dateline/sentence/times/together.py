"""Places expressions by one another: the ends of a range, and "three days after the vote" by the day of the vote.

In:   the expressions of a text, each placed by itself, and the text.
Out:  the same, some of them placed better; values stay those of the words.
Room: sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from dateline.sentence.times.model import Resolved, TimeExpression
from dateline.sentence.times.stamps import moved, shifted, spoken
from dateline.sentence.times.words import cue
from dateline.terms import When

_LINKS: Final = frozenset(["-", "–", "—", "to", "through", "until", "till", "and"])
_LINK: Final = 10  # characters that may stand between the two ends of a range
_EVENT: Final = re.compile(r"\s+(?:after|before|following|prior to)\s+((?:[^\W\d_]|[-\u2019' ]){3,60})")
_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_CLOCKS: Final = 30  # characters between an hour and its day: "local time (1800 GMT) on"
_SENTENCE_ENDS: Final = ".!?\n"
_SAME: Final = 4  # letters by which two words count as one: "vote" and "voted"
_PHRASE: Final = 3  # content words of an event that are looked at
_PAST: Final = cue("past")
_NOT_PAST: Final = cue("not past")
_TURNED = r"\b(?:after|earlier|previously|had|when|who|whom|which|whose|since|while|as|says?|said)\b"
_PLAIN = rf"(?:(?!{_TURNED})[^.;:!?\n])*?"
_THEN: Final = re.compile(rf"{_PLAIN}\b(?:then|later|before|followed by)\b{_PLAIN}", re.I)
_AND_VERB: Final = re.compile(rf",? and (?:(?:then|later|finally|again|\w+ly) )?(?:was |were )?([a-z]+)\b{_PLAIN}$")
_REACH: Final = 300  # characters of a sentence that are looked at on either side


def together(times: tuple[TimeExpression, ...], placed: list[Resolved], text: str) -> tuple[Resolved, ...]:
    """All expressions, placed by one another where they can be."""
    days = _in_order(times, _later_weekdays(times, _of_clocks(times, placed), text), text)
    return tuple(_by_events(times, _ranged(times, days, text), text))


def bare_weekday(x: TimeExpression) -> bool:
    """ "Saturday", with no day of the month."""
    m = x.meaning
    return m.get("weekday") is not None and m.get("day") is None and x.type != "SET"


def _between(times: tuple[TimeExpression, ...], n: int, text: str) -> str:
    """What links an expression to the next, or nothing."""
    between = text[times[n].end : times[n + 1].start]
    return between.strip().lower() if len(between) <= _LINK else ""


def _ranged(times: tuple[TimeExpression, ...], placed: list[Resolved], text: str) -> list[Resolved]:
    """Both ends of "3 to 5 May" and "July 26-28" cover all its days."""
    out = list(placed)
    for n in range(len(times) - 1):
        a, b, link = out[n].when, out[n + 1].when, _between(times, n, text)
        if link not in _LINKS or not (a.known and b.known) or a.at or b.at:
            continue
        lead = text[max(0, times[n].start - _LINK) : times[n].start].rstrip().lower()
        if link in ("to", "and") and not lead.endswith(("from", "between")):
            continue
        if link in ("until", "till", "through") and lead.endswith(" on"):
            continue  # "was extended on Thursday until May 15"
        if a.earliest and b.latest and a.earliest <= b.latest:
            for k, own in ((n, a), (n + 1, b)):
                out[k] = replace(out[k], when=When.between(a.earliest, b.latest, own.words, own.basis))
    return out


def _of_clocks(times: tuple[TimeExpression, ...], placed: list[Resolved]) -> list[Resolved]:
    """The Sunday of "8 p.m. (1800 GMT) on Sunday" is the day that its hour has."""
    out = list(placed)
    for n, x in enumerate(times):
        own = out[n].when
        for k in range(max(0, n - 2), n):
            hour, same = out[k].when, times[k].meaning.get("weekday") == x.meaning.get("weekday")
            near = times[k].type == "TIME" and x.start - times[k].end <= _CLOCKS
            if same and near and x.type == "DATE" and bare_weekday(x) and own.exact and hour.earliest:
                out[n] = replace(
                    out[n], value=hour.earliest.isoformat(), when=When.day(hour.earliest, own.words, own.basis)
                )
    return out


def _later_weekdays(times: tuple[TimeExpression, ...], placed: list[Resolved], text: str) -> list[Resolved]:
    """The Thursday of "Monday through Thursday" comes after its Monday."""
    out = list(placed)
    for n in range(len(times) - 1):
        a, b = out[n].when, out[n + 1].when
        if not (bare_weekday(times[n]) and bare_weekday(times[n + 1]) and a.exact and b.exact):
            continue
        day = b.earliest if _between(times, n, text) in _LINKS - {"and"} else None
        while day and a.latest and day < a.latest:
            day = shifted(day, 7)
        if day and day != b.earliest:
            value = day.isoformat() + out[n + 1].value[len("2024-03-16") :]
            out[n + 1] = replace(out[n + 1], value=value, when=When.day(day, b.words, b.basis))
    return out


def _in_order(times: tuple[TimeExpression, ...], placed: list[Resolved], text: str) -> list[Resolved]:
    """The Friday of "approved it on Friday, then passed it on Sunday" comes before that Sunday, whatever the report's
    day: what is told in order, by "then" or by a second verb of one subject, happened in that order."""
    out = list(placed)
    for n in range(len(times) - 2, -1, -1):
        a, b = out[n].when, out[n + 1].when
        past = all(bare_weekday(x) and x.meaning.direction is None and x.tense == "past" for x in times[n : n + 2])
        told = past and a.exact and b.exact and a.basis == b.basis == "report-date" and not (a.at or b.at)
        if not told or not a.earliest or not b.earliest or a.earliest <= b.earliest:
            continue
        between = text[times[n].end : times[n + 1].start]
        day = shifted(a.earliest, -7)
        if day and len(between) <= _REACH and (_THEN.fullmatch(between) or _goes_on(between)):
            out[n] = replace(
                out[n],
                value=day.isoformat() + out[n].value[len("2024-03-16") :],
                when=When.day(day, a.words, a.basis),
                why=f"{out[n].why.split(' before the report')[0]} before {spoken(b.earliest)}, as told in order",
            )
    return out


def _goes_on(between: str) -> bool:
    """ " and withdrew on": a second verb of the same subject."""
    found = _AND_VERB.match(between)
    word = found[1].lower() if found else ""
    return word in _PAST or (word.endswith("ed") and len(word) > 4 and word not in _NOT_PAST)


def _by_events(times: tuple[TimeExpression, ...], placed: list[Resolved], text: str) -> list[Resolved]:
    """ "Three days after the vote", where the text tells the day of a vote, and of one only."""
    out = list(placed)
    for n, x in enumerate(times):
        m = x.meaning
        event = (
            _EVENT.match(text, x.end) if m.shape == "event-offset" and m.count and m.unit in ("day", "week") else None
        )
        words = _words(event.group(1)) if event else ()
        days = _days_of(words, times, placed, text, x) - {None} if words else set()
        start = days.pop() if len(days) == 1 else None
        day = moved(start, m.unit or "day", m.count * (m.direction or 1)) if start and m.count else None
        if day and start and event:
            why = f"{x.text} {'before' if m.direction == -1 else 'after'} what the text dates to {spoken(start)}"
            out[n] = replace(out[n], when=When.day(day, x.text, "event"), why=why)
    return out


def _words(phrase: str) -> tuple[str, ...]:
    """The first content words of an event's name, cut short."""
    return tuple(w.lower()[:_SAME] for w in _WORD.findall(phrase))[:_PHRASE]


def _days_of(
    words: tuple[str, ...], times: tuple[TimeExpression, ...], placed: list[Resolved], text: str, offset: TimeExpression
) -> set[date | None]:
    """The days of the sentences that name the event by its first word and hold one day. A day that stands before the
    length in its own sentence is what the length comes to: "on Monday, six days after the ship ran aground"."""
    found: set[date | None] = set()
    for x, r in zip(times, placed, strict=True):
        if r.when.exact and x.meaning.shape != "event-offset":
            low = max(text.rfind(c, max(0, x.start - _REACH), x.start) for c in _SENTENCE_ENDS)
            if low < x.start < offset.start and not any(c in text[x.end : offset.start] for c in _SENTENCE_ENDS):
                continue
            ends = [p for c in _SENTENCE_ENDS if (p := text.find(c, x.end, x.end + _REACH)) >= 0]
            told = _words_set(text[low + 1 : min(ends, default=x.end + _REACH)])
            if words[0] in told:
                found.add(r.when.earliest)
    return found


def _words_set(sentence: str) -> set[str]:
    return {w.lower()[:_SAME] for w in _WORD.findall(sentence)}
