"""What a deal of firms is called, and what it is for: "contract to build four frigates", "purchase of Norlink".

In:   a claim, and the row of the table that speaks of a deal; the tellings of one deal.
Out:  the noun of the deal; the words behind it that say what is bought, built or supplied; which step one tells of.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import BREAK, Found
from dateline.state.model import STANDS, State, Transition, in_order

BIDS: Final = frozenset({"bid", "offer", "bids", "offers"})
BID: Final = "bid made"  # values of the rows
CLOSED: Final = "completed"
CLOSING: Final = frozenset({CLOSED, "completion expected"})
WRITTEN: Final = ("contract", "lease", "order", "tender", "supply deal", "supply agreement", "purchase agreement")
BY_VERB: Final = {
    **dict.fromkeys(("buy", "acquire", "purchase", "take over", "snap up", "swallow", "absorb"), "purchase"),
    **dict.fromkeys(("merge", "combine", "merge with"), "merger"),
    **dict.fromkeys(("sell", "offload", "divest", "spin off", "dispose of", "put", "place"), "sale"),
    **dict.fromkeys(("bid", "raise", "table", "offer"), "bid"),
    **dict.fromkeys(("order", "lease"), "order"),
}
BY_WORDS: Final = (
    (re.compile(r"\bto (?:be )?(?:buy|bought|acquired?|take over|taken over|purchase)\b"), "purchase"),
    (re.compile(r"\bto (?:merge|combine|join forces)\b"), "merger"),
    (re.compile(r"\bto (?:be )?(?:sell|sold)\b"), "sale"),
)  # "agreed to buy", "agreed to be taken over"
FOR: Final = re.compile(r" (?:worth [^,.;]{2,30}? )?((?:for|to [a-z]+|on|over) (?:[\w'’$€£.-]+ ?){1,9})")
ENDS: Final = re.compile(r" (?:on|in|at|by|from|with|and|worth|that|which|who|as|until|to|the|a|of)$")
REACH: Final = 110  # characters behind the noun that are read
DAY: Final = re.compile(r" (?:on|in|at|from|by|last|late|early)$")


def deal_noun(found: Found, cast: Cast) -> str:
    """What the deal is called: by its own noun, else by what is done: "bought a rival" is a purchase."""
    if found.noun in families()["takeover"]:
        return found.noun
    written = next((w for w in WRITTEN if found.noun == w or found.noun.startswith(f"{w} ")), "")
    if written:
        return written
    claim = cast.told.claim
    behind = cast.text[claim.trigger.end : claim.trigger.end + 40]
    said = next((name for words, name in BY_WORDS if words.search(behind)), "") if claim.lemma == "agree" else ""
    return said or BY_VERB.get(claim.lemma, "deal")


def deal_for(found: Found, cast: Cast) -> str:
    """ "To build four frigates", "for 62 trams", right behind the noun of a contract; "" where nothing says."""
    claim, mention = cast.told.claim, found.mention
    if cast.read is None or not any(found.noun == w or found.noun.startswith(f"{w} ") for w in WRITTEN):
        return ""
    word = found.noun.split()[0]
    at = cast.text.find(word, claim.trigger.end if mention is None else mention.anchor.start, claim.anchor.end)
    end = at + len(word) if at >= 0 else -1
    said = FOR.match(cast.text[end : end + REACH]) if at >= 0 else None
    if said is None:
        return ""
    a, b = end + said.start(1), end + said.end(1)
    own = [claim.trigger.start] if a < claim.trigger.start < b else []
    first = min([*own, *(t.start for t in cast.read.times if a <= t.start < b)], default=b)
    words = DAY.sub("", BREAK.split(cast.text[a:first])[0].rstrip())
    while ENDS.search(words):
        words = ENDS.sub("", words)
    return words.strip(" .,;") if len(words.split()) > 1 else ""


def last_step(told: Sequence[Transition]) -> str:
    """What a deal is called once it is more than a bid: by the last telling that agrees, clears or closes it."""
    agreed = [t.thing for t in told if t.kind in STANDS and t.thing and t.thing.rpartition(" ")[2] not in BIDS]
    return agreed[-1] if agreed else ""


def before_closing(one: Transition, plan: Sequence[Transition]) -> bool:
    """Whether it is agreed or cleared, where it is the closing of the deal that is planned."""
    closing = one.slot == "deal" and any(t.value in CLOSING for t in plan)
    return closing and one.kind in STANDS and one.value != CLOSED


def only_deal_of(plan: Sequence[Transition], others: Sequence[State]) -> State | None:
    """The one deal whose closing is planned, by a firm on either side: "Norbank agreed to buy it. The deal is to
    close in May", told of Norbank."""
    keys = frozenset[str]().union(*(t.subject.keys | t.object.keys for t in plan if t.value in CLOSING))
    deals = [s for s in others if s.slot == "deal"]
    found = [s for s in deals if any(keys & (t.subject.keys | t.object.keys) for t in s.transitions)]
    return found[0] if len(found) == 1 else None


def with_one_closing(planned: Sequence[State]) -> list[State]:
    """The plans, all that is told of the closing of one deal in one: told of "the deal" here, of who buys there."""
    out: dict[str, State] = {}
    for plan in planned:
        closing = plan.slot == "deal" and all(t.value in CLOSING for t in plan.transitions)
        key = plan.about if closing and plan.about != plan.id else plan.id
        one = out.setdefault(key, plan)
        if one is not plan:
            told = in_order(dict.fromkeys((*one.transitions, *plan.transitions)))
            done = one.realised if len(one.realised) >= len(plan.realised) else plan.realised
            out[key] = replace(one, transitions=told, realised=done)
    return list(out.values())


def turned_down(one: Transition, plan: Sequence[Transition]) -> bool:
    """Whether it is the end of a bid that was not raised later."""
    bid = one.slot == "deal" and one.kind == "end" and all(t.value == BID for t in plan)
    day = one.when.latest
    return bid and day is not None and all((t.published.latest or day) <= day for t in plan)
