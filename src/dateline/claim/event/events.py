"""Finds the words of a sentence that name events.

In:   the tree of a sentence, and what is known of the nouns in it.
Out:  one Happening per event: verbs (with particle: "pull out"), nouns ("the withdrawal of ..."), and verbs that only
      carry a noun ("held talks", "completed the withdrawal").
Room: claim.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim.event.finite import yet_to
from dateline.claim.event.idioms import said
from dateline.claim.event.no_verb import TEMPORAL, called_by_noun
from dateline.claim.event.once_more import counts_again
from dateline.claim.event.roles import Frame, frame, noun_frame, preposition, taking_sides, up_to, without
from dateline.claim.event.standing import lost, on_strike, stands
from dateline.claim.lexis import (
    ASPECTS,
    LIGHT,
    MONTHS,
    WEEKDAYS,
    EventNoun,
    Rule,
    event_nouns,
    is_kind,
    verb_rules,
    word_list,
)
from dateline.claim.tree import Tree, base
from dateline.claim.wording.forms import noun_lemma, verb_lemma
from dateline.lexicon.places import demonym, place
from dateline.lexicon.states import standing_phrases

NO_EVENT: Final = frozenset({"aux", "cop", "case", "mark", "amod", "compound", "flat", "fixed", "punct", "discourse",
                             "det", "cc", "advmod", "nummod", "goeswith"})  # fmt: skip
# Verbs and adjectives that only say that the event named by their subject takes place.
TAKES_PLACE: Final = frozenset({"occur", "happen", "transpire", "take place", "unfold", "ensue", "erupt", "break out"})
OPENS: Final = frozenset({"open", "reopen"})  # "talks opened in Sennet"; a gate that opens is no event noun
DONE: Final = frozenset({"complete", "over", "finished"})
UNDER_WAY: Final = frozenset({"underway", "under way", "ongoing", "afoot", "imminent"})
HOLLOW: Final = frozenset({"be", "'s", "’s"})
READY: Final = frozenset({"ready", "willing", "prepared", "eager"})
PREDICATES: Final = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "ADP", "NUM"})
OUTWARD: Final = frozenset({"out", "back", "away"})
BRINGS: Final = frozenset({"for", "on", "at", "with", "against", "into", "to", "of", "upon"})  # "call for", "meet with"
PARTICLES: Final = frozenset({"compound:prt", "advmod"})
# Verbs that settle what something is: "declared that the takeover was a coup".
SETTLING: Final = frozenset({"declare", "determine", "conclude", "rule", "find", "decide", "deem", "proclaim"})
AMOUNTS_TO: Final = frozenset({"constitute", "be", "amount", "represent", "form"})
# Verbs whose subject does what their object names: "announced the suspension of flights".
DECIDING: Final = word_list("announce plan order propose consider promise pledge prepare mull claim")
CALLING: Final = word_list("designate label declare call brand describe classify term consider regard treat see")
STRIKING: Final = word_list("attack assault raid bomb shell strike ambush fire")
POSSESSOR_SUFFERS: Final = word_list(
    "seize oust remove arrest detain capture kidnap abduct imprison deport extradite release kill murder "
    "assassinate execute overthrow dismiss appoint nominate elect indict convict expel designate suspend close "
    "reopen rescue topple inaugurate replace torture shoot prosecute"
)


@dataclass(frozen=True, slots=True)
class Happening:
    """A word that names an event, with its parts."""

    at: int  # the word that names it
    carrier: int  # the word whose tense, mood and subject it has: itself, or the verb of "held talks"
    words: tuple[int, ...]  # the trigger: verb and particle
    lemma: str
    frame: Frame
    noun: bool = False
    aspect: str | None = None  # "begin", "complete", "continue", "resume" where a verb says so


def happenings(tree: Tree) -> tuple[Happening, ...]:
    """Every event of the sentence, by place."""
    found: list[Happening] = []
    taken: set[int] = set()
    aspects: dict[int, str] = {}
    for i, token in enumerate(tree.tokens):
        plain = token.upos != "VERB" or lost(tree, i) or on_strike(tree, i)
        hollow = token.lemma.lower() in HOLLOW or yet_to(tree, i)
        if not plain and base(token.deprel) not in NO_EVENT and not hollow and not called_by_noun(tree, i):
            made = _of_verb(tree, i, taken, aspects)
            if made:
                found.append(made)
        elif token.upos == "ADJ" and token.lemma.lower() in READY and _ready_to(tree, i) is not None:
            lemma = f"be {token.lemma.lower()}"
            found.append(Happening(i, i, (i,), lemma, replace(frame(tree, i), inf=_ready_to(tree, i))))
        elif plain and (standing := _standing(tree, i)) is not None:
            carrier = i if tree.child(i, "cop") is not None or lost(tree, i) else tree.ancestors(i, 1)[0]
            found.append(Happening(standing[1][-1], carrier, standing[1], standing[0], frame(tree, carrier)))
            taken.update(standing[1])  # of "is under house arrest" nobody arrests a house
    for i, token in enumerate(tree.tokens):
        if i not in taken and token.upos in {"NOUN", "PROPN"} and base(token.deprel) not in {"compound", "flat"}:
            noun = _event_noun(tree, i)
            if noun and _part_of_phrase(tree, i):
                continue
            if noun and noun.worth not in {"aspect", "light"} and not _only_called(tree, i) and _calls(tree, i, noun):
                found.append(_of_noun(tree, i, noun))
    marked = (replace(h, aspect=aspects[h.at]) if h.at in aspects else h for h in found)
    return tuple(sorted(marked, key=lambda h: h.words[0]))


def _standing(tree: Tree, i: int) -> tuple[str, tuple[int, ...]] | None:
    """The phrase with "is" that says what stands or is over."""
    told = (tree.tokens[i].upos in PREDICATES and not _of_its_subject(tree, i)) or lost(tree, i)
    return stands(tree, i) if told else None


def _of_its_subject(tree: Tree, i: int) -> bool:
    """ "The withdrawal is complete": the event is the withdrawal; the adjective only says how far it is."""
    if tree.tokens[i].lemma.lower() not in DONE and not under_way(tree, i):
        return False
    nouns = (_event_noun(tree, k) for k in tree.children(i, "nsubj"))
    return any(n is not None and n.worth not in {"aspect", "light"} for n in nouns)


def under_way(tree: Tree, i: int) -> str:
    """The word of "is ongoing", "are under way" ("way"), "" where it is none."""
    lemma = tree.tokens[i].lemma.lower()
    return lemma if lemma in UNDER_WAY or (lemma == "way" and preposition(tree, i) == "under") else ""


def _ready_to(tree: Tree, i: int) -> int | None:
    """The infinitive of "ready to mediate"."""
    return next((k for k in tree.children(i, "xcomp", "advcl", "ccomp") if tree.tokens[k].upos == "VERB"), None)


def rules_of(lemma: str) -> tuple[Rule, ...]:
    """The rows of the table for a verb or phrase; of a phrase that has none, the rows of its verb."""
    table = verb_rules()
    if lemma in standing_phrases():
        return table.get(lemma, ())
    return table.get(lemma) or (table.get(lemma.split(" ", 1)[0], ()) if " " in lemma else ())


def _of_verb(tree: Tree, i: int, taken: set[int], aspects: dict[int, str]) -> Happening | None:
    phrase = said(tree, i)
    if phrase is not None:
        taken.update(phrase.words)
        return Happening(i, i, (i,), phrase.lemma, phrase.frame)
    listed, words = _listed(tree, i)
    lemma = listed
    parts = frame(tree, i)
    aspect = ASPECTS.get(lemma)
    if aspect:
        inner = next((k for k in tree.children(i, "xcomp") if tree.tokens[k].upos == "VERB"), None)
        if inner is not None:
            aspects[inner] = aspect
            return None
    settled = _settled(tree, parts) if lemma in SETTLING else None
    if settled:
        return Happening(i, i, words, "designate", settled)
    simple = " ".join(lemma.split()[: len(words)]) if lemma.split()[0] in LIGHT else lemma
    carried = _carried(tree, i, simple, parts, aspect)
    if carried is not None and lemma != simple and carried[1].verb != lemma:
        carried = None  # "opened fire" is a phrase of its own
    taken.update(k for k in (*parts.obj, *(h for _, h in parts.obls)) if " " in listed and _in_phrase(tree, k, listed))
    if carried is None:
        return Happening(i, i, words, lemma, parts)
    k, noun = carried
    taken.add(k)
    inner_frame = _noun_parts(tree, k, noun)
    if aspect:
        return Happening(k, i, (k,), noun.verb, _with_carrier(inner_frame, parts, k), True, aspect)
    light = tuple(sorted({*words, k}))
    if lemma in TAKES_PLACE:
        light = (k,)
    return Happening(k, i, light, noun.verb, _with_carrier(inner_frame, parts, k), True)


def _in_phrase(tree: Tree, k: int, lemma: str) -> bool:
    """Whether the noun is a part of the phrase: "arrest" of "place under arrest"."""
    return noun_lemma(tree.tokens[k].text, tree.tokens[k].lemma) in lemma.split()[1:]


def _settled(tree: Tree, parts: Frame) -> Frame | None:
    """ "declared that the events constituted a coup": the frame of "designated the events as a coup"."""
    clause = parts.clause
    if clause is None:
        return None
    word = tree.tokens[clause]
    subject = tree.child(clause, "nsubj")
    if word.upos == "VERB" and word.lemma.lower() in AMOUNTS_TO:
        what = tree.child(clause, "obj", "obl")
    elif word.upos == "NOUN" and tree.child(clause, "cop") is not None:
        what = clause
    else:
        return None
    if subject is None or what is None or tree.tokens[what].upos != "NOUN":
        return None
    return replace(parts, obj=(subject,), obls=(("to be", what),), clause=None)


def _carried(tree: Tree, i: int, lemma: str, parts: Frame, aspect: str | None) -> tuple[int, EventNoun] | None:
    """The event noun that the verb only carries, or None."""
    heads: tuple[int, ...] = ()
    if aspect:
        heads = parts.obj or parts.subj
    elif lemma in TAKES_PLACE or (lemma in OPENS and not parts.obj and not parts.passive):
        heads = parts.subj
    elif lemma in LIGHT:
        heads = parts.obj
    for k in heads[:1]:
        noun = _event_noun(tree, k)
        if noun and (aspect is None or noun.worth != "aspect") and k != i:
            return k, noun
    return None


def _with_carrier(inner: Frame, outer: Frame, noun: int) -> Frame:
    """The noun's own parts, with subject and circumstances of the verb that carries it."""
    subj = tuple(k for k in outer.subj if k != noun) or inner.subj
    return replace(inner, subj=subj, obls=inner.obls + tuple(o for o in outer.obls if o not in inner.obls),
                   iobj=outer.iobj)  # fmt: skip


def verb_phrase(tree: Tree, i: int) -> tuple[str, tuple[int, ...]]:
    """The verb with what the table lists it with, or the verb that says the same."""
    phrase = said(tree, i)
    return (phrase.lemma, (i,)) if phrase is not None else _listed(tree, i)


def _listed(tree: Tree, i: int) -> tuple[str, tuple[int, ...]]:
    """The verb with what the table lists it with: "pull out", "call for", "seize power", "catch fire"."""
    table = verb_rules()
    lemma = verb_lemma(tree.tokens[i].text, tree.tokens[i].lemma)
    particle = tree.child(i, "compound:prt")
    if particle is not None and particle + 1 < len(tree.tokens) and up_to(tree, particle + 1):
        particle = None  # "sending up to 3,500 soldiers"
    if particle is not None:
        phrase = f"{lemma} {tree.low[particle]}"
        longer = _longer(tree, i, phrase)
        if longer in table:
            return longer, tuple(sorted((i, particle)))
        return phrase, tuple(sorted((i, particle)))
    after = tree.low[i + 1] if i + 1 < len(tree.tokens) else ""
    if after in OUTWARD and f"{lemma} {after}" in table and tree.tokens[i + 1].upos in {"ADP", "ADV"}:
        return f"{lemma} {after}", (
            i,
            i + 1,
        )  # "pulled out of the valley", where the parser makes "out of" one preposition
    best = _longer(tree, i, lemma)
    beside = tree.low[i + 1] if i + 1 < len(tree.tokens) else ""
    return best, ((i, i + 1) if best == f"{lemma} {beside}" and tree.tokens[i + 1].deprel in PARTICLES else (i,))


@cache
def _openings() -> frozenset[str]:
    """The first words, one or more, of the listed phrases."""
    rows = (phrase.split(" ") for phrase in verb_rules())
    return frozenset(" ".join(words[:n]) for words in rows for n in range(1, len(words)))


def _longer(tree: Tree, i: int, start: str) -> str:
    """The longest listed phrase that starts with the verb and goes on with one of its dependents."""
    table = verb_rules()
    best = start
    if start not in _openings():
        return start
    for k in tree.kids[i][:24]:
        token, rel = tree.tokens[k], tree.rel(k)
        word = noun_lemma(token.text, token.lemma)
        if rel in {"obj", "xcomp", "advmod", "advcl", "nsubj"} and (rel != "nsubj" or token.deprel == "nsubj:pass"):
            options = [f"{start} {word}", f"{start} {token.text.lower()}"]
            if token.upos == "VERB" and any(tree.low[m] == "for" for m in tree.children(k, "mark")):
                options = [f"{start} for"]  # "called for the state to take over the mill"
        elif rel == "obl":
            case = preposition(tree, k)
            if TEMPORAL.match(token.text.lower()) or _numbered_day(tree, k):
                continue  # "called on Tuesday" calls on nobody
            brings = case in BRINGS and not (start == "call" and tree.children(i, "obj"))
            options = [f"{start} {case} {word}", *([f"{start} {case}"] if brings else [])]
            options += [f"{start} {case} the {token.text.lower()}"]
        elif rel == "ccomp":
            options = []
        else:
            continue
        for option in options:
            if option in table and len(option) > len(best):
                best = option
    return best


def _numbered_day(tree: Tree, k: int) -> bool:
    """ "20" of "back to work on May 20"."""
    word = tree.tokens[k].text
    return word[:1].isdigit() and k > 0 and TEMPORAL.match(tree.low[k - 1]) is not None


@cache
def _heads_of_nouns() -> frozenset[str]:
    """The nouns that head an entry of the table: themselves, behind another noun, or before an "of"."""
    entries = [noun.partition(" of ")[0] for noun in event_nouns()]
    return frozenset(head for noun in entries for head in (noun, noun.partition(" ")[2]))


def _event_noun(tree: Tree, i: int) -> EventNoun | None:
    token = tree.tokens[i]
    if token.upos not in {"NOUN", "PROPN"} or token.text == "March":  # the month, but at the head of a title
        return None
    table = event_nouns()
    lemma = noun_lemma(token.text, token.lemma)
    if lemma not in _heads_of_nouns():
        return None
    compound = next((tree.tokens[k].lemma.lower() for k in tree.children(i, "compound")), None)
    within = next(
        (tree.tokens[k].lemma.lower() for k in tree.children(i, "nmod") if preposition(tree, k) == "of"), None
    )
    whole = table.get(f"{lemma} of {within}") if within else None  # "an exchange of fire"
    return whole or (table.get(f"{compound} {lemma}") if compound else None) or table.get(lemma)


def _calls(tree: Tree, i: int, noun: EventNoun) -> bool:
    """Whether a noun such as "call" or "order" has what it calls for: "restored order" holds no order."""
    if noun.worth != "asks":
        return True
    return bool(tree.children(i, "acl", "ccomp")) or any(
        preposition(tree, k) in {"for", "against", "of"} for k in tree.children(i, "nmod")
    )


def _is_day(tree: Tree, k: int) -> bool:
    """ "Monday", "March": no one acts, and nothing is struck, by its name."""
    return tree.tokens[k].text in WEEKDAYS | MONTHS


def _mere_compound(tree: Tree, k: int) -> bool:
    """Whether a noun in front of an event noun names no one who acts."""
    token = tree.tokens[k]
    lemma = noun_lemma(token.text, token.lemma)
    plain = token.upos == "NOUN" and tree.rel(k) == "compound"
    somebody = is_kind(lemma, "force", "person", "weapon", "vehicle", "worker", "body")
    return plain and (not somebody or lemma == "terrorist")


def _town(tree: Tree, k: int) -> bool:
    """ "the London bombings", "the Cairo protests": a town in front of a deed says where."""
    if tree.rel(k) != "compound":
        return False
    parts = [tree.tokens[m].text for m in range(k, tree.right[k] + 1)]
    found = place(" ".join(parts).replace(" - ", "-")) or place(parts[0])  # "al-Brega"
    return found is not None and found.kind in {"city", "capital"}


def _only_called(tree: Tree, i: int) -> bool:
    """ "designated the events as a coup": the noun is what something is called, no event of its own."""
    up = tree.up(i)
    if up is None or counts_again(tree, i):
        return up is not None
    as_what = preposition(tree, i) == "as" or tree.rel(i) == "xcomp"
    if tree.tokens[up].lemma.lower() == "state" and preposition(tree, i) == "of":
        return True  # "a state of siege"
    return as_what or (tree.rel(i) == "obl" and preposition(tree, i) == "as" and tree.tokens[up].lemma in CALLING)


def _of_noun(tree: Tree, i: int, noun: EventNoun) -> Happening:
    up = tree.up(i)
    carrier = i
    subject = tree.tokens[i].deprel.startswith("nsubj")
    if (
        up is not None
        and subject
        and (tree.tokens[up].lemma.lower() in DONE or under_way(tree, up))
        and tree.tokens[up].upos != "VERB"
    ):
        carrier = up
    parts = _noun_parts(tree, i, noun)
    if carrier != i:
        there = tuple(o for o in frame(tree, carrier).obls if o not in parts.obls and o[1] != i)
        parts = replace(parts, obls=parts.obls + there)  # "talks are under way in Sennet"
    if not parts.subj and up is not None and tree.rel(i) == "obj" and tree.tokens[up].lemma.lower() in DECIDING:
        parts = replace(parts, subj=tuple(k for k in frame(tree, up).subj if k not in parts.obj))
    if there_was(tree, i) and up is not None:
        further = tuple(o for o in frame(tree, up).obls if o not in parts.obls and o[1] != i)
        parts = replace(parts, obls=parts.obls + further)
    aspect = "complete" if carrier != i and tree.tokens[carrier].lemma.lower() in DONE else None
    return Happening(i, carrier, (i,), noun.verb, parts, True, aspect)


def there_was(tree: Tree, i: int) -> bool:
    """ "There was an exchange of fire near the town": the noun is told, not only spoken of."""
    up = tree.up(i)
    return up is not None and tree.tokens[up].lemma.lower() == "be" and tree.child(up, "expl") is not None


def _part_of_phrase(tree: Tree, i: int) -> bool:
    """ "fire" of "an exchange of fire"."""
    up = tree.up(i)
    whole = _event_noun(tree, up) if up is not None and tree.rel(i) == "nmod" else None
    return whole is not None and " " in whole.verb and tree.tokens[i].lemma.lower() in whole.verb.split()[1:]


def _noun_parts(tree: Tree, i: int, noun: EventNoun) -> Frame:
    """The noun's frame, with "French" in "the French withdrawal" as the one who acts."""
    parts = noun_frame(tree, i, noun.of, "object" if noun.verb in POSSESSOR_SUFFERS else "actor")
    if " " in noun.verb:
        parts = without(tree, parts, noun.verb.split()[1:])
    if not parts.obj and noun.verb in STRIKING:
        aimed = (o for o in parts.obls if o[0] in {"on", "against", "upon"} and not _is_day(tree, o[1]))
        struck = tuple(aimed)[:1]  # "an attack on a police station", not "on Monday"
        parts = replace(parts, obj=tuple(h for _, h in struck), obls=tuple(o for o in parts.obls if o not in struck))
    acting = tuple(
        k for k in parts.subj if not (_mere_compound(tree, k) or _town(tree, k) or _is_day(tree, k))
    )  # "emergency meeting", "Tuesday's attack"
    parts = replace(parts, subj=acting)
    if parts.subj:
        return parts
    for k in tree.children(i, "amod", "compound"):
        word = tree.tokens[k].text
        if taking_sides(tree, k):
            continue
        if k not in parts.obj and word[:1].isupper() and not _town(tree, k) and (demonym(word) or place(word)):
            return replace(parts, subj=(k,))
    return parts
