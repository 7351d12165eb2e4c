"""What a mention looks like in its sentence: one or several, a subject, of the main clause.

In:   the mentions of one report seen so far, and the number of one.
Out:  yes or no.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.people.seen import Seen
from dateline.claim.tree import base
from dateline.sentence.reading import Span

SEVERAL: Final = frozenset({"police", "staff", "crew", "people"})  # plural without an "s"
WHEN: Final = frozenset({"when", "after", "while", "as", "because", "before"})
NEAR: Final = 40  # mentions on either side


def is_subject(seen: Seen, j: int) -> bool:
    """Whether it is the subject of a verb."""
    t = seen.tree(j)
    return base(t.tokens[seen.found[j].head].deprel) == "nsubj"


def is_main(seen: Seen, j: int) -> bool:
    """Whether it hangs on the verb of a main clause."""
    t = seen.tree(j)
    up = t.up(seen.found[j].head)
    return up is not None and base(t.tokens[up].deprel) in {"root", "parataxis"}


def is_plural(seen: Seen, k: int) -> bool:
    """Whether it is a noun in the plural."""
    f = seen.found[k]
    token = seen.tree(k).tokens[f.head]
    return not f.mention.named and token.text.lower() != token.lemma.lower()


def several(seen: Seen, j: int) -> bool:
    """Whether the mention is of several: "the parties", "officials", "the union and the port"."""
    conj = seen.tree(j).children(seen.found[j].head, "conj")
    mention = seen.found[j].mention
    return not conj and (is_plural(seen, j) or mention.kind == "group" or mention.head in SEVERAL)


def alone_several(seen: Seen, j: int) -> bool:
    """ "Leaders of the nine states ended their summit. They extended ...": several who act, and the sentence names no
    others: in "Police caught two men", they may be either."""
    if not several(seen, j) or seen.found[j].mention.kind not in {"person", "group", "organisation"}:
        return False
    t, f = seen.tree(j), seen.found[j]
    own = range(t.left[f.head], t.right[f.head] + 1)
    near = range(max(0, j - NEAR), min(len(seen.found), j + NEAR))
    others = [i for i in near if seen.found[i].sentence == f.sentence and seen.found[i].head not in own]
    return not any(is_plural(seen, i) or seen.found[i].mention.kind == "group" for i in others)


def subject_above(seen: Seen, k: int, near: list[int]) -> Span | None:
    """ "Mr Penn's death came a day after Alan Roe died when he fell": who is the subject of the verb before "when",
    where that verb has nobody else beside it; in "the guard shot Roe when he ran", it may be either."""
    f, t = seen.found[k], seen.tree(k)
    if base(t.tokens[f.head].deprel) != "nsubj" or f.head < 2 or t.low[f.head - 1] not in WHEN:
        return None
    verb = next((i for i in range(f.head - 2, -1, -1) if t.tokens[i].upos in {"VERB", "PUNCT"}), 0)
    subject = t.child(verb, "nsubj")
    others = t.children(verb, "obj", "obl:agent")
    if (
        t.tokens[verb].upos != "VERB"
        or subject is None
        or any(seen.found[j].head in others and seen.tree(j) is t for j in near)
    ):
        return None
    return next((seen.root_of(j) for j in near if seen.found[j].head == subject and seen.tree(j) is t), None)
