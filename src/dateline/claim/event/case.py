"""One event with all that speaks for and against a line of it.

In:   a claim as read, with its rule, its frame, the words of its title and whom its participants stand for.
Out:  what `worth` asks of it: who is somebody, who acts, whether it is told in the past.
Room: claim.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.event.able import can_act, does_harm, is_something
from dateline.claim.event.events import Happening
from dateline.claim.lexis import Rule, event_nouns, word_list
from dateline.claim.model import Claim, Mention, Participant
from dateline.claim.tree import Tree
from dateline.claim.wording.titles import Words

CONCRETE: Final = word_list("person organisation office group publisher place facility agreement")
GOING: Final = frozenset({"travel", "go", "fly", "return", "head"})
SPOTS: Final = frozenset({"in", "at", "near", "outside", "inside", "on", "off"})
PARTIES: Final = frozenset({"person", "organisation", "office", "publisher"})


@dataclass(frozen=True, slots=True)
class Case:
    """One event with all that speaks for and against a line."""

    tree: Tree
    event: Happening
    rule: Rule | None
    claim: Claim
    words: Words
    roots: Sequence[Mention]  # whom the participants stand for, in their order
    bare: bool
    moves: bool  # whether it begins or ends what stands: "the airport was closed", "crews launched a search"
    timed: bool  # whether it says when; "now" and "every week" do not
    named: Sequence[Participant]  # of the participants those who are somebody, as `somebodies` finds them

    @property
    def actors(self) -> list[Participant]:
        """Of them, those who act."""
        return [p for p in self.named if p.role == "actor"]

    @property
    def others(self) -> list[Participant]:
        """Of them, those who do not."""
        return [p for p in self.named if p.role != "actor"]

    @property
    def party(self) -> bool:
        """Whether somebody acts who is a party: a name, a body, an office, or a group that can act."""
        pairs = zip(self.claim.participants, self.roots, strict=True)
        return any(p.role == "actor" and (m.named or m.kind in PARTIES or can_act(m)) for p, m in pairs)

    @property
    def journey(self) -> bool:
        """ "Envoy Ana Reyes is expected to travel to Kor in the coming months": somebody named goes somewhere named."""
        who = any(p.mention.named and p.mention.kind == "person" for p in self.actors)
        return who and self.claim.lemma in GOING and any(p.mention.named for p in self.others)

    @property
    def caused(self) -> bool:
        """Whether what acts is itself a happening: a strike, a flood, a blast."""
        pairs = zip(self.claim.participants, self.roots, strict=True)
        return any(p.role == "actor" and does_harm(m) for p, m in pairs)

    @property
    def told_past(self) -> bool:
        """Whether it is told as having happened, in the past."""
        return self.claim.factuality == "happened" and self.claim.tense == "past"

    @property
    def weak(self) -> bool:
        """Whether verb or noun alone make no line."""
        lemma = self.tree.tokens[self.event.at].lemma.lower()
        noun = event_nouns().get(lemma) if self.event.noun else None
        return self.rule is None or self.rule.worth == "weak" or (noun is not None and noun.worth in {"weak", "asks"})

    @property
    def plain_noun(self) -> bool:
        """Whether a noun names it that no verb carries."""
        return self.event.noun and self.event.carrier == self.event.at

    @property
    def in_a_town(self) -> bool:
        """ "A bomb exploded outside a bank in Nairobi": the spot where it happened has the name of its town."""
        t, past = self.tree, self.told_past and not self.event.noun
        spots = [k for word, k in self.event.frame.obls if word in SPOTS] if past else []
        inside = ((k, m) for h in spots for k in t.children(h, "nmod") for m in t.children(k, "case"))
        return any(t.tokens[k].upos == "PROPN" and t.low[m] in {"in", "near"} for k, m in inside)


def somebodies(participants: Sequence[Participant], roots: Sequence[Mention]) -> tuple[Participant, ...]:
    """Participants who are somebody: a name, a body, an office, a group."""
    pairs = zip(participants, roots, strict=True)
    return tuple(p for p, m in pairs if m.named or m.kind in CONCRETE or is_something(m))
