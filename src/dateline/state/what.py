"""What the one is that a state is of, and by whom a place is held: for a reader, in brackets behind the title.

In:   a claim, the row of the table that speaks of it, the sides of the state.
Out:  "freighter", "hostage", "peacekeepers", "by Coral militia".
Room: state.
"""

from __future__ import annotations

import re
from typing import Final

from dateline.claim.lexis import is_kind
from dateline.lexicon.places import demonym
from dateline.lexicon.states import families
from dateline.state.cast import Cast
from dateline.state.found import Found
from dateline.state.model import Side
from dateline.state.rules import Rule, singulars
from dateline.state.sides import bare_name
from dateline.state.which import ARTICLE, SENTENCE, short

OF_ONE: Final = frozenset({"detention", "vessel", "search", "missing", "charges", "trapped", "care"})
HELD: Final = re.compile(r"\b(?:hostages?|captives?|captivity|kidnapped|abducted|prisoners? of war)\b", re.I)
SOME: Final = re.compile(
    r"(?:a (?:(?:small|large|limited) )?(?:number|few|handful|group|part)|some|several|dozens) ", re.I
)
OF_WHOM: Final = (  # "opposition leader", not "leader"
    "(?:(?:opposition|union|student|rebel|protest|party|gang|church|community|separatist|coup|guerrilla|civic) )"
)
HELD_BY: Final = frozenset({"control", "siege"})
COMMON: Final = frozenset({"the", "government", "opposition", "enemy", "armed", "loyalist", "coalition"})
ANYBODYS: Final = frozenset({"troops", "soldiers", "forces", "fighters", "units", "gunmen", "armed men"})
IN_HANDS: Final = frozenset({"be in the hands of", "be held by"})  # the row that tells of whom only behind the verb
NP: Final = (
    r"(?:the )?((?!the\b)(?:[\w'’-]+ ){0,3}?[\w'’-]+?)"
    r"(?= (?:for|since|after|and|in|on|who|which|by|at|as|from|until)\b|[.,;]|$)"
)
HANDS: Final = re.compile(
    rf"\b(?:in|under) (?:full )?(?!the\b)(\w+) (?:hands|control)\b|\b(?:(?:hands|control|grip|power) of|by) {NP}"
)
PLURAL: Final = {"rebel": "rebels", "insurgent": "insurgents", "jihadist": "jihadists"}
NOBODYS: Final = frozenset({"full", "complete", "good", "safe", "their", "its", "our", "different", "new", "other"})
NAME: Final = re.compile(r"[A-Z][\w&'’-]*(?: [A-Z][\w&'’-]*)+")  # "Orsk Ports", which is no port
LAST_WORDS: Final = re.compile(r"(?<![\w-])[a-z][a-z-]+(?: [a-z][a-z-]+)?$")


def what(found: Found, cast: Cast, subject: Side, object_: Side) -> str:
    """What the one is that the state is of: "freighter", "hostage", "peacekeepers", "by Coral militia"."""
    clause, shown = cast.told.claim.anchor.text[:SENTENCE], f"{subject.name} {object_.name}".casefold()
    words: list[str] = []
    if any(k.startswith("name:") for k in object_.keys) and found.rule.slot in OF_ONE:
        before = re.search(rf"(?<![\w-])({OF_WHOM}?)([a-z][a-z-]+) {re.escape(object_.name)}", clause)
        known = {*families()["vessel"], *families()["people"]}
        called = before is not None and {*singulars(before.group(2))} & known
        words += ["".join(before.groups())] if before is not None and called else []
    if found.rule.slot == "detention" and (held := HELD.search(clause)) is not None:
        words.append(held.group().casefold())
    if found.rule.slot == "presence" and found.mention is not None and not found.mention.named:
        some = found.rule.effect == "end" and SOME.match(found.mention.anchor.text)  # who left is not who is there
        words += LAST_WORDS.findall(found.mention.anchor.text) if not some else []
    if found.rule.slot in HELD_BY and found.rule.effect in ("begin", "hold"):
        words += [f"by {holder}" for holder in _holders(cast, found.rule)[:1]]
    new = [w for w in dict.fromkeys(words) if w and w.casefold().removeprefix("by ") not in shown]
    return short(", ".join(new))


def _holders(cast: Cast, rule: Rule) -> list[str]:
    """Who holds it, those with a name first: "Coral militia", "rebels"; bare "troops" may be anybody's. A town that
    "fell to the rebels" is theirs."""
    acting = [cast.stood_for(m) for _, m in cast.at("recipient" if rule.subject[:1] == ("recipient",) else "actor")]
    if rule.effect == "hold" and rule.verbs & IN_HANDS and (told := HANDS.search(_behind(cast))) is not None:
        whose = told.group(1) or told.group(2)
        return [] if whose.casefold() in NOBODYS else [_holder(whose)]
    forces = [m.anchor.text for m in acting if not m.named and is_kind(m.head.casefold(), "force")]
    bare = [bare_name(_in_a_row(words)) for words in forces]
    return [
        *(ARTICLE.sub("", m.anchor.text) for m in acting if m.named or NAME.fullmatch(m.anchor.text)),
        *(ARTICLE.sub("", b) for b in bare if b not in ANYBODYS),
    ]


def _holder(whose: str) -> str:
    """ "Rebels" of "in rebel hands", "Russia" of "under Russian control"."""
    land = demonym(whose)
    called = whose[:1].isupper() and whose.isalpha() and not whose.isupper()
    return land.name if land is not None else PLURAL.get(whose, f"{whose} forces" if called else whose)


def _behind(cast: Cast) -> str:
    """The clause from its verb on."""
    claim = cast.told.claim
    return claim.anchor.text[max(0, claim.trigger.start - claim.anchor.start) :][:SENTENCE]


def _in_a_row(words: str) -> str:
    """The words as they stand inside a line: "Rebel fighters" opened a sentence, "Kordish rebels" did not."""
    first = words.split(maxsplit=1)[0].casefold()
    plain = first in COMMON or is_kind(first.removesuffix("s"), "force")
    return words[0].lower() + words[1:] if plain else words
