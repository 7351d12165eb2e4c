"""Names that the reader cut in two: at a bracket, or behind their first word.

In:   the tree of a sentence and the spans of its names.
Out:  the same, each such name one span.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.model import MentionKind
from dateline.claim.tree import Tree

PAPERS: Final = frozenset(
    {"Act", "Bill", "Regulations", "Regulation", "Order", "Law", "Rules", "Ordinance", "Directive"}
)
BRACKETED: Final = 8  # words between the bracket that opens in such a name and the word behind it
_MINOR: Final = "of for the and de du des la le les to in on a an et y"
MINOR: Final = frozenset(_MINOR.split())


def whole_names(t: Tree, spans: list[tuple[int, int, MentionKind]]) -> list[tuple[int, int, MentionKind]]:
    """ "Arkadi Josef Komar Jr." is one name, where the reader saw a person in its first word and one in the rest."""
    out: list[tuple[int, int, MentionKind]] = []
    for first, last, kind in sorted(spans):
        before = out[-1] if out else None
        beside = before is not None and before[1] == first - 1 and before[2] == kind == "person"
        if before is not None and beside and t.rel(first) == "flat" and before[0] <= (t.up(first) or 0) < first:
            out[-1] = (before[0], last, kind)
        else:
            out.append((first, last, kind))
    return out


def with_brackets(
    t: Tree, spans: list[tuple[int, int, MentionKind]], taken: set[int]
) -> list[tuple[int, int, MentionKind]]:
    """ "The Pilots (Licensing) Act" is one name, whatever the brackets part it into."""
    for end in [i for i in range(3, len(t.tokens)) if t.tokens[i].text in PAPERS and t.tokens[i - 1].text == ")"]:
        opens = next((k for k in range(end - 2, max(0, end - BRACKETED), -1) if t.tokens[k].text == "("), None)
        first = opens
        while first and (t.tokens[first - 1].text[:1].isupper() or t.tokens[first - 1].text in MINOR):
            first -= 1
        while first is not None and opens is not None and first < opens and t.low[first] in MINOR:
            first += 1
        if opens is None or first is None or first == opens:
            continue
        spans = [s for s in spans if s[1] < first or s[0] > end]
        spans.append((first, end, "misc"))
        taken.update(range(first, end + 1))
    return spans
