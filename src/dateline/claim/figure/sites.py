"""Finds the place a figure belongs to where its own words name none: that of its sentence, or the scene told before.

In:   a sentence with its parse and mentions, the sentences before it; a word of a figure.
Out:  the figure with its place as a title gives it ("at Tarnby prison"), and whether the sentence itself tells it.
Room: claim. The words are a table, `counted_sites`. A site tells a reader where; it makes no other figure of it.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import DAYS, GENERIC, begins_a_name, kind_of
from dateline.claim.figure.places import MOSTLY, Reader
from dateline.claim.lexis import is_kind, word_list
from dateline.claim.model import Mention, Quantity
from dateline.claim.people.nouns import stands_for
from dateline.claim.tree import Tree
from dateline.claim.voice.attribution import Attribution
from dateline.lexicon.places import demonym, place
from dateline.lexicon.tables import table
from dateline.sentence.reading import Span, Token

SPOTS: Final = ("site", "territory", "spot")
BEFORE: Final = 6  # words between a preposition and the name: "in the mountain district of Lurano"
BEHIND: Final = 2  # words from a name to the noun it names: "the Dunwick rolling mill"
LONGEST: Final = 40  # characters of a name
OWN: Final = 5  # words from a name to what it owns: "Uganda's confirmed Ebola cases"
TOLD_OF: Final = word_list("outbreak epidemic case infection toll death fatality casualty")
SUMMED: Final = word_list("total overall combined altogether")
COMMA: Final = 6  # words that a comma counts for between a figure and a name
MOST_IN: Final = 4  # words back to "most": "most of them in Karu" is not where all are
SPEAKING: Final = 4  # words between a verb of saying and where it is said
FAR: Final = 10_000  # words
NEAR: Final = 12  # words between a sum, a share or a size and the place it is told of
MANY: Final = 10  # people; fewer of whom nothing is said are somebody, and no count of what happened
THOUSAND: Final = 1000  # people; more than are in one house
INDOORS: Final = word_list(
    "hotel house hall school church mosque theatre theater club bar restaurant cafe hospital clinic museum embassy"
)
LATER: Final = 3  # sentences for which a scene holds where the report tells of several
PHRASE: Final = frozenset({"DET", "ADJ", "NOUN", "PROPN"})
HYPHENS: Final = frozenset({"-", "‑", "–"})
APART: Final = frozenset({"-", "–", "—", ":", ",", "(", ";"})
ATTACKS: Final = frozenset({"attack", "assault", "raid", "strike", "bombing", "march", "advance", "siege", "airstrike"})
MOVED: Final = frozenset({"displaced", "departed", "evacuated", "returned", "deported", "moved", "arrived"})
OPEN: Final = frozenset({"in", "near", "off", "outside"})  # whatever has a name behind these is a place
OF_PLACES: Final = frozenset({
    "temperature", "turnout", "rain", "rainfall", "snow", "snowfall", "wind", "gust", "occupancy", "unemployment",
    "tremor", "water level", "magnitude",
})  # fmt: skip
NO_NAMES: Final = DAYS | {n.lower() for n in calendar.month_name if n}
BODIES: Final = frozenset({"parliament", "assembly", "senate", "congress", "court", "cabinet", "council", "league"})


@dataclass(frozen=True, slots=True)
class Site:
    """A place that a sentence tells of."""

    words: str  # as a title gives it: "in Lurano", "at Tarnby prison"
    low: int  # the first word of the name
    at: int  # its last word
    told: bool = True  # told by the sentence itself, not in the words for a speaker or an owner


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind in the table."""
    return frozenset(row["word"] for row in table("counted_sites") if row["as"] == kind)


def sites_in(reader: Reader, text: str, speakers: Sequence[Span], cues: Set[int]) -> tuple[Site, ...]:
    """The places a sentence tells of, in order; those only of a speaker or an owner are marked. `speakers`: the words
    of the report that name who speaks; `cues`: where its words of saying start."""
    out = []
    tokens = reader.tree.tokens
    for low, high in _names(reader):
        found = _site(reader, text, low, high)
        if found is not None and not MOSTLY & set(reader.tree.low[max(0, low - MOST_IN) : low]):
            first, last = tokens[low].start, tokens[high].end
            spoken = any(s <= first and last <= e for s, e in speakers) or _said_there(reader.tree, low, cues)
            out.append(Site(found[0], low, high, found[1] and not spoken))
    return tuple(out)


def _said_there(tree: Tree, low: int, cues: Set[int]) -> bool:
    """Whether somebody only speaks there: "said in Tarnby", "told reporters in Tarnby"."""
    near = tree.tokens[max(0, low - SPEAKING) : low]
    return any(t.start in cues or t.lemma.lower() == "speak" for t in near)


def _names(reader: Reader) -> list[tuple[int, int]]:
    """First and last word of every name: a mention of a place as the reader saw it, else a run of capitalised words."""
    tokens, out, at = reader.tree.tokens, [], 0
    begins = {t.start: n for n, t in enumerate(tokens)}
    ends = {t.end: n for n, t in enumerate(tokens)}
    seen = [(begins.get(m.anchor.start), ends.get(m.anchor.end)) for m in reader.mentions if _place_seen(m)]
    spans = dict(sorted((a, b) for a, b in seen if a is not None and b is not None))
    while at < len(tokens):
        low = high = at
        if at in spans:
            high = max(spans[at], at)
            low = at + 1 if tokens[at].text.lower() == "the" and high > at else at
        elif tokens[at].upos == "PROPN" and tokens[at].text[:1].isupper():
            joined = at > 1 and tokens[at - 1].upos in ("ADJ", "NOUN") and tokens[at - 1].text[:1].isupper()
            low = at - 1 if joined and demonym(tokens[at - 1].text) is None else at  # "the Cold Point wind farm"
            while high + 1 < len(tokens) and tokens[high + 1].upos == "PROPN" and high + 1 not in spans:
                high += 1
        else:
            at += 1
            continue
        out.append((low, high))
        at = high + 1
    return out


def _place_seen(mention: Mention) -> bool:
    return mention.named and mention.kind in ("place", "facility")


def _site(reader: Reader, text: str, low: int, high: int) -> tuple[str, bool] | None:
    """The place that the name from `low` to `high` is or names: its words in a title, and whether it is told of."""
    tree = reader.tree
    case, before = _led(tree, low)
    noun = _noun_named(tree, high)
    name = " ".join(text[tree.tokens[low].start : tree.tokens[noun if noun is not None else high].end].split())
    if len(name) > LONGEST or not _names_a_place(reader, low, high, case):
        return None
    if noun is not None and case in ("", "verb"):
        return f"at {name}", True  # "the Tarnby wind farm has 30 turbines", "will close its Tarnby mill"
    if case in ("", "verb", "out"):
        seen = case == "" and (_verb_behind(tree, high) in words("sees") or _befell(tree, high))
        weak = case == "" and not seen and _owns(tree, high) and place(name) is None
        return (f"in {name}", seen) if seen or weak else None  # "Tarnby saw 90 arrests", "Tarnby's police"
    following = tree.tokens[high + 1] if high + 1 < len(tree.tokens) else None
    if noun is None and following is not None and (following.upos == "NOUN" or following.text in HYPHENS):
        return None  # "in Roman times", "a Tarnby-based group"
    fixed = case in words("at") and not (case == "on" and (before in ATTACKS or _town(name)))
    return f"{case if fixed else 'in'} {name}", not (noun is None and _possessive(tree, high))


def _verb_behind(tree: Tree, high: int) -> str:
    """The verb whose subject the name is, where it comes right behind: "Tarnby has reported"."""
    near = tree.tokens[high + 1 : high + 4]
    verb = next((t for t in near if t.upos == "VERB"), None)
    passed = all(t.upos in ("AUX", "ADV", "VERB") for t in near[: near.index(verb) + 1]) if verb is not None else False
    return verb.lemma.lower() if verb is not None and passed else ""


def _owns(tree: Tree, high: int) -> bool:
    """Whether the name tells whose body speaks or acts: "Tarnby's council", "Tarnby police"."""
    following = tree.tokens[high + 1] if high + 1 < len(tree.tokens) else None
    body = following is not None and following.upos == "NOUN" and stands_for(following.lemma.lower()) is not None
    return _possessive(tree, high) or body


def _befell(tree: Tree, high: int) -> bool:
    """Whether the name tells whose disaster, cases or dead are counted: "Tarnby's cholera outbreak", "Peru's death
    toll"; but no other phrase of its own stands between."""
    for i in range(high + 2, min(len(tree.tokens), high + 2 + OWN) if _possessive(tree, high) else 0):
        lemma = tree.tokens[i].lemma.lower()
        if tree.tokens[i].upos == "NOUN" and (is_kind(lemma, "disaster") or lemma in TOLD_OF):
            return True
        if tree.tokens[i].upos not in PHRASE | {"VERB", "NUM"}:
            return False
    return False


def _town(name: str) -> bool:
    found = place(name)
    return found is not None and found.kind in ("city", "capital", "country")


def _led(tree: Tree, low: int) -> tuple[str, str]:
    """What leads to the name, and the word before it: a preposition of place, "hit" for a verb that befalls places,
    "verb" for another, "" for nothing, "out" for words that make it no place ("from Tarnby", "shares in Tarnby")."""
    i = low - 1
    while i >= max(0, low - BEFORE) and _goes_back(tree, i):
        i -= 1
    if i < 0:
        return "", ""
    token, before = tree.tokens[i], tree.tokens[i - 1].lemma.lower() if i else ""
    if token.upos == "ADP":
        case = token.text.lower()
        if i and token.text[:1].isupper() and tree.tokens[i - 1].text[:1].isupper():
            return "out", before  # "Partners In Tarnby" is a name
        return (case, before) if case in words("at") | words("in") and before not in words("never") else ("out", before)
    if token.upos == "VERB":
        return "hit" if token.lemma.lower() in words("hit") else "verb", before
    return "" if token.upos in ("PUNCT", "SCONJ", "CCONJ") else "out", before


def _goes_back(tree: Tree, i: int) -> bool:
    """Whether word i belongs to the phrase before the name: "the mountain district of", "Ostra's Brek"."""
    token = tree.tokens[i]
    if token.text.lower() == "of":
        return i > 0 and is_place_noun(tree.tokens[i - 1])
    owns = token.text in ("'s", "’s") and i > 0 and tree.tokens[i - 1].upos == "PROPN"
    return owns or tree.full[i] == "nmod:poss" or (token.upos in PHRASE and token.text.lower() not in NO_NAMES)


def is_place_noun(token: Token) -> bool:
    """Whether a word is a noun of a place: "district", "prison"."""
    lemma = token.lemma.lower()
    lower = token.text.lower()
    known = lemma in words("noun") or any(is_kind(word, *SPOTS) for word in (lemma, lower))
    return token.upos in ("NOUN", "PROPN") and known


def _names_a_place(reader: Reader, low: int, high: int, led: str) -> bool:
    """Whether the name is one of a place: as the reader saw it, by the table, by its noun, or by its preposition."""
    tree, token = reader.tree, reader.tree.tokens[high]
    begins = low == high == 0 and (is_kind(token.text.lower(), "border", *SPOTS) or is_place_noun(token))
    if begins and not _possessive(tree, high):
        return False  # "Border guards turned back 240 people"
    if token.text.lower() in NO_NAMES or (demonym(token.text) and place(token.text) is None):
        return False
    mention = reader.mention_at(high)
    kind = mention.kind if mention is not None and mention.named else None
    if kind in ("place", "facility") or (led == "at" and high > low and is_place_noun(token)):
        return True
    if _noun_named(tree, high) is not None or (low and is_place_noun(tree.tokens[low - 1])):
        return kind != "person" or high == low
    known = place(tree.text(low, high)) is not None and not begins_a_name(tree.tokens, low)
    if known and led and kind != "person" and tree.low[low - 1] != "the":
        return True
    plain = token.text.isalpha() and not token.text.isupper() and len(token.text) > 3
    common = kind_of(token.lemma) is not None or stands_for(token.text.lower()) is not None or _body(token)
    bare = low == 0 or tree.low[low - 1] == led
    if kind == "organisation" and high > low:
        return False  # "in New Labour"
    seen = led == "" and (_owns(tree, high) or _verb_behind(tree, high) in words("sees"))
    return (led in OPEN or (seen and kind != "person")) and plain and not common and bare


def _body(token: Token) -> bool:
    return token.lemma.lower() in BODIES


def _noun_named(tree: Tree, high: int) -> int | None:
    """The noun of a place that the name stands before: the prison of "Tarnby prison"."""
    for i in range(high + 1, min(len(tree.tokens), high + 1 + BEHIND)):
        token = tree.tokens[i]
        if token.upos not in ("NOUN", "ADJ") or not token.text.islower():
            return None
        following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
        if token.upos == "NOUN" and is_place_noun(token) and (following is None or following.upos != "NOUN"):
            return i
    return None


def _possessive(tree: Tree, high: int) -> bool:
    return high + 1 < len(tree.tokens) and tree.tokens[high + 1].text in ("'s", "’s", "'", "’")


class Sites:
    """The places of a report, sentence by sentence; the last one told of is the scene of what follows."""

    def __init__(self, text: str, attributions: Sequence[Attribution]) -> None:
        self.text = text
        self.speakers = [span for a in attributions for span in a.source]
        self.cues = {s for a in attributions for s, _ in a.cue}
        self.scene: str | None = None
        self.since = 0  # sentences since the scene was told
        self.several = False  # whether the report has told of another before
        self.here: tuple[Site, ...] = ()
        self.tree: Tree | None = None

    def read(self, reader: Reader) -> None:
        """Goes on to the next sentence."""
        told = _nearest(self.tree, self.here, _root(self.tree)) if self.tree is not None else None
        self.since += 1
        if told is not None:
            self.several |= self.scene not in (None, told.words)
            self.scene, self.since = told.words, 0
        elif self.scene is None and self.here:
            self.scene, self.since = self.here[0].words, 0
        self.here, self.tree = sites_in(reader, self.text, self.speakers, self.cues), reader.tree

    def placed(self, quantity: Quantity) -> Quantity:
        """The figure with the place of its sentence, else of the scene before; as it is where its words tell one."""
        if quantity.where is not None or self.tree is None or any(s.startswith("at ") for s in quantity.scope):
            return quantity
        tree = self.tree
        at = next((i for i, t in enumerate(tree.tokens) if t.end >= quantity.amount.end), 0)
        reach = NEAR if _measured(quantity) else FAR
        if _worldwide(tree):
            return replace(quantity, site="")
        if _over_all(tree, self.here, at):
            return replace(quantity, site="")
        if own := _nearest(tree, self.here, at, reach):
            return replace(quantity, site=own.words, site_own=True)
        if _beyond(tree) and not self.here:
            return replace(quantity, site="" if quantity.unit != "magnitude" else None)
        scene = self.scene if self._on_the_scene(quantity) and not _beyond(tree) else None
        spoken = next((s.words for s in self.here if not s.told), None)
        return replace(quantity, site=scene or (None if _measured(quantity) else spoken))

    def _on_the_scene(self, quantity: Quantity) -> bool:
        """Whether a figure is one of what happened: people, or things of which something is told; no sums, no sizes.

        Where the report tells of several places, only of what is told soon after, and only with what befell them.
        """
        stated = bool(set(quantity.scope) - GENERIC - MOVED)
        if quantity.of is not None or _measured(quantity) or set(quantity.scope) & MOVED:
            return False
        if quantity.unit == "person" and quantity.low >= THOUSAND and INDOORS & set((self.scene or "").lower().split()):
            return False  # "he stood before the Grand Hotel. The toll was put at 45,000": in no hotel
        many = quantity.unit == "person" and quantity.low >= MANY  # "his two sons" are nobody's count
        stated = stated or quantity.counted in OF_PLACES
        return stated and self.since < LATER if self.several else stated or many


@cache
def _sizes() -> frozenset[str]:
    return frozenset(row["dimension"] for row in table("counted_dimensions")) - {"magnitude"}


def _measured(quantity: Quantity) -> bool:
    """Whether it is a sum, a share or a size; the weather and what all of a place do are told of the place."""
    if quantity.counted in OF_PLACES:
        return False
    return (
        is_currency(quantity.unit)
        or quantity.unit in ("percent", "share", "point")
        or bool(_sizes() & set(quantity.scope))
    )


def _worldwide(tree: Tree) -> bool:
    """Whether a sentence counts over the whole world: "615 infections worldwide", "cases around the world"."""
    whole = any(a == "the" and b in ("world", "globe") for a, b in pairwise(tree.low))
    around = not {"around", "across", "throughout", "over"}.isdisjoint(tree.low)
    return "worldwide" in tree.low or "globally" in tree.low or (whole and around)


def _over_all(tree: Tree, sites: Sequence[Site], at: int) -> bool:
    """Whether a number sums up those told of several places before it: "five in Ostrel and two in Besk, bringing the
    total death toll to 24"."""
    summed = not SUMMED.isdisjoint(tree.low[max(0, at - 2 * OWN) : at])
    return summed and len({s.words for s in sites if s.at < at and s.told}) > 1


def _beyond(tree: Tree) -> bool:
    """Whether a sentence speaks of more or other than the scene: "elsewhere", "the country's prisons", "such fires"."""
    return any(_wider(tree, i) or _several(tree, i) for i in range(len(tree.tokens)))


def _wider(tree: Tree, i: int) -> bool:
    """Whether word i is one of a wider scope, and not before another noun: "state media", "country roads"."""
    following = tree.tokens[i + 1].upos if i + 1 < len(tree.tokens) else ""
    return tree.low[i] in words("beyond") and following not in ("NOUN", "PROPN")


def _several(tree: Tree, i: int) -> bool:
    """Whether word i speaks of several happenings: "those fires", "such attacks"."""
    told = tree.low[i] in ("those", "these", "such") and i + 1 < len(tree.tokens)
    noun = tree.tokens[i + 1] if told else None
    plural = noun is not None and noun.upos == "NOUN" and noun.text.lower().endswith("s")
    row = kind_of(noun.text) if plural and noun is not None else None
    return plural and noun is not None and (row is None or row["unit"] != "person") and not is_place_noun(noun)


def _root(tree: Tree) -> int:
    return next((i for i, t in enumerate(tree.tokens) if tree.up(i) is None), 0)


def _nearest(tree: Tree, sites: Sequence[Site], at: int, reach: int = FAR) -> Site | None:
    """Of the places that a sentence itself tells of, the one nearest to word `at` and no further; commas part."""
    told = [(n, s) for s in sites if s.told and not _of_another(tree, s, at) and (n := _apart(tree, s.at, at)) <= reach]
    return min(told, key=lambda x: (not _behind(tree, x[1], at), x[0], x[1].at), default=(0, None))[1]


def _behind(tree: Tree, site: Site, at: int) -> bool:
    """Whether the place stands right behind the number's noun: "three in Ostrel and two [in the nearby village of
    Besk]"."""
    between = tree.tokens[at + 1 : site.low]
    led = bool(between) and between[0].upos == "ADP" and between[0].text.lower() in OPEN
    return led and all(t.upos in PHRASE | {"ADP"} for t in between)


def _of_another(tree: Tree, site: Site, at: int) -> bool:
    """Whether the place behind a number is that of another number: "302 have died - 232 in Tarnby, 52 in Ostrel"."""
    other = next((i for i in range(at + 1, site.low) if tree.tokens[i].upos == "NUM"), None)
    if other is None:
        return False
    between = tree.tokens[at + 1 : other]
    return any(t.text in APART for t in between) and not any(t.upos in ("VERB", "CCONJ") for t in between)


def _apart(tree: Tree, one: int, other: int) -> int:
    between = tree.tokens[min(one, other) + 1 : max(one, other)]
    return len(between) + COMMA * sum(t.text in (",", ";", "-", "—", "–", "(") for t in between)
