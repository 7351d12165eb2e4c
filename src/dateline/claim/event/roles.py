"""Who does what to whom: the frame of a verb or of a noun that names an event.

In:   the tree of a sentence and the word that heads the event.
Out:  a Frame: logical subject, objects and prepositional parts, seen through passives and relative clauses; as indices
      of words.
Room: claim. It knows nothing of what the words mean.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.event.antecedents import antecedent
from dateline.claim.event.beside_it import shared_object
from dateline.claim.event.passive import WIDE, is_passive, participle
from dateline.claim.event.subjects import joined, subjects
from dateline.claim.lexis import event_nouns, word_list
from dateline.claim.tree import Tree, asked_often, marked_to

MEANS: Final = word_list(
    "sea air land road rail water plane helicopter aircraft airlift ferry lorry ship boat train bus car truck foot "
    "hand phone telephone email e-mail mail post letter radio satellite telex fax decree vote consensus law default "
    "mistake accident force surprise acclamation proxy ballot referendum"
)
COUNTS: Final = frozenset({"vote", "majority", "margin", "acclamation", "show"})  # "by a vote of 50 to 48"
MEASURES: Final = word_list(
    "foot feet inch yard mile meter metre kilometer kilometre percent percentage point ton tonne degree dollar euro "
    "day week month year hour minute"
)
NAMING: Final = word_list("appoint name elect install nominate confirm select choose")
CALLED: Final = word_list("call dub brand label deem consider term declare")  # "called the deal a betrayal"
TERMS: Final = word_list("year month week day hour")
MOVING: Final = word_list("rise fall jump drop slide climb plunge gain lose surge tumble sink slump soar dip add shed")
DASHED: Final = frozenset({"to", "-", "–"})
OWN: Final = frozenset({"its", "their", "his", "her"})
SPAN: Final = 3  # words from a verb to the stretch that is its object
SPENT: Final = word_list(
    "detention prison custody jail exile captivity hiding office power hospital sea talk negotiation arrest post"
)
SIDES: Final = frozenset({"anti", "pro", "non", "ex"})
COMPANY: Final = frozenset({"along", "together"})  # "along with"
HALVES: Final = frozenset({"half", "a"})  # "up to half of the crew", "up to a third"
# Verbs whose form in -ing tells what is done no more, or not at all.
CEASING: Final = word_list("stop cease quit halt discontinue avoid escape consider oppose deny mull contemplate risk")
# Verbs that an infinitive completes: it is never only their purpose.
COMPLETED: Final = word_list("vote agree decide offer threaten refuse promise pledge vow decline opt resolve")
SEASONS: Final = frozenset({"season", "term", "round", "matchday", "semester"})  # what can be held


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
    subj, obj = subjects(tree, i, passive)
    direct, given, wrong = _objects(tree, i)
    direct = direct or (() if passive else shared_object(tree, i))
    if not passive and direct and all(tree.children(k, "case") for k in direct):
        meant = _mislabelled_object(tree, i)  # "arrested ten over a murder", where "over a murder" is the object
        direct, wrong = (meant, (*wrong, *direct)) if meant else (direct, wrong)
    found = Frame(
        head=i,
        subj=subj,
        obj=obj or joined(tree, tuple(antecedent(tree, i, k) for k in direct)),
        iobj=joined(tree, tree.children(i, "iobj") or given),
        obls=_obliques(tree, i, wrong),
        inf=_infinitive(tree, i),
        pred=_predicative(tree, i),
        clause=next((k for k in tree.children(i, "ccomp") if tree.tokens[k].upos != "PUNCT"), None),
        passive=passive,
    )
    if not passive and not found.obj and not found.iobj:
        meant = _mislabelled_object(tree, i)
        found = replace(found, obj=meant, obls=tuple(o for o in found.obls if o[1] not in meant))
    if passive:
        agents = tuple(
            k for k in joined(tree, _agents(tree, i)) or found.at("by") if not (_idle(tree, k) or _in_turn(tree, k))
        )
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


def _in_turn(tree: Tree, k: int) -> bool:
    """ "Lifted step by step", "freed one by one": how it is done, and by nobody."""
    return k > 1 and tree.low[k - 1] == "by" and tree.low[k - 2] == tree.low[k]


def _agents(tree: Tree, i: int) -> tuple[int, ...]:
    """By whom it is done; what stands behind another preposition does nothing: "was sworn in as governor"."""
    found = tuple(k for k in tree.children(i, "obl:agent") if preposition(tree, k) in {"by", ""})
    return found or tuple(k for k in tree.children(i, "advcl") if k > i and _deed(tree, k))


def _deed(tree: Tree, k: int) -> bool:
    """ "was broken by shelling", where the parse sees a clause: an -ing form without an object names a deed."""
    by = any(tree.low[m] == "by" and m == k - 1 for m in tree.children(k, "mark"))
    return by and tree.low[k] in event_nouns() and not tree.children(k, "obj", "xcomp")


def _idle(tree: Tree, k: int) -> bool:
    """Whether what stands behind "by" does nothing: a measure, or by what means: "evacuated by sea and air"."""
    bare = tree.low[k] in MEANS and not tree.children(k, "det", "amod", "nmod", "compound", "nummod")
    return _measure(tree, k) or bare or tree.tokens[k].lemma.lower() in COUNTS


def _measure(tree: Tree, k: int) -> bool:
    """ "widened by 50 feet": a measure does nothing."""
    counted = bool(tree.children(k, "nummod", "compound"))
    word = tree.tokens[k]
    return word.upos in {"SYM", "NUM"} or (counted and bool({word.lemma.lower(), word.text.lower()} & MEASURES))


def _objects(tree: Tree, i: int) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
    """What the parser calls objects: the object, who receives it, and what stands behind a preposition.

    "sent the agency the same words" has two bare objects: the first receives the second.
    """
    objects = tuple(k for k in tree.children(i, "obj") if not _score(tree, k))
    taken = lent(tree, i)
    objects = tuple(k for k in objects if k not in taken) or _borrowed(tree, i)
    bare = tuple(k for k in objects if not tree.children(k, "case") and (k > i or len(objects) == 1))
    wrong = tuple(k for k in objects if k not in bare and k > i) if bare else ()
    if len(bare) == 2 and i < bare[0]:
        if _next_clause(tree, *bare) or tree.tokens[i].lemma.lower() in CALLED:
            return bare[:1], (), wrong
        if not any(tree.tokens[k].text == "," for k in range(bare[0], bare[1])):
            return bare[1:], bare[:1], wrong
    return bare or objects, (), wrong


def _next_clause(tree: Tree, first: int, second: int) -> bool:
    """ "sank the ferry, an act that shook the town", "gave ten tents and Narvia is sending more": a second noun behind
    a comma or its own "and" is no object of the verb."""
    joined_on = any(k > first for k in tree.children(second, "cc"))
    apart = any(tree.tokens[k].text == "," for k in range(first, second))
    return joined_on or (apart and bool(tree.children(second, "acl", "det")))


def _score(tree: Tree, k: int) -> bool:
    """ "voted 54 to 41", "voted 54-41": two numbers are no thing."""
    numbers = [n for n in tree.children(k, "nmod") if tree.tokens[n].upos == "NUM" and preposition(tree, n) in DASHED]
    return tree.tokens[k].upos == "NUM" and bool(numbers)


def lent(tree: Tree, i: int) -> tuple[int, ...]:
    """ "pounded the enclave, killing five people": an object behind an -ing form is not the first verb's."""
    objects = tree.children(i, "obj")
    if len(objects) < 2:
        return ()
    return tuple(k for v in tree.children(i, "advcl") for k in objects if objects[0] < v < k and _takes(tree, v, k))


def _takes(tree: Tree, v: int, k: int) -> bool:
    """Whether nothing but the words of a noun phrase stands between the -ing form and the noun."""
    alone = tree.low[v].endswith("ing") and not tree.children(v, "obj")
    return alone and k - v < 6 and not any(tree.tokens[m].upos in {"PUNCT", "VERB"} for m in range(v + 1, k))


def _borrowed(tree: Tree, i: int) -> tuple[int, ...]:
    """The object that a participle's governor holds for it, see `lent`."""
    up = tree.up(i)
    if up is None or tree.rel(i) != "advcl" or up > i:
        return ()
    return tuple(k for k in lent(tree, up) if _takes(tree, i, k))


def _stops(tree: Tree, m: int) -> bool:
    """Whether the word parts two phrases: a comma does, "if" does, the hyphens of "a 20-year-old man" do not."""
    if tree.tokens[m].upos == "SCONJ" and tree.tokens[m].deprel == "mark":
        return True
    return tree.tokens[m].upos == "PUNCT" and tree.tokens[m].text not in {"-", "–", "/"}


def _mislabelled_object(tree: Tree, i: int) -> tuple[int, ...]:
    """A bare noun behind the verb that the parser took for a second subject or an adverbial: its object."""
    subjects_before = any(k < i for k in tree.children(i, "nsubj"))
    for k in tree.children(i, "nsubj", "obl"):
        label = tree.tokens[k].deprel
        bare = label == "obl" and not preposition(tree, k) and tree.tokens[k].upos == "NOUN"
        bare = bare or (label == "obl:unmarked" and tree.tokens[k].upos == "ADJ" and bool(tree.children(k, "det")))
        bare = bare or (label == "obl" and _is_titled(tree, k))
        bare = bare or (label == "obl:unmarked" and _span_of(tree, i, k))
        second = label in {"nsubj", "nsubj:pass"} and subjects_before and not tree.children(k, "case")
        bare = bare or (label == "obl:unmarked" and _is_a_season(tree, k))
        bare = bare or (label == "obl" and any(up_to(tree, c) for c in tree.children(k, "case")))
        if k > i and (second or bare) and not any(_stops(tree, m) for m in range(i + 1, k)):
            return joined(tree, (k,))  # behind a comma stands who says so: "ran aground, the port said"
    for k in tree.children(i, "xcomp", "obl:agent", "ccomp"):  # "named Dana Reyes as its chief"
        name = tree.tokens[k].upos == "PROPN" and not tree.children(k, "case", "cop", "mark", "nsubj")
        if k > i and name and not any(tree.tokens[m].upos in {"PUNCT", "VERB", "ADP"} for m in range(i + 1, k)):
            return joined(tree, (k,))
    for k in tree.children(i, "obl"):  # "has appointed as president Dr. Ann Roe"
        titled = any(tree.tokens[m].deprel == "nmod:desc" for m in tree.children(k, "nmod"))
        if k > i and tree.tokens[i].lemma.lower() in NAMING and titled and preposition(tree, k) == "as":
            return (k,)
    for k in tree.children(i, "ccomp"):  # "announced plans to end it", where the parser sees a clause
        if k > i and tree.tokens[k].upos == "NOUN" and not tree.children(k, "nsubj", "cop", "mark"):
            return joined(tree, (k,))
    return ()


def _is_titled(tree: Tree, k: int) -> bool:
    """ "Arrested opposition leader Samuel Odira", where the parser sees when or how: a name behind its post is who."""
    name = tree.tokens[k].upos == "PROPN" and not tree.children(k, "case")
    return name and any(m < k and tree.tokens[m].upos == "NOUN" for m in tree.children(k, "nmod:desc"))


def _is_a_season(tree: Tree, k: int) -> bool:
    """ "Halted the league season", where the parser sees when it did so; "this season" is when."""
    return tree.tokens[k].lemma.lower() in SEASONS and any(
        tree.low[m] in {"the", "its", "their"} for m in tree.children(k, "det", "nmod:poss")
    )


def _span_of(tree: Tree, i: int, k: int) -> bool:
    """ "declared two days of mourning", "entered its third week": a stretch of something, right behind the verb."""
    word = tree.tokens[k]
    far = word.lemma.lower() == "percent" or word.text == "%"
    if far and tree.tokens[i].lemma.lower() in MOVING and k - i <= SPAN:
        return True  # "fell 6 percent"
    span = tree.tokens[k].lemma.lower() in TERMS | MEASURES and k - i <= SPAN
    own = word.lemma.lower() in TERMS and any(tree.low[m] in OWN for m in tree.children(k, "nmod:poss"))
    return span and (own or any(preposition(tree, m) == "of" for m in tree.children(k, "nmod")))


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


def _infinitive(tree: Tree, i: int) -> int | None:
    found = next((k for k in tree.children(i, "xcomp", "ccomp") if k > i and marked_to(tree, k)), None)
    if found is None and tree.tokens[i].lemma.lower() in COMPLETED:  # "voted 54 to 41 to strip her of immunity"
        found = next((k for k in tree.children(i, "advcl") if k > i and marked_to(tree, k)), None)
    if found is None and tree.tokens[i].lemma.lower() in CEASING:  # "stopped selling the pills"
        found = next((k for k in tree.children(i, "xcomp") if k > i and is_ing(tree, k)), None)
    return found


def is_ceased(tree: Tree, i: int) -> bool:
    """ "stopped selling the pills": what was stopped, or only thought of, is not told as done."""
    up = tree.up(i)
    led = up is not None and tree.rel(i) == "xcomp" and is_ing(tree, i)
    return led and up is not None and tree.tokens[up].lemma.lower() in CEASING


def is_ing(tree: Tree, i: int) -> bool:
    """Whether the word is a verb's form in -ing with no "to" before it."""
    return tree.tokens[i].upos == "VERB" and tree.low[i].endswith("ing") and not marked_to(tree, i)


@asked_often
def preposition(tree: Tree, i: int) -> str:
    """The preposition in front of word `i`, its fixed parts joined: "from", "because of"; "" where there is none."""
    case = tree.child(i, "case")
    if case is None and tree.low[max(0, tree.left[i] - 2) : tree.left[i]] == ["according", "to"]:
        return "according to"  # who says so, hung as who did it
    if case is None:  # "put a stop to exports", where the parser sees a verb's "to"
        marked = [k for k in tree.children(i, "mark") if k + 1 == i and tree.tokens[k].text == "to"]
        return "to" if marked and tree.tokens[i].upos == "NOUN" else ""
    words = [case, *tree.children(case, "fixed")]
    if tree.low[case] in COMPANY and case + 1 in tree.children(i, "case"):
        words.append(case + 1)  # "along with", where the parser joins the second word to the noun
    return "" if up_to(tree, case) else " ".join(tree.low[k] for k in words)


def up_to(tree: Tree, case: int) -> bool:
    """ "sent up to 3,500 soldiers": a bound, no preposition and no particle."""
    before, behind = tree.tokens[case - 1 : case], tree.tokens[case + 1 : case + 2]
    bound = bool(before and behind) and before[0].text.lower() == "up" and tree.low[case] == "to"
    return bound and (behind[0].upos in {"NUM", "SYM"} or behind[0].text.lower() in HALVES)


def _obliques(tree: Tree, i: int, more: tuple[int, ...] = ()) -> tuple[tuple[str, int], ...]:
    out: list[tuple[str, int]] = []
    contrast = next((k for k in tree.children(i, "advmod") if k > i and _not_there(tree, k)), len(tree.tokens))
    for k in (*tree.children(i, "obl", "nmod"), *more):
        if k > contrast:
            break
        word = preposition(tree, k)
        if word and not _of_participle(tree, i, k) and not _of_a_term(tree, k):
            out.extend((word, h) for h in joined(tree, (k,)))
    return tuple(out[: WIDE * 2])


def _not_there(tree: Tree, k: int) -> bool:
    """ "met in the capital, not, as planned, at the port": what stands behind such a "not" is where they did not."""
    return tree.low[k] == "not" and tree.tokens[k - 1].text == ","


def _of_participle(tree: Tree, i: int, k: int) -> bool:
    """ "hit vehicles aligned with the rebels": what stands right behind a participle that tells which is its own."""
    case = tree.child(k, "case")
    before = case - 1 if case is not None else -1
    if before <= i or tree.tokens[before].upos != "VERB" or tree.tokens[before].deprel != "acl":
        return False
    return participle(tree.tokens[before].text, tree.tokens[before].lemma) and not tree.children(before, "obl")


def _of_a_term(tree: Tree, k: int) -> bool:
    """ "arrived after four months in detention", "eight years in prison": where the months were spent."""
    case = tree.child(k, "case")
    before = tree.tokens[case - 1] if case else None
    if before is None or tree.low[case or 0] not in {"in", "of", "at", "on", "under"}:
        return False
    return before.upos == "NOUN" and before.lemma.lower() in TERMS and tree.tokens[k].lemma.lower() in SPENT


def noun_frame(tree: Tree, i: int, of: str, possessor: str) -> Frame:
    """The frame of a noun that names an event.

    `of` is what "of X" is to it ("object", "actor"); `possessor` is what "X's" is where no "of" stands beside it.
    """
    subj: list[int] = []
    obj: list[int] = []
    obls: list[tuple[str, int]] = []
    doers = [k for k in tree.children(i, "nmod", "obl") if preposition(tree, k) == "by"]
    for k in tree.children(i, "nmod", "obl"):
        word, heads = preposition(tree, k), joined(tree, (k,))
        if tree.tokens[k].deprel == "nmod:poss" or (word == "of" and doers and doers[0] < k):
            continue  # "protests by opponents of the general": whose opponents they are
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
    for k in tree.children(i, "acl"):
        if any(tree.low[m] == "into" for m in tree.children(k, "mark")):
            obj.extend(tree.children(k, "nsubj"))  # "an inquiry into whether Norlink broke the rules"
    for k in tree.children(i, "compound"):
        if taking_sides(tree, k) or _hyphened(tree, k):
            continue
        if tree.tokens[k].upos == "PROPN":
            (subj if not subj else obj).append(k)
        elif not obj:
            (subj if of == "actor" else obj).append(k)
    made = Frame(head=i, subj=tuple(subj[:WIDE]), obj=tuple(obj[:WIDE]), obls=tuple(obls[: WIDE * 2]), noun=True)
    return between(made)


def _hyphened(tree: Tree, k: int) -> bool:
    """ "An in-depth inquiry", "a full-scale strike": the second half of an adjective is nobody and nothing."""
    hyphen = k > 1 and tree.tokens[k - 1].text in ("-", "‑")
    return hyphen and tree.tokens[k].upos == "NOUN" and tree.tokens[k - 2].upos in {"ADP", "ADV", "ADJ", "NUM", "SCONJ"}


def taking_sides(tree: Tree, k: int) -> bool:
    """ "anti-Roe protests", "pro-Osland forces": the name says whose side they are on, and does nothing."""
    before = tree.low[max(0, k - 2) : k]
    return before[1:] in (["-"], ["‑"]) and before[0] in SIDES


def between(parts: Frame) -> Frame:
    """ "talks between the union and the port": the first acts, with the other."""
    both = [h for word, h in parts.obls if word == "between"]
    if not both or parts.subj:
        return parts
    others = tuple(o for o in parts.obls if o[0] != "between")
    return replace(parts, subj=(both[0],), obls=(*(("with", h) for h in both[1:]), *others))


def without(tree: Tree, parts: Frame, words: list[str]) -> Frame:
    """The frame without the noun that is a word of the phrase itself ("fire" of "an exchange of fire"), with what
    hangs on that noun."""
    own = [k for k in (*parts.subj, *parts.obj) if tree.tokens[k].lemma.lower() in words]
    if not own:
        return parts
    obls = tuple(o for k in own for o in _obliques(tree, k))
    kept = replace(
        parts, subj=tuple(k for k in parts.subj if k not in own), obj=tuple(k for k in parts.obj if k not in own)
    )
    return between(replace(kept, obls=(*parts.obls, *(o for o in obls if o not in parts.obls))))
