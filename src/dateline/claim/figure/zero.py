"""Reads that nobody is left: "the last soldiers left", "US troops have fully left", "the withdrawal is complete".

In:   a sentence with its parse.
Out:  for each such clause, the words that say it, the verb, and whose and where as far as the clause tells.
Room: claim. A level of nought is a statement like any other; the caller asks whether the clause is real.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.claim.figure.counted import Counting, kind_of
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.tree import Tree

LEAVING: Final = frozenset(
    {"leave", "depart", "withdraw", "exit", "quit", "go", "fly", "pull", "return", "sail", "move"}
)
ENDING: Final = frozenset({"complete", "finish", "finalize", "finalise", "conclude"})
EXITS: Final = frozenset({
    "withdrawal", "pullout", "pull-out", "departure", "exit", "evacuation", "drawdown", "disengagement", "retreat",
    "redeployment",
})  # fmt: skip
FULLY: Final = frozenset({"fully", "completely", "entirely", "totally", "all"})
LAST: Final = frozenset({"last", "final", "all", "every", "remaining"})
BASES: Final = frozenset({
    "base", "airbase", "camp", "post", "outpost", "garrison", "barracks", "fort", "airport", "installation", "town",
    "city", "capital", "region", "area", "province", "district",
})  # fmt: skip


def emptied(reader: Reader) -> Iterator[tuple[int, int, Counting]]:
    """(first word, last word, what is counted) of every clause that says that nobody of a body is left."""
    tree = reader.tree
    for i, token in enumerate(tree.tokens):
        if token.upos not in ("VERB", "ADJ"):
            continue
        if (token.lemma.lower() in LEAVING and (found := _left(reader, i))) or (
            (token.lemma.lower() in ENDING or token.text.lower() == "complete") and (found := _completed(reader, i))
        ):
            yield found


def _left(reader: Reader, verb: int) -> tuple[int, int, Counting] | None:
    """ "The last French soldiers left", "US troops have fully left Niger"."""
    tree = reader.tree
    subject = next((k for k in tree.children(verb) if tree.tokens[k].deprel in ("nsubj", "nsubj:pass")), None)
    if subject is None or subject > verb:
        return None
    low = tree.left[subject]
    words = range(low, verb)
    head = next((k for k in words if _force(tree, k)), None)
    if head is None or verb - low > 16 or any(t.text in (",", ";", ".") for t in tree.tokens[low:verb]):
        return None
    last = any(tree.low[k] in LAST for k in range(low, min(head + 1, low + 4)))
    fully = any(tree.low[k] in FULLY for k in range(head + 1, min(verb + 3, len(tree.tokens))))
    if not (last or fully):
        return None
    made = _counting(reader, head, verb, low)
    return (low, verb, made) if made else None


def _force(tree: Tree, i: int) -> bool:
    row = kind_of(tree.tokens[i].lemma) or kind_of(tree.tokens[i].text)
    return row is not None and row["family"] == "troop" and tree.tokens[i].upos in ("NOUN", "PROPN")


def _completed(reader: Reader, verb: int) -> tuple[int, int, Counting] | None:
    """ "France completed its withdrawal", "the withdrawal is complete", "French forces finished leaving Niger"."""
    tree = reader.tree
    near = range(max(0, verb - 14), min(len(tree.tokens), verb + 8))
    exits = [k for k in near if tree.tokens[k].lemma.lower() in EXITS and tree.tokens[k].upos in ("NOUN", "PROPN")]
    linked = [k for k in exits if verb in (tree.up(k), tree.up(tree.up(k) or 0)) or abs(k - verb) <= 4]
    leaving = [k for k in range(verb + 1, min(len(tree.tokens), verb + 3)) if _leaving(tree, k)]
    if not linked and not leaving:
        return None
    low = min([verb, *linked])
    if any(
        tree.low[k] in ("phase", "stage", "partial") for k in range(max(0, low - 3), verb + 3) if k < len(tree.tokens)
    ):
        return None
    node = linked[0] if linked else verb
    residents = linked and tree.low[node] == "evacuation" and not any(_force(tree, k) for k in near)
    made = _counting(reader, node, verb, low) if not residents else None  # of a town that floods, no troops leave
    return (low, max(verb, node, *leaving), made) if made else None


def _leaving(tree: Tree, i: int) -> bool:
    """Whether word i is a verb of leaving: no "moves" of "completed moves to cut off the roads"."""
    return tree.tokens[i].upos != "NOUN" and tree.tokens[i].lemma.lower() in LEAVING


def _counting(reader: Reader, head: int, verb: int, low: int) -> Counting | None:
    """Whose and where: from the phrase, from the subject, from the place that was left; None for an unnamed base."""
    tree = reader.tree
    made = Counting(verb, head, "troop", "person", verb, verb=verb)
    of = reader.of(head, low, None) or next(((o, k) for k in reader.subjects(verb) if (o := reader.whose(k))), None)
    if of:
        made = replace(made, of=of[0], of_at=of[1])
    spots = [k for k in (*tree.children(head, "nmod", "obl"), *tree.children(verb, "obj", "obl")) if k != head]
    after = list(range(verb + 1, min(len(tree.tokens), verb + 6)))
    stop = next((k for k in after if tree.tokens[k].upos == "PUNCT"), len(tree.tokens))
    spots += [k for k in after if k < stop and tree.tokens[k].upos == "PROPN"]
    for k in dict.fromkeys(spots):
        if reader.case(k) in ("from", "in", "of", "") and (found := reader.spot(k)):
            return with_place(made, (_facility(reader, k) or found, k, "leave"))
    unnamed = any(tree.tokens[k].lemma.lower() in BASES for k in range(low, min(len(tree.tokens), verb + 7)))
    return None if unnamed else made


def _facility(reader: Reader, k: int) -> str | None:
    """The name of a base that holds a number: "Air Base 101"."""
    tokens = reader.tree.tokens
    end = k
    while end + 1 < len(tokens) and (tokens[end + 1].upos == "PROPN" or tokens[end + 1].text.isdigit()):
        end += 1
    name = reader.name_words(k) + "".join(f" {t.text}" for t in tokens[k + 1 : end + 1])
    return name if any(w.lower() in BASES for w in name.split()) else None
