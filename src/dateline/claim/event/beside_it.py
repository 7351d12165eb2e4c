"""Who a clause without a subject is about, by what stands right beside it: a person before an -ing form, whom one
tells of, what somebody is judged for.

In:   the tree of a sentence and the index of a verb.
Out:  a word, or yes or no.
Room: claim. Used by `subjects`, which knows whose subject a clause shares.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.passive import participle
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.people.nouns import PEOPLE, stands_for
from dateline.claim.tree import NOMINAL, Tree, base, is_gerund

PEOPLE_NOUNS: Final = ("person", "force", "worker", "envoy", "prisoner", "refugee", "body")
TELLING_OF: Final = word_list("report hear talk speak write learn dream complain tell warn")
MONEY: Final = word_list("dollar euro pound crown franc yen yuan rouble ruble rupee peso dinar shilling")
FIGURES: Final = word_list("figure celebrity veteran ally rival insider relative")
CROWDS: Final = word_list("crowd crowds group groups people men women youths convoy mob")
CHARGED: Final = word_list("charge accuse suspect convict")
NEAR_DAYS: Final = word_list("today yesterday tomorrow tonight")
WHERE: Final = frozenset({"in", "at", "near", "from", "to", "off", "outside"})
SAYING: Final = word_list("say report announce show state add confirm")


def is_person(tree: Tree, k: int) -> bool:
    """Whether the noun stands for people: "who" speaks of nothing else."""
    word = tree.tokens[k]
    lemma = word.lemma.lower()
    known = is_kind(lemma, *PEOPLE_NOUNS) or lemma in FIGURES or stands_for(word.lemma) is not None
    return word.upos == "PROPN" or (word.upos == "NOUN" and known)


def is_office(tree: Tree, i: int) -> bool:
    """Whether the noun stands for people by what they are: "chairman", "aides"."""
    noun = stands_for(tree.tokens[i].lemma)
    return noun is not None and noun.sort in PEOPLE


def right_before(tree: Tree, i: int) -> int | None:
    """ "fired on a crowd protesting against prices", "insured no ships calling at Kor": people or ships right before
    an -ing form do what it says, where no comma parts the two."""
    word = tree.tokens[i]
    before = tree.tokens[i - 1] if i else None
    if (told := told_of(tree, i)) is not None:
        return told
    if before is None or before.upos != "NOUN" or not word.text.lower().endswith("ing") or tree.children(i, "mark"):
        return None
    hung = base(before.deprel) in {"obl", "obj"} and tree.up(i - 1) == tree.up(i)
    anybody = not any(tree.low[k] in {"the", "its", "their"} for k in tree.children(i - 1, "det"))
    moved = tree.low[i - 1].endswith("s") and is_kind(before.lemma.lower(), "vehicle")
    return i - 1 if hung and anybody and (before.text.lower() in CROWDS or moved or is_person(tree, i - 1)) else None


def of_noun_before(tree: Tree, i: int, heads: tuple[int, ...]) -> tuple[int, ...]:
    """ "With a clinic taken over by rebels, doctors left": a bare participle is the noun's right before it; in "the aim
    of the report, compiled in May, was" nobody says whose it is."""
    if base(tree.tokens[i].deprel) != "advcl" or tree.children(i, "mark", "aux", "aux:pass", "case"):
        return heads
    k = i - 1
    while k > 0 and (tree.tokens[k].upos == "ADV" or tree.tokens[k].text == "," or tree.low[k] in NEAR_DAYS):
        k -= 1
    nominal = k >= 0 and tree.tokens[k].upos in NOMINAL | {"NUM"}
    charged = tree.tokens[i].lemma.lower() in CHARGED  # "goes on trial in Kor today charged with fraud"
    if charged and nominal and k == i - 2 and (who := _titled(tree, k)) is not None:
        return (who,)
    if not nominal or charged or any(tree.left[h] <= k <= tree.right[h] for h in heads):
        return heads
    return (k,) if case_of(tree, k) == "with" and k == i - 1 else ()


def _titled(tree: Tree, k: int) -> int | None:
    """ "Bishop Ann Roe" of "opened an inquiry into Bishop Ann Roe, accused of fraud": a name with its title, or of two
    parts and in no place, is whom a charge behind the comma is against."""
    up = tree.up(k)
    head = up if up is not None and tree.rel(k) == "flat" else k
    titled = bool(tree.children(head, "nmod:desc"))
    named = tree.tokens[head].upos == "PROPN" and (titled or (head != k and case_of(tree, head) not in WHERE))
    return head if named else None


def told_of(tree: Tree, i: int) -> int | None:
    """ "reported on the council breaking up a rally": whom one reports on does what follows."""
    up = tree.up(i)
    if up is None or not tree.low[i].endswith("ing") or tree.tokens[up].lemma.lower() not in TELLING_OF:
        return None
    about = (k for k in tree.children(up, "obl") if k < i and tree.right[k] == i - 1)
    return next(
        (k for k in about if tree.tokens[k].upos in NOMINAL and case_of(tree, k) in {"on", "of", "about"}), None
    )


def case_of(tree: Tree, k: int) -> str:
    """The preposition of a phrase, "" where it has none."""
    case = tree.child(k, "case")
    return tree.low[case] if case is not None else ""


def shared_object(tree: Tree, i: int) -> tuple[int, ...]:
    """ "Shot and killed a teacher", with the teacher hung on the shooting: what stands behind both was killed, too."""
    first = i - 2
    if first < 0 or tree.up(i) != first or tree.rel(i) != "conj" or tree.low[i - 1] not in {"and", "or"}:
        return ()
    return tuple(k for k in tree.children(first, "obj") if k > i)


def acts(tree: Tree, verb: int) -> bool:
    """ "Two officers shot dead a teacher": what has an object and no helping verb is done, not suffered."""
    if tree.tokens[verb].upos != "VERB" or tree.child(verb, "aux:pass") is not None:
        return False
    bare = (k for k in tree.children(verb, "obl") if tree.full[k] == "obl" and tree.child(k, "case") is None)
    return any(k > verb for k in (*tree.children(verb, "obj"), *bare, *shared_object(tree, verb)))


def said_between(tree: Tree, i: int) -> bool:
    """ "They will marry, the palace said, ending months of rumours": the marriage or the word of it ends them."""
    up = tree.up(i)
    said = tree.up(up) if up is not None and tree.rel(up) == "ccomp" else None
    if up is None or said is None or not up < said < i or tree.rel(i) != "advcl" or not tree.low[i].endswith("ing"):
        return False
    return any(tree.low[k] in {"will", "would", "to"} for k in tree.children(up, "aux", "mark"))


def said_behind(tree: Tree, i: int, up: int) -> bool:
    """ "Output shrank by 1 percent, the office said": who says so behind a comma does not do what is said."""
    if said_between(tree, i):
        return True
    subject = tree.child(up, "nsubj")
    verb = tree.tokens[up].lemma.lower() in SAYING and i < up
    plain = participle(tree.tokens[i].text, tree.tokens[i].lemma) and not tree.children(i, "mark", "aux")
    return verb and plain and subject is not None and i < subject and i > 0 and bool(tree.children(up, "obj"))


def judged(tree: Tree, i: int) -> bool:
    """ "of paying thugs", "for fielding a banned player", "with having sold arms": what somebody is judged for."""
    first = {tree.low[k] for k in tree.children(i, "mark", "case") if k < i}
    return bool(first & {"of", "for", "with", "over"}) and is_gerund(tree, i)


def is_sum(tree: Tree, k: int) -> bool:
    """ "paid 5 million to settle": what is paid does nothing."""
    word = tree.tokens[k]
    counted = word.upos in {"NUM", "SYM"} or any(tree.tokens[n].upos == "SYM" for n in tree.children(k, "nmod", "dep"))
    return counted or (bool(tree.children(k, "nummod")) and word.lemma.lower() in MONEY)


def marked_from(tree: Tree, i: int) -> bool:
    """ "from storming the hall"."""
    return any(tree.low[k] == "from" for k in tree.children(i, "mark", "case"))
