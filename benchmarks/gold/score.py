"""Scores Dateline's reading against the gold, layer by layer.

Every figure is taken on the dev part, label by label; of the test part only the main figure of each layer is shown.
A word that the reading has no claim for is missed, and a miss is wrong. Fields on which readers differ are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dateline.claim.model import Claim, Quantity
from dateline.lexicon.tables import table
from dateline.state.model import Transition
from dateline.terms import Voice

from .model import FACTUALITY, Chain, Change, Fact, Figure, Link, Parts, Span
from .rows import Entry
from .seen import Seen, covers, holds, is_link, meanings, stem

Scores = dict[str, float]  # measure -> percent; the first is the main one
Apart = dict[
    str, list[Span]
]  # by passage: words on which readers still differ; nothing said of them is held against the reading
TARGET = {"object": "target", "recipient": "target"}  # what the two are in PLOVER's sense: to whom or what it is done
DIMENSIONS = {row["dimension"] for row in table("counted_dimensions")} | {"price", "cost", "magnitude"}
KINDS = {"replace": "end", "not_begun": "deny"}  # a transition's kind in the gold's words


@dataclass(slots=True)
class Tally:
    """Hits, what was said, what was wanted."""

    hit: float = 0
    said: int = 0
    wanted: int = 0

    def add(self, hit: float, said: int, wanted: int) -> None:
        """One more word or passage."""
        self.hit, self.said, self.wanted = self.hit + hit, self.said + said, self.wanted + wanted

    @property
    def f1(self) -> float:
        """In percent; 100 where nothing was said or wanted."""
        return 200 * self.hit / (self.said + self.wanted) if self.said + self.wanted else 100.0


@dataclass(slots=True)
class Shares:
    """How often something was right, by name."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: bool) -> None:
        """One more case."""
        self.right[name] += right
        self.all[name] += 1

    def rows(self) -> Scores:
        """In percent, by name."""
        return {name: 100 * self.right[name] / n for name, n in sorted(self.all.items())}


def told_links(voices: Sequence[Voice], links: Sequence[Link]) -> tuple[Sequence[Voice], int]:
    """The voices that count (who only intends or orders is no link unless the gold has him), and how many are right."""
    counted = [v for v in voices if v.cue_class == "report" or any(is_link(v, link.heads) for link in links)]
    best = [[0] * (len(links) + 1) for _ in range(len(counted) + 1)]
    for i, voice in enumerate(counted):
        for j, link in enumerate(links):
            same = best[i][j] + is_link(voice, link.heads)
            best[i + 1][j + 1] = max(same, best[i][j + 1], best[i + 1][j])
    return counted, best[len(counted)][len(links)]


def factuality(entries: Iterable[Entry], seen: dict[str, Seen]) -> Scores:
    """Macro-F1 over the labels that the gold has, accuracy, F1 by label; whose commitment it is; the cue."""
    confusion: Counter[tuple[str, str]] = Counter()
    more = Shares()
    for entry in entries:
        fact = entry.item
        assert isinstance(fact, Fact)
        claims = seen[fact.passage].at(fact.start, fact.end)
        claim = next((c for c in claims if _speaks(c, fact)), claims[0] if claims else None)
        label = "missed"
        if claim is not None:
            own = not fact.voice and any(v.cue_class == "report" for v in claim.voice)
            label = claim.reported_as if own else claim.factuality
        confusion[fact.label, label] += 1
        if "voice" not in entry.open:
            more.add("right voice", claim is not None and _speaks(claim, fact))
        if fact.cues and fact.label == label:
            cue = claim.factuality_cue if claim else None
            more.add(
                "cue, of those right", cue is not None and any(cue.start < e and s < cue.end for s, e in fact.cues)
            )
    here = [label for label in FACTUALITY if any(gold == label for gold, _ in confusion)]
    by_label = {label: _class_f1(confusion, label) for label in here}
    n = confusion.total() or 1
    return {
        "macro-F1": sum(by_label.values()) / max(1, len(here)),
        "accuracy": 100 * sum(confusion[label, label] for label in here) / n,
        "event word found": 100 - 100 * sum(c for (_, said), c in confusion.items() if said == "missed") / n,
        **{f"F1 {label}": score for label, score in by_label.items()},
        **more.rows(),
    }


def _speaks(claim: Claim, fact: Fact) -> bool:
    """Whether the claim's innermost voice is the fact's; who only intends or orders may be named or not."""
    counted, right = told_links(claim.voice, fact.voice[-1:])
    return not counted if not fact.voice else right == 1 and is_link(counted[-1], fact.voice[-1].heads)


def _class_f1(confusion: Counter[tuple[str, str]], label: str) -> float:
    said = sum(n for (_, s), n in confusion.items() if s == label)
    wanted = sum(n for (g, _), n in confusion.items() if g == label)
    return 200 * confusion[label, label] / (said + wanted) if said + wanted else 0.0


def chains(entries: Iterable[Entry], seen: dict[str, Seen]) -> Scores:
    """F1 of links in their order, and how many chains are right as a whole, by their length."""
    links, right = Tally(), Shares()
    for entry in entries:
        chain = entry.item
        assert isinstance(chain, Chain)
        told = seen[chain.passage].chains(chain.start, chain.end)
        tried = [told_links(voices, chain.links) for voices in told]
        voices, hit = max(tried, key=lambda t: (t[1], -len(t[0])))
        links.add(hit, len(voices), len(chain.links))
        whole = hit == len(voices) == len(chain.links)
        right.add("right chain, all", whole)
        right.add(f"right chain, {['none', 'one link', 'two links or more'][min(2, len(chain.links))]}", whole)
    return {"F1 of links": links.f1, **right.rows()}


def roles(entries: Iterable[Entry], seen: dict[str, Seen]) -> Scores:
    """F1 of parts (object and recipient as one, and apart), of place and time; how often place and time are right."""
    tallies: dict[str, Tally] = {
        k: Tally() for k in ("parts", "strict", "actor", "target", "instrument", "place", "time")
    }
    shares = Shares()
    for entry in entries:
        parts = entry.item
        assert isinstance(parts, Parts)
        here = seen[parts.passage]
        claim = next(iter(here.at(parts.start, parts.end)), None)
        shares.add("event word found", claim is not None)
        wanted = [(role, span) for role, span in parts.roles if role not in entry.open]
        said = [p for p in claim.participants if p.role not in entry.open] if claim else []
        for group in ("strict", "actor", "target", "instrument", "place"):
            name = (lambda r: r) if group == "strict" else (lambda r: TARGET.get(r, r))
            w = [(name(r), s) for r, s in wanted if group in ("strict", name(r))]
            p = [(name(m.role), m.mention) for m in said if group in ("strict", name(m.role))]
            hits = [any(r == role and covers(m, [span]) for r, m in p) for role, span in w]
            good = [any(r == role and covers(m, [span]) for role, span in w) for r, m in p]
            tallies[group].add((sum(hits) + sum(good)) / 2, len(p), len(w))
            if group == "place" and "place" not in entry.open:
                shares.add("right place or none", all(hits) and all(good))
        if "time" not in entry.open:
            time = here.times[claim.time] if claim is not None and claim.time is not None else None
            fits = holds(time, parts.time)
            tallies["time"].add(time is not None and fits, time is not None, parts.time is not None)
            shares.add("right time or none", claim is not None and fits)
            if time is not None and fits and claim is not None and "relation" not in entry.open:
                shares.add("time relation, of those right", claim.time_relation == parts.relation)
    for group in ("actor", "target", "instrument", "place", "time"):
        tallies["parts"].add(tallies[group].hit, tallies[group].said, tallies[group].wanted)
    names = {"parts": "F1 of parts, place and time", "strict": "F1 of parts, object and recipient apart"}
    return {names.get(k, f"F1 {k}"): t.f1 for k, t in tallies.items()} | shares.rows()


def figures(entries: Iterable[Entry], seen: dict[str, Seen], apart: Apart | None = None) -> Scores:
    """F1 of all that is said of amounts, F1 of finding them, each field, and numbers that are none left alone."""
    said_of, found, shares = Tally(), Tally(), Shares()
    by_passage: dict[str, list[Entry]] = {}
    for entry in entries:
        by_passage.setdefault(entry.item.passage, []).append(entry)
    for passage, rows in by_passage.items():
        here = seen[passage]
        for entry in rows:
            figure = entry.item
            assert isinstance(figure, Figure)
            hit = _best(figure, here.quantities)
            if figure.none is not None:
                shares.add("number that is none, left alone", hit is None)
                continue
            wanted = {n: _wanted(figure, n, here) for n in FIELDS if n not in entry.open}
            right = {n: hit is not None and _right(hit, n, wanted[n]) for n in wanted}
            filled = {n for n, words in wanted.items() if words}
            told = {n for n in wanted if hit is not None and _value(hit, n)}
            said_of.add(
                (hit is not None) + sum(right[n] for n in filled & told), len(told) + (hit is not None), len(filled) + 1
            )
            found.add(hit is not None, hit is not None, 1)
            for n in wanted if hit is not None else ():
                shares.add(f"right {n}, of those found", right[n])
        spans = [(e.item.start, e.item.end) for e in rows if isinstance(e.item, Figure) and e.item.none is None]
        spans += (apart or {}).get(passage, [])
        loose = [q for q in here.quantities if not any(_over(q, s) for s in spans)]
        found.add(0, len(loose), 0)
        said_of.add(0, len(loose), 0)
    return {"F1 of all that is said": said_of.f1, "F1 of finding amounts": found.f1, **shares.rows()}


def _over(quantity: Quantity, span: Span) -> bool:
    return quantity.amount.start < span[1] and span[0] < quantity.amount.end


def _best(figure: Figure, quantities: Iterable[Quantity]) -> Quantity | None:
    """Of the quantities over the number, the one whose words are nearest to it: "30 of the 200" holds two numbers."""
    over = [q for q in quantities if _over(q, (figure.start, figure.end))]
    return min(over, key=lambda q: (abs(q.amount.start - figure.start), q.amount.end), default=None)


def _wanted(figure: Figure, name: str, here: Seen) -> set[str]:
    value = getattr(figure, name)
    if name in ("counted", "of", "where", "scope"):
        spans = value if name != "counted" else [value] if value else []
        return {word for span in spans for word in meanings(here, span)}
    return {"approx"} if value is True else {value} if value else set()


def _value(quantity: Quantity, name: str) -> str:
    """What the reading says, "" for nothing; what a length measures is no scope in the gold's sense."""
    value = getattr(quantity, name)
    if name == "scope":
        value = tuple(word for word in value if word not in DIMENSIONS)
    return " ".join(value) if isinstance(value, tuple) else "approx" if value is True else value or ""


def _right(quantity: Quantity, name: str, wanted: set[str]) -> bool:
    """Whether the field says what the gold says, in any of its words; both nothing is right."""
    said = _value(quantity, name)
    if name in ("bound", "approximate", "role"):
        return {said} - {""} == wanted
    words = {stem(word) for word in said.replace("'s", " ").split()}
    if (
        name == "of" and wanted and quantity.of_mention is not None
    ):  # "its", "the airline": by the words that stand there
        words |= {stem(word) for word in quantity.of_mention.anchor.text.replace("'s", " ").split()}
    if name == "counted":
        words |= {stem(quantity.unit), *(stem(w) for w in quantity.amount.text.split()[-1:])}
        return not wanted or bool(words & wanted)
    return bool(words & wanted) if wanted else not said


FIELDS = ("counted", "of", "where", "scope", "bound", "approximate", "role")


def states(
    entries: Iterable[Entry], seen: dict[str, Seen], passages: Iterable[str] = (), apart: Apart | None = None
) -> Scores:
    """F1 of changes found, with the right effect, with the right slot too; look-alikes left alone."""
    found, effect, whole, shares = Tally(), Tally(), Tally(), Shares()
    by_passage: dict[str, list[Change]] = {passage: [] for passage in passages}
    for entry in entries:
        assert isinstance(entry.item, Change)
        by_passage.setdefault(entry.item.passage, []).append(entry.item)
    for passage, changes in sorted(by_passage.items()):
        here, left = seen[passage], list(seen[passage].changes)
        for change in changes:
            hit = _change(change, left, here)
            if change.effect == "none":
                shares.add("look-alike left alone", hit is None)
                continue
            if hit is not None:
                left.remove(hit)
            same = hit is not None and _effect(hit, change)
            slot = hit is not None and hit.slot == change.slot
            found.add(hit is not None, hit is not None, 1)
            effect.add(same, hit is not None, 1)
            whole.add(same and slot, hit is not None, 1)
            shares.add(f"found with its effect, {change.effect}", same)
        open_ = (apart or {}).get(passage, [])
        words = [(t.told.claim.trigger, t.slot) for t in left]
        loose = {(w.start, slot) for w, slot in words if not any(w.start < e and s < w.end for s, e in open_)}
        for tally in (found, effect, whole):
            tally.add(0, len(loose), 0)
    return {
        "F1 of effect and slot": whole.f1, "F1 of effect": effect.f1, "F1 of finding changes": found.f1, **shares.rows()
    }  # fmt: skip


def _change(change: Change, left: Sequence[Transition], here: Seen) -> Transition | None:
    """The transition told by this word, else one of the same slot in the same sentence."""

    def near(t: Transition) -> tuple[bool, ...] | None:
        at = t.told.claim.trigger
        over = at.start < change.end and change.start < at.end
        same = t.slot == change.slot and here.sentence(at.start) == here.sentence(change.start)
        return (not over, t.slot != change.slot, not _effect(t, change)) if over or same else None

    ranked = [(rank, n) for n, t in enumerate(left) if (rank := near(t)) is not None]
    return left[min(ranked)[1]] if ranked else None


def reads_change(change: Change, here: Seen) -> bool:
    """Whether the change is found with its effect and slot, or the look-alike left alone."""
    hit = _change(change, here.changes, here)
    if hit is None or change.effect == "none":
        return hit is None and change.effect == "none"
    return _effect(hit, change) and hit.slot == change.slot


def _effect(transition: Transition, change: Change) -> bool:
    """Whether the two say the same; that an end did not come is told as holding."""
    kind, of = KINDS.get(transition.kind, transition.kind), transition.of.removeprefix("plan-")
    if change.effect == "deny" and change.of in ("end", "suspend"):
        return kind in ("hold", "deny")
    if change.effect == "plan":
        return kind == "plan" and KINDS.get("begin" if of == "ask" else of, of) == change.of
    return kind == change.effect


SCORERS: dict[str, Callable[..., Scores]] = {"F": factuality, "C": chains, "R": roles, "N": figures, "S": states}
