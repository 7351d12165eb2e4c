"""What a title has beside its template: the noun as it was told, the name or place that tells which one it is.

In:   a state and the title made of its sides.
Out:  the title a reader sees. What each claim gives to it is `which.py`.
Room: state.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from dateline.state.model import State, Transition
from dateline.state.rules import laid_down, slots_key
from dateline.state.topic import DAY_NAME
from dateline.state.which import NAMED

AGAIN: Final = re.compile(r" (?:in|on|at|for) ")
WITH: Final = re.compile(r" with ([^,()]+)$")


def most_told(given: Iterable[str]) -> str:
    """The words told most often, the longer first: what a line shows."""
    count = Counter(w for w in given if w)
    return min(count, key=lambda w: (-count[w], -len(w), w), default="")


def with_which(title: str, state: State) -> str:
    """The title with the noun as it was told and what tells which one it is, where it does not hold them yet."""
    members: Sequence[Transition] = state.transitions
    noun = state.thing or state.slot
    told = most_told(t.called for t in members if t.called.endswith(f" {noun}"))
    own = told.removesuffix(noun).split()
    if told and not any(w.casefold() in title.casefold() for w in own) and not any(c.isupper() for c in told):
        title = re.sub(rf"\b{re.escape(noun)}(s?)\b", rf"{told}\1", title, count=1, flags=re.I)
        title = title[:1].upper() + title[1:]
    title = _placed(title, state)
    told_as = most_told(t.what for t in members)
    shown = bool(told_as) and not state.planned and told_as.casefold() not in title.casefold()
    return f"{title} ({told_as})" if shown else title


def _placed(title: str, state: State) -> str:
    """The title with the name or place that tells which one it is."""
    plain = DAY_NAME.sub("", title).split()[1:]
    if state.planned and any(w[:1].isupper() for w in plain):
        return title
    clauses = " ".join(t.told.claim.anchor.text for t in state.transitions) if state.planned else ""
    given = [t.which for t in state.transitions]
    nameless = state.slot in laid_down() and title.casefold().startswith((f"{state.thing} to ", f"{state.thing}s to "))
    near = state.planned and not nameless  # "law to take effect on 1 May" has the names of the lead
    added = most_told(w for w in given if not near or not w.startswith("(") or w[1:-1] in clauses)
    names = re.findall(NAMED, added)
    if not added or added.casefold() in title.casefold() or any(n.casefold() in title.casefold() for n in names):
        return title
    party = WITH.search(title) if added.startswith("with ") and slots_key(state.slot) == "pair" else None
    if party is not None:  # "truce with government with the Coral Front"
        return f"{title[: party.start()]} between {party.group(1)} and {added[5:]}"
    if AGAIN.match(f" {added}") and AGAIN.search(title):  # "curfew in four districts", laid on Velden and those
        added = f"({added.split(' ', 1)[1]})"
    first, _, rest = added.partition(" ")
    return f"{title} {rest if rest and title.endswith(f' {first}') else added}"  # "trapped in the mine", told once
