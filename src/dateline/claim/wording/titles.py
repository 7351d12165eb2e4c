"""One short sentence for an event, in the tense and mood that its factuality asks.

In:   the words of its participants and of its verb, and how certain it is.
Out:  "United States designated events in Niger as a coup", "US troops to complete withdrawal by mid-September".
Room: claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from dateline.claim.event.events import UNDER_WAY
from dateline.claim.lexis import word_list
from dateline.claim.people.nouns import stands_for
from dateline.claim.wording.inflect import ing, participle, past, third
from dateline.claim.wording.phrases import THEIRS
from dateline.terms import Factuality

LONGEST: Final = 15  # words of a title; what comes last is left out first
LONGEST_SAID: Final = 24  # with what somebody ordered or denied: without it nothing is said
SAYS_NOTHING: Final = frozenset(  # by itself: "that it would stop"
    {"stop", "agree", "decide", "promise", "pledge", "vow", "plan", "try", "intend", "refuse", "manage", "do", "find",
     "rule out", "set up", "carry out", "deal with", "call on", "call for", "take", "make", "give", "put", "lift",
     "call", "appeal", "plead"}
)  # fmt: skip
NEVER_ING: Final = word_list(
    "know own believe belong contain need want like hate consist mean understand possess deserve lack exist owe"
)
TO_COME: Final = frozenset({"will", "would"})
THE: Final = re.compile(r"^[Tt]he (?=[a-z])")  # "the army", not "The Hague"
NONE: Final = ("no ", "none ", "neither ", "nobody", "no-one")
TAILS: Final = word_list("for in on at with from over after before during under by about")
FEWEST: Final = 2  # words before a tail that may be cut: "to pay 1 billion"
UNOWNED: Final = re.compile(r"^(?:its|their|his|her) (?=[a-z])", re.I)  # of "their envoys" nobody knows whose they are
NEARLY: Final = frozenset({"nearly", "almost", "virtually"})
SPACE: Final = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Words:
    """What a title is made of."""

    actor: str  # "" where nobody is named
    verb: str  # lemma, particle and noun of a light verb included: "pull out"
    objects: str
    rest: tuple[str, ...]  # "from Niger", "to leave": most telling first
    plural: bool = False  # of the subject, or of the object in a passive
    when: str = ""  # "by mid-September", for plans
    how: str = ""  # "partially": without it the title would say more than the report
    now: str = ""  # how its present is made, see `beside.now`: "are closed", "are being closed", "closes";
    # "set" where a day is set for it: "is set for Friday"; "not to" where it is asked not to be: "should not be closed"
    aimed: bool = False  # whether the last of the rest says what it is for: "to guard the dam"
    whole: bool = False  # whether what stands behind the verb is the report's own words, of which none may be left out


def title(
    words: Words,
    factuality: Factuality,
    speaker: str = "",
    had_no: str = "",
    not_yet: bool = False,
    future: str = "",
    pronoun: str = "",
) -> str:
    """The sentence.

    >>> title(Words("French forces", "leave", "Niger", ()), "demanded")
    'French forces asked to leave Niger'
    >>> title(Words("", "oust", "Mohamed Bazoum", ("in July",)), "happened")
    'Mohamed Bazoum was ousted in July'
    """
    passive = not words.actor
    subject = words.objects if passive else words.actor
    nothing = not passive and words.objects.lower().startswith("no ")  # "had no contacts"
    if factuality == "not_happened" and (nothing or subject.lower().startswith(NONE)):
        factuality = "happened"  # "no bodies were recovered"
    if factuality == "not_happened" and words.how in NEARLY:
        factuality = "happened"  # "nearly collapsed" says itself that it did not
    verb = _verb(words, factuality, passive, not_yet)
    if future and factuality == "not_happened" and not not_yet:
        verb = ("not to " if future == "to" else f"{future} not ") + (
            "be " + participle(words.verb) if passive else words.verb
        )
    verb = _only_maybe(verb, factuality, future)
    if had_no and factuality == "not_happened":
        verb = f"had no {had_no} to {'be ' + participle(words.verb) if passive else words.verb}"
    parts = [subject, verb, *([] if passive else [words.objects]), *words.rest]
    if had_no and passive and factuality == "not_happened":  # "there were no plans to ease sanctions"
        parts = [f"no {had_no} to {words.verb}", words.objects, *words.rest]
    bound = factuality == "not_happened" and words.when.startswith(("before ", "until ", "till "))
    ahead = factuality in {"planned", "demanded"} or bound  # "will not be reopened before October"
    if ahead and words.when and not f" {words.objects}".endswith(f" {words.when}"):
        parts.insert(len(parts) - words.aimed, words.when)
    if factuality == "denied":
        parts = _denial(speaker, words, parts, future, pronoun)
    return _fit(parts, words.whole)


def as_written(text: str, lemma: str, form: str) -> str:
    """The title with its verb as the report spells it, where a consonant is doubled.

    >>> as_written("Airline canceled 800 flights", "cancel", "cancelled")
    'Airline cancelled 800 flights'
    """
    doubled = f"{lemma}{lemma[-1:]}"
    if form not in (f"{doubled}ed", f"{doubled}ing"):
        return text
    return re.sub(rf"\b{re.escape(lemma)}(ed|ing)\b", rf"{doubled}\1", text)


def _denial(speaker: str, words: Words, parts: list[str], future: str = "", pronoun: str = "") -> list[str]:
    """Who denies what; what was to come was not denied as done.

    >>> _denial("Orsk Marine", Words("Orsk Marine", "receive", "demand", ()), ["Orsk Marine", "received", "demand"])
    ['Orsk Marine', 'denied', 'having received', 'demand']
    """
    if not speaker:
        return ["Denied:", *parts]
    speaker = THE.sub("", speaker)
    own = parts[0].lower() == speaker.lower() or (bool(pronoun) and parts[0].lower().partition(" ")[0] in THEIRS)
    if future in TO_COME:
        verb = f"would {words.verb if words.actor else 'be ' + participle(words.verb)}"
        parts = [(pronoun or ("they" if words.plural else "it")) if own else parts[0], verb, *parts[2:]]
    if not own or future in TO_COME:
        return [speaker, "denied that", *parts]
    being = f"being {words.verb[3:]}" if words.verb.startswith("be ") else f"having {participle(words.verb)}"
    return [speaker, "denied", being if words.actor else f"having been {participle(words.verb)}", *parts[2:]]


def _only_maybe(verb: str, factuality: Factuality, modal: str) -> str:
    """What only may come about on some terms does not say that it would.

    >>> _only_maybe("would collapse", "conditional", "could")
    'could collapse'
    """
    open_yet = factuality == "conditional" and modal in {"could", "may", "might"} and verb.startswith("would ")
    return verb.replace("would", modal, 1) if open_yet else verb


def clause(
    words: Words,
    factuality: Factuality,
    teller: str = "",
    ahead: bool = False,
    pronoun: str = "",
    modal: str = "",
    infinitive: bool = False,
) -> str:
    """The sentence inside another: "that junta would end cooperation with US"; "" where nobody can be named.

    >>> clause(Words("junta", "end", "cooperation", ("with US",)), "planned")
    'that junta would end cooperation with US'
    >>> clause(Words("junta", "end", "cooperation", ()), "happened", teller="junta")
    'that it ended cooperation'
    >>> clause(Words("junta", "end", "cooperation", ()), "not_happened", teller="junta", infinitive=True)
    'not to end cooperation'
    """
    subject = words.actor or words.objects
    if not subject or (words.actor and not words.objects and not words.rest and words.verb in SAYS_NOTHING):
        return ""
    own = bool(teller) and _is_teller(subject, teller)
    if own and infinitive and factuality == "not_happened":  # "promised not to send troops"
        subject, to = "", f"not to {words.verb if words.actor else 'be ' + participle(words.verb)}"
        return " ".join(p for p in (to, words.objects if words.actor else "", *words.rest[:2]) if p)
    if own:
        subject = pronoun or ("they" if words.plural else "it")
    said = factuality in {"happened", "denied", "possible"} and modal in TO_COME  # "warned that it would close"
    to_come = factuality in {"planned", "demanded"} or said
    inner: Factuality = "conditional" if to_come else factuality
    verb = _only_maybe(_verb(words, inner, not words.actor, False), inner, modal)
    if ahead and factuality == "not_happened":  # "vowed that it would not surrender"
        verb = "would not " + (words.verb if words.actor else "be " + participle(words.verb))
    elif factuality == "not_happened" and modal in {"could", "may", "might", "can"}:  # "might not be paid"
        verb = f"{modal} not " + (words.verb if words.actor else "be " + participle(words.verb))
    parts = [
        subject,
        verb,
        words.objects if words.actor else "",
        *words.rest[:2],
    ]
    return "that " + " ".join(p for p in parts if p)


def _is_teller(subject: str, teller: str) -> bool:
    """Whether who acts is who tells it, with an office before the name at most.

    >>> _is_teller("Premier Ana Reyes", "Ana Reyes"), _is_teller("wife of Premier Reyes", "Reyes")
    (True, False)
    >>> _is_teller("rival New Brask", "Brask")
    False
    """
    before = subject.lower().removesuffix(teller.lower()).split()
    if not subject.lower().endswith(teller.lower()) or "of" in before:
        return False
    office = stands_for(before[-1]) if before else None
    return not before or (office is not None and office.sort == "office")


def _verb(words: Words, factuality: Factuality, passive: bool, not_yet: bool) -> str:
    """The verb group: "withdrew", "to withdraw", "did not withdraw", "was withdrawn"."""
    verb, are = words.verb, "are" if words.plural else "is"
    be = are if words.now == "set" else "were" if words.plural else "was"
    none = (words.actor or words.objects).lower().startswith(NONE)  # "nobody should enter" says so itself
    if words.now == "not to" and factuality in {"demanded", "conditional"} and not none:
        return _verb_not_to(words, factuality, passive)
    if words.how or verb == "due":  # "is due by next week"
        return f"{are} due" if verb == "due" else _verb_partly(words, factuality, passive, not_yet)
    if passive:
        done = participle(verb)
        forms = {
            "happened": f"{be} {done}", "ongoing": f"{are} being {done}", "habitual": f"{are} {done}",
            "planned": f"to be {done}", "demanded": f"asked to be {done}", "conditional": f"would be {done}",
            "possible": f"may be {done}", "not_happened": f"{be} not {done}", "denied": f"{be} {done}",
        }  # fmt: skip
    else:
        forms = {
            "happened": past(verb), "ongoing": f"{are} {ing(verb)}", "habitual": verb if words.plural else third(verb),
            "planned": f"to {verb}", "demanded": f"asked to {verb}", "conditional": f"would {verb}",
            "possible": f"may {verb}", "not_happened": f"did not {verb}", "denied": past(verb),
        }  # fmt: skip
    if verb.startswith("be ") and not passive:
        return _verb_standing(verb[3:], are, be, factuality)
    if verb in UNDER_WAY:
        forms = {"planned": f"to be {verb}", "not_happened": f"{are} not {verb}", "happened": f"{be} {verb}"}
        return forms.get(factuality, f"{are} {verb}")
    if factuality == "demanded" and passive:
        return f"should be {participle(verb)}"
    forms["possible"] = _verb_maybe(words, passive)
    if factuality == "ongoing" and words.now == "stood":
        factuality = "happened"  # "had been grounded since May": it was
    if factuality == "ongoing" and (words.now in {"be", "stands", "plain", "has"} or verb in NEVER_ING):
        return _verb_now(words, passive) or forms[factuality]
    if factuality == "not_happened" and words.now in {"be", "being", "do"} and not not_yet:
        return _verb_not_now(words, passive)
    if factuality == "not_happened" and not_yet:
        return f"had not yet been {participle(verb)}" if passive else f"had not yet {participle(verb)}"
    return forms[factuality]


def _verb_now(words: Words, passive: bool) -> str:
    """How things stand, where nobody is doing it now: "are closed", "has closed", "knows"; "" where somebody is.

    >>> _verb_now(Words("", "own", "farm", ()), True)
    'is owned'
    """
    verb, are, have = words.verb, *(("are", "have") if words.plural else ("is", "has"))
    still = verb in NEVER_ING
    if passive:
        return f"{are} {participle(verb)}" if still or words.now in {"be", "stands"} else ""
    if words.now == "has":
        return f"{have} {participle(verb)}"
    return (verb if words.plural else third(verb)) if still or words.now == "plain" else ""


def _verb_maybe(words: Words, passive: bool) -> str:
    """What may be, or may have been: "may leave", "may have been freed"."""
    if words.now == "done":
        return f"may have {'been ' if passive else ''}{participle(words.verb)}"
    return f"may be {participle(words.verb)}" if passive else f"may {words.verb}"


def _verb_not_now(words: Words, passive: bool) -> str:
    """What is not so as it is told: "are not detained", "is not issuing", "does not recognise".

    >>> _verb_not_now(Words("", "detain", "25 sailors", (), True, now="be"), True)
    'are not detained'
    """
    are, do = ("are", "do") if words.plural else ("is", "does")
    if passive:
        return f"{are} not {participle(words.verb)}"
    return f"{do} not {words.verb}" if words.now == "do" else f"{are} not {ing(words.verb)}"


def _verb_not_to(words: Words, factuality: Factuality, passive: bool) -> str:
    """What is asked not to be: "should not be closed", "asked not to leave"; within a clause "would not leave".

    >>> _verb_not_to(Words("", "close", "port", (), now="not to"), "demanded", True)
    'should not be closed'
    """
    if factuality == "conditional":
        return f"would not {'be ' + participle(words.verb) if passive else words.verb}"
    return f"should not be {participle(words.verb)}" if passive else f"asked not to {words.verb}"


def _verb_standing(what: str, are: str, be: str, factuality: Factuality) -> str:
    """What stands: "is in force", "to be in force", "is not in force".

    >>> _verb_standing("in force", "is", "was", "planned"), _verb_standing("over", "is", "was", "ongoing")
    ('to be in force', 'is over')
    """
    forms = {"planned": "to be", "demanded": "asked to be", "conditional": "would be", "possible": "may be",
             "happened": be, "denied": be, "not_happened": f"{are} not"}  # fmt: skip
    return f"{forms.get(factuality, are)} {what}"


def _verb_partly(words: Words, factuality: Factuality, passive: bool, not_yet: bool) -> str:
    """The verb group with its adverb before the verb: "was partially refloated".

    >>> _verb_partly(Words("", "refloat", "tanker", (), how="partly"), "happened", True, False)
    'was partly refloated'
    >>> _verb_partly(Words("storm", "shut down", "port", (), how="all but"), "happened", False, False)
    'all but shut down'
    """
    told = _verb(replace(words, how=""), factuality, passive, not_yet).split(" ")
    behind = len(told) - len(words.verb.split(" "))
    return " ".join((*told[:behind], words.how, *told[behind:]))


def _shorter(part: str, room: int) -> str:
    """An infinitive that is too long without what stands behind its object: "to pay 1 billion dollars", and not for
    what; as it is where it fits."""
    words = part.split()
    if words[:1] != ["to"]:
        return part
    while len(words) > room:
        cut = max((k for k, word in enumerate(words) if word in TAILS and k > FEWEST), default=0)
        if not cut:
            return part
        words = words[:cut]
    return " ".join(words)


def _fit(parts: list[str], whole: bool = False) -> str:
    """Joins the parts, leaving out late ones that would make it too long unless it is to stay whole, with a capital
    letter in front."""
    out: list[str] = []
    for n, told in enumerate(parts):
        if not told:
            continue
        part = _shorter(told, LONGEST - len(" ".join(out).split())) if n > 2 and not whole else told
        far = part.startswith("to ") and out and out[-1].startswith("from ")  # "from $9 million" says half of it
        most = LONGEST_SAID if part.startswith("that ") else LONGEST
        if n > 2 and not far and not whole and len(" ".join(out).split()) + len(part.split()) > most:
            continue
        out.append(part)
    text = UNOWNED.sub("", SPACE.sub(" ", " ".join(out)).strip(" ,;:-"))
    text = text.replace("U.S.", "US").replace("U.N.", "UN").replace("U.K.", "UK")
    return text[:1].upper() + text[1:]
