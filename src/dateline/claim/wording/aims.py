"""What a deed is for, and what is talked about, behind the verb: "flew to the capital to discuss the base".

In:   the tree of a sentence and an event of it.
Out:  the words of its title that say so.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.roles import preposition
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.tree import Tree, marked_to
from dateline.claim.wording.infinitive import Namer, infinitive

DOING: Final = frozenset({"of", "from", "for", "against"})
TAKING_PART: Final = word_list("join succeed fail persist lead assist help participate")  # "joined Osland in mourning"
ACCUSING: Final = frozenset({"accuse", "suspect"})
CHARGING: Final = frozenset({"charge", "task"})
HEDGING: Final = word_list("allegedly reportedly supposedly apparently possibly")


def what_for(tree: Tree, event: Happening, name_of: Namer) -> list[str]:
    """ "travelled to the capital to discuss the base", "accused it of hiding arms": what it was for or about."""
    if event.noun:
        return _about(tree, event, name_of)
    of = [k for h in event.frame.obj[:1] for k in tree.children(h, "acl")] if event.lemma in ACCUSING else []
    of += tree.children(event.at, "xcomp") if event.lemma in ACCUSING else ()
    for k in (*tree.children(event.at, "advcl", "obl", "ccomp"), *of):
        timed = any(tree.low[m] in {"before", "after", "when", "as"} for m in tree.children(k, "mark"))
        if k > event.at and marked_to(tree, k) and tree.rel(k) == "advcl" and not timed:
            return [infinitive(tree, k, name_of)]
        done = _led_by(tree, k)
        led = done in DOING or (done == "in" and event.lemma in TAKING_PART)
        led = led or (done == "with" and event.lemma in CHARGING)
        if k > event.at and led and _is_doing(tree, k):
            told = infinitive(tree, k, name_of)
            hedge = "".join(f"{tree.low[m]} " for m in tree.children(k, "advmod") if m < k and tree.low[m] in HEDGING)
            return [f"{done} {hedge}{told}"] if told else []  # "for allegedly hiding arms"
    return []


def _about(tree: Tree, event: Happening, name_of: Namer) -> list[str]:
    """ "Talks are to resume in May about reopening the port": what is talked about, behind the verb of the talks."""
    if event.carrier == event.at or not is_kind(tree.tokens[event.at].lemma.lower(), "talk"):
        return []
    every = (k for k in tree.children(event.carrier, "advcl") if k > event.carrier)
    led = next((k for k in every if _led_by(tree, k) == "about" and _is_doing(tree, k)), None)
    told = infinitive(tree, led, name_of) if led is not None else ""
    return [f"about {told}"] if told else []


def _led_by(tree: Tree, k: int) -> str:
    return preposition(tree, k) or next((tree.low[m] for m in tree.children(k, "mark")), "")


def _is_doing(tree: Tree, k: int) -> bool:
    return tree.tokens[k].upos == "VERB" and tree.tokens[k].text.endswith("ing")


def aimed(tree: Tree, event: Happening, rest: tuple[str, ...]) -> bool:
    """Whether the last of the words behind the verb says what it is for: "to guard the dam"; its day stands before."""
    return (
        bool(rest) and rest[-1].startswith("to ") and any(marked_to(tree, k) for k in tree.children(event.at, "advcl"))
    )


def from_doing(tree: Tree, i: int) -> int | None:
    """The verb of "from leaving"."""
    found = (k for k in tree.children(i, "advcl", "obl", "ccomp") if k > i and tree.tokens[k].text.endswith("ing"))
    return next(
        (k for k in found if any(tree.tokens[m].text == "from" for m in tree.children(k, "mark", "case"))), None
    )
