"""What the words above an event make of it: "plans to", "failed to", "denied that", "if", "the threat of".

In:   the parse and the event's word.
Out:  a Verdict: the speaker's commitment, the report's, and the words that decided it.
Room: claim. Signatures are `lexicon/factuality_embedding.tsv`; clauses are climbed from the event to the root.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.certainty.clauses import (
    accused_over,
    advised_against,
    aimed_at,
    asked_whether,
    believed_done,
    called_false,
    for_each,
    frame_of,
    goes_along,
    has_until,
    in_that_clause,
    judged_so,
    led_to,
    needed_for,
    once_unmeant,
    only_thought_of,
    outcome,
    put_as,
    rather_than,
    seen_doing,
    shares_clause,
    subjunctive,
    to_be_won,
    told_what,
    unsaid,
    until_then,
    waited_for,
    wished,
)
from dateline.claim.certainty.denied import content, denied
from dateline.claim.certainty.lasting import STILL
from dateline.claim.certainty.nouns import nominal, raised, refused
from dateline.claim.certainty.table import Signature, lookup, opened_by, signatures
from dateline.claim.certainty.words import condition, given, helped_with, inverted, local, words
from dateline.claim.tree import Tree, asked_often, in_a_row, is_gerund, marked_to, negated
from dateline.claim.voice.cues import verb_at
from dateline.terms import Factuality
from dateline.terms.factuality import REAL

DEPTH: Final = 24  # clauses climbed
FLIP: Final[dict[str, Factuality]] = {
    "happened": "not_happened", "ongoing": "not_happened", "habitual": "not_happened", "not_happened": "happened",
    "denied": "happened",
}  # fmt: skip
ALL_TOLD: Final = REAL | {"not_happened"}
SHOWING: Final = frozenset({"prove", "show", "establish", "confirm", "find", "emerge", "transpire", "verify"})
LOOKING: Final = frozenset({"seem", "appear", "look", "become", "sound"})  # "seems unlikely that"
LETTING: Final = frozenset({"allow", "permit", "let", "enable", "authorise", "authorize"})
INSISTING: Final = frozenset({"insist", "suggest", "advise", "recommend"})
AS_IT_STANDS: Final = frozenset({"ability", "lasts", "duty"})  # values that depend on the governor's tense
ONE_OF: Final = ("same", "same", "")  # of who is first or fourth to do a thing
INTENDING: Final = frozenset({"plan", "intend", "mean"})  # "denied that it planned to close": it denies the closing
MEANT: Final = frozenset({"planned", "demanded", "not_happened", "flip"})  # what is offered, asked for or refused
FINITE: Final = frozenset(
    {"will", "would", "has", "had", "is", "are", "was", "were", "does", "did", "can", "could", "may"}
)
NOUN_PLACES: Final = frozenset({"obj", "nsubj", "obl", "nmod", "iobj", "compound", "appos"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the innermost voice and the report commit to."""

    label: Factuality
    report: Factuality
    cue: tuple[int, ...]
    would: bool = False


def verdict(t: Tree, i: int, depth: int = 0) -> Verdict:
    """The event at word `i` as its own words and everything above it have it."""
    own = local(t, i)
    base = Verdict(own.label, "possible" if own.hearsay and own.label in REAL else own.label, own.cue, own.would)
    if depth >= DEPTH:
        return base
    if base.label in REAL and (to := only_thought_of(t, i)) is not None:
        return Verdict("conditional", "conditional", (to,))
    if base.label in ALL_TOLD and (put := put_as(t, i)) is not None:
        ruled_out = base.label == "not_happened"  # "the deal was that it would not sell": it will not
        label = put[0] if not ruled_out else "not_happened" if put[0] == "planned" else "possible"
        return Verdict(label, label, (put[1],))
    signature, governor = above(t, i)
    if signature is None or governor is None:
        return _joined(t, i, base, depth)
    made = _apply(t, base, signature, governor, depth)
    if made.label == "planned" and t.rel(i) in {"xcomp", "advcl"} and local(t, governor).label == "demanded":
        return Verdict("demanded", "demanded", made.cue)  # "should resolve to send a force"
    return _under_condition(t, i, made)


def _under_condition(t: Tree, i: int, made: Verdict) -> Verdict:
    """ "They plan to open a shop if the council lets them."."""
    if made.label != "planned" or t.tokens[i].upos != "VERB":
        return made
    found = condition(t, i)
    return made if found is None else Verdict("conditional", "conditional", (found,))


def _joined(t: Tree, i: int, base: Verdict, depth: int) -> Verdict:
    """The second of two joined verbs stands where the first does: "plans to pack and leave"."""
    up = t.up(i)
    if t.rel(i) != "conj" or up is None:
        return base
    than = next((k for k in t.children(i, "cc") if t.low[k] in {"rather", "instead"}), None)
    if than is not None and base.label in REAL:
        return Verdict("not_happened", "not_happened", (than,))  # "will fight on rather than give in"
    if t.child(i, "mark") is not None and (opened := opened_by(t, i, "clause")) and opened[0] == "conditional":
        return Verdict("conditional", "conditional", (opened[1],)) if base.label in REAL else base  # "or if it fails"
    if (asked := asked_whether(t, i)) is not None and base.label in REAL:
        return Verdict("possible", "possible", (asked.word,))
    signature, governor = above(t, up)
    if signature is None or governor is None:
        first = verdict(t, up, depth + 1) if marked_to(t, i) and base.label in REAL else base
        return first if first.label not in REAL else base  # "is to begin on Monday and to be completed by May"
    own_that = "that" in {t.low[k] for k in t.children(i, "mark")}  # "and that it be recounted"
    bare = own_that or t.low[i] in {t.tokens[i].lemma.lower(), "lay"} or subjunctive(t, i)
    if marked_to(t, up) and any(t.low[k] in FINITE for k in t.children(i, "aux")):
        return base  # "failed to agree and will meet again"
    bare = bare or (t.low[i].endswith("ing") and t.low[up].endswith("ing"))  # "suspected of stealing and selling it"
    bare = bare or helped_with(t, i) != i  # "denied that the port had been shut and trade halted"
    bare = bare or in_that_clause(t, i, up)  # "no sign that they had fled and crossed the border"
    bare = bare or (not marked_to(t, up) and shares_clause(t, i, up))
    if not bare and t.child(up, "mark") is not None:
        return base  # "plans to pack but stayed"
    return _apply(t, base, signature, governor, depth)


def _apply(t: Tree, base: Verdict, s: Signature, governor: int, depth: int) -> Verdict:
    if s.affirmed == "np":
        return base
    gov = verdict(t, governor, depth + 1)
    outer = gov.label
    if _not_to(t, gov):
        outer = "not_happened"  # "must not be allowed to leave"
    if outer == "denied" and s.affirmed in MEANT:
        label: Factuality = "denied" if t.tokens[governor].lemma in INTENDING else "possible"
        return Verdict(label, label, (*gov.cue, s.word))  # "denied having refused to pay": it may have paid
    value = s.negated if outer in {"not_happened", "denied"} else s.affirmed
    if value == "not_happened" and (rather := _rather(t, gov, s, governor)) is not None:
        return Verdict(rather, rather, gov.cue)
    if value in {"keep", "fact"} and _to_be_shown(t, gov, governor) and base.label in REAL:
        open_yet: Factuality = "conditional" if outer == "conditional" else "possible"
        return Verdict(open_yet, open_yet, gov.cue)  # "if it is proved that the strike killed them"
    if value in {"keep", "fact"}:
        return _kept(base, s)
    if value in AS_IT_STANDS:
        return _as_it_stands(t, base, gov, s, governor)
    if value in {"same", "along"}:
        return _same(base, gov, s)
    if value in {"contrary", "flip"}:
        return _turned(base, s, outer, value)
    return _given(t, base, gov, s, outer)


def _turned(base: Verdict, s: Signature, outer: Factuality, value: str) -> Verdict:
    """The contrary of what is said: "had they not turned back", they did; "refused to leave", they did not."""
    if value == "flip" and base.label == "not_happened":
        return replace(base, cue=(*base.cue, s.word))
    label = FLIP.get(outer, "possible") if value == "flip" else FLIP.get(base.label, "not_happened")
    return Verdict(label, label, (s.word,))


def _rather(t: Tree, gov: Verdict, s: Signature, governor: int) -> Factuality | None:
    """What it is where its governor is not so, if that is not "it did not happen"."""
    if s.affirmed == "planned" and gov.label == "not_happened" and once_unmeant(t, governor):
        return "possible"  # "never intended to sign": and may have
    asked = _not_to(t, gov) and t.tokens[governor].lemma.lower() in LETTING
    return "demanded" if asked else None  # that they leave not: "must not be allowed to leave"


def _to_be_shown(t: Tree, gov: Verdict, governor: int) -> bool:
    """Whether what is said is only to be shown yet: "if it is proved that", "hopes to prove that"."""
    return gov.label in {"conditional", "planned", "demanded"} and t.tokens[governor].lemma.lower() in SHOWING


def _given(t: Tree, base: Verdict, gov: Verdict, s: Signature, outer: Factuality) -> Verdict:
    """The governor's own label for what stands under it, unless what stands there says more."""
    label = given(s.negated if outer in {"not_happened", "denied"} else s.affirmed)
    cue = (s.word,) if outer not in {"not_happened", "denied"} else (*gov.cue, s.word)
    if _not_to(t, base):
        return base  # "thinks that it should not be sold"
    if base.label == "not_happened" and label == "demanded":
        return Verdict(label, label, (*cue, *base.cue))  # "asked them not to leave"
    going = bool(base.cue) and t.low[min(base.cue[-1] + 1, len(t.tokens) - 1)] == "going"
    if base.label == "ongoing" and base.cue and not going and t.tokens[s.word].lemma.lower() in {"warn", "caution"}:
        return base  # "warned that the wards are running out of oxygen"
    hypothetical = label == "conditional" and t.rel(s.word) == "mark"
    if base.label == "not_happened" and label != "denied" and not hypothetical:
        return base  # but "if it does not leave": nobody says that it stays
    if base.label in {"conditional", "possible"} and label in {"planned"}:
        return base
    if base.label == "conditional" and label == "possible" and base.cue and not base.would:
        return base  # "warned that it would leave unless they paid"
    if outer in {"conditional", "possible"} and label in {"planned", "demanded", "ongoing"}:
        label, cue = outer, (*gov.cue, s.word)
    return Verdict(label, label, cue)


def _as_it_stands(t: Tree, base: Verdict, gov: Verdict, s: Signature, governor: int) -> Verdict:
    """ "was able to land" landed, who is able to may; "stopped selling" sold, who will stop selling sells; "had to
    leave" left, who has to leave is bound to."""
    outer = gov.label
    if s.affirmed == "duty":
        if has_until(t, governor):
            return Verdict("demanded", "demanded", (s.word,)) if base.label in REAL else base
        bound = governor + 1 < len(t.tokens) and t.low[governor + 1] == "to" and outer in REAL
        if t.low[governor] == "have" and {t.low[k] for k in t.children(governor, "aux")} & {"would", "'d", "’d"}:
            return Verdict("conditional", "conditional", (s.word,)) if base.label in REAL else base
        done = t.low[governor] == "had" or base.label not in REAL or not bound
        return _same(base, gov, s) if done else Verdict("demanded", "demanded", (s.word,))
    if s.affirmed == "ability":
        beside = {t.low[k] for k in t.children(governor, "cop", "aux")}
        if beside & {"was", "were", "had", "has", "have"} and outer in REAL:
            return _same(base, gov, s)
        return replace(base, label="possible", report="possible", cue=(s.word,))
    ahead = outer in {"planned", "possible", "conditional", "demanded", "not_happened"} and base.label in REAL
    return replace(base, label="ongoing", report="ongoing", cue=(s.word,)) if ahead else base


def _not_to(t: Tree, v: Verdict) -> bool:
    """Whether it is demanded that it not be."""
    return v.label == "demanded" and any(t.low[k] in words("negation") for k in v.cue)


def _kept(base: Verdict, s: Signature) -> Verdict:
    """Own label; "would" under a past "said" is a plan, and what a weak speaker says the report leaves open."""
    if base.would and s.affirmed == "keep":
        base = replace(base, label="planned", report="planned", would=False)
    if s.report and base.report in REAL:
        return replace(base, report=given(s.report), cue=base.cue)
    return base


def _same(base: Verdict, gov: Verdict, s: Signature) -> Verdict:
    if base.label == "not_happened" and gov.label in {"planned", "demanded", "conditional", "possible"}:
        return Verdict("conditional", "conditional", (*gov.cue, *base.cue))  # "is to ensure that it is not cheated"
    if base.label not in REAL:
        return base
    if s.affirmed == "along":
        return gov if gov.label in {"planned", "conditional", "possible"} and base.label == "happened" else base
    if gov.label in REAL and not gov.cue:
        return replace(base, report=gov.report) if base.report in REAL else base
    if gov.label == "happened":
        return replace(base, report=gov.report)
    return Verdict(gov.label, gov.report, (*gov.cue, *base.cue) or (s.word,), gov.would)


@asked_often
def above(t: Tree, i: int) -> tuple[Signature | None, int | None]:
    """The signature that the governor of word `i` has for it, and the governor."""
    g = t.up(i)
    if g is None:
        return None, None
    rel, full = t.rel(i), t.tokens[i].deprel
    g = led_to(t, i, g) if rel == "advcl" else g
    if rel == "ccomp" and t.tokens[g].upos == "NOUN" and t.child(g, "cop") is None:
        return _of_noun(t, i, g), g  # "disputed the finding that pumps had been off"
    if rel in {"xcomp", "ccomp", "csubj"}:
        return _complement(t, i, g), g
    if rel == "advcl":
        return _adverbial(t, i, g), g
    if rel == "acl" and full != "acl:relcl":
        return for_each(t, i, g) or _of_noun(t, i, g), g
    if rel in NOUN_PLACES and t.tokens[i].upos in {"NOUN", "PROPN"} and t.child(i, "cop") is None:
        if (subject := raised(t, i, g)) is not None:
            return subject
        return nominal(t, i, g, rel, full), g
    if full == "acl:relcl":
        return asked_whether(t, i) or content(t, i, g) or Signature("keep", "keep", "", g), g
    if rel in {"parataxis"} and t.tokens[i].upos == "VERB":
        return Signature("keep", "keep", "", g), g
    return None, g


def _complement(t: Tree, i: int, g: int) -> Signature:
    frame = frame_of(t, i)
    behind = [k for k in t.children(i, "compound:prt", "advmod") if k == i + 1]
    particle = "".join(f" {t.low[k]}" for k in behind)
    one_of = t.tokens[g].lemma.lower() == "become" and any(in_a_row(t, k) for k in t.children(g, "xcomp"))
    both = f"{t.tokens[g].lemma.lower()} {t.tokens[i].lemma.lower()}{particle}"
    pair = ONE_OF if one_of else signatures().get((both, "v", "inf"))
    if pair is not None and frame == "inf":
        return Signature(*pair, g)  # "let the deadline pass", "became the fourth state to ban it"
    if (open_yet := _seeming(t, i, g, frame) or advised_against(t, i, g)) is not None:
        return open_yet
    if {t.tokens[k].lemma.lower() for k in (g, *t.children(g, "conj"))} == {"confirm", "deny"}:
        return Signature("possible", "possible", "", g)  # "neither confirmed nor denied having signed it"
    if t.tokens[i].upos in {"NOUN", "PROPN", "ADJ"} and t.child(i, "cop", "mark") is None and t.rel(i) == "xcomp":
        return Signature("same", "same", "", g)  # "remained calm", "was elected president"
    if t.tokens[g].lemma.lower() in STILL and frame == "inf" and t.child(i, "mark") is None:
        return Signature("ongoing", "not_happened", "", g)  # "remained suspended"
    seen = frame == "that" and seen_doing(t, i, g)
    found = lookup(t, g, "inf" if seen else frame) or (lookup(t, g, "inf") if frame == "ing" else None)
    if frame == "that" and t.tokens[g].lemma.lower() in INSISTING and (subjunctive(t, i) or wished(t, i)):
        return Signature("demanded", "possible", "", g)  # "insist they be held elsewhere"
    if found:
        return Signature("possible", "possible", "", g) if frame == "inf" and needed_for(t, i, g) else found
    if frame == "inf":
        then = "same" if outcome(t, i) else "planned" if t.rel(i) == "xcomp" else "possible"
        return Signature(then, "same" if then == "same" else "possible", "", g)
    if frame == "whether":
        return Signature("possible", "possible", "", g)
    return Signature("same" if frame == "ing" else "keep", "same" if frame == "ing" else "keep", "", g)


def _seeming(t: Tree, i: int, g: int, frame: str) -> Signature | None:
    """ "It seems unlikely that it will leave", "is expected to have sunk"; "Narvia says to pull its troops back"."""
    going = t.low[g] == "going" and t.low[g + 1] == "to"  # "is going to close it"
    if (t.tokens[g].lemma.lower() == "say" or going) and frame == "inf" and t.child(g, "aux:pass") is None:
        return Signature("planned", "not_happened", "", g)
    wrong = next((k for k in t.children(g, "advmod") if t.low[k] in words("wrong")), None) if frame == "that" else None
    if wrong is not None:
        return Signature("not_happened", "not_happened", "", wrong)  # "wrongly reported that it had left"
    looks = next((k for k in t.children(g, "xcomp") if t.tokens[k].upos == "ADJ" and k != i), None)
    if frame == "that" and looks is not None and t.tokens[g].lemma.lower() in LOOKING:
        return lookup(t, looks, frame) or Signature("keep", "keep", "", looks)
    bare = t.child(g, "nsubj", "aux") is None and g > 0 and t.tokens[g - 1].text in {",", "-", "–", "—"}
    if frame == "that" and bare and t.low[g] in {"provided", "providing", "assuming"}:
        return Signature("conditional", "conditional", "", g)  # "will pay, provided that it drops its claims"
    if frame == "that" and (judged_so(t, i, g) or told_what(t, i, g)):
        return Signature("keep", "keep", "", g)
    if frame == "that" and unsaid(t, g):
        return Signature("possible", "possible", "", g)
    if frame == "inf" and believed_done(t, i, g):
        return Signature("possible", "possible", "possible", g)
    return None


def _unopened(t: Tree, i: int, g: int) -> Signature | None:
    """What a clause beside tells that no word of the table opens."""
    return called_false(t, i, g) or aimed_at(t, i, g) or accused_over(t, i, g) or advised_against(t, i, g)


def _adverbial(t: Tree, i: int, g: int) -> Signature:
    opened = opened_by(t, i, "clause")
    if opened is not None and opened[0] == "planned" and until_then(t, i, g, opened[1]):
        opened = ("keep", opened[1])
    if opened is not None and to_be_won(t, i, opened[1]):
        opened = ("possible", opened[1])
    if opened is None and (than := rather_than(t, i, g)) is not None:
        return Signature("not_happened", "not_happened", "", than)
    waited = waited_for(t, i, g, opened[1]) if opened is not None else _unopened(t, i, g)
    if waited is not None:
        return waited
    marks = [k for k in t.children(i, "mark") if t.low[k] == "to"]
    if opened is not None:
        mark = t.low[opened[1]]
        row = signatures().get((f"{t.tokens[g].lemma.lower()} {mark}", "v", "ing"))
        if row is not None:
            return Signature(*row, g)
        found = lookup(t, g, "ing") if mark in {"from", "of", "with", "for", "about"} else None
        if found is not None:
            return found
    if opened is not None and not (marks and opened[0] == "keep"):
        gives, word = opened
        if goes_along(t, i, word):
            gives = "along"
        return Signature(gives, gives, "", word)
    if marks:
        found = lookup(t, g, "inf")
        return found or Signature("planned", "possible", "", marks[0])
    first = inverted(t, i)
    if first is not None:  # "had they asked, it would have held": they did not; "should they ask"
        did = negated(t, i)  # "had they not asked"
        value = ("keep" if did else "contrary") if t.low[first] == "had" else "conditional"
        return Signature(value, value, "", first)
    begins = min((i, *t.children(i, "aux", "aux:pass")))  # "evaded being seized"
    behind = begins == g + 1 or (i == g + 2 and t.rel(i - 1) == "compound")
    taken = lookup(t, g, "ing") if behind and is_gerund(t, i) else None
    if taken is not None and not t.children(i, "mark", "case", "nsubj"):
        return taken  # "did not rule out closing it", taken for a clause beside
    if (
        t.low[i].endswith("ing")
        and i > g
        and not t.children(i, "mark", "case", "nsubj", "aux")
        and verb_at(t, i) is None
    ):
        return Signature("along", "keep", "", g)  # "will close two lines, cutting off the coast"
    return Signature("keep", "keep", "", g)


def _of_noun(t: Tree, i: int, g: int) -> Signature:
    """ "the plan to sell", "the belief that", "soldiers held at the base"."""
    marks = [t.low[k] for k in t.children(i, "mark")]
    if "whether" in marks:
        return Signature("possible", "possible", "", g)  # "a decision on whether to close the hall"
    if "to" in marks:
        if in_a_row(t, g) and lookup(t, g, "inf") is None:
            return Signature("along", "same", "", g)  # "is the first ship to dock", but "the latest effort to dock"
        return refused(t, g) or lookup(t, g, "inf") or Signature("planned", "not_happened", "", g)
    if "that" in marks or t.child(i, "nsubj") is not None:
        return denied(t, g) or lookup(t, g, "that") or Signature("keep", "keep", "", g)
    case = t.child(i, "mark", "case")
    if case is not None and t.low[case] in {"of", "for"}:
        return lookup(t, g, "of") or lookup(t, g, "inf") or Signature("keep", "keep", "", g)
    trouble = lookup(t, g, "in") if t.low[i].endswith("ing") else None
    return trouble or Signature("keep", "keep", "", g)
