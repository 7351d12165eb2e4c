"""What "it" and "they" stand for as the subject of a clause: the body or state that is the subject above or before.

In:   the mentions of one report seen so far, and an "it" or a "they".
Out:  the span of whoever is meant; None for one that stands for no party.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.people.barred import pursued
from dateline.claim.people.before import (
    party_at,
    subject_before,
)
from dateline.claim.people.seen import LOOKED, Seen
from dateline.claim.people.shape import alone_several, is_subject, several
from dateline.claim.tree import Tree, base
from dateline.claim.tree import several as several_words
from dateline.claim.voice.cues import noun, verb_at
from dateline.sentence.reading import Span

WARNING: Final = frozenset({"warn", "remind", "advise", "notify", "alert"})


def antecedent_of_it(seen: Seen, k: int) -> Span | None:
    """ "The ministry said it had expelled two envoys", "Osland closed the border. It then left": the body or state that
    is the subject above, else that of the sentence before; None for an "it" that stands for no party."""
    f = seen.found[k]
    t = seen.tree(k)
    clause = t.up(f.head)
    if clause is None or not is_subject(seen, k) or t.tokens[clause].upos != "VERB":
        return None
    if t.child(clause, "ccomp", "csubj") is not None and t.child(clause, "aux:pass") is not None:
        return None  # "it was said that"
    rel, up = base(t.tokens[clause].deprel), t.up(clause)
    if up is not None and up < clause and rel in {"ccomp", "advcl", "conj", "acl", "parataxis"}:
        above = t.child(up, "nmod:poss") if noun(t.tokens[up].lemma) is not None else t.child(up, "nsubj")
        whom = (k for k in t.children(up, "obj", "iobj") if several_words(t, k))
        bound = any(t.low[k] in {"should", "must"} for k in t.children(clause, "aux"))
        if bound and t.tokens[up].lemma.lower() in WARNING and f.mention.head == "they" and rel == "ccomp":
            above = next(whom, above)  # "warned the officers that they should expect no help"
        if t.tokens[clause].deprel == "acl:relcl":
            above = _subject_over(t, up)
        found = standing_at(seen, k, above) if above is not None else None
        if f.mention.head == "they":
            one = (
                found
                if found is not None and several(seen, found)
                else _only_several(seen, k)
                if rel == "ccomp"
                else None
            )
            return seen.root_of(one) if one is not None else None
        return party_at(seen, found) or (_only_body(seen, k) if found is not None and rel == "ccomp" else None)
    if f.mention.head == "they":
        before = subject_before(seen, k) if rel == "root" and not seen.tree(k).child(clause, "aux:pass") else None
        alone = before is not None and alone_several(seen, before) and not pursued(seen, before, k)
        return seen.root_of(before) if before is not None and alone else None
    tagged = up is not None and rel == "ccomp" and clause < up and verb_at(t, up) is not None
    return party_at(seen, subject_before(seen, k)) if rel == "root" or tagged else None


def _subject_over(t: Tree, i: int) -> int | None:
    """ "The rebels freed two men they had held": the subject of the verb that governs the noun, if another word."""
    verb = next((k for k in t.ancestors(i, 4) if t.tokens[k].upos == "VERB"), None)
    subject = t.child(verb, "nsubj") if verb is not None else None
    return subject if subject is not None and subject < i else None


def _only_body(seen: Seen, k: int) -> Span | None:
    """ "Ann Roe, who chairs the water board, said it shut two gates": the one body or state named before in the
    sentence of a speaker."""
    here = seen.found[k].sentence
    near = [j for j in range(max(0, k - 40), k) if seen.found[j].sentence == here]
    bodies = {found for j in near if (found := party_at(seen, j)) is not None}
    return bodies.pop() if len(bodies) == 1 else None


def _only_several(seen: Seen, k: int) -> int | None:
    """ "Brask shut its two plants; it said they would restart in May": the only several things or people told of before
    in the sentence of one who speaks."""
    here = seen.found[k].sentence
    near = [j for j in range(max(0, k - 40), k) if seen.found[j].sentence == here and several(seen, j)]
    return near[0] if len({seen.root_of(j) for j in near}) == 1 else None


def standing_at(seen: Seen, k: int, head: int) -> int | None:
    """The mention before `k` in its sentence whose head is the word `head`."""
    sentence = seen.found[k].sentence
    for j in range(k - 1, max(-1, k - 40), -1):
        if seen.found[j].sentence == sentence and seen.found[j].head == head:
            return j
    return None


def whose_it_is(seen: Seen, k: int) -> Span | None:
    """ "Ivo Mann, whose term ends in July": the term of the one whom the relative clause tells of."""
    f, t = seen.found[k], seen.tree(k)
    clause = next((i for i in t.ancestors(f.head, 4) if t.tokens[i].deprel == "acl:relcl"), None)
    of = t.up(clause) if clause is not None else None
    near = (j for j in range(k - 1, max(-1, k - LOOKED), -1) if seen.found[j].sentence == f.sentence)
    return next((seen.root_of(j) for j in near if seen.found[j].head == of), None)
