"""What a state is called: the noun that a claim tells it by, with what narrows it.

In:   a claim, and the row of the table that speaks of it.
Out:  "embargo", "humanitarian aid", "coup", "chief executive"; "" where nothing tells it.
Room: state.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dateline.lexicon.states import ARTICLES, families, own_words, words_of
from dateline.lexicon.tables import table
from dateline.state.cast import Cast
from dateline.state.deals import deal_noun
from dateline.state.found import Found, tail
from dateline.state.rules import all_nouns

LEADING: Final = re.compile(r"^(?:(?:under|in|into|from|on|to|its|their|his|her) )+")
# Kinds of state that are called by a noun of their own family, whatever noun the row went by.
OWN_NOUNS: Final = {
    **{"siege": "siege", "investigation": "probe", "strike": "strike"},
    **{"recall": "recall", "aid": "aid", "evacuation": "evac"},
}
PHRASED: Final = frozenset(
    {"output", "traffic", "search", "licence", "appeal"}
)  # slots that name what they are themselves
DISQUALIFIED: Final = frozenset({"disqualified", "barred", "cleared to stand", "barred from travel", "free to travel"})
LOOSE: Final = frozenset(
    {"new", "two", "three", "first", "second", "old", "both", "other", "own", "landmark", "long"}
    | {"separate", "another", "further", "recent", "existing", "planned", "proposed"}
)
MOST: Final = 4  # words before the noun of an accord that belong to what it is called
LIST: Final = re.compile(
    r"\b((?:(?:terror|terrorist|terrorism|sanctions|watch|entity|black|grey|wanted) ?)?(?:black|watch)?list)\b", re.I
)
BY_WORDS: Final = {"sanctions": "ban", "membership": "membership"}  # slot to what its rows by words speak of
CALLED: Final = {
    "warned": "water warning",
    "safe again": "water warning",
    "closure ordered": "closure order",
    "sued": "lawsuit",
    "flights grounded": "flight",
    "boycotted": "boycott",
    "sealed off": "cordon",
    "quarantined": "quarantine",
    "told to stay in": "order to stay in",
    "told to keep away": "order to keep away",
    "compulsory": "duty",
    "advised against travel": "travel warning",
    "rationed": "rationing",
    "cordoned": "police cordon",
    "cordon lifted": "police cordon",
    "locked out": "lockout",
    "polluted": "pollution",
}  # value of a row -> what stands or ends


def scoped(found: Found, cast_: Cast) -> str:
    """The noun with what narrows it, where that makes it another state: humanitarian aid is not all aid."""
    if found.rule.value in DISQUALIFIED:
        return "ban"
    if found.rule.value in ("banned", "assets frozen", "assets released"):
        return "ban" if found.rule.value == "banned" else "asset freeze"
    if found.rule.value in ("fined", "docked"):
        return "fine" if found.rule.value == "fined" else "penalty"
    if found.rule.value == "limited" and found.noun:
        return f"{found.noun} limit"
    if found.rule.value in CALLED:
        return CALLED[found.rule.value]
    if found.rule.slot == "deal":
        return deal_noun(found, cast_)
    own = families().get(OWN_NOUNS.get(found.rule.slot, ""), ())
    noun = found.noun if not own or found.noun in own else found.rule.slot  # "besieged the town" speaks of a siege
    if found.rule.slot in BY_WORDS and found.rule.at == "clause" and noun not in all_nouns():
        return BY_WORDS[found.rule.slot]
    if found.rule.at == "clause" and noun not in all_nouns() and found.rule.slot in PHRASED:
        return found.rule.slot  # "went back into operation" tells of no "into operation"
    noun = LEADING.sub("", noun)  # "under quarantine"
    text = found.mention.anchor.text if found.mention is not None else cast_.told.claim.title
    for row in table("states_scopes"):
        if row["slot"] == found.rule.slot and any(w in text.casefold() for w in row["words"].split("|")):
            return f"{row['scope']} {noun}"
    return noun


def has_name(text: str) -> bool:
    """Whether a name stands in the words: "the Bay Union", "Talvik republic"; not "the pact".

    >>> has_name("the Bay Union"), has_name("The pact")
    (True, False)
    """
    words = text.split()
    return any(w[:1].isupper() for w in (words[1:] if words and words[0].casefold() in ARTICLES else words))


def accord_called(found: Found) -> str:
    """What an accord is called, with the words before its noun: "Halvor Treaty", "extradition treaty"."""
    if found.rule.slot != "accord" or found.mention is None or found.noun not in families()["accord"]:
        return ""
    words = own_words(found.mention.anchor.text).split()
    words = words[1:] if words and words[0].casefold() in ARTICLES else words
    plain = [w for w in words[:-1] if not w[:1].isdigit() and not w.endswith(("'s", "’s")) and w not in LOOSE]
    held = bool(words) and found.noun in words[-1].casefold() and len(plain) < MOST
    return " ".join([*plain, found.noun if words[-1].islower() else words[-1]]) if held and plain else ""


def label_told(found: Found, cast_: Cast) -> str:
    """The name that was given ("coup"), where the row found only the word for naming ("determination")."""
    claim = cast_.told.claim
    wanted = replace(found.rule, nouns=words_of("@label"), kinds=frozenset())
    for text in (claim.title, tail(cast_.told), claim.anchor.text):
        word = wanted.noun_in(text, whole=False)
        if word:
            return word.split(" d'")[0]
    listed = LIST.search(claim.anchor.text)
    return listed.group(1).casefold() if listed is not None else found.noun
