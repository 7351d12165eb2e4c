"""The day that the next words give: "has closed its consulate. The flag was lowered on Tuesday."

In:   a claim without a day of its own; the sentences and times of its report.
Out:  a When; None where the sentences that follow do not give the day.
Room: state. A lead tells what is so, and the sentence behind it tells the day: of the deed itself in other words
      (states_days.tsv), of the order, decision or signature that it was, or of "it". A day alone is no such word:
      what was said on Tuesday may have been done on Monday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Final

from dateline.lexicon.tables import table
from dateline.record.model import PlacedClaim
from dateline.state.cast import Context
from dateline.state.spans import placed
from dateline.terms import When

RECENT: Final = timedelta(days=21)  # so long before its report a deed is still its news
SENTENCES: Final = 2  # behind the one that tells it, in which its day may stand
OPENING: Final = 34  # characters of a sentence within which a day stands before what it is the day of
ANY: Final = "*"
ANYTHING: Final = r"\S+?"  # for the noun: whatever it is
BEGUN: Final = frozenset({"begin", "resume", "replace", "extend"})
POINTED: Final = (
    r"order|decree|decision|ruling|verdict|judge?ment|measures?|step|move|notice|directive|instruction|announcement|"
    r"proclamation|resolution|declaration|warrant|edict|deal|agreement|accord|pact|treaty|papers|documents?|letter|"
    r"suspension|closure|halt|stoppage|freeze|shutdown|dismissal|appointment|revocation|lifting|"
    r"bill|act|law|rule|rules|regulation|ordinance|injunction|restrictions?|sanctions|ban|warning|alert|level|alarm"
)
NOUN: Final = rf"(?:[\w'’-]+ ){{0,3}}?(?:{POINTED}|%s)"
MADE: Final = (
    r"(?:was|were|had been) (?:\w+ly )?(?:raised|imposed|declared|introduced|ordered|issued|signed|adopted|approved|"
    r"announced|set up|laid|granted|agreed|brought in|reinstated|published|taken|made|handed down|filed|lodged|"
    r"delivered|proclaimed|passed|gazetted|given|upgraded|put in place|reached|concluded|sealed|called|posted|hoisted)|"
    r"came into (?:force|effect)|took (?:legal )?effect|entered into force|went into (?:force|effect)|became effective|"
    r"took hold|kicked in|began|started|went up|rose|came down|followed|came"
)
UNMADE: Final = (
    r"(?:was|were|had been) (?:\w+ly )?(?:lifted|scrapped|revoked|withdrawn|cancelled|rescinded|repealed|dropped|"
    r"lowered|overturned|quashed|called off|handed down|taken|made|signed|issued|announced|published|given)|"
    r"took (?:legal )?effect|came into (?:force|effect)|expired|lapsed|ran out|ended|followed|came"
)
UNDONE: Final = re.compile(
    r"\b(?:lift|revok|rescind|repeal|scrapp|end(?=ed|s\b|ing\b)|releas|freed|withdr[ae]w|cancell|overturn|reopen|quash)\w*"
)
GIVING: Final = (
    r"(?:issu|sign|g[ai]v|ma[dk]|t[ao]ok|tak|announc|hand(?:ed|ing) down|publish|read out|deliver|pronounc|receiv|"
    r"adopt|approv|pass|impos|declar)\w* (?:the|its|his|her|their|that|a)"
)


TO_START: Final = re.compile(
    r"^(?:It|They|This|These)(?: \w+)?(?:,[^.;,]{1,60},)? (?:will (?:be |only |not )?|is |are |would )?(?:\w+ to |to )?"
    r"(?:takes?|comes?|goes?|enters?|appl(?:y|ies)|starts?|begins?|becomes?|kicks?|binding|valid)\b[^.;]{0,40}$"
)


def told_after(told: PlacedClaim, slot: str, effect: str, noun: str, around: Context) -> When | None:
    """The day that a next sentence gives for what was told without one."""
    last = told.published.latest
    for sentence, start, when in _dated(told, around) if last is not None else ():
        if when.earliest is None or last is None or not last - RECENT <= when.earliest <= last:
            continue
        if effect in ("begin", "extend") and UNDONE.search(sentence):
            continue  # "martial law lasted a week. She revoked the proclamation on Tuesday"
        before = sentence[:start]
        near = before if start > OPENING else sentence
        words = _words(slot, effect)
        if (words is not None and words.search(near)) or _points(near, effect in BEGUN, noun):
            return when
    return None


def laid_on(told: PlacedClaim, noun: str, around: Context) -> When | None:
    """The day on which "the order" that stands was issued: "remained in place. The sheriff issued it on Friday"."""
    last = told.published.latest
    for sentence, start, when in _dated(told, around) if last is not None else ():
        if when.earliest is None or last is None or when.earliest > last:
            continue
        near = sentence if start <= OPENING else sentence[:start]
        if _points(near, True, noun) and not UNDONE.search(sentence):
            return when
    return None


def starts_next(told: PlacedClaim, around: Context) -> When | None:
    """The coming day on which the next sentence has it begin: "signed a decree banning the cars. It takes effect on 1
    June"; None where the words give none."""
    last = told.published.latest
    for sentence, start, when in _dated(told, around) if last is not None else ():
        day = when.earliest
        if day is not None and last is not None and day > last and TO_START.search(sentence[:start]):
            return when
    return None


def _dated(told: PlacedClaim, around: Context) -> Iterator[tuple[str, int, When]]:
    """The sentences behind the one that tells it, each with an exact day and where it stands in the sentence."""
    read_report = around.record.reports.get(told.claim.report)
    if read_report is None:
        return
    text = read_report.report.text
    behind = [(a, b) for a, b in read_report.sentences if a >= told.claim.anchor.end and text[a:b].strip()]
    for a, b in behind[:SENTENCES]:
        for i, time in enumerate(read_report.times):
            if not a <= time.start < b or time.type not in ("DATE", "TIME"):
                continue
            when = placed(told, around.record, i)
            if when is not None and when.exact:
                yield text[a:b], time.start - a, when


def _points(words: str, begun: bool, noun: str) -> bool:
    """Whether the words point at what was told and say that it was made, or unmade: "the order was issued".

    Few sentences say so of anything at all, so the pattern for the very noun is seldom made.
    """
    last = re.escape(noun.rsplit(maxsplit=1)[-1]) if noun else "order"
    return _pointing(begun, ANYTHING).search(words) is not None and _pointing(begun, last).search(words) is not None


@cache
def _pointing(begun: bool, noun: str) -> re.Pattern[str]:
    """Words that point at the noun, given as a pattern, and say that it was made, or unmade."""
    nouns = NOUN % noun
    deeds = MADE if begun else UNMADE
    return re.compile(
        rf"^(?:It|They|The {nouns}),?(?: [^.;]{{1,60}}?,)? (?:{deeds})\b|"
        rf"\b(?:{GIVING}) {nouns}\b|"
        rf"\b(?:and|which|that) (?:it|they|which)? ?(?:{deeds})\b|"
        rf"\b(?:[Ii]n|[Uu]nder|[Bb]y|[Ff]ollowing) (?:an?|the|its|his|her|their) {nouns}\b|"
        rf"\b(?:The|the|A|a) {nouns}, (?:which )?(?:was )?(?:\w+ly )?(?:handed down|issued|signed|announced|dated|"
        r"published|taken|made|imposed|given|delivered|adopted|raised)\b"
    )


@cache
def _words(slot: str, effect: str) -> re.Pattern[str] | None:
    """The words that tell the day of what was told, for a kind of state and what happened to it."""
    found = [w for row in table("states_days") if row["slot"] in (slot, ANY) and row["effect"] in (effect, ANY)
             for w in row["words"].split("|")]  # fmt: skip
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, found))})") if found else None
