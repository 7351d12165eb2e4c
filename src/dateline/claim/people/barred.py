"""Whom a pronoun or "the 10-year-old" cannot stand for, though he or she is near.

In:   the mentions of one report seen so far, and the number of one.
Out:  yes or no; the age that a mention tells.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.people.seen import Seen
from dateline.claim.people.shape import is_subject
from dateline.claim.tree import Tree, base
from dateline.claim.voice.cues import verb_at

KILLING: Final = word_list("kill murder slay assassinate execute behead lynch")
DEATHS: Final = word_list("death murder killing slaying assassination manslaughter funeral burial body remains corpse")
THANKING: Final = word_list(
    "praise thank applaud commend laud honour honor criticise criticize blame condemn rebuke scold mock fault forgive "
    "pardon punish attack slam berate"
)
CRIMES: Final = word_list(
    "rob steal loot flee escape abscond burgle kidnap abduct ransack hijack vandalise vandalize mug"
)
PURSUING: Final = word_list("investigate hunt seek pursue chase search probe track")
JUDGES: Final = word_list("judge magistrate justice prosecutor regulator coroner arbitrator jury")
PURSUERS: Final = word_list("police officer detective investigator prosecutor constable inspector guard")
COMPLEMENTS: Final = frozenset({"ccomp", "xcomp", "obj"})
AGED: Final = re.compile(r"(\d{1,3}) ?- ?year ?- ?old\b")
GENDER: Final = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
CLAUSES: Final = 6  # up the tree
BEFORE, BEHIND = 9, 2  # words around a name in which an age is looked for


def named_in_own_words(seen: Seen, k: int) -> Iterator[str]:
    """The words of the names that stand in what the pronoun is the subject of: who says "Petra opened the gate" is not
    Petra, whatever she is called elsewhere."""
    f, t = seen.found[k], seen.tree(k)
    verb = t.up(f.head)
    if verb is None or not is_subject(seen, k):
        return
    said = t.up(verb) if base(t.tokens[verb].deprel) == "parataxis" and verb_at(t, verb) is not None else None
    for j in range(k - 1, -1, -1):
        other = seen.found[j]
        if other.sentence != f.sentence:
            break
        led = said is not None and other.head < verb and said in (other.head, *t.ancestors(other.head))
        if other.mention.named and other.mention.kind == "person" and (led or _below(t, other.head, verb)):
            yield from other.mention.anchor.text.lower().split()


def _below(t: Tree, i: int, verb: int) -> bool:
    """Whether word `i` stands in what the verb leads to."""
    at = i
    for up in t.ancestors(i):
        if up == verb:
            return base(t.tokens[at].deprel) in COMPLEMENTS
        at = up
    return False


def tells(seen: Seen, k: int) -> bool:
    """ "He told the jury that Roe had asked him": whether the pronoun, or the same word above it, says something."""
    t, f = seen.tree(k), seen.found[k]
    for verb in t.ancestors(f.head, CLAUSES):
        subject = t.child(verb, "nsubj") if verb_at(t, verb) is not None else None
        if subject is not None and (subject == f.head or GENDER.get(t.low[subject]) == GENDER.get(t.low[f.head])):
            return True
    return False


def thanked_for(t: Tree, verb: int, owner: int) -> int | None:
    """ "Ott praised Brask for his bravery": whose it is for which one is praised or blamed, the object of the verb."""
    noun, whom = t.up(owner), t.child(verb, "obj")
    if t.tokens[verb].lemma.lower() not in THANKING or noun is None or whom is None or whom > noun:
        return None
    judged = t.up(noun) == verb and any(t.low[c] == "for" for c in t.children(noun, "case"))
    return whom if judged else None


def pursued(seen: Seen, j: int, k: int) -> bool:
    """ "Police are investigating a raid. They made off with the gems": who flees or steals is whom the police seek."""
    t, other = seen.tree(k), seen.tree(j)
    clause, before = t.up(seen.found[k].head), other.up(seen.found[j].head)
    if clause is None or before is None:
        return False
    made_off = t.tokens[clause].lemma.lower() == "make" and any(
        t.low[c] == "off" for c in t.children(clause, "compound:prt")
    )
    pursuer = seen.found[j].mention.head.lower() in PURSUERS or other.tokens[before].lemma.lower() in PURSUING
    return pursuer and (made_off or t.tokens[clause].lemma.lower() in CRIMES)


def passed_over(seen: Seen, j: int, k: int) -> bool:
    """Whether the one near is not who is told of: the judge of one who is judged, or a post before a name."""
    return _judging(seen, j, k) or _by_name_behind(seen, j)


def _judging(seen: Seen, j: int, k: int) -> bool:
    """ "The judge froze the assets of Ivo Mann after police said he had moved millions": of whom others tell a judge is
    the one judged, and not the judge, unless it is the judge who tells of it."""
    t, m = seen.tree(k), seen.found[j].mention
    if m.named or m.head not in JUDGES or seen.found[j].sentence != seen.found[k].sentence or not is_subject(seen, j):
        return False
    does = t.up(seen.found[j].head)
    above = [up for up in t.ancestors(seen.found[k].head, CLAUSES) if verb_at(t, up) is not None]
    told = next((up for up in above if (who := t.child(up, "nsubj")) is not None and who != seen.found[j].head), None)
    return does is not None and verb_at(t, does) is None and told is not None and told != t.up(seen.found[k].head)


def _by_name_behind(seen: Seen, j: int) -> bool:
    """ "The firm's founder" of "the firm's founder, Ivo Mann": the name behind it stands for both."""
    if seen.found[j].mention.named:
        return False
    beside = seen.tree(j).children(seen.found[j].head, "appos")
    here = range(j + 1, min(j + 3, len(seen.found)))
    behind = (f for n in here if (f := seen.found[n]).sentence == seen.found[j].sentence and f.mention.named)
    return any(f.head in beside and f.mention.kind == "person" for f in behind)


def in_passing(seen: Seen, j: int) -> bool:
    """ "The murder of Nora Blum", "accused of killing Nora Blum": of whom only the death is told says nothing more; nor
    who only tells of what something else is."""
    t, head = seen.tree(j), seen.found[j].head
    up = t.up(head)
    if up is None:
        return False
    rel, lemma = base(t.tokens[head].deprel), t.tokens[up].lemma.lower()
    if rel == "nmod" and not seen.found[j].mention.named:
        return True  # "the trial of a teacher": of him nothing is told yet
    return (rel == "nmod" and lemma in DEATHS) or (rel == "obj" and lemma in KILLING)


def age_of(seen: Seen, k: int) -> int | None:
    """The age in "a 10-year-old girl", "10-year-old Kathina", "Andrew Lopez, 20,"; None where none is told."""
    m, t = seen.found[k].mention, seen.tree(k)
    if own := AGED.search(m.anchor.text):
        return int(own[1])
    words = t.words_in(m.anchor.start, m.anchor.end) if m.named else ()
    if not words:
        return None
    first, last = words[0], words[-1]
    before = AGED.search(" ".join(t.low[max(0, first - BEFORE) : first]))
    if before and len(" ".join(t.low[max(0, first - BEFORE) : first])[before.end() :].split()) <= BEHIND:
        return int(before[1])
    behind = t.low[last + 1 : last + 4]
    told = len(behind) > 1 and behind[0] == "," and behind[1].isdigit() and len(behind[1]) <= len("100")
    return int(behind[1]) if told and behind[2:] in ([], [","], ["."], [";"], ["and"]) else None
