"""Whether an event begins, ends or otherwise moves something that stands, as the table of states has it.

In:   an event with its claim, and whom its participants stand for.
Out:  yes or no: "crews launched a search", "the strike is over", "it was cleared to fly again".
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from dateline.claim.event.events import Happening, verb_phrase
from dateline.claim.event.roles import preposition
from dateline.claim.model import Claim, Mention
from dateline.claim.tree import Tree
from dateline.lexicon.idioms import REACH, plain_verb
from dateline.lexicon.states import (
    NEAR,
    PARTICLES,
    ROAD,
    has_rows,
    longer,
    moves_a_state,
    moves_in_words,
    opens_a_row,
    own_words,
)

PARTED: Final = re.compile(r"[,;:]|\b(?:after|because|when|while|before|and)\b")


def moves(tree: Tree, event: Happening, claim: Claim, roots: Sequence[Mention], turns: bool = False) -> bool:
    """Whether a row of the table has the verb with one of the nouns around it; with `turns` one that begins or ends."""
    if event.noun and event.carrier != event.at and _carried(tree, event, turns):
        return claim.factuality not in {"habitual", "possible"}
    if not claim.participants or claim.factuality in {"habitual", "possible"} or not opens_a_row(claim.lemma):
        return False
    ways = [(claim.lemma, behind := _behind(claim))]
    ways += [(f"{claim.lemma} {w}", behind.split(w, 1)[1]) for w in behind.split()[:1] if w in PARTICLES]
    if claim.lemma.startswith("be "):  # "is open again" is open
        words = claim.lemma.split()
        ways += [(" ".join(words[:n]), behind) for n in range(len(words) - 1, 1, -1)]
    ways += [(verb, behind) for verb in longer(claim.lemma, behind)]  # "the pact comes into effect"
    plain = None if event.noun else plain_verb(claim.lemma, _behind(claim, REACH))
    ways += [(plain, "")] if plain is not None else []  # "put on hold"
    ways = [(verb, words) for verb, words in ways if has_rows(verb, turns)]
    if not ways:
        return False
    actors = [m for p, m in zip(claim.participants, roots, strict=True) if p.role == "actor"]
    titles = [m.title.split()[-1] for m in actors if m.title]
    nouns = [*_nouns(roots), *titles, *_beside(tree, event)]
    if any(moves_a_state(lemma, nouns, turns) for lemma, _ in ways):  # "internet access came back"
        return True
    return not event.noun and any(moves_in_words(lemma, words, turns) for lemma, words in ways)


def _behind(claim: Claim, reach: int = NEAR) -> str:
    """The words behind the verb, up to where the clause turns to something else."""
    start = claim.trigger.end - claim.anchor.start
    return PARTED.split(claim.anchor.text[start : start + reach], maxsplit=1)[0]


def _carried(t: Tree, event: Happening, turns: bool) -> bool:
    """ "The strike is over", "crews launched a search", "fighting broke out": verb or adjective and noun together."""
    carrier, word = t.tokens[event.carrier], t.tokens[event.at]
    verbs = [f"be {carrier.lemma.lower()}"] if carrier.upos != "VERB" else [verb_phrase(t, event.carrier)[0]]
    nouns = [word.text.lower(), word.lemma.lower()]
    nouns += [f"{t.low[k]} {n}" for k in t.children(event.at, "compound") for n in nouns[:2]]
    return any(moves_a_state(verb, nouns, turns) for verb in verbs)


def _nouns(people: Sequence[Mention]) -> list[str]:
    """What the participants are called: head, head with the word before it ("internet access"), kind."""
    heads = [own_words(m.anchor.text).lower().split() for m in people]
    pairs = [" ".join(words[-n:]) for words in heads for n in (1, 2, 3)]  # "the evacuation order for the valley"
    whole = [" ".join(m.anchor.text.lower().split()[-3:]) for m in people]  # "state of emergency", "of all charges"
    roads = ["road" for m in people if ROAD.fullmatch(m.anchor.text)]
    kinds = [f"#{m.kind}" for m in people] + ["#counted" for m in people if m.anchor.text[:1].isdigit()]
    single = [f"{words[-1][:-3]}y" for words in heads if words and words[-1].endswith("ies")]  # "the ferries"
    return [*(m.head for m in people), *pairs, *whole, *single, *roads, *kinds]


def _beside(t: Tree, event: Happening) -> list[str]:
    """The words that follow without being participants: "filed for bankruptcy protection", "was named chief"."""
    spots = [k for _, k in event.frame.obls] + list(t.children(event.carrier, "xcomp", "obj"))
    spots += [k for k in t.children(event.carrier, "nsubj") if k > event.carrier]  # "was named chief executive"
    words = [t.tokens[k].lemma.lower() for k in spots]
    pairs = [f"{t.tokens[k - 1].lemma.lower()} {w}" for k, w in zip(spots, words, strict=True) if k]
    pairs += [" ".join(t.low[k - 2 : k + 1]) for k in spots if k > 1]  # "off the market"
    pairs += [f"{preposition(t, k)} {w}" for k, w in zip(spots, words, strict=True)]
    to_do = [f"to {t.tokens[k].lemma.lower()}" for k in t.children(event.carrier, "xcomp", "ccomp", "advcl")]
    to_do += [
        f"{t.low[m]} {t.low[k]}"  # "barred from selling"
        for k in t.children(event.carrier, "xcomp", "ccomp", "advcl")
        for m in t.children(k, "mark")
    ]
    particles = [t.low[k] for k in t.children(event.carrier, "advmod", "compound:prt")]
    if event.lemma.startswith("be "):  # "has been under a curfew": what it is under heads the sentence
        own = t.tokens[event.carrier]
        words += [own.lemma.lower(), f"{t.low[event.carrier - 1]} {own.lemma.lower()}"]
    return words + pairs + to_do + particles
