"""How long a state is to stand, and by when a thing is to be done.

In:   a claim and the times of its report, placed in time.
Out:  Whens: the last day of a truce "for three days", the day of "seven days to leave", of "by mid-September".
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from dateline.record.model import PlacedClaim, Record
from dateline.record.place import next_year
from dateline.sentence.times.model import TimeExpression
from dateline.state.found import words_before
from dateline.state.lengths import LASTING, days_of, is_left, is_term, later
from dateline.state.model import Kind
from dateline.terms import When
from dateline.terms.factuality import REAL
from dateline.terms.when import edtf_of

PERFECT: Final = re.compile(r"\b(?:has|have|had) been (?:\w+ly )?$")
LONGEST: Final = 400  # days that somebody is given
LONG: Final = len("2024-05-15")  # of a day as written; longer is a range
CLOSE: Final = 12  # characters behind the event word within which a day is surely its own
NEXT: Final = 12  # characters between a time of day and its day ("on Monday morning, September 23rd")
EFFECTIVE: Final = re.compile(r"(?:\b(?:effective|with effect)(?: from| on| as of)?|\bas (?:of|from)) $", re.I)
LAPSED: Final = 31  # days since "gave them until May 8" ran out, told in May: that May, not the next
LIMIT_DAY: Final = re.compile(r"XXXX-WXX-[1-7]")
OF_ONE_DAY: Final = re.compile(r"-\d\d-\d\d$|^XXXX-WXX-\d$")
TO_A_DAY: Final = re.compile(r"\S until \S")
WEEKDAY: Final = re.compile(r"XXXX-WXX-([1-7])")
AGREED: Final = frozenset({"agree", "announce", "declare", "sign", "reach", "conclude", "set", "order"})
MOURNED: Final = re.compile(r"(?: of)?(?: \w+){0,2} mourning\b")  # whose first day is one of the three
STARTING: Final = frozenset({"from", "starting", "beginning", "as of"})
PUT_OFF: Final = frozenset(
    {"slip", "shift", "put off", "postpone", "delay", "push back", "put back", "defer", "reschedule", "move"}
)
LAST_DAY: Final = re.compile(
    r"(?:by |until |at )?(?:the )?end of (?:the |this |next |that )?(?:\w+ )?[\w ]{3,12}", re.I
)
JOINED: Final = re.compile(r"^,? and (?:then )?\w*$|^,? and (?:then |will |to )?$")  # from a limit to the next verb
ANOTHER: Final = re.compile(
    r"\b(?:and|but) (?:it |they |he |she )?(?:will|would|is to|are to|must|(?:plan|vow)\w* to)\b"
)
NOW_SET: Final = re.compile(
    r"\bnow (?:re)?(?:planned|scheduled|set|expected|due|slated|fixed)(?: (?:for|on|to be on))? ?$"
)
LIMITS: Final = frozenset({"by", "before", "until", "till", "no later than", "within", "not later than", "up to"})
REMANDING: Final = frozenset({"remand", "extend", "prolong", "renew"})
HOURS: Final = re.compile(r"PT(?:[1-9]|1[0-2])H|PT\d{1,3}M")  # so short that it ends on its day


def done_when(told: PlacedClaim, kind: Kind, record: Record) -> When:
    """When it happened as far as the claim tells: nothing told as done is later than its report.

    A year inside the name of a thing ("the 2012 accord was revoked") says nothing of when it was revoked.
    """
    out, last = (told.when if not _in_a_name(told, record) else When()), told.published.latest
    if kind in ("begin", "suspend", "extend") and out.earliest is not None and TO_A_DAY.search(out.words or ""):
        out = When.between(out.earliest, out.earliest, out.words, out.basis)  # "adjourned on Tuesday until June 2"
    lasting = told.claim.lemma.startswith(("be ", "so-"))  # "has been on leave since Monday"
    rests = PERFECT.search(words_before(told)) is not None  # "has been paused since Wednesday"
    over = kind == "end" or (kind == "suspend" and told.claim.factuality == "happened" and not (lasting or rests))
    if over and not lasting and told.claim.time_relation == "since" and not in_effect_from(told, record):
        out = When()  # "lifted the embargo that had been in force since October"
    laid_down = kind == "plan" and told.claim.factuality in REAL and out.known and told.claim.time_relation == "at"
    laid_down = laid_down and not ahead(told)  # "on Sunday gave them seven days"
    if kind in ("hold", "not_begun", "deny", "plan") and not laid_down:
        return told.published
    if out.latest is None and out.earliest is None:
        return When.between(None, last) if last else out
    if kind in ("begin", "suspend", "extend") and told.claim.time is not None:
        out = first_of(out, record.reports[told.claim.report].times[told.claim.time])
    since = told.claim.time_relation == "since" and not (kind == "extend" and _longer_from(told, record))
    if since and told.claim.time is not None:  # it began then, and stands
        out = _agreed_from(told, record, told.claim.time) or placed(told, record, told.claim.time) or out
    if last is not None and (out.latest is None or out.latest > last):
        if out.earliest is not None and out.earliest > last:
            return out  # told as done on a later day than the report: the dates disagree, and are left as they are
        return When(out.earliest, last, edtf_of(out.earliest, last), out.words, out.basis, out.at)
    return out


def first_of(when: When, time: TimeExpression) -> When:
    """The first day of "from May 12 to May 16", where what lasts so long begins."""
    if when.exact or when.earliest is None or OF_ONE_DAY.search(time.value) is None:
        return when
    return When.between(when.earliest, when.earliest, when.words, when.basis)


def _agreed_from(told: PlacedClaim, record: Record, i: int) -> When | None:
    """ "Agreed a truce from Wednesday": what is only agreed begins on the coming such day, not on the last one."""
    time, published = record.reports[told.claim.report].times[i], told.published
    day = WEEKDAY.fullmatch(time.value)
    agreed = told.claim.lemma.split(" ")[0] in AGREED and (time.preposition or "").casefold() in STARTING
    if day is None or not agreed or published.latest is None or not published.exact:
        return None
    ahead_by = (int(day.group(1)) - published.latest.isoweekday()) % 7
    start = published.latest + timedelta(days=min(ahead_by, (date.max - published.latest).days))
    return When.between(start, start, time.text, "event")


def since_day(told: PlacedClaim, record: Record) -> When | None:
    """The day since which it stands: "impassable since Sunday"."""
    return placed(told, record, told.claim.time) if told.claim.time is not None else None


def _in_a_name(told: PlacedClaim, record: Record) -> bool:
    """Whether the time stands inside a participant's words, not beside them."""
    read, i = record.reports.get(told.claim.report), told.claim.time
    if read is None or i is None or i >= len(read.times):
        return False
    time = read.times[i]
    return any(m.anchor.start <= time.start and time.end <= m.anchor.end for _, _, m in told.entities)


def clause_times(told: PlacedClaim, record: Record) -> list[tuple[int, TimeExpression]]:
    """The time expressions of the claim's clause, with their index in the report."""
    read = record.reports.get(told.claim.report)
    if read is None:
        return []
    a, b = told.claim.anchor.start, told.claim.anchor.end
    return [(i, t) for i, t in enumerate(read.times) if a <= t.start and t.end <= b]


def deadline_of(told: PlacedClaim, record: Record, named: bool = False) -> When | None:
    """As `_limit_of`; "at the end of the month" is its last day, which is what a last day is asked for."""
    found = _limit_of(told, record, named)
    if found is None or found.exact or found.latest is None or found.words is None:
        return found
    closed = LAST_DAY.fullmatch(found.words) is not None
    return When.between(found.latest, found.latest, found.words, found.basis) if closed else found


def _limit_of(told: PlacedClaim, record: Record, named: bool = False) -> When | None:
    """By when it is to be done, or on which coming day; None where the claim does not say.

    With `named` the claim speaks of a deadline, and the day it is "of" or "for" is the one.

    "Seven days to leave", told on a Sunday, runs seven days from that Sunday.
    """
    claim = told.claim
    limits = ("by", "until") if claim.factuality in REAL else ("by", "until", "before")  # "was offered before May"
    if is_put_off(told) and (new := new_day(told, record)) is not None:
        return new
    if claim.time is not None and claim.time_relation in limits:
        when = _coming(told, record, claim.time)
        if when is not None:
            return when
    found = _told_limit(told, record, named) or _own_day(told, record) or _after_a_span(told, record)
    return found or (told.when if told.when.latest is not None and (ahead(told) or _ends_later(told)) else None)


def _ends_later(told: PlacedClaim) -> bool:
    """ "Will retire at the end of the year", told in its last months: that end is still to come."""
    last, out = told.when.latest, told.published.latest
    at_end = told.when.words is not None and LAST_DAY.fullmatch(told.when.words) is not None
    return told.claim.factuality == "planned" and at_end and last is not None and out is not None and last > out


def _told_limit(told: PlacedClaim, record: Record, named: bool) -> When | None:
    """The first coming day of the clause that is told as a limit: "by Friday"."""
    claim = told.claim
    for i, time in _with_their_days(clause_times(told, record)):
        word = (time.preposition or "").casefold()
        if claim.factuality in REAL and word == "before" and not named:
            continue
        if named and word == "at" and time.start > claim.trigger.end + CLOSE:
            continue  # "the deadline set by the union ran out at the weekend"
        if time.end < claim.trigger.start and JOINED.search(_between(told, record, time.end)):
            continue  # "will shed staff by December and sell its plant"
        if time.start > claim.trigger.end and ANOTHER.search(_since_it(told, record, time.start)):
            continue  # "its decision to end the pact, and will leave by May"
        if time.type == "DATE" and (word in LIMITS or (named and word in ("of", "for", "at"))):
            when = _coming(told, record, i)
            if when is not None:
                return when
    return None


def _between(told: PlacedClaim, record: Record, start: int) -> str:
    return record.reports[told.claim.report].report.text[start : told.claim.trigger.start]


def _since_it(told: PlacedClaim, record: Record, end: int) -> str:
    return record.reports[told.claim.report].report.text[told.claim.trigger.end : end]


def _own_day(told: PlacedClaim, record: Record) -> When | None:
    """The day of the deed itself, where that is still to come."""
    claim = told.claim
    if claim.time is None:
        return None
    own, to_come = record.reports[claim.report].times[claim.time], ahead(told)
    if own.type == "DATE" and claim.tense == "present" and claim.factuality == "planned" and not to_come:
        coming = _coming(told, record, claim.time)
        if coming is not None and _is_ahead(coming, told):
            return coming  # "the withdrawal becomes final on 31 December", told in January
    if own.type == "DATE" and claim.time_relation == "at" and to_come:
        return told.when
    if claim.time_relation == "since" and to_come:
        day, began = told.when.earliest, placed(told, record, claim.time)
        if day is not None and began is not None and began.exact and began.earliest != day:
            return When.between(day, day, began.words, began.basis)  # "plans to block it from Monday", told on a Friday
        return began  # "they will block the port again from June 20"
    return None


def _after_a_span(told: PlacedClaim, record: Record) -> When | None:
    """The last of the days that somebody was given: "seven days to leave"."""
    for _, time in clause_times(told, record):
        by_so_much = (
            record.reports[told.claim.report].report.text[: time.start].endswith("by ")
        )  # "extend it by a week"
        days = days_of(time.value) if time.type == "DURATION" and not by_so_much else None
        if days is not None and days <= LONGEST and is_left(told, time, record):
            start = told.when if told.when.known and not ahead(told) else told.published
            return later(start, days, time.text) if start.latest is not None else None
    return None


def is_put_off(told: PlacedClaim) -> bool:
    """ "Was put back", "postponed": with the particle right behind the verb where its lemma leaves it out."""
    claim = told.claim
    behind_it = claim.anchor.text[claim.trigger.end - claim.anchor.start :].split()[:1]
    return claim.lemma in PUT_OFF or f"{claim.lemma} {''.join(behind_it).strip('.,;')}" in PUT_OFF


def new_day(told: PlacedClaim, record: Record) -> When | None:
    """The day to which something is moved: "put off the ban to April 1", "the vote from June 10 to June 24"."""
    for i, time in clause_times(told, record):
        if time.type == "DATE" and NOW_SET.search(_since_it(told, record, time.start)):
            return _coming(told, record, i)  # "put off the handover, now planned for May 5"
        if time.type == "DATE" and (time.preposition or "").casefold() in ("to", "from"):
            when = _coming(told, record, i)
            if when is not None and time.preposition != "to" and (when.exact or len(when.edtf or "") <= LONG):
                continue  # "from June 10", with no word of the new day
            moved = (
                when is not None and when.earliest != when.latest and when.edtf is not None and len(when.edtf) > LONG
            )
            return When.between(when.latest, when.latest, when.words, when.basis) if when and moved else when
    return None


def _with_their_days(said: list[tuple[int, TimeExpression]]) -> list[tuple[int, TimeExpression]]:
    """ "By seven o'clock on Monday" is by Monday: a day right behind a time of day takes its preposition."""
    out = list(said)
    for n, ((_, time), (i, day)) in enumerate(pairwise(said), 1):
        if time.type == "TIME" and day.type == "DATE" and day.start - time.end <= NEXT:
            out[n] = (i, replace(day, preposition=time.preposition))
    return out


def _coming(told: PlacedClaim, record: Record, i: int) -> When | None:
    """The day a limit names; "by 15 September" without a year is the first such day after the report."""
    when = placed(told, record, i)
    if when is None or when.latest is None:
        return None
    told_on = told.published.earliest
    value = record.reports[told.claim.report].times[i].value
    yearless = told_on is not None and value.startswith("XXXX-") and not value.startswith("XXXX-W")
    before = words_before(told).split()[-2:]
    if yearless and told_on is not None and when.latest < told_on and when.earliest is not None:
        lapsed = told.claim.tense == "past" and (told_on - when.latest).days <= LAPSED
        return when if lapsed or "had" in before else in_later_year(when, told_on)
    gone = told.claim.factuality in REAL and "had" in before
    if told_on is not None and LIMIT_DAY.match(value) and when.latest < told_on and not gone:
        return later(when, 7, when.words or "")  # "by six on Saturday", ordered on Friday
    return when


def in_later_year(when: When, after: date) -> When:
    """The same days of the year, the first time they end on or after the day.

    >>> in_later_year(When.day(date(2023, 9, 15)), date(2024, 5, 19)).edtf
    '2024-09-15'
    """
    low, high = when.earliest, when.latest
    for _ in range(3):
        if low is None or high is None or high >= after:
            break
        low, high = next_year(low), next_year(high)
    return When(low, high, edtf_of(low, high), when.words, when.basis)


def term_of(told: PlacedClaim, record: Record) -> When | None:
    """The stated last day of what begins: "a three-day truce", "until Friday"; None where none is stated."""
    for i, time in clause_times(told, record):
        when = _last_day(told, record, i, time)
        if when is not None:
            return when
        days = days_of(time.value) if time.type == "DURATION" else None
        days = 0 if days is not None and HOURS.fullmatch(time.value) else days  # "shut for three hours on Monday"
        if days is not None and is_term(told, time, record):
            start = told.when if told.when.known else told.published
            days -= MOURNED.match(record.reports[told.claim.report].report.text, time.end) is not None
            return later(start, days, time.text) if start.latest is not None else None
    return _longer_from(told, record)


def _longer_from(told: PlacedClaim, record: Record) -> When | None:
    """The last day of "by 60 days from May 11"."""
    for (_, length), (i, start) in pairwise(clause_times(told, record)):
        days, first = days_of(length.value) if length.type == "DURATION" else None, placed(told, record, i)
        counted = (length.preposition, start.preposition) == ("by", "from") and start.start - length.end <= NEXT
        if days is not None and counted and first is not None and first.exact:
            return later(first, days, f"{length.text} from {start.text}")
    return None


def held_until(told: PlacedClaim, record: Record) -> When | None:
    """The day until which somebody is remanded: "until June 4", "for 14 days" of a remand or of its extension."""
    days = [_last_day(told, record, i, time) for i, time in clause_times(told, record)]
    until = next((when for when in days if when is not None), None)
    return until or (term_of(told, record) if told.claim.lemma in REMANDING else None)


def until_of(told: PlacedClaim, record: Record) -> When | None:
    """The coming day until which what stands is told to stand: "will remain shut until Monday"."""
    days = (_last_day(told, record, i, time) for i, time in clause_times(told, record))
    return next((when for when in days if when is not None and _is_ahead(when, told)), None)


def _last_day(told: PlacedClaim, record: Record, i: int, time: TimeExpression) -> When | None:
    """The day of "until Friday" behind the verb, where it is not over before the report."""
    word = (time.preposition or "").casefold()
    until = time.type == "DATE" and word in LASTING - {"for"} and time.start > told.claim.trigger.start
    until = until and not _at_least(told, time)
    when = placed(told, record, i) if until else None
    one_day = OF_ONE_DAY.search(time.value) is not None or time.meaning.modifier == "END"
    if when is not None and not when.exact and when.latest is not None and one_day:
        when = When.between(when.latest, when.latest, when.words, when.basis)  # "on Tuesday until June 2", "end of May"
    return when if when is not None and when.latest is not None and not _over_before(when, told) else None


def _at_least(told: PlacedClaim, time: TimeExpression) -> bool:
    """ "Until at least Monday": it may stand longer, and does not end by itself."""
    before = told.claim.anchor.text[: max(0, time.start - told.claim.anchor.start)]
    return before.endswith("at least ")


def _over_before(when: When, told: PlacedClaim) -> bool:
    """Whether the days had passed before the report: "over the three seasons to 2024" is no term."""
    first = told.when.earliest or told.published.earliest
    return when.latest is not None and first is not None and when.latest < first


def placed(told: PlacedClaim, record: Record, i: int) -> When | None:
    """When the time expression of that number of its report is; None where it was not placed."""
    found = record.times.get(told.claim.report, ())
    return found[i].when if i < len(found) else None


def ahead(told: PlacedClaim) -> bool:
    """Whether the claim's day lies after its report."""
    last, day = told.published.latest, told.when.earliest
    return day is not None and last is not None and day > last


def _is_ahead(when: When, told: PlacedClaim) -> bool:
    """Whether the day lies after the report."""
    last = told.published.latest
    return when.earliest is not None and last is not None and when.earliest > last


def in_effect_from(told: PlacedClaim, record: Record) -> bool:
    """ "Lifted its ban, effective Dec 1": it is done, and takes effect on that day."""
    read, i = record.reports.get(told.claim.report), told.claim.time
    if read is None or i is None:
        return False
    start = read.times[i].start
    return EFFECTIVE.search(read.report.text[max(0, start - 24) : start]) is not None


def tells_after(told: PlacedClaim, record: Record) -> bool:
    """Whether its day is told as one after another: "three days afterwards"."""
    read, i = record.reports.get(told.claim.report), told.claim.time
    ends = ("afterwards", "later", "after")
    return read is not None and i is not None and read.times[i].text.casefold().endswith(ends)


def not_until(told: PlacedClaim, record: Record) -> When | None:
    """ "The terminal did not open until April 1": it opened then; None where that day is still to come."""
    claim, last = told.claim, told.published.latest
    words = words_before(told).casefold().split()[-3:]
    if claim.factuality not in ("not_happened", "happened") or claim.time is None or "not" not in words:
        return None
    when, time = placed(told, record, claim.time), record.reports[claim.report].times[claim.time]
    limit = (time.preposition or claim.time_relation or "").casefold() in ("until", "till")
    past = when is not None and when.exact and last is not None and when.latest is not None and when.latest <= last
    return when if limit and past else None


def begun_by(begun: When, ended: When) -> When:
    """The beginning, where all that is known of it is the day by which it was told: what has ended began before that.

    >>> told, ended = When.between(None, date(2031, 5, 9)), When.day(date(2031, 5, 5))
    >>> begun_by(told, ended).edtf, begun_by(ended, told).edtf
    ('../2031-05-05', '2031-05-05')
    """
    last = ended.latest
    if begun.earliest is not None or begun.latest is None or last is None or begun.latest <= last:
        return begun
    return When.between(None, last, begun.words, begun.basis)
