"""Who holds a post in the whole of a record: "the chief executive resigned" is the one who is told with that post.

In:   a record.
Out:  post to the entity of the only person named with it, former and acting ones aside.
Room: state.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import Final

from dateline.lexicon.states import families
from dateline.record.model import Record

NEAR: Final = 80  # characters around a name in which a post is looked for
MOST: Final = 20_000  # mentions of a record that are looked at
_NOT_NOW: Final = r"former|formerly|ex|outgoing|late|then|designate|elect|would-be|deputy|assistant"
NO_LONGER: Final = re.compile(rf"\b(?:{_NOT_NOW})\b", re.I)
OTHER: Final = re.compile(rf"\b(?:{_NOT_NOW}|vice|acting|interim)\b", re.I)
BEFORE: Final = re.compile(r"((?:[\w'’-]+ ){0,4}[\w-]+),? $")
BEHIND: Final = re.compile(r", (?:the |its |their |a )?((?:[a-z-]+ ){0,3}?[a-z-]+)(?: of\b|,|\.)")


def incumbents(record: Record) -> dict[str, str]:
    """Post to the id of the one person of the record who is named with it; posts of several persons are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    named = ((r, m) for _, r in sorted(record.reports.items()) for m in r.mentions if m.named and m.kind == "person")
    for _, (read_report, mention) in zip(range(MOST), named, strict=False):
        entity = record.entity_of.get((mention.anchor.report, mention.anchor.start, mention.anchor.end))
        text, start, end = read_report.report.text, mention.anchor.start, mention.anchor.end
        before = BEFORE.search(text[max(0, start - NEAR) : start])
        behind = BEHIND.match(text[end : end + NEAR])
        titles = [mention.title or "", before.group(1) if before else "", behind.group(1) if behind else ""]
        for title in titles if entity else ():
            post = post_in(title)
            if post and entity and not OTHER.search(title):
                found[post].add(entity)
    return {post: next(iter(who)) for post, who in sorted(found.items()) if len(who) == 1}


def post_in(title: str) -> str:
    """The office the words end in, the longest first; "" where they name none.

    >>> post_in("its long-serving chief executive"), post_in("the bridge")
    ('chief executive', '')
    """
    low = title.casefold().strip()
    ends = [w for w in _offices().get(low.rpartition(" ")[2], ()) if low == w or low.endswith(" " + w)]
    return max(ends, key=len, default="")


@cache
def _offices() -> dict[str, list[str]]:
    """The words for offices by their last word."""
    found: dict[str, list[str]] = defaultdict(list)
    for words in families()["office"]:
        found[words.rpartition(" ")[2]].append(words)
    return dict(found)
