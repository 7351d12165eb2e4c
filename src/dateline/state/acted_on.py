"""Whether the one who acts is what a row of the table speaks of, or what is done is done to another.

In:   a row, a claim with its participants.
Out:  True for "the strike halted loadings", "the Department of Health closed the fund": neither is what stops.
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.model import Mention
from dateline.state.cast import Cast
from dateline.state.found import tail
from dateline.state.rules import Rule

CHANGED: Final = frozenset({"end", "suspend", "resume", "extend"})  # what stands already
HALTING: Final = frozenset({"halt", "stop", "suspend", "close", "shut", "cancel", "delay", "disrupt"})
THINGS: Final = re.compile(
    r" (?!hours|days|weeks|months|minutes|years|always|across|as|this|his|its|afterwards)[a-z]{3,}s\b"
)
NEW: Final = re.compile(r"(?:an?|another|(?:the )?new) ", re.I)
BARE: Final = (" ", " the ")  # between a verb and its object; "opened to passengers" opens none of them


def acts_on_another(rule: Rule, cast_: Cast) -> bool:
    """ "The strike halted loadings": what is halted is not the strike. "The Department of Trade closed the fund"."""
    acting = _acting(rule, cast_) if _of_what_stands(rule) else []
    objects = _objects(cast_) if acting else []
    if acting and not objects and cast_.told.claim.lemma in HALTING and THINGS.match(tail(cast_.told)):
        return True  # "halted trains that carry ore", whatever the parse makes of them
    return bool(objects) and not _with_noun(rule, objects)


def only_acts(rule: Rule, cast_: Cast, mention: Mention) -> bool:
    """Whether the mention acts on another that the row's noun names: "Mercy Hospital closed its maternity ward"."""
    acts = rule.at == "any" and _of_what_stands(rule) and any(m is mention for m in _acting(rule, cast_))
    return acts and _with_noun(rule, [m for m in _objects(cast_) if m is not mention])


def opens_another(rule: Rule, cast_: Cast) -> bool:
    """ "Opened a shelter at the school": the school is not open again."""
    told = cast_.told.claim
    if rule.effect != "end" or told.lemma != "open" or told.trigger.text[:1].casefold() != "o":
        return False
    new = [m for _, m in cast_.at("object") if NEW.match(m.anchor.text)]
    return bool(new) and not _with_noun(rule, new)


def _of_what_stands(rule: Rule) -> bool:
    """Whether the row tells of the very thing that its noun names, not of what that thing does to another."""
    if rule.at == "actor":
        return rule.effect in CHANGED and rule.subject[:1] == ("noun",)
    return rule.at in ("any", "clause") and (rule.effect in CHANGED or rule.object[:1] == ("noun",))


def _acting(rule: Rule, cast_: Cast) -> list[Mention]:
    """Who acts and is called by the row's noun."""
    acting = [m for _, m in cast_.at("actor")]
    return [m for m in acting if (rule.noun_in(m.anchor.text, whole=False) if m.named else rule.noun_in(m.head))]


def _objects(cast_: Cast) -> list[Mention]:
    """What it is done to: the object, or whom the words right behind the verb name."""
    behind = cast_.told.claim.trigger.end
    close = [m for _, m in cast_.at("recipient") if cast_.text[behind : m.anchor.start] in BARE]
    return [*(m for _, m in cast_.at("object")), *close]


def _with_noun(rule: Rule, mentions: list[Mention]) -> bool:
    """Whether one of them is called by the row's noun."""
    return any(rule.noun_in(mention.anchor.text, whole=False) for mention in mentions)
