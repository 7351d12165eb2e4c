"""Reads the two sides of a vote: "by 74 votes to 58", "voted 61-34", "rejected the plan by nine votes to six".

In:   the Scene of one sentence.
Out:  two Quantities, votes in favour and votes against.
Room: claim. A hyphen between two numbers means a score, a range or a date elsewhere; beside a verb of voting a tally.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.certainty.factuality import factuality
from dateline.claim.figure.amounts import Amount, amounts
from dateline.claim.figure.counted import Counting
from dateline.claim.figure.counting import clause_of
from dateline.claim.figure.places import with_place
from dateline.claim.figure.scene import Scene, made, witness
from dateline.claim.model import Quantity

LONGEST: Final = 900  # characters of a sentence that are searched
NUMBER: Final = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}|[a-z]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)"
ACTS: Final = (
    r"(?:approv|pass|adopt|reject|defeat|ratif|back|endors|carri|lost|fail|elect|overturn|overr|uph|vot|confirm|remov|"
    r"oust|impeach|acquit|censur|block|sank|threw|thrown|survived|agreed|accept|cleared|repeal|select|chos|dismiss)"
)
VOTED: Final = (
    rf"\b(?:vot(?:e|es|ed|ing) (?:(?:of|was|by|count of|went) )?|"
    rf"{ACTS}\w*\b[^.;:]{{0,70}}? (?:by|in|on|with|,) (?:an? (?:[a-z]+ )?(?:vote|margin|majority|tally|ballot) of )?|"
    r"\b(?:by|with|on|in) an? (?:[a-z]+ )?(?:vote|margin|majority|tally) of |(?:result|tally|count) was )"
)
BEHIND: Final = (
    r"(?!\w|[.,]\d|-\w| ?%| per ?cent| points?\b| goals?\b| million\b| billion\b| (?:year|day|month|hour|week)s?\b)"
)
TALLIES: Final = (
    re.compile(rf"{VOTED}(?P<a>{NUMBER})(?: votes?)?(?: to |[-–]| against )(?P<b>{NUMBER}){BEHIND}", re.I),
    re.compile(rf"\b(?P<a>{NUMBER}) votes? (?:to|against) (?P<b>{NUMBER}){BEHIND}", re.I),
)
FOR_SOMEBODY: Final = re.compile(r"(?: votes?)? (?:for|of) (?:the )?[A-Z]")
LOST: Final = re.compile(
    r"\b(?:reject|defeat|fail|lost|thrown out|threw out|sank|blocked|voted down|dismiss|"
    r"surviv\w+ (?:an? |the |another |a second |a third )?(?:no-confidence|censure|impeachment|confidence))",
    re.I,
)


def tallies(scene: Scene) -> list[Quantity]:
    """The votes for and against of each tally of the sentence."""
    text = scene.report.text[scene.sentence.start : min(scene.sentence.end, scene.sentence.start + LONGEST)]
    if "vot" not in text.lower() and " by " not in text:
        return []
    out: list[Quantity] = []
    taken: list[tuple[int, int]] = []
    for pattern in TALLIES:
        for found in pattern.finditer(text):
            if any(a < found.end("b") and found.start("a") < b for a, b in taken):
                continue
            one, other = (_number(text, *found.span(side)) for side in ("a", "b"))
            if one is None or other is None:
                continue
            if FOR_SOMEBODY.match(text, found.end("b")):
                continue  # "18,922 votes to 18,810 for Ana Ruiz": votes of two rivals
            taken.append((found.start("a"), found.end("b")))
            out += _sides(scene, text, one, other)
    return out


def _number(text: str, start: int, end: int) -> Amount | None:
    """The whole number that exactly these characters tell."""
    found = amounts(text[start:end])
    if len(found) != 1 or found[0].form != "count" or found[0].kind or found[0].core != (0, end - start):
        return None
    return Amount(start, end, found[0].low, found[0].high, core=(start, end))


def _sides(scene: Scene, text: str, one: Amount, other: Amount) -> list[Quantity]:
    """Both sides; of what was rejected the larger side was against it."""
    states = ("in favour", "against")
    if LOST.search(text) and one.low > other.low:
        states = ("against", "in favour")
    return [q for amount, state in zip((one, other), states, strict=True) if (q := _votes(scene, amount, state))]


def _votes(scene: Scene, amount: Amount, state: str) -> Quantity | None:
    off, tokens = scene.sentence.start, scene.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.end > off + amount.start), None)
    if at is None:
        return None
    verb = clause_of(scene.tree, at)
    real = (
        factuality(scene.tree, verb, witness(scene, verb), scene.attributions).factuality
        if verb is not None
        else "happened"
    )
    core = (off + amount.start, off + amount.end)
    told = Amount(*core, amount.low, amount.high, core=core)
    counting = Counting(at, None, "vote", "vote", at, states=(state,), verb=verb)
    counting = with_place(counting, scene.reader.where(at, None, verb))
    return made(scene, told, counting, core, "level", real)
