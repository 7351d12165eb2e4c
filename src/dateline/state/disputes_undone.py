"""What somebody says was not done: "no records had been taken, the firm said", "none of its troops had entered", "the
chief is alive, the movement said".

In:   the text of a sentence.
Out:  Undone: the clause, its words, and whether it speaks of anything at all ("nothing left the plant").
Room: state. What is not known, not yet done, or only not commented on is not said to be undone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from dateline.claim.lexis import word_list
from dateline.state.disputes_contested import PARTICLES, against, beginnings, deeds, is_past, stem, things, tokens
from dateline.state.disputes_cues import HINTS, NOTS, TOLD, denied_words, hinted, not_denied
from dateline.state.patterns import pattern

NEGATOR: Final = re.compile(
    r"\b(?<!-)(?:no(?: ?one)?|not(?: a| one)?(?: single)?|never|none|nobody|nothing)\b(?!-)|n[’']t\b", re.I
)
NOT_YET: Final = re.compile(
    r"\b(?:would|will|wo|could|can|cannot|should|may|might|must|shall|yet|going to|until|am|if|unless|"
    r"whether|so far|currently|now)\b|"
    r"\b(?:is|are|does|do|would|could|should|ca|wo)(?:n[’']t\b|\b)|n[’']t (?:have|be)\b",
    re.I,
)  # what is not done now, may be done, or is asked
OTHER: Final = re.compile(
    r"\W*(?:longer|used to|accustomed|"
    r"one knows|doubt|comment|sign|word|wonder|time|way|need|reason|question|secret|evidence|indication|"
    r"idea|only|yet|just|merely|simply|immediate(?:ly)?|clear|known|certain|sure|possible|able|enough|so much|quite|"
    r"always|necessarily|more than|less than|fewer than|later than|least|matter|such luck|stranger|easy|alone|even|"
    r"have to|need|want|wish|like|know|say|said|comment|respond|answer|reply|give (?:details|an?|any|further|the)|"
    r"specify|identify|name|elaborate|rule|exclude|believe|think|expect|intend|plan|appear|seem|manage|afford|"
    r"mention|confirm|authori[sz]ed|permitted|allowed|reveal|disclose|provide|explain|understand|remember|recall|"
    r"agree with|change|matter|"
    r"(?:immediately|independently|been (?:independently |immediately )?(?:confirmed|verified|reported|named|"
    r"identified|"
    r"disclosed|determined|established|announced|released|published|able|possible|any word|ruled))|"
    r"(?:\w+ )?(?:reports?|indications?|details|information|word|plans?|date|comment|figures?|"
    r"suggestion|intention|choice|alternative|hope|chance|prospect|confirmation|consensus|explanation|claim)\b)",
    re.I,
)  # behind a negator: what is not known, wanted or said
CONTRAST: Final = re.compile(
    r"\W*(?:(?:the|some|about|just|for|in|by|on|at|to|from|of|with|as) )*(?:[$€£]?\d|(?:an? )?(?:one|two|three|four|"
    r"five|six|seven|eight|nine|ten|dozen|hundred|thousand|million)s?\b)",
    re.I,
)  # "350 jobs, not 400": another number, and nothing that was not done
NOT: Final = re.compile(r"(?:not|never|t|nor|neither)$", re.I)
ANYTHING: Final = re.compile(
    r"\b(?:nothing|nobody|no ?one|anyone|anybody|anything|none|never|not (?:a|one) (?:single )?(?:drop|cent|penny|shot|"
    r"word|soul|person|scrap|trace)|no (?:trace|sort|kind)|"
    r"(?:a|one) (?:single )?(?:drop|cent|penny|shot|word))\b",
    re.I,
)
EDGE: Final = re.compile(
    r"[;:“”\"()—]|--|(?<!\w)['‘]|,?['’](?!\w)|, |\bthat\b|\b(?:and|but|while|although|because|since|after|before|when|"
    r"who|which|whose)\b|\b(?:said|says|saying|told|insisted|insists|added|wrote|stated|claimed|maintained|argued) "
)
OF_NOUN: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)|call(?:s|ed|ing)?|"
    r"no truth (?:in|to)|describ(?:es|ed)|scotch(?:ed)?|rebut(?:s|ted)?)"
    r"(?: (?:as [a-z]+|any|all|the|these|those|\w+ly|press|media))* "
    r"(?:(?:reports?|claims?|rumou?rs?|allegations?|accusations?|talk|accounts?|stories|suggestions?|charges?) of|"
    r"(?<=any )(?=[a-z])) ?(?P<what>[^.;:!?”\"]{4,120})",
    re.I,
)
FALSE: Final = re.compile(
    r"\b(?:reports?|rumou?rs?|claims?|talk|news|stories|suggestions?|allegations?) of (?P<what>[^.;:!?”\"]{4,80}?) "
    r"(?:is|are|was|were|had been) (?:\w+ly )?(?:false|untrue|wrong|not true|lies?|a lie|nonsense|baseless|unfounded|"
    r"without foundation|fabricat\w+|invented|incorrect|rubbish|fake)\b",
    re.I,
)  # "reports of his death were lies"
HAND: Final = re.compile(
    r"\W*(?:(?:an?|the|any|its|his|her) )?(?:role|involvement|responsibility|part|hand|wrongdoing|link|knowledge|"
    r"connection|guilt|blame|complicity|charges?|claims?|suggestion|intention|plans?)\b",
    re.I,
)
CHANGED: Final = re.compile(r"\b(?:again|resumed|reopened|restored|since then|meanwhile|no longer)\b", re.I)
AUX: Final = frozenset(
    {"was", "were", "been", "being", "had", "has", "have", "having", "did", "be", "ever", "even", "once", "also"}
)
NEAR: Final = 45  # characters before words for a state in which a "not" turns them round
COUNT: Final = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores|hundreds|several|many|"
    r"most|some)\b"
)
SOME_OF: Final = re.compile(
    r"(?:(?:about|around|some|at least|at most|up to|more than|over|nearly|almost|only|another|the other) )*" + COUNT,
    re.I,
)  # a number of them, and not those that were told of
SO_MANY: Final = re.compile(r"\b" + COUNT, re.I)
EACH: Final = re.compile(r"\b(?:all|every|everyone|both|each|the last|the remaining)\b", re.I)
EDGES: Final = word_list("of in on at by for with from to about against into over near during between among")
EMPTY_VERBS: Final = frozenset(
    {"carry", "take", "make", "hold", "conduct", "have", "be", "do", "occur", "happen", "there", "commit", "perform"}
    | {
        "stage",
        "mount",
        "undertake",
        "give",
        "receive",
        "get",
        "fly",
        "order",
        "reach",
        "launch",
        "find",
        "detect",
        "discover",
    }
)  # verbs whose object tells the deed: "carried out no strikes"
PRONOUNS: Final = AUX | word_list("he she they it all both is are still safely now them of who says said say")


@dataclass(frozen=True, slots=True)
class Undone:
    """What one clause says was not done."""

    start: int  # of the clause in its sentence
    end: int
    what: str
    deeds: frozenset[str]
    things: frozenset[str]
    anything: bool  # it speaks of anything, and names no thing of its own
    instead: str = ""  # of whom it says what is so instead: "the chief is alive"


@lru_cache(maxsize=50_000)
def undone(text: str) -> tuple[Undone, ...]:
    """What the sentence says was not done.

    >>> [u.what for u in undone("The mill said that no acid had leaked from its tanks.")]
    ['no acid had leaked from its tanks']
    >>> undone("The mill did not comment."), undone("No acid has leaked yet, the mill said.")
    ((), ())
    """
    found = (*_negated(text), *_worded(text), *_of_report(text), *_instead(text))
    return found if found and TOLD.search(text) else ()


def _negated(text: str) -> Iterator[Undone]:
    """The clauses with a "no" or "not" in them."""
    if not any(word in text for word in NOTS):
        return
    for found in NEGATOR.finditer(text):
        if OTHER.match(text[found.end() :]):
            continue
        start, end = _clause(text, found.start(), found.end())
        if NOT_YET.search(text[start:end]) or (start == found.start() and CONTRAST.match(text[found.end() : end])):
            continue
        told = _verb(text[found.end() : end], NOT.search(found.group()) is not None)
        if not told and not NOT.search(found.group()):
            told = _verb_before(text[start : found.start()], text[found.end() : end])
        if told:
            yield _undone(text, start, end, told)


def _worded(text: str) -> Iterator[Undone]:
    """What is denied by a word of denial."""
    worded = denied_words(text)
    if worded is not None and worded[2] == "deny":
        (_, end), what, _ = worded
        told = _verb(what, False) or _verb(what, True)
        if told and not NOT_YET.search(what):
            yield _undone(text, end - len(what), end, told)


def _of_report(text: str) -> Iterator[Undone]:
    """What is denied by its noun: "dismissed reports of a mutiny", "denied any leak"."""
    if not hinted(text, HINTS):
        return
    for found in (*OF_NOUN.finditer(text), *FALSE.finditer(text)):
        start, end = found.start("what"), found.end("what")
        edge = EDGE.search(text, start, end)
        end = edge.start() if edge else end
        if not not_denied(text[: found.start()]) and not HAND.match(text[start:end]):
            told = _undone(text, start, end, " ; ".join(_noun(tokens(text[start:end]))))
            yield replace(told, anything=True)


def of_others(denial: Undone, told: str) -> bool:
    """Whether of a number of them something else is so than of the number that was told of.

    >>> two = undone("Two of the crew are still missing, the firm said.")[0]
    >>> of_others(two, "Divers rescued six of the crew."), of_others(two, "Divers rescued all eight of the crew.")
    (True, False)
    """
    some = bool(denial.instead) and SOME_OF.match(denial.what) is not None
    return some and SO_MANY.search(told) is not None and EACH.search(told) is None


def _verb(words: str, first: bool) -> str:
    """The verb of what follows a "no", with its noun where it says little; the first word there behind a "not"."""
    found = tokens(words)
    for n, word in enumerate(found):
        if word in AUX or word.endswith("ly"):
            continue
        if (
            first
            or (n and found[n - 1] in AUX)
            or is_past(word)
            or (word.endswith("ing") and n and found[n - 1] in AUX)
        ):
            return _with_noun(word, found[n + 1 :], found[:n])
    return ""


def _with_noun(verb: str, behind: Sequence[str], before: Sequence[str]) -> str:
    particle = behind[0] if behind and behind[0] in PARTICLES else ""
    if stem(verb) in EMPTY_VERBS:
        return " ; ".join((f"{verb} {particle}", *before[-4:], *_noun(behind)))
    return f"{verb} {particle}".strip()


def _noun(behind: Sequence[str]) -> Sequence[str]:
    """The words up to the next preposition."""
    end = next((n for n, word in enumerate(behind) if n and word in EDGES), len(behind))
    return behind[: min(end, 5)]


def _verb_before(before: str, behind: str) -> str:
    """The verb before a "no": "signed no contract", "carried out no strikes", "have signed nothing"."""
    found = [w for w in tokens(before) if not w.endswith("ly")]
    particle = found.pop() if found and found[-1] in PARTICLES else ""
    if not found or not is_past(found[-1]):
        return " ; ".join(("there", *_noun(tokens(behind)))) if found[-2:-1] == ["there"] else ""
    return _with_noun(found[-1], [*([particle] if particle else []), *tokens(behind)], ())


def _instead(text: str) -> Iterator[Undone]:
    """What is said to be so instead."""
    begin = beginnings(text)
    for deed, words, hints in against():
        found = pattern(words).search(text) if hints & begin else None
        if (
            found is not None
            and not CHANGED.search(text)
            and not NEGATOR.search(text[max(0, found.start() - NEAR) : found.end()])
        ):
            start, end = _clause(text, found.start(), found.end())
            subject = text[start : found.start()]
            whom = subject if any(len(w) > 2 for w in set(tokens(subject)) - PRONOUNS) else text
            yield Undone(start, end, text[start:end], frozenset({deed}), things(whom), False, whom)


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a stretch begins and ends."""
    before = [m.end() for m in EDGE.finditer(text, 0, start)]
    behind = EDGE.search(text, end)
    low, high = (before[-1] if before else 0), (behind.start() if behind else len(text))
    return low + len(text[low:high]) - len(text[low:high].lstrip()), low + len(text[low:high].rstrip(" ,.\n"))


def _undone(text: str, start: int, end: int, verb: str) -> Undone:
    words = text[start:end]
    return Undone(start, end, words, deeds(verb), things(words), bool(ANYTHING.search(words)))
