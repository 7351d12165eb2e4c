"""Who holds a place after its holder lost it to somebody, or was driven from it.

In:   a transition of who holds a place or is present in one, and its claim.
Out:  the same, as the hold of whoever has it then: "lost the town to the rebels" is theirs, and the army that "drove
      the rebels out of the town" holds it.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.lexicon.places import place
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import tail
from dateline.state.model import Side, Transition
from dateline.state.sides import NOBODY, name_side
from dateline.state.whose import ARTICLE

LOSING: Final = frozenset(
    {"lose", "cede", "surrender", "hand over", "turn over", "hand back", "hand", "give up", "yield"}
)
DRIVING: Final = word_list("drive push flush force chase oust dislodge expel repel")
FALLING: Final = frozenset({"fall", "pass", "come", "slip"})
ENDS: Final = r"(?= (?:on|in|last|after|under|for|during|and|at|earlier|this|as|who|which|by)\b|[,.;]|$)"
INTO_HANDS: Final = re.compile(rf" into the hands of (?:the )?([\w'’-]+(?: [\w'’-]+){{0,2}}?){ENDS}")
TO: Final = re.compile(
    r"^(?:(?! (?:after|before|since|when|while|as|and|but|for)\b)[^,.;]){0,60}? to (?:the )?"
    rf"([\w'’-]+(?: [\w'’-]+){{0,2}}?){ENDS}"
)  # " the town to the rebels on Monday"
OUT: Final = re.compile(
    r"^[^,.;]{2,60}? (?:out of|from) (?:the (?:[a-z]+ )?(?:town|city|village|port|district) of )?"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
ACRONYM: Final = re.compile(r"[A-Z][A-Z0-9]{1,5}")


def of_hands(made: Transition, cast: Cast) -> Transition:
    """The transition, told of who holds the place then."""
    if made.slot == "control" and made.kind == "end" and made.told.claim.lemma in LOSING:
        return _lost_to(made)
    if made.slot == "control" and made.kind == "begin" and made.told.claim.lemma in FALLING:
        return _fallen(made, cast)
    if made.slot == "presence" and made.kind == "end" and made.told.claim.lemma.split(" ")[0] in DRIVING:
        return _driven(made, cast)
    return made


def _lost_to(made: Transition) -> Transition:
    """ "Lost the town to the rebels": it is theirs."""
    told = TO.match(tail(made.told))
    whom = told.group(1) if told is not None else ""
    if not is_armed(whom) or whom.casefold() in made.object.name.casefold():
        return made
    return replace(made, kind="begin", of="begin", value="taken", subject=NOBODY, what=f"by {whom}")


def _fallen(made: Transition, cast: Cast) -> Transition:
    """ "The port passed into the hands of the militia": what passed is held, and no hands."""
    told = INTO_HANDS.match(tail(made.told))
    what = cast.at("actor")
    if told is None or not what or "hands" not in made.object.name:
        return made
    return replace(made, object=cast.where(*what[0]), what=f"by {told.group(1)}")


def _driven(made: Transition, cast: Cast) -> Transition:
    """ "The army drove the rebels out of Amat": Amat is the army's; "the rebels were driven out of Amat" tells only
    that it is theirs no more."""
    armed = {w.removesuffix("s") for w in made.subject.name.casefold().split()} & {*families()["armed"]}
    short = is_armed(made.subject.name)
    place_ = made.object if made.object.keys else _out_of(made)
    if not (armed or short) or not any(k.startswith("name:") for k in place_.keys):
        return made
    made = replace(made, object=place_)
    acting = [m for _, m in cast.at("actor") if m.anchor.text not in made.subject.name]
    by = next((m.anchor.text for m in acting if is_armed(m.anchor.text)), "")
    if not by:
        return replace(made, slot="control", value="lost or given up", thing="", subject=NOBODY, what="", which="")
    told = f"by {ARTICLE.sub('', by)}"
    return replace(
        made, slot="control", kind="begin", of="begin", value="taken", thing="", subject=NOBODY, what=told, which=""
    )


def _out_of(made: Transition) -> Side:
    """The town they are driven out of, where the parse hangs it on them."""
    told = OUT.search(tail(made.told))
    known = place(told.group(1)) if told is not None else None
    return name_side(told.group(1)) if told is not None and (known is None or known.kind != "country") else NOBODY


def is_armed(words: str) -> bool:
    """Whether the words are those for a force: "government troops", "the army", "the RSF".

    >>> is_armed("government troops"), is_armed("RSF"), is_armed("the town")
    (True, True, False)
    """
    head = words.split()[-1:]
    return bool(head) and (ACRONYM.fullmatch(words) is not None or is_kind(head[0].casefold(), "force"))
