"""Finds out who copies whom, and which reports go back to one source.

In:   reports, and when each came out as far as that is known.
Out:  an Origin a report: the id that all reports of one source share, and what it is derived from, with the words.
Room: record.

Method: word 5-grams outside page furniture and quotations, compared by containment (Broder 1997), because excerpts are
the rule and a symmetric likeness misses them. One inverted index that holds the earliest reports of each 5-gram keeps
the work near-linear. A report has one best earlier source; it joins the origin of that source only if it is itself like
the report at the root, so that a chain of small borrowings does not make everything one. Rewrites without shared
wording are joined only where both credit the same agency, came out together and share most of their rare words.
"""

from __future__ import annotations

import math
import re
import zlib
from bisect import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dateline.record.model import Dated, Origin
from dateline.report.credits import is_known, publisher_name
from dateline.report.model import Reason, Report
from dateline.terms import Anchor, When

GRAM = 5  # words
COPY = 0.2  # share of the shorter text's 5-grams; on bench/reuse same-topic texts stay under 0.02, rewrites over 0.3
WORD_FOR_WORD = 0.9  # above it "copies", below it "rewrites"
FEWEST = 8  # shared 5-grams; two briefs with one common phrase are no copies
SENTENCE = 6  # 5-grams in a row (10 words): a sentence borrowed whole
KEPT = 12  # reports that the index keeps for a 5-gram; the earliest
SAMPLE = 4  # every fourth 5-gram of a long text is looked up
FOOTER = 0.6  # a smaller share that stands only at the ends of both texts is a house's footer, not a story
TAIL = 0.6  # where the end of a text begins
LONG = 160  # 5-grams
COMPARED = 24  # reports that one is compared with; those with the most 5-grams of it
SAME_STORY = 0.2  # weighted likeness of two reports of one agency within a day; situations: other stories stay under
SAME_STORY_UNDATED = 0.3
SAME_DAYS = 1


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is compared of one report."""

    id: str
    report: Report
    published: When
    tokens: tuple[tuple[int, int], ...]  # places of the words compared
    grams: tuple[int, ...]  # one for each word that begins a 5-gram
    own: frozenset[int]
    words: frozenset[str]
    house: str | None  # the publisher's usual name
    credited: frozenset[str]


_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r"[\"“]([^\"“”\n]{30,2000})[\"”]")


def sketch(id: str, report: Report, published: When) -> Sketch:
    """The comparable part of a report: its words outside furniture; 5-grams inside long quotations are left out."""
    text = report.text
    tokens = [m.span() for low, high in _gaps(report) for m in _WORD.finditer(text, low, high)]
    words = [text[a:b].casefold() for a, b in tokens]
    number = {w: zlib.crc32(w.encode("utf-8", "replace")) for w in sorted(set(words))}
    n = [number[w] for w in words]
    grams = [
        (a ^ b * 0x9E3779B1 ^ c * 0x85EBCA77 ^ d * 0xC2B2AE3D ^ e * 0x27D4EB2F) & _MASK
        for a, b, c, d, e in zip(n, n[1:], n[2:], n[3:], n[4:], strict=False)
    ]
    quotes = [m.span() for m in _QUOTED.finditer(text)]
    outside = frozenset(g for g, (a, _) in zip(grams, tokens, strict=False) if not quotes or not _inside(quotes, a))
    own = outside if len(outside) >= FEWEST else frozenset(grams)
    house = publisher_name(re.sub(r"\s*[(/].*", "", report.publisher)) if report.publisher else None
    credited = frozenset(c.name for c in report.credits)
    return Sketch(id, report, published, tuple(tokens), tuple(grams), own, frozenset(words), house, credited)


_MASK = (1 << 60) - 1


def age(published: When, id: str) -> tuple[bool, str, str, str]:
    """The order in which reports are held to have come out: those that state their date first, then by day, then by id.

    One whose date is only bounded comes before none that may be its source.
    """
    return (published.basis == "constraint", *published.sort_key(), id)


def _age(s: Sketch) -> tuple[bool, str, str, str]:
    return age(s.published, s.id)


def _gaps(report: Report) -> Iterator[tuple[int, int]]:
    """The stretches of text between furniture."""
    at = 0
    for n in report.noise:
        if n.kind != "heading":
            yield at, max(at, n.start)
            at = max(at, n.end)
    yield at, len(report.text)


def _inside(spans: list[tuple[int, int]], at: int) -> bool:
    """Whether a place lies in one of the sorted spans."""
    n = bisect(spans, at, key=lambda s: s[1])
    return n < len(spans) and spans[n][0] <= at


def containment(a: Sketch, b: Sketch) -> float:
    """The share of the shorter text's 5-grams that the other has, 0..1; 0 where there are too few."""
    shared = len(a.own & b.own)
    shorter = min(len(a.own), len(b.own))
    return shared / shorter if shared >= min(FEWEST, max(1, shorter)) else 0.0


def origins(reports: Mapping[str, Report], dates: Mapping[str, Dated]) -> dict[str, Origin]:
    """Where each report's words come from, by report id.

    >>> from dateline.report.load import from_text
    >>> words = "The ferry sailed again on Monday after a week of strike, the port office said, and trucks moved."
    >>> pile = {i: from_text(words, id=i, published=f"2024-03-0{n}") for n, i in enumerate(("b", "a"), 5)}
    >>> found = origins(pile, {})
    >>> found["a"].origin, [source for source, _ in found["a"].derived_from]
    ('b', ['b'])
    """
    order = sorted(
        (sketch(id, r, dates[id].published if id in dates else r.published) for id, r in reports.items()),
        key=_age,
    )
    near = _neighbours(order)
    weigh = _weights(order)
    root: dict[str, str] = {}
    by_id = {s.id: s for s in order}
    for s in order:
        root[s.id] = _root_of(s, near[s.id], by_id, root)
    _join_agencies(order, root, weigh)
    sources = {s.id: _best_source(s, near[s.id], by_id) for s in order}
    _cut_circles(sources, order)
    return {s.id: Origin(root[s.id], _derived(s, sources[s.id], near[s.id], by_id)) for s in order}


def _neighbours(order: list[Sketch]) -> dict[str, dict[str, float]]:
    """For each report the others it shares wording with, and how much; found through an index of 5-grams."""
    index: dict[int, list[int]] = {}
    near: dict[str, dict[str, float]] = {s.id: {} for s in order}
    for n, s in enumerate(order):
        grams = sorted(s.own) if len(s.own) <= LONG else sorted(g for g in s.own if g % SAMPLE == 0)
        hits: Counter[int] = Counter()
        for g in grams:
            places = index.setdefault(g, [])
            hits.update(places)
            if len(places) < KEPT:
                places.append(n)
        for other, count in sorted(hits.items(), key=lambda h: (-h[1], h[0]))[:COMPARED]:
            if count < 2:
                break
            share = containment(s, order[other])
            if share > 0 and not (share < FOOTER and _only_tails(s, order[other])):
                near[s.id][order[other].id] = share
                near[order[other].id][s.id] = share
    return near


def _only_tails(a: Sketch, b: Sketch) -> bool:
    """Whether all that two texts share stands at the end of both."""
    shared = a.own & b.own
    first_a = next((i for i, g in enumerate(a.grams) if g in shared), 0)
    first_b = next((i for i, g in enumerate(b.grams) if g in shared), 0)
    return first_a > TAIL * len(a.grams) and first_b > TAIL * len(b.grams)


def _root_of(s: Sketch, near: Mapping[str, float], by_id: Mapping[str, Sketch], root: Mapping[str, str]) -> str:
    """The root of the likest earlier report, if this one is like that root too."""
    earlier = sorted(((-share, id) for id, share in near.items() if id in root and share >= COPY))
    for _, id in earlier:
        first = root[id]
        if first == id or near.get(first, 0.0) >= COPY or containment(s, by_id[first]) >= COPY:
            return first
    return s.id


def _weights(order: list[Sketch]) -> dict[str, float]:
    often = Counter(w for s in order for w in s.words)
    return {w: math.log(len(order) / n) if len(order) > 1 else 1.0 for w, n in often.items()}


def likeness(a: Sketch, b: Sketch, weigh: Mapping[str, float]) -> float:
    """How much of their rare words two reports share: the cosine of their words, weighted by rarity in the pile."""
    both = math.fsum(weigh[w] ** 2 for w in sorted(a.words & b.words))
    each = [math.sqrt(math.fsum(weigh[w] ** 2 for w in sorted(s.words))) for s in (a, b)]
    return both / (each[0] * each[1]) if each[0] and each[1] else 0.0


def _join_agencies(order: list[Sketch], root: dict[str, str], weigh: Mapping[str, float]) -> None:
    """Reports that credit one agency, came out together and tell the same go back to that agency's report."""
    by_agency: dict[str, list[Sketch]] = {}
    for s in order:
        for name in sorted(filter(is_known, s.credited)):
            by_agency.setdefault(name, []).append(s)
    for name in sorted(by_agency):
        members = by_agency[name][:400]
        for i, s in enumerate(members):
            if root[s.id] != s.id:
                continue
            for earlier in members[:i][-40:]:
                if _together(earlier, s, weigh) and root[earlier.id] != s.id:
                    root[s.id] = root[earlier.id]
                    break
    for s in order:  # those that hung on a report which has joined another go with it
        while root[root[s.id]] != root[s.id]:
            root[s.id] = root[root[s.id]]


def _together(a: Sketch, b: Sketch, weigh: Mapping[str, float]) -> bool:
    if not (a.published.overlaps(b.published, slack=SAME_DAYS)):
        return False
    least = SAME_STORY if a.published.exact and b.published.exact else SAME_STORY_UNDATED
    return likeness(a, b, weigh) >= least


def first_of(a: Sketch, b: Sketch) -> tuple[Sketch, str]:
    """Which of two like reports is the source, and why; the answer does not depend on the order asked in."""
    a, b = sorted((a, b), key=_age)
    for one, other in ((a, b), (b, a)):
        if one.house and one.house in other.credited and not (other.house and other.house in one.credited):
            return one, f"it credits {one.house}"
    if a.published.latest and b.published.earliest and a.published.latest < b.published.earliest:
        return a, "it came out later"
    if len(b.own) >= 1.3 * len(a.own) and not (a.published.known and b.published.known):
        return b, "it is an excerpt"
    if len(a.own) >= 1.3 * len(b.own):
        return a, "it is an excerpt"
    if bool(a.credited) != bool(b.credited) and not (a.published.known and b.published.known):
        return (b, "it names a source") if a.credited else (a, "it names a source")
    if a.published.known != b.published.known:
        return a, "it has no date, and the other has"
    return a, "neither is known to be the earlier; the order is that of their ids"


def _best_source(s: Sketch, near: Mapping[str, float], by_id: Mapping[str, Sketch]) -> str | None:
    """The one report this one was most likely made from."""
    found = []
    for id, share in near.items():
        other = by_id[id]
        if share < COPY or first_of(s, other)[0] is not other:
            continue
        credited = other.house is not None and other.house in s.credited
        explained = round(len(s.own & other.own) / max(1, len(s.own)) * 20)
        found.append((not credited, -explained, *_age(other)))
    return min(found)[-1] if found else None


def _cut_circles(sources: dict[str, str | None], order: Iterable[Sketch]) -> None:
    for s in order:
        seen = {s.id}
        at = sources[s.id]
        while at is not None and at not in seen:
            seen.add(at)
            at = sources[at]
        if at == s.id:
            sources[s.id] = None


def _derived(
    s: Sketch, source: str | None, near: Mapping[str, float], by_id: Mapping[str, Sketch]
) -> tuple[tuple[str, Reason], ...]:
    """What the report is derived from: the source found, whole sentences borrowed, the names it credits."""
    out: list[tuple[str, Reason]] = []
    if source is not None:
        share, why = near[source], first_of(s, by_id[source])[1]
        verb = "copies" if share >= WORD_FOR_WORD else "rewrites"
        words = f"{verb} it: {round(share * 100)} % of the shorter text is the same word for word; {why}"
        out.append((source, Reason(words, longest_run(s, by_id[source])[1])))
    for id in sorted(near):
        other = by_id[id]
        if (
            id == source
            or near[id] >= COPY
            or not other.house
            or other.house.casefold() not in s.report.text.casefold()
        ):
            continue
        length, anchor = longest_run(s, other)
        if length >= SENTENCE and first_of(s, other)[0] is other:
            out.append((id, Reason(f"names {other.house} and repeats its words", anchor)))
    out += [(c.name, Reason(c.why, c.anchor)) for c in s.report.credits]
    return tuple(out)


def longest_run(s: Sketch, other: Sketch) -> tuple[int, Anchor | None]:
    """The longest stretch of a report that stands in another word for word: its length in 5-grams, and its words."""
    theirs = set(other.grams)
    best, at, start = 0, 0, 0
    for i, g in enumerate((*s.grams, -1)):
        if g in theirs:
            continue
        if i - start > best:
            best, at = i - start, start
        start = i + 1
    if not best:
        return 0, None
    last = min(at + best + GRAM - 2, at + 60)
    return best, Anchor.cut(s.id, s.report.text, s.tokens[at][0], s.tokens[last][1])
