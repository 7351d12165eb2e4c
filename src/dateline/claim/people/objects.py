"""What "it" stands for where something is done to it: "off the air since the regulator stripped it of its licence".

In:   the mentions of one report seen so far, and an "it".
Out:  the span of the one name told outside its clause in the same sentence; None where none or several fit.
Room: claim. A pronoun is never the object of its own subject, so names of its own clause are left out.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.claim.people.before import HELD
from dateline.claim.people.seen import Seen
from dateline.claim.tree import Tree, base
from dateline.sentence.reading import Span

BELOW: Final = frozenset({"advcl", "acl", "ccomp", "conj"})  # clauses that hang on another
TAKEN: Final = frozenset({"recapture", "retake", "overrun", "besiege"})
# What is done to a proposal, and to no body or place where one stands before.
PASSING: Final = word_list(
    "block approve reject veto ratify accept oppose scrap withdraw adopt sign pass repeal uphold overturn endorse "
    "amend delay postpone cancel drop abandon vote support back appeal clear"
)
PROPOSALS: Final = word_list(
    "bid offer deal plan bill law merger takeover proposal treaty pact accord agreement budget motion ruling verdict "
    "order ban strike vote contract decree reform sale project resolution draft ticket appeal curfew lockdown measure "
    "tax tariff rule fee levy embargo truce ceasefire"
)
KEEPING: Final = word_list(
    "violate breach break observe respect honour honor flout uphold extend renew prolong"
)  # a truce
ADDRESSING: Final = word_list(
    "accuse warn ask tell urge order blame sue fine criticise criticize press force allow inform advise charge oblige "
    "expel ban bar suspend sanction invite call threaten pay"
)
LOOKED: Final = 40  # mentions before it
STEPS: Final = 12  # words up a tree


def object_it(seen: Seen, k: int) -> Span | None:
    """The name that an "it" stands for to which something is done: the subject above, else the only one."""
    f, t = seen.found[k], seen.tree(k)
    clause = t.up(f.head)
    if clause is None or base(t.tokens[f.head].deprel) != "obj" or base(t.tokens[clause].deprel) not in BELOW:
        return None
    if t.tokens[clause].lemma.lower() in KEEPING:
        return _kept(seen, k)
    if is_proposal(t, f.head) or _thing_above(t, clause):
        return None  # "Osland shut the bridge after a ship hit it": the bridge, see `event/things.py`
    near = (j for j in range(max(0, k - LOOKED), k) if seen.found[j].sentence == f.sentence)
    held = [j for j in near if _can_be_a_thing(seen, j) and not _within(t, seen.found[j].head, clause)]
    above = [j for j in held if t.up(seen.found[j].head) == t.up(clause) and _subject(t, seen.found[j].head)]
    roots = {seen.root_of(j) for j in above} or {seen.root_of(j) for j in held}
    return roots.pop() if len(roots) == 1 else None


def _kept(seen: Seen, k: int) -> Span | None:
    """ "A truce took effect at noon. The army said rebels violated it": the one accord or rule told before."""
    here = seen.found[k].sentence
    near = [j for j in range(max(0, k - LOOKED), k) if here - seen.found[j].sentence <= 1]
    held = {seen.root_of(j) for j in near if seen.found[j].mention.head.lower() in HELD}
    return held.pop() if len(held) == 1 else None


def is_proposal(t: Tree, i: int) -> bool:
    """ "Withdrew its bid for Brask after regulators warned that they would block it": the bid, and neither firm."""
    verb, near = t.up(i), range(max(0, i - LOOKED), i)
    return (
        verb is not None
        and t.tokens[verb].lemma.lower() in PASSING
        and any(t.plain[k] in {"obj", "nsubj"} and t.tokens[k].lemma.lower() in PROPOSALS for k in near)
    )


def _thing_above(t: Tree, clause: int) -> bool:
    """ "The navy escorted the tanker after two boats approached it": the tanker rather than the navy; whom one accuses
    or asks is a body."""
    up = t.up(clause)
    if up is None or up > clause or t.tokens[clause].lemma.lower() in ADDRESSING:
        return False
    things = [k for k in t.children(up, "obj") if t.tokens[k].upos == "NOUN" and k < clause]
    return any(is_kind(t.tokens[k].lemma.lower(), "vehicle", "site", "organ") for k in things)


def falls_to(seen: Seen, k: int) -> bool:
    """ "after it fell to rebels", "before it was retaken by troops": only a place does."""
    f, t = seen.found[k], seen.tree(k)
    verb = t.up(f.head)
    if verb is None or base(t.tokens[f.head].deprel) != "nsubj":
        return False
    lemma, passive = t.tokens[verb].lemma.lower(), t.tokens[f.head].deprel.endswith("pass")
    whom = [
        h for h in t.children(verb, "obl") if t.tokens[h].upos == "PROPN" or is_kind(t.tokens[h].lemma.lower(), "force")
    ]
    to = any(t.low[c] == "to" for h in whom for c in t.children(h, "case"))
    return (lemma == "fall" and to) or (lemma in TAKEN and passive)


def fallen_it(seen: Seen, k: int) -> Span | None:
    """The place told last before it in its sentence, which "it" then stands for."""
    for j in range(k - 1, max(-1, k - LOOKED), -1):
        if seen.found[j].sentence != seen.found[k].sentence:
            return None
        if seen.found[j].mention.kind in {"place", "facility"}:
            return seen.root_of(j)
    return None


def _can_be_a_thing(seen: Seen, j: int) -> bool:
    """Whether it is one name, and surely no person's: "Nyala", "Kanal Six"."""
    mention = seen.found[j].mention
    single = " " not in mention.anchor.text and not mention.title
    return mention.named and mention.kind != "group" and (mention.kind != "person" or single)


def _subject(t: Tree, i: int) -> bool:
    return base(t.tokens[i].deprel) == "nsubj"


def _within(t: Tree, i: int, clause: int) -> bool:
    """Whether the word hangs below the clause."""
    return i == clause or clause in t.ancestors(i, STEPS)
