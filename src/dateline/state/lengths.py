"""Which lengths of time tell how long a thing is to hold or is left, and which only describe something.

In:   a claim, a length of time in its clause.
Out:  whether it is the term of what begins ("a 72-hour truce", "closed for two weeks"), or the time that is left to
      do a thing ("gave it 48 hours", "within 30 days"). "His 41-year rule" and "a six-month-old war" are neither.
Room: state.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Mention
from dateline.record.model import PlacedClaim, Record
from dateline.sentence.times.model import TimeExpression
from dateline.state.found import words_before, words_behind
from dateline.terms import When
from dateline.terms.when import edtf_of

LENGTH: Final = re.compile(r"P(?:(\d{1,4})([DWMY])|T(\d{1,5})([HM]))")
DAYS: Final = {"D": 1, "W": 7, "M": 30, "Y": 365}
LASTING: Final = frozenset({"for", "until", "till", "through", "to", "lasting"})
TO_LAST: Final = re.compile(
    r"\b(?:lasting|to last|(?:will|would|should) last|runs?|running|valid)(?: for)?(?: at least| up to)? $"
)
SINCE: Final = frozenset({"after", "since", "over", "during", "in", "ago", "from", "following"})
TERM_OF: Final = frozenset({"in", "from", "over"})
ELAPSED: Final = frozenset({"later", "old", "behind", "late", "ahead", "earlier", "before", "overdue", "into", "apart"})
CLOCK: Final = re.compile(r"\d{1,2}[.:]\d\d (?:hours?|hrs?)\b.*", re.I)
TURNED: Final = re.compile(r"\b(?:after|since|because|when|while|as|which|who|that)\b|, \w+ing\b")
IN_FRONT: Final = re.compile(
    r".*-(?:hour|day|week|month|year)|(?!(?:an?|one|1)\b).* (?:hour|day|week|month|year)", re.I
)
NAMED_AS: Final = re.compile(r"(?:['’]s?)? of\b|['’]|-")  # "two weeks of talks", "two weeks' notice", "six-month-old"
SHORT_WAY: Final = re.compile(r"[- ](?:(?!of |in |on |at |to |for |by |from |with |and |or )[\w'’-]+ ){0,3}")
OWNED: Final = re.compile(r"\b(?:its|his|her|their|our|your|my|whose)\b|['’]s?\s", re.I)
LEFT: Final = re.compile(r"['’-]?s? (?:\w+ )?(?:deadline|ultimatum|notice|limit|period|window|grace)\b", re.I)
TO_DO: Final = re.compile(r" (?:in which |more )?to \w")
GIVING: Final = word_list("give allow have leave set grant get extend")
BRIEFLY: Final = re.compile(r"\bbriefly (?:\w+ )?$")
SOME_HOURS: Final = re.compile(
    r"(?:(?! (?:that|which|who|after|when|while|because|as|since|to) )[^,.;]){0,60}? for "
    r"(?:about |nearly |around |more than |almost )?(?:an|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve|several|a few|"
    r"some|many|\d{1,2}|half an|a couple of) (?:hours?|minutes?)\b|"
    r" for (?:most|much|part|parts|half) of (?:the )?(?:day|night|morning|afternoon|evening|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
THAT_NIGHT: Final = re.compile(r" (?:(?:late )?on \w+day (?:night|morning|evening|afternoon)|overnight)\b")
GAVE: Final = re.compile(r"\b(?:g[ai]v(?:e|en|es|ing)|allow(?:ed|s|ing)?|grant(?:ed|s|ing)?)\b")
BOUNDS: Final = frozenset({"within", "inside", "under", "up to", "no later than", "by", "in less than"})
RIGHT_BEHIND: Final = re.compile(r" (?:(?:on|to|for|into|out) )?(?:(?:an?|the|another|new|initial) )*")  # "agreed on a"


def days_of(value: str) -> int | None:
    """How many days a TIMEX3 duration lasts, hours rounded up to days; None where it is no length.

    >>> days_of("P7D"), days_of("P1W"), days_of("PT72H"), days_of("PT0H"), days_of("PXD")
    (7, 7, 3, 0, None)
    """
    found = LENGTH.fullmatch(value)
    if found is None:
        return None
    if found.group(3):
        hours = int(found.group(3)) / (1 if found.group(4) == "H" else 60)
        return int(-(-hours // 24))
    return int(found.group(1)) * DAYS[found.group(2)]


def later(when: When, days: int, words: str) -> When:
    """The stretch moved on by so many days; open sides stay open, and no day lies beyond the calendar.

    >>> later(When.day(date(2024, 1, 1)), 7, "seven days").edtf
    '2024-01-08'
    """

    def moved(day: date | None) -> date | None:
        if day is None:
            return None
        return day + timedelta(days=min(days, (date.max - day).days))

    low, high = moved(when.earliest), moved(when.latest)
    return When(low, high, edtf_of(low, high), words, "event")


def is_term(told: PlacedClaim, time: TimeExpression, record: Record) -> bool:
    """Whether the length says how long what the claim begins will hold: "a 72-hour truce", "shut for two weeks"."""
    word = (time.preposition or "").casefold()
    if time.start > told.claim.trigger.end and TO_LAST.search(
        told.claim.anchor.text[: max(0, time.start - told.claim.anchor.start)]
    ):
        return True  # "signed a truce lasting 120 days"
    if CLOCK.fullmatch(time.text) or word not in LASTING | {""} or measures(told, time, record):
        return False  # "18.00 hours" is a time of day
    if _describes(told, time):
        return _of_what_begins(told, time)
    if TO_DO.match(_behind(told, time)) and GAVE.search(
        told.claim.anchor.text, 0, time.start - told.claim.anchor.start
    ):
        return False  # "fined the firm and gave it 30 days to comply"
    if time.end <= told.claim.trigger.start:
        return not told.claim.anchor.text[: time.start - told.claim.anchor.start].strip()[len(word) :].strip()
    return not _of_another(told, time.start)


def is_left(told: PlacedClaim, time: TimeExpression, record: Record) -> bool:
    """Whether the length is what somebody is given to do a thing: "seven days to leave", "within 30 days"."""
    word, behind = (time.preposition or "").casefold(), _behind(told, time)
    if word == "for" or (time.value.endswith("M") and time.value.startswith("PT")) or measures(told, time, record):
        return False  # "held for five weeks", "asked for a week", "a 50-minute drive away"
    if word in BOUNDS or LEFT.match(behind):
        return True
    given = told.claim.lemma.split(" ")[0] in GIVING and time.start > told.claim.trigger.end
    return not _describes(told, time) and (given or TO_DO.match(behind) is not None)


def was_brief(told: PlacedClaim) -> bool:
    """Whether what is told as done lasted for some hours at most: "was briefly detained", "held for two hours"."""
    done = told.claim.factuality == "happened" and told.claim.tense != "future"
    return done and (BRIEFLY.search(words_before(told)) is not None or SOME_HOURS.match(words_behind(told)) is not None)


def was_that_night(told: PlacedClaim) -> bool:
    """Whether what held is told of one night or morning: "was without power on Monday night"."""
    return told.claim.tense == "past" and THAT_NIGHT.match(words_behind(told)) is not None


def measures(told: PlacedClaim, time: TimeExpression, record: Record) -> bool:
    """Whether the length says how long ago or after what: "a year after the coup", "three days ago"."""
    read = record.reports.get(told.claim.report)
    behind = read.report.text[time.end : time.end + 16].casefold().split() if read else []
    before = read.report.text[max(0, time.start - 24) : time.start].casefold() if read else ""
    if "lasted" in before or "lasting" in before or behind[:2] in (["a", "day"], ["a", "week"], ["per", "day"]):
        return True  # "a strike that had lasted almost ten weeks"
    word, following = (time.preposition or "").casefold(), behind[0].strip(",.") if behind else ""
    told_on = word == "for" and following in TERM_OF  # "for 30 days in Lurano", "for three weeks from Friday"
    return word in SINCE or (following in SINCE | ELAPSED and not told_on)


def _behind(told: PlacedClaim, time: TimeExpression) -> str:
    """The words of the clause behind the length."""
    return told.claim.anchor.text[time.end - told.claim.anchor.start :]


def _describes(told: PlacedClaim, time: TimeExpression) -> bool:
    """Whether the length stands with a noun of which it tells: "a 29-year presence", "a six-month-old war"."""
    return IN_FRONT.fullmatch(time.text) is not None or NAMED_AS.match(_behind(told, time)) is not None


def _of_what_begins(told: PlacedClaim, time: TimeExpression) -> bool:
    """Whether that noun is what the claim begins: "imposed a 10-day curfew", "a two-week closure of the road"."""
    claim, behind = told.claim, _behind(told, time)
    around = [m for _, _, m in told.entities if m.anchor.start <= time.start < m.anchor.end]
    if behind.startswith("-old") or any(m.kind == "person" or is_kind(m.head, "person") for m in around):
        return False  # "a 12-year veteran"
    way = None if around else SHORT_WAY.match(behind)
    if way is not None and time.end <= claim.trigger.start <= time.end + way.end():
        return True
    between = claim.anchor.text[claim.trigger.end - claim.anchor.start : time.start - claim.anchor.start]
    close = time.start > claim.trigger.end and RIGHT_BEHIND.fullmatch(between) is not None
    return close or any(_tells_of(m, time) for m in around)


def _tells_of(mention: Mention, time: TimeExpression) -> bool:
    """Whether the length tells of the mention's own noun, as something new: not "his 41-year rule", nor "the end of a
    12-year war"."""
    text, at = mention.anchor.text, mention.anchor.start
    rest = f"{time.text}{text[time.end - at :]}".casefold()
    return OWNED.search(text[: time.start - at]) is None and mention.head.casefold() in rest


def _of_another(told: PlacedClaim, start: int) -> bool:
    """Whether the clause turns to something else before the length: "was shut after the worst rains for a century"."""
    claim = told.claim
    between = claim.anchor.text[claim.trigger.end - claim.anchor.start : start - claim.anchor.start]
    return start > claim.trigger.end and TURNED.search(between) is not None
