"""What a deal of firms is called, and what it is for: "contract to build four frigates", "purchase of Norlink".

In:   a claim, and the row of the table that speaks of a deal.
Out:  the noun of the deal; the words behind it that say what is bought, built or supplied.
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import BREAK, Found

WRITTEN: Final = ("contract", "lease", "order", "tender", "supply deal", "supply agreement", "purchase agreement")
BY_VERB: Final = {
    **dict.fromkeys(("buy", "acquire", "purchase", "take over", "snap up", "swallow", "absorb"), "purchase"),
    **dict.fromkeys(("merge", "combine", "merge with"), "merger"),
    **dict.fromkeys(("sell", "offload", "divest", "spin off", "dispose of", "put", "place"), "sale"),
    **dict.fromkeys(("bid", "raise", "table", "offer"), "bid"),
    **dict.fromkeys(("order", "lease"), "order"),
}
BY_WORDS: Final = (
    (re.compile(r"\bto (?:be )?(?:buy|bought|acquired?|take over|taken over|purchase)\b"), "purchase"),
    (re.compile(r"\bto (?:merge|combine|join forces)\b"), "merger"),
    (re.compile(r"\bto (?:be )?(?:sell|sold)\b"), "sale"),
)  # "agreed to buy", "agreed to be taken over"
FOR: Final = re.compile(r" (?:worth [^,.;]{2,30}? )?((?:for|to [a-z]+|on|over) (?:[\w'’$€£.-]+ ?){1,9})")
FIRM: Final = r"[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3}"
BUYING: Final = r"(?:takeover|acquisition|purchase|buyout|merger|bid|offer)(?: bid| offer| deal)?"
OWNED: Final = re.compile(
    rf"(?:[Tt]he )?({FIRM})['’]s (?:[\w$€£.,-]+ ){{0,4}}?{BUYING} (?:of|for|with) (?:[a-z-]+ ){{0,3}}({FIRM})"
)  # "Halden's planned takeover of rival Brisco"
SOLD_BY: Final = re.compile(rf"\b{BUYING} of (?:[a-z-]+ ){{0,3}}({FIRM}) by (?:[a-z-]+ ){{0,3}}({FIRM})")
BOUGHT_BY: Final = re.compile(rf" by (?:[a-z-]+ ){{0,3}}({FIRM})")
OWNERS_OF: Final = re.compile(rf"(?i:shareholders|owners|investors|directors|the board) (?:of|in|at) ({FIRM})")
OWNERS_OF_IT: Final = re.compile(rf"({FIRM})['’]s? (?:shareholders|owners|investors|directors|board)\b")
MERGER_OF: Final = re.compile(
    rf"\b(?:merger|tie-up) (?:of|between) (?:[a-z-]+ ){{0,3}}({FIRM}) (?:and|with) (?:[a-z-]+ ){{0,3}}({FIRM})"
)
MERGING: Final = re.compile(rf"(?:[Tt]he )?(?:[a-z-]+ ){{0,3}}({FIRM}) and (?:[a-z-]+ ){{0,3}}({FIRM})\b")
WITH: Final = re.compile(r" with\b")  # "Halden and Brisco merged with Norbank": three
JOINING: Final = frozenset({"merge"})
ENDS: Final = re.compile(r" (?:on|in|at|by|from|with|and|worth|that|which|who|as|until|to|the|a|of)$")
REACH: Final = 110  # characters behind the noun that are read
DAY: Final = re.compile(r" (?:on|in|at|from|by|last|late|early)$")


def deal_noun(found: Found, cast: Cast) -> str:
    """What the deal is called: by its own noun, else by what is done: "bought a rival" is a purchase."""
    if found.noun in families()["takeover"]:
        return found.noun
    written = next((w for w in WRITTEN if found.noun == w or found.noun.startswith(f"{w} ")), "")
    if written:
        return written
    claim = cast.told.claim
    behind = cast.text[claim.trigger.end : claim.trigger.end + 40]
    said = next((name for words, name in BY_WORDS if words.search(behind)), "") if claim.lemma == "agree" else ""
    return said or BY_VERB.get(claim.lemma, "deal")


def firms(found: Found, cast: Cast) -> tuple[str, str]:
    """Who buys whom, where the noun of the deal has both beside it: "approved Halden's takeover of Brisco"; who merges.

    Twice "" where it has not: who approves a deal is no party to it.
    """
    text = found.mention.anchor.text if found.mention is not None and found.noun in families()["takeover"] else ""
    claim = cast.told.claim
    merging = MERGER_OF.search(claim.anchor.text) or (
        MERGING.match(claim.anchor.text[: claim.trigger.start - claim.anchor.start])
        if claim.lemma in JOINING and not WITH.match(cast.text[claim.trigger.end : claim.trigger.end + 6])
        else None
    )
    if merging is not None:
        return merging.group(1), merging.group(2)
    bought, sold = OWNED.match(text), SOLD_BY.search(text)
    if bought is not None:
        return bought.group(1), bought.group(2)
    return (sold.group(2), sold.group(1)) if sold is not None else _agreed_to(found, cast)


def _agreed_to(found: Found, cast: Cast) -> tuple[str, str]:
    """ "Shareholders of Castel approved the takeover by Norbank": who buys whom; twice "" where nothing tells both."""
    mention, claim = found.mention, cast.told.claim
    if mention is None or found.noun not in families()["takeover"]:
        return "", ""
    own = claim.anchor.text[max(0, mention.anchor.end - claim.anchor.start) :]
    if own.startswith(" of ") or " of " in mention.anchor.text:
        return "", ""  # "approved the takeover of Castel by Norbank": it says itself whose
    by = BOUGHT_BY.match(own[:REACH])
    before = claim.anchor.text[: max(0, claim.trigger.start - claim.anchor.start)]
    of = OWNERS_OF.search(before) or OWNERS_OF_IT.search(before)
    return (by.group(1), of.group(1)) if by is not None and of is not None else ("", "")


def deal_for(found: Found, cast: Cast) -> str:
    """ "To build four frigates", "for 62 trams", right behind the noun of a contract; "" where nothing says."""
    claim, mention = cast.told.claim, found.mention
    if cast.read is None or not any(found.noun == w or found.noun.startswith(f"{w} ") for w in WRITTEN):
        return ""
    word = found.noun.split()[0]
    at = cast.text.find(word, claim.trigger.end if mention is None else mention.anchor.start, claim.anchor.end)
    end = at + len(word) if at >= 0 else -1
    said = FOR.match(cast.text[end : end + REACH]) if at >= 0 else None
    if said is None:
        return ""
    a, b = end + said.start(1), end + said.end(1)
    own = [claim.trigger.start] if a < claim.trigger.start < b else []
    first = min([*own, *(t.start for t in cast.read.times if a <= t.start < b)], default=b)
    words = DAY.sub("", BREAK.split(cast.text[a:first])[0].rstrip())
    while ENDS.search(words):
        words = ENDS.sub("", words)
    return words.strip(" .,;") if len(words.split()) > 1 else ""
