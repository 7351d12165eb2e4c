"""Orders the versions of a report: the same id with another text.

In:   reports that share an id.
Out:  them in order, one for each text, the last being the one that is read.
Room: report.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dateline.report.model import Report


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


def _key(v: Report) -> tuple[bool, str, str, str]:
    first, last = v.published.sort_key()
    return (v.published.edtf is not None, first, last, v.sha256)


def _full_key(v: Report) -> tuple[bool, str, str, str, str]:
    """Of two copies of one text the better dated stays, then the one whose fields come last."""
    fields: Mapping[str, object] = {
        k: getattr(v, k) for k in ("url", "publisher", "byline", "title", "file", "published_stated")
    }
    return (*_key(v), repr(sorted((k, str(x)) for k, x in fields.items())))
