"""Two claims of one sentence that tell one thing: who says it and what is said, who asks it and what is asked.

In:   the features of all claims.
Out:  pairs that one line of the timeline should tell, with the reason.
Room: record. "The ministry announced on Monday that the base was empty" is one line, dated by the announcement where
what is announced has no day of its own; "the court ordered the seizure of the ship" is one line, the order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.record.features import Told, listed
from dateline.terms import Anchor, Factuality

SPOKEN: Final[frozenset[Factuality]] = frozenset({"happened", "ongoing"})
ASKED: Final[frozenset[Factuality]] = frozenset({"demanded", "conditional"})
MOST: Final = 12  # claims of one sentence that are compared; a longer list tells nothing twice


def within_sentences(told: Mapping[str, Told]) -> Iterator[tuple[str, str, str]]:
    """Pairs of claims, by id, that one sentence tells as one thing, and why."""
    held: dict[tuple[str, int], list[Told]] = defaultdict(list)
    for name in sorted(told):
        claim = told[name].placed.claim
        held[(claim.report, claim.anchor.start)].append(told[name])
    for key in sorted(held):
        for act in held[key][:MOST]:
            for content in held[key][:MOST]:
                if act is not content and (why := _one(act, content)):
                    yield act.id, content.id, why


def _one(act: Told, content: Told) -> str:
    """Why the second claim is what the first one says or asks; "" where it is not."""
    what, deed = content.placed.claim, act.placed.claim
    dated = what.time is not None or content.placed.when.basis not in ("constraint", "none")
    if deed.factuality not in SPOKEN or dated:
        return ""  # what has a day of its own is a line of its own
    if what.factuality in ASKED and what.factuality_cue is not None and _touch(what.factuality_cue, deed.trigger):
        return "one sentence: what is asked, and who asks it"
    said = deed.lemma in listed("saying") and what.factuality in SPOKEN and what.voice
    if (
        said
        and act.placed.when.overlaps(content.placed.when)
        and any(_touch(what.voice[-1].anchor, m.anchor) for r, _, m in act.placed.entities if r == "actor")
    ):
        return "one sentence: what is said, and who says it"
    return ""


def _touch(a: Anchor, b: Anchor) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end
