"""Whether a verb is passive, by its auxiliary, by its subject, or as a bare participle.

In:   the tree of a sentence and the index of a verb.
Out:  yes or no; whether a form can be a participle.
Room: claim. It knows nothing of what the words mean.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.tree import Tree, base
from dateline.claim.wording.inflect import participle as past_participle

WIDE: Final = 8  # heads of one coordination
FINED: Final = word_list("fine award give deny offer grant pay send")  # "was cleared but fined 12,000 euros"
DOING: Final = word_list(  # "was arrested and spent a night in jail", "were infected but recovered"
    "spend recover graduate die return escape flee resign collapse survive arrive confess vanish refuse seek go come "
    "fall walk march sail travel arrive vote protest strike agree swim crawl climb work stand sit sleep live comply "
    "object complain appeal insist apologise apologize consent"
)
RESTING: Final = word_list("remain stay lie stand sit seem appear look feel leave keep find get become order")


def is_passive(tree: Tree, i: int) -> bool:
    """Whether the verb is passive: by auxiliary, by subject, or as a participle after a noun ("troops sent home")."""
    if tree.low[i].endswith("ing"):
        return False  # "six were missing": no passive has that form
    kids = tree.kids[i][: WIDE * 4]
    labels = {tree.tokens[k].deprel for k in kids}
    if "aux:pass" not in labels and any(tree.tokens[k].deprel == "nsubj" and k < i for k in kids):
        # "rulers revoked at once the accord": a second subject behind an active verb is its object
        labels -= {tree.tokens[k].deprel for k in kids if tree.tokens[k].deprel == "nsubj:pass" and k > i}
    if "aux:pass" not in labels and labels & {"obj", "ccomp"}:
        labels -= {"nsubj:pass"}  # "it had expelled diplomats", with a subject that was read as a passive's
    if "aux:pass" not in labels and _between_two(tree, i):
        labels -= {"nsubj:pass"}  # "a stray shell killed Samir Odeh", with both for what is killed
    if not labels & {"aux:pass", "aux"} and any(_bare_behind(tree, i, k) for k in kids):
        labels -= {"nsubj:pass"}  # "rulers revoked with immediate effect the accord": no passive without its "was"
    word = tree.tokens[i]
    if word.lemma.lower() in DOING and "aux:pass" not in labels:
        labels -= {"nsubj:pass"}  # "one of the clinics collapsed"
    if labels & {"nsubj:pass", "aux:pass", "csubj:pass"}:
        return True
    fined = word.lemma.lower() in FINED and base(word.deprel) == "conj" and not labels & {"nsubj", "aux"}
    if labels & {"nsubj", "obj"} and not fined:
        return False
    if word.deprel == "acl" and word.upos == "VERB":
        alike = not labels & {"mark", "aux"} and past_participle(word.lemma.lower()) == word.text.lower()
        return participle(word.text, word.lemma) or alike or _by_somebody(tree, i)  # "the smelter, shut since May"
    if word.lemma.lower() in DOING or tree.low[i : i + 2] == ["approved", "of"]:
        return False
    if base(word.deprel) == "conj":
        up = tree.up(i)
        same = up is not None and tree.tokens[up].upos == "VERB" and participle(word.text, word.lemma)
        return same and not labels & {"aux", "cop"} and up is not None and is_passive(tree, up)
    if word.deprel == "xcomp" and up_lemma(tree, i) in RESTING and not labels & {"mark", "aux"}:
        alike = past_participle(word.lemma.lower()) == word.text.lower()  # "stays shut"
        return alike or participle(word.text, word.lemma)  # "remained trapped", "were left stranded"
    when = any(tree.low[k] in {"when", "where", "while"} for k in kids)
    alone = not labels & {"mark", "aux", "cc"}  # not "gave them a week and warned that"
    return word.deprel == "advcl" and participle(word.text, word.lemma) and alone and not when


def _between_two(tree: Tree, i: int) -> bool:
    """ "A stray shell killed Samir Odeh": of two bare nouns on either side of a verb the second is its object."""
    found = tree.children(i, "nsubj")
    before, behind = [k for k in found if k < i], [k for k in found if k > i]
    if not before or not behind or tree.tokens[behind[0]].deprel != "nsubj:pass":
        return False
    apart = any(tree.tokens[m].text in {",", ";", ":", "(", "“", '"'} for m in range(i + 1, behind[0]))
    return not apart and not tree.children(behind[0], "case")


def _by_somebody(tree: Tree, i: int) -> bool:
    """ "a deadline set by the bloc": a participle that looks like its verb."""
    agents = tree.children(i, "obl:agent")
    return any(tree.low[c] == "by" for k in agents for c in tree.children(k, "case"))


def up_lemma(tree: Tree, i: int) -> str:
    """The lemma of the word's governor, "" for a root."""
    up = tree.up(i)
    return tree.tokens[up].lemma.lower() if up is not None else ""


def _bare_behind(tree: Tree, i: int, k: int) -> bool:
    """Whether word `k` is a thing that stands behind the verb with its article and no preposition: its object."""
    told = k > i and tree.tokens[k].deprel in {"obl", "nsubj:pass"} and tree.tokens[k].upos == "NOUN"
    return told and bool(tree.children(k, "det")) and not tree.children(k, "case")


def participle(text: str, lemma: str) -> bool:
    """Whether the form can be a past participle.

    >>> participle("ousted", "oust"), participle("severing", "sever"), participle("leave", "leave")
    (True, False, False)
    """
    return text.lower() != lemma and not text.lower().endswith(("ing", "s"))
