"""Rules of conduct told with the day from which they hold: "dogs must be muzzled from Monday", "nobody may leave".

In:   one sentence, its times and attributions.
Out:  a claim for what is demanded, forbidden, left free again; it stands for a rule, and is no event of a timeline.
Room: claim. Without a stated first day nothing is told: "must" alone is a wish, a habit, a guess.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Any, Final

from dateline.claim.model import Claim, Context, claim_id
from dateline.claim.voice.voices import chain
from dateline.report.model import Report
from dateline.sentence.reading import Sentence
from dateline.sentence.times.model import TimeExpression
from dateline.terms import Anchor

NOT_ANY_MORE: Final = r"(?:no longer|not|never)"
FREED: Final = re.compile(
    r"\b(?:(?:will |do |does |need |would )?(?:no longer (?:have|has|need|needs|be required|be obliged)|"
    r"not (?:have|need)(?= to\b.{0,60} any (?:more|longer)))(?: to)?|"
    r"(?:is|are|was|were|be) (?:no longer (?:required|obliged|bound)) to|"
    r"(?:may|can|could|(?:is|are|was|were|be|been) (?:allowed|permitted|free) to)(?: once)? (?:again|more)|"
    r"(?:may|can|(?:is|are|was|were|be|been) (?:allowed|permitted|free) to)(?= .{3,50} (?:again|once more)\b))"
)
FORBIDDEN: Final = re.compile(
    r"\b(?:(?:must|may) not|mustn['’]t|(?:may|can|could) no longer|cannot|can ?not|can['’]t|"
    rf"(?:is|are|was|were|be|been|being) {NOT_ANY_MORE} (?:allowed|permitted|free) to|"
    r"(?:may|can|could)(?: now)? only|"
    r"(?:may|can|could)(?= .{0,40}\b(?:only|solely|no more than|at most|no longer than)\b)|"
    r"(?<=\b[Nn]obody )(?:may|can|could)|(?<=\b[Nn]o one )(?:may|can|could))\b"
)
DEMANDED: Final = re.compile(
    r"\b(?:must|(?:has|have|had|having)(?: had)? to|"
    r"(?:is|are|was|were|be|been) (?:required|obliged|obligated|compelled|bound) to)\b"
    r"(?! (?:be |been )?(?:leave|flee|wait|cancel|abandon|close|shut|suspend|postpone|stop|sleep|live|cope|deal|rely|"
    r"move|cut|lay|walk|return|fight|struggle|endure|suffer|rescued|evacuated|treated|cancelled|postponed|halted|closed)\b)"
)  # "thousands have had to flee since Monday": that is no rule
MODES: Final = (("be free to", FREED), ("be forbidden to", FORBIDDEN), ("be bound to", DEMANDED))
FIRST: Final = frozenset(
    {"since", "from", "as of", "starting", "beginning", "effective", "with effect from", "as from"}
)
NOW: Final = re.compile(r"(?:from|since|as of|starting|beginning|effective) $", re.I)
PARTED: Final = re.compile(r"[;:!?]|\b(?:after|because|when|which|who|until|although|but|if|unless|while)\b")
OPENING: Final = re.compile(
    r"^(?:[A-Z][A-Z .'’-]+, [A-Z][\w.]* \d{1,2}(?: \([^)]*\))? [-–—] )?"
    r"(?:(?:From|Since|As of|Starting|Beginning)\b[^,]{2,40}, )?"
)  # a dateline and the day that stand before the rule itself
DAY_BEHIND: Final = re.compile(
    r",? (?:since|from|as of|as from|starting|beginning)(?: (?:early|late|noon|midnight|dawn|next|last|this|the|on))* "
    r"(?:\d{1,2} )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z][a-z]{2,8}\b|today|tonight|"
    r"tomorrow|yesterday|now)(?:day)?"
    r"(?: (?:morning|evening|night|afternoon))?(?: \d{1,2}(?:, \d{4})?)?"
)
SAID: Final = re.compile(
    r", (?:[^,]{1,60} )?(?:said|says|decided|announced|ruled|ordered|told|reported|added|noted)\b.*|"
    r"[;:].*|, (?:when|after|as|because|but|who|which) .*|, and .*"
)
LONGEST: Final = 220  # characters between the words for the duty and its day
WORDY: Final = 170  # characters of a rule that are shown


def duties(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    voices: Any,
    places: Sequence[Context],
) -> tuple[Claim, ...]:
    """The rules of the report that are told with their first day, by place."""
    starts = [s.start for s in sentences]
    out: dict[int, Claim] = {}
    for n, time in enumerate(times):
        at = bisect_left(starts, time.start + 1) - 1
        if at < 0 or places[at] != "body" or not _first_day(report.text, time):
            continue
        told = _told(report, sentences[at], n, time, voices)
        if told is not None:
            out.setdefault(told.trigger.start, told)
    return tuple(out[start] for start in sorted(out))


def _first_day(text: str, time: TimeExpression) -> bool:
    """Whether the time is the day from which something holds."""
    word = (time.preposition or "").casefold()
    if time.type not in ("DATE", "TIME") or (time.value.endswith("_REF") and "today" not in time.text.casefold()):
        return False
    return word in FIRST or NOW.search(text[max(0, time.start - 20) : time.start]) is not None


def _told(report: Report, sentence: Sentence, n: int, time: TimeExpression, voices: Any) -> Claim | None:
    text = report.text[sentence.start : sentence.end]
    day = time.start - sentence.start
    for lemma, pattern in MODES:
        for found in pattern.finditer(text):
            between = text[found.end() : day] if found.end() <= day else text[day + len(time.text) : found.start()]
            near = len(between) <= LONGEST and PARTED.search(between) is None
            if not near or (found.end() > day and text[:day].strip().casefold() not in FIRST):
                continue
            return _claim(report, sentence, lemma, (found.start(), found.end()), n, time, voices)
    return None


def _claim(
    report: Report, sentence: Sentence, lemma: str, words: tuple[int, int], n: int, time: TimeExpression, voices: Any
) -> Claim:
    text = report.text[sentence.start : sentence.end]
    spot = (sentence.start + words[0], sentence.start + words[1])
    since = (time.preposition or "").casefold() == "since"
    return Claim(
        id=claim_id("c", report.id, report.sha256, *spot, lemma),
        report=report.id,
        anchor=Anchor.cut(report.id, report.text, sentence.start, sentence.end),
        trigger=Anchor.cut(report.id, report.text, *spot),
        lemma=lemma,
        type=None,
        factuality="happened",
        factuality_cue=None,
        reported_as="happened",
        voice=tuple(chain(voices, *spot)),
        participants=(),
        time=n,
        time_relation="since" if since and lemma != "be free to" else "at",
        tense="past" if since else "present",
        context="body",
        title=rule_told(text, words),
        sound=False,
    )


def rule_told(sentence: str, words: tuple[int, int]) -> str:
    """The rule in the words of the sentence, without who said so.

    >>> rule_told("Since Monday, dogs in Amat must be muzzled, the mayor said.", (28, 32))
    'dogs in Amat must be muzzled'
    """
    opened = OPENING.match(sentence)
    start = opened.end() if opened is not None and opened.end() <= words[0] else 0
    that = sentence.rfind(" that ", 0, words[0])
    start = max(start, that + len(" that ")) if that >= 0 else start
    text = SAID.sub("", DAY_BEHIND.sub("", sentence[words[1] :]))
    return " ".join((sentence[start : words[1]] + text).split()).rstrip(".")[:WORDY]
