"""Who speaks, and who is spoken of: "He was pushed," Ann Roe said' is not about Ann Roe.

In:   the mentions of one report seen so far, and the number of one.
Out:  yes or no; the mention of who speaks a quotation.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.people.seen import Seen
from dateline.claim.people.shape import is_subject
from dateline.claim.tree import Tree
from dateline.claim.voice.cues import verb_at

CLOSES: Final = {'"': '"', "“": "”", "''": "''", "``": "''", "‘": "’", "`": "'"}  # the mark that ends a quotation
BEHIND: Final = 40  # mentions behind one in which who speaks is looked for


def speaks(seen: Seen, j: int) -> bool:
    """Whether the mention is the subject of a verb of saying."""
    t = seen.tree(j)
    up = t.up(seen.found[j].head)
    if up is None or not is_subject(seen, j):
        return False
    cue = verb_at(t, up)
    return cue is not None and cue.cue_class == "report"


def tells_of(seen: Seen, j: int, k: int) -> bool:
    """ "Gordon Roe said he would go": whether `j` says what begins with `k`, wherever the parser hung that; not "Judge
    Roe denied him bail"."""
    a, b = seen.found[j], seen.found[k]
    if b.mention.head == "him" or seen.tree(k).rel(b.head) == "iobj":
        return False
    verb = seen.tree(k).up(a.head) if a.sentence == b.sentence and j < k and speaks(seen, j) else None
    return verb is not None and a.head < verb < b.head <= verb + 1 + (seen.tree(k).tokens[verb + 1].text == "that")


def quoter(seen: Seen, k: int) -> int | None:
    """Who speaks the quotation in which the mention stands, where its sentence says so: before or behind it."""
    here, t = seen.found[k].sentence, seen.tree(k)
    if not _in_quotation(t, seen.found[k].head):
        return None
    near = range(max(0, k - BEHIND), min(len(seen.found), k + BEHIND))
    own = (j for j in near if j != k and seen.found[j].sentence == here and speaks(seen, j))
    return next((j for j in own if not _in_quotation(t, seen.found[j].head)), None)


def is_quoter(seen: Seen, j: int, speaker: int | None) -> bool:
    """Whether the mention is of who speaks the quotation, and calls himself "I" there."""
    if speaker is None:
        return False
    said, at = seen.found[speaker].mention, seen.at.get(seen.root_of(j))
    root = seen.found[j if at is None else at].mention
    named = said.named and root.named
    return (named and root.head.lower() == said.head.lower()) or seen.root_of(speaker) == seen.root_of(j)


def _in_quotation(t: Tree, i: int) -> bool:
    """Whether a quotation that begins in the sentence is open at the word."""
    opened = ""
    for token in t.tokens[:i]:
        if opened:
            opened = "" if token.text == CLOSES[opened] else opened
        elif token.text in CLOSES:
            opened = token.text
    return bool(opened)
