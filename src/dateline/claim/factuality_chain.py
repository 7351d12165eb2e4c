"""What the words above an event make of it: "plans to", "failed to", "denied that", "if", "the threat of".

In:   the parse and the event's word.
Out:  a Verdict: the speaker's commitment, the report's, and the words that decided it.
Room: claim. Signatures are `lexicon/factuality_embedding.tsv`; clauses are climbed from the event to the root.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim import voices_cues as cues
from dateline.claim.factuality_words import given, local, words
from dateline.claim.tree import Tree
from dateline.lexicon.tables import table
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

DEPTH: Final = 24  # clauses climbed
POS: Final = {"VERB": "v", "AUX": "v", "NOUN": "n", "PROPN": "n", "ADJ": "a", "ADV": "a"}
FLIP: Final[dict[str, Factuality]] = {
    "happened": "not_happened", "ongoing": "not_happened", "habitual": "not_happened", "not_happened": "happened",
    "denied": "happened",
}  # fmt: skip
NOUN_PLACES: Final = frozenset({"obj", "nsubj", "obl", "nmod", "iobj", "compound", "appos"})
UNDONE: Final = frozenset({"attempt", "effort", "plan", "agreement", "decision", "bid"})  # nothing that was only said
OWNED: Final = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"})


@dataclass(frozen=True, slots=True)
class Signature:
    """What a governor does to its event."""

    affirmed: str
    negated: str
    report: str
    word: int  # the deciding word


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the innermost voice and the report commit to."""

    label: Factuality
    report: Factuality
    cue: tuple[int, ...]
    would: bool = False


@cache
def _table() -> dict[tuple[str, str, str], tuple[str, str, str]]:
    return {
        (row["word"], row["pos"], row["frame"]): (row["affirmed"], row["negated"], row["report"])
        for row in table("factuality_embedding")
    }


def verdict(t: Tree, i: int, depth: int = 0) -> Verdict:
    """The event at word `i` as its own words and everything above it have it."""
    own = local(t, i)
    base = Verdict(own.label, "possible" if own.hearsay and own.label in REAL else own.label, own.cue, own.would)
    if depth >= DEPTH:
        return base
    signature, governor = above(t, i)
    if signature is None or governor is None:
        return _joined(t, i, base, depth)
    return _apply(t, base, signature, governor, depth)


def _joined(t: Tree, i: int, base: Verdict, depth: int) -> Verdict:
    """The second of two joined verbs stands where the first does: "plans to pack and leave"."""
    up = t.up(i)
    if t.rel(i) != "conj" or up is None:
        return base
    signature, governor = above(t, up)
    if signature is None or governor is None:
        return base
    if t.tokens[i].text.lower() != t.tokens[i].lemma.lower() and t.child(up, "mark") is not None:
        return base  # "plans to pack but stayed"
    return _apply(t, base, signature, governor, depth)


def _apply(t: Tree, base: Verdict, s: Signature, governor: int, depth: int) -> Verdict:
    gov = verdict(t, governor, depth + 1) if s.word != governor or s.affirmed != "np" else None
    if s.affirmed == "np":
        return base
    outer = gov.label if gov else "happened"
    value = s.negated if outer in {"not_happened", "denied"} else s.affirmed
    if value in {"keep", "fact"}:
        return _kept(base, s)
    if value == "same":
        return _same(base, gov, s)
    if value == "flip":
        if base.label == "not_happened":
            return replace(base, cue=(*base.cue, s.word))
        label = FLIP.get(outer, "possible")
        return Verdict(label, label, (s.word,))
    label = given(value)
    cue = (s.word,) if outer not in {"not_happened", "denied"} or gov is None else (*gov.cue, s.word)
    if base.label == "not_happened" and label != "denied":
        return base
    if base.label in {"conditional", "possible"} and label in {"planned"}:
        return base
    if outer in {"conditional", "possible"} and label in {"planned", "demanded"} and gov is not None:
        label, cue = outer, (*gov.cue, s.word)
    return Verdict(label, label, cue)


def _kept(base: Verdict, s: Signature) -> Verdict:
    """Own label; "would" under a past "said" is a plan, and what a weak speaker says the report leaves open."""
    if base.would and s.affirmed == "keep":
        base = replace(base, label="planned", report="planned", would=False)
    if s.report and base.report in REAL:
        return replace(base, report=given(s.report), cue=base.cue)
    return base


def _same(base: Verdict, gov: Verdict | None, s: Signature) -> Verdict:
    if gov is None or base.label not in REAL:
        return base
    if gov.label in REAL and not gov.cue:
        return replace(base, report=gov.report) if base.report in REAL else base
    if gov.label == "happened":
        return replace(base, report=gov.report)
    return Verdict(gov.label, gov.report, (*gov.cue, *base.cue) or (s.word,), gov.would)


def above(t: Tree, i: int) -> tuple[Signature | None, int | None]:
    """The signature that the governor of word `i` has for it, and the governor."""
    g = t.up(i)
    if g is None:
        return None, None
    rel, full = t.rel(i), t.tokens[i].deprel
    if rel in {"xcomp", "ccomp", "csubj"}:
        return _complement(t, i, g), g
    if rel == "advcl":
        return _adverbial(t, i, g), g
    if rel == "acl" and full != "acl:relcl":
        return _of_noun(t, i, g), g
    if rel in NOUN_PLACES and t.tokens[i].upos in {"NOUN", "PROPN"} and t.child(i, "cop") is None:
        if (raised := _raised(t, i, g)) is not None:
            return raised
        return _nominal(t, i, g, rel, full), g
    if full == "acl:relcl":
        return Signature("keep", "keep", "", g), g
    if rel in {"parataxis"} and t.tokens[i].upos == "VERB":
        return Signature("keep", "keep", "", g), g
    return None, g


def _lookup(t: Tree, g: int, frame: str) -> Signature | None:
    token = t.tokens[g]
    pos = POS.get(token.upos, "v")
    lemma = token.lemma.lower()
    for k in t.children(g, "compound:prt"):
        found = _table().get((f"{lemma} {t.tokens[k].text.lower()}", pos, frame))
        if found:
            return Signature(*found, g)
    tries = [(lemma, pos), (token.text.lower(), pos)]
    if pos == "v" and t.child(g, "aux:pass", "cop") is not None:
        tries.insert(0, (token.text.lower(), "a"))  # "is set to", "are scheduled to"
    for word, kind in tries:
        found = _table().get((word, kind, frame))
        if found:
            return Signature(*found, g)
    return None


def _frame(t: Tree, i: int) -> str:
    marks = [t.tokens[k].text.lower() for k in t.children(i, "mark")]
    if "to" in marks:
        return "inf"
    if "whether" in marks or "if" in marks:
        return "whether"
    word = t.tokens[i].text.lower()
    if t.child(i, "nsubj", "nsubj:pass", "expl", "aux") is None and word.endswith("ing"):
        return "ing"
    if t.rel(i) == "xcomp" and t.child(i, "nsubj") is None:
        return "inf"
    return "that"


def _complement(t: Tree, i: int, g: int) -> Signature:
    frame = _frame(t, i)
    if t.tokens[i].upos in {"NOUN", "PROPN", "ADJ"} and t.child(i, "cop", "mark") is None and t.rel(i) == "xcomp":
        return Signature("same", "same", "", g)  # "remained calm", "was elected president"
    found = _lookup(t, g, frame) or (_lookup(t, g, "inf") if frame == "ing" else None)
    if found:
        return found
    if frame == "inf":
        return Signature("planned" if t.rel(i) == "xcomp" else "possible", "possible", "", g)
    if frame == "whether":
        return Signature("possible", "possible", "", g)
    return Signature("same" if frame == "ing" else "keep", "same" if frame == "ing" else "keep", "", g)


def _opened_by(t: Tree, i: int, sort: str) -> tuple[str, int] | None:
    """What the words that open the clause or phrase give ("if", "as though", "ahead of"), and the first of them."""
    opens = [k for k in t.children(i, "mark", "case", "advmod") if k < i]
    for k in opens:
        for length in (3, 2, 1):
            phrase = " ".join(x.text.lower() for x in t.tokens[k : k + length])
            if gives := words(sort).get(phrase):
                return gives, k
    return None


def _adverbial(t: Tree, i: int, g: int) -> Signature:
    opened = _opened_by(t, i, "clause")
    marks = [k for k in t.children(i, "mark") if t.tokens[k].text.lower() == "to"]
    if opened is not None:
        mark = t.tokens[opened[1]].text.lower()
        row = _table().get((f"{t.tokens[g].lemma.lower()} {mark}", "v", "ing"))
        if row is not None:
            return Signature(*row, g)
        found = _lookup(t, g, "ing") if mark in {"from", "of"} else None
        if found is not None:
            return found
    if opened is not None and not (marks and opened[0] == "keep"):
        gives, word = opened
        return Signature(gives, gives, "", word)
    if marks:
        found = _lookup(t, g, "inf")
        return found or Signature("planned", "possible", "", marks[0])
    aux = t.children(i, "aux")
    subject = t.child(i, "nsubj")
    if aux and subject is not None and aux[0] < subject and t.tokens[aux[0]].text.lower() in {"had", "should", "were"}:
        return Signature("conditional", "conditional", "", aux[0])  # "had they asked, we would have come"
    return Signature("keep", "keep", "", g)


def _of_noun(t: Tree, i: int, g: int) -> Signature:
    """ "the plan to sell", "the belief that", "soldiers held at the base"."""
    marks = [t.tokens[k].text.lower() for k in t.children(i, "mark")]
    if "to" in marks:
        if any(t.tokens[k].text.lower() in {"first", "last", "latest"} for k in t.children(g, "amod")):
            return Signature("same", "same", "", g)
        return _lookup(t, g, "inf") or Signature("planned", "not_happened", "", g)
    if "that" in marks or t.child(i, "nsubj") is not None:
        return _lookup(t, g, "that") or Signature("keep", "keep", "", g)
    case = t.child(i, "mark", "case")
    if case is not None and t.tokens[case].text.lower() in {"of", "for"}:
        return _lookup(t, g, "of") or _lookup(t, g, "inf") or Signature("keep", "keep", "", g)
    return Signature("keep", "keep", "", g)


def _raised(t: Tree, i: int, g: int) -> tuple[Signature, int] | None:
    """ "talks are expected to resume": the talks stand as the resuming does; a river "is expected to rise": it is."""
    open_verb = t.child(g, "xcomp", "ccomp")
    if open_verb is None or t.rel(i) not in {"nsubj", "obj"} or open_verb < i or not _infinitive(t, open_verb):
        return None
    if t.rel(i) == "obj" and t.child(open_verb, "nsubj") is not None:
        return None
    found = _lookup(t, open_verb, "np" if t.child(open_verb, "aux:pass") is not None else "subj")
    return (found, open_verb) if found else (Signature("fact", "fact", "", g), g)


def _infinitive(t: Tree, i: int) -> bool:
    return any(t.tokens[k].text.lower() == "to" for k in t.children(i, "mark"))


def _definite(t: Tree, i: int) -> bool:
    return t.child(i, "nmod:poss") is not None or any(
        t.tokens[k].text.lower() in OWNED for k in t.children(i, "det", "nmod:poss")
    )


def _nominal(t: Tree, i: int, g: int, rel: str, full: str) -> Signature | None:
    """A noun that names an event, by its adjectives, its preposition and the verb or noun it hangs on."""
    for k in t.children(i, "amod"):
        found = _table().get((t.tokens[k].text.lower(), "a", "mod"))
        if found and found[0] != "keep":
            return Signature(*found, k)
    opened = _opened_by(t, i, "noun")
    if opened is not None:
        return Signature(opened[0], opened[0], "", opened[1])
    if any(t.tokens[k].text.lower() == "any" for k in t.children(i, "det")):
        return Signature("possible", "same", "", g)
    noun = t.tokens[g].upos in {"NOUN", "PROPN"}
    if rel == "compound" or (rel == "nmod" and noun):
        return _lookup(t, g, "of") if noun else None
    if full == "nsubj:pass" or (rel == "nsubj" and t.child(g, "aux:pass") is not None):
        return _object(t, i, g)
    if rel == "nsubj":
        return _lookup(t, g, "subj")
    if rel in {"obj", "obl", "iobj"}:
        case = t.child(i, "case")
        if case is not None:
            token = t.tokens[g]
            found = _table().get((f"{token.lemma.lower()} {t.tokens[case].text.lower()}", "v", "np"))
            if found is None and t.tokens[case].text.lower() == "for" and not _definite(t, i):
                return Signature("keep", "same", "", g)  # "could not be reached for comment"
            return Signature(*found, g) if found else None
        return _object(t, i, g)
    return None


def _object(t: Tree, i: int, g: int) -> Signature | None:
    """What a verb does to its object; what somebody said stays said even where it is refused or denied."""
    found = _lookup(t, g, "np")
    if found is None or found.affirmed in {"keep", "fact"}:
        return found
    said = cues.noun(t.tokens[i].lemma)
    if said is not None and found.affirmed in {"flip", "denied", "possible", "demanded"} and said.words not in UNDONE:
        return Signature("fact", "fact", "", g)
    if found.affirmed == "same" and _definite(t, i) and found.negated == "keep":
        return found
    return found
