"""Reads the figures of a report: how many of what, of whom, where, in which role, how certainly, and who says so.

In:   a report as read, its mentions, time expressions and attributions.
Out:  Quantities, in the order of the text; numbers that count nothing (names, ages, dates, durations) are none.
Room: claim.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Generic, Protocol, TypeVar

from dateline.claim.certainty.factuality import factuality
from dateline.claim.figure.amounts import Amount, all_but, measures
from dateline.claim.figure.anaphora import EXTREMES, pointed_back
from dateline.claim.figure.answering import answering, money_left_out, scaled
from dateline.claim.figure.corrected import sets_right, taken_back
from dateline.claim.figure.counted import MILLION, Counting, Spot, kind_of
from dateline.claim.figure.counting import put_at
from dateline.claim.figure.deeds import deed
from dateline.claim.figure.elided import elided, of_another
from dateline.claim.figure.foreign import foreign_quantities
from dateline.claim.figure.frames import framed
from dateline.claim.figure.holders import held_money, moved, same_body, with_holder
from dateline.claim.figure.leaning import so_much_of, sum_of
from dateline.claim.figure.leftovers import inverted, left_over, seats, told_there
from dateline.claim.figure.measured import PRONOUNS, counting_of
from dateline.claim.figure.namely import no_figure
from dateline.claim.figure.narrower import as_suspected, narrower
from dateline.claim.figure.numbered import numbered
from dateline.claim.figure.places import Reader
from dateline.claim.figure.roles import AMONG, newly_too, role_of
from dateline.claim.figure.scene import WORDS, Scene, made, witness
from dateline.claim.figure.singles import nobody_left, single_bodies
from dateline.claim.figure.sites import Sites
from dateline.claim.figure.sizes import bare_size, stuff_left_out
from dateline.claim.figure.states import own_states
from dateline.claim.figure.tallies import tallies
from dateline.claim.figure.topics import Topics
from dateline.claim.model import Context, Mention, Quantity
from dateline.claim.tree import Tree, Trees
from dateline.claim.voice.attribution import Attribution
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Sentence
from dateline.sentence.times.model import TimeExpression
from dateline.terms.factuality import REAL

LONGEST: Final = 4000  # characters of a sentence that are searched for amounts; beyond that it is a table or worse
SUMS: Final = frozenset({
    "debt", "loss", "cost", "fine", "charge", "revenue", "profit", "sale", "price", "fee", "tax", "loan", "budget",
    "turnover", "deficit", "surplus", "income", "bill", "payment", "damages", "earnings", "limit", "maximum", "cash",
    "reserve", "spending", "grant", "subsidy", "money", "investment", "saving", "proceeds", "ransom", "value",
    "advance", "instalment", "export", "import", "gap", "shortfall", "borrowing", "trade", "hole",
})  # fmt: skip
SET_BESIDE: Final = frozenset(
    {"instead of", "rather than", "down from", "up from", "from", "against", "compared with", "compared to", "to"}
)
AHEAD: Final = ("target", "forecast")
DENYING: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disput(?:es?|ed|ing)|dismiss(?:es|ed|ing)?|refut(?:es?|ed))"
    r" (?:[\w’'-]+ ){0,4}(?:figure|toll|claim|estimate|number|count|total)s? (?:of|that) (?:[a-z]+ ){0,2}$",
    re.I,
)
# "A mother of five", "gatherings of more than five", "a day for each additional 10 released": nobody is counted.
PARENT: Final = re.compile(
    r"\b(?:(?:(?:grand|step)?(?:mother|father|mom|mum|dad|parent)|widow|widower)s? of |"
    r"(?:gathering|assemblie|meeting)s of (?:(?:more|fewer|less) than |over )?|"
    r"(?:each|every) (?:additional|further|extra) |"
    r"\ban? (?:[a-z]+ )?(?:city|town|country|nation|island|capital|region) of "
    r"(?:(?:about|some|nearly|more than|almost) )?)$",
    re.I,
)
NO_COUNT: Final = re.compile(r"[ -](?:tolerance|sum game)\b")  # "zero tolerance"
PIECEMEAL: Final = re.compile(
    r"(?:.?.\bin [\w-]+ (?:groups|batches|phases|stages|tranches|waves)|over [\w-]+ (?:regions|provinces|oblasts))\b"
)  # "will free 12 hostages in three groups", "shot down 34 drones over four regions"
OF_THESE: Final = re.compile(r"\s*of (?:them|these|those|whom|which|it|that|this)\b")


class _Located(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


L = TypeVar("L", bound=_Located)


class _Spans(Generic[L]):
    """Things with a place in the text, to be asked for by sentence."""

    def __init__(self, things: Sequence[L]) -> None:
        self.things = sorted(things, key=lambda x: (x.start, x.end))
        self.starts = [x.start for x in self.things]

    def within(self, sentence: Sentence) -> list[L]:
        return self.things[bisect_left(self.starts, sentence.start) : bisect_left(self.starts, sentence.end)]


def quantities(
    report: Report,
    reading: Reading,
    mentions: tuple[Mention, ...],
    times: tuple[TimeExpression, ...],
    attributions: tuple[Attribution, ...],
    contexts: Sequence[Context] = (),
    trees: Trees | None = None,
) -> tuple[Quantity, ...]:
    """Every figure of the report, in the order of the text; `contexts` says where each sentence stands."""
    if report.language and not report.language.startswith("en"):
        return foreign_quantities(report, times)
    trees = trees or Trees(reading.sentences)
    by_span = {(m.anchor.start, m.anchor.end): m for m in mentions}
    ordered = sorted(mentions, key=lambda m: (m.anchor.start, m.anchor.end))
    starts = [m.anchor.start for m in ordered]
    names, events, placed = _Spans(reading.names), _Spans(reading.events), _Spans(times)
    index = {(t.start, t.end): n for n, t in enumerate(times)}
    topics, sites = Topics(reading.sentences), Sites(report.text, attributions)
    memory: list[Counting] = []
    told: list[_Told] = []
    older: list[_Told] = []  # of the sentence before that
    out: list[Quantity] = []
    for n, sentence in enumerate(reading.sentences):
        found, lengths = _measures_in(report.text, sentence)
        if not sentence.tokens:
            continue
        parsed = trees.of(sentence)
        near = ordered[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
        scene = Scene(
            report,
            sentence,
            parsed,
            Reader(parsed, near, by_span),
            names.within(sentence),
            [(index[t.start, t.end], t) for t in placed.within(sentence)],
            events.within(sentence),
            attributions,
            contexts[n] if contexts else "body",
            topics,
            reading.sentences[max(0, n - 3)].start,
        )
        sites.read(scene.reader)
        last = told[-1] if told else None
        told, older = _of_sentence(scene, found, memory, told, older) if found else [], told or older
        if out and last is not None and sets_right(report.text[sentence.start : sentence.end]):
            out = [replace(q, factuality="denied") if q.id == last.quantity.id else q for q in out]
        sides = tallies(scene)
        voted = [(q.amount.start, q.amount.end) for q in sides]
        told = [t for t in told if not any(a < t.spot.amount.core[1] and t.spot.amount.core[0] < b for a, b in voted)]
        lasting = _lasting(scene, found, lengths) if lengths else ()
        numbers = (*(t.quantity for t in told), *sides, *lasting, *nobody_left(scene), *single_bodies(scene))
        out += [sites.placed(_denied(q)) for q in numbers]
        memory[:] = [replace(m, verb=None, of_at=None, where_at=None) for m in memory[-4:]]  # words of this sentence
    return tuple({q.id: q for q in sorted(out, key=lambda q: (q.amount.start, q.amount.end))}.values())


def _denied(quantity: Quantity) -> Quantity:
    """The number as denied where its words deny it: "denied the army's figure of 200"."""
    before = quantity.anchor.text[: max(0, quantity.amount.start - quantity.anchor.start)]
    return replace(quantity, factuality="denied") if DENYING.search(before) else quantity


def _measures_in(text: str, sentence: Sentence) -> tuple[list[Amount], list[Amount]]:
    """The amounts and the lengths of time of the sentence, placed in the report."""
    off = sentence.start
    words = text[off : min(sentence.end, off + LONGEST)]
    found, lengths = measures(words)
    found = tuple(a for a in found if not (PARENT.search(words[: a.start]) or NO_COUNT.match(words[a.core[1] :])))
    found = tuple(a for a in found if PIECEMEAL.match(words[max(0, a.core[0] - 5) :]) is None)
    return [_placed(a, off) for a in all_but(words, found)], [_placed(a, off) for a in lengths]


def _placed(a: Amount, off: int) -> Amount:
    return replace(a, start=a.start + off, end=a.end + off, core=(a.core[0] + off, a.core[1] + off))


def _lasting(scene: Scene, found: Sequence[Amount], lengths: Sequence[Amount]) -> list[Quantity]:
    """The lengths of time that are figures themselves: a prison term, a delay, a journey."""
    out: list[Quantity] = []
    last: tuple[Amount, Counting] | None = None
    for amount in lengths:
        spot = _spot(scene, amount)
        counting = framed(scene.reader, spot, scene.around(amount), "lasting") if spot is not None else None
        if spot is None or counting is None:
            continue
        out.append(_quantity(scene, spot, counting, None))
        last = (amount, counting)
    if last is not None:
        out += _without_unit(scene, found, *last)
    return out


def _without_unit(scene: Scene, found: Sequence[Amount], one: Amount, counting: Counting) -> list[Quantity]:
    """The 75 of "52 minutes instead of 75", the 14 of "from 14 to 19 weeks"."""
    out = []
    for amount in found:
        low, high = sorted((one, amount), key=lambda a: a.start)
        link = scene.report.text[low.end : high.start].strip(" ,").lower()
        spot = _spot(scene, amount)
        if amount.kind is None and amount.form == "count" and spot is not None and link in SET_BESIDE:
            told = replace(counting, node=spot.last, last=spot.last, of_at=None, where_at=None)
            out.append(_quantity(scene, spot, told, one if low is amount else None))
    return out


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure with the words it was read from."""

    spot: Spot
    counting: Counting
    held: Counting  # with whose they are
    quantity: Quantity


def _of_sentence(
    scene: Scene, found: Sequence[Amount], memory: list[Counting], earlier: Sequence[_Told], older: Sequence[_Told]
) -> list[_Told]:
    """The figures of one sentence; `earlier` are those of the sentence before, `older` those told before them."""
    last = earlier[-1] if earlier else None
    out: list[_Told] = []
    for k, amount in enumerate(found):
        spot = _spot(scene, amount)
        near = out[-1] if out else last
        told = (near.spot, near.counting) if near is not None else None
        before = told if out else None
        if spot is None or (no_figure(scene, spot) and not (before and of_another(scene.reader, spot, before))):
            continue
        other = scaled(spot, told, scene.report.text)
        counting = answering(scene.reader, other, (near.spot, near.held) if near is not None else None, bool(out))
        answers = near.quantity.id if counting is not None and near is not None else None
        spot = other if answers else spot
        counting = counting or _counted(scene, spot, memory, before)
        if counting is None:
            counting = money_left_out(scene.reader, spot, near.counting.unit if near is not None else None)
        counting = counting or elided(scene.reader, spot, before, [(t.spot, t.counting) for t in reversed(earlier)])
        counting = _narrowed(scene, spot, counting)
        again = so_much_of(scene.reader, spot, counting, before)
        if again and counting is not None and before is not None:
            counting = replace(counting, states=before[1].states, verb=before[1].verb, part=True)
        if not answers:
            here, past = ([(t.spot, t.held) for t in reversed(ts)] for ts in (out, (*older, *earlier)))
            counting = pointed_back(scene.reader, spot, counting, here, past) or counting
        if counting is None or _halved(spot, counting):
            continue
        counting = _in_money(counting, amount, (t.spot.amount for t in reversed(out or earlier)))
        held = same_body(with_holder(scene.reader, counting), out[-1].held if out else None)
        following = found[k + 1] if k + 1 < len(found) else None
        told_before = near.counting if near is not None else None
        made = replace(
            _quantity(scene, spot, held, following, told_before), answers=answers, deed=deed(scene.tree, counting)
        )
        if again and out:
            made = replace(made, role=out[-1].quantity.role if out[-1].quantity.role in AHEAD else "part")
        if out and made.role == "level" and newly_too(scene.tree, counting, out[-1].counting, out[-1].quantity.role):
            made = replace(made, role="change")
        if out and made.role == "part" and _told_of_these(scene, spot):
            out[-1] = replace(out[-1], quantity=whole_of_part(out[-1].quantity, made))
        out.append(_Told(spot, counting, held, made))
        if counting.unit == "person" and amount.form != "none":
            memory.append(replace(counting, many=spot.amount.high))
    return out


def _narrowed(scene: Scene, spot: Spot, counting: Counting | None) -> Counting | None:
    """The counting with the narrower kind that its noun's words tell."""
    if counting is None:
        return None
    kind = narrower(scene.tree, counting)
    return as_suspected(scene.tree, spot, replace(counting, kind=kind) if kind is not None else counting)


def _counted(
    scene: Scene, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """What an amount counts, by the first of the rules that says so."""
    reader, around = scene.reader, scene.around(spot.amount)
    counting = told_there(reader, spot) or sum_of(reader, spot) or inverted(reader, spot) or seats(reader, spot)
    counting = counting or _put(reader, spot, framed(reader, spot, around, "first"))
    counting = counting or _by_words(reader, spot, memory, before)
    if counting is None:
        counting = stuff_left_out(reader, spot, scene.topics.stuff(spot.amount.start))
    counting = counting or moved(reader, spot) or held_money(reader, spot)
    return counting or bare_size(reader, spot) or left_over(reader, spot) or framed(reader, spot, around, "last")


def _put(reader: Reader, spot: Spot, counting: Counting | None) -> Counting | None:
    """The counting as put forward by whoever does so: "observers put turnout at 30 percent"."""
    put = put_at(reader.tree, spot) if counting is not None and counting.teller is None else None
    return replace(counting, teller=put[1]) if counting is not None and put is not None else counting


def _by_words(
    reader: Reader, spot: Spot, memory: Sequence[Counting], before: tuple[Spot, Counting] | None
) -> Counting | None:
    """What it counts by its noun, else by a "number of" before it."""
    found = counting_of(reader, spot, memory, before)
    if found is None or (found.head is None and before is None):
        return numbered(reader, spot) or found
    return found


def _halved(spot: Spot, counting: Counting) -> bool:
    """Whether it would count by halves what stands elsewhere: "eight percent; the union came down to 12.5"; or peaks
    of nothing that is told: "a peak of 3,400"."""
    if counting.counted in EXTREMES and counting.unit == counting.counted:
        return True
    whole = spot.amount.low == int(spot.amount.low) and spot.amount.high == int(spot.amount.high)
    elsewhere = counting.head is None or counting.head < spot.first
    people = counting.unit in (counting.counted, "person")
    return not whole and spot.amount.kind is None and elsewhere and people


def _in_money(counting: Counting, amount: Amount, before: Iterable[Amount]) -> Counting:
    """A sum without its currency takes that of the sum before: "4.3 billion euros, with debt of 900 million"."""
    sum_of = amount.kind is None and amount.low >= MILLION and counting.counted in SUMS
    unit = next((a.unit for a in before if a.kind == "money"), None) if sum_of else None
    return replace(counting, unit=unit) if unit is not None else counting


def _told_of_these(scene: Scene, spot: Spot) -> bool:
    """Whether the words lean on the number before: "half of them", "including 30 nurses"."""
    text, amount = scene.report.text, spot.amount
    before = text[max(scene.sentence.start, amount.start - 24) : amount.start].lower()
    after = text[amount.end : amount.end + 12].lower()
    return bool(AMONG.search(before) or OF_THESE.match(after))


def whole_of_part(whole: Quantity, part: Quantity) -> Quantity:
    """The number before a part told of it: of "1,100 people, half of them in Poland" the 1,100 are the total."""
    more = part.unit in ("percent", "share") or part.high < whole.low
    return replace(whole, role="total") if whole.role == "level" and more else whole


def _spot(scene: Scene, amount: Amount) -> Spot | None:
    """The words the amount covers."""
    tokens = scene.sentence.tokens
    first = next((i for i, t in enumerate(tokens) if t.end > amount.core[0]), None)
    if first is None:
        return None
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].start < max(amount.core[1], amount.end):
        last += 1
    if amount.hyphen and amount.kind is None:
        while last > first and tokens[last].start >= amount.core[1]:
            last -= 1
    return Spot(amount, first, last)


# ------------------------------------------------------------------------------------------------ one figure


def _quantity(
    scene: Scene, spot: Spot, counting: Counting, following: Amount | None, before: Counting | None = None
) -> Quantity:
    verb = counting.verb if counting.verb is not None else counting.node
    real = factuality(scene.tree, verb, witness(scene, verb), scene.attributions).factuality
    above = _comes_with(scene.tree, counting) if real in REAL else None
    if above is not None:
        real = factuality(scene.tree, above, witness(scene, above), scene.attributions).factuality
    role = role_of(scene.tree, scene.report.text, scene.sentence, spot, counting, real, following, before)
    if role == "change" and counting.unit == "share":  # "fell by a quarter" is a fall of 25 percent
        more = replace(spot.amount, low=100 * spot.amount.low, high=100 * spot.amount.high)
        spot, counting = replace(spot, amount=more), replace(counting, unit="percent")
    if spot.amount.form == "none" and real in ("not_happened", "denied"):
        real = "happened"  # "there were no casualties" affirms a level of nought
    start = spot.amount.start
    if scene.report.text[max(0, start - 4) : start].lower() == "not ":
        real = "not_happened"  # "42, not 45"
    if taken_back(scene.report.text[scene.sentence.start : scene.sentence.end], start - scene.sentence.start):
        real = "denied"
    if real == "not_happened" and _known_anyway(scene.tree, counting):
        real = "happened"
    if real not in REAL and "departed" in counting.states:  # "asked 1,000 to leave" speaks of those who are there
        counting = replace(counting, states=tuple(s for s in counting.states if s != "departed"))
        real = "ongoing" if role == "level" else real
    return made(scene, spot.amount, counting, (spot.amount.start, _end(scene, spot, counting)), role, real)


def _comes_with(tree: Tree, counting: Counting) -> int | None:
    """The verb of "will close two mills with the loss of 1,800 jobs": the loss is as real as the closing."""
    noun = tree.up(counting.head) if counting.head is not None and tree.rel(counting.head) == "nmod" else None
    if noun is None or tree.tokens[noun].upos != "NOUN" or tree.rel(noun) != "obl":
        return None
    case = tree.child(noun, "case")
    return tree.up(noun) if case is not None and tree.low[case] == "with" else None


def _known_anyway(tree: Tree, counting: Counting) -> bool:
    """Whether a "not" leaves them as they are: "this does not include the eight dead" speaks of eight dead."""
    if counting.head is None or not counting.whole:
        return False
    return bool(counting.states) and set(counting.states) <= own_states(tree, counting.head)


def _end(scene: Scene, spot: Spot, counting: Counting) -> int:
    """Where the quoted amount ends: with its noun, if that is near."""
    tokens = scene.sentence.tokens
    last = counting.head if counting.head is not None and counting.head > spot.last else None
    if last is None:
        theirs = [t.text.lower() for t in tokens[spot.last + 1 : spot.last + 3]]
        of_them = counting.part and theirs[:1] == ["of"] and theirs[-1] in PRONOUNS
        return tokens[spot.last + 2].end if of_them else spot.amount.end  # "29 of them"
    end = scene.sentence.tokens[last].end
    if any(t.text in (",", ";", ".") for t in scene.sentence.tokens[spot.last + 1 : last]):
        return spot.amount.end
    return end if spot.amount.end <= end <= spot.amount.start + WORDS and last - spot.last <= 8 else spot.amount.end


__all__ = ["kind_of", "quantities"]
