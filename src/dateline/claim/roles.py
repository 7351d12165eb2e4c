"""Who does what to whom: the frame of a verb or of a noun that names an event.

In:   the tree of a sentence and the word that heads the event.
Out:  a Frame: logical subject, objects and prepositional parts, seen through passives, relative and reduced clauses,
      coordination, control and raising; as indices of words.
Room: claim. It knows nothing of what the words mean.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.tree import NOMINAL, Tree, base

RELATIVE: Final = frozenset({"who", "whom", "which", "that", "whose"})
# Verbs whose object does what the infinitive says: "asked the force to leave".
OBJECT_CONTROL: Final = word_list(
    "ask tell order force urge press push pressure persuade advise warn allow permit enable help invite instruct "
    "direct compel require request command want expect cause lead prompt encourage convince train deploy send "
    "authorize authorise forbid oblige beg implore challenge dare hire elect appoint nominate leave get summon "
    "recruit call see hear find watch let make have set"
)
LIST: Final = 14  # words between two verbs of a list
DEEP: Final = 12  # steps up a chain of control; more than any sentence a reader could follow
WIDE: Final = 8  # heads of one coordination


@dataclass(frozen=True, slots=True)
class Frame:
    """The parts of one event, as indices of the words that head them."""

    head: int
    subj: tuple[int, ...] = ()  # who does it, also through a passive's "by"
    obj: tuple[int, ...] = ()  # what it is done to
    iobj: tuple[int, ...] = ()  # to whom
    obls: tuple[tuple[str, int], ...] = ()  # (preposition, head)
    inf: int | None = None  # an infinitive it governs
    clause: int | None = None  # a "that" clause it governs
    pred: int | None = None  # what the object is called or made: "illegal" of "called it illegal"
    passive: bool = False
    noun: bool = False

    def at(self, *prepositions: str) -> tuple[int, ...]:
        """Heads that stand behind one of the prepositions."""
        return tuple(h for p, h in self.obls if p in prepositions)


def frame(tree: Tree, i: int) -> Frame:
    """The frame of word `i`, a verb (nouns: `noun_frame`)."""
    passive = is_passive(tree, i)
    subj, obj = _subjects(tree, i, passive)
    found = Frame(
        head=i,
        subj=subj,
        obj=obj or joined(tree, tuple(_antecedent(tree, i, k) for k in tree.children(i, "obj"))),
        iobj=joined(tree, tree.children(i, "iobj")),
        obls=_obliques(tree, i),
        inf=_infinitive(tree, i),
        pred=_predicative(tree, i),
        clause=next((k for k in tree.children(i, "ccomp") if tree.tokens[k].upos != "PUNCT"), None),
        passive=passive,
    )
    if passive:
        agents = joined(tree, tree.children(i, "obl:agent")) or found.at("by")
        rest = tuple(o for o in found.obls if o[0] != "by")
        second = joined(tree, tree.children(i, "obj"))
        found = replace(found, subj=agents or found.subj, obls=rest, iobj=found.iobj or (second and obj) or ())
        if second:  # "was given seven days": the subject is the receiver
            found = replace(found, obj=second)
    elif not found.obj and (small := _small_clause(tree, i)) is not None:  # "declared the presence illegal"
        found = replace(found, obj=joined(tree, (small,)), clause=None)
    elif found.iobj and not found.obj:  # "asked the force to leave", where the parser sees a receiver
        found = replace(found, obj=found.iobj, iobj=())
    return found


def _small_clause(tree: Tree, i: int) -> int | None:
    """The subject of an adjective or noun that the verb says of it, or None."""
    for k in tree.children(i, "ccomp", "xcomp"):
        if tree.tokens[k].upos in {"ADJ", "NOUN"} and not tree.children(k, "cop", "mark", "aux"):
            own = tree.child(k, "nsubj")
            if own is not None:
                return own
    return None


def _predicative(tree: Tree, i: int) -> int | None:
    """The noun or adjective that the verb says of its object, or None."""
    kids = tree.children(i, "xcomp", "ccomp")
    return next(
        (k for k in kids if tree.tokens[k].upos in {"ADJ", "NOUN", "PROPN"} and not tree.children(k, "cop")), None
    )


def is_passive(tree: Tree, i: int) -> bool:
    """Whether the verb is passive: by auxiliary, by subject, or as a participle after a noun ("troops sent home")."""
    kids = tree.kids[i][: WIDE * 4]
    labels = {tree.tokens[k].deprel for k in kids}
    if labels & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return True
    if labels & {"nsubj", "obj"}:
        return False
    word = tree.tokens[i]
    if word.deprel == "acl" and word.upos == "VERB":
        return participle(word.text, word.lemma)
    if base(word.deprel) == "conj":
        up = tree.up(i)
        same = up is not None and tree.tokens[up].upos == "VERB" and participle(word.text, word.lemma)
        return same and not labels & {"aux", "cop"} and up is not None and is_passive(tree, up)
    when = any(tree.tokens[k].text.lower() in {"when", "where", "while"} for k in kids)
    return word.deprel == "advcl" and participle(word.text, word.lemma) and not labels & {"mark", "aux"} and not when


def participle(text: str, lemma: str) -> bool:
    """Whether the form can be a past participle.

    >>> participle("ousted", "oust"), participle("severing", "sever"), participle("leave", "leave")
    (True, False, False)
    """
    return text.lower() != lemma and not text.lower().endswith(("ing", "s"))


def joined(tree: Tree, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Heads with those coordinated with them: "troops and equipment"."""
    out: list[int] = []
    for h in heads:
        out.append(h)
        out.extend(k for k in tree.children(h, "conj") if tree.tokens[k].upos in NOMINAL | {"NUM"})
    return tuple(dict.fromkeys(out))[:WIDE]


def _subjects(tree: Tree, i: int, passive: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Logical subject and object as far as the clause, or what governs it, gives them."""
    own = _own_subject(tree, i)
    if own:
        heads = joined(tree, tuple(_antecedent(tree, i, k) for k in own))
        return ((), heads) if passive else (heads, _gap(tree, i))
    rel = tree.tokens[i].deprel
    up = tree.up(i)
    if up is None:
        return (), ()
    if rel == "acl:relcl":
        return _reduced_relative(tree, up, passive)
    found = _inherited(tree, i, up, DEEP)
    return ((), found) if passive else (found, ())


def _own_subject(tree: Tree, i: int) -> tuple[int, ...]:
    """The subject that stands with the verb; of several that a wrong arc brought together, the nearest before it."""
    own = tree.children(i, "nsubj")
    before = [k for k in own if k < i]
    return (before[-1],) if len(own) > 1 and before else own[:1]


def _reduced_relative(tree: Tree, noun: int, passive: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A relative clause with no subject of its own: the noun is its subject, or its object in a passive."""
    heads = joined(tree, (noun,))[:1]
    return ((), heads) if passive else (heads, ())


def _gap(tree: Tree, i: int) -> tuple[int, ...]:
    """ "forces it has deployed": the noun is the object of a relative clause that lacks one."""
    up = tree.up(i)
    if up is None or tree.tokens[i].deprel != "acl:relcl" or tree.children(i, "obj", "ccomp", "xcomp"):
        return ()
    subjects = {tree.tokens[k].text.lower() for k in tree.children(i, "nsubj")}
    stranded = any(tree.tokens[k].text.lower() in {"where", "when", "why"} for k in tree.kids[i][:WIDE])
    return () if subjects & RELATIVE or stranded else (up,)


def _antecedent(tree: Tree, i: int, subject: int) -> int:
    """The noun a relative pronoun stands for, else the word itself."""
    word = tree.tokens[subject]
    if word.text.lower() not in RELATIVE or word.upos == "NOUN":
        return subject
    at: int | None = i
    for _ in range(DEEP):
        if at is None:
            break
        up = tree.up(at)
        if tree.tokens[at].deprel == "acl:relcl" and up is not None:
            return up
        at = up if base(tree.tokens[at].deprel) in {"conj", "xcomp", "ccomp"} else None
    return subject


def _inherited(tree: Tree, i: int, up: int, depth: int) -> tuple[int, ...]:
    """The understood subject of a clause that shows none, from what governs it."""
    if depth == 0:
        return ()
    rel = base(tree.tokens[i].deprel)
    waiting = _yet_to(tree, i)
    if waiting:
        return waiting
    first = joined_to(tree, i)
    if first is not None:
        rel, up = "conj", first
    governor = tree.tokens[up]
    if rel == "acl":
        if tree.tokens[i].text.lower() == tree.tokens[i].lemma and _marked_to(tree, i):
            return _of_noun(tree, up, depth - 1)  # "Niger's decision to expel", "announced plans to end"
        return (up,)
    if rel in {"xcomp", "ccomp", "advcl", "conj", "parataxis"} and governor.upos in {"VERB", "AUX", "ADJ"}:
        if rel == "ccomp" and not _marked_to(tree, i):
            return ()
        asked = rel in {"xcomp", "ccomp"} or (rel == "advcl" and _marked_to(tree, i))
        if asked and governor.lemma.lower() in OBJECT_CONTROL:
            patient = _patient(tree, up)
            if patient:
                return patient
        return subject_of(tree, up, depth - 1)
    if rel == "advcl" and governor.upos in NOMINAL:
        return subject_of(tree, up, depth - 1)
    return ()


def _yet_to(tree: Tree, i: int) -> tuple[int, ...]:
    """ "the council had yet to ask": the subject of "had", wherever the parser hung the two."""
    for k in range(i - 1, max(i - 5, 1), -1):
        if tree.tokens[k].text.lower() == "yet" and tree.tokens[k - 1].lemma.lower() == "have":
            own = _own_subject(tree, k - 1)
            beside = (k - 2,) if k > 1 and tree.tokens[k - 2].upos in NOMINAL else ()
            return joined(tree, own or beside)
    return ()


def joined_to(tree: Tree, i: int) -> int | None:
    """The verb that word `i` is joined to by "and" or a comma.

    The parser often hangs the second verb too high or too low: "asked them to leave and sought help" joins "sought" to
    "asked"; "has been calling for talks since officers seized power, ousted the president" joins "ousted" to "seized".
    """
    up = tree.up(i)
    if up is None or base(tree.tokens[i].deprel) not in {"conj", "advcl", "parataxis"}:
        return None
    if base(tree.tokens[i].deprel) == "conj":
        up = _finite(tree, i, up)
    if not _plain_past(tree, i) or _plain_past(tree, up) or up > i or tree.children(i, "nsubj", "mark", "advmod"):
        return up if base(tree.tokens[i].deprel) == "conj" else None
    for k in range(i - 1, max(up, i - LIST), -1):
        if _plain_past(tree, k) and tree.children(k, "nsubj"):
            return k
    return up if base(tree.tokens[i].deprel) == "conj" else None


def _plain_past(tree: Tree, i: int) -> bool:
    """Whether the word is a verb in the simple past, in the active."""
    word = tree.tokens[i]
    return word.upos == "VERB" and participle(word.text, word.lemma) and not tree.children(i, "aux", "cop")


def _finite(tree: Tree, i: int, up: int) -> int:
    """ "asked them to leave and sought help": a finite verb is not joined to the infinitive before it, but to what
    governs that, wherever the parser hung it."""
    word = tree.tokens[i]
    for _ in range(DEEP):
        above = tree.up(up)
        base_form = word.text.lower() == word.lemma.lower() or word.text.lower().endswith("ing")
        if base_form or above is None or not _marked_to(tree, up):
            break
        up = above
    return up


def subject_of(tree: Tree, i: int, depth: int = DEEP) -> tuple[int, ...]:
    """What stands in the subject's place of word `i`, grammatical or understood."""
    own = _own_subject(tree, i)
    if own:
        return joined(tree, tuple(_antecedent(tree, i, k) for k in own))
    up = tree.up(i)
    if up is None or depth == 0:
        return ()
    if tree.tokens[i].deprel == "acl:relcl":
        return (up,)
    return _inherited(tree, i, up, depth)


def _patient(tree: Tree, i: int) -> tuple[int, ...]:
    """Whom a verb of control acts on: its object, or its subject where it is passive."""
    if is_passive(tree, i):
        return subject_of(tree, i)
    return joined(tree, tree.children(i, "obj")) or joined(tree, tree.children(i, "iobj"))


def _of_noun(tree: Tree, noun: int, depth: int) -> tuple[int, ...]:
    """Whose decision, plan or attempt it is: the possessor, else the subject of the verb that governs the noun."""
    owner = tree.children(noun, "nmod:poss")
    if owner:
        return joined(tree, owner)
    for k in tree.children(noun, "nmod"):
        case = tree.child(k, "case")
        if case is not None and tree.tokens[case].text.lower() in {"by", "of"}:
            return joined(tree, (k,))
    up = tree.up(noun)
    if up is not None and base(tree.tokens[noun].deprel) == "obj":
        return subject_of(tree, up, depth)
    return ()


def _marked_to(tree: Tree, i: int) -> bool:
    return any(tree.tokens[k].text.lower() == "to" for k in tree.children(i, "mark"))


def _infinitive(tree: Tree, i: int) -> int | None:
    return next((k for k in tree.children(i, "xcomp", "ccomp") if _marked_to(tree, k)), None)


def preposition(tree: Tree, i: int) -> str:
    """The preposition in front of word `i`, its fixed parts joined: "from", "because of"; "" where there is none."""
    case = tree.child(i, "case")
    if case is None:
        return ""
    words = [case, *tree.children(case, "fixed")]
    return " ".join(tree.tokens[k].text.lower() for k in words)


def _obliques(tree: Tree, i: int) -> tuple[tuple[str, int], ...]:
    out: list[tuple[str, int]] = []
    for k in tree.children(i, "obl", "nmod"):
        word = preposition(tree, k)
        if word:
            out.extend((word, h) for h in joined(tree, (k,)))
    return tuple(out[: WIDE * 2])


def noun_frame(tree: Tree, i: int, of: str, possessor: str) -> Frame:
    """The frame of a noun that names an event.

    `of` is what "of X" is to it ("object", "actor"); `possessor` is what "X's" is where no "of" stands beside it.
    """
    subj: list[int] = []
    obj: list[int] = []
    obls: list[tuple[str, int]] = []
    for k in tree.children(i, "nmod", "obl"):
        word, heads = preposition(tree, k), joined(tree, (k,))
        if tree.tokens[k].deprel == "nmod:poss":
            continue
        if word == "of" or (word == of and word):
            (subj if of == "actor" else obj).extend(heads)
            inside = _obliques(tree, k)
            obls.extend(o for o in inside if o[0] not in {"of", "by"})  # "of troops from the valley"
            subj.extend(h for word, h in inside if word == "by")
        elif word == "by":
            subj.extend(heads)
        elif word:
            obls.extend((word, h) for h in heads)
    owners = joined(tree, tree.children(i, "nmod:poss"))
    owners = tuple(k for k in owners if k + 1 not in owners)  # "President Roe's", hung as two
    owner_acts = bool(obj) or of == "actor" or possessor == "actor"
    (subj if owner_acts else obj).extend(owners)
    for k in tree.children(i, "compound"):
        if tree.tokens[k].upos == "PROPN":
            (subj if not subj else obj).append(k)
        elif not obj:
            (subj if of == "actor" else obj).append(k)
    return Frame(head=i, subj=tuple(subj[:WIDE]), obj=tuple(obj[:WIDE]), obls=tuple(obls[: WIDE * 2]), noun=True)
