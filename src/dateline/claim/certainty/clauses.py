"""What the form of two clauses says of the event in one: "as long as", "until", a bare "be".

In:   the parse, the verb of a clause, the verb above it.
Out:  yes or no, or the word that decides.
Room: claim. Used by `chain`, which knows what each gives.
"""

from __future__ import annotations

from dateline.claim.tree import Tree


def lasting_as_long(t: Tree, i: int) -> bool:
    """ "as long as the siege goes on": one thing holds while another does, which is taken for known."""
    for k in t.children(i, "mark"):
        before = t.low[max(0, k - 2) : k]
        if t.low[k] == "as" and before in (["as", "long"], ["so", "long"]):
            return True
    return False


def until_then(t: Tree, i: int, g: int, mark: int) -> bool:
    """ "led the brigade until he was moved in May": where both are told in the past, what ended it has come about."""
    past = _in_the_past(t, i) and _in_the_past(t, g)
    return past and t.low[mark] in {"until", "till"}


def _in_the_past(t: Tree, i: int) -> bool:
    """Whether a verb is finite and in the past, with no modal beside it."""
    beside = {t.low[k] for k in t.children(i, "aux", "aux:pass", "cop")}
    word = t.tokens[i]
    plain = word.upos == "VERB" and not beside and word.text.lower() != word.lemma.lower()
    told = bool(beside) and beside <= {"was", "were", "had", "been", "did"}
    return told or (plain and not word.text.lower().endswith(("ing", "s")))


def believed_done(t: Tree, i: int, g: int) -> bool:
    """ "are expected to have died": believed of what is over, and no plan; "is expected to have left by May" is one."""
    done = t.tokens[g].lemma.lower() == "expect" and any(t.low[k] == "have" for k in t.children(i, "aux"))
    by = any(t.low[c] == "by" for k in t.children(i, "obl") for c in t.children(k, "case"))
    return done and t.child(g, "aux:pass") is not None and not by


def subjunctive(t: Tree, i: int) -> bool:
    """ "they be held", "it be closed": a bare "be" that no modal governs."""
    beside = [t.low[k] for k in t.children(i, "aux", "aux:pass", "cop")]
    return beside == ["be"]
