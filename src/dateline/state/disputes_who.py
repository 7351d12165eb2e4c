"""Who did, won, owns or caused it: the doer that a sentence names, and whether two doers exclude each other.

In:   the text of a sentence.
Out:  Doer: the question, who and what, as lexicon/contested_who.tsv has the wordings.
Room: state. A doer who may be part of the other, or is not known, excludes nobody: "gunmen", "an officer", "police".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.lexicon.tables import table
from dateline.state.disputes_contested import beginnings, hints_of, is_past, stem, tokens
from dateline.state.disputes_plain import plain
from dateline.state.disputes_undone import EDGE
from dateline.state.patterns import pattern

MOST: Final = 400  # characters of a sentence that are looked at
LONG: Final = 90  # characters of who or what
MANY: Final = 6  # words of a name between commas
WORDS: Final = 12  # words of the one who does it
STOP: Final = re.compile(
    r"[.;:!?”“\"()—]|--|, |(?<!\w)['‘]|,?['’](?!\w)|\b(?:and|but|while|although|because|since|before|when|who|which|"
    r"whose|whom|where|if|as|so|then|according)\b|\b(?:said|says|saying|told|insisted|added|wrote|stated|claimed|showed|announced)\b|"
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"\b(?:last|next|this) (?:week|month|year|night)\b(?!['’])|\bafter\b|$"
)
STOP_PAST_AS: Final = re.compile(STOP.pattern.replace("|if|as|so|", "|if|so|"))  # "named her as its head"
UNSURE: Final = re.compile(
    r"\b(?:not|never|no|nobody|none|neither|nor|denied|denies|den(?:y|ying)|would|will|could|may|might|should|if|whether|"
    r"unless|possibly|perhaps|allegedly|apparently|suspected|probably|likely|hopes?|wants?|to be|expected|without|"
    r"cannot|asked|demanded|urged|threatened|planned|plans)\b|n[’']t\b|\?",
    re.I,
)
SAYER: Final = re.compile(
    r"^(?P<who>.{2,90}?),? (?:has |have |had )?(?:said|says|claimed|claims|announced|told|insisted|declared)\b"
)
PRONOUNS: Final = word_list(
    "he she it they him her them himself herself itself themselves this that these those one we i you who which"
)
TAILS: Final = re.compile(
    r"(?:\b(?:has|have|had|was|were|is|are|be|been|being|also|first|later|then|only|already|now|itself|himself|herself|"
    r"themselves|\w+ly|that|who|which)\b\W*)+$",
    re.I,
)
LEADS: Final = re.compile(
    r"^(?:(?:on|in|by|since) \w+ \d+(?: \d{4})?|\d{4}|that|and|but|while|how|it was|"
    r"in fact|instead|meanwhile|earlier|later|yesterday)\b\W*",
    re.I,
)
NAMELESS: Final = word_list(
    "the a an mr mrs ms dr sir of in at on for from and by its their his her our new old former local own governor "
    "mayor president minister chief general colonel captain deputy group company firm brothers front party "
    "prince princess king queen lieutenant sergeant professor judge sheikh father sister lord lady major engineer"
)
BODIES: Final = frozenset({"front", "party", "group", "company", "firm", "brothers", "governor", "mayor", "president"})
OF_SHIP: Final = re.compile(
    r"\b((?:pilot|driver|captain|crew|skipper|owner|operator|engineer|signaller|designer|builder|maker)s?) of .*$", re.I
)
ITS: Final = re.compile(r"^(?:its|their|his|her|our|none of (?:its|our|their|his|her))\b", re.I)
EACH: Final = re.compile(
    r"(?:\bboth )?(?P<one>[^.;:,]{3,60}?) and (?P<two>[^.;:,]{3,60}?) (?:\w+ly )?"
    r"(?:have |had |again |also |later |each )*"
    r"(?:blam(?:e|ed|ing)|accus(?:e|ed|ing)|traded (?:blame|accusations))"
    r" ?(?:each other|one another|)? ?(?:of|for|over)\b",
    re.I,
)
BUT: Final = re.compile(r"\bbut\b|\band that\b|[;“”]|\. ")
BY: Final = re.compile(r"\W*(?:\w+ly )?(?:by|to|in|for|with|from|at|on)\b")
BEFALLEN: Final = re.compile(
    r"(?:\b(?:is|are|was|were|been|being|get|gets|got|getting)|['’](?:s|re)) (?:\w+ly |also |since |then |already )?$",
    re.I,
)  # "seven soldiers had been killed": they did not do it
BEFORE: Final = "..."  # what is told in the sentence before
TIMES: Final = re.compile(
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day['’]s |"
    r"(?:\b(?:on|last|this|in|since|by|at|for)\s)?\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*$|\bfor \d.*$"
)
NO_NAME: Final = re.compile(
    r"^(?:this|that|these|those|such|another|each|every|any|all|both|either)\b|\b(?:to|how|where|there|than|it|he|she|they|into|"
    r"would|not|its own|I|we|you|each other|the other|accused|blamed|said)\b|:",
    re.I,
)  # no plain name of a doer
PLACE: Final = re.compile(
    r"(?<=\w) (?:(?:at|in|near|during|outside|inside|on|with|against)|from (?![^\W\d_a-z])) .*$"
)  # "soldiers from Kesh" are those of Kesh
OWNER: Final = re.compile(r"\b[\w’'-]+(?:['’]s|s['’]) (?=\w)")
SAYS: Final = re.compile(
    r"\b(?:alleges?|claims?|says?|said|insists?|believes?|reports?|reported|suspects?)$|"
    r" (?:concludes?|concluded|found|finds|says?|said|shows?|showed|showing) "
)  # "an assessment found Saddam" is nobody who did it
SPEECH: Final = re.compile(
    r"\b(?:acknowledged|admitted|confirmed|conceded|believes?|believed|thinks?|alleged|suggested|concluded|argue[sd]?)\b"
)
PASSIVE: Final = re.compile(r"^(?:was|were|had been|has been|have been|is|are)(?: \w+ly| being| first)* | by$", re.I)
VAGUE: Final = frozenset({"vague"})
CAUSES: Final = frozenset({"nature", "machine", "fault"})
FAULT: Final = frozenset({"fault"})
WINDS: Final = {"northern": "north", "southern": "south", "eastern": "east", "western": "west"}
ASK_ALL: Final = frozenset(
    {"win", "own", "buy", "head", "make", "leak", "first", "drive", "start"}
)  # a named one excludes any other here


@dataclass(frozen=True, slots=True)
class Doer:
    """Who is said to have done what."""

    ask: str
    question: str
    who: str
    what: str
    start: int  # of the words in the sentence
    end: int
    each: bool = False  # one of two who blame each other in one sentence


@dataclass(frozen=True, slots=True)
class _Row:
    ask: str
    shape: str
    words: str  # as a pattern
    link: str  # as a pattern; "" where none parts the two
    stop: re.Pattern[str]  # where what stands behind the words ends
    question: str
    hints: frozenset[str]  # beginnings of words of which one must stand in the sentence


@cache
def _rows() -> tuple[_Row, ...]:
    return tuple(
        _Row(
            row["ask"],
            row["shape"],
            rf"\b{row['words']}",
            row["link"],
            STOP_PAST_AS if "as " in row["link"] else STOP,
            row["question"],
            hints_of(row["words"]),
        )
        for row in table("contested_who")
    )


@cache
def _sides() -> dict[str, str]:
    return {word: row["side"] for row in table("contested_sides") for word in row["words"].split("|")}


@lru_cache(maxsize=50_000)
def doers(text: str) -> tuple[Doer, ...]:
    """Who is said to have done what in the sentence.

    >>> [(d.ask, d.who, d.what) for d in doers("The order for two trams went to Castor, the city said.")]
    [('win', 'Castor', 'the order for two trams')]
    """
    told = plain(text[:MOST])
    cut, begin = told.text, beginnings(told.text)
    rows = [row for row in _rows() if row.hints & begin]
    found = [d for row in rows for match in pattern(row.words).finditer(cut) for d in _of(row, match, cut)]
    if "each other" in cut or "one another" in cut or "traded " in cut:
        found += _each_other(cut)
    return tuple(replace(d, start=told.home(d.start), end=told.home(d.end - 1) + 1) for d in found)


def _each_other(text: str) -> Iterator[Doer]:
    """The two who blame each other: "the army and the rebels accused each other of shelling the market"."""
    match = EACH.search(text)
    if match is None or UNSURE.search(match.group()):
        return
    what = _trimmed(_behind(text, match.end()))
    for name in ("one", "two") if what else ():
        who = _trimmed(PLACE.sub("", re.split(r"[,;:]", match[name])[-1]))
        if who and subject(who):
            start, end = match.span(name)
            yield Doer("blame", "Who is to blame for", who, what, start, end, True)


def _of(row: _Row, found: re.Match[str], text: str) -> Iterator[Doer]:
    before, behind = _before(text, found.start()), _behind(text, found.end(), row.stop)
    near = BUT.split(text[max(0, found.start() - LONG) : found.end()])[-1]
    if (
        (row.ask != "not" and UNSURE.search(near))
        or UNSURE.search(behind)
        or (row.shape == "who-what" and (BY.match(behind) or BEFALLEN.search(text[: found.start()])))
    ):
        return
    if not row.link:
        who, what = (before, behind) if row.shape == "who-what" else (behind, before)
        if row.shape in ("who>", "who-before"):  # "the mayor blamed the rebels", "the rebels were responsible"
            who, what = behind if row.shape == "who>" else before, BEFORE
    else:
        parts = pattern(row.link).split(behind, maxsplit=1)
        if len(parts) != 2:
            return
        who, what = (parts[0], parts[1]) if row.shape == "who>what" else (parts[1], parts[0])
    who, what = _trimmed(PLACE.sub("", who)), _trimmed(what)
    bare = not who and row.shape in ("who-what", "who-before") and _last(text[: found.start()]) != "and"
    own = ITS.sub("", who).strip() if ITS.match(who) else ""
    if names_in(own):
        who = own  # "his pupil Ada Lund"
    elif who.lower() in PRONOUNS or own or bare:
        sayer = SAYER.match(text)
        who = _trimmed(sayer["who"]) if sayer is not None and sayer.end() <= found.start() else own
    if who and what and len(who.split()) <= WORDS and what.lower() not in PRONOUNS and subject(who):
        yield Doer(row.ask, _question(row, found.group()), who, what, found.start(), found.end())


def _question(row: _Row, words: str) -> str:
    """How the question begins: as the row has it, or with its verb."""
    if row.question:
        return row.question
    return f"Who {words}" if row.shape == "who-what" else f"Who is said to have {PASSIVE.sub('', words)}"


def _before(text: str, at: int) -> str:
    """The words before a verb that name its subject."""
    edges = list(EDGE.finditer(text, 0, at))
    start = edges[-1].end() if edges else 0
    words = text[start:at]
    if edges and not words.strip() and edges[-1].group() == "and" and is_past(_last(text[: edges[-1].start()])):
        return _before(text, text[: edges[-1].start()].rstrip().rfind(" ") + 1)  # "the clan ordered and carried out"
    if (
        edges and not words.strip() and edges[-1].group() in ("who", "which", "that")
    ):  # "Ivo Mann, who leaked the draft"
        earlier = text[: edges[-1].start()].rstrip(" ,")
        words = re.split(r", |;|\bbut\b", earlier)[-1]
    if edges and not words.strip() and edges[-1].group() == ", ":  # "the owner, Karl Brandt, set the fire"
        named = re.split(r", |;", text[: edges[-1].start()])[-1]
        words = named if named.strip()[:1].isupper() and len(named.split()) < MANY else words
    return words[-LONG:]


def _last(text: str) -> str:
    """The last word in small letters."""
    return next(iter(text.lower().split()[-1:]), "")


def _behind(text: str, at: int, stop: re.Pattern[str] = STOP) -> str:
    found = stop.search(text, at)
    return text[at : found.start() if found else len(text)][:LONG]


def _trimmed(words: str) -> str:
    if words == BEFORE:
        return words
    words = SPEECH.split(words)[-1]
    words = TIMES.sub("", LEADS.sub("", words.strip(" ,.'’\"“”")))
    words = re.sub(r"^(?:The|A|An)(?= [a-z])", lambda m: m.group().lower(), words)
    return TAILS.sub("", words).strip(" ,.'’\"“”")


def own_name(who: str) -> str:
    """Whom the words name, without the ship or firm that only says which one he is: "the pilot of the Orla"."""
    return OF_SHIP.sub(r"\1", who)


def subject(who: str) -> bool:
    """Whether the words name somebody or something, and not only a pronoun or a number."""
    return bool(content(who)) and not NO_NAME.search(who) and not SAYS.search(who)


@lru_cache(maxsize=50_000)
def content(who: str) -> frozenset[str]:
    """The words that tell who it is, and not whose."""
    return _content(OWNER.sub("", who)) or _content(who)


def _content(who: str) -> frozenset[str]:
    return frozenset(
        WINDS.get(w, stem(w)) for w in tokens(who) if w not in NAMELESS and w not in PRONOUNS and len(w) > 1
    ) or frozenset(w for w in tokens(who) if w in BODIES)


@lru_cache(maxsize=50_000)
def _kinds(who: str) -> frozenset[str]:
    return frozenset(_sides()[w] for w in (*tokens(who), *map(stem, tokens(who))) if w in _sides())


def names_in(words: str) -> frozenset[str]:
    """The words with a capital, in small letters; of the first only where it is no plain word."""
    found = re.findall(r"[^\W\d_][\w’'-]*", words)
    kept = {tokens(w)[0] for w in found if w[:1].isupper() and tokens(w)}
    return frozenset(
        WINDS.get(w, w) for w in kept if w not in NAMELESS and w not in _sides() and stem(w) not in _sides()
    )


@lru_cache(maxsize=50_000)
def exclude(a: str, b: str, ask: str) -> bool:
    """Whether the two cannot both have done it.

    >>> exclude("a police officer", "protesters", "shoot"), exclude("gunmen", "rebels", "shoot")
    (True, False)
    >>> exclude("Tarn Yards", "Castor", "win"), exclude("Police in Orsk", "an officer", "shoot")
    (True, False)
    """
    if not content(a) or not content(b) or content(a) & content(b):
        return False
    one, other, names, names2 = _kinds(a) - VAGUE, _kinds(b) - VAGUE, names_in(a), names_in(b)
    vague, vague2 = (_kinds(x) == VAGUE and not named for x, named in ((a, names), (b, names2)))
    winds = set(WINDS.values())
    if content(a) & winds and content(b) & winds:
        return True
    if vague or vague2:
        return False
    if (one & CAUSES) != (other & CAUSES):
        by_fault = FAULT in (one & CAUSES, other & CAUSES) and not (one & CAUSES and other & CAUSES)
        return ask in ("blame", "start", "attack") and not by_fault  # "negligence" may be the driver's
    if "public" in one ^ other and bool(names or names2) and ask in ("blame", "start", "attack"):
        return True
    if one and other:
        return not one & other
    if names and names2:
        return True
    if names or names2:
        return ask in ASK_ALL
    return True
