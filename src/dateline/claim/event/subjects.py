"""Who does what a verb says, where the sentence says it only once.

In:   the tree of a sentence and the index of a verb.
Out:  its subject, its own or understood: through relative and participle clauses, coordination, control and raising.
Room: claim. It knows nothing of what the words mean.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.antecedents import DEEP, LIST, RELATIVE, antecedent
from dateline.claim.event.beside_it import (
    is_sum,
    judged,
    marked_from,
    of_noun_before,
    right_before,
    said_behind,
)
from dateline.claim.event.finite import finite_before, harm_before, plain_past, said_before
from dateline.claim.event.passive import WIDE, is_passive
from dateline.claim.lexis import event_nouns, word_list
from dateline.claim.tree import NOMINAL, Tree, base, in_a_row, marked_to, negated
from dateline.claim.wording.forms import noun_lemma

# Verbs whose object does what the infinitive says: "asked the force to leave".
OBJECT_CONTROL: Final = word_list(
    "ask tell order force urge press push pressure persuade advise warn allow permit enable help invite instruct "
    "direct compel require request command want expect cause lead prompt encourage convince train deploy send "
    "authorize authorise forbid oblige beg implore challenge dare hire elect appoint nominate leave keep get summon "
    "recruit pay bribe hire appeal plead wait rely count prevail give call see hear find watch let make have set "
    "project forecast name pick choose designate"
)
OF_OTHERS: Final = word_list(
    "report reveal describe cite mention leak publish oppose reject criticise criticize condemn see fear suspect "
    "allege elude evade escape avoid thwart foil survive resist defy block hamper hinder complicate expose uncover "
    "welcome praise back support affect impede frustrate derail disrupt undermine jeopardise imperil endanger"
)
AIMS: Final = word_list(
    "plan aim goal strategy purpose idea intention task job mission objective challenge proposal tactic ambition "
    "mandate duty role way answer solution remedy option choice"
)
HELD: Final = word_list("intention hope idea prospect thought")  # "has no intention of raising its bid"
PRESSING: Final = word_list("pressure call demand incentive need temptation case")  # "raised calls to close it"
RAISING: Final = word_list("raise increase add fuel renew spark trigger prompt heighten intensify revive create")
TRIES: Final = word_list("bid effort attempt move")
# Verbs that judge somebody for what they did: "accused them of leaving", "fined him for dumping oil".
APPEALING: Final = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "wait": ("for",), "rely": ("on",),
                    "count": ("on",), "prevail": ("on", "upon")}  # fmt: skip
JUDGING: Final = word_list(
    "accuse suspect blame criticise criticize praise thank fine punish jail imprison arrest sentence convict acquit "
    "charge sue condemn sanction penalise penalize rebuke indict try detain hold prosecute expel suspend ban dock "
    "dismiss fire sack award honour honor commend forgive pardon reprimand investigate"
)
HINDERING: Final = word_list("prevent stop bar ban keep block deter discourage prohibit dissuade hinder")
WHENS: Final = word_list("day night week month year moment time way reason hour")


def joined(tree: Tree, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Heads with those coordinated with them: "troops and equipment", but "the judges, not their president"."""
    out: list[int] = []
    for h in heads:
        out.append(h)
        more = (k for k in tree.children(h, "conj") if tree.tokens[k].upos in NOMINAL | {"NUM"})
        more = (k for k in more if not _short_for(tree, k))
        out.extend(k for k in more if not any(tree.low[n] == "not" for n in tree.children(k, "advmod")))
    return tuple(dict.fromkeys(out))[:WIDE]


def _short_for(tree: Tree, k: int) -> bool:
    """ "severe acute fever, or SAF": the same again in capitals."""
    either = any(tree.low[c] == "or" for c in tree.children(k, "cc"))
    return either and len(tree.tokens[k].text) > 1 and tree.tokens[k].text.isupper()


def subjects(tree: Tree, i: int, passive: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Logical subject and object as far as the clause, or what governs it, gives them."""
    own = own_subject(tree, i)
    if own and _not_who(tree, i, own[0]):
        return (), ()  # "it was not the rebels who blew it up": nobody is named who did
    if own and _is_aim(tree, i, own[0]):
        return (), ()  # "the plan was to seize it": nobody is named whose it was
    if own:
        heads = joined(tree, tuple(antecedent(tree, i, k) for k in own))
        return ((), heads) if passive else (heads, _gap(tree, i))
    rel = tree.tokens[i].deprel
    up = tree.up(i)
    if up is None:
        return (), ()
    if rel == "acl:relcl":
        whose = up < i and "whose" in tree.low[up:i]  # "Ott, whose speech sparked protests": not Ott himself
        return ((), ()) if whose else _reduced_relative(tree, up, passive)
    if rel == "acl" and marked_to(tree, i) and in_a_row(tree, up):
        return _reduced_relative(tree, _named_as(tree, up), passive)  # "the first woman to lead the bank"
    found = _inherited(tree, i, up, DEEP)
    return ((), of_noun_before(tree, i, found)) if passive else (found, ())


def _not_who(tree: Tree, i: int, subject: int) -> bool:
    """ "It was not the rebels who": whether the relative's noun is said not to be the one."""
    up = tree.up(i)
    relative = tree.tokens[i].deprel == "acl:relcl" and tree.low[subject] in RELATIVE
    it = next(iter(tree.children(up, "expl", "nsubj")), None) if up is not None else None
    if up is None or not relative or it is None or tree.low[it] not in {"it", "this", "that"}:
        return False
    if not tree.children(up, "cop"):
        return False
    return negated(tree, up)


def _is_aim(tree: Tree, i: int, subject: int) -> bool:
    """ "plan" of "their plan was to seize it": what somebody is to do, and not who does it."""
    word = tree.tokens[subject]
    return word.deprel == "nsubj:outer" and word.lemma.lower() in AIMS and marked_to(tree, i)


def own_subject(tree: Tree, i: int) -> tuple[int, ...]:
    """The subject that stands with the verb; of several that a wrong arc brought together, the nearest before it."""
    own = tree.children(i, "nsubj")
    if own and _is_aim(tree, i, own[0]):
        return tree.children(own[0], "nmod:poss") or own[:1]  # "the rebels' plan was to seize it": the rebels
    before = [k for k in own if k < i]
    if not own:
        objects = [k for k in tree.children(i, "obj") if not tree.children(k, "case")]
        if len(objects) > 1 and objects[0] < i < objects[-1] and tree.low[objects[0]] not in RELATIVE:
            return (objects[0],)  # "that a fault caused the fire", where the parser sees two objects
        return _after_whom(tree, i)
    if len(before) > 1 and (_name_behind(tree, before[0], before[-1]) or _in_aside(tree, i, before[0], before[-1])):
        return tuple(before[:1])
    return (before[-1],) if len(own) > 1 and before else own[:1]


def _in_aside(tree: Tree, verb: int, first: int, second: int) -> bool:
    """ "The author, who won the prize in 2021, died", "Brask, once the biggest maker of bells, was sold": what stands
    between the two commas behind the subject is no second one."""
    opened = next((k for k in range(first + 1, second) if tree.tokens[k].text == ","), None)
    closed = opened is not None and any(tree.tokens[k].text == "," for k in range(second, verb))
    return opened is not None and closed and tree.low[opened + 1] in {"who", "which", "once", "formerly", "now", "long"}


def _name_behind(tree: Tree, noun: int, name: int) -> bool:
    """ "Shares in carmaker Vantor fell", where the parser sees two subjects: the name goes with the noun before it."""
    plain = tree.tokens[name - 1].upos == "NOUN" and tree.tokens[name - 1].text.islower()  # not "of Defense Roe"
    inside = plain and tree.tokens[name].upos == "PROPN" and noun < name - 1
    return inside and noun in tree.ancestors(name - 1, 3) and tree.right[noun] == name - 1


def _after_whom(tree: Tree, i: int) -> tuple[int, ...]:
    """ "after a ship hit the bridge", where the parser takes "after a ship" for a phrase: the ship is the subject."""
    if tree.rel(i) != "advcl" or tree.children(i, "mark") or tree.low[i].endswith("ing"):
        return ()
    for k in tree.children(i, "obl"):
        case = tree.child(k, "case")
        if k < i and case is not None and tree.low[case] in {"after", "before", "since", "until"}:
            return (k,)
    return ()


def _reduced_relative(tree: Tree, noun: int, passive: bool) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """A relative clause with no subject of its own: the noun is its subject, or its object in a passive."""
    heads = joined(tree, (noun,))[:1]
    return ((), heads) if passive else (heads, ())


def _gap(tree: Tree, i: int) -> tuple[int, ...]:
    """ "forces it has deployed": the noun is the object of a relative clause that lacks one."""
    up = tree.up(i)
    if up is None or tree.tokens[i].deprel != "acl:relcl" or tree.children(i, "obj", "ccomp", "xcomp"):
        return ()
    if tree.tokens[up].lemma.lower() in WHENS:
        return ()  # "the day they took over"
    first = tree.children(i, "nsubj")
    if len(first) > 1 and any(tree.low[k] == "whose" for k in tree.children(first[0], "nmod")):
        return first[:1]  # "whose office police raided"
    if any(tree.low[k] == "whose" for n in first for k in tree.children(n, "nmod")):
        return ()  # "Ott, whose term ends in July": his term, and not he
    subjects = {tree.low[k] for k in tree.children(i, "nsubj")}
    stranded = any(
        tree.low[k] in {"where", "when", "why"}
        or (tree.low[k] in {"which", "whom"} and tree.tokens[k - 1].upos == "ADP")  # "a deal under which"
        for k in tree.kids[i][:WIDE]
    )
    return () if subjects & RELATIVE or stranded else (up,)


def _inherited(tree: Tree, i: int, up: int, depth: int) -> tuple[int, ...]:
    """The understood subject of a clause that shows none, from what governs it."""
    if depth == 0:
        return ()
    rel = base(tree.tokens[i].deprel)
    if waiting := _yet_to(tree, i):
        return waiting
    first = joined_to(tree, i)
    if first is not None:
        rel, up = "conj", first
    owner = _whose_way(tree, i) if rel == "advcl" else ()
    if rel == "advcl" and (owner or (whose := right_before(tree, i)) is not None or said_behind(tree, i, up)):
        return owner or (() if whose is None else (whose,))
    if rel == "advcl" and _trailing(tree, i):
        up = _finite_above(tree, up)
    governor = tree.tokens[up]
    if rel == "acl":
        held = tree.tokens[up].lemma.lower() in HELD and tree.low[i].endswith("ing")
        if held or (tree.low[i] == tree.tokens[i].lemma and marked_to(tree, i)):
            return _of_noun(tree, up, depth - 1)  # "Niger's decision to expel", "announced plans to end"
        return (_named_as(tree, up),)
    if rel in {"xcomp", "ccomp", "advcl", "conj", "parataxis"} and governor.upos in {"VERB", "AUX", "ADJ"}:
        if rel == "ccomp" and not marked_to(tree, i):
            noun = tree.up(up) if governor.deprel == "acl:relcl" and tree.children(up, "nsubj") else None
            return (
                (noun,) if noun is not None and not tree.children(i, "expl", "csubj") else ()
            )  # "that it said strayed"
        hindered = rel in {"advcl", "ccomp", "obl"} and governor.lemma.lower() in HINDERING and marked_from(tree, i)
        whom = rel in {"advcl", "xcomp"} and governor.lemma.lower() in JUDGING and judged(tree, i)
        if hindered or whom:
            return _patient(tree, up) or subject_of(tree, up, depth - 1)
        asked = rel in {"xcomp", "ccomp"} or (rel == "advcl" and marked_to(tree, i))
        spent = governor.lemma.lower() == "take" and bool(tree.children(up, "expl"))  # "it took them hours to reach it"
        if asked and (spent or governor.lemma.lower() in OBJECT_CONTROL):
            patient = tuple(k for k in _patient(tree, up) if not is_sum(tree, k))
            if patient:
                return patient
        return subject_of(tree, up, depth - 1)
    return subject_of(tree, up, depth - 1) if rel == "advcl" and governor.upos in NOMINAL else ()


def _whose_way(tree: Tree, i: int) -> tuple[int, ...]:
    """ "Praised Brask for his bravery in agreeing to meet": whose bravery it was, not the one who praised."""
    mark = tree.child(i, "mark", "case")
    noun = mark - 1 if mark is not None and tree.low[mark] in {"in", "of", "at"} else -1
    if noun < 0 or tree.tokens[noun].upos != "NOUN" or not tree.low[i].endswith("ing"):
        return ()
    return tree.children(noun, "nmod:poss")


def _named_as(tree: Tree, noun: int) -> int:
    """ "Arlen is the only city held by the rebels", "Kenya became the first country to ratify it": the name that is
    said to be the noun or to become it, else the noun."""
    own = tree.child(noun, "nsubj") if tree.child(noun, "cop") is not None else None
    up = tree.up(noun)
    if own is None and up is not None and tree.tokens[up].lemma.lower() == "become" and noun > up:
        own = tree.child(up, "nsubj")
    return own if own is not None and tree.tokens[own].upos == "PROPN" else noun


def which_became(tree: Tree, i: int) -> int | None:
    """ "Became", of "Kenya became the third country to ratify it", asked of the ratifying: that is what happened."""
    noun = tree.up(i)
    verb = tree.up(noun) if noun is not None else None
    if noun is None or verb is None or tree.rel(i) != "acl" or not marked_to(tree, i):
        return None
    return verb if in_a_row(tree, noun) and tree.tokens[verb].lemma.lower() == "become" and noun > verb else None


def _yet_to(tree: Tree, i: int) -> tuple[int, ...]:
    """ "the council had yet to ask": the subject of "had", wherever the parser hung the two."""
    for k in range(i - 1, max(i - 5, 1), -1):
        if tree.low[k] == "yet" and tree.tokens[k - 1].lemma.lower() == "have":
            own = own_subject(tree, k - 1)
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
    if base(tree.tokens[i].deprel) == "conj" and up > i:  # "shut the mill and sent men home, the owner said"
        before = (k for k in range(i - 1, max(-1, i - LIST), -1) if tree.tokens[k].upos == "VERB" and k != up)
        return next((k for k in before if plain_past(tree, k) or tree.children(k, "nsubj")), None)
    if base(tree.tokens[i].deprel) == "conj":
        up = finite_before(tree, i, up)
        up = said_before(tree, i, up)
    if plain_past(tree, i) and (harm := harm_before(tree, i, up)) is not None and not tree.children(i, "nsubj"):
        return harm
    if not plain_past(tree, i) or plain_past(tree, up) or up > i or tree.children(i, "nsubj", "mark", "advmod"):
        return up if base(tree.tokens[i].deprel) == "conj" else None
    for k in range(i - 1, max(up, i - LIST), -1):
        if plain_past(tree, k) and tree.children(k, "nsubj"):
            return k
    return up if base(tree.tokens[i].deprel) == "conj" else None


def _trailing(tree: Tree, i: int) -> bool:
    """ "asked them to leave, severing ties": a participle behind a comma says more of what the sentence tells."""
    word = tree.low[i]
    return word.endswith("ing") and i > 0 and tree.tokens[i - 1].text == "," and not tree.children(i, "nsubj", "mark")


def _finite_above(tree: Tree, up: int) -> int:
    """The verb that governs an infinitive, through as many as stand between."""
    for _ in range(DEEP):
        above = tree.up(up)
        if above is None or not marked_to(tree, up) or tree.tokens[above].upos != "VERB":
            break
        up = above
    return up


def subject_of(tree: Tree, i: int, depth: int = DEEP) -> tuple[int, ...]:
    """What stands in the subject's place of word `i`, grammatical or understood."""
    own = own_subject(tree, i)
    if own:
        return joined(tree, tuple(antecedent(tree, i, k) for k in own))
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
    if tree.tokens[i].lemma.lower() == "give" and tree.children(i, "iobj"):
        return joined(tree, tree.children(i, "iobj"))  # "giving her 48 hours to leave"
    case = APPEALING.get(tree.tokens[i].lemma.lower())
    called = (
        [k for k in tree.children(i, "obl") if any(tree.low[c] in case for c in tree.children(k, "case"))]
        if case
        else []
    )
    if called:
        return joined(tree, tuple(called[:1]))  # "called on its supporters to stay at home"
    named = tuple(k for k in tree.children(i, "xcomp") if tree.tokens[k].upos == "PROPN" and k > i)
    patient = tree.children(i, "obj") or named or tree.children(i, "iobj")  # "named Ann Roe to replace him"
    patient = patient or tuple(k for k in tree.children(i, "expl") if k == i + 1)  # "expect it to cut the rate"
    return joined(tree, tuple(antecedent(tree, i, k) for k in patient))  # "whom it accuses of spying"


def _unconfirmed(tree: Tree, verb: int) -> bool:
    """ "The agency could not confirm plans to close the mill": who cannot say so has no such plans."""
    above = tree.up(verb)
    unable = above is not None and tree.low[above] == "unable"
    return tree.tokens[verb].lemma.lower() in {"confirm", "verify"} and (unable or negated(tree, verb))


def _only_happens(tree: Tree, noun: int) -> bool:
    """ "The vote delayed efforts to free them": what only happens has no plans of its own."""
    word = tree.tokens[noun]
    return word.upos == "NOUN" and noun_lemma(word.text, word.lemma.lower()) in event_nouns()


def _of_noun(tree: Tree, noun: int, depth: int) -> tuple[int, ...]:
    """Whose decision, plan or attempt it is: the possessor, else the subject of the verb that governs the noun."""
    owner = tree.children(noun, "nmod:poss")
    if owner:
        return joined(tree, owner)
    for k in tree.children(noun, "nmod"):
        case = tree.child(k, "case")
        if case is not None and tree.low[case] in {"by", "of"}:
            return joined(tree, (k,))
    if tree.children(noun, "cop"):
        return subject_of(tree, noun, depth) or joined(tree, tree.children(noun, "expl"))  # "it is in talks to buy"
    up = tree.up(noun)
    if up is not None and base(tree.tokens[noun].deprel) == "obj":
        if tree.tokens[up].lemma.lower() in OF_OTHERS or _unconfirmed(tree, up):
            return ()  # "the paper reported a plan to move the base"
        told = subject_of(tree, up, depth)
        raised = tree.tokens[noun].lemma.lower() in PRESSING and tree.tokens[up].lemma.lower() in RAISING
        return () if raised or (told and _only_happens(tree, told[0])) else told
    tries = tree.tokens[noun].lemma.lower() in TRIES and base(tree.tokens[noun].deprel) == "obl"
    return subject_of(tree, up, depth) if up is not None and tries else ()  # "sold reserves in a bid to prop it up"
