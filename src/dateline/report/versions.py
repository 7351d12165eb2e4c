"""Orders the versions of a report: the same id with another text.

In:   reports that share an id.
Out:  them in order, one for each text, the last being the one that is read; which one counted on a day; how two differ.
Room: report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from typing import Final

from dateline.report.model import Report

PIECE: Final = re.compile(
    r"[^\s.!?](?:[^\n.!?]|[.!?](?![\s\"'”’)]))*[.!?]*[\"'”’)]*"
)  # a sentence, or a line without an end
MOST: Final = 1000  # pieces that are compared one by one; of a longer text only head and tail that agree are left out


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of one version that stand otherwise in the next; an empty text where nothing stands in its place."""

    was: tuple[int, int, str]  # start, end, words in the earlier text
    now: tuple[int, int, str]  # the same in the later one


def in_order(versions: Iterable[Report]) -> tuple[Report, ...]:
    """The versions by their published date, then by hash; of two with one text, one stays.

    The order does not depend on the order of arrival. An unknown date comes first: a version that says when it came out
    outranks one that does not.

    >>> from dateline.report.load import from_text
    >>> old = from_text("The ferry sailed on Monday.", id="h", published="2024-03-04")
    >>> new = from_text("The ferry sailed on Tuesday.", id="h", published="2024-03-05")
    >>> [v.published.edtf for v in in_order([new, old, new])]
    ['2024-03-04', '2024-03-05']
    """
    by_hash: dict[str, Report] = {}
    for v in sorted(versions, key=_full_key):
        by_hash[v.sha256] = v
    return tuple(sorted(by_hash.values(), key=_key))


def current(versions: Iterable[Report]) -> dict[str, Report]:
    """The last version of each report, by id.

    >>> from dateline.report.load import from_text
    >>> list(current([from_text("A ferry sailed.", id="x"), from_text("A ferry sank.", id="y")]))
    ['x', 'y']
    """
    grouped: dict[str, list[Report]] = {}
    for v in versions:
        grouped.setdefault(v.id, []).append(v)
    return {id: in_order(grouped[id])[-1] for id in sorted(grouped)}


def counted_by(versions: Iterable[Report], day: date | None, generous: bool = False) -> Report:
    """The version that counted as known by the day: the last that was out, before all of them the first.

    >>> from dateline.report.load import from_text
    >>> old = from_text("The ferry sailed on Monday.", id="h", published="2024-03-04")
    >>> new = from_text("The ferry sailed on Tuesday.", id="h", published="2024-03-06")
    >>> [counted_by([new, old], d).published.edtf for d in (date(2024, 3, 1), date(2024, 3, 5), None)]
    ['2024-03-04', '2024-03-04', '2024-03-06']
    """
    ordered = in_order(versions)
    out = [v for v in ordered if v.published.known_by(day, generous)]
    return out[-1] if out else ordered[0]


def differences(was: str, now: str) -> tuple[Difference, ...]:
    """What the later text says otherwise, sentence by sentence, in its order.

    >>> [(d.was[2], d.now[2]) for d in differences("Two died. It sank.", "Five died. It sank. Divers came.")]
    [('Two died.', 'Five died.'), ('', 'Divers came.')]
    """
    old, new = _pieces(was), _pieces(now)
    head = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a[2] != b[2]), min(len(old), len(new)))
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail][2] == new[-1 - tail][2]:
        tail += 1
    old, new = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(old), len(new)) > MOST:
        return (Difference(_span(old, was), _span(new, now)),)
    steps = SequenceMatcher(None, [p[2] for p in old], [p[2] for p in new], autojunk=False).get_opcodes()
    return tuple(
        Difference(_span(old[a:b], was), _span(new[c:d], now)) for kind, a, b, c, d in steps if kind != "equal"
    )


def _pieces(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group()) for m in PIECE.finditer(text)]


def _span(pieces: Sequence[tuple[int, int, str]], text: str) -> tuple[int, int, str]:
    """The stretch from the first piece to the last."""
    if not pieces:
        return (0, 0, "")
    return (pieces[0][0], pieces[-1][1], text[pieces[0][0] : pieces[-1][1]])


def _key(v: Report) -> tuple[bool, str, str, str]:
    first, last = v.published.sort_key()
    return (v.published.edtf is not None, first, last, v.sha256)


def _full_key(v: Report) -> tuple[bool, str, str, str, str]:
    """Of two copies of one text the better dated stays, then the one whose fields come last."""
    fields: Mapping[str, object] = {
        k: getattr(v, k) for k in ("url", "publisher", "byline", "title", "file", "published_stated")
    }
    return (*_key(v), repr(sorted((k, str(x)) for k, x in fields.items())))
