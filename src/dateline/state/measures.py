"""Which measure is told of: "its golden visa scheme", "a moratorium on debt", "the scheme" of the sentence before.

In:   a claim, and the row of the table that speaks of a tax, a scheme, a rule, or of what somebody began to do.
Out:  whose it is, and the measure with the words that tell it from others; who does what.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import PARTED, Found
from dateline.state.model import Side
from dateline.state.sides import NOBODY, is_generic, pronouns, small, words_side
from dateline.state.whose import OWNERS

BARE: Final = re.compile(r"(?:the|this|that|these|those|such|its|their|a|an|all) (?:new |old |same )?[\w-]+", re.I)
AIMED: Final = re.compile(
    r" ((?:on|for|against|across|of|to) (?:(?:the|a|an|its|their|all|some|every) )?(?:(?:[A-Z]\.)+|[\w'’-]+)"
    r"(?:(?! (?:on|at|after|in|by|to|for|from|and|was|were|is|are|has|have|had|will|would|may|could|that|which|who|"
    r"since|until|as|with|while|when|if|of|came|comes|took|takes|went|goes|into|under|ended|ends|ran|runs|began|"
    r"begins|expired|expires|apply|applies|applied|remain|remains|remained|stays|stayed)\b) [\w'’-]+){0,3}"
    r"(?: of (?:(?:the|a|an|its|their) )?[\w'’-]+(?: [A-Z][\w'’-]+)*)?)"
)  # "on repayments of its external debt"
ON_IT: Final = re.compile(r"\bon ((?:a )?[a-z-]+(?: (?:time|work|leave|hours|week))?)")
BY_WHOM: Final = re.compile(
    r"(?: that| which)? (?:the )?([A-Z][\w-]*(?: [A-Z][\w-]*)*) (?:was|is|had|has|plan(?:s|ned)|announced|brought|"
    r"imposed|introduced|wanted|wants|intended|promised|levied|laid)\b"
)  # "the tariff that Osland was to bring in"
CUT: Final = re.compile(r"([A-Za-z]+-)$")
REACH: Final = 700  # characters before it in which it was told of
LOOK: Final = 120  # characters behind it that are read
WHOLE: Final = word_list(
    "act allowance benefit check code decree directive duty freeze guarantee "
    "guideline holiday law measure measures obligation pilot policy practice program "
    "programme regulation requirement reward rule scheme screening system tax timetable wall watch"
)  # what may be anybody's, where nothing is said beside it
DONE: Final = {
    **{"freeze": "freeze on ", "cap": "cap on ", "fix": "cap on ", "regulate": "control of ", "peg": "peg of "},
    **{"float": "float of ", "free": "release of ", "unpeg": "float of ", "deregulate": "release of "},
}  # what a price is under once that was done to it
MOST: Final = 90  # characters of what somebody does that go into a title


def is_bare(found: Found) -> bool:
    """Whether the noun only points back: "the scheme", "the regulation"."""
    return found.mention is not None and BARE.fullmatch(found.mention.anchor.text.strip()) is not None


def measure_sides(found: Found, cast: Cast) -> tuple[Side, Side]:
    """Whose the measure is, and the measure."""
    mention = found.mention
    if mention is None:
        return NOBODY, _of_people(cast)
    owner = _owner(mention, cast)
    words = f"{_words(mention, cast)}{_aim(mention, cast)}"
    if is_bare(found) and " " not in words:
        words = _told_before(mention, cast) or ("" if _loose(mention) else words)
    if owner.keys and owner.name.casefold() in words.casefold():
        owner = Side(owner.keys, "", owner.entity)
    side = words_side(words, mention.head) if words else NOBODY
    if words and (not side.keys or any(k.startswith("name:") for k in side.keys)):  # "rents in Velden" are not Velden
        side = Side(frozenset({f"words:{words.casefold()}"}), words)
    done = DONE.get(cast.told.claim.lemma, "") if found.rule.value in ("frozen", "freed") else ""
    return owner, Side(side.keys, f"{done}{words[:1].lower()}{words[1:]}") if done and words else side


def _of_people(cast: Cast) -> Side:
    """ "Six hundred workers are on short-time work", "put its workers on short time": told by those it is for."""
    told = cast.told.claim
    kind = ON_IT.search(f"{told.lemma} {cast.text[told.trigger.start : told.trigger.start + LOOK]}")
    held = [(e, m) for e, m in (*cast.at("target"), *cast.at("actor")) if m.head.casefold() not in pronouns()]
    if kind is None or not held:
        return NOBODY
    side = cast.where(*held[0])
    return Side(side.keys or frozenset({f"words:{kind.group(1)}"}), f"{kind.group(1)} for {side.name}")


def _loose(mention: Mention) -> bool:
    """Whether the noun alone tells of nothing in particular: "the scheme", "a roadblock"."""
    return mention.head.casefold() in WHOLE or mention.head.casefold() in families()["fixture"]


def _words(mention: Mention, cast: Cast) -> str:
    """The words of the measure, without article, owner and what only counts."""
    words = mention.anchor.text.split()
    while len(words) > 1 and (words[0].casefold() in small() or words[0].casefold() in OWNERS):
        words.pop(0)
    before = cast.text[max(0, mention.anchor.start - 24) : mention.anchor.start]
    cut = CUT.search(before)  # "anti-dumping duties", of which the mention has "dumping duties"
    return (cut.group(1) if cut is not None else "") + " ".join(words)


def _aim(mention: Mention, cast: Cast) -> str:
    """What it is on, for or against, where that stands right behind it: " on repayments"."""
    if any(f" {p} " in mention.anchor.text for p in ("on", "for", "against", "of", "to")):
        return ""
    end = mention.anchor.end
    phrase = AIMED.match(cast.text[end : end + LOOK])
    if phrase is None or cast.read is None:
        return ""
    a, b = end + phrase.start(1), end + phrase.end(1)
    if any(t.start < b and a < t.end for t in cast.read.times):
        return ""
    return f" {phrase.group(1).rstrip('.')}"


def _owner(mention: Mention, cast: Cast) -> Side:
    """Who acts, where that is a body or a land told by its name; nobody where the measure itself is what acts."""
    for entity, actor in cast.at("actor"):
        if actor is mention or actor.kind == "person" or (actor.head.casefold() in pronouns() and not actor.named):
            continue
        side = cast.side(entity, actor)
        if any(not k.startswith("words:") for k in side.keys):
            return side
        if side.keys and not is_generic(actor.head):
            return side
    said = BY_WHOM.match(cast.text[mention.anchor.end : mention.anchor.end + LOOK])
    if said is not None and cast.read is not None:
        start = mention.anchor.end + said.start(1)
        told = next((m for m in cast.read.mentions if m.anchor.start == start and m.named and m.kind != "person"), None)
        if told is not None:
            return cast.side(cast.entity_of(told), told)
    for _, where in cast.at("place"):
        if where.named and where is not mention:
            return cast.where(cast.entity_of(where), where)
    return NOBODY


def _told_before(mention: Mention, cast: Cast) -> str:
    """The measure told of last before, that "the scheme" or "the measure" stands for; "" where there is none."""
    start = mention.anchor.start
    before = cast.text[max(0, start - REACH) : start]
    told = [m.group() for m in _nouns().finditer(before)]
    return _without_small(told[-1]) if told else ""


def _without_small(words: str) -> str:
    """The words without the plain ones that begin them: "new fuel rebate" is the fuel rebate."""
    first, _, rest = words.partition(" ")
    return _without_small(rest) if rest and first.casefold() in small() else words


@cache
def _nouns() -> re.Pattern[str]:
    """A measure with a word that tells which: "a fuel rebate", "anti-dumping duties"."""
    heads = sorted(
        {w for name in ("measure", "sanction", "mandate") for w in families()[name]}, key=lambda w: (-len(w), w)
    )
    full = [w for w in heads if " " in w or "-" in w]
    led = "|".join(rf"(?<=\b{w} )" for w in ("a", "an", "the", "its", "their"))
    word = r"[a-z][\w-]+ "
    return re.compile(rf"(?:{led})(?:{word}){{1,3}}{_any_of(heads)}\b|\b{_any_of(full)}\b|\b{word}{_any_of(heads)}\b")


def _any_of(nouns: Iterable[str]) -> str:
    """The nouns, singular or plural, as a pattern."""
    return "(?:" + "|".join(n[:-1] + "(?:y|ies)" if n.endswith("y") else f"{n}s?" for n in nouns) + ")"


def activity_sides(cast: Cast) -> tuple[Side, Side]:
    """Who began or stopped to do something, and to what: "Osland's navy", "tankers through the Strait of Orda"."""
    claim = cast.told.claim
    acting = (cast.side(e, m) for e, m in cast.at("actor") if m.named or m.head.casefold() not in pronouns())
    who = next(acting, NOBODY)
    objects = [(e, m) for e, m in cast.at("target") if m.anchor.start >= claim.trigger.end]
    if not objects or cast.read is None:
        return who, NOBODY
    entity, first = objects[0]
    end = min(claim.anchor.end, claim.trigger.end + MOST)
    end = min([end, *(t.start for t in cast.read.times if claim.trigger.end <= t.start < end)])
    text = PARTED.split(cast.text[claim.trigger.end : end])[0].strip(" ,.;")
    text = re.sub(r"(?: (?:on|in|at|from|since|for|by|until|to|and|the|a|of|with|as|under|through))+$", "", text)
    side = cast.where(entity, first)
    return who, Side(side.keys, text if first.anchor.text in text else side.name, side.entity)
