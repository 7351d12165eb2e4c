"""Days that a claim leaves out and its sentence tells: of the deed, and of its announcement.

In:   a claim, the times and the other claims of its sentence.
Out:  Whens; None where the sentence does not say.
Room: state.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

from dateline.lexicon.states import families
from dateline.record.model import PlacedClaim
from dateline.state.cast import Context
from dateline.state.found import words_before, words_behind
from dateline.state.lengths import later
from dateline.state.rules import laid_down
from dateline.state.spans import placed
from dateline.terms import When

DAY: Final = len("2030-05-15")  # a value as long names a day
NEAR: Final = 90  # characters behind the event word within which a day is still its own
OWN: Final = ("on", "in", "early on", "late on", "since", "as of")  # words before a day on which it was done or began
OF_NOUN: Final = re.compile(r"(?:\b(?:the|a|an|its|their|his|her)|['’]s) $", re.I)
OF_DEED: Final = re.compile(r"\b(?:for|over|with|of) (?:[\w-]+ ){1,4}of ")  # "over the theft of a painting in March"
HOURS: Final = "dawn|noon|midnight|dark|sunrise|sunset|midday|daybreak|nightfall"  # "before dawn" parts nothing
TO_DO: Final = re.compile(r" to ")  # "were ordered to leave on Sunday": told in one breath
STOOD: Final = re.compile(
    r"\b(?:in (?:place|force|effect)|imposed|declared|introduced|ordered|announced|laid down|started|begun|"
    r"which (?:began|started|took effect))\b[^,;]{0,40}$"
)
AFTERWARDS: Final = re.compile(r"\b(?:after|when|before|as) (?:[\w'’-]+ ){1,4}?(?:was|were|had|has) [^,;]*$")
SINCE_DEED: Final = re.compile(r"[^,;:.]{0,40}\b(since [^,;:.]{3,60} (?:on |last |early on |late on )?)")
NEXT_DAY: Final = re.compile(r" (?:the (?:next|following) (?:day|morning|week)|a (?:day|week) later)\b")
AS: Final = re.compile(r"[^.;:]*\b(?:on|last) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day as [^.;:]*")
HAS_DONE: Final = re.compile(r"\b(?:has|have) (?:been )?(?:\w+ly )?$")
AT_ONCE: Final = re.compile(r" as (?!of\b)[^.,;:]*")  # "on Monday as the talks "
ENDING_SO: Final = re.compile(r",? (?:\w+ly |thus |thereby )?")  # "on Monday, thereby "
REACH: Final = 60  # characters before a day in which the decision is named
DECISION: Final = re.compile(
    r"\b(?:decisions?|rulings?|moves?|orders?|verdicts?|judge?ments?|announcements?|declarations?|decrees?|directives?|"
    r"notices?|instructions?|proclamations?|circulars?|edicts?|resolutions?|warrants?)\b[^.;:,]{0,20}?"
    r"(?:,? (?:dated|came|taken|announced|handed down|followed|published|signed|issued|read out|delivered|adopted))?"
    r"(?: (?:on|late on|early on|late|early))? $|"
    r"\b(?:called it (?:quits|a day)|did so|took the step|made the move|acted|broke the news|pulled the plug)"
    r"(?: (?:on|late on|early on))? $"
)  # "in a decision dated Thursday", "made the declaration on Friday"
DECIDES: Final = frozenset(
    {
        "ruled",
        "decided",
        "ordered",
        "decreed",
        "rules",
        "decides",
        "orders",
        "declared",
        "announced",
        "decree",
        "announces",
    }
)  # "may not leave the country, a court ruled on Monday": saying so is what lays it down
BY_WORD: Final = frozenset(
    {
        "measure",
        "scheme",
        "traffic",
        "output",
        "exchange",
        "talks",
        "strike",
        "recall",
        "aid",
        "licence",
        "deal",
        "visa",
    }
    | {
        "membership",
        "relations",
        "law",
        "campaign",
        "participation",
        "office",
        "grounding",
        "search",
        "order",
        "listing",
    }
)  # kinds of state, beside those that are laid down, that begin and end when those who have them say so
OWN_WORD: Final = re.compile(
    r"(?:it|they|he|she)|(?:its|their|his|her|the) (?!(?:army|military|rebels?|police)\b)[a-z].*", re.I
)
PAPER: Final = re.compile(
    r"\b(?:decree|order|law|bill|act|resolution|decision|ruling|directive|edict|measure|proclamation)$"
)
IS_DOING: Final = re.compile(r"\b(?:is|are|has|have) (?:been |now )?(?:\w+ly )?$")
SAYING: Final = re.compile(r"[^.;,]{0,60}")  # between who says so and the day: " said in a statement on "
APART: Final = re.compile(rf"[;:]|\b(?:(?:after|before)(?! (?:{HOURS})\b)|since|when|while|until|that|which|who)\b")


def announced(told: PlacedClaim, around: Context) -> When | None:
    """The day on which the same sentence says that it was announced; None where it does not say."""
    anchor, last = told.claim.anchor, told.published.latest
    for other in around.announced.get(told.claim.report, ()):
        near = other.claim.anchor.start < anchor.end and anchor.start < other.claim.anchor.end
        if near and other.claim.id != told.claim.id and other.when.known and other.claim.time is not None:
            day = other.when.earliest
            if last is None or (day is not None and day <= last):
                return other.when
    return None


def proclaimed(told: PlacedClaim, around: Context) -> When | None:
    """The day on which those who act announced it, where it is only told as done: "has broken off the talks, his
    spokesman announced on Friday"."""
    return announced(told, around) if HAS_DONE.search(words_before(told)) else None


def said_on(told: PlacedClaim, around: Context) -> When | None:
    """The day on which it was said, where what is said is under way: "said on Tuesday it was recalling the pumps"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    if read_report is None or not claim.voice or not claim.trigger.text.endswith("ing"):
        return None
    start, end = claim.voice[-1].anchor.end, claim.trigger.start
    text = read_report.report.text
    if not start < end < start + NEAR or claim.voice[-1].cue not in text[start:end]:
        return None
    for i, time in enumerate(read_report.times):
        when = placed(told, around.record, i) if start <= time.start < end and time.type == "DATE" else None
        if when is not None:
            return when if when.known and last is not None and (when.latest or last) <= last else None
    return None


def said_itself(told: PlacedClaim, slot: str, around: Context) -> When | None:
    """The day on which those who did it say that they have: "has lifted the duty, the ministry said on Friday", "has
    banned the boxer, it said on Friday"; the day of a ruling that forbids or allows it."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    voice = claim.voice[-1] if claim.voice else None
    if read_report is None or voice is None or voice.anchor is None or voice.anchor.start < claim.trigger.end:
        return None
    decides = (voice.cue or "").casefold() in DECIDES
    own = slot in BY_WORD | laid_down() and OWN_WORD.fullmatch(voice.anchor.text) is not None
    if not decides and not (own and IS_DOING.search(words_before(told))):
        return None
    text, first = read_report.report.text, bisect_left(read_report.times, voice.anchor.end, key=lambda t: t.start)
    for i in range(first, min(first + 1, len(read_report.times))):
        time = read_report.times[i]
        near = time.type in ("DATE", "TIME") and SAYING.fullmatch(text[voice.anchor.end : time.start]) is not None
        when = placed(told, around.record, i) if near else None
        return when if when is not None and when.exact and (last is None or (when.latest or last) <= last) else None
    return None


def behind(told: PlacedClaim, around: Context) -> When | None:
    """The day right behind the deed, no other event word between: "shut its airspace on Monday after it erupted"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    for i, time in enumerate(read_report.times if read_report else ()):
        if not claim.trigger.end <= time.start < min(claim.anchor.end, claim.trigger.end + NEAR):
            continue
        gap = claim.anchor.text[claim.trigger.end - claim.anchor.start : time.start - claim.anchor.start]
        ordered = claim.trigger.end + told_to if (told_to := _told_to(claim.lemma, gap)) else -1
        held = [m.anchor for role, _, m in told.entities if role in ("object", "recipient")]  # "banned the hiring of"
        others = (
            t
            for t in around.triggers.get(claim.report, ())
            if max(claim.trigger.end, ordered) <= t < time.start
            and t != ordered
            and not any(a.start <= t < a.end for a in held)
        )
        clear = (
            time.type in ("DATE", "TIME") and "," not in gap and not APART.search(gap) and next(others, None) is None
        )
        describes = time.preposition is None and OF_NOUN.search(gap)  # "classified the July takeover as a coup"
        describes = describes or (len(time.value) < DAY and OF_DEED.search(gap))
        if not clear or describes or (time.preposition or "on").casefold() not in OWN:
            return None
        when = placed(told, around.record, i)
        return when if when and when.known and (last is None or (when.earliest or last) <= last) else None
    return None


def _told_to(lemma: str, gap: str) -> int:
    """Where what is ordered stands behind an order: "ordered everyone below the dam to leave"; 0 where nothing is."""
    found = TO_DO.search(gap) if lemma in families()["tell"] else TO_DO.match(gap)
    return found.end() if found is not None else 0


def since_behind(told: PlacedClaim, around: Context) -> When | None:
    """The day since which it stands, where the clause goes on with it: "is impassable for lorries since Sunday"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    for i, time in enumerate(read_report.times if read_report else ()):
        near = claim.trigger.end <= time.start < min(claim.anchor.end, claim.trigger.end + NEAR)
        gap = claim.anchor.text[claim.trigger.end - claim.anchor.start : time.start - claim.anchor.start]
        deed = SINCE_DEED.fullmatch(gap) if near else None  # "without power since a storm tore down lines on Monday"
        since = (time.preposition or "").casefold() == "since"
        if not near or not (since or deed) or time.type == "DURATION":
            continue
        gap = gap if deed is None else gap[: deed.start(1)]
        when = placed(told, around.record, i) if not APART.search(gap.removesuffix("since ")) else None
        past = when is not None and when.known and (last is None or (when.earliest or last) <= last)
        return when if past else None
    return None


def stood_since(told: PlacedClaim, around: Context) -> When | None:
    """Since when that stood which is extended, where the words before the verb tell: "the ban, in place since Thursday,
    was widened", "the curfew imposed on May 3 was extended"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    for i, time in enumerate(read_report.times if read_report else ()):
        if not claim.anchor.start <= time.start < claim.trigger.start or time.type == "DURATION":
            continue
        before = claim.anchor.text[: time.start - claim.anchor.start]
        if STOOD.search(before) is None or AFTERWARDS.search(before) is not None:
            continue
        when = placed(told, around.record, i)
        past = when is not None and when.known and (last is None or (when.earliest or last) <= last)
        return when if past else None
    return None


def beside(told: PlacedClaim, around: Context) -> When | None:
    """The day of the deed beside it: "designated it on Tuesday and suspended aid" tells both of Tuesday, and so does
    "cut its crown loose on Tuesday, abandoning its peg"."""
    claim, last = told.claim, told.published.latest
    actors = _before_verb(told)
    for other in around.dated.get(claim.report, ()):
        one = other.claim
        gap = claim.anchor.text[one.trigger.end - claim.anchor.start : claim.trigger.start - claim.anchor.start]
        shared = actors & _before_verb(other)
        near = claim.anchor.start <= one.trigger.start < claim.trigger.start < one.anchor.end
        by = gap.endswith(" by ") or (gap.endswith(", ") and claim.trigger.text.endswith("ing"))
        joined = " and " in gap or by  # "retaliated on Tuesday by closing its ports", "struck on Tuesday, ending"
        told_by_it = by and claim.trigger.text.endswith("ing") and not actors
        at_once = near and AS.fullmatch(gap) is not None and other.when.exact  # "stood still on Monday as crews struck"
        if at_once and (last is None or (other.when.latest or last) <= last):
            return other.when
        if near and (shared or told_by_it) and joined and not APART.search(gap) and other.when.latest is not None:
            after = NEXT_DAY.match(words_behind(told))
            when = _later(other.when, after) if after is not None else other.when
            return when if last is None or (when.latest or last) <= last else None
    return None


def on_paper(told: PlacedClaim, around: Context) -> When | None:
    """The day of the paper that does it: "signed on Monday a decree banning the import of old cars"."""
    claim, last = told.claim, told.published.latest
    papers = (m for role, _, m in told.entities if role == "actor" and PAPER.search(m.anchor.text))
    acting = {(m.anchor.start, m.anchor.end) for m in papers}
    for other in around.dated.get(claim.report, ()) if acting else ():
        made = {(m.anchor.start, m.anchor.end) for role, _, m in other.entities if role in ("object", "recipient")}
        same = (
            other.claim.id != claim.id
            and other.claim.anchor.start < claim.anchor.end
            and claim.anchor.start < other.claim.anchor.end
        )
        if same and made & acting and other.when.exact and (last is None or (other.when.latest or last) <= last):
            return other.when
    return None


def as_then(told: PlacedClaim, around: Context) -> When | None:
    """The day that the sentence gives right before "as" or ", ending": "met on Monday as talks got under way"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    if read_report is None:
        return None
    first = bisect_left(read_report.times, claim.trigger.start - NEAR, key=lambda t: t.start)
    for i in range(first, len(read_report.times)):
        time = read_report.times[i]
        if time.start >= claim.trigger.start:
            return None
        gap = read_report.report.text[time.end : claim.trigger.start]
        joined = AT_ONCE.fullmatch(gap) or (claim.trigger.text.endswith("ing") and ENDING_SO.fullmatch(gap))
        when = placed(told, around.record, i) if joined and time.type == "DATE" else None
        if when is not None and when.exact and (last is None or (when.latest or last) <= last):
            return when
    return None


def decided_on(told: PlacedClaim, around: Context) -> When | None:
    """The day of the decision that the next words give: "lifted the embargo. The decision came on Friday"."""
    claim, last = told.claim, told.published.latest
    read_report = around.record.reports.get(claim.report)
    if read_report is None:
        return None
    text = read_report.report.text
    end = next((b for a, b in read_report.sentences if a >= claim.anchor.end), claim.anchor.end)
    for i, time in enumerate(read_report.times):
        when = placed(told, around.record, i) if claim.trigger.end <= time.start < end and time.type == "DATE" else None
        if when is None:
            continue
        past = when.exact and (last is None or (when.latest or last) <= last)
        if past and DECISION.search(text[max(claim.trigger.end, time.start - REACH) : time.start]):
            return when
    return None


def _before_verb(told: PlacedClaim) -> frozenset[tuple[int, int]]:
    """Where its subject stands: who acts, or what was acted on ("were charged on Friday and were placed under")."""
    subject = ("actor", "recipient", "object")
    start = told.claim.trigger.start
    held = [m.anchor for role, _, m in told.entities if role == "actor" or (role in subject and m.anchor.end <= start)]
    return frozenset((a.start, a.end) for a in held)


def so_now(told: PlacedClaim, when: When) -> When:
    """ "Work on the dam is on hold": that it is so on the day of the report, and since when is not told."""
    day = told.published
    resting = (
        told.claim.lemma.startswith("be ")
        and told.claim.time is None
        and (when.earliest, when.latest) == (day.earliest, day.latest)
    )
    return When.between(None, when.latest) if resting and when.latest is not None else when


def days_on(told: PlacedClaim, when: When) -> When:
    """ "Was arrested on Friday and charged the next day": the day after, where the claim has the day told before it."""
    after = NEXT_DAY.match(words_behind(told))
    last = told.published.latest
    if after is None or not when.exact or not told.when.exact or when.basis == "event":
        return when
    moved = _later(when, after)
    return moved if last is None or (moved.latest or last) <= last else when


def _later(when: When, told: re.Match[str]) -> When:
    """The day after, or the week after, as the words have it."""
    return later(when, 7 if "week" in told.group() else 1, told.group().strip())
