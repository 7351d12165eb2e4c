"""Which sides a claim gives a state: whose, to whom, where, between whom.

In:   a claim, and the row of the table that speaks of it.
Out:  subject, object and noun, as the key of that kind of state asks.
Room: state.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Mention
from dateline.claim.wording.inflect import ing
from dateline.lexicon.states import families
from dateline.state.bids import firms, takeover_of
from dateline.state.bodies import BODY_OF, COUNTED_IN, people
from dateline.state.called import accord_called, has_name, label_told, scoped
from dateline.state.cast import Cast
from dateline.state.found import TAIL, Found, object_phrase
from dateline.state.meant import is_definite
from dateline.state.measures import activity_sides, is_bare, measure_sides
from dateline.state.model import Side
from dateline.state.on_what import told_behind
from dateline.state.parties import parties
from dateline.state.phrases import AND_MORE, ASKING, BY_NAME, DAYTIME, FOR, OF, ON, POSTED, SWAPS, behind_noun, whole
from dateline.state.posts import body_of_post, employer, headed, named_behind, post_before_it, post_told, title_given
from dateline.state.rules import all_nouns, forms, slots_key
from dateline.state.seats import heading, in_office, of_what
from dateline.state.sides import NOBODY, countries_in, land_side, name_side, words_side
from dateline.state.spots import is_base, is_place, is_unplaced
from dateline.state.struck import strike_sides
from dateline.state.whose import (
    barred,
    beside,
    by_court,
    doubted,
    holder_of,
    line_between,
    named,
    of_the_land,
    only_declares,
    owned,
    ruler,
    share_of,
    side_of_bloc,
    site_told,
    sought,
    there,
    whose_is,
    with_maker,
    with_noun,
    with_owner,
)

LANE: Final = frozenset({"words:lane one", "words:lane single", "words:one runway", "words:lanes two"})  # of the road
COURTS: Final = frozenset({"charges", "appeal"})
OF_PLACES: Final = frozenset({"evacuation", "emergency", "curfew", "warning", "outbreak"})  # told with their place
FOUND: Final = "over: found"  # value of the rows by which a search ends with whom it was for
TAKEN_FROM: Final = frozenset({"assets frozen", "assets released"})  # values of rows: somebody's, done by another
ITSELF: Final = frozenset({"membership", "recognition"})  # "joined the Bay Union": the noun of the row is the object
ITSELF_TOO: Final = frozenset({"himself", "herself"})
AIMED: Final = frozenset({"investigation", "charges", "order"})  # kinds of state whose noun tells of whom it is
OWN_PLACES: Final = frozenset({"home", "homes", "house", "houses", "there"})  # where anybody is told to leave
NO_PLACE: Final = word_list("force effect place operation light view response return exchange")
LONGEST: Final = 1000  # characters of a clause that are looked at


def sides(found: Found, cast_: Cast) -> tuple[Side, Side, str]:
    """Subject, object and the noun of the state, as the key of its kind asks."""
    subject, object_, thing = _sides(found, cast_)
    subject, object_ = told_behind(found, cast_, (subject, object_))
    if found.rule.slot == "accord" and not subject.keys and has_name(thing):
        subject = Side(frozenset({f"name:{thing.casefold()}"}), subject.name)  # told apart by what it is called
    if slots_key(found.rule.slot) == "office" and not object_.name:
        object_ = of_what(thing, cast_.told.claim.anchor.text)
    if slots_key(found.rule.slot) == "office":
        subject = in_office(found.rule.effect, subject, thing, object_)
    return subject, object_, thing


def _sides(found: Found, cast_: Cast) -> tuple[Side, Side, str]:
    key = slots_key(found.rule.slot)
    subject, object_ = Picker(found, cast_).by_key(key)
    if key in ("thing", "deal", "measure"):
        object_ = with_maker(with_owner(object_, cast_), found, cast_)
    if key == "activity":
        return subject, object_, ing(cast_.told.claim.lemma)
    if key == "label":
        return subject, object_, label_told(found, cast_)
    if key == "office" and found.noun not in families()["office"]:
        following = found.noun if found.noun in ("successor", "replacement") else ""
        return (
            subject,
            object_,
            post_told(found, cast_)
            or post_before_it(found, cast_)
            or following
            or heading(cast_.told.claim.anchor.text)
            or ("power" if found.rule.value == "in power" else "office"),
        )
    post = title_given(found, cast_) if key == "office" else ""
    return subject, object_, post or accord_called(found) or scoped(found, cast_)


@dataclass(frozen=True, slots=True)
class Picker:
    """Finds the sides of a state among the participants of a claim."""

    found: Found
    cast: Cast

    def by_key(self, key: str) -> tuple[Side, Side]:
        """Subject and object for one kind of key."""
        subject, object_ = self.found.rule.subject, self.found.rule.object
        if key in ("measure", "activity", "pair"):
            return self._by_words(key)
        match key:
            case "label":
                return self.who(subject), self.thing(("target",))
            case "forces":
                return self.forces()
            case "vessel":
                return (named(self.ship(("noun",) if self.found.rule.at == "actor" else ("noun", "target"))),) * 2
            case "thing":
                return self._spot_and_thing(object_)
            case "person" | "missing":
                return self._people(subject), self._people(object_)
            case "office":
                return self.holder(subject), self.body()
        aimed = self._behind(NOBODY) if self.found.rule.slot == "sanctions" and "any" in subject else None
        who = self.who(subject, aimed or NOBODY)
        owner = who if who.name and not by_court(self.found, who, self.cast) else ruler(self.found, self.cast)
        if self.found.rule.slot == "strike":
            return strike_sides(owner, self.found, self.cast)
        itself = self.found.mention is not None and not self.found.noun  # found as a firm or a person: it is the target
        if self.found.rule.value == "banned" or (itself and self.found.rule.at == "target" and key == "directed"):
            banned = [self.cast.where(e, m) for e, m in barred(self.cast)]
            return owner, self._first(banned, owner)[0]
        return self._dealt(owner, object_) if key == "deal" else (owner, self.whom(object_, owner))

    def _dealt(self, owner: Side, roles: Sequence[str]) -> tuple[Side, Side]:
        """Who buys or orders what: the firms beside the noun of the deal, else who acts on what."""
        return firms(self.found, self.cast) or (owner, share_of(self.thing(roles, owner), self.cast))

    def _by_words(self, key: str) -> tuple[Side, Side]:
        """The sides of what is told by the words around it more than by roles."""
        if key == "pair":
            return parties(self.found, self.cast), NOBODY
        return measure_sides(self.found, self.cast) if key == "measure" else activity_sides(self.cast)

    def _spot_and_thing(self, roles: Sequence[str]) -> tuple[Side, Side]:
        """Where, and which thing; a rule is told by its words, a line by its ends."""
        if self.found.rule.slot in ("duty", "condition"):
            return NOBODY, words_side(self.cast.told.claim.title, "")
        if self.found.rule.slot in ("law", "scheme") and is_bare(self.found):  # "the scheme", told of before
            return NOBODY, measure_sides(self.found, self.cast)[1]
        road = site_told(self.found, self.cast)
        thing = self._sought(roles) if self.found.rule.slot == "search" else road or self.thing(roles)
        thing = thing if thing.keys else of_the_land(self.found, self.cast) or thing
        thing = with_noun(self._by_name(thing), self.found)
        line = line_between(thing, self.found, self.cast)
        return (NOBODY, line) if line is not None else there(self.spot(thing), thing, self.found)

    def _people(self, roles: Iterable[str]) -> Side:
        """Who is held, charged or missing; "two men suspected of arson" are two men, and arson is nobody."""
        afloat = self.found.noun in families()["vessel"]  # "seized a tanker with 24 people aboard"
        roles_ = [r for r in roles if r not in ("any", "noun") or (r == "noun" and afloat)]
        told = [(e, m) for role in roles_ for e, m in self._held(role)]
        told = [(e, m) for e, m in told if self.found.rule.slot != "care" or m is not self.found.mention]
        who, shown = self._first([self._bare(self.cast.where(e, m)) for e, m in told], NOBODY)
        counted = people(shown) if shown.name and not who.keys else who
        body = BODY_OF.search(shown.name)
        if not counted.keys and body is not None:  # "its crew of 14"
            counted = Side(frozenset({f"words:{body.group(2).casefold()} {body.group(1)}"}), shown.name)
        if who.keys or counted.keys:
            return people(who) if who.keys else counted
        return shown if shown.name else people(self.thing(roles))  # "six ministers remain in detention"

    def _by_name(self, thing: Side) -> Side:
        """ "Blockaded the port of Ventsa" besieges Ventsa, "the planes of Air Ventsa" are Air Ventsa's."""
        found = BY_NAME[self.found.rule.slot].fullmatch(thing.name) if self.found.rule.slot in BY_NAME else None
        if found is not None:
            return name_side(found.group(1))
        return (self._owned(NOBODY) or thing) if self.found.rule.slot == "grounding" else thing

    def forces(self) -> tuple[Side, Side]:
        """Whose forces, and where; of what two agreed on, neither is said."""
        rule = self.found.rule
        if rule.effect in ("plan-end", "plan-begin") and len((both := parties(self.found, self.cast)).keys) > 1:
            return both, both
        roles = ("noun", *rule.subject) if self.found.noun in families()["forces"] else rule.subject
        owner = self.who(roles)
        if named(owner) != owner and owner.name.casefold().rpartition(" ")[2] in families()["office"]:
            owner = NOBODY  # "the defence secretary sent troops": they are not the secretary's
        base = next(((e, m) for e, m in self.cast.at("actor") if m.kind == "facility" or is_base(m)), None)
        if base is not None and self.cast.side(*base).keys == owner.keys:
            return NOBODY, self.cast.where(*base)  # "the base, left on 7 July, ..."
        owner = owner if self.found.noun in families()["armed"] else named(owner)
        return owner, self.place(rule.object, owner)

    def _held(self, role: str) -> list[tuple[str | None, Mention]]:
        found = self.found
        if role == "noun":
            return [(found.entity, found.mention)] if found.mention is not None else []
        if role == "any":
            out = {"place"} if found.rule.slot in COURTS else ()  # "dismissed in the High Court"
            return [(e, m) for r, e, m in self.cast.everyone() if m is not found.mention and r not in out]
        own = found.noun.split() if role == "place" else ()  # "three days of mourning": what, and not where
        return [(e, m) for e, m in self.cast.at(role) if m.head.casefold() not in own]

    def _first(self, given: Iterable[Side], other: Side) -> tuple[Side, Side]:
        """The first side that tells somebody other than `other`, and the first that has at least a name."""
        shown = NOBODY
        for side in given:
            if side.keys and not side.keys & other.keys:
                return side, shown
            people = self.found.rule.slot in COUNTED_IN  # "14 aid workers" are named by their number, a sum is no one
            if side.name and not shown.name and not side.keys and (people or not any(c.isdigit() for c in side.name)):
                shown = side
        return NOBODY, shown

    def who(self, roles: Iterable[str], other: Side = NOBODY) -> Side:
        """Who acts: a country, a body, a person; named ones before those that only words tell."""
        held = [(e, m) for role in roles for e, m in self._held(role) if m.kind != "publisher"]
        sides_ = [self.cast.side(e, m) for e, m in held]
        if self.found.noun not in families()["armed"]:  # "the rebels" are somebody, "the strike" is not
            sides_ = [self._bare(s) for s in sides_]
        sides_.sort(key=lambda s: any(k.startswith("words:") for k in s.keys))
        side, shown = self._first(sides_, other)
        return side if side.keys else shown

    def thing(self, roles: Iterable[str], other: Side = NOBODY) -> Side:
        """Which thing, person or place, by itself: a town is not its country."""
        noun_of = self._behind(other, wide=True) if (slot := self.found.rule.slot) in OF_PLACES else None
        if noun_of is not None and named(noun_of).keys:
            return noun_of  # "the flood warning for Amat"
        held = [(e, m) for role in roles for e, m in self._held(role) if not (role == "any" and self._acts(m))]
        itself = self.found.noun.split()[-1:] if self.found.mention is None else []  # "presented a petition"
        loose = (OWN_PLACES if slot == "evacuation" else frozenset()) | set(itself)
        kept = ((e, m) for e, m in held if m.head.casefold().removesuffix("s") not in loose)
        held = [(e, m) for e, m in kept if not only_declares(m, self.found)]
        if slot == "siege":
            held = [(e, m) for e, m in held if not is_kind(m.head.casefold(), "force")]  # "a navy blockade"
        side, shown = self._first([self._bare(self.cast.where(e, m, slot)) for e, m in held], other)
        known = side if side.keys else self._behind(other) or self._owned(other)
        return known or whose_is(self.found, self.cast, other) or shown

    def ship(self, roles: Iterable[str]) -> Side:
        """Which ship; never the water or the port it is in."""
        held = [(e, m) for role in roles for e, m in self._held(role)]
        places = {(m.anchor.start, m.anchor.end) for _, m in self.cast.at("place")}
        known = self.cast.record.entities
        floats = self.cast.told.claim.lemma in families()["afloat"]  # a name that is refloated is a ship, whatever else
        kept = [
            (e, m)
            for e, m in held
            if (m.anchor.start, m.anchor.end) not in places
            and (floats or e in self.cast.context.vessels or not is_place(e, m, known))
        ]
        side, shown = self._first([self._bare(self.cast.where(e, m)) for e, m in kept], NOBODY)
        return side if side.keys else shown

    def _owned(self, other: Side) -> Side | None:
        return owned(self.found, self.who(("actor",)), other)

    def _acts(self, mention: Mention) -> bool:
        return any(m is mention for _, m in self.cast.at("actor"))

    def spot(self, thing: Side) -> Side:
        """Where the thing is, where a place is told beside it: ship traffic in Felden."""
        told = ((e, m) for e, m in self.cast.at("place") if m.head.casefold() not in OWN_PLACES)
        sides_ = [self._bare(self.cast.where(e, m)) for e, m in told]
        return self._first((s for s in sides_ if s.keys and s.name not in thing.name), thing)[0]

    def _sought(self, roles: Iterable[str]) -> Side:
        """What is searched for; of one who is found, whoever that is; "six hikers" by their number."""
        if (told := sought(self.found, self.cast)).name or self.found.rule.value != FOUND:
            return told
        body = people(thing := self.thing(roles))
        return body if any(c.isdigit() for k in body.keys for c in k) else named(thing)

    def _bare(self, side: Side) -> Side:
        """The side without a key that is the noun of the row alone: "the bases" are no base told apart."""
        alone = {f"words:{w}" for w in forms(self.found.noun)} | LANE
        return Side(side.keys - alone, side.name, side.entity) if side.keys & alone else side

    def whom(self, roles: Iterable[str], other: Side) -> Side:
        """To whom: never the thing that is given or taken ("aid"); where nobody is told, a country the clause names."""
        mention = self.found.mention
        itself = self.found.rule.slot in ITSELF and mention is not None and has_name(mention.anchor.text)
        held = [(e, m) for role in roles for e, m in self._held(role) if not (role == "any" and self._acts(m))]
        held = [(e, m) for e, m in held if (m is not mention or itself) and not beside(m, self.found)]
        side, shown = self._first([self.cast.side(e, m) for e, m in held], other)
        if self.found.rule.slot == "investigation" and (dealt := firms(self.found, self.cast)) is not None:
            return takeover_of(*dealt)
        if self.found.rule.slot in AIMED and self.found.noun and (aimed := self._behind(other)) is not None:
            return aimed  # "opened a case against Osland at the tribunal"
        owner = None if side.keys else whose_is(self.found, self.cast, other) or doubted(self.found, self.cast)
        if owner is not None:
            return owner
        if self.found.rule.value in TAKEN_FROM and (holder := holder_of(self.found, self.cast, other)) is not None:
            return holder
        by_clause = self._clause(other) if self.found.rule.slot != "licence" else None  # nobody licenses a country
        if not side.keys and (bloc := side_of_bloc(self.found)).name:
            return bloc  # "the customs union with Norland" is not Norland
        return side if side.keys else by_clause or self._behind(other) or shown

    def _behind(self, other: Side, wide: bool = False) -> Side | None:
        """What the noun is of, into, against or with ("the inquiry into the Talvik pumps"); a name in it tells it."""
        told, mention = self.cast.told, self.found.mention
        read_report = self.cast.read
        if read_report is None:
            return None
        text, start = self.cast.text, told.claim.trigger.end
        if mention is not None:
            start = mention.anchor.start + behind_noun(mention.anchor.text, self.found.noun)
        further = FOR if wide else ON if self.found.rule.slot == "sanctions" else OF
        near = text[start : min(told.claim.anchor.end, start + TAIL)]
        on = ON.match(near) if self.found.rule.slot == "sanctions" else None
        phrase = on or OF.match(near) or further.match(near)
        if phrase is not None and phrase.group(1)[:1].isdigit() and self.found.rule.slot == "sanctions":
            start += phrase.end()  # "a duty of 15 percent on copper"
            phrase = ON.match(text[start : min(told.claim.anchor.end, start + TAIL)])
        if phrase is None or (self.found.rule.slot == "opening" and phrase.group(1)[:1].isdigit()):
            return None  # "a clinic with 60 beds"
        beside = "with " in phrase.group() and (told.claim.lemma in SWAPS or self.found.rule.slot == "output")
        if phrase.group(1).split()[0].casefold() in ASKING or beside:
            return None  # "a probe into how such papers got out", "replaced the curfew with a ban"
        a, b = start + phrase.start(1), start + phrase.end(1)
        times = [t.start for t in read_report.times if t.start < b and a < t.end]
        if any(t <= a for t in times):
            return None  # "on Thursday", "in May"
        b = min(b, *times) if times else b  # "against Dana Reyes this morning"
        inside = mention.anchor.end if mention is not None else b
        b = inside if AND_MORE.fullmatch(text[b:inside]) else b  # "of 16 savings and loans companies"
        told_of = whole(text[a:b].strip(), text[b:])
        for m in read_report.mentions:
            if m.named and a <= m.anchor.start < b:
                side = self.cast.where(self.cast.entity_of(m), m)
                behind_it = text[m.anchor.end : b].split()[:1]
                if behind_it and behind_it[0] in all_nouns():  # "the Konkola mine" is not Konkola
                    side = words_side(told_of, told_of.split()[-1])
                if side.keys and not side.keys & other.keys:
                    return Side(side.keys, told_of, side.entity)
        words = told_of.casefold().split()
        no_place = words[0] in NO_PLACE | {self.found.noun.rpartition(" ")[2]} or words[-1] in DAYTIME
        if no_place or OWN_PLACES & {w.removesuffix("s") for w in words}:
            return None  # "reopened in the evening"
        for m in read_report.mentions:  # "of the ship": whoever those words stand for in this report
            entity = self.cast.entity_of(m)
            if entity and not m.named and m.anchor.text.casefold() == told_of.casefold():
                side = self.cast.where(entity, m)
                if named(side).keys and not side.keys & other.keys:
                    return side
        side = words_side(told_of, told_of.split()[-1]) if not is_definite(told_of) else NOBODY
        return side if side.keys and not side.keys & other.keys else None

    def place(self, roles: Iterable[str], other: Side) -> Side:
        """Where: a place, a base or a country; never a body."""
        given: list[Side] = []
        for role in roles:
            for entity, mention in self._held(role):
                if role == "actor":
                    given.append(self.cast.side(entity, mention))
                elif role == "place" or (
                    mention is not self.found.mention
                    and (is_place(entity, mention, self.cast.record.entities) or is_unplaced(mention))
                ):
                    given.append(self.cast.where(entity, mention))
        side, shown = self._first(given, other)
        return side if side.keys else self._clause(other) or shown

    def _clause(self, other: Side, post: bool = False) -> Side | None:
        told = self.cast.told  # of a post: not what went on beside, "was fired as it was investigating Osland"
        held = self.found.mention.anchor.text if self.found.mention is not None else ""
        for text in (told.claim.title, held, "" if post else object_phrase(told)):
            lands = [c for c in countries_in(text) if f"country:{c}" not in other.keys]
            if lands:
                return land_side(lands[0])
        return None

    def holder(self, roles: Iterable[str]) -> Side:
        """The person who holds the office; "the president" alone is nobody told."""
        shown = NOBODY
        for role in roles:
            held = self._held(role)
            held = [one for _, m in held if (one := named_behind(m, self.cast)) is not None] or held
            known = self.cast.record.entities
            held = [h for h in held if h[0] and known[h[0]].kind == "person" and " " in known[h[0]].name] or held
            if any(m.head.casefold() in ITSELF_TOO for _, m in held):
                held = self.cast.at("actor")  # "named himself head of state"
            for entity, mention in held:
                if mention.named and (mention.kind in ("person", None) or entity):
                    return self.cast.where(entity, mention)
                if mention.refers is not None and any(k[:5] == "name:" for k in self.cast.where(entity, mention).keys):
                    return self.cast.where(entity, mention)  # "he was suspended from office"
                if mention.named and self.found.rule.value == "sworn in":  # none but a person is
                    return name_side(mention.anchor.text)
                if (known_by_post := self.cast.incumbent(mention)) is not None:
                    return self.cast.where(known_by_post, mention)
                shown = shown if shown.name else Side(frozenset(), mention.anchor.text)
        return shown

    def body(self) -> Side:
        """The country or body whose office it is."""
        for _, _, mention in self.cast.everyone():
            lands = countries_in(mention.anchor.text)
            if lands and mention is self.found.mention:
                return land_side(lands[0])
        if (over := headed(self.found, self.cast)) is not None:
            return over
        if (told := body_of_post(self.cast) or employer(self.found, self.cast)) is not None:
            return told
        held = [self.cast.side(e, m) for e, m in self.cast.at("place") if m.head.casefold() not in POSTED]
        side = self._first(held, NOBODY)[0]
        return side if side.keys or self.found.noun in families()["office"] else self._clause(NOBODY, post=True) or side
