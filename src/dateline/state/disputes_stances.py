"""What a sentence says of how a thing stands: which thing, which of two answers, for which day.

In:   Scenes.
Out:  Stances; whether two of them speak of one thing.
Room: state. The wordings are tables, lexicon/standing.tsv and standing_alike.tsv.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Final

from dateline.lexicon.ordinals import ORDINALS
from dateline.lexicon.tables import table
from dateline.state.disputes_scene import Scene
from dateline.state.disputes_words import said, shared_names
from dateline.state.patterns import pattern

ADVERBS: Final = (
    r"(?P<adverbs>(?: (?:not|no longer|never|still|now|again|already|currently|also|all|both|yet|even|indeed|in fact|"
    r"back|very much|quite|far from|anything but|[a-z]+ly))*)"
)
BE: Final = re.compile(
    r"\b(?:is|are|was|were|remains?|remained|stays?|stayed|stands?|stood|lies|lay|continues? to be|continued to be|"
    r"(?:has|have|had)(?: (?:not|never|already|now|since|always|still|long|[a-z]+ly))? (?:been|remained|stayed|stood)|"
    rf"(?:is|are|was|were|has|have|had)n[’']t(?: been)?){ADVERBS} ",
    re.I,
)
HAVE: Final = re.compile(rf"\b(?:has|have|had)(?:n[’']t)?{ADVERBS} ", re.I)
POST: Final = (
    r"(?:minister|premier|president|governor|mayor|chief|head|chairman|chairwoman|chair|director|secretary|commander|"
    r"general|ambassador|envoy|judge|commissioner|leader|coach|manager|editor|rector|chancellor|king|queen|emir|bishop|"
    r"deputy|speaker|treasurer|captain|senator|vice-president|spokesman|spokeswoman|inspector|prosecutor|principal)"
)
NOT: Final = re.compile(r"\b(?:not|no longer|never|far from|anything but|nobody|none|neither|nor|no)\b|n[’']t\b", re.I)
NOT_FACT: Final = re.compile(
    r"\b(?:to|will|would|could|may|might|should|must|can|cannot|shall|did not|does not|do not|if|unless|whether|once|"
    r"until|when|before|after|whenever|as long as|says? nothing|how|why|since|expected|hopes?|fears?|feared|ordered|"
    r"demands?|demanded|wants?|asked|urged)(?: (?:\w+ )?(?:the|a|it|they|he|she|that|their|its|all) [^,;]*| \w+ly)? ?$",
    re.I,
)
DENIED: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed)? (?:reports?|claims?))(?: [^,;.]{0,25})? that [^,;.]*$", re.I
)
STILL: Final = re.compile(
    r"\b(?:still|remain(?:s|ed)?|continu(?:e[sd]?|ing)|stay(?:s|ed)?|never|no longer|keeps?|kept|goes on|went on|"
    r"drags? on|persist\w*|as ever|as before|(?:has|have|had) not been|(?:hasn|haven|hadn)[’']t been|retain\w*)\b",
    re.I,
)
ANEW: Final = re.compile(
    r"\b(?:again|re-?open(?:s|ed|ing)?|resum\w+|restor\w+|re-?start\w*|later|by then|since then|hours after|"
    r"from (?:noon|midnight|\w+ o['’]clock)|newly|at noon|had been)\b",
    re.I,
)
PART: Final = re.compile(
    r"\b(?:some(?! \d)|part|parts|partly|partially|several|half|(?:one|two|three|four) of|many|other|others|another|"
    r"few|each|every)\b",
    re.I,
)
BOUND: Final = re.compile(
    r"[.;:!?”\"“(]|,|\b(?:that|said|says|say|and|but|while|whereas|because|although|though|where|which|who|told|added|"
    r"claimed|claims|insisted|insists|reported|confirmed|announced|what)\b",
    re.I,
)
JOINS: Final = frozenset({"and", "but"})  # that join two nouns as well
VERB: Final = re.compile(
    "|".join(p.pattern.replace("?P<adverbs>", "?:") for p in (BE, HAVE)) + r"|\b(?:will|sa(?:id|ys?)|\w+ed)\b", re.I
)
EMPTY: Final = re.compile(
    r"^\W*(?:(?:late |early )?on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: \w+)? that )?"
    r"(?:it|he|she|they|this|that|these|those|both|there|which|who|all|we|has|have|had)?\W*$",
    re.I,
)
SIDE: Final = re.compile(
    r"\b(?:upper|lower|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|first|second|third|fourth|inner|outer|"
    r"inbound|outbound|left|right|old|new|male|female|former|domestic|foreign|international|local|big|small|larger|"
    r"smaller|nearby|neighbou?ring|(?-i:(?<=[A-Z]\w))\w* \d+)\b",
    re.I,
)
NOW: Final = re.compile(r"(?:is|are|remains?|stays?|has been|have been)\b", re.I)
NOBODY: Final = re.compile(r"\W*(?:no|none|neither|nor|nobody)\b", re.I)
AHEAD: Final = 12  # characters before a verb in which a "not" belongs to it
SHORT: Final = 3  # words of its object that an answer shows
NEAR: Final = 40  # characters behind an answer in which "again" or "at noon" belongs to it
TITLE: Final = 80  # characters of a subject that a question shows
WIDE: Final = 2  # days; a vaguer time tells of no day
LONG_AGO: Final = 3  # days before the report; what was so then, and only then, is history


@dataclass(frozen=True, slots=True)
class Stance:
    """What one sentence answers to the question how a thing stands."""

    scene: Scene
    group: str  # the question
    answer: str  # "a" or "b"; of a place, who holds it
    words: str  # as the sentence has it: "remained closed"
    start: int  # of the words in the sentence
    end: int
    subject: str  # the words for the thing
    kinds: frozenset[str]  # nouns of the group that it is called by; empty where the group has none
    day: date | None  # of which it speaks
    still: bool  # it says that all is as it was
    anew: bool  # it says that something has changed
    of_kinds: bool = False  # the question is asked of things of these kinds alone
    own: bool = True  # its sentence names the thing


@dataclass(frozen=True, slots=True)
class _Wording:
    group: str
    side: str
    about: str  # the kinds of thing it is asked of, as a pattern; "" where of any
    words: str  # as a pattern; compiled where a sentence may hold it
    opening: str  # "BE", "HAVE" or ""
    behind: bool  # the thing stands behind the words: "lifted the siege"


@cache
def _wordings() -> tuple[_Wording, ...]:
    """The table, each wording of it by itself."""
    out = []
    for row in table("standing"):
        about = rf"\b(?:{row['about']})\b" if row["about"] else ""
        behind = row["words"].startswith("OBJ ")
        for wording in _alternatives(row["words"].removeprefix("OBJ ")):
            opening = next((o for o in ("BE", "HAVE") if wording.startswith(f"{o} ")), "")
            body = wording.removeprefix(f"{opening} ") if opening else wording
            body = body.replace("POST", POST).replace("BE", BE.pattern.replace("?P<adverbs>", "?:").rstrip())
            words = rf"(?:{body})(?![\w-])" if opening else rf"\b(?:{body})(?![\w-])"
            out.append(_Wording(row["group"], row["side"], about, words, opening, behind))
    return tuple(out)


@cache
def _any() -> dict[str, re.Pattern[str]]:
    """One pattern for all wordings that open alike; quicker than each."""
    told = {opening: [w.words for w in _wordings() if w.opening == opening] for opening in ("BE", "HAVE", "")}
    return {opening: re.compile("|".join(f"(?:{p})" for p in found), re.I) for opening, found in told.items()}


def _alternatives(words: str) -> list[str]:
    """The parts between the bars that stand in no bracket.

    >>> _alternatives("BE (?:shut|closed)|HAVE closed")
    ['BE (?:shut|closed)', 'HAVE closed']
    """
    out, depth = [""], 0
    for letter in words:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and not depth:
            out.append("")
        else:
            out[-1] += letter
    return out


def stances(scene: Scene) -> Iterator[Stance]:
    """All that the sentence says of how things stand."""
    for found in _found(scene.text):
        made = _stance(scene, found)
        if made is not None:
            yield made


@dataclass(frozen=True, slots=True)
class _Found:
    """A wording in a text."""

    wording: _Wording
    start: int
    body: int  # where the words of the answer begin, behind the verb
    end: int


@lru_cache(maxsize=20_000)
def _found(text: str) -> tuple[_Found, ...]:
    """The wordings in the text, the first of each question."""
    out: dict[str, _Found] = {}
    if text.rstrip().endswith("?"):
        return ()
    any_of = _any()
    spots = {
        opening: [m for m in verb.finditer(text) if any_of[opening].match(text, m.end())]
        for opening, verb in (("BE", BE), ("HAVE", HAVE))
    }
    free = any_of[""].search(text) is not None
    for one in _wordings() if free or any(spots.values()) else ():
        if one.group in out or not (spots[one.opening] if one.opening else free):
            continue
        if one.opening:
            hits = ((m, w) for m in spots[one.opening] if (w := pattern(one.words).match(text, m.end())))
            found = next((_Found(one, m.start(), w.start(), w.end()) for m, w in hits), None)
        else:
            hit = pattern(one.words).search(text)
            found = _Found(one, hit.start(), hit.start(), hit.end()) if hit else None
        if found is not None:
            out[one.group] = found
    return tuple(out.values())


def _stance(scene: Scene, found: _Found) -> Stance | None:
    text, start, end, about = scene.text, found.start, found.end, found.wording.about
    first, subject = _subject(text, start)
    words, lead, last = text[start:end], text[first:start], clause_end(text, end)
    if (
        NOT_FACT.search(text[max(0, start - 60) : start])
        or DENIED.search(text[:start])
        or PART.search(f"{lead} {words}")
    ):
        return None
    own = found.wording.behind or not EMPTY.match(subject)
    if found.wording.behind:
        subject, lead = BOUND.split(text[end:])[0], text[max(0, start - AHEAD) : start]
        words = f"{words} {' '.join(subject.split()[:SHORT])}"
    elif not own:
        subject = _meant(scene, first, start, end if about else None)
    kinds = _kinds(about, f"{subject} {text[start:last]}") if about else frozenset[str]()
    if not subject.strip() or (about and not kinds and not said(f"a {subject}").names):
        return None
    turned = len(NOT.findall(lead if found.wording.behind else text[start : found.body])) + bool(NOBODY.match(lead))
    answer = found.wording.side if turned % 2 == 0 else {"a": "b", "b": "a"}[found.wording.side]
    still, anew = bool(STILL.search(words)), bool(ANEW.search(text[first : end + NEAR]))
    group, day = found.wording.group, scene.day if NOW.match(words) else day_of(scene, first, last)
    return Stance(scene, group, answer, words, start, end, shown(subject), kinds, day, still, anew, bool(about), own)


def _meant(scene: Scene, first: int, start: int, end: int | None) -> str:
    """What a pronoun stands for before a verb; where nothing stands there, what is told behind it."""
    lead = scene.text[:first]
    if end is not None and not scene.text[first:start].strip() and not said(f"a {lead}").topic:
        return BOUND.split(scene.text[end:])[0]
    return lead if said(f"a {lead}").topic and not EMPTY.match(lead) else scene.before


def clause_end(text: str, end: int) -> int:
    """Where the clause ends that holds what stands before `end`."""
    found = BOUND.search(text, end)
    return found.start() if found else len(text)


def _subject(text: str, start: int) -> tuple[int, str]:
    """Where the clause before a verb begins, and its words; a relative clause tells of what stands before it."""
    bounds = [0]
    for found in BOUND.finditer(text, 0, start):
        if found.group().lower() not in JOINS or VERB.search(text, bounds[-1], found.start()):
            bounds.append(found.end())
    whole = len(bounds)
    while EMPTY.match(text[bounds[-1] : start]) and len(bounds) > 1:
        bounds.pop()
    subject = text[bounds[-1] : start].strip(" ,")
    return bounds[-1], BOUND.split(subject)[0].strip() if len(bounds) < whole and bounds[-1] == 0 else subject


def _kinds(about: str, text: str) -> frozenset[str]:
    return frozenset(_kind(m.group()) for m in pattern(about).finditer(text))


def _kind(noun: str) -> str:
    """A noun without its plural, or what stands for all like it."""
    low = noun.lower()
    plain = low if low.endswith("ss") else low.removesuffix("s")
    return _alike().get(plain, _alike().get(low, plain))


@cache
def _alike() -> dict[str, str]:
    return {word: row["words"] for row in table("standing_alike") for word in row["words"].split("|")}


def shown(subject: str) -> str:
    """A subject as a question shows it: without its article, not too long."""
    words = re.sub(r"^(?:the|a|an|its|their|his|her)\s+", "", subject.strip(), flags=re.I)
    return words if len(words) <= TITLE else words[:TITLE].rsplit(" ", 1)[0]


def day_of(scene: Scene, first: int, last: int) -> date | None:
    """The day of which a clause speaks: a day that it tells, else that of the report; None for what is history."""
    inside = [when for a, b, when in scene.times if first <= a and b <= last]
    day = scene.day
    told = [when.earliest for when in inside if (when.width or 99) <= WIDE and when.earliest is not None]
    if told:
        return min(told[-1], day) if day is not None else told[-1]
    vague = [when.latest for when in inside if when.latest is not None]
    return None if day is None or any((day - when).days > LONG_AGO for when in vague) else day


def one_subject(a: Stance, b: Stance) -> bool:
    """Whether two stances speak of one thing: by its name, or by its noun where the reports share a name."""
    if a.kinds and b.kinds and not a.kinds & b.kinds:
        return False
    if a.of_kinds and not (a.kinds or b.kinds):
        return False
    sides = [frozenset(str(ORDINALS.get(w.lower(), w.lower())) for w in SIDE.findall(s.subject)) for s in (a, b)]
    if sides[0] != sides[1] and all(sides):
        return False
    shared = shared_names([a.subject], [b.subject]) | _first_names(a, b)
    if shared:
        return bool(a.kinds) or not (_owned(a.subject, shared) or _owned(b.subject, shared))
    names = [said(s.subject).names for s in (a, b)]
    if not (a.kinds and b.kinds) or all(names):
        return False
    beside = shared_names(a.scene.context, b.scene.context)
    return bool(beside & (names[0] | names[1])) if any(names) else bool(beside)


def _first_names(a: Stance, b: Stance) -> frozenset[str]:
    """The names with which both subjects begin, where both reports hold them for names."""
    words = [frozenset(w.lower() for w in re.findall(r"[^\W\d_]+", s.subject) if w[:1].isupper()) for s in (a, b)]
    return words[0] & words[1] & a.scene.named & b.scene.named


def _owned(subject: str, names: frozenset[str]) -> bool:
    """Whether the subject is only something of the one who is named: "Orla's deputy"."""
    low = subject.lower().replace("'", "’")
    return any(f"{name}’s" in low for name in names)
