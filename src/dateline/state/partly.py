"""Whether only some of a state begins or ends: "six of the hostages", "in two of the three districts", "one lane of the
road".

In:   a claim, the row of the table that speaks of it, what it does to the state.
Out:  yes or no.
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.states import families
from dateline.record.model import PlacedClaim
from dateline.state.bodies import NUMBER, NUMBERS
from dateline.state.cast import Cast
from dateline.state.found import Found, tail, words_before
from dateline.state.kinds import SHUT
from dateline.state.model import Kind
from dateline.state.rules import slots_key
from dateline.state.sides import is_generic

SOME: Final = frozenset({"some", "several", "dozens", "hundreds", "part", "number", "few", "handful", "many"})
WHOLE: Final = frozenset({"last", "all", "final", "remaining", "every", "its", "their", "the", "entire", "full"})
SPREAD: Final = frozenset(
    {
        "emergency",
        "curfew",
        "power",
        "evacuation",
        "warning",
        "alert",
        "school",
        "traffic",
        "airport",
        "sanctions",
        "site",
    }
)  # what is lifted here and stays there
IN_PARTS: Final = re.compile(
    r"(?: (?!in |to |for |across |on )[a-z][a-z-]*){0,4}? *(?:only )?(?:in|to|for|across|on) "
    r"(?:(?:about|around|nearly|almost|roughly|at least|more than|over|just over|just under|some) (?=\d|half))?"
    rf"(?:(?:some|most|many|half|parts|several|one|{'|'.join(NUMBERS)}|\d[\d,.]*(?: percent| per cent|%)?) "
    r"of (?:the|its|their)\b|"
    r"(?:some|most|many|parts of|several|half)\b|(?:the )?[a-z]+ (?:half|part|parts|side) of\b)"
)  # "restored power to about 60,000 of the homes", "for the northern half of Amat"
LAST_OF: Final = re.compile(
    rf"\bthe (?:last|remaining|final) (?:(?:{NUMBER}|remaining|members|group|batch|few) ){{0,2}}of\b", re.I
)  # "the last two of seven hostages"; not "the last day of its mandate"
FIRST_OF: Final = re.compile(
    rf"(?:the )?first (?:{NUMBER} )?(?:[a-z]+ )?of (?:the|its|their) ", re.I
)  # "of the 33 miners"
LANES: Final = re.compile(
    r"(?:one|a single|two|some|several|half|part|parts|a (?:section|stretch|part))(?: lanes?| runways?| tracks?)? of ",
    re.I,
)
TO_SOME: Final = re.compile(
    r"[^,.;]{0,60}? (?:to|for) (women|children|patients|pedestrians|aid|humanitarian|medical|students|stranded|"
    r"foreigners|trucks|lorries|freight|cargo|goods|citizens|nationals|residents|commuters|families|"
    r"the (?:sick|injured|wounded|elderly|stranded))\b"
)  # who may pass: others may not
SOME_PUPILS: Final = re.compile(
    r"\b(?:final-year|first-year|older|younger|youngest|oldest|some|most|many|primary|secondary|first|half of the|"
    r"kindergarten|infant|nursery|exam) (?:school )?(?:pupils|students|children|classes|grades|years)\b",
    re.I,
)  # "final-year pupils went back": the others have not
UNDER_WAY: Final = frozenset({"begin", "continue", "resume"})  # "began its withdrawal" ends nothing yet

RUNS_AGAIN: Final = "open again"  # value of the rows for traffic that moves again through what was shut


def is_partly(found: Found, kind: Kind, cast_: Cast) -> bool:
    """Whether the claim tells it of some only; the last two of seven are all that are left."""
    claim, slot = cast_.told.claim, found.rule.slot
    runs = (claim.aspect == "resume" or found.rule.value == RUNS_AGAIN) and slot in SHUT  # "began to move again"
    only_begun = claim.aspect in UNDER_WAY and not runs
    counted = (tail(cast_.told), *(m.anchor.text for _, _, m in cast_.everyone()))
    if any(LAST_OF.search(words) for words in counted):
        return False
    if kind == "end" and any(FIRST_OF.match(m.anchor.text) for _, _, m in cast_.everyone()):
        return True
    ended = kind == "end" and (_some_of_them(found, cast_) or only_begun or _in_parts(found, cast_.told))
    return claim.partial or ended


def for_whom(told: PlacedClaim) -> str:
    """Who may pass, or may not: "lorries" of "closed the crossing to lorries"; "" where all are meant."""
    found = TO_SOME.match(tail(told))
    return found.group(1) if found is not None else ""


def _in_parts(found: Found, told: PlacedClaim) -> bool:
    """ "Martial law was lifted in two of the three districts", "opened its border to women and children"."""
    parted = (
        LANES.match(f"{m.anchor.text} of ") for role, _, m in told.entities if role in ("actor", "object", "recipient")
    )
    if found.rule.slot in SHUT and any(parted):
        return True  # "one lane of the coast road was reopened"
    if found.rule.slot == "border":
        return bool(for_whom(told))
    if found.rule.slot == "school" and SOME_PUPILS.search(told.claim.anchor.text.split(" after ")[0]) is not None:
        return not re.match(r"all\b", told.claim.anchor.text, re.I)  # "all schools reopened" is all of them
    spread = found.rule.slot in SPREAD and (slots_key(found.rule.slot) == "thing" or found.rule.slot == "sanctions")
    itself = words_before(told).casefold().rpartition(found.noun)[2].lstrip("es") if found.noun else ""
    return spread and any(IN_PARTS.match(words) for words in (tail(told), itself))


def _some_of_them(found: Found, cast_: Cast) -> bool:
    """Whether only some went or were freed: "some personnel", "six of the hostages"; not "the last 50", "its 1,000"."""
    if found.rule.slot == "detention":
        heads = [m for _, m in cast_.at("target") if m is not found.mention]
        return found.noun in families()["hostage"] and any(is_generic(m.head) and not m.named for m in heads)
    if found.rule.slot != "presence":
        return False
    if found.mention is None:
        return False
    words = found.mention.anchor.text.casefold().split()
    claim, start = cast_.told.claim, found.mention.anchor.start
    before = claim.anchor.text[max(0, start - claim.anchor.start - 24) : max(0, start - claim.anchor.start)]
    whole = WHOLE & {*words, *re.findall(r"\w+", before.casefold())}
    return (not whole or "first" in words) and any(w[:1].isdigit() or w in SOME for w in words)
