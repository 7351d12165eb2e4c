"""What holds from a stated day on: "dogs must be muzzled from Monday", "the village has been cut off since Friday".

In:   the sentences of a report, its times and attributions.
Out:  a claim for what is demanded, forbidden, left free again, or has been so since a day, told in the sentence or the
      next; it stands for a rule or a
      condition, and is no event of a timeline.
Room: claim. Without a stated first day nothing is told: "must" alone is a wish, a habit, a guess. What was done since
      a day ("nine people have been arrested since Monday") is no condition.
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
    r"\b(?:(?:will |do |does |need |would |have |has )?"
    r"(?:no longer (?:have|has|had|need|needs|needed|be required|be obliged)|"
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
    r"(?<=\b[Nn]obody )(?:may|can|could|(?:is|will be) (?:allowed|permitted) (?:to|on|in|out|near|inside|outside))|"
    r"(?<=\b[Nn]o one )(?:may|can|could|(?:is|will be) (?:allowed|permitted) to)|"
    r"(?<=^No )(?:more )?[\w'’-]+(?: [\w'’-]+){0,3}? (?:may|can|is to|are to|shall)(?= [a-z])|"
    r"(?<=^Nobody )[\w'’ -]{2,40}? (?:may|can)(?= [a-z]))"
)
DEMANDED: Final = re.compile(
    r"\b(?:must|(?:has|have|had|having)(?: had)? to|"
    r"(?:is|are|was|were|be|been) (?:required|obliged|obligated|compelled|bound) to)\b"
    r"(?! (?:be |been )?(?:leave|flee|wait|cancel|abandon|close|shut|suspend|postpone|stop|sleep|live|cope|deal|rely|"
    r"move|cut|lay|walk|return|fight|struggle|endure|suffer|rescued|evacuated|treated|cancelled|postponed|"
    r"halted|closed)\b)"
)  # "thousands have had to flee since Monday": that is no rule
CONDITION: Final = re.compile(
    r"\b(?:has|have) (?:now |also |both |all |largely |effectively |still )?"
    r"(?:been (?:(?:largely|completely|partly|almost entirely|effectively|temporarily|only|all but|back) )?"
    r"(?!killed|injured|wounded|hurt|arrested|reported|recorded|found|seen|confirmed|registered|born|built|sold|bought|"
    r"shot|hit|struck|attacked|issued|sent|delivered|given|paid|spent|appointed|named|elected|charged|counted|tested|"
    r"treated|published|told|asked|made|said|done|used|rescued|recovered|caught|robbed|stolen|fined|convicted|lost|won|"
    r"(?:up|down|higher|lower) (?:by )?\d|able\b(?! to\b.* again)|a |an |the |no |more|less|\d|one\b|"
    r"two\b|three\b|several|many|some|growing|rising|"
    r"falling|increasing|decreasing|calling|saying|asking|trying|working|looking|seeking|considering|pressing|so\b|"
    r"investigating)(?=[a-z])|"
    r"(?:stood|lain|sat|stayed|remained|lived|slept|camped|gone without|run|moved|switched|shifted) (?=[a-z])|"
    r"had (?=(?:a|an|no|only|neither) ))|"
    r"\b(?:is|are) (?!a |an |the |one |so |also |(?:up|down|higher|lower) (?:by )?\d|expected|likely|said|"
    r"believed|thought|due )(?=[a-z])"
)  # "has been impassable", "have been in the dark", "have moved online"
MODES: Final = (
    ("duty-freed", FREED),
    ("duty-forbidden", FORBIDDEN),
    ("duty-demanded", DEMANDED),
    ("so-since", CONDITION),
)
FIRST: Final = frozenset(
    {"since", "from", "as of", "starting", "beginning", "effective", "with effect from", "as from"}
)
NOW: Final = re.compile(r"(?:from|since|as of|starting|beginning|effective) $", re.I)
PARTED: Final = re.compile(r"[;:!?]|\b(?:after|because|when|which|who|until|although|but|if|unless|while)\b")
OPENING: Final = re.compile(
    r"^(?:[A-Z][A-Z .'’-]+, [A-Z][\w.]* \d{1,2}(?: \([^)]*\))? [-–—] )?"
    r"(?:(?:From|Since|As of|Starting|Beginning)\b[^,]{2,40}, |(?:From|As of) (?:today|tomorrow|now on) )?"
)  # a dateline and the day that stand before the rule itself
DAY_BEHIND: Final = re.compile(
    r",? (?:since|from|as of|as from|starting|beginning)(?: (?:early|late|noon|midnight|dawn|next|last|this|the|on))* "
    r"(?:\d{1,2} )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|[A-Z][a-z]{2,8}\b|today|tonight|"
    r"tomorrow|yesterday|now)(?:day)?"
    r"(?: (?:morning|evening|night|afternoon))?(?: \d{1,2}(?:, \d{4})?)?"
)
SAID: Final = re.compile(
    r", (?:[^,]{1,60} )?(?:said|says|declared|decided|announced|ruled|ordered|told|reported|added|noted)\b.*|"
    r"[;:].*|, (?:when|after|as|because|but|who|which) .*|, and .*"
)
RESTING: Final = re.compile(
    r"(?:now |also )?(?:paused|suspended|halted|frozen|interrupted|on (?:hold|pause|ice)|"
    r"in (?:limbo|abeyance|mothballs)|at (?:a (?:standstill|halt)|zero|nil)|idle|adjourned|stopped|disrupted)\b"
)
ENDED: Final = re.compile(
    r"(?:now |also )?(?:scrapped|abolished|lifted|ended|dropped|over\b|discontinued|withdrawn|repealed|revoked|"
    r"dissolved|cancelled|axed|allowed again|history)"
)
RULED: Final = re.compile(
    r", (?:an?|the|its|his|her|judges?|magistrates?) ?[^,.;]{0,60}\b(?:ruled|decided|ordered|decreed|held)"
    r"(?: (?:late|early))?(?: on)? $"
)  # "may not leave the country until then, a court in Amat ruled on Monday"
DAY: Final = re.compile(r"^(?:XXXX-WXX-\d|[\dX]{4}-[\dX]{2}-[\dX]{2})")
TAKES_EFFECT: Final = re.compile(
    r"^(?:It|They|The (?:[\w'’-]+ ){0,3}?(?:orders?|bans?|rules?|measures?|restrictions?|decree|directive|regulations?|"
    r"ordinance|obligation|requirement|prohibition|notice|instruction|laws?|changes?|curbs?|limits?|caps?|ceiling|"
    r"quotas?|freeze|levy|tax|toll|scheme|system|controls?|reform))\b[^.;]{0,60}?"
    r"\b(?:came into (?:force|effect)|took effect|entered into force|went into (?:force|effect)|began|started|"
    r"(?:has|have) applied|appl(?:y|ies)|kicked in|(?:was|were) (?:issued|imposed|introduced|announced)|"
    r"(?:has|have) been in (?:force|effect|place)|comes? into (?:force|effect)|takes? effect)\b[^.;,]{0,24}$"
)
BY_LAW: Final = re.compile(
    r"\b(?:is|are) (?:now |once more |again )?(?=(?:illegal|legal|banned|forbidden|prohibited|outlawed|compulsory|"
    r"mandatory|obligatory|free|capped|limited|barred|a crime|a criminal offence|punishable|required|"
    r"allowed|rationed|exempt)\b)|"
    r"\bnow (?=(?:carry|carries|pay|pays|need|needs|cost|costs|face|faces) )"
)  # "abortion is now illegal. The law took effect on Monday"
LAID_DOWN: Final = re.compile(
    r"^(?:The|A|An|Its|His|Her|[A-Z])[\w'’., -]{1,60}\b(?:issued|signed|gave|announced|imposed|laid down|made) "
    r"(?:the|that) (?:orders?|bans?|rules?|restrictions?|decree|directive|regulations?|instructions?|prohibition)"
    r"(?: (?:late|early))?(?: on)? $"
)  # "nobody is allowed on the streets. The commander issued the order on Tuesday"
OF_SOMETHING: Final = re.compile(r"(?!(?:There|It|This|That|He|She|They|I|We|You|What|Who)\b)", re.I)
LONGEST: Final = 220  # characters between the words for the duty and its day
WORDY: Final = 170  # characters of a rule that are shown


def duties(
    report: Report,
    sentences: Sequence[Sentence],
    times: Sequence[TimeExpression],
    voices: Any,
    places: Sequence[Context],
) -> tuple[Claim, ...]:
    """The rules and conditions of the report that are told with their first day, by place."""
    starts = [s.start for s in sentences]
    out: dict[int, Claim] = {}
    for n, time in enumerate(times):
        at = bisect_left(starts, time.start + 1) - 1
        if at < 0 or places[at] != "body":
            continue
        ruled = RULED.search(report.text[sentences[at].start : time.start]) is not None
        told = _told(report, sentences[at], n, time, voices, ruled) if ruled or _first_day(report.text, time) else None
        if told is None and time.type in ("DATE", "TIME") and not time.value.endswith("_REF"):
            told = _begun_next(report, sentences, at, n, time, voices)
        if told is not None:
            out.setdefault(told.trigger.start, told)
    return tuple(out[start] for start in sorted(out))


def _begun_next(
    report: Report, sentences: Sequence[Sentence], at: int, n: int, time: TimeExpression, voices: Any
) -> Claim | None:
    """The rule of the sentence before, where this one gives its day: "... indoors. The order took effect on Monday"."""
    before, here = sentences[at - 1], sentences[at]
    lead = report.text[here.start : time.start]
    if (
        at == 0
        or not (TAKES_EFFECT.match(lead) or LAID_DOWN.match(lead))
        or report.text[before.end : here.start].strip()
    ):
        return None
    text = report.text[before.start : before.end]
    for lemma, pattern in (*MODES[:3], ("so-since", BY_LAW)):
        found = pattern.search(text)
        if found is not None and OF_SOMETHING.match(text[: found.end()]) is not None:
            return _claim(report, before, lemma, (found.start(), found.end()), n, time, voices)
    return None


def _first_day(text: str, time: TimeExpression) -> bool:
    """Whether the time is the day from which something holds."""
    word = (time.preposition or "").casefold()
    if time.type not in ("DATE", "TIME") or (time.value.endswith("_REF") and "today" not in time.text.casefold()):
        return False
    return word in FIRST or NOW.search(text[max(0, time.start - 20) : time.start]) is not None


def _since_a_day(time: TimeExpression) -> bool:
    """ "Since Friday", "since 12 May", and no longer ago than a name of a day tells: "since 2004" is background."""
    return (time.preposition or "").casefold() == "since" and DAY.search(time.value) is not None


def _told(
    report: Report, sentence: Sentence, n: int, time: TimeExpression, voices: Any, ruled: bool = False
) -> Claim | None:
    """The rule of the sentence that holds from the time; `ruled`: on that day a court or a board ruled so."""
    text = report.text[sentence.start : sentence.end]
    day = time.start - sentence.start
    for lemma, pattern in MODES[1:2] if ruled else MODES:
        for found in pattern.finditer(text):
            between = text[found.end() : day] if found.end() <= day else text[day + len(time.text) : found.start()]
            near = len(between) <= LONGEST and (ruled or PARTED.search(between) is None)
            told_of = OF_SOMETHING.match(text[: found.start()]) is not None
            near = near and (lemma != "so-since" or (_since_a_day(time) and told_of))
            if not near or (found.end() > day and text[:day].strip().casefold() not in FIRST):
                continue
            return _claim(
                report, sentence, _as_it_is(lemma, text[found.end() :]), (found.start(), found.end()), n, time, voices
            )
    return None


def _as_it_is(lemma: str, behind_it: str) -> str:
    """What "has been" tells: that it is so, rests ("paused"), or is no more ("scrapped")."""
    if lemma != "so-since":
        return lemma
    return "so-ended" if ENDED.match(behind_it) else "so-resting" if RESTING.match(behind_it) else lemma


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
        time_relation="since" if since and lemma != "duty-freed" else "at",
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
