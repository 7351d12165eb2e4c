"""Says which of the states told of those counted can stand beside the others, and beside what is counted.

In:   a sentence with its parse, the states found, and what is counted.
Out:  the states that stand; whether a noun says what befell those it counts.
Room: claim. "Two bombs killed 33 people" kills no bombs; a cabinet that "lost two ministers" buries nobody.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from dateline.claim.figure.counted import kind_of
from dateline.claim.lexis import is_kind
from dateline.claim.tree import Tree
from dateline.lexicon.tables import Row

DYING: Final = frozenset({
    "kill", "die", "dead", "death", "drown", "perish", "wound", "bomb", "fight", "war", "raid", "battle", "virus",
    "disease", "disaster", "crash", "grave", "bury", "funeral", "burial", "shoot", "frontline", "front", "strike",
})  # fmt: skip
MEN: Final = frozenset({"man", "men"})  # of an army: "we lost 20 men"
TESTED: Final = frozenset({"volunteer", "patient", "participant"})  # a trial of these prosecutes nobody
CHARGING: Final = frozenset({"charge", "indict", "prosecute", "sentence", "convict", "accuse"})
DISEASES: Final = frozenset({
    "disease", "virus", "infection", "infect", "outbreak", "epidemic", "pandemic", "fever", "cholera", "ebola",
    "measles", "covid", "coronavirus", "flu", "influenza", "polio", "mpox", "malaria", "dengue", "plague", "patient",
    "hospital", "hospitalize", "vaccine", "vaccinate", "quarantine", "confirmed", "suspected", "new", "death", "ill",
    "meningitis", "diphtheria", "typhoid", "anthrax", "rabies", "tuberculosis", "poisoning", "symptom", "sick",
})  # fmt: skip
ILLS: Final = frozenset({
    "disease", "virus", "infection", "fever", "cholera", "ebola", "measles", "covid", "coronavirus", "flu", "influenza",
    "polio", "mpox", "malaria", "dengue", "plague", "meningitis", "diphtheria", "typhoid", "strain",
})  # fmt: skip
HURTS: Final = frozenset({
    "burns", "injuries", "wounds", "cuts", "bruises", "fractures", "concussion", "shrapnel",
})  # fmt: skip
LIST: Final = 5  # words between two nouns of a list


def settled(tree: Tree, names: list[str], counted: str, row: Row | None) -> list[str]:
    """The states without those that the others, or what is counted, rule out."""
    if is_kind(counted, "weapon"):
        names = [n for n in names if n not in ("killed", "injured")]  # "two bombs killed 33 people"
    if "infected" in names and any(a == "off" and b == "sick" for a, b in pairwise(tree.low)):
        names = [n for n in names if n != "infected"]
    if row is not None and row["word"] in TESTED and not any(t.lemma.lower() in CHARGING for t in tree.tokens):
        names = [n for n in names if n != "charged"]  # "a trial of 30,000 volunteers"
    if "killed" in names and _lost_alive(tree, row):
        names = [n for n in names if n != "killed"]
    if row and row["state"] == "survived":
        names = [n for n in names if n not in ("killed", "presumed dead")]  # "19 dead and 11 survivors"
    if row and row["family"] == "case":
        names = [n for n in names if n not in ("killed", "injured", "presumed dead")]  # who has it dies, no case does
    if "presumed dead" in names:
        names = ["presumed dead", *(n for n in names if n not in ("presumed dead", "missing", "killed"))]
    if "recovered" in names and row and not row["state"] and any(t.lemma.lower() in ILLS for t in tree.tokens):
        names = [n for n in names if n != "recovered"]  # "eight fell ill with the flu but recovered": no bodies
    if "returned" in names:
        names = [n for n in names if n != "departed"]  # "thousands have returned to their homes"
    if "recovered" in names:
        names = ["recovered", *(n for n in names if n != "recovered")]
    return names


def _lost_alive(tree: Tree, row: Row | None) -> bool:
    """Whether those lost may be alive: the ministers of "the cabinet lost two ministers, who quit". Fighters are lost
    in fighting; others are dead where the sentence tells of a killing, a fight, a disaster."""
    lemmas = {t.lemma.lower() for t in tree.tokens}
    if row is None or row["family"] != "person" or row["state"] or "lose" not in lemmas or lemmas & (DYING | MEN):
        return False
    told = any(is_kind(w, k) for w in lemmas for k in ("violence", "disaster", "weapon", "bomb"))
    others = [other for w in lemmas if (other := kind_of(w)) is not None]
    return not told and not any(other["state"] == "killed" or other["family"] == "troop" for other in others)


def befalls(tree: Tree, row: Row) -> bool:
    """Whether a noun says what befell those it counts; of cases only where the sentence speaks of a disease: "four
    cases" of a court infect nobody, nor does "the case of three soldiers"."""
    return row["family"] != "case" or any(
        t.lemma.lower() in DISEASES or low in DISEASES for t, low in zip(tree.tokens, tree.low, strict=True)
    )


def with_injuries(tree: Tree, last: int) -> bool:
    """ "Left 30 with burns", "nine people with minor injuries"."""
    words = tree.low[last + 1 : last + 4]
    return words[:1] == ["with"] and bool(HURTS & set(words))


def left_so(tree: Tree, last: int) -> int | None:
    """ "With one miner still missing": the word behind the noun that ends at `last` is said of it, whatever the verb
    before tells."""
    low, _ = tree.noun_phrase(last)
    i = last + 2 if tree.low[last + 1 : last + 2] in (["still"], ["now"], ["yet"], ["also"]) else last + 1
    behind = tree.tokens[i + 1].upos if i + 1 < len(tree.tokens) else "PUNCT"
    led = low > 0 and tree.low[low - 1] == "with" and i < len(tree.tokens)
    return i if led and behind in ("PUNCT", "CCONJ", "SCONJ", "ADP") else None


def first_of_list(tree: Tree, i: int) -> int:
    """The villages of "the evacuation of 18 villages and 7,000 people"."""
    up = tree.up(i)
    if up is None or tree.rel(i) != "conj" or tree.child(i, "case") is not None or tree.rel(up) != "nmod":
        return i
    between = tree.tokens[up + 1 : i]
    return up if len(between) <= LIST and not any(t.upos in ("VERB", "AUX") for t in between) else i
