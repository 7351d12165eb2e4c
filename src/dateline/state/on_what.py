"""On what a duty is laid, and where a base lies, by the words right behind the noun: "steel from Brazil", "at Abeche";
whose strike is none of a court that suspends it.

In:   a claim, the row of the table that speaks of it, the sides that its roles give it.
Out:  the sides, with the goods and the key of the country that they come from; with the base told by its place.
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import Found
from dateline.state.matters import goods_known
from dateline.state.model import Side
from dateline.state.sides import NOBODY, countries_in, land_side, words_side

DUTIES: Final = frozenset({"tariff", "duty", "levy", "import duty", "customs duty", "export duty", "anti-dumping duty"})
NO_STRIKERS: Final = re.compile(
    r"\b(?:court|judge|tribunal|order|injunction|ruling|government|minister|ministry|president|mediator|deal|agreement)s?$",
    re.I,
)  # who suspends or ends the strike of others
LONGEST: Final = 400  # characters of a clause that are looked at
SHARE: Final = r"(?: of (?:up to |about |at least )?[\d.,]+ ?(?:%|per ?cent))?"
NAME: Final = r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,2}"
STOP: Final = (
    r"(?:on|at|after|in|by|to|for|and|or|off|from|was|were|is|are|has|have|had|will|would|may|could|that|which|who|"
    r"since|until|as|when|while|with|if|unless|because|took|take|takes|came|come|comes|went|go|goes|remain|remains|"
    r"stay|stays|twice|so|but|not|effective|starting|beginning|over|again|unchanged|said|says|last|next|this|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
WORD: Final = r"(?:(?:[A-Z]\.){2,}|[\w'’-]+)"  # "U.S."
GOODS: Final = re.compile(
    rf"{SHARE} on ((?:(?:the|all|some|most|its|their) )?(?!{STOP}){WORD}(?: (?!{STOP}){WORD}){{0,3}})"
)
DOTS: Final = re.compile(r"(?<=\b[A-Z])\.")
PART_OF: Final = re.compile(r"^(?:one|two|three|some|several|most|many|half|part) of (?:the|its|their) ")
MORE: Final = re.compile(r"(?:,| and|, and) ([\w-]+)")
FROM: Final = re.compile(r" from (?:the )?((?:[A-Z]\.){2,}|[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*)")


def told_behind(found: Found, cast: Cast, sides: tuple[Side, Side]) -> tuple[Side, Side]:
    """The sides, with what the words behind the noun tell of the object."""
    if found.rule.slot == "strike" and found.rule.effect != "begin" and NO_STRIKERS.search(sides[0].name):
        return NOBODY, sides[1]
    if any(k.removeprefix("words:") in families()["debris"] for k in sides[1].keys):
        shut = sides[0] if sides[0].keys else words_side(f"the {found.rule.slot}", found.rule.slot)
        return NOBODY, shut  # "removed boulders from the coast road": the road was shut
    on, base = goods(found, cast), base_at(found, cast)
    if base is not None:
        return NOBODY, base
    return (sides[0], on) if on is not None else sides


def base_at(found: Found, cast: Cast) -> Side | None:
    """ "Returned its base at Abeche": whoever has it, the base is known by where it lies."""
    if found.rule.slot != "control" or found.noun not in families()["base"]:
        return None
    text = cast.told.claim.anchor.text[:LONGEST]
    told = re.search(rf"\b(?i:{re.escape(found.noun)}),? (?:at|in|near|outside) (?:the )?({NAME})", text)
    if told is None or countries_in(told.group(1)):
        return None
    words = f"{found.noun} in {told.group(1)}"
    return Side(frozenset({f"words:{words.casefold()}"}), words)


def goods(found: Found, cast: Cast) -> Side | None:
    """ "American wheat and corn" of "a duty of 20 percent on American wheat and corn"; a country alone is no goods."""
    if found.rule.slot != "sanctions" or found.noun not in DUTIES:
        return None
    claim = cast.told.claim
    text = claim.anchor.text[:LONGEST]
    stem = found.noun[:-1] + r"(?:y|ies)" if found.noun.endswith("y") else re.escape(found.noun) + "s?"
    told = next((m for spot in re.finditer(rf"\b{stem}\b", text, re.I) if (m := GOODS.match(text, spot.end()))), None)
    if told is None:
        return None
    end = told.end()
    while (more := MORE.match(text, end)) is not None and goods_known(more.group(1)):
        end = more.end()
    origin = FROM.match(text, end)
    lands = countries_in(origin.group(1)) if origin is not None else countries_in(told.group(1))
    end = origin.end() if origin is not None and lands else end
    name = DOTS.sub("", PART_OF.sub("", text[told.start(1) : end]))
    if not name[:1].isalpha() or (lands and land_side(lands[0]).name == name.removeprefix("the ")):
        return None
    own = "words:" + " ".join(sorted(w.casefold() for w in re.findall(r"[\w-]+", name)))
    return Side(frozenset({own, *(f"country:{c}" for c in lands[:1])}), name)
