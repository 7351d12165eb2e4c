"""Which one it is: what the sentence adds to a state so that a reader knows it from others of its kind.

In:   a claim, the row of the table that speaks of it, the report it stands in.
Out:  "peace talks" for "talks", "over the Moravka sector" behind "drone flights", "(Velden)" where only a place beside
      it tells. It is for the reader of a line; what tells two states apart is `sides.py`.
Room: state.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from dateline.claim.lexis import word_list
from dateline.claim.model import Mention
from dateline.lexicon.places import demonym, place
from dateline.lexicon.states import families
from dateline.state.bids import firms
from dateline.state.bodies import NUMBERS
from dateline.state.cast import Cast
from dateline.state.deals import deal_for
from dateline.state.found import Found
from dateline.state.matters import goods_known
from dateline.state.meant import is_definite
from dateline.state.model import Side
from dateline.state.posts import provisional
from dateline.state.rules import all_nouns, singulars, slots_key
from dateline.state.sides import is_party
from dateline.state.spots import PLACES
from dateline.state.topic import DAY_NAME, topic

REACH: Final = 140  # characters behind a noun within which its own phrases stand
MODIFIERS: Final = 3  # words before a noun that are taken for its own
LONGEST: Final = 60  # characters of what is added to a title
SENTENCE: Final = 1000  # characters of a sentence that are looked at
NAMED: Final = r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|\d+\b))*"
LEADS: Final = (
    r"in|on|of|off|over|along|near|at|for|between|against|with|from|to|around|aboard|across|into|through|outside|inside"
)
STATES: Final = "missing|stranded|trapped|aboard|lost|based|stuck|buried|bound|moored|anchored|working|sheltering"
STOP: Final = (
    r"and|or|but|after|before|when|while|who|which|that|as|because|since|until|was|were|is|are|has|have|had|will|would|"
    r"may|could|stays|remains|stands|holds|expired|expires|lapsed|ended|came|comes|took|takes|went|goes|present|said|says|by|under|be|been|a?mid|following|despite|during|not|if|unless|where|than|opened|began|resumed|collapsed|broke"
)
PHRASE: Final = re.compile(
    rf"((?= (?:{LEADS}|{STATES})\b)(?: (?!(?:{STOP})\b)[a-z][\w-]*| \d[\d,.]*){{0,7}}? (?:{LEADS}) "
    rf"(?:(?!(?:{STOP}|{LEADS})\b)[a-z][\w-]* ){{0,4}}{NAMED})"
)  # " for four fishermen missing from the trawler Skarvholm"
AND_END: Final = re.compile(rf" and (?:the )?{NAMED}")
LED: Final = re.compile(
    r"(?:^|[ (])(in|at|on|along|near|off|over|across|around|throughout|inside|outside) (?:[a-z][\w-]* ){0,3}$", re.I
)  # what leads to a place: "along the", "on the island of" has led to the island
OF_PLACE: Final = re.compile(r" (?:of|from) (?:the )?$")
FORM: Final = re.compile(r" ([a-z]+)\b")
ARTICLE: Final = re.compile("^(?:the|its|their|a|an) ")
BEFORE: Final = 40  # characters before a place in which that stands
APART: Final = re.compile(r"[,;:]|\b(?:after|because|when|while|before|since|as|who|which|that|despite|following)\b")
PLAIN: Final = re.compile(r"[a-z][a-z-]*|\d+-[a-z]+", re.I)
SIGNED: Final = frozenset({"ceasefire", "accord", "relations", "deal"})  # "signed a truce in Sennet": the place is none
WHERE_SIGNED: Final = re.compile(r" (?:in|at|on) ")
BODIES: Final = ("place", "organisation", "facility", "misc")
BY_SUBJECT: Final = ("pair", "office", "forces")  # keys of kinds of state that a reader knows by their subject
OWNED: Final = frozenset({"outbreak", "emergency", "measure", "scheme", "output", "campaign", "search", "border"})
OF_ANOTHER: Final = re.compile(r"(?:[A-Z][\w-]* of|against|than|from|beat|beyond|unlike|like) (?:the )?$")
OPENING: Final = word_list(
    "the its their a an all our my your his her even as but and when while after before in on at this that these those "
    "some many most both such no any every each another if though although now then so yet still"
)  # words that open a sentence and are no name before a noun
AND_MORE: Final = re.compile(
    rf" ?and [a-z-]+ (?!(?:{STOP}|{LEADS})\b)[a-z]"
)  # behind "on the orderly": "and safe exit"
OF_PEOPLE: Final = frozenset({"office", "detention", "missing", "trapped", "charges"})
HOW: Final = re.compile(r"^with |\b(?:swap|exchange|deal|raid|operation|amnesty)\b")
FEW: Final = 3  # places of a report
BACK: Final = 600  # characters before a sentence in which the place is looked for that it goes on to speak of
NAME_BEFORE: Final = re.compile(rf"({NAMED}) (?:[a-z][\w-]* ){{0,2}}$")
COMPLEMENT: Final = re.compile(
    rf" ((?:for|on|over|against|into) (?:the |a |an )?"
    rf"(?:(?!(?:{STOP}|{LEADS})\b)[a-z\d](?:[\w-]|,(?=\d))*(?: |(?=[.,;]|$))){{1,3}}"
    rf"(?:of (?:(?!(?:{STOP}|{LEADS})\b)[a-z\d][\w-]* ?){{1,2}})?)(?=[.,;]|$|(?:{STOP}|{LEADS})\b)"
)  # " for 62 low-floor trams", " on the export of rice"
PARTY: Final = re.compile(rf" (?:with|between) (?:the )?{NAMED}(?: and (?:the )?{NAMED})?(?= (?:on|over|about) )")
TURNED: Final = re.compile(r"ed$|^(?:began|broke|fell|went|ran|took|resume|end|come|go)$")
MATTERS: Final = word_list("trade peace nuclear tariff border coalition wage pay climate gas")
UNPLACED: Final = frozenset({"accord", "relations", "deal", "office", "designation", "deadline", "charges", "plan"})


def called(found: Found, cast: Cast) -> str:
    """The noun of the row with the words before it that say which kind it is: "peace talks", "night curfew"."""
    if post := provisional(found, cast):
        return post  # "named its finance chief as interim chief executive"
    held, noun = _held(found, cast), found.noun
    text = held.anchor.text if held is not None else ""
    at = text.casefold().rfind(noun) if noun else -1
    if held is None and (own := _own_noun(found, cast)):
        text, at = own, own.rfind(noun)
    elif held is None or at <= 0:
        return ""
    words = text[:at].split()[-MODIFIERS:]
    kept: list[str] = []
    for word in reversed(words):
        plain = PLAIN.fullmatch(word) is not None and word.casefold() not in _empty() and not word.endswith("-long")
        if not plain:
            break
        kept.insert(0, word.casefold() if goods_known(word) else word)
    return " ".join([*kept, noun]) if kept else ""


def _own_noun(found: Found, cast: Cast) -> str:
    """ "trade talks" where the noun is the event word itself: with the word that it is compounded with."""
    claim = cast.told.claim
    before = claim.anchor.text[: max(0, claim.trigger.start - claim.anchor.start)].split()[-1:]
    itself = found.rule.slot == "talks" and claim.trigger.text.casefold() in (found.noun, f"{found.noun}s")
    return f"{before[0].casefold()} {found.noun}" if itself and before and before[0].casefold() in MATTERS else ""


def which(found: Found, cast: Cast, subject: Side, object_: Side) -> str:
    """What behind the noun or beside the deed tells which one it is; "" where nothing does."""
    shown = f"{subject.name} {object_.name}".casefold()
    bought = deal_for(found, cast) if found.rule.slot == "deal" else ""
    if firms(found, cast) is not None:
        return ""  # "cleared Halden's takeover of Brisco": the title has both
    if bought:
        told = bool(object_.name) and object_.name.casefold() in bought.casefold()  # "an order for 30 jets"
        return "" if told else short(bought)
    if found.rule.slot == "vessel" and found.rule.effect == "end":
        return ""  # "towed it to Sarn": where it was before, its stranding tells
    own = _behind(found, cast, shown) or _before_noun(found, cast, shown)
    own = "" if own.startswith("with ") and is_party(own[5:], subject) else own
    owner = _its_owner(found, cast, f"{shown} {own}".casefold())
    return (
        short(f"{own} {owner}".strip())
        or own
        or _untold(found, cast, subject, object_, shown)
        or _of_what(found, cast, shown)
    )


def _its_owner(found: Found, cast: Cast, shown: str) -> str:
    """Who acts on what is "its": "(Osland)" of "Osland declared an end to its outbreak of measles"."""
    clause = cast.told.claim.anchor.text[:SENTENCE].casefold()
    if found.rule.slot not in OWNED or not found.noun or f" its {found.noun}" not in clause:
        return ""
    acting = (m for _, m in cast.at("actor") if m.named and m.anchor.text.casefold() not in shown)
    return next((f"({ARTICLE.sub('', m.anchor.text)})" for m in acting), "")


def _untold(found: Found, cast: Cast, subject: Side, object_: Side, shown: str) -> str:
    """A place beside it, where the side by which a reader knows the state has no name."""
    key = slots_key(found.rule.slot)
    telling = object_.keys or (subject.keys if key in BY_SUBJECT or not object_.name else frozenset())
    telling |= subject.keys if key == "thing" else frozenset()  # the place that the thing is in
    names = [k for k in telling if k.startswith(("name:", "country:"))]
    known = bool(names) if key != "pair" else len(names) > 1
    own = set(object_.name.split())
    names_told = [m.anchor.text.split()[-1] for m in _mentions(cast, *_sentence(cast)) if m.named]
    named = any(w[:1].isupper() for w in object_.name.split()[1:]) or bool(own & set(names_told))
    if known or named:
        return ""
    place = _beside(found, cast, shown) if found.rule.slot not in UNPLACED else ""
    if place and not place.startswith("("):
        return place
    a, b = _sentence(cast)
    here = place.strip("()") in cast.text[a:b] if place else any(m.named for m in _mentions(cast, a, b))
    whose = found.rule.slot == "strike" and bool(subject.name)  # "the actors remain on strike": nobody else does
    of = topic(cast, f"{shown} {place}".casefold(), found.rule.slot) if not (here or whose) else ""
    told = ", ".join(w for w in (of, place.strip("()")) if w)
    return short(f"({told})") if told and short(f"({told})") else place


def _before_noun(found: Found, cast: Cast, shown: str) -> str:
    """The name right before the noun, in brackets: "Idril" of "the Idril ceasefire", "Arlen" of "Arlen's curfew"."""
    held = _held(found, cast)
    at = held.anchor.text.casefold().rfind(found.noun) if held is not None and found.noun else -1
    if held is None or at <= 0 or found.rule.slot in ("office", "designation"):
        return ""
    told = NAME_BEFORE.search(held.anchor.text[:at])
    name = told.group(1).removesuffix("'s").removesuffix("’s") if told is not None else ""
    called = place(name)  # "The Hague" has its article
    name = name if called is not None and called.name.startswith("The ") else name.removeprefix("The ")
    plain = (
        not name
        or re.search("-[a-z]", name) is not None
        or name.casefold() in (*OPENING, *NUMBERS)
        or goods_known(name)  # "Fuel rationing" opened one
        or DAY_NAME.search(name) is not None
        or not all_nouns().isdisjoint(singulars(f"{name.casefold()} {found.noun}"))  # "Peace talks" opened a sentence
    )
    of_it = name[:4].casefold() in shown  # "Kordish" beside Kordland
    return "" if plain or of_it or demonym(name) is not None else short(f"({name})")


def _of_what(found: Found, cast: Cast, shown: str) -> str:
    """What the noun is for, on or against, told without a name: "for 62 trams"; none where the title has it."""
    end = _ends(found, cast)
    party = PARTY.match(cast.text, end) if end is not None and found.rule.slot in ("talks", "accord") else None
    end = party.end() if party is not None else end  # "talks with Osland on a fishing accord"
    told = COMPLEMENT.match(cast.text[end : end + REACH]) if end is not None and found.noun else None
    if told is None or end is None or cast.read is None:
        return ""
    b = end + told.end()
    timed = any(t.start < b for t in cast.read.times[bisect_left(cast.read.times, end, key=lambda t: t.end) :][:1])
    words = told.group(1).rstrip(", ")
    last = words.split()[-1]
    set_phrase = words.count(" ") == 1 and words.startswith(("on ", "into "))  # "put on hold", "brought into force"
    turned = party is not None and TURNED.search(last) is not None  # "over the smelter collapsed"
    cut = turned or AND_MORE.match(cast.text, b - 1 if cast.text[b - 1 : b] == " " else b) is not None
    return "" if timed or set_phrase or cut or last in shown or last in found.noun else short(words)


def _empty() -> frozenset[str]:
    return frozenset(families()["small"]) | frozenset(families()["which"])


def _held(found: Found, cast: Cast) -> Mention | None:
    """The mention that holds the noun; where the noun itself is the event word, the longest one around it."""
    if found.mention is not None:
        return found.mention
    start, end = cast.told.claim.trigger.start, cast.told.claim.trigger.end
    around = [m for m in _mentions(cast, start - REACH, end) if m.anchor.start <= start and end <= m.anchor.end]
    return max(around, key=lambda m: m.anchor.end - m.anchor.start, default=None)


def _ends(found: Found, cast: Cast) -> int | None:
    """Where the noun of the row ends in the text of the report."""
    claim, held = cast.told.claim, _held(found, cast)
    if held is not None and found.noun:
        at = held.anchor.text.casefold().rfind(found.noun)
        return _whole(cast.text, held.anchor.start + at + len(found.noun)) if at >= 0 else held.anchor.end
    if held is not None:
        return held.anchor.end
    told = claim.anchor.text[:SENTENCE].casefold()
    behind = told.find(found.noun, claim.trigger.start - claim.anchor.start) if found.noun else -1
    at = behind if behind >= 0 else told.rfind(found.noun) if found.noun else -1
    return _whole(cast.text, claim.anchor.start + at + len(found.noun)) if at >= 0 else None


def _whole(text: str, end: int) -> int:
    """The end of the word: behind the plural's letter too."""
    while end < len(text) and text[end].isalpha():
        end += 1
    return end


def _behind(found: Found, cast: Cast, shown: str) -> str:
    """The phrase behind the noun, up to its first name: "along the Orsal river"; none where the title has the name."""
    end = _ends(found, cast)
    if end is None or cast.read is None:
        return ""
    told = PHRASE.match(cast.text[end : end + REACH])
    if told is None or "\n" in told.group(1):
        return ""
    a, b = end + told.start(1), end + told.end(1)
    deed = cast.told.claim.trigger
    if a <= deed.start < b and re.fullmatch(STATES, deed.text) is None:
        return ""  # "a ferry with 65 people on board sank off Bali"
    name = re.search(rf"{NAMED}$", cast.text[a:b])
    timed = any(t.start < b for t in cast.read.times[bisect_left(cast.read.times, a, key=lambda t: t.end) :][:1])
    if name is None or timed or name.group().endswith(("'s", "’s")) or _told_in(name.group(), shown):
        return ""
    whole = max((m.anchor.end for m in _mentions(cast, a, b) if b <= m.anchor.end), default=b)
    whole = _with_form(cast.text, whole)
    other = AND_END.match(cast.text, whole) if " between " in f" {cast.text[a:whole]}" else None
    whole = other.end() if other is not None else whole  # "between Arlen and Osk"
    words = cast.text[a:whole].strip()
    if whole == b and demonym(name.group()) is not None:
        return ""  # "at the French", of what the reader cut off
    if found.rule.slot in SIGNED and WHERE_SIGNED.search(f" {words}"):
        return ""
    if found.rule.slot in OF_PEOPLE and HOW.search(words):
        return ""  # "freed in a prisoner swap with Osland", "replaced him with Ida Roe"
    if found.rule.slot == "office" and any(m.kind == "person" and m.named for m in _mentions(cast, a, whole)):
        return ""  # "took over as justice minister from Ivo Mann"
    return short(_without(words, shown))


def _without(words: str, shown: str) -> str:
    """The phrase without what the title tells already: "for four fishermen missing from ..." of a search for those."""
    told = words.split()
    for cut in range(len(told), 0, -1):
        head = " ".join(w for w in told[1:cut] if w.casefold() not in ("the", "a", "an", "its", "their"))
        if cut > 1 and head and f" {head.casefold()} " in f" {shown} ":
            return " ".join(told[cut:])
    return words


def _beside(found: Found, cast: Cast, shown: str) -> str:
    """A place that only stands beside it: "in Talvik" of its deed, else the nearest of its sentence, in brackets."""
    own = [m for _, m in cast.at("place") if m.named]
    a, b = _sentence(cast)
    start, end = cast.told.claim.trigger.start, cast.told.claim.trigger.end
    points = any(is_definite(m.anchor.text) for _, m in cast.at("object", "recipient"))  # "blockade the port"
    near = [m for m in _mentions(cast, a, b) if m.named and m.kind in PLACES]
    near = [m for m in near if _led(cast, m) or (points and m.anchor.end < start)]
    near = [m for m in near if not APART.search(cast.text[end : m.anchor.start]) and not _of_next(cast, end, m)]
    near.sort(key=lambda m: (abs(m.anchor.start - start), m.anchor.start))
    for m in (*own, *near, *(_told_before(cast, a) if _few_places(cast) else ())):
        name = re.search(NAMED, m.anchor.text)
        if name is None or _is_of_a_speaker(cast, m) or _told_in(name.group(), shown):
            continue
        lead = _led(cast, m)
        signed = found.rule.slot in SIGNED and lead in ("in", "at")
        words = ARTICLE.sub("", cast.text[m.anchor.start : _with_form(cast.text, m.anchor.end)])
        if not signed:
            return short(f"{lead} {words}" if m in own and lead else f"({words})")
    return _whose(found, cast, shown) or (_loose(cast, shown) if _few_places(cast) else "")


def _of_next(cast: Cast, end: int, mention: Mention) -> bool:
    """Whether it is the place of another deed: "declared an emergency in two provinces and a curfew began in Amat"."""
    starts = cast.context.triggers.get(cast.told.claim.report, ())
    between = starts[bisect_left(starts, end) : bisect_left(starts, mention.anchor.start)]
    return any(cast.text[end:at].endswith(" and ") for at in between)


def _few_places(cast: Cast) -> bool:
    """Whether the report speaks of so few places that one told in another sentence can be taken for where it is."""
    named = {
        m.anchor.text.casefold()
        for m in (cast.read.mentions if cast.read is not None else ())
        if m.named and m.kind in PLACES
    }
    return len(named) <= FEW


def _loose(cast: Cast, shown: str) -> str:
    """The place or body told nearest, in brackets: of the sentence, of those before it, of the one behind it."""
    a, b = _sentence(cast)
    own = sorted(_mentions(cast, a, b), key=lambda m: abs(m.anchor.start - cast.told.claim.trigger.start))
    spans = cast.read.sentences if cast.read is not None else ()
    at = bisect_right(spans, b, key=lambda span: span[0])
    behind_it = _mentions(cast, b, spans[at][0]) if at < len(spans) else ()
    end = cast.told.claim.trigger.end
    here = [m for m in own if not APART.search(cast.text[end : m.anchor.start]) and not _of_next(cast, end, m)]
    places = [m for m in here if m.kind in PLACES]
    places += [m for m in reversed(_mentions(cast, a - BACK, a)) if m.kind in PLACES]
    places += [m for m in behind_it if m.kind in PLACES and _led(cast, m)]
    places += [m for m in here if m.kind in BODIES]
    for m in places:
        name = re.search(NAMED, m.anchor.text) if m.named and not _is_of_another(cast, m) else None
        people = name is not None and demonym(name.group()) is not None  # "33 Narvians" beside it are nowhere
        if name is not None and not people and not _told_in(name.group(), shown):
            return short(f"({ARTICLE.sub('', cast.text[m.anchor.start : _with_form(cast.text, m.anchor.end)])})")
    return ""


def _is_of_another(cast: Cast, mention: Mention) -> bool:
    """Whether it is the place of a speaker, of a firm or of a game: "Pontika of Izmail", "London-listed", "against"."""
    a, b = mention.anchor.start, mention.anchor.end
    led = OF_ANOTHER.search(cast.text[max(0, a - BEFORE) : a])
    return led is not None or cast.text[b : b + 1] == "-" or _is_of_a_speaker(cast, mention)


def _whose(found: Found, cast: Cast, shown: str) -> str:
    """Who acts, by name, of a thing that is told of nobody: "(Coral Front)"."""
    if slots_key(found.rule.slot) != "thing":
        return ""
    for _, m in cast.at("actor"):
        name = re.search(NAMED, m.anchor.text) if m.named and m.kind in BODIES else None
        if name is not None and not _told_in(name.group(), shown):
            return short(f"({ARTICLE.sub('', m.anchor.text)})")
    return ""


def _told_before(cast: Cast, a: int) -> list[Mention]:
    """The places that the sentence before leads to, the last one first: "Banks in Arlen wait. The levy is put off"."""
    spans = cast.read.sentences if cast.read is not None else ()
    at = bisect_right(spans, a, key=lambda span: span[0]) - 2
    held = _mentions(cast, spans[at][0], a) if at >= 0 else ()
    text = cast.text
    return [
        m for m in reversed(held)
        if m.named and m.kind in PLACES and (_led(cast, m) or OF_PLACE.search(text[: m.anchor.start][-BEFORE:]))
    ]  # fmt: skip


def _sentence(cast: Cast) -> tuple[int, int]:
    """Where the sentence of the event word starts and ends."""
    spans, start = cast.read.sentences if cast.read is not None else (), cast.told.claim.trigger.start
    at = bisect_right(spans, start, key=lambda span: span[0]) - 1
    return spans[at] if at >= 0 else (cast.told.claim.anchor.start, cast.told.claim.anchor.end)


def _mentions(cast: Cast, a: int, b: int) -> Sequence[Mention]:
    """The mentions of the report that start within the stretch."""
    starts = cast.context.starts.get(cast.told.claim.report, ())
    return cast.read.mentions[bisect_left(starts, a) : bisect_left(starts, b)] if cast.read is not None else ()


def _led(cast: Cast, mention: Mention) -> str:
    """The preposition that leads to a place: "along" of "along the Orsal"; "" where none does."""
    found = LED.search(cast.text[max(0, mention.anchor.start - BEFORE) : mention.anchor.start])
    return found.group(1).lower() if found is not None else ""


def _is_of_a_speaker(cast: Cast, mention: Mention) -> bool:
    """Whether it stands right beside those who say so: "officials in Sennet said"."""
    voices = [v.anchor for v in cast.told.claim.voice if v.anchor is not None]
    return any(v.start - BEFORE <= mention.anchor.start < v.end + BEFORE for v in voices)


def _with_form(text: str, end: int) -> int:
    """The end of the name with the word for what it is the name of: "Orsal river"."""
    behind = FORM.match(text, end)
    return behind.end() if behind is not None and behind.group(1) in families()["landform"] else end


def _told_in(name: str, shown: str) -> bool:
    bare = name.casefold().removesuffix("'s").removesuffix("’s")
    letters = "".join(word[0] for word in shown.split() if word not in {"of", "the", "and", "for"})
    short_form = name.isupper() and len(bare) > 2 and bare in letters  # "FBI" beside its whole name
    return bare in shown or short_form


def short(words: str) -> str:
    """The words without loose ends; "" where there are too many of them for a title."""
    tidy = words.replace(" )", ")").strip()
    return tidy if len(tidy) <= LONGEST else ""
