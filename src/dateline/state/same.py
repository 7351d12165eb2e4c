"""Which transitions speak of one state.

In:   transitions.
Out:  groups of them: one kind of state, sides that agree, or one event told by several reports.
Room: state. Sides that are told win over sides that are not; a claim that leaves open which state it means joins
      the only one it can mean, or the one its own report tells of, and else stands alone. Order does not matter.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from dateline.lexicon.tables import table
from dateline.state.deals import CLOSED, CLOSING
from dateline.state.kinship import names_in
from dateline.state.matters import CENTRAL_BANK, about_another, named_in, of_another_kind, topics
from dateline.state.model import Side, Transition
from dateline.state.rules import slots_key
from dateline.state.titles import CIVIL

LITTLE: Final = 3  # letters of words that tell no two bans apart: "of", "the"
SHORT: Final = 3  # letters of a word whose "s" is no plural
APART: Final = 60  # days between reports beyond which a telling without names is not taken for another one's state
LONG: Final = 200  # the same for what is told of nobody in particular: "the strike is over"
HELD: Final = frozenset({"hostage", "captive", "prisoner", "crew"})  # "the hostages" are those that were taken
DATED: Final = frozenset({"deadline", "plan"})  # plans that nothing but their day and whose they are tells apart
PAST: Final = timedelta(days=31)
SAYS_LITTLE: Final = re.compile(  # "the events", "a coup determination": no reader would look for it by that
    r"\b(?:events?|determination|designation|finding|situation|matter|incident)$", re.I
)
A_PART: Final = re.compile(
    r"(?:one|some|two|part|parts|half|most|several|a single) (?:\w+ )?of ", re.I
)  # "one lane of"
WHOLE: Final = frozenset({"talks", "ceasefire", "strike", "war"})  # of nobody: that of the whole situation
NOUNS: Final = frozenset({"sanctions", "order", "strike"})  # kinds of state whose noun tells much by itself
BY_NOUN: Final = frozenset({"site", "plan", "vote", "scheme"})  # a ward and a car park of one hospital
LOCKOUT: Final = "lockout"
OTHERS: Final = frozenset(
    {"fine", "penalty", LOCKOUT}
)  # beside an embargo on the same body, a strike against the same firm
THING: Final = frozenset({"label"})  # kinds of key for which the noun itself tells states apart: "coup", "famine"


@dataclass(slots=True)
class Group:
    """The transitions of one state, and what its sides are known by so far."""

    slot: str
    subject: frozenset[str]
    object: frozenset[str]
    thing: str
    members: list[Transition] = field(default_factory=list)
    reports: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    topics: frozenset[str] = frozenset()  # what an accord is about

    def take(self, one: Transition) -> None:
        """Adds the transition."""
        self.members.append(one)
        self.reports.add(one.report)
        self.events |= {one.event} - {""}
        self.topics |= topics(one)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a transition tells of which state it means."""

    slot: str
    subject: frozenset[str]
    object: frozenset[str]
    thing: str
    planned: str  # what is planned, "" for a state itself


def identity(one: Transition) -> Identity:
    """The identity a transition tells, as the key of its kind of state asks."""
    key = slots_key(one.slot)
    thing = (
        one.thing
        if key in THING or one.slot in BY_NOUN or one.thing in OTHERS or (one.slot == "charges" and one.thing in CIVIL)
        else one.thing.split(" ")[0]
        if " " in one.thing and _narrowed(one)
        else ""
    )
    subject, object_ = one.subject.keys, one.object.keys
    if key in ("vessel", "person", "missing") or (key == "rate" and subject == CENTRAL_BANK):
        subject = frozenset()
    if key in ("label", "office"):
        object_ = frozenset()
    closing = one.slot == "deal" and one.value in CLOSING  # a bid is one plan, its closing another
    planned = CLOSED if closing else one.of
    return Identity(one.slot, subject, object_, thing, planned if one.kind == "plan" else "")


def _narrowed(one: Transition) -> bool:
    """Whether the noun carries a scope that makes it another state: "humanitarian aid"."""
    return any(r["slot"] == one.slot and one.thing.startswith(r["scope"] + " ") for r in table("states_scopes"))


def groups(found: Iterable[Transition], apart: bool = False) -> list[Group]:
    """The transitions, a group per state; plans apart from what they speak of.

    `apart`: told in long reports of many stories, where what leaves open whose it is means nothing that others tell.
    """
    by_kind: dict[tuple[str, str, str], dict[Identity, list[Transition]]] = defaultdict(lambda: defaultdict(list))
    for one in found:
        mark = identity(one)
        by_kind[(mark.slot, mark.thing, mark.planned)][mark].append(one)
    out: list[Group] = []
    for kind in sorted(by_kind):
        out.extend(_grouped(by_kind[kind], apart))
    return out


def _grouped(marks: dict[Identity, list[Transition]], apart: bool) -> list[Group]:
    made: list[Group] = []
    place: dict[int, int] = {}  # of a group among those made, by identity
    subjects, objects = _Told(), _Told()
    for mark in sorted(marks, key=_fullest_first):
        for one in sorted(marks[mark], key=_as_told):
            near = _near(mark, made, subjects, objects)
            known = [g for g in near if _told_of_one(one, mark, g)] if apart else made
            home = _home(one, mark, known, known if apart else near)
            if home is None:
                home = Group(mark.slot, mark.subject, mark.object, mark.thing)
                place[id(home)] = len(made)
                made.append(home)
            home.subject |= mark.subject if not home.subject else frozenset()
            home.object |= mark.object if not home.object else frozenset()
            subjects.put(place[id(home)], home.subject)
            objects.put(place[id(home)], home.object)
            home.take(one)
    return made


def _as_told(one: Transition) -> tuple[tuple[str, str], bool, tuple[str, str], str]:
    """First what was told first; of one day what begins first: "the truce collapsed" is of a truce that was told of."""
    return one.published.sort_key(), one.kind not in ("begin", "plan"), one.when.sort_key(), one.told.claim.id


class _Told:
    """Groups by the words that one of their sides is told with."""

    def __init__(self) -> None:
        self._sides: dict[int, frozenset[str]] = {}
        self._open: set[int] = set()  # whose side is untold, or told without a word
        self._by_word: dict[str, set[int]] = defaultdict(set)

    def put(self, group: int, side: frozenset[str]) -> None:
        """Notes what the group's side is told with by now; once told, a side stays."""
        if self._sides.get(group) == side:
            return
        self._sides[group] = side
        words = _words(side)
        self._open.discard(group)
        if words is None:
            self._open.add(group)
        for word in words or ():
            self._by_word[word].add(group)

    def near(self, side: frozenset[str]) -> set[int] | None:
        """The groups whose side may agree with this one, and maybe more; None: all of them."""
        words = _words(side)
        if words is None:
            return None
        return self._open.union(*(self._by_word[word] for word in words if word in self._by_word))


def _words(side: frozenset[str]) -> set[str] | None:
    """The keys of a side, and the words of those that hold words: sides that agree share one. None: any side agrees."""
    out = set(side)
    for key in side:
        if key.startswith(("words:", "name:")):
            words = key.partition(":")[2].split()
            if not words:
                return None
            out.update(map(_stem, words))
    return out or None


def _near(mark: Identity, made: Sequence[Group], subjects: _Told, objects: _Told) -> Sequence[Group]:
    """The groups that may agree with what is told, and maybe more, in the order in which they were made."""
    near = subjects.near(mark.subject)
    if slots_key(mark.slot) != "pair":
        other = objects.near(mark.object)
        if near is None:
            near = other
        elif other is not None:
            near = near | other if mark.slot == "strike" else near & other
    return made if near is None else [made[n] for n in sorted(near)]


def _fullest_first(mark: Identity) -> tuple[int, int, list[str], list[str]]:
    told = (1 if mark.subject else 0) + (1 if mark.object else 0)
    size = len(mark.subject) + len(mark.object)
    pair = slots_key(mark.slot) == "pair"
    return (-told, -size if pair else size, sorted(mark.subject), sorted(mark.object))


def _home(one: Transition, mark: Identity, made: Sequence[Group], near: Sequence[Group]) -> Group | None:
    """The group the transition belongs to: by its sides, among several by its event, then by its report.

    `near`: those of the groups made that may agree with it.
    """
    fit = _candidates(one, mark, near)
    if not fit and mark.slot == "ceasefire" and one.kind in ("end", "suspend", "extend", "hold"):
        fit = [g for g in made if g.slot == mark.slot and _about_then(one, g)]  # "the truce is observed by the army"
        return fit[0] if len(fit) == 1 else None
    bare = not (mark.subject or mark.object)
    if (matter := topics(one)) and len(
        alike := [g for g in fit if matter & g.topics and _about_then(one, g, LONG)]
    ) == 1:
        return alike[0]  # "the fishing accord", beside an accord on migration
    exact = [g for g in fit if g.subject == mark.subject and g.object == mark.object]
    if exact and (not bare or _alone(mark.slot)):
        return exact[0]
    if bare and mark.slot in WHOLE and one.kind in ("end", "suspend", "extend", "hold"):
        fit = [g for g in fit if not _over_by_then(one, g)] or fit  # "the strike is over": one that was still on
        if len(fit) == 1 and one.kind != "hold" and _about_then(one, fit[0], LONG):
            return fit[0]
    together = _told_together(one, mark, fit)
    return together if together is not None else _left_open(one, mark, fit)


def _told_of_one(one: Transition, mark: Identity, group: Group) -> bool:
    """Whether both tell a side of one name, or one report or event holds both: "the strike is over" of another report
    may be any strike."""
    pairs = ((mark.subject, group.subject), (mark.object, group.object))
    sided = any(a and b and may_be_one(a, b) for a, b in pairs)
    return sided or one.report in group.reports or bool(one.event and one.event in group.events)


def _told_together(one: Transition, mark: Identity, fit: Sequence[Group]) -> Group | None:
    """Of several the only one that tells of the same event, else that the report tells of, else that shares a side."""
    bare = not (mark.subject or mark.object)
    by_event = [g for g in fit if one.event and one.event in g.events and _about_then(one, g)]
    by_report = [g for g in fit if one.report in g.reports and not (one.fresh and bare)]
    shared = [g for g in fit if (mark.subject & g.subject) or (mark.object & g.object)]
    if bare and one.slot == "talks" and not by_event + by_report:  # "talks between the two opened in Sennet"
        shared = [g for g in fit if named_in(one, g.members)]
    if mark.subject and not mark.object:  # "they left", no word of where: the country, not one camp in it
        wide = [g for g in shared if any(k.startswith("country:") for k in g.object)]
        shared = wide if len(wide) == 1 else shared
    alike = shared or [g for g in fit if _told_alike(mark, g)]  # "the regulators" are the European ones told of
    return next((held[0] for held in (by_event, by_report, alike) if len(held) == 1), None)


def _left_open(one: Transition, mark: Identity, fit: Sequence[Group]) -> Group | None:
    """The only group that a telling which leaves open whose it is can mean, told of at about the time."""
    bare, key = not (mark.subject or mark.object), slots_key(mark.slot)
    if bare and key == "forces":
        return None if one.partial else _main(one, fit)  # "departures began": whose, nobody says
    fit = [] if bare and key == "office" else fit
    by_noun = [g for g in fit if one.slot in NOUNS and one.kind != "begin" and _same_noun(one, g, bare)]
    if len(by_noun) == 1 and (bare or len(fit) == 1) and _about_then(one, by_noun[0], LONG):
        return by_noun[0]  # "the duty was scrapped", beside a ban; "the embargo" that the club was placed under
    sided = bool(fit) and (bool(fit[0].subject | fit[0].object) or mark.slot in WHOLE)
    only = len(fit) == 1 and bare and not one.fresh and sided
    return fit[0] if only and _about_then(one, fit[0], LONG if mark.slot in WHOLE else APART) else None


def _same_noun(one: Transition, group: Group, any_of: bool) -> bool:
    """Whether the group was told of with the noun, by its first telling or, with `any_of`, by any."""
    return any(t.thing == one.thing for t in (group.members if any_of else group.members[:1]))


def _candidates(one: Transition, mark: Identity, made: Sequence[Group]) -> list[Group]:
    """The groups the transition can belong to, by what both tell."""
    fit = [g for g in made if _agrees(mark, g) and not (mark.slot == "strike" and _elsewhere(one, mark, g))]
    fit = [g for g in fit if not any(_another_rule(one, t) for t in g.members)] if one.kind == "begin" else fit
    fit = [g for g in fit if not (about_another(one, g.topics) or of_another_kind(one, g.members))]
    fit = [g for g in fit if not _signed_anew(one, g)]
    if mark.planned and mark.slot in DATED:
        fit = [g for g in fit if not _long_past(one, g)]
    if mark.slot == "office" and not mark.subject:  # "the head resigned" is not the director told of
        fit = [g for g in fit if any(t.thing == one.thing for t in g.members)]
    if not (mark.subject or mark.object) and slots_key(mark.slot) in ("person", "missing"):
        fit = [g for g in fit if any(_called_alike(one, t) for t in g.members)]
    return fit


def _another_rule(one: Transition, other: Transition) -> bool:
    """Martial law beside a state of emergency; "banned gatherings" and "a travel ban on its leaders", in one report."""
    if other.kind != "begin" or one.told.claim.id == other.told.claim.id:
        return False
    if one.slot == "emergency":
        return bool(one.thing and other.thing) and ("martial" in one.thing) != ("martial" in other.thing)
    names = [{w for w in t.object.name.casefold().split() if len(w) > LITTLE} for t in (one, other)]
    return one.slot == "sanctions" and one.report == other.report and all(names) and not names[0] & names[1]


def _elsewhere(one: Transition, mark: Identity, group: Group) -> bool:
    """Whether both are told of a place, and no name of the one stands with the other: miners at Rudo and at Belsa."""
    if not mark.object or not group.object or may_be_one(mark.object, group.object) or one.report in group.reports:
        return False
    around = {n for t in group.members for n in names_in(t.told.claim.anchor.text)}
    here = names_in(one.told.claim.anchor.text)
    return bool(here) and bool(around) and not here & around


def _long_past(one: Transition, group: Group) -> bool:
    """Whether the days of the plan had passed long before the report: a later deadline is another one."""
    days = [t.deadline.latest for t in group.members if t.deadline is not None and t.deadline.latest is not None]
    told = one.published.earliest
    first = min((t.published.latest for t in group.members if t.published.latest is not None), default=None)
    later = told is not None and bool(days) and told - max(days) > PAST
    mine = one.deadline.latest if one.deadline is not None else None
    return later or (mine is not None and first is not None and first - mine > PAST)


def _called_alike(a: Transition, b: Transition) -> bool:
    """Whether two tellings of people can be of one body: "the hostages" that were taken, "the men" of "two men"."""
    if a.thing in HELD and b.thing in HELD:
        return True
    heads = [t.object.name.split(" of ")[0].casefold().split()[-1:] for t in (a, b)]
    return bool(heads[0]) and heads[0] == heads[1]


def _over_by_then(one: Transition, group: Group) -> bool:
    """Whether the group's state had ended before the day the transition tells of, and not begun again."""
    day = one.when.latest or one.published.latest
    ends = [t.when.latest for t in group.members if t.kind == "end" and not t.partial and t.when.latest is not None]
    starts = [t.when.latest for t in group.members if t.kind in ("begin", "resume") and t.when.latest is not None]
    return day is not None and any(end < day and not any(end < start <= day for start in starts) for end in ends)


def _signed_anew(one: Transition, group: Group) -> bool:
    """Whether it is an accord that is signed on a day after the group's had ended: another one of the same two."""
    return one.slot == "accord" and one.kind == "begin" and one.when.exact and _over_by_then(one, group)


def _told_alike(mark: Identity, group: Group) -> bool:
    """Whether a side that both tell is told with fewer words by one: "the pumps" and "the Talvik pumps"."""
    pairs = ((mark.subject, group.subject), (mark.object, group.object))
    return any(a and b and may_be_one(a, b) for a, b in pairs) and slots_key(mark.slot) != "pair"


def _main(one: Transition, fit: Sequence[Group]) -> Group | None:
    """The state most told of at the time, of those that hold for a country: "the withdrawal", and no word of whose."""
    wide = [g for g in fit if g.subject and any(k.startswith("country:") for k in g.object) and _about_then(one, g)]
    most = max((len(g.reports) for g in wide), default=0)
    best = [g for g in wide if len(g.reports) == most]
    return best[0] if len(best) == 1 else None


def _about_then(one: Transition, group: Group, apart: int = APART) -> bool:
    """Whether the group is told of at about the time of the transition's report."""
    day = one.published.latest
    days = [t.published.latest for t in group.members if t.published.latest is not None]
    return day is None or not days or min(abs((d - day).days) for d in days) <= apart


def _alone(slot: str) -> bool:
    """Whether a state of the kind may go untold of whom: one search, one outage; an accord of nobody is any accord."""
    return slots_key(slot) in ("thing", "vessel")


def _agrees(mark: Identity, group: Group) -> bool:
    pair = slots_key(mark.slot) == "pair"
    if pair:
        return _part(mark.subject, group.subject)
    if mark.slot == "strike" and mark.subject & group.subject:
        return True  # told by the employer here, by the town there
    return may_be_one(mark.subject, group.subject) and may_be_one(mark.object, group.object)


def _part(a: frozenset[str], b: frozenset[str]) -> bool:
    return not a or not b or a <= b or b <= a


def may_be_one(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two tellings of a side can be of one: one leaves it open, they share a key, or one has more words."""
    return not a or not b or bool(a & b) or any(_within(x, y) or _within(y, x) for x in a for y in b)


def _within(a: str, b: str) -> bool:
    """Whether one is the other with fewer words: "words:channel" of "words:channel temporary"."""
    if a[:5] == "name:" and b[:6] == "words:":
        return set(a[5:].split()) == set(b[6:].split())  # "Highway 7", read as a name and as a thing
    if not (a.startswith("words:") and b.startswith("words:")):
        return False
    return set(map(_stem, a[6:].split())) <= set(map(_stem, b[6:].split()))


def _stem(word: str) -> str:
    """The word in the singular: "the export of onions" and "onion exports" are of one thing."""
    return word.removesuffix("s") if len(word) > SHORT else word


def shown(sides: Iterable[Side]) -> Side:
    """The side told most often, with all keys told; of equals the one that says more, then by name."""
    given = [s for s in sides if s.name]
    if not given:
        return Side(frozenset(), "")
    keyed = [s for s in given if s.keys] or given
    count = Counter(s.name for s in keyed)
    bare = {
        n for n in count if n[-1].isdigit() and any(f"{n.removeprefix('the ')} " in m for m in count)
    }  # "the A13" alone
    little = {n for n in count if n in bare or SAYS_LITTLE.search(n) is not None}
    name = min(count, key=lambda n: (-count[n], n in little, A_PART.match(n) is not None, n))
    best = min((s for s in keyed if s.name == name), key=lambda s: (s.entity or "~", sorted(s.keys)))
    return best


def state_id(kind: str, slot: str, subject: frozenset[str], object_: frozenset[str], thing: str, plan: str) -> str:
    """An id made from content: the same state gets the same id in every record that tells its sides alike.

    >>> state_id("s", "curfew", frozenset(), frozenset({"name:arlen"}), "", "")
    's6e96849f37a'
    """
    packed = "\x1f".join((slot, " ".join(sorted(subject)), " ".join(sorted(object_)), thing, plan))
    return kind + hashlib.sha256(packed.encode()).hexdigest()[:11]
