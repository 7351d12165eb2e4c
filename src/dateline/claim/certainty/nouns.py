"""What the words around a noun make of the event it names: "the planned visit", "called for a vote", "no sign of".

In:   the parse, the noun, what it hangs on.
Out:  a Signature, or None where nothing decides.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.certainty.table import Signature, lookup, opened_by, signatures
from dateline.claim.tree import Tree, marked_to
from dateline.claim.voice import cues

UNDONE: Final = frozenset({"attempt", "effort", "plan", "agreement", "decision", "bid"})  # nothing that was only said
TALKED: Final = frozenset({"discuss", "debate", "review", "explore"})  # "discussed the attack", but "discussed a truce"
STOPPED: Final = frozenset({"stop", "halt"})  # "halted the search", but "stopped an attack"
UNDERWAY: Final = frozenset({"search", "hunt", "manhunt", "rescue", "operation"})  # what is called off has begun
RETURNS: Final = frozenset({"return", "exchange"})
OFFERS: Final = frozenset({"offer", "propose", "proposal", "promise", "demand", "seek", "ask", "want"})
FIXED: Final = frozenset({"set", "scheduled", "planned", "due", "slated", "fixed"})
TRIES: Final = frozenset({"attempt", "bid", "effort", "try", "plot"})
FAILING: Final = frozenset({"fail", "founder", "collapse", "misfire"})
BREAKING: Final = frozenset({"break", "breach", "betray", "violate"})
WORDS_GIVEN: Final = frozenset({"promise", "pledge", "vow", "commitment", "agreement", "undertaking", "word"})
OWNED: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})


def raised(t: Tree, i: int, g: int) -> tuple[Signature, int] | None:
    """ "talks are expected to resume": the talks stand as the resuming does; a river "is expected to rise": it is."""
    open_verb = t.child(g, "xcomp", "ccomp")
    if open_verb is None or t.rel(i) not in {"nsubj", "obj"} or open_verb < i or not marked_to(t, open_verb):
        return None
    if t.rel(i) == "obj" and t.child(open_verb, "nsubj") is not None:
        return None
    found = lookup(t, open_verb, "np" if t.child(open_verb, "aux:pass") is not None else "subj")
    return (found, open_verb) if found else (Signature("fact", "fact", "", g), g)


def definite(t: Tree, i: int) -> bool:
    """Whether the noun is taken for known: "the vote", "his visit"."""
    return t.child(i, "nmod:poss") is not None or any(t.low[k] in OWNED for k in t.children(i, "det", "nmod:poss"))


def nominal(t: Tree, i: int, g: int, rel: str, full: str) -> Signature | None:
    """A noun that names an event, by its adjectives, its preposition and the verb or noun it hangs on."""
    beside = _beside(t, i, g, rel)
    if beside is not None:
        return beside
    noun = t.tokens[g].upos in {"NOUN", "PROPN"}
    if rel == "nmod" and t.tokens[g].lemma.lower() in RETURNS and (offered := _offered(t, g)) is not None:
        return Signature("conditional", "conditional", "", offered)
    if rel == "compound" or (rel == "nmod" and noun):
        return lookup(t, g, "of") if noun else None
    if rel == "nsubj" and (ahead := _set_for(t, g)) is not None:
        return ahead
    if full == "nsubj:pass" or (rel == "nsubj" and t.child(g, "aux:pass") is not None):
        return object_of(t, i, g)
    if rel == "nsubj":
        return lookup(t, g, "subj")
    if rel not in {"obj", "obl", "iobj"}:
        return None
    case = t.child(i, "case")
    return object_of(t, i, g) if case is None else _after_preposition(t, i, g, case)


def _set_for(t: Tree, g: int) -> Signature | None:
    """ "The vote remains set for 4 May": it lies ahead."""
    fixed = next((k for k in (g, *t.children(g, "xcomp", "advcl")) if t.low[k] in FIXED), None)
    if fixed == g and not any(t.low[c] == "for" for k in t.children(g, "obl") for c in t.children(k, "case")):
        return None
    return Signature("planned", "planned", "", fixed) if fixed is not None else None


def _offered(t: Tree, g: int) -> int | None:
    """ "offered them an amnesty in return for the release of": the verb or noun of offering above."""
    return next((k for k in t.ancestors(g, 3) if t.tokens[k].lemma.lower() in OFFERS), None)


def _beside(t: Tree, i: int, g: int, rel: str) -> Signature | None:
    """By the adjective, the preposition or the determiner before the noun."""
    for k in t.children(i, "amod"):
        found = signatures().get((t.low[k], "a", "mod"))
        if found and found[0] != "keep":
            carried = object_of(t, i, g) if rel in {"obj", "nsubj"} else None
            if found[0] == "planned" and carried is not None and carried.affirmed == "same":
                return carried  # "the planned withdrawal was completed"
            return Signature(*found, k)
    opened = opened_by(t, i, "noun")
    if opened is not None:
        return Signature(opened[0], opened[0], "", opened[1])
    if any(t.low[k] == "any" for k in t.children(i, "det")):
        taken = object_of(t, i, g) if rel == "obj" else None
        if taken is not None and taken.affirmed in {"flip", "not_happened", "denied"}:
            return taken  # "ruled out any talks"
        return Signature("possible", "same", "", g)
    return None


def _after_preposition(t: Tree, i: int, g: int, case: int) -> Signature | None:
    """ "called for a vote", "could not be reached for comment"."""
    row = signatures().get((f"{t.tokens[g].lemma.lower()} {t.low[case]}", "v", "np"))
    if row is not None:
        return Signature(*row, g)
    if t.low[case] == "for" and not definite(t, i):
        return Signature("keep", "same", "", g)
    return None


def object_of(t: Tree, i: int, g: int) -> Signature | None:
    """What a verb does to its object; what somebody said stays said even where it is refused or denied."""
    found = lookup(t, g, "np")
    if found is None or found.affirmed in {"keep", "fact"}:
        return found
    said = cues.noun(t.tokens[i].lemma)
    if said is not None and found.affirmed in {"flip", "denied", "possible", "demanded"} and said.words not in UNDONE:
        return Signature("fact", "fact", "", g)
    stopped = t.tokens[g].lemma.lower() in TALKED | STOPPED or t.tokens[i].lemma.lower() in UNDERWAY
    if stopped and definite(t, i):
        return Signature("fact", "fact", "", g)
    return found


def refused(t: Tree, g: int) -> Signature | None:
    """ "rejected a proposal to merge the two firms": what was refused is not done, nor what one
    "broke a promise" to do."""
    verb = t.up(g) if t.rel(g) in {"obj", "nsubj"} else None
    if verb is None or t.tokens[verb].upos != "VERB":
        return None
    failed = t.tokens[g].lemma.lower() in TRIES and t.tokens[verb].lemma.lower() in FAILING
    if t.rel(g) == "nsubj" and t.child(verb, "aux:pass") is None:  # "an attempt to kill him failed"
        return Signature("not_happened", "not_happened", "", verb) if failed else None
    broken = t.tokens[verb].lemma.lower() in BREAKING and t.tokens[g].lemma.lower() in WORDS_GIVEN
    found = None if broken else lookup(t, verb, "np")
    refuses = found is not None and found.affirmed in {"flip", "not_happened", "denied"}
    return Signature("not_happened", "not_happened", "", verb) if refuses or broken else None
