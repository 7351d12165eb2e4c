"""Who holds a place or a post, as a sentence has it: "government troops hold Ossa", "Ossa was still in rebel hands",
"Ada Kren remains president of the league".

In:   Scenes.
Out:  Stances, their answer the side, or the one, that holds it.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.state.disputes_scene import Scene
from dateline.state.disputes_stances import ANEW, NOT, NOT_FACT, PART, POST, STILL, Stance, clause_end, day_of, shown
from dateline.state.disputes_words import said

GROUP: Final = "in whose control"
LEAD: Final = 60  # characters before the words in which an "if" or a "will" belongs to them
STATE: Final = re.compile(
    r"\b(?:government|army|troops|soldiers|regime|police|security forces|state|loyalists?|federal|junta|national guard|"
    r"armed forces|military|navy|pro-government)\b",
    re.I,
)
REBEL: Final = re.compile(
    r"\b(?:rebels?|insurgents?|militia\w*|guerrillas?|fighters|brigade|separatists?|militants?|opposition|jihadists?|"
    r"gunmen|anti-government|secessionists?|mutineers?|gangs?|cartel|islamists?|tribesmen|partisans)\b",
    re.I,
)
NOUN: Final = (
    "town|city|village|port|airport|base|island|district|province|region|bridge|capital|oilfield|fort|valley|hill|pass|"
    "dam|crossing|mine|castle|hospital|barracks|refinery|palace|parliament|airfield|airstrip|suburb|quarter|neighbourhood|"
    "junction|heights|camp|prison|(?:border |army |police |military |frontier )?(?:out)?posts?|checkpoint"
)
NAME: Final = r"(?-i:[^\W\d_a-z])[\w’-]+"
PLACE: Final = rf"(?P<what>(?:the )?(?:(?:{NOUN})(?: of| at| in)?|{NAME})(?: {NAME})*(?: (?:{NOUN}))?)"
WHOLE: Final = r"(?:(?:the whole|all|most|the centre|the rest|every part)(?: of)? )?"
HOLD: Final = (
    r"(?:holds?|held|control(?:s|led)?|(?:are|is|was|were|remain|remained) in (?:full |complete )?"
    r"(?:control|possession) of|occup(?:y|ies|ied)|"
    r"ha(?:s|ve|d) (?:taken|captured|seized|retaken|recaptured|regained)(?: control of)?)"
)
IS: Final = r"(?:is|was|are|were|remains|remained|stays|stayed|lies)(?: still| now| firmly| again)?"
WHO: Final = r"[\w’' -]{3,40}?(?=[,.;]| on | and | said|$)"
WORDINGS: Final = (
    re.compile(
        rf"(?P<who>(?:[\w’'-]+ ){{1,4}}?)(?P<verb>(?:still |now |firmly |fully |again )?{HOLD}) {WHOLE}{PLACE}",
        re.I,
    ),
    re.compile(
        rf"{PLACE} (?P<verb>{IS} (?:(?:in|under) the (?:hands|control|rule) of|held by|controlled by|occupied by)) "
        rf"(?P<who>{WHO})",
        re.I,
    ),
    re.compile(
        rf"{PLACE} (?P<verb>{IS} (?:in|under)) (?:the )?(?P<who>[\w’' -]{{3,40}}?)(?:[’']s?)? "
        r"(?:hands|control|rule|occupation)\b",
        re.I,
    ),
)
PRONOUN: Final = re.compile(r"\W*(?:they|it|we|he|she)(?: (?:still|now|fully|again))*\W*$", re.I)
HOLDS: Final = re.compile(
    r"\b(?:h[eo]lds?|control\w*|hands|rule|occup\w+|possession|taken|captured|seized|re\w+ed|retaken)\b", re.I
)


IN_POST: Final = re.compile(
    rf"(?P<who>{NAME}(?: {NAME}){{1,3}}) (?P<verb>(?:is|remains)(?: still)?(?: the| its)?(?: (?:lawful|rightful|"
    rf"legitimate|sole|only|elected|true))*) (?P<post>{POST}) of "
    rf"(?P<what>(?:the )?(?:[a-z]+ ){{0,4}}?{NAME}(?: {NAME})*)"
)
OFFICE: Final = "who holds the post"


def in_post(scene: Scene) -> Iterator[Stance]:
    """Who holds a post now; nobody is said to where two share it, or it was held before."""
    for found in IN_POST.finditer(scene.text) if " of " in scene.text else ():
        lead = scene.text[max(0, found.start() - LEAD) : found.start()]
        if NOT_FACT.search(lead) or re.search(r"\b(?:and|or|former|ex-)\W*$", lead, re.I):
            continue
        words, subject = " ".join(found.group().split()), shown(f"{found['post']} of {found['what']}")
        kinds = frozenset({found["post"].lower()})
        who = found["who"].split()[-1].lower()
        yield Stance(
            scene, OFFICE, who, words, *found.span(), subject, kinds, scene.day, still=True, anew=False, of_kinds=True
        )


def held_by(scene: Scene) -> Iterator[Stance]:
    """Who holds a place; the first that the sentence tells of."""
    found = (m for p in WORDINGS for m in p.finditer(scene.text)) if HOLDS.search(scene.text) else ()
    made = (stance for match in found if (stance := _stance(scene, match)) is not None)
    yield from [stance for stance, _ in zip(made, range(1), strict=False)]


def _stance(scene: Scene, found: re.Match[str]) -> Stance | None:
    who = re.split(r"\b(?:that|said)\b|,", found["who"])[-1]
    meant = PRONOUN.match(who) is not None  # "the army said it had retaken Ossa"
    side = (_holder(found["who"]) or _holder(scene.text[: found.start()])) if meant else _holder(who)
    (start, end), verb = found.span(), found.start("verb")
    words = " ".join(re.split(r"\b(?:that|said) ", found.group())[-1].split())
    if (
        side is None
        or NOT_FACT.search(scene.text[max(0, verb - LEAD) : verb])
        or NOT.search(words)
        or PART.search(words)
    ):
        return None
    still = bool(STILL.search(words)) or not re.search(r"\bha(?:s|ve|d) ", words)
    day, anew = day_of(scene, start, clause_end(scene.text, end)), bool(ANEW.search(words))
    return Stance(scene, GROUP, side, words, start, end, shown(found["what"]), frozenset(), day, still, anew)


def _holder(who: str) -> str | None:
    """The side that the words name: the state's, the rebels', or a name."""
    if REBEL.search(who):
        return "rebels"
    if STATE.search(who):
        return "the state"
    return " ".join(sorted(said(f"a {who}").names)) or None
