"""Whose it is, where that is who acts: "the bank sold its branch", not "the bank sold the bank's branch".

In:   the words of a title with every owner named, the tree and the event.
Out:  the same with "its", "their", "his" or "her" where the one who acts, or whom a passive befalls, is named again.
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.tree import Tree
from dateline.claim.wording.infinitive import Namer
from dateline.claim.wording.phrases import owner_form, phrase, plural
from dateline.claim.wording.titles import Words

ALONE_BEFORE: Final = r"(?:(?<=^)|(?<=\b(?:of|in|to|on|at|by) )|(?<=\b(?:and|for) )|(?<=\b(?:from|with|into) ))"
NEAR: Final = 14  # words behind a verb in which its object's owner stands
NAMED: Final = re.compile(
    r"(?:(?:up)?on |to |for |with )?((?:[A-Z][\w.-]*)(?: [A-Z][\w.-]*)*)(?: to |$)"
)  # "on United Nordia"
BOUND: Final = re.compile(
    r"^(?:more than|fewer than|less than|at least|at most|up to|as many as|some|about|around|nearly|almost|over) ", re.I
)


def of_itself(
    tree: Tree, event: Happening, objects_at: tuple[int, ...], objects: str, rest: tuple[str, ...]
) -> tuple[str, ...]:
    """What follows, with "its" where the subject of a passive is named again."""
    if not any("'" in r for r in rest):
        return rest
    last = max(objects_at, default=event.at)
    own = _owner_word(tree, last, last + NEAR, "their" if plural(tree, objects_at) else "its")
    whose = re.compile(rf"(?<!\w){re.escape(owner_form(objects))} ", re.I)
    return tuple(whose.sub(own, r) for r in rest)


def owned(
    tree: Tree, event: Happening, objects_at: tuple[int, ...], doers: tuple[int, ...], name_of: Namer, made: Words
) -> Words:
    """The words with "its" where the one who acts is named again: "the bank sold its branch"."""
    one = as_one(tree, event, made.actor) or not plural(tree, event.frame.subj)
    objects, rest, own = made.objects, made.rest, "its" if one else "their"
    if not one:
        objects = objects.removeprefix("its ")  # of something else, which nobody names: "experts inspect its hull"
    if not any(mark in part for part in (objects, *rest) for mark in ("'", "’")):
        return replace(made, objects=objects)
    rest = _of_the_asked(tree, event, objects, rest)
    edge = max((k for k in objects_at if k > event.at), default=event.at)
    near = _owner_word(tree, event.at, edge, own)
    far = _owner_word(tree, edge, edge + NEAR, own)
    unbound = BOUND.sub("", made.actor)  # "more than 300 fighters" and their weapons
    names = [
        made.actor,
        *([unbound] if " " in unbound else []),
        *(n for h in doers for n in (name_of(h), phrase(tree, h, lambda _: None)) if n),
        *(
            n for h in doers for k in tree.children(h, "nmod:poss") if (n := name_of(k))
        ),  # "Norlink's ship made its way"
    ]
    for name in dict.fromkeys([*names, *(n.replace("U.S.", "US").replace("U.N.", "UN") for n in names)]):
        said = re.escape(name).replace(r"\ of\ ", r"\ of\ (?:the\ )?")
        alone = "" if name[:1].isupper() else ALONE_BEFORE  # not the country of "the poorest country's base"
        whose = re.compile(rf"{alone}\b(?:an? |the )?{said}['’]s? ", re.I)
        objects = whose.sub(near, objects)
        rest = tuple(whose.sub(far, r) for r in rest)
    return replace(made, objects=objects, rest=rest)


def _of_the_asked(tree: Tree, event: Happening, objects: str, rest: tuple[str, ...]) -> tuple[str, ...]:
    """ "urged Osland to reopen its embassy", "blamed Ott for his handling of it", rather than "Osland's embassy": who
    is asked to do so, or blamed for it, is not named again."""
    for asked in {found[1] for part in (objects, *rest) if (found := NAMED.match(part))}:
        own = _owner_word(tree, event.at, event.at + 2 * NEAR, "its")
        whose = re.compile(rf"(\b(?:to|for) .*?)(?<![\w'’]){re.escape(asked)}['’]s? ")
        rest = tuple(whose.sub(rf"\1{own}", part) for part in rest)
    return rest


def acted(tree: Tree, doers: tuple[int, ...]) -> bool:
    """Whether a deed told by a noun has somebody for its subject: not the adjective of "Oslandic oil production"."""
    return any(tree.tokens[k].deprel != "amod" for k in doers)


def as_one(tree: Tree, event: Happening, actor: str) -> bool:
    """Whether "we" is named by one who speaks for all: "the ministry withdrew its guards"."""
    heads = event.frame.subj
    ours = len(heads) == 1 and tree.tokens[heads[0]].text.lower() == "we" and bool(actor)
    return ours and not actor.endswith("s") and " and " not in actor


def _owner_word(tree: Tree, low: int, high: int, own: str) -> str:
    """ "its " or "their ", "his " or "her " where the words have that; nothing where they have the other number:
    "the junta called their presence illegal"."""
    other = "its" if own == "their" else "their"
    found = set(tree.low[low : high + 1])
    if other in found:
        return ""
    if own not in found and not found & {"his", "her"}:
        found = set(tree.low)
    told = [word for word in ("his", "her") if word in found]
    return f"{told[0] if len(told) == 1 and own == 'its' else own} "
