"""Which row of the table of states speaks of a claim.

In:   a claim with its participants; the rows.
Out:  the row that fits, the noun it fits by and the participant that holds the noun; None where no row does.
Room: state. What the row then does to which state is `transitions.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from dateline.claim.model import Mention
from dateline.lexicon.idioms import idioms_mean, plain_verb
from dateline.lexicon.states import DOING, PARTICLES, ROAD, families, longer, own_words
from dateline.record.model import PlacedClaim
from dateline.state.acted_on import CHANGED, acts_on_another, only_acts, opens_another
from dateline.state.cast import Cast
from dateline.state.forbidden import forbidden
from dateline.state.found import OVER, STOPPED, TURNS, Found, object_phrase, own_tail, tail, words_before, words_behind
from dateline.state.incumbents import NO_LONGER
from dateline.state.outcome import came_of_it
from dateline.state.posts import LOOK, post_before
from dateline.state.rules import Rule, Rules, all_nouns, words_in
from dateline.state.sides import pronouns

CLAUSED: Final = frozenset({"they", "it", "he", "she", "we", "that"})
COUNTED: Final = re.compile(
    r"(?:about |some |around |nearly |more than |up to |all )?(?:\d|two |three |four |five |ten )", re.I
)
CUT: Final = re.compile(r"[A-Za-z]+-[A-Za-z]+ $")
TO_DO: Final = re.compile(r" to [a-z]+\b")  # "the obligation to boil tap water"
AGING: Final = ("talks", "strike")
AGE: Final = re.compile(r"\b(?:second|third|[a-z]+th) (?:day|week|month|year)\b")
LONGEST: Final = 1000  # characters of a clause that are looked at
NEXT: Final = 4  # words behind the verb: determiner, two modifiers, noun
BESIDE: Final = 40  # characters behind the verb within which a phrase of the table is taken for its own
GIVEN: Final = frozenset({"begin", "plan-begin"})  # of a post: who gets it may hold another
CLOSE: Final = 5  # words behind the verb within which a noun is still taken for its object
LABEL: Final = re.compile(
    r" (?:(?:in|of) (?:the )?[A-Z][\w-]*(?: [A-Z][\w-]*){0,3} (?=(?:as )?an? [\w -]{0,30}emergency))?"
    r"(?:as )?((?:an?|the) [\w' -]{3,60})"
)  # the name something is given, right behind it
CARRYING: Final = {
    "complete": ("complete", "be over"),
    "begin": ("begin",),
    "resume": ("resume",),
    "continue": ("continue",),
}
LIGHT: Final = ("issue", "declare", "launch", "raise", "impose", "send", "place", "enter")
TAKEN: Final = frozenset({"control", "siege"})
GOING: Final = frozenset({"to", "in", "at", "from", "for", "with", "near", "into", "on", "towards"})
BY: Final = re.compile(r"\bby\b", re.I)  # "appointed governor by President Ivo Mann": who does it holds another post
TOWN: Final = re.compile(r"\b(Port|Camp|Fort|Lake)[ -](?=(?:au[ -])?[A-Z])")  # "Port Elsa" is no port
VESSEL: Final = "vessel"  # a row that takes this noun takes whatever the record knows to be a ship
WORDLESS: Final = frozenset({VESSEL, "road"})  # nouns of rows that also take what is called otherwise: "the A7"


def fitting(cast_: Cast, book: Rules, but: frozenset[str] = frozenset()) -> Found | None:
    """The first row of the table that speaks of the claim, of a kind of state that is not among `but`.

    A verb that carries its noun with it ("launch investigation") is looked up whole, then by its first words. A row
    whose noun heads a participant comes before one whose noun stands somewhere in the clause.
    """
    claim = cast_.told.claim
    if (ban := forbidden(cast_.told)) is not None:
        return ban if ban.rule.slot not in but else None
    words = claim.lemma.casefold().split(" ")
    words = [*words, *_particle(cast_.told)] if len(words) == 1 else words
    plain = plain_verb(claim.lemma, object_phrase(cast_.told, TURNS)) if _is_verb(cast_.told) else None
    words = plain.split() if plain is not None else words  # "put on hold" is "suspend"
    ways = [(words[:size], size) for size in range(len(words), 0, -1)]
    if _is_verb(cast_.told) and " " not in claim.lemma:
        ways = [(verb.split(), 1 + verb.count(" ")) for verb in longer(claim.lemma, tail(cast_.told))] + ways
    ways = [([claim.aspect, claim.lemma], 2), *ways] if claim.aspect == "begin" else ways  # "started handing out"
    every = [(rule, size) for way, size in ways for rule in book.of(" ".join(way), claim.type)]
    rows = [row for row in every if row[0].slot != DOING and row[0].slot not in but]
    doing = (Found(rule, "") for rule, _ in every if _is_doing(rule, cast_.told))
    found = _fitting(rows, words, cast_, book) or next(doing, None)
    return found if found is None or not (found.rule.slot in but or came_of_it(found, cast_.told)) else None


def _is_doing(rule: Rule, told: PlacedClaim) -> bool:
    """ "Started escorting tankers", "has stopped paying": that it began or ended is told, not only that it was done."""
    if rule.slot != DOING or not _is_verb(told):
        return False
    return told.claim.aspect in ("begin", "resume") or STOPPED.search(words_before(told)) is not None


def _fitting(rows: list[tuple[Rule, int]], words: Sequence[str], cast_: Cast, book: Rules) -> Found | None:
    """The same, of rows that speak of a thing and not of a doing."""
    rows = [row for row in rows if _of_age(row[0], cast_.told)]
    rows.sort(key=lambda row: (-row[1], row[0].at == "-"))  # "ordered the evacuation" is more than an order
    called = _called(rows, cast_) or _carried(cast_, book) or _worded(rows, cast_.told)
    if called is not None:
        return called
    behind = _up_to_doer(OVER.split(TOWN.sub("", own_tail(cast_.told)))[0])[:NEXT] if _is_verb(cast_.told) else []
    words_told = _words_of(cast_, words)
    rows = [row for row in rows if _may_fit(row[0], words_told)]
    whole = words_in(" ".join(behind))
    close = [n for rule, _ in rows if rule.may_hold(whole) and (n := _next_to(rule, behind))]
    near = max(close, key=lambda n: len(n.noun)) if close else None  # "to work" before "work"; of one length the first
    for strict in (True, False):
        beside: Found | None = None  # a fit by no more than where it was: "the stand at Mill Lane was closed"
        for rule, size in rows:
            carried = " ".join(words[size:])
            if carried in all_nouns() and rule.nouns and carried not in rule.nouns:
                continue  # "hold talks" holds nobody
            found = _fits(rule, cast_, carried, strict)
            if found is not None and rule.at == "-":  # "warned them not to drink" is more than a warning
                clause = (r for r, n in rows if n == size and r.at == "clause")
                asked = near if rule.effect == "ask" else None  # "ordered five days of mourning" asks nothing of them
                found = next((f for r in clause if (f := _fits(r, cast_, carried, False)) is not None), asked or found)
            if found is not None and near is None and _only_where(found, cast_):
                beside = beside or found
            elif found is not None:
                return near if near is not None and _farther(found, cast_.told, near) else found
        if beside is not None:
            return beside
    return near or next((Found(rule, noun) for rule, _ in rows if (noun := _close_by(rule, cast_.told))), None)


def _up_to_doer(behind: str) -> list[str]:
    """The words behind a verb up to "by": in "trains were halted by the flood", no flood is halted."""
    return BY.split(behind)[0].split()


def _words_of(cast_: Cast, words: Sequence[str]) -> frozenset[str]:
    """Every word by which a row can fit the claim: of its clause, its title, its participants."""
    claim = cast_.told.claim
    texts = (claim.anchor.text, claim.title, tail(cast_.told), " ".join(words), *claim.terms)
    called = (_said(cast_, cast_.stood_for(m)).words for _, _, m in cast_.everyone())
    return frozenset().union(*map(words_in, texts), *called)


def _may_fit(rule: Rule, told: frozenset[str]) -> bool:
    """Whether the claim has a word of the row's, or the row may do without: most rows of a verb are ruled out here."""
    return rule.at == "-" or bool(rule.kinds) or not rule.words.isdisjoint(WORDLESS) or rule.may_hold(told)


def _called(rows: Sequence[tuple[Rule, int]], cast_: Cast) -> Found | None:
    """ "Declared the outbreak an international emergency": the name behind what it is given to decides."""
    for rule in (r for r, _ in rows if r.slot == "designation" and r.at == "clause"):
        for entity, mention in cast_.at("target"):
            behind_it = cast_.told.claim.anchor.text[max(0, mention.anchor.end - cast_.told.claim.anchor.start) :]
            name = LABEL.match(behind_it)
            noun = rule.noun_in(name.group(1), whole=False) if name and rule.noun_in(mention.head) is None else None
            if noun is not None:
                return Found(rule, noun, entity, mention)
    return None


def _worded(rows: Sequence[tuple[Rule, int]], told: PlacedClaim) -> Found | None:
    """ "Entered its third week", "opened to traffic": words that follow at once tell more than who does it."""
    near = object_phrase(told)[:BESIDE] if _is_verb(told) else ""
    widest = max((n for _, n in rows), default=0)
    for rule in (r for r, n in rows if n == widest and r.at == "clause"):
        noun = rule.noun_in(near, whole=False) if near else None
        if noun is not None and " " in noun and noun in rule.nouns:
            return Found(rule, noun)
    return None


def _of_age(rule: Rule, told: PlacedClaim) -> bool:
    """Whether what went "into its second day" is of the row's kind: a strike, talks; any other words are of any row."""
    if rule.slot not in AGING or rule.at != "clause" or not AGE.search(object_phrase(told)[:BESIDE]):
        return True
    said = told.claim.anchor.text[:LONGEST].casefold()
    return any(word in said for word in families()[rule.slot])


def _carried(cast_: Cast, book: Rules) -> Found | None:
    """ "The withdrawal was completed on Monday": the verb that only carries the noun decides, where a row has both."""
    claim = cast_.told.claim
    verbs = CARRYING.get(claim.aspect or "", ())
    behind_it = tail(cast_.told).split()[:2]
    if behind_it[:2] == ["broke", "out"] or behind_it[:1] == ["erupted"]:
        verbs = ("break out",)
    if " " in claim.trigger.text.strip():
        first = claim.trigger.text.casefold().split()[0]
        light = (v for v in LIGHT if first.startswith(v[:-1]))
        verbs = (*verbs, claim.lemma.split(" ")[0], *light)  # "issued an evacuation order" orders one
    rows = ((v, r) for v in verbs for r in book.of(v, None) if r.nouns and r.at in ("any", "target", "actor"))
    named = " ".join([*words_before(cast_.told).split()[-1:], claim.trigger.text])  # "food deliveries"
    found = ((v, rule, rule.noun_in(named)) for v, rule in rows)
    return next((Found(r, noun) for v, r, noun in found if noun is not None and (v not in LIGHT or " " in noun)), None)


def _particle(told: PlacedClaim) -> list[str]:
    """The particle right behind the verb, where its lemma leaves it out: "called off" by "call"; what burns out of
    control has not burned out."""
    words = tail(told).split()[:1] if _is_verb(told) and not tail(told).startswith(" out of control") else []
    return [w for w in words if w in PARTICLES] or _behind_object(told)


def _behind_object(told: PlacedClaim) -> list[str]:
    """The particle right behind the object: "declared the outbreak over"."""
    claim = told.claim
    text, start = claim.anchor.text, claim.anchor.start
    ends = [
        m.anchor.end for r, _, m in told.entities if r in ("object", "recipient") and m.anchor.end > claim.trigger.end
    ]
    after = [text[end - start : end - start + 20].split()[:1] for end in ends]
    return [w[0].strip(".,;") for w in after if w and w[0].strip(".,;") in PARTICLES - {"in"}][:1]


def _next_to(rule: Rule, words: Sequence[str]) -> Found | None:
    """The row whose noun is among the words that follow the verb at once: "called off their strike" speaks of a
    strike."""
    if rule.at not in ("target", "any", "clause") or not rule.nouns or not words:
        return None
    for n in range(1, len(words) + 1):
        if rule.slot in TAKEN and {w.casefold() for w in words[: n - 1]} & GOING:
            return None  # "taken it into the port"
        noun = rule.noun_in(" ".join(words[:n]).strip(",.;"))
        if noun is None:
            continue
        longer = rule.noun_in(" ".join(words[: n + 1]).strip(",.;")) or noun  # "interim chief executive" is no chief
        noun = longer if longer.startswith(f"{noun} ") else noun
        behind = words[n].strip(",.;").casefold() if n < len(words) else ""
        if behind not in all_nouns() and behind.removesuffix("s") not in all_nouns():
            return Found(rule, noun)
    return None


def _is_verb(told: PlacedClaim) -> bool:
    """Whether the event word is the verb itself ("ended"), not a noun that stands for it ("summit" for "meet")."""
    claim = told.claim
    if claim.lemma in idioms_mean() and " " not in claim.trigger.text:
        return claim.trigger.text[-3:] != "ion"  # "put on ice" for "suspend"
    went = claim.lemma[:2] == "go" and claim.trigger.text[:4].casefold() == "went"
    same = went or claim.trigger.text[:1].casefold() == claim.lemma[:1].casefold()
    return same and not claim.trigger.text.endswith("ion")


def _only_where(found: Found, cast_: Cast) -> bool:
    """Whether the noun is only in the place of the deed, and something else is what it is done to."""
    placed = any(m is found.mention for _, m in cast_.at("place"))
    return placed and any(m.head.casefold() not in pronouns() for _, m in cast_.at("object", "recipient"))


def _farther(found: Found, told: PlacedClaim, near: Found) -> bool:
    """Whether the fit stands behind another noun that follows the verb at once; of a minister who "was named premier"
    the post behind the verb is the new one."""
    if found.mention is None:  # "deputy minister Ina Lask was named as his successor"
        return found.rule.slot == near.rule.slot == "office" and near.noun in ("successor", "replacement")
    if found.rule.slot == near.rule.slot:
        given = found.rule.slot == "office" and found.rule.effect in GIVEN and near.noun != found.noun
        return given and found.mention.anchor.end <= told.claim.trigger.start
    if found.rule.at == "actor" and found.mention.anchor.end <= told.claim.trigger.start:
        return any(role == "object" and near.noun in m.anchor.text.casefold() for role, _, m in told.entities)
    at = words_behind(told).casefold().find(near.noun)
    return at >= 0 and found.mention.anchor.start > told.claim.trigger.end + at + len(near.noun)


def _close_by(rule: Rule, told: PlacedClaim) -> str | None:
    """The noun right behind the verb, where the parse gave the verb another object: "ended, he said, its agreement"."""
    near = OVER.split(" ".join(_up_to_doer(own_tail(told))[:CLOSE]))[0] if _is_verb(told) else ""
    if CLAUSED & set(near.split()) and told.claim.lemma in families()["herald"]:
        return None  # "announced they were easing their warning"
    if rule.slot in TAKEN and {w.casefold() for w in near.split()} & GOING:
        return None
    return rule.noun_in(near, whole=False) if rule.at == "target" and rule.nouns else None


def _fits(rule: Rule, cast_: Cast, carried: str, strict: bool) -> Found | None:
    """Whether the row's noun is where the row asks for it."""
    if rule.at == "-":
        return Found(rule, "")
    if acts_on_another(rule, cast_) or opens_another(rule, cast_):
        return None
    filled = rule.slot == "office" and rule.at == "any"  # who fills it is no word of which: "the president named her"
    wanted = cast_.at(rule.at)
    if rule.at in ("any", "clause"):
        everyone = sorted(cast_.everyone(), key=lambda told: rule.slot == "output" and told[0] == "actor")
        wanted = [(e, m) for role, e, m in everyone if not (filled and role == "actor")]  # "the mill halted production"
    for entity, mention in wanted:
        before = cast_.words_before(mention)[-1:] if rule.at == "any" else []
        if before and OVER.fullmatch(before[0]):
            continue  # "returned to the coalition after talks"
        if only_acts(rule, cast_, mention):
            continue
        noun = _noun(rule, cast_, entity, cast_.stood_for(mention), strict)
        if noun is not None and not (rule.slot in TAKEN and rule.at == "target" and _goes_somewhere(cast_, mention)):
            return Found(rule, noun, entity, mention)
    if carried and rule.at != "actor" and (word := rule.noun_in(carried)):
        return Found(rule, word)
    if rule.at in ("any", "clause") and not strict:
        word = _in_clause(rule, cast_, filled)
        return Found(rule, word) if word else None
    return None


def _in_clause(rule: Rule, cast_: Cast, filled: bool) -> str | None:
    """The noun of the row among the words that tell the claim; `filled`: a post, which who fills it does not name."""
    claim = cast_.told.claim
    told, near = TOWN.sub("", BY.split(tail(cast_.told))[0] if filled else claim.title), object_phrase(cast_.told)
    if rule.at == "any":  # "returned to the coalition after talks" speaks of no talks
        told, near = OVER.split(told)[0], OVER.split(near)[0]
    word = rule.noun_in(told, whole=False) or rule.noun_in(near, whole=False)
    apart = " ".join(OVER.split(tail(cast_.told))[1:]).casefold() if rule.at == "any" else ""
    apart += " ".join(voice.name for voice in claim.voice).casefold()  # "traffic resumed, the canal authority said"
    terms = [t for t in claim.terms if t in rule.nouns and t not in apart] if not word else []
    if terms:
        actors = {w for _, m in cast_.at("actor") for w in f"{m.title or ''} {m.anchor.text}".casefold().split()}
        inside = {w.casefold() for w in TOWN.findall(claim.anchor.text)} - set(claim.anchor.text.split())
        word = next((t for t in terms if t not in inside and not (filled and t in actors)), None)
    if not word and rule.at == "clause":
        word = rule.noun_in(tail(cast_.told), whole=False) or rule.noun_in(claim.anchor.text, whole=False)
    return word


def _goes_somewhere(cast_: Cast, mention: Mention) -> bool:
    """ "Took over its route to Tallinn": a place behind a preposition is not what is taken."""
    before = cast_.words_before(mention)
    behind_it = mention.anchor.start > cast_.told.claim.trigger.start  # not "in the town, which rebels hold"
    return bool(before) and before[-1] in GOING and behind_it


def _behind_it(cast_: Cast, mention: Mention) -> str:
    """The words right behind the mention in its clause."""
    claim = cast_.told.claim
    end = max(0, mention.anchor.end - claim.anchor.start)
    return claim.anchor.text[end : end + LOOK]


def _before(cast_: Cast, mention: Mention) -> str:
    """The words of the clause right before the mention."""
    claim = cast_.told.claim
    start = max(0, mention.anchor.start - claim.anchor.start)
    return claim.anchor.text[max(0, start - LOOK) : start]


def _is_of_kind(rule: Rule, cast_: Cast, mention: Mention) -> bool:
    """Whether the row takes mentions of this kind; what the record knows as a town is a place."""
    if mention.head.casefold() in pronouns():
        return False
    counted = "counted" in rule.kinds and COUNTED.match(mention.anchor.text) and mention.kind not in ("person", "group")
    if mention.anchor.text in cast_.context.settled:
        return "place" in rule.kinds or bool(counted)  # the rebels hold a town, whatever the tagger took it for
    return mention.kind in rule.kinds or bool(counted)


class _Said(NamedTuple):
    """What a mention is called, for all rows that are held against it."""

    own: str  # its words up to what it is of, with the whole of a word that it was cut from
    to_do: str | None  # its words with what is to be done behind them
    words: frozenset[str]  # of all that it is called; a row with none of them does not fit it by a noun


def _said(cast_: Cast, mention: Mention) -> _Said:
    """What the mention is called in its clause."""
    titles = (mention.title or _lies_at(cast_, mention), post_before(cast_.told.claim, mention) or "")
    return _as_called(mention.anchor.text, mention.head, *titles, _before(cast_, mention), _behind_it(cast_, mention))


def _lies_at(cast_: Cast, mention: Mention) -> str:
    """ "Crossing" of Torkham, where the record tells of the Torkham crossing."""
    return cast_.context.sites.get(mention.anchor.text, "") if mention.named else ""


@lru_cache(maxsize=1024)
def _as_called(text: str, head: str, title: str, post: str, before: str, behind: str) -> _Said:
    to_do = TO_DO.match(behind)
    whole = CUT.search(before)  # "the winding-up petition", of which the mention has the petition
    own = own_words(text)  # "financial support" of "its financial support for Osland"
    own = whole.group() + own if whole is not None else own
    done = text + to_do.group() if to_do is not None else None
    return _Said(own, done, frozenset().union(*map(words_in, (text, head, title, post, own, done or ""))))


def _noun_said(rule: Rule, cast_: Cast, mention: Mention, said: _Said) -> str | None:
    """The noun of the row by the mention's head, its office, its own words."""
    posts = rule.effect in CHANGED and "minister" in rule.nouns and "leave" not in rule.verbs
    title = mention.title or _lies_at(cast_, mention) or (post_before(cast_.told.claim, mention) if posts else None)
    found = rule.noun_in(mention.head) or (rule.noun_in(title) if title and not NO_LONGER.search(title) else None)
    to_do = said.to_do if said.to_do is not None and " to " in " ".join(rule.nouns) else None
    phrase = rule.noun_in(said.own) or (rule.noun_in(to_do) if to_do is not None else None)
    longer = phrase is not None and " " in phrase and (found is None or phrase.endswith(f" {found}"))
    return phrase if longer else found  # "diplomatic ties", by its last two words


def _noun(rule: Rule, cast_: Cast, entity: str | None, mention: Mention, strict: bool) -> str | None:
    """The noun of the row that a mention is: by its head, its office, its kind; else, if not strict, by its words."""
    said = _said(cast_, mention)
    spoken = rule.may_hold(said.words)
    found = _noun_said(rule, cast_, mention, said) if spoken else None
    if found is not None and rule.slot == "traffic" and mention.named and mention.kind == "organisation":
        return None  # "Norlink Rail suspended two clerks"
    if found is None and _is_of_kind(rule, cast_, mention):
        said_before = mention.anchor.end <= cast_.told.claim.trigger.start and mention.named
        return "" if rule.slot != "site" or said_before else None  # "Stone Gate remains closed"
    if found is None and "road" in rule.nouns and ROAD.fullmatch(mention.anchor.text):
        return "road"
    if found is None and VESSEL in rule.nouns and entity in cast_.context.vessels:
        return ""
    if found is None and spoken and not strict:
        town = mention.named and TOWN.match(mention.anchor.text) is not None
        found = rule.noun_in(mention.anchor.text) or (
            rule.noun_in(mention.anchor.text, whole=False) if mention.named and not town else None
        )
    return found
