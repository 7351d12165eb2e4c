"""Which PLOVER type an event has, and whether it is worth a line.

In:   the frame of an event and the rows of verbs.tsv for its verb.
Out:  the first row whose conditions the frame shows.
Room: claim.

PLOVER (https://github.com/openeventdata/PLOVER, 2023 names): AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT
REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE ASSAULT. It knows acts between political actors;
disasters, transport, companies, courts and elections have no type of their own there: their type is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from dateline.claim.event.beside_it import PEOPLE_NOUNS
from dateline.claim.event.roles import Frame
from dateline.claim.lexis import Rule, is_kind, word_list
from dateline.claim.model import Mention
from dateline.claim.tree import Tree
from dateline.claim.wording.forms import noun_lemma
from dateline.lexicon.places import demonym, place

Known = Callable[[int], Mention | None]  # the mention that a word heads
WHO: Final = frozenset({"person", "organisation", "group", "office", "publisher"})
PEOPLE: Final = frozenset({"person", "group", "office"})
# Nouns that stand for what follows "of": "a state of emergency", "a package of sanctions".
MEASURES: Final = word_list("state series package round lot number group majority wave amount couple pair team set")
COUNTS: Final = word_list("hundred thousand dozen score hundreds thousands dozens scores majority number group")
SCORE: Final = 14  # words behind the verb in which a score can stand


def choose(tree: Tree, parts: Frame, rules: tuple[Rule, ...], known: Known) -> Rule | None:
    """The first rule whose conditions the frame shows, or None where no row speaks of it."""
    rule = next((r for r in rules if all(_holds(tree, parts, c, known) for c in r.when)), None)
    contest = rule is not None and rule.type == "ASSAULT" and by_score(tree, parts.head)
    return replace(rule, type=None) if rule is not None and contest else rule


def by_score(tree: Tree, i: int) -> bool:
    """ "beat Rovers 3-1": a score behind the verb, which no range is, for a range runs upwards."""
    words = [token.text for token in tree.tokens[i + 1 : i + 1 + SCORE]]
    found = re.search(r"(?<!\S)(\d{1,3}) ?[-–] ?(\d{1,3})(?!\S)", " ".join(words))
    return found is not None and int(found[1]) >= int(found[2])


def _holds(tree: Tree, parts: Frame, condition: str, known: Known) -> bool:
    """One condition of the column `when`."""
    if condition.startswith("!"):
        return not _holds(tree, parts, condition[1:], known)
    slot, _, wanted = condition.partition("=")
    if slot == "inf":
        return parts.inf is not None
    if slot == "pred":
        return parts.pred is not None
    if slot == "that":
        return parts.clause is not None
    heads = {"obj": parts.obj + parts.iobj, "subj": parts.subj}.get(slot, parts.at(*slot.split("/")))
    if not wanted:
        return bool(heads)
    return any(of_kind(tree, h, wanted, known) for h in heads)


def of_kind(tree: Tree, i: int, wanted: str, known: Known) -> bool:
    """Whether the word is the noun asked for, or of the kind (`@force`, `@who`, `@person`, `@place`)."""
    lemma = noun_lemma(tree.tokens[i].text, tree.tokens[i].lemma)
    if not wanted.startswith("@"):
        return lemma in wanted.split("|")
    kind = wanted[1:]
    mention = known(i)
    if kind == "who":
        return is_who(tree, i, known)
    if kind == "place":
        return mention is not None and mention.kind in {"place", "facility"}
    if kind == "person" and mention is not None and mention.kind in PEOPLE:
        return True
    if is_kind(lemma, kind):
        return True
    if lemma in MEASURES:
        inner = next((k for k in tree.children(i, "nmod") if tree.tokens[k].lemma.lower() != lemma), None)
        if inner is not None and of_kind(tree, inner, wanted, known):
            return True
    compound = next((tree.tokens[k].lemma.lower() for k in tree.children(i, "compound", "amod")), "")
    return bool(compound) and is_kind(f"{compound}-{lemma}", kind)


def is_who(tree: Tree, i: int, known: Known) -> bool:
    """Whether the word stands for somebody who can act: a person, a body, a people, a state."""
    mention = known(i)
    if mention is not None:
        if mention.kind in WHO:
            return True
        if mention.kind == "place":
            where = place(mention.anchor.text)
            return where is None or where.kind in {"country", "capital", "region", "continent"}
        if mention.kind == "misc" and mention.named:
            return True
    word = tree.tokens[i]
    if word.lemma.lower() in COUNTS:
        inner = next((k for k in tree.children(i, "nmod") if tree.rel(k) == "nmod" and k > i), None)
        return inner is not None and tree.tokens[inner].lemma.lower() not in COUNTS and is_who(tree, inner, known)
    if word.upos == "PRON":
        return word.text.lower() not in {"it", "this", "that", "which"}
    return is_kind(word.lemma.lower(), *PEOPLE_NOUNS) or demonym(word.text) is not None
