"""What a pronoun takes up from the sentence before: "It comes into force in July", "Six of them were rescued", "Its
shares fell".

In:   the mentions of one report seen so far, and a pronoun.
Out:  the span of the one mention of the sentence before that fits; None where none or several do.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.people.barred import pursued
from dateline.claim.people.seen import Seen, span_of
from dateline.claim.people.shape import alone_several, is_main, is_plural, is_subject, several
from dateline.claim.tree import Tree, base
from dateline.claim.voice.cues import verb_at
from dateline.sentence.reading import Span

PARTIES: Final = frozenset({"organisation", "place", "publisher"})  # what "it" can stand for
LOOKED: Final = 40  # mentions before it
# Verbs that speak of what holds: their "it" is an accord, a law or a measure, never who made it.
HOLDING: Final = word_list("come take enter go")
ASKING: Final = word_list("demand ask insist request propose urge recommend require order")
SPEAKERS: Final = word_list(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor aide adviser advisor counsel office representative"
)
EFFECT: Final = word_list("force effect")
HELD: Final = word_list(
    "pact accord treaty agreement deal truce ceasefire law act bill ban curfew order decree rule measure embargo "
    "moratorium permit licence license contract freeze ruling resolution scheme tax levy tariff plan ordinance "
    "protocol charter convention cap quota restriction emergency warning alert strike walkout lockdown"
)


def taken_up(seen: Seen, k: int) -> Span | None:
    """ "The pact was signed in May. It comes into force in July", "Some 2,000 people were moved out. They were allowed
    back": the one thing that can hold, the only ones of whom the sentence before tells."""
    f, t = seen.found[k], seen.tree(k)
    clause = t.up(f.head)
    if clause is None or not is_subject(seen, k) or base(t.tokens[clause].deprel) != "root":
        return None
    if f.mention.head == "they":
        before = subject_before(seen, k)
        alone = before is not None and (alone_several(seen, before) or _only_ones(seen, before))
        return seen.root_of(before) if before is not None and alone and not pursued(seen, before, k) else None
    if not holds_good(seen, k):
        return None
    held = {seen.root_of(j) for j in _in_sentence_before(seen, k) if seen.found[j].mention.head.lower() in HELD}
    return held.pop() if len(held) == 1 else None


def spoken_for(seen: Seen, k: int, near: Collection[int]) -> Span | None:
    """ "A spokesman for the president denied that he had fled": who speaks for somebody says "he" of that one."""
    f, t = seen.found[k], seen.tree(k)
    for clause in t.ancestors(f.head, 6):
        speaker = t.child(clause, "nsubj") if t.tokens[clause].upos == "VERB" else None
        if speaker is None or speaker > f.head or t.tokens[speaker].lemma.lower() not in SPEAKERS:
            continue
        whose = [*t.children(speaker, "nmod:poss"), *(m for m in t.children(speaker, "nmod") if _for(t, m))]
        found = [j for j in near if seen.found[j].sentence == f.sentence and seen.found[j].head in whose]
        return seen.root_of(found[0]) if len(found) == 1 else None
    return None


def _for(t: Tree, noun: int) -> bool:
    return any(t.low[c] in {"for", "of", "to"} for c in t.children(noun, "case"))


def _only_ones(seen: Seen, j: int) -> bool:
    """ "The three pickets were detained": several, and the sentence names nobody and nothing else."""
    here = seen.found[j].sentence
    near = range(max(0, j - LOOKED), min(len(seen.found), j + LOOKED))
    return several(seen, j) and all(i == j for i in near if seen.found[i].sentence == here)


def holds_good(seen: Seen, k: int) -> bool:
    """ "It comes into force", "It expires in May": no state and no body does so, whoever is the subject before."""
    f, t = seen.found[k], seen.tree(k)
    clause = t.up(f.head)
    if clause is None or f.mention.head != "it" or not is_subject(seen, k):
        return False
    lemma = t.tokens[clause].lemma.lower()
    into = {t.tokens[m].lemma.lower() for m in t.children(clause, "obl", "obj")} & EFFECT
    return lemma in {"expire", "lapse"} or (lemma in HOLDING and bool(into))


def asked_of_it(seen: Seen, k: int) -> Span | None:
    """ "called the measures unlawful and demanded that they be lifted": what is asked to be done to "them" is what the
    verb before spoke of."""
    f, t = seen.found[k], seen.tree(k)
    clause = t.up(f.head)
    up = t.up(clause) if clause is not None else None
    if clause is None or up is None or base(t.tokens[clause].deprel) != "ccomp" or not t.children(clause, "aux:pass"):
        return None
    if t.tokens[up].lemma.lower() not in ASKING or base(t.tokens[up].deprel) != "conj":
        return None
    near = (j for j in range(max(0, k - LOOKED), k) if seen.found[j].sentence == f.sentence)
    spoken = [
        j for j in near if t.up(up) in t.ancestors(seen.found[j].head, 2) and not is_subject_of(seen, j, t.up(up))
    ]
    roots = {seen.root_of(j) for j in spoken if is_plural(seen, j) == (f.mention.head == "they")}
    return roots.pop() if len(roots) == 1 else None


def is_subject_of(seen: Seen, j: int, verb: int | None) -> bool:
    """Whether the mention is the subject of that verb."""
    return is_subject(seen, j) and seen.tree(j).up(seen.found[j].head) == verb


def share_of(seen: Seen, k: int) -> Span | None:
    """ "Nine miners were trapped. Six of them were rescued": of the only ones of whom the sentence before tells."""
    t, head = seen.tree(k), seen.found[k].head
    case, up = t.child(head, "case"), t.up(head)
    of = case is not None and t.low[case] == "of"
    if not of or up is None or base(t.tokens[up].deprel) not in {"nsubj", "obj"}:
        return None
    before = subject_before(seen, k)
    return seen.root_of(before) if before is not None and several(seen, before) else None


def owner_before(seen: Seen, k: int) -> Span | None:
    """ "Norsund lost two orders. Its shares fell": the body that is the subject of the sentence before, where the
    pronoun stands in the subject of its own."""
    t, head = seen.tree(k), seen.found[k].head
    up = t.up(head)
    if t.tokens[head].deprel != "nmod:poss" or up is None or base(t.tokens[up].deprel) != "nsubj":
        return None
    clause = t.up(up)
    if clause is None or base(t.tokens[clause].deprel) != "root":
        return None
    before = subject_before(seen, k)
    if before is None:
        return None
    found = party_at(seen, before)
    if seen.found[before].mention.named and seen.found[before].mention.kind in {None, "misc"}:
        return seen.root_of(before)
    if seen.found[before].mention.kind == "facility" and not is_plural(seen, before):
        return seen.root_of(before)  # "The plant runs on one reactor. Its second unit"
    if found is not None or seen.found[before].mention.kind != "person":
        return found
    bodies = {p for j in _in_sentence_before(seen, k) if (p := party_at(seen, j)) is not None and _is_body(seen, j)}
    return bodies.pop() if len(bodies) == 1 else None


def _is_body(seen: Seen, j: int) -> bool:
    return seen.found[j].mention.kind == "organisation"


def _in_sentence_before(seen: Seen, k: int) -> list[int]:
    here = seen.found[k].sentence
    return [j for j in range(max(0, k - LOOKED), k) if seen.found[j].sentence == here - 1]


def subject_before(seen: Seen, k: int) -> int | None:
    """The mention that is the only subject of the sentence before; None where that sentence reports what was said."""
    here = seen.found[k].sentence
    for j in range(k - 1, max(-1, k - 40), -1):
        f = seen.found[j]
        if f.sentence < here - 1:
            break
        if f.sentence == here - 1 and is_subject(seen, j) and is_main(seen, j):
            up = seen.tree(j).up(f.head)
            says = up is not None and seen.tree(j).child(up, "ccomp") is not None
            cue = verb_at(seen.tree(j), up) if up is not None and says else None
            told = cue is not None and cue.cue_class == "report"
            return None if told and not _says_more(seen, k) else j
    return None


def party_at(seen: Seen, j: int | None) -> Span | None:
    """Where the mention is a body or a state, what it goes back to."""
    if j is not None and seen.found[j].mention.head == "it" and seen.root_of(j) != span_of(seen.found[j].mention):
        return seen.root_of(j)  # "it would resume the flights after it stopped them"
    if j is None or seen.found[j].mention.kind not in PARTIES or is_plural(seen, j):
        return None
    return seen.root_of(j)


def _says_more(seen: Seen, k: int) -> bool:
    """ "The town said salt was short. It promised to buy some": who says something in the sentence before says more."""
    t = seen.tree(k)
    verb = t.up(seen.found[k].head)
    return verb is not None and verb_at(t, verb) is not None
