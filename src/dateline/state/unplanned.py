"""What is worded like a plan and is none: a condition, a chance, a day that has gone by.

In:   a claim told as planned, demanded or conditional.
Out:  whether anything is planned by it.
Room: state. A line of a plan says that somebody is bound, or means, to do a thing; a doubtful one is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.record.model import PlacedClaim, Record
from dateline.state.found import words_before, words_behind

LONGEST: Final = 600  # characters before the event word that are looked at
CONDITION: Final = re.compile(
    r"(?:\b(?:if|unless|in case|provided that|once)\b|^[Ss]hould\b)(?:(?!\b(?:will|would|could|may|might)\b)[^,;])*$",
    re.I,
)
ONLY: Final = re.compile(r"\b(?:will|would|shall|could) only $")
COMPLETED: Final = re.compile(
    r"\b(?:complet|finish|conclud|wrapp)\w*(?: up)? (?:[\w'’-]+ ){0,2}"
    r"(?:moves?|steps?|efforts?|operations?|work|missions?|tasks?|campaigns?|drives?|processe?s?) to $"
)
CHANCE: Final = re.compile(
    r"\b(?:shots?|chances?|odds|likelihood|possibility|risks?|fears?|prospects?|danger) (?:at|of|for) $"
    r"|\b(?:ability|manpower|strength|means|resources|firepower|power) to (?:\w+ )?$"
    r"|\b(?:purported|alleged|claimed|rumou?red|reputed|thought|believed) to (?:be |have been )?$"
    r"|\b(?:way|answer|solution|remedy|option|choice|alternative|key) (?:is|was|would be) to $"
    r"|\b(?:delay|hamper|hinder|end|block|halt|stop|thwart|affect|frustrat|derail|dash|undermin|disrupt)\w* "
    r"(?:\w+ ){0,3}(?:efforts?|hopes?|attempts?|bids?|plans?) (?:to|of) $"
)
AIM: Final = re.compile(
    r"\baimed at $|\b(?:to|and|will|would) help (?:to )?$"
    r"|\b(?:bids?|efforts?|attempts?|push|drive) (?:to|at) (?:help )?$"
    r"|\b(?:talks|negotiations|legislation|bills?|laws?|mediators?|mediation|envoys?|proposals?) "
    r"(?:(?:meant|intended|designed|seeking|aiming|hoping) )?to (?:help )?$"
)
NAMED_BY: Final = re.compile(r" (?:warrants?|orders?|notices?|bans?|threats?|permits?|rights|rules?)\b")
VERBAL: Final = word_list("to will would must should shall may might could can and or")
UNREAL: Final = re.compile(r"\bwould have to (?:\w+ly )?$|\b(?:worst|best)[- ]case\b|\bscenario\b")
QUESTION: Final = re.compile(
    r"\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?)(?: [\w'’-]+){0,3} (?:why|how|whether|if|when|where) [^,;]*$"
)
UNLIKELY: Final = re.compile(r"\bnot (?:\w+ )?(?:likely|expected|certain|sure|bound|able) to $")
UNMEANT: Final = frozenset({"missing", "trapped"})  # nobody plans to go missing
SOME_WHO: Final = re.compile(
    r"(?:^|[,;:] )(?:most|many|some|few|all|every|each|any|several) [^,;]* (?:that|who|which) "
    r"(?:will|would|are to|is to|must|should) (?:\w+ly )?$",
    re.I,
)
OF_TWO: Final = re.compile(
    r"\b(?:said|says|told|wrote) [^,]*\b(?:of|about) [A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+)* ?, who [^,]*$"
)
WAS_SET: Final = re.compile(
    r"\b(?:was|were) (?:\w+ )?(?:scheduled|due|set|expected|supposed|slated|planning|planned) to (?:\w+ )?$"
)
ASKED: Final = re.compile(r"\b(?:asked|urged|told|ordered|invited|called on|summoned)\b")
WEEKDAY: Final = re.compile(r"XXXX-WXX-\d")
JUST_GONE: Final = 5  # days ahead from which on such a weekday was yesterday, or the day before
PRONOUNS: Final = frozenset({"he", "she"})


def is_no_plan(told: PlacedClaim, record: Record) -> bool:
    """Whether nothing is planned by what is told ahead."""
    return _gone_by(told, record, WAS_SET) or any(speaks_against(told) for speaks_against in AGAINST)


def was_asked(told: PlacedClaim, record: Record) -> bool:
    """ "Asked the army to respond on Wednesday", told on a Friday: the day on which they asked, it may be."""
    return _gone_by(told, record, ASKED)


def _before(told: PlacedClaim) -> str:
    return words_before(told)[-LONGEST:]


def _gone_by(told: PlacedClaim, record: Record, worded: re.Pattern[str]) -> bool:
    """ "Was scheduled to meet them on Monday", told on a Tuesday: the Monday before, as far as one can tell."""
    claim, last, day = told.claim, told.published.latest, told.when.earliest
    if claim.time is None or claim.time_relation != "at" or last is None or day is None:
        return False
    bare = WEEKDAY.match(record.reports[claim.report].times[claim.time].value) is not None
    return bare and (day - last).days >= JUST_GONE and worded.search(_before(told)) is not None


def _condition(told: PlacedClaim) -> bool:
    """ "If he is found guilty, he could be jailed": the finding is nobody's plan or threat."""
    return told.claim.factuality == "conditional" and CONDITION.search(_before(told)) is not None


def _only(told: PlacedClaim) -> bool:
    """ "Will only recognise a government led by his friend": he says what he will not do."""
    return ONLY.search(_before(told)) is not None


def _completed(told: PlacedClaim) -> bool:
    """ "Have completed moves to cut off the roads": that is done, or is about to be."""
    return COMPLETED.search(_before(told)) is not None


def is_chance(told: PlacedClaim) -> bool:
    """ "A real shot at succeeding her", "the manpower to oust him", "purported to be gathered by a bureau"."""
    return CHANCE.search(_before(told)) is not None


def is_aim(told: PlacedClaim) -> bool:
    """ "Talks aimed at ending the strike", "appointed a mediator to help end it": what it is for, and no plan of it."""
    return told.claim.factuality == "planned" and AIM.search(_before(told)) is not None


def _names_a_thing(told: PlacedClaim) -> bool:
    """ "The court issues arrest warrants": a noun in front of another, read as a verb."""
    claim, before = told.claim, _before(told).split()[-1:]
    bare = claim.trigger.text == claim.lemma and " " not in claim.lemma
    return bare and not VERBAL & set(before) and NAMED_BY.match(words_behind(told)) is not None


def is_unlikely(told: PlacedClaim) -> bool:
    """ "Is not likely to become president": a guess, and no word that he has not taken office."""
    return UNLIKELY.search(_before(told)) is not None


def _unreal(told: PlacedClaim) -> bool:
    """ "Would have to close its wells before anybody felt it", "the worst case would be that it gets nationalised"."""
    return told.claim.factuality in ("conditional", "planned") and UNREAL.search(_before(told)) is not None


def _question(told: PlacedClaim) -> bool:
    """ "He asked why he was arrested": he asks for an answer, and not that it be done."""
    return told.claim.factuality in ("demanded", "planned") and QUESTION.search(_before(told)) is not None


def _some_who(told: PlacedClaim) -> bool:
    """ "Most provinces that will vote in March are poor": said of those that will, and not that most will."""
    return SOME_WHO.search(_before(told)) is not None


def _of_two(told: PlacedClaim) -> bool:
    """ "Said the analyst Ana Lind of Karl Roe, who decided to give up": which of the two, the words leave open."""
    return OF_TWO.search(_before(told)) is not None


def _of_whom(told: PlacedClaim) -> bool:
    """ "Denied a deal with the leader, insisting that he must quit": of two men, nobody can be sure which is asked."""
    claim = told.claim
    if claim.factuality != "demanded":
        return False
    he = next((m for r, _, m in told.entities if r == "actor" and m.anchor.text.casefold() in PRONOUNS), None)
    if he is None or he.refers is None:
        return False
    first = max(0, he.refers[1] - claim.anchor.start)
    between = claim.anchor.text[first : max(0, he.anchor.start - claim.anchor.start)]
    return any(is_kind(word, "person") for word in re.findall(r"\b[a-z]+\b", between))


def _advised_against(told: PlacedClaim) -> bool:
    """ "Advised states against closing their borders"."""
    return _before(told).rstrip().endswith(" against")


AGAINST: Final[tuple[Callable[[PlacedClaim], bool], ...]] = (
    _advised_against,
    _condition, _only, _completed, is_chance, is_aim, _names_a_thing, _of_whom, _some_who, _of_two, _unreal, _question,
)  # fmt: skip
