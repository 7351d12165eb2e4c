"""What is known of the events of a sentence before their claims are written, and what they lend one another there.

In:   the drafts of one sentence, each with its parties, its time and how far the report commits itself.
Out:  the same, with days of the verb above, whom a threat is directed at, what is denied at once, whom "him" means.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.certainty.factuality import Commitment
from dateline.claim.event.accused import denied_by
from dateline.claim.event.events import Happening
from dateline.claim.event.scene import Scene
from dateline.claim.lexis import Rule
from dateline.claim.model import Mention, Role, TimeRelation
from dateline.claim.people.objects import is_proposal
from dateline.claim.tree import Tree
from dateline.claim.wording.titles import Words
from dateline.terms import Anchor, Voice

SPOKEN_ACTS: Final = frozenset({"AGREE", "REJECT", "THREATEN"})
ONE_PERSON: Final = frozenset({"him", "her", "he", "she", "his", "hers"})
ONE_THING: Final = frozenset({"it", "its"})
OTHERS: Final = ONE_PERSON | ONE_THING | {"them", "they", "theirs", "their"}


@dataclass(slots=True)
class Draft:
    """What is known of one event before its claim is written."""

    event: Happening
    rule: Rule | None
    parties: list[tuple[Role, int]]
    placed: tuple[int, TimeRelation] | None
    commitment: Commitment
    voice: tuple[Voice, ...]
    span: tuple[int, int]
    words: Words | None = None
    own: Words | None = None  # the same in the report's own words, where they would lose some of it
    denier: str | None = None  # who denies at once what is told of him
    lost: bool = False  # whether its words have lost what the verb leads to


def with_its_verb(t: Tree, drafts: Sequence[Draft]) -> None:
    """ "will take part in a meeting on Tuesday": a noun with the day of a verb that lies ahead lies ahead with it."""
    at = {d.event.carrier: d for d in drafts if not d.event.noun}
    for d in drafts:
        alone = d.event.noun and d.event.carrier == d.event.at and d.commitment.factuality == "happened"
        if not alone or d.placed is None:
            continue
        above = next((at[k] for k in t.ancestors(d.event.at, 3) if k in at), None)
        if above is not None and above.placed == d.placed and above.commitment.factuality in {"planned", "conditional"}:
            d.commitment = above.commitment


def address(drafts: Sequence[Draft]) -> None:
    """ "threatened to shell the town": whom the act spoken of is directed at is addressed by the speaker too."""
    at = {d.event.carrier: d for d in drafts}
    for d in reversed(drafts):
        inner = at.get(d.event.frame.inf) if d.event.frame.inf is not None else None
        if (
            inner is None
            or d.rule is None
            or d.rule.type not in SPOKEN_ACTS
            or any(r == "recipient" for r, _ in d.parties)
        ):
            continue
        mine = {i for _, i in d.parties}
        for wanted in ("recipient", "place", "object"):
            found = next((i for role, i in inner.parties if role == wanted and i not in mine), None)
            if found is not None:
                d.parties.append(("recipient" if wanted != "object" else "object", found))
                break


def denied_at_once(scene: Scene, number: int, drafts: Sequence[Draft]) -> None:
    """ "accused the army of shelling a village; the army denied this": what is denied at once is not told as done."""
    for d in drafts:
        if d.voice and d.commitment.factuality == "happened":
            d.denier = denied_by(scene, number, d.event)
            if d.denier is not None:
                d.commitment = replace(d.commitment, factuality="denied", cue=None)


def pronouns(scene: Scene, drafts: Sequence[Draft]) -> None:
    """ "ousted the president and placed him under arrest": a pronoun that was read as the one who acts is whom the
    verb before acts on, where the two agree and no other could be meant."""
    told: dict[tuple[int, int], Mention] = {}  # who was acted on before
    things: list[tuple[int, Mention]] = []  # what was acted on before, by the event
    for n, d in enumerate(drafts):
        actors = {scene.page.root(scene.mention(i)).anchor for role, i in d.parties if role == "actor"}
        for role, i in d.parties:
            if role not in {"recipient", "object"}:
                continue
            word, mention = scene.tree.tokens[i], scene.mention(i)
            own = word.text.lower() in OTHERS and word.upos == "PRON"
            if own and (mention.refers is None or scene.page.root(mention).anchor in actors):
                others = ((span, m) for span, m in told.items() if scene.page.root(m).anchor not in actors)
                others = (
                    (span, m) for span, m in others if span[0] < mention.anchor.start
                )  # not "filed it with the court"
                meant = [span for span, m in others if _agree(word.text.lower(), m)]  # "asked them to guide them"
                meant = [] if word.text.lower() == "it" and is_proposal(scene.tree, i) else meant
                scene.heads[i] = replace(mention, refers=meant[0] if len(meant) == 1 else None)
            elif not own and mention.kind in {"person", "group", "organisation"} and mention.anchor not in actors:
                told[mention.anchor.start, mention.anchor.end] = mention
            if word.text.lower() == "it" and scene.mention(i).refers is None and d.event.frame.head != i:
                _the_thing(scene, drafts, things, d, i)
            elif word.upos in {"NOUN", "PROPN"} and word.text.lower() == word.lemma.lower():
                things.append((n, mention))


def _agree(pronoun: str, mention: Mention) -> bool:
    """Whether the pronoun can stand for it: one person is no "them", a body no "him".

    >>> from dateline.terms import Anchor
    >>> board = Mention(Anchor("r", 0, 9, "the board"), "board", "organisation", False)
    >>> _agree("him", board), _agree("it", board), _agree("them", board)
    (False, True, True)
    """
    if pronoun in ONE_PERSON:
        return mention.kind == "person"
    if pronoun in ONE_THING:
        return mention.kind == "organisation"
    return mention.kind != "person"


def _the_thing(scene: Scene, drafts: Sequence[Draft], things: list[tuple[int, Mention]], d: Draft, i: int) -> None:
    """ "Having lost the village twice, the army retook it": the one thing that the same party acted on before; not what
    stands behind the "it" or beside it in its own event ("it is owned by a firm of Japan")."""

    def doers(other: Draft) -> set[Anchor]:
        return {scene.page.root(scene.mention(k)).anchor for role, k in other.parties if role == "actor"}

    before = [(n, m) for n, m in things if drafts[n] is not d and m.anchor.start < scene.mention(i).anchor.start]
    meant = {m.anchor: m for n, m in before if doers(drafts[n]) & doers(d)}
    if len(meant) == 1 == len({m.anchor for _, m in before}):
        found = next(iter(meant.values()))
        scene.heads[i] = replace(scene.mention(i), refers=(found.anchor.start, found.anchor.end))
