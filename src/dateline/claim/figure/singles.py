"""Reads figures that no number tells: nobody is left; one body more was found.

In:   the Scene of one sentence.
Out:  Quantities: a level of nought; a change of one.
Room: claim.
"""

from __future__ import annotations

from dataclasses import replace

from dateline.claim.certainty.factuality import factuality
from dateline.claim.figure.amounts import Amount, amounts
from dateline.claim.figure.counted import Counting, kind_of
from dateline.claim.figure.scene import Scene, made, witness
from dateline.claim.figure.states import states_of
from dateline.claim.figure.zero import emptied
from dateline.claim.model import Quantity
from dateline.claim.tree import Tree
from dateline.terms import Factuality
from dateline.terms.factuality import REAL


def nobody_left(scene: Scene) -> list[Quantity]:
    """The levels of nought that the sentence tells as real."""
    out = []
    text = scene.report.text
    for first, last, counting in emptied(scene.reader):
        verb = counting.verb if counting.verb is not None else last
        real = factuality(scene.tree, verb, witness(scene, verb), scene.attributions)
        if real.factuality not in REAL:
            continue
        start, end = scene.sentence.tokens[first].start, scene.sentence.tokens[last].end
        none = Amount(start, end, 0.0, 0.0, "except" in text[end : scene.sentence.end].lower(), core=(start, end))
        out.append(made(scene, none, counting, (start, end), "level", real.factuality))
    return out


def single_bodies(scene: Scene) -> list[Quantity]:
    """ "Ruiz's body was found on 5 May", "another body was recovered": one more."""
    out = []
    text, tree = scene.report.text, scene.tree
    for i, token in enumerate(tree.tokens):
        row = kind_of(token.text) if token.upos == "NOUN" else None
        if row is None or row["state"] != "body" or token.text.lower() != row["word"]:
            continue
        named = [k for k in tree.children(i, "nmod:poss", "nmod") if tree.tokens[k].upos == "PROPN"]
        if not named and i > 1 and tree.tokens[i - 1].text in ("'s", "’s") and tree.tokens[i - 2].upos == "PROPN":
            named = [_opening(tree, i - 2)]  # whatever the parse: "Ana Ruiz's body"
        article = [k for k in tree.children(i, "det") if tree.low[k] in ("a", "an", "another")]
        if not (named or article) or tree.children(i, "nummod"):
            continue
        states, verb = states_of(tree, i, i, row["word"])
        first = min([i, *article, *(tree.left[k] for k in named if k < i)])
        numbered = any(a.form != "none" for a in amounts(text[tree.tokens[first].start : token.end]))
        if "recovered" not in states or numbered:
            continue
        at = verb if verb is not None else i
        real = factuality(scene.tree, at, witness(scene, at), scene.attributions).factuality
        start, end = tree.tokens[first].start, token.end
        one = Amount(start, end, 1.0, 1.0, core=(start, end))
        counting = Counting(i, i, row["word"], "person", i, states=("recovered",), verb=verb)
        out.append(made(scene, one, counting, (start, end), "change", real))
        out += (
            [_further(scene, owner, day, counting, real) for owner, day in _further_bodies(scene, at)] if named else []
        )
    return [q for q in out if text[q.amount.start : q.amount.end]]


def _opening(tree: Tree, i: int) -> int:
    """The first word of the name that word i ends."""
    while i and tree.tokens[i - 1].upos == "PROPN":
        i -= 1
    return i


def _further_bodies(scene: Scene, verb: int) -> list[tuple[int, int]]:
    """(the name, the index of its time) of each body whose noun is left out: ", Bor's on May 2 and Lind's ..."."""
    tokens, out = scene.tree.tokens, []
    for i in range(verb + 1, len(tokens) - 2):
        if tokens[i].upos != "PROPN" or tokens[i + 1].text not in ("'s", "’s") or tokens[i + 2].text.lower() != "on":
            continue
        day = next((n for n, t in scene.times if tokens[i + 2].start <= t.start <= tokens[i + 2].end + 1), None)
        if day is not None and not any(t.upos == "VERB" for t in tokens[verb + 1 : i]):
            out.append((i, day))
    return out


def _further(scene: Scene, owner: int, day: int, counting: Counting, real: Factuality) -> Quantity:
    """One body more, found on the day."""
    low = _opening(scene.tree, owner)
    start, end = scene.tree.tokens[low].start, scene.tree.tokens[owner + 1].end
    one = Amount(start, end, 1.0, 1.0, core=(start, end))
    body = made(scene, one, replace(counting, node=owner, head=None), (start, end), "change", real)
    tense = next((t.tense for n, t in scene.times if n == day), None)
    return replace(body, time=day, time_relation="at", tense=tense)
