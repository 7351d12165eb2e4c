"""Which part of a frame plays which role.

In:   the frame of an event, its row of verbs.tsv, and the mentions of the sentence.
Out:  (role, word) pairs: actor, recipient, object, place, instrument; one role a word.
Room: claim.
"""

from __future__ import annotations

from typing import Final

from dateline.claim.event.events import Happening
from dateline.claim.event.roles import preposition
from dateline.claim.event.subjects import joined
from dateline.claim.event.types import Known, is_who
from dateline.claim.event.where import (
    WHERE,
    adverbs,
    further,
    is_means,
    is_money,
    is_of,
    is_place,
    is_spot,
    might_be,
    on_the_map,
    shared,
)
from dateline.claim.lexis import Rule, event_nouns, is_kind, word_list
from dateline.claim.model import Role
from dateline.claim.tree import Tree
from dateline.claim.voice.cues import verb as told_by
from dateline.claim.wording.forms import noun_lemma
from dateline.lexicon.places import demonym, place

# Acts whose object is moved, made or given rather than addressed: troops that are withdrawn are no recipient.
THEME_TYPES: Final = frozenset({"RETREAT", "MOBILIZE", "AID", "AGREE"})
THEME_VERBS: Final = word_list(
    "send dispatch move transfer relocate bring deploy withdraw pull remove evacuate recall reposition redeploy "
    "lead consolidate shift recover find search rescue designate label release free exchange"
)
TOWARDS: Final = (
    "to",
    "against",
    "with",
    "on",
    "upon",
    "at",
    "for",
    "toward",
    "towards",
    "between",
    "among",
    "of",
    "from",
)
ADDRESS: Final = ("to", "against", "with", "on", "upon", "toward", "towards", "into")
# Acts that answer what somebody did: the one who did it is addressed.
TOWARDS_OWNER: Final = frozenset({"SUPPORT", "ACCUSE", "REJECT", "CONCEDE", "THREATEN", "REQUEST", "SANCTION", "AGREE"})
OWNERS: Final = 2  # nouns inside an object in which its owner is sought
DEEDS: Final = ("ultimatum", "offer", "policy", "demand", "accord")
# Where one says a thing, and to nobody: "announced on X", "said on Telegram".
CHANNELS: Final = word_list(
    "x twitter telegram facebook instagram tiktok youtube weibo wechat whatsapp truth linkedin threads bluesky "
    "mastodon television tv radio air twitch vkontakte vk"
)
OWNING: Final = frozenset({"by", "of", "on", "into", "for", "with", "against", "from", "to", "between"})
HANDS_TO: Final = frozenset({"surrender", "hand", "give", "yield", "cede", "turn", "capitulate"})
LEAVES: Final = word_list("step resign retire quit")  # "resigned from his post": the post is what is left, no place
AROUND: Final = ("outside", "near", "inside", "around", "across")
HANDED: Final = ("to", "for", "against")  # "two million in assistance to the island"
HAPPENS_AT: Final = ("outside", "near", "inside", "in", "at")
AGAINST: Final = ("on", "at", "against", "upon")
ATTACKING: Final = word_list("open fire shoot launch carry mount attack strike raid")


def roles(t: Tree, event: Happening, rule: Rule | None, known: Known) -> list[tuple[Role, int]]:
    """Roles of the event's parts, in the order actor, recipient, object, place, instrument."""
    parts, kind = event.frame, rule.type if rule else None
    out: dict[int, Role] = {}
    first = _verb(event)
    for i in parts.subj:
        out.setdefault(i, "actor" if not _mere_place(i, known, event) else "place")
    theme = kind in THEME_TYPES or first in THEME_VERBS
    for i in parts.obj:
        own = noun_lemma(t.tokens[i].text, t.tokens[i].lemma) in event.lemma.split()[1:]
        if own and not t.children(i, "det", "amod", "nmod:poss"):
            continue  # "fire" of "opened fire" is no party; "the main road" that is blocked is
        addressed = is_who(t, i, known) and not theme
        paid = is_of(first, "fines") and is_money(t, i)  # "was fined 5,000 crowns"
        out.setdefault(i, "instrument" if paid else "recipient" if addressed else "object")
    for i in parts.iobj:
        out.setdefault(i, "recipient")
    moves = (kind in {"RETREAT", "MOBILIZE"} and first not in HANDS_TO) or is_of(first, "motion")
    _obliques(t, event, known, out, list(parts.obls), moves)
    things = (*parts.obj, *(i for i, role in out.items() if role == "object" and i not in parts.obj))
    for i in (*parts.subj, *things):
        if out.get(i) == "object" or (out.get(i) == "actor" and i in parts.subj and not is_who(t, i, known)):
            inside = [p for p in _inside(t, i, kind, out) if moves or p[0] != "from" or is_who(t, p[1], known)]
            _obliques(t, event, known, out, inside, moves)
            if kind in TOWARDS_OWNER and i in things and "recipient" not in out.values():
                owner = _owner(t, i, known, out, OWNERS)
                if owner is not None:
                    out[owner] = "recipient"
    for i in (k for k in parts.subj if "place" not in out.values() and t.tokens[k].lemma.lower() in event_nouns()):
        _happened_at(t, i, known, out)  # "the collapse of a silo in Ostrel killed two workers"
    if parts.passive and "place" not in out.values():
        _behind_agent(t, event, known, out)
    _elsewhere(t, event, known, out)
    order = ("actor", "recipient", "object", "place", "instrument")
    return [(role, i) for role in order for i, r in out.items() if r == role]


def _verb(event: Happening) -> str:
    return event.lemma.split()[0]


def _elsewhere(t: Tree, event: Happening, known: Known, out: dict[int, Role]) -> None:
    """Places that are no parts of the frame: adverbs, what stands behind one, and what stands before the verb that
    the event's verb is joined to."""
    if "place" not in out.values() and (there := _where_before(t, event, known)) is not None and there not in out:
        out[there] = "place"
    if event.noun or "place" in out.values():
        return
    for i in adverbs(t, event.at, _verb(event)):
        out.setdefault(i, "place")
        return
    for word, i in (*further(t, event.at), *shared(t, event.at)):
        if i not in out and (_named(known, i) or is_spot(t, i, word)):
            out[i] = "place"
            return


def _where_before(t: Tree, event: Happening, known: Known) -> int | None:
    """ "the battle for Ostrel, where fighting resumed": the place that stands before a "where"."""
    up, verb = t.up(event.carrier), event.carrier
    if up is None or t.tokens[verb].deprel != "acl:relcl" or up > verb:
        return None
    where = next((k for k in t.children(verb, "advmod") if t.low[k] == "where"), None)
    if where is None:
        return None
    for k in range(where - 1, up - 1, -1):
        if t.tokens[k].upos in {"PROPN", "NOUN"} and t.rel(k) not in {"compound", "flat"}:
            return k if _named(known, k) or is_spot(t, k, "in") or t.tokens[k].upos == "PROPN" else None
    return None


def _obliques(
    t: Tree, event: Happening, known: Known, out: dict[int, Role], parts: list[tuple[str, int]], moves: bool
) -> None:
    for word, i in sorted(parts, key=lambda part: part[0] != "against"):  # whom it is against comes first
        role = _of_phrase(t, event, known, out, word, i, moves) if i not in out else None
        if role is not None:
            out[i] = role


def _of_phrase(
    t: Tree, event: Happening, known: Known, out: dict[int, Role], word: str, i: int, moves: bool
) -> Role | None:
    """What the word behind a preposition plays; None where it plays nothing."""
    first, taken = _verb(event), set(out.values())
    if word == "on" and t.low[i] in CHANNELS and told_by(first) is not None:
        return None
    named, who = _named(known, i), is_who(t, i, known)
    phrasal = event.lemma.endswith(f" {word}") and not event.noun
    if phrasal and not named and not {"object", "recipient"} & taken:
        return "recipient" if who else "object"  # "searched for three hikers"
    if is_place(t, i, word, first, known) and (not event.noun or (event.carrier != event.at and word == "at")):
        return "place"
    if is_of(f"{first}_{word.replace(' ', '_')}", "governs") and not (
        event.noun or who or taken & {"object", "recipient"}
    ):
        return "object"  # "filed for bankruptcy"
    if word == "from" and who and is_of(first, "takes"):
        return "recipient" if "recipient" not in taken else None  # "took bribes from Osland"
    if word in ADDRESS and who and not moves and "recipient" not in taken:
        return "recipient"
    if is_means(t, i, word, first, known) and not named:
        return "instrument"
    if word == "from" and first in LEAVES and not (named or who):
        return "object"
    return _or_else(t, event, known, taken, word, i, moves)


def _or_else(t: Tree, event: Happening, known: Known, taken: set[Role], word: str, i: int, moves: bool) -> Role | None:
    """What the word plays where no rule of its verb speaks of it."""
    first, who = _verb(event), is_who(t, i, known)
    mention = known(i)
    if (
        event.noun
        and word == "to"
        and not (moves or who or taken & {"object"} or (mention is not None and mention.named))
    ):
        return "object"  # "repairs to the pipeline", "damage to the quay"
    if word in WHERE and (_named(known, i) or (event.carrier != event.at and on_the_map(t, i, word, known))):
        return "place"
    if who and word in TOWARDS and "recipient" not in taken:
        return "recipient"
    if word in AGAINST and first in ATTACKING and "object" not in taken:
        return "object"
    if (word in AROUND and not who) or might_be(t, i, word, moves or is_of(first, "reaches")):
        return "place"
    if word in {"of", "about", "over", "on"} and "object" not in taken and event.noun:
        return "object"
    return None


def _named(known: Known, i: int) -> bool:
    mention = known(i)
    return mention is not None and mention.kind in {"place", "facility"}


def _behind_agent(t: Tree, event: Happening, known: Known, out: dict[int, Role]) -> None:
    """ "were abducted by gunmen outside the court": where it happened, hung on the one who did it."""
    for i in event.frame.subj:
        if i > event.at and _happened_at(t, i, known, out):
            return


def _happened_at(t: Tree, i: int, known: Known, out: dict[int, Role]) -> bool:
    """Takes the place that hangs on word `i`, or on what it is of, for where it happened."""
    inside = [k for k in t.children(i, "nmod") if preposition(t, k) == "of"]
    for word, k in (part for h in (i, *inside) for part in _nested(t, h)):
        mention = known(k)
        site = mention is not None and mention.kind in {"place", "facility"}
        if word in HAPPENS_AT and k not in out and (site or is_kind(t.tokens[k].lemma.lower(), "site")):
            out[k] = "place"
            return True
    return False


def _plural(t: Tree, k: int) -> bool:
    """ "a protest by farmers": several of a kind that did something are people."""
    token = t.tokens[k]
    return token.upos == "NOUN" and token.text.lower() == f"{token.lemma.lower()}s"


def _owner(t: Tree, i: int, known: Known, out: dict[int, Role], depth: int) -> int | None:
    """ "welcomed the decision by the court", "rejected the minister's offer": whose act the act is answered to."""
    for k in t.children(i, "nmod"):
        own = t.tokens[k].deprel == "nmod:poss" or preposition(t, k) in OWNING
        people = is_who(t, k, known) or (preposition(t, k) == "by" and _plural(t, k))
        if own and k not in out and t.tokens[k].upos != "PRON" and people:
            return k
    lemma = t.tokens[i].lemma.lower()
    deed = lemma in event_nouns() or is_kind(lemma, *DEEDS)
    for k in t.children(i, "amod") if deed and depth == OWNERS else ():
        if demonym(t.tokens[k].text) and k not in out:
            return k  # "an Osland ultimatum"
    for k in t.children(i, "nmod") if depth else ():
        deeper = _owner(t, k, known, out, depth - 1) if preposition(t, k) in OWNING else None
        if deeper is not None:
            return deeper
    return None


def _inside(t: Tree, i: int, kind: str | None, out: dict[int, Role]) -> list[tuple[str, int]]:
    """The phrases inside an object that can name a party or a place: of what is struck only places."""
    near = _nested(t, i)
    deed = is_kind(t.tokens[i].lemma.lower(), "violence") or t.tokens[i].lemma.lower() in event_nouns()
    if kind == "ASSAULT" and out.get(i) == "object" and not deed:
        return [part for part in near if part[0] in HAPPENS_AT]
    deeper = [part for word, k in near if word in {"in", "of"} for part in _nested(t, k) if part[0] in HANDED]
    return [*near, *deeper]


def _nested(t: Tree, i: int) -> list[tuple[str, int]]:
    """Phrases inside the object: "aid to the government", "ties with France"."""
    out: list[tuple[str, int]] = []
    for k in t.children(i, "nmod"):
        word = preposition(t, k)
        if word and word != "of":
            out.extend((word, h) for h in joined(t, (k,)))
    return out[:8]


def _mere_place(i: int, known: Known, event: Happening) -> bool:
    """A town as the subject of a verb is where it happens rather than who does it."""
    mention = known(i)
    if mention is None or mention.kind != "place" or not event.noun:
        return False
    where = place(mention.anchor.text)
    return where is not None and where.kind in {"city"}
