"""What one side says and another denies in the same breath: "his lawyers said he was free, but police denied it".

In:   transitions, the reports that tell them.
Out:  the same, with a denial beside each that somebody said was so and somebody else at once denied.
Room: state. Who only reports it and is answered by nobody is taken at his word; so is what no voice tells.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from dateline.record.model import Record
from dateline.state.model import Transition
from dateline.terms.factuality import REAL

OPPOSED: Final = frozenset({"begin", "end", "suspend", "resume"})
DENYING: Final = r"(?:denied|denies|contradicted|refuted)"
POINTING: Final = r"(?:it|this|that|(?:the|that|this|those|these) (?:reports?|statements?|accounts?|assertions?))"
CLAIM: Final = r"(?:rejected|disputed|dismissed) (?:the|that|this) (?:claim|report|statement|account|assertion)"
ENDS: Final = r"(?=[.,;]|$| on )"
AT_ONCE: Final = re.compile(
    rf",? (?:but|though|although|while|whereas|however) (?:[\w'’-]+ ){{1,9}}?"
    rf"(?:{DENYING} {POINTING}|{CLAIM}){ENDS}|,? (?:which|something|a (?:claim|report|statement)(?: that| which)?) "
    rf"(?:[\w'’-]+ ){{1,8}}?{DENYING}{ENDS}"
)  # behind what is told, in its sentence
NEXT: Final = re.compile(
    rf"(?:But )?(?:[\w'’-]+ ){{1,8}}?(?:{DENYING} {POINTING}|{CLAIM}){ENDS}"
)  # as the next sentence opens
LONGEST: Final = 400  # characters behind what is told that are read


def with_gainsaid(found: Iterable[Transition], record: Record) -> Iterator[Transition]:
    """The transitions, each that is said to be so and denied at once followed by its denial."""
    for one in found:
        yield one
        if one.kind in OPPOSED and one.told.claim.factuality in REAL and one.told.claim.voice and _denied(one, record):
            yield replace(one, kind="deny", of=one.kind, when=one.published, term=None)  # type: ignore[arg-type]


def _denied(one: Transition, record: Record) -> bool:
    """Whether the rest of its sentence or the next one denies it."""
    read, end = record.reports.get(one.report), one.told.claim.trigger.end
    if read is None:
        return False
    spans = read.sentences
    at = bisect_right([a for a, _ in spans], end) - 1
    if at < 0:
        return False
    text = read.report.text
    own = text[end : spans[at][1]][:LONGEST]
    after = text[slice(*spans[at + 1])][:LONGEST] if at + 1 < len(spans) else ""
    return AT_ONCE.search(own) is not None or NEXT.match(after) is not None
