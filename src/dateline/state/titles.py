"""One line for a reader: what a state is and between whom; how it stands is its status.

In:   a state, the templates of lexicon/states_slots.tsv.
Out:  "Accord between Niger and US", "Closure of Ghana border".
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from dateline.lexicon.places import demonym, place
from dateline.lexicon.states import families
from dateline.state.added import with_which
from dateline.state.bodies import NUMBER, NUMBERS
from dateline.state.deals import BIDS, WRITTEN
from dateline.state.model import Side, State
from dateline.state.rules import slots
from dateline.state.sides import bare_name

SHORT: Final = (("United States", "US"), ("United Kingdom", "UK"))
BORDER: Final = re.compile(r"\b(?:border|crossing|frontier|checkpoint|post|gate)s?\b", re.I)
FLOWN_FROM: Final = re.compile(
    r"\bair(?:port|field|strip|base|space|ways?)?s?\b|\bflights?\b|\brunway|\bterminal|\bheli|\bsk(?:y|ies)\b|\bbases?\b",
    re.I,
)
SUPPLY: Final = re.compile(
    r"\b(?:without|no) (?:running |mains |drinking )?(water|gas|heating|internet)\b(?! (?:and|or)\b)"
)
LANDS: Final = frozenset({"country", "region"})  # kinds of place in which, and not at which, somebody strikes
CALLED: Final = (
    (re.compile("picket"), "strike"),
    (re.compile(r"rates? (?:on hold|unchanged|steady)$|borrowing costs? "), "interest rate"),
)  # words of a report, and what the line calls it
WITHOUT: Final = {
    "without power": "power", "without electricity": "power", "into darkness": "power", "dark": "power",
    "into the dark": "power", "without heating": "heating", "without internet": "internet",
}  # fmt: skip
ZONES: Final = frozenset({"no-fly zone", "air exclusion zone", "no fly zone"})
FLIGHTS: Final = re.compile(r"\bflights?$", re.I)
SENT: Final = frozenset(
    {"export", "shipment", "delivery", "deliveries", "supply", "gas export", "oil export", "oil supply"}
)
HEDGE: Final = re.compile(
    r"^(?:About|Between|Around|Some|Nearly|Over|More|Most|Much|Half|Parts|The|All|Its|Their|Several|Many"
    rf"|At least|At most|Up to|Both|{'|'.join(n.capitalize() for n in NUMBERS)}|Thirty|Forty|Fifty"
    r"|Dozens|Hundreds|Thousands)\b"
)
SEVERAL: Final = re.compile(r"(?:the )?(?:two|three|both|rival|warring|opposing) [\w -]*s$", re.I)  # "the two sides"
ON_A_DAY: Final = re.compile(r" (?:on|since|by|until|from) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
FIRST_OF: Final = re.compile(
    rf"^(?:[Tt]he )?[Ff]irst {NUMBER} (?=[\w.]+ ?\w)"
)  # "first 300 UN troops"; not "first deputy minister"
RUNNING: Final = frozenset({"flight", "train", "bus", "sailing", "tram"})  # told of in the plural
SCHOOLS: Final = ("school", "class", "universit", "campus", "college")  # how the words for one begin
SHUT_TOO: Final = frozenset(
    {"museums", "bars", "theatres", "theaters", "cinemas", "shops", "restaurants", "offices", "buildings", "churches"}
    | {"mosques", "markets", "gyms", "libraries", "businesses", "nurseries", "kindergartens", "parks", "pools"}
)  # what is shut beside schools and is no place that they are in
CLOSING: Final = re.compile(
    r"^(?:the )?(?:closure|shutdown|shutting|closing) of |^(?:the )?trading (?:in|of) |^(?:the )?grounding of ", re.I
)
WHERE: Final = re.compile(r"^(?:across|throughout|along|around) ")  # "across Amat"
CIVIL: Final = frozenset(
    {"lawsuit", "suit", "class action", "legal challenge", "legal action", "winding-up petition", "trial", "complaint"}
)  # what is no charge of a prosecutor
DRIVES: Final = frozenset({"offensive", "advance", "operation", "military operation", "ground operation", "campaign"})
CONTROL_OF: Final = re.compile(r"^(?:[\w-]+ )?control of ")
ENVOYS: Final = frozenset({"ambassador", "envoy", "diplomat", "high commissioner"})
PAPER: Final = re.compile(  # "a new law bans it": the ban is no ban of the law; that of "Osland's law" is Osland's
    r"\A(?:(?P<who>[A-Z][\w .-]*?)['’]s )?(?:[a-z-]+ )*"
    r"(?:bill|decree|law|act|order|measure|ordinance|edict|directive|rule)s?\Z"
)
POSTED: Final = "exchange of ambassadors between {parties}"  # an envoy called home cuts no relations
EXPELLED: Final = "expulsion of {thing} of {object} by {subject}"
POLLUTION: Final = "pollution"
LISTED: Final = "listing of {object} on {subject} {thing}"
BY_THING: Final[tuple[tuple[str, Callable[[State], bool], str], ...]] = (
    ("charges", lambda s: s.thing.endswith("trial"), "{thing} of {object}"),
    ("charges", lambda s: s.thing in CIVIL, "{thing} against {object}"),
    ("war", lambda s: s.thing in DRIVES, "{thing} between {parties}"),
    ("designation", lambda s: s.thing.endswith("list"), LISTED),
    ("deal", lambda s: s.thing in WRITTEN and s.object.name[:1].isupper(), "{subject} {thing} with {object}"),
    ("deal", lambda s: s.thing.rpartition(" ")[2] in BIDS, "{subject} {thing} for {object}"),
    ("warning", lambda s: s.thing == POLLUTION, "{thing} of {object}"),
    ("strike", lambda s: bool(s.subject.name) and _is_land(s.object.name), "{subject} {thing} in {object}"),
)  # kind of state, what its noun is, the template
OFFICE: Final = "{subject} in {thing} in {object}"  # where no title is known: "the officers in power in the kingdom"


def _is_land(name: str) -> bool:
    """Whether it is a country or a region, in which somebody strikes; of a town the port or plant may be meant."""
    found = place(name)
    return found is not None and found.kind in LANDS


def title_of(state: State) -> str:
    """The title of the state: in a pile of many stories the clause that tells it, else the one made of its sides."""
    return state.line or made_title(state)


def made_title(state: State) -> str:
    """The title made of the sides of the state, with what tells which one of its kind it is."""
    return with_which(_title(state), state)


def _title(state: State) -> str:
    kind = slots().get(state.slot)
    if kind is None:
        return " ".join(filter(None, (state.subject.name, state.slot, state.object.name)))
    if (own := _by_thing(state)) is not None:
        return _filled(own, state)
    if state.slot == "airport" and place(state.object.name) is not None and "flight" in state.thing:
        return _filled("grounding of flights in {object}", state)
    if state.slot == "airport" and state.object.name and not FLOWN_FROM.search(state.object.name):
        return _filled("closure of airport in {object}", state)  # "Kor", of "the airport in Kor"
    if kind.key == "office" and any(k.startswith("words:post ") for k in state.subject.keys):
        own = bare_name(state.subject.name)
        whose = f" of {state.object.name}" if state.object.name.casefold() not in own.casefold() else ""
        return f"{own[:1].upper()}{own[1:]}{whose} in office"  # who is told by the post alone
    untitled = kind.key == "office" and state.thing in ("power", "office")
    return _filled(OFFICE if untitled else _other(state) or kind.title, state)


def _by_thing(state: State) -> str | None:
    """The template for what its noun alone tells otherwise: a contract with a yard, a bid for a rival."""
    if state.slot == "relations" and all(t.thing in ENVOYS or not t.thing for t in state.transitions):
        return POSTED
    return next((own for slot, noun, own in BY_THING if state.slot == slot and noun(state)), None)


def _other(state: State) -> str:
    """The template for envoys who were sent home, as their country was not expelled; for shares of no exchange; for a
    drill that is told with no more than its place."""
    if state.slot == "exercise" and state.thing and state.thing not in state.object.name.casefold():
        return "{thing} ({object})" if state.object.name else "{thing}"  # "around Taiwan", not of it
    if state.slot == "power" and (supply := _supply(state) or WITHOUT.get(state.thing, "")):
        return f"{supply} outage in {{object}}" if state.object.name else f"{supply} outage"
    if state.slot == "airspace" and state.thing in ZONES:
        return "{thing} over {object}" if state.object.name else "{thing}"
    if state.slot == "airport" and FLIGHTS.search(state.object.name):
        return "grounding of {object}"
    if state.slot == "airport" and not state.object.name and "flight" in state.thing:
        return "grounding of flights"
    if state.slot == "output" and state.thing in SENT and state.subject.name:
        return "{thing} of {object} from {subject}"  # "gas exports from Osland"
    if state.slot == "listing":
        return "trading in {object}" if state.object.name and not state.subject.name else ""
    if state.slot == "border" and any(t.value == "controlled" for t in state.transitions):
        return "border checks"  # "with Slovenia": nothing is closed
    if state.slot != "expulsion" or state.thing not in ENVOYS or state.thing in (state.object.name or state.thing):
        return ""
    many = any(f"{state.thing}s" in t.told.claim.anchor.text.casefold() for t in state.transitions)
    return EXPELLED.replace("{thing}", f"{state.thing}s" if many else state.thing)


def _supply(state: State) -> str:
    """ "Water" where all that is told is that some place is without water, and of no power."""
    told = [SUPPLY.search(t.told.claim.anchor.text) for t in state.transitions]
    kinds = {found.group(1).casefold() for found in told if found is not None}
    return kinds.pop() if len(kinds) == 1 and all(told) else ""


def short(name: str) -> str:
    """The name as it stands in a title: "US and Niger".

    >>> short("Niger and United States"), short("About 60,000 households")
    ('Niger and US', 'about 60,000 households')
    """
    for long, brief in SHORT:
        name = name.replace(long, brief)
    first = name.split(" ", 1)[0]  # "Residents of Amat" opened a sentence
    people = first.istitle() and " " in name and first.lower().removesuffix("s") in families()["people"]
    people = people and not name.split(" ", 2)[1][:1].isupper()  # "Captain Roe"
    return name[:1].lower() + name[1:] if people or HEDGE.match(name) else name


def _filled(template: str, state: State) -> str:
    """The template with the sides that are known; a preposition with nothing behind it goes."""
    thing = state.slot if state.thing == "talk" else state.thing or state.slot
    thing = f"{thing}s" if thing.endswith(" talk") else next((t for words, t in CALLED if words.match(thing)), thing)
    names = [_inside(side) for side in (state.subject, state.object)]
    subject, object_ = _side(names[0], thing, "{thing}" in template), _side(names[1], thing, False)
    object_ = _told(state.slot, thing, object_)
    subject = PAPER.sub(r"\g<who>", subject)
    owned = template.startswith("{thing} ") and not template.startswith("{thing} of {object}")  # "of" one says alone
    if owned and object_.casefold().endswith(f" {thing}"):  # "its alert level", by its owner
        owner = object_[: -len(thing)].strip().removesuffix("'s").removesuffix("’s")
        object_ = owner if owner[:1].isupper() else ""
    if not subject and not object_ and "{thing}" not in template:
        many = {f"{thing}s", f"the {thing}s"} & {state.object.name.casefold()}  # "schools", "the prisoners"
        one = many.pop() if many else f"{thing}s" if thing in RUNNING else f"the {thing}"
        one = state.object.name if f"name:{thing}" in state.object.keys else one  # "the Boeing", by its maker's name
        object_ = one if state.object.name else ""  # "closure of the border", for want of a name
    if subject and not object_ and "{thing}" not in template and state.object.name:
        object_ = short(bare_name(state.object.name))  # "night flights in Karmen"
    if template.endswith("in {subject}") and subject and subject.casefold() in object_.casefold():
        subject = ""  # "closure of Stone Bridge", not "in Stone Bridge"
    parts = {"subject": subject, "object": object_, "parties": subject, "thing": thing}
    both = " and " in subject or SEVERAL.match(subject) is not None
    text = template if both else template.replace("between {parties}", f"{_leads(state, subject)} {{parties}}")
    if thing.casefold()[:5] in {w.casefold()[:5] for w in object_.split()} or f"{thing} " in object_.casefold():
        text = text.replace("{thing} of {object}", "{object}")  # "gas deliveries", not "delivery of gas deliveries"
    for name, value in parts.items():
        if not value:
            text = re.sub(rf"\s?\b(?:of|on|in|to|for|against|between|with|from|at|as|by) \{{{name}\}}", "", text)
        text = text.replace("{" + name + "}", value)
    text = " ".join(text.split())
    text = text or state.slot
    return text[:1].upper() + text[1:]


def _leads(state: State, party: str) -> str:
    """ "In" before the place of a truce, "with" before its one party that is told."""
    if state.slot != "ceasefire" or not party:
        return "with"
    placed = re.compile(rf"\b{re.escape(state.thing)}s? (?:\w+ ){{0,3}}in (?:[\w-]+ ){{0,4}}{re.escape(party)}\b", re.I)
    return "in" if any(placed.search(t.told.claim.anchor.text) for t in state.transitions) else "with"


def _inside(side: Side) -> str:
    """The name as it stands inside a line: "Villagers", which opened its sentence, is no name; "Danes" is one."""
    name = ON_A_DAY.sub("", FIRST_OF.sub("", side.name))
    one = side.name.isalpha() and f"words:{side.name.casefold()}" in side.keys and side.name.istitle()
    return side.name.lower() if one and demonym(side.name) is None and place(side.name) is None else name


def _side(name: str, thing: str, told: bool) -> str:
    """A side as the title takes it; "the strike" is no side of a strike.

    `told`: whether the title tells the thing too.
    """
    bare = short(bare_name(WHERE.sub("", CLOSING.sub("", name))))
    words = bare.split() if told else []
    if words and words[-1].casefold().removesuffix("s") == thing.rsplit(maxsplit=1)[-1]:  # "Osland's ban", "all limits"
        whose = " ".join(words[:-1]).removesuffix("'s").removesuffix("’s")
        whose = whose[4:] if whose[:4].casefold() == "the " and place(whose) is None else whose  # "the European ban"
        bare = whose if whose[:1].isupper() and whose.split()[0].casefold() not in ("the", "all") else ""
    return "" if bare.casefold().removeprefix("the ") in (thing, f"{thing}s") else bare


def _told(slot: str, thing: str, object_: str) -> str:
    """The object with what it is, where the template leaves that out."""
    low = object_.casefold()
    if slot == "border" and object_ and not BORDER.search(object_):
        return f"{object_} border"
    if slot == "school" and SHUT_TOO & set(low.split()[-1:]):
        return f"{thing.removesuffix('s')}s and {object_}"
    if slot == "school" and object_ and not any(w in low for w in SCHOOLS):
        return f"{thing.removesuffix('s')}s in {object_}"
    if slot == "control":
        what = CONTROL_OF.sub("", object_).removeprefix("the ")
        based = thing in families()["base"] and thing not in low and place(what) is not None
        return f"{thing} in {what}" if based else what
    if slot == "airspace" and object_ and place(object_) is not None:
        return f"airspace of {object_}"
    stem = thing.casefold()[: max(3, len(thing) - 1)]  # "ferries" tells that it is a ferry
    if slot == "traffic" and object_ and stem not in low and " between " not in low:
        return f"{thing}s in {object_}" if thing in RUNNING else f"{thing} in {object_}"  # "navigation in the canal"
    return object_
