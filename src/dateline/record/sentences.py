"""Two claims of one sentence that tell one thing: who says it and what is said, who asks it and what is asked.

In:   the features of all claims.
Out:  pairs that one line of the timeline should tell, with the reason.
Room: record. "The ministry announced on Monday that the base was empty" is one line, dated by the announcement where
what is announced has no day of its own; "the court ordered the seizure of the ship" is one line, the order.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from dateline.record.features import Told, listed
from dateline.terms import Anchor, Factuality

SPOKEN: Final[frozenset[Factuality]] = frozenset({"happened", "ongoing"})
AT_ONCE: Final = ("effective immediately", "with immediate effect", "effective at once")
ASKED: Final[frozenset[Factuality]] = frozenset({"demanded", "conditional"})
_STOP: Final = re.compile(r"[,.;:]")
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
    if deed.lemma in listed("causing") and what.factuality in SPOKEN and deed.trigger.end < what.trigger.start:
        between = deed.anchor.text[deed.trigger.end - deed.anchor.start : what.trigger.start - deed.anchor.start]
        if between.split()[-1:] == ["to"] and not _STOP.search(between):
            return "one sentence: what somebody was brought to do"
    at_once = what.factuality == "planned" and any(words in deed.anchor.text.lower() for words in AT_ONCE)
    said = deed.lemma in listed("saying") and (what.factuality in SPOKEN or at_once) and what.voice
    near = at_once or act.placed.when.overlaps(content.placed.when)
    if said and near and _speaks(act, content):
        return "one sentence: what is said, and who says it"
    return ""


def _speaks(act: Told, content: Told) -> bool:
    """Whether who acts in the first claim is the voice of the second."""
    voice = content.placed.voice[-1]
    actors = [(entity, m.anchor) for role, entity, m in act.placed.entities if role == "actor"]
    return any(_touch(voice.anchor, anchor) or (entity and entity == voice.entity) for entity, anchor in actors)


def _touch(a: Anchor, b: Anchor) -> bool:
    return a.report == b.report and a.start < b.end and b.start < a.end
