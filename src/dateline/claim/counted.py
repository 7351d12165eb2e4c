"""Finds what a number counts: the noun, whose they are, where they are, and what is said of them.

In:   a sentence with its parse, one Amount in it, and the mentions of the report.
Out:  a Counting, or None where the number counts nothing that a figure can be kept of.
Room: claim. The words are tables: `counted` (loose words for one body of people), `counted_states`, `counted_bodies`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from dateline.claim.amounts import Amount
from dateline.claim.model import Mention
from dateline.claim.tree import NOMINAL, Tree
from dateline.lexicon.places import Place, country, demonym, place
from dateline.lexicon.tables import Row, table

REACH: Final = 9  # words between a number and its noun: "1,000 well trained US Department of Defense personnel"
SUBJECTS: Final = frozenset({"nsubj", "csubj"})
OBJECTS: Final = frozenset({"obj", "iobj", "nsubj:pass", "dobj"})
GENERIC: Final = frozenset({"present", "gathered", "sent", "arrived"})
HERE: Final = frozenset({"in", "at", "inside", "on", "across", "within", "near", "around", "throughout", "aboard"})
TOWARDS: Final = frozenset({"to", "into", "from", "out"})
HOSTS: Final = frozenset({"host", "house", "accommodate", "shelter"})
OWNERS: Final = frozenset(
    {"have", "deploy", "keep", "station", "send", "withdraw", "maintain", "retain", "post", "pull", "base", "move",
     "remove", "employ", "train", "dispatch", "lose", "own", "operate", "suspend", "freeze", "halt", "pause", "give",
     "pledge", "cut", "recall", "repatriate", "bring", "see", "field", "commit", "relocate", "reposition"}
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Counting:
    """What one number counts; word numbers are indexes into the sentence."""

    node: int  # the word the clause takes the whole phrase by: the noun, the unit, or the number itself
    head: int | None  # the counted noun; None where it is left out ("two were rescued")
    counted: str  # its lemma
    unit: str
    last: int  # last word of the phrase
    of: str | None = None
    of_at: int | None = None  # the word that names them
    where: str | None = None
    where_at: int | None = None
    states: tuple[str, ...] = ()  # what is said of them, the weightiest first
    spot: str | None = None  # a narrower place: "at Agadez"
    verb: int | None = None  # the word that says it of them
    part: bool = False  # "two of the six"
    whole: bool = False  # "all", "the", "its": the whole body, not some of it


# ------------------------------------------------------------------------------------------------ tables


@cache
def kinds() -> dict[str, Row]:
    """The rows of `counted` by word."""
    return {row["word"]: row for row in table("counted")}


def kind_of(lemma: str) -> Row | None:
    """The row of a counted word, singular or plural.

    >>> kind_of("soldier")["family"], kind_of("soldiers")["family"], kind_of("idea")
    ('troop', 'troop', None)
    """
    rows, low = kinds(), lemma.lower()
    return rows.get(low) or (rows.get(low[:-1]) if low.endswith("s") else None)


@cache
def _states() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(word, as) -> (state, needs) rows in order."""
    out: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("counted_states"):
        out.setdefault((row["word"], row["as"]), []).append((row["state"], row["needs"]))
    return {k: tuple(v) for k, v in out.items()}


@cache
def _bodies() -> dict[str, str]:
    return {w.lower(): row["country"] for row in table("counted_bodies") for w in row["words"].split("|")}


def owner(words: str) -> str | None:
    """The country whose people or money the words name, by name, demonym or body.

    >>> owner("American"), owner("Pentagon"), owner("France"), owner("table")
    ('United States', 'United States', 'France', None)
    """
    bare = words.strip().removesuffix("'s").removesuffix("’s")
    body = _bodies().get(bare.lower()) if bare != bare.lower() else None
    if body:
        return body
    found = demonym(bare) or place(bare)
    if found is None or found.kind == "city":
        return None
    return _country(found) if found.kind in ("country", "capital") else found.name


def _country(found: Place) -> str:
    if found.kind == "country":
        return found.name
    whole = country(found.country) if found.country else None
    return whole.name if whole else (found.within or found.name)


# ------------------------------------------------------------------------------------------------ the noun


def noun_after(tree: Tree, last: int) -> int | None:
    """The noun that ends the phrase beginning after word `last`: "1,000 [US Army] personnel"; never a place or owner.

    Of several nouns in a row the last that the table knows is meant, else the last.
    """
    found: list[int] = []
    i = last + 1
    while i < min(len(tree.tokens), last + 1 + REACH):
        token = tree.tokens[i]
        if token.upos in ("NOUN", "PROPN") or (token.upos == "ADJ" and kind_of(token.text)):
            if not (token.upos == "PROPN" and owner(token.text)):
                found.append(i)
        elif not _goes_on(tree, i, bool(found)):
            break
        i += 1
    while found and tree.tokens[found[-1]].upos == "PROPN" and place(tree.tokens[found[-1]].text):
        found.pop()
    known = [k for k in found if kind_of(tree.tokens[k].lemma) or kind_of(tree.tokens[k].text)]
    if known and found[-1] != known[-1] and tree.tokens[known[-1]].text.lower().endswith("s"):
        return known[-1]
    return known[-1] if known and found[-1] - known[-1] > 2 else found[-1] if found else None


def _goes_on(tree: Tree, i: int, begun: bool) -> bool:
    """Whether the phrase goes on with word i though it is no noun."""
    token, text = tree.tokens[i], tree.tokens[i].text.lower()
    following = tree.tokens[i + 1] if i + 1 < len(tree.tokens) else None
    if token.upos == "PUNCT" or text in ("-", "–", "&", "'s", "’s", "'", "’"):
        tied = token.start == tree.tokens[i - 1].end and following is not None and following.start == token.end
        return text in ("'s", "’s", "'", "’", "&") or (text in ("-", "–") and tied)
    if text == "of":  # "Department of Defense personnel"
        return begun and tree.tokens[i - 1].upos == "PROPN" and following is not None and following.upos == "PROPN"
    if text == "and":
        before = tree.tokens[i - 1].upos
        return before in ("ADJ", "NOUN", "PROPN") and following is not None and _shared_noun(tree, i, before)
    if token.upos in ("ADJ",) or tree.rel(i) == "amod":
        return True
    return not begun and token.upos in ("ADV", "DET", "NUM", "SYM")


def _shared_noun(tree: Tree, i: int, before: str) -> bool:
    """Whether the words on both sides of the "and" at i stand before one noun: "trade and farm assistance"."""
    nxt = tree.tokens[i + 1]
    if before == "ADJ":
        return nxt.upos == "ADJ"
    after = tree.tokens[i + 2] if i + 2 < len(tree.tokens) else None
    return (
        nxt.upos in ("NOUN", "ADJ", "PROPN")
        and kind_of(tree.tokens[i - 1].lemma) is None
        and after is not None
        and after.upos == "NOUN"
        and kind_of(after.lemma) is not None
    )


def counted_noun(tree: Tree, first: int, last: int, amount: Amount) -> int | None:
    """The noun the number stands with: the words nearby where the table knows them, else the parse."""
    near = noun_after(tree, last)
    if near is not None and (amount.hyphen or kind_of(tree.tokens[near].lemma)) and not _apart(tree, last, near):
        return near
    for i in range(first, last + 1):
        head = tree.up(i)
        if tree.rel(i) == "nummod" and head is not None and last < head <= last + REACH and _noun(tree, head):
            return _through(tree, head, last)
    if near is None or _apart(tree, last, near) or not _noun(tree, near):
        return None
    return near


def _apart(tree: Tree, last: int, noun: int) -> bool:
    """Whether a verb, a preposition or a mark stands between the number and the noun."""
    nxt = tree.tokens[last + 1]
    return noun != last + 1 and (
        nxt.upos in ("AUX", "ADP", "CCONJ", "PRON", "SCONJ") or nxt.text in (",", ";", ":", "(", ")")
    )


def _noun(tree: Tree, i: int) -> bool:
    """Whether word i can be counted: no place, no owner, no adjective but "dead" and its like."""
    token = tree.tokens[i]
    if token.upos == "NOUN":
        return True
    if token.upos == "PROPN":
        return owner(token.text) is None and place(token.text) is None
    return token.upos == "ADJ" and kind_of(token.text) is not None


def _through(tree: Tree, head: int, last: int) -> int:
    """The noun a possessive leads on to: "two workers' bodies" counts bodies."""
    up = tree.up(head)
    if up is not None and tree.tokens[head].deprel == "nmod:poss" and head < up <= last + REACH:
        return up
    if up is not None and tree.rel(head) == "compound" and head < up <= last + REACH and tree.tokens[up].upos == "NOUN":
        return up
    return head


def phrase_of(tree: Tree, i: int) -> tuple[int, int]:
    """First and last word of the noun's own words."""
    low, high = tree.noun_phrase(i)
    return min(low, i), max(high, i)


# ------------------------------------------------------------------------------------------------ whose and where


class Reader:
    """Answers for one sentence; knows the mentions, so that "its" and "the country" lead to a name."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], by_span: dict[tuple[int, int], Mention]) -> None:
        self.tree = tree
        start, end = tree.sentence.start, tree.sentence.end
        self.mentions = [m for m in mentions if start <= m.anchor.start and m.anchor.end <= end]
        self.by_span = by_span

    def mention_at(self, i: int) -> Mention | None:
        """The shortest mention that ends with, or holds, word i."""
        token = self.tree.tokens[i]
        held = [m for m in self.mentions if m.anchor.start <= token.start and token.end <= m.anchor.end]
        return min(held, key=lambda m: (m.anchor.end - m.anchor.start, m.anchor.start), default=None)

    def named(self, i: int) -> str | None:
        """The words of the name that word i stands for, by reference where it is none itself."""
        token = self.tree.tokens[i]
        seen = 0
        mention = self.mention_at(i)
        while mention is not None and mention.refers and seen < 5:
            mention, seen = self.by_span.get(mention.refers), seen + 1
        if mention is not None and (mention.named or token.upos != "PROPN"):
            return mention.anchor.text
        if token.upos == "PROPN":
            return self.name_words(i)
        return None

    def name_words(self, i: int) -> str:
        """The run of capitalised words that ends at word i."""
        low = i
        while low > 0 and self.tree.tokens[low - 1].upos == "PROPN" and low > i - 5:
            low -= 1
        return " ".join(t.text for t in self.tree.tokens[low : i + 1])

    def whose(self, i: int) -> str | None:
        """The country that word i names or stands for."""
        token = self.tree.tokens[i]
        direct = owner(token.text) or (owner(self.name_words(i)) if token.upos == "PROPN" else None)
        if direct:
            return direct
        words = self.named(i)
        if words is None:
            return None
        return owner(words) or next((o for w in words.split()[:6] if (o := owner(w))), None)

    def of(self, head: int, first: int, verb: int | None) -> tuple[str, int] | None:
        """Whose they are, and the word that says so."""
        tree = self.tree
        low, high = phrase_of(tree, head)
        for i in range(max(first, low), head):
            if found := (owner(tree.tokens[i].text) or self._two(i, head)):
                return found, i
        for i in tree.children(head, "nmod:poss"):
            if found := self.whose(i):
                return found, i
        for i in tree.children(head, "nmod"):
            if self.case(i) in ("of", "from", "by") and (found := self.whose(i)):
                return found, i
        if high > head:
            pass
        return self.subject_owner(head, verb)

    def _two(self, i: int, head: int) -> str | None:
        """A body of two to four words that starts at i: "Department of Defense personnel"."""
        for n in (4, 3, 2):
            if i + n <= head and (
                found := _bodies().get(" ".join(t.text for t in self.tree.tokens[i : i + n]).lower())
            ):
                return found
        return None

    def subject_owner(self, node: int, verb: int | None) -> tuple[str, int] | None:
        """ "France had 1,500 troops": the subject of a verb of having or sending."""
        if verb is None or self.tree.tokens[verb].lemma not in OWNERS or self.tree.tokens[node].deprel == "nsubj":
            return None
        for i in self.subjects(verb):
            if found := self.whose(i):
                return found, i
        return None

    def subjects(self, verb: int) -> tuple[int, ...]:
        """Subjects of the verb, its governor's where it has none of its own ("agreed to withdraw")."""
        own = tuple(i for i in self.tree.children(verb) if self.tree.tokens[i].deprel == "nsubj")
        up = self.tree.up(verb)
        if own or up is None or self.tree.rel(verb) not in ("xcomp", "conj", "advcl", "ccomp"):
            return own
        return tuple(i for i in self.tree.children(up) if self.tree.tokens[i].deprel == "nsubj")

    def case(self, i: int) -> str:
        """The preposition of the phrase headed by word i."""
        found = self.tree.child(i, "case")
        return self.tree.tokens[found].text.lower() if found is not None else ""

    def where(self, node: int, head: int | None, verb: int | None) -> tuple[Place | str, int, str] | None:
        """The place they are in: (place or facility, its word, the preposition)."""
        tree = self.tree
        spots: list[tuple[int, int, str]] = []
        for rank, i in enumerate(x for x in (head, node, verb) if x is not None):
            for k in tree.children(i, "nmod", "obl", "advmod"):
                case = self.case(k)
                if case in HERE or (case in TOWARDS and i == verb):
                    spots.append((0 if case in HERE else 1, rank * 1000 + k, case))
        if verb is not None and tree.tokens[verb].lemma in ("leave", "exit", "quit", "depart", "reach", "enter"):
            spots += [(0, 3000 + k, "leave") for k in tree.children(verb, "obj") if k not in (node, head)]
        if verb is not None and tree.tokens[verb].lemma in HOSTS:
            spots += [(0, 3000 + k, "in") for k in self.subjects(verb)]
        for _, key, case in sorted(spots):
            if found := self.spot(key % 1000):
                return found, key % 1000, case
        return None

    def spot(self, i: int) -> Place | str | None:
        """The place or facility that word i names, looked for down its phrase ("the installation in Agadez, Niger")."""
        words = self.named(i) or ""
        found = place(words) or place(self.tree.tokens[i].text)
        if found:
            return found
        mention = self.mention_at(i)
        if mention is not None and mention.kind == "facility" and mention.named:
            return mention.anchor.text
        for k in self.tree.children(i, "nmod", "appos", "conj"):
            if self.case(k) in ("in", "at", "of", "near", "") and (deeper := place(self.tree.tokens[k].text)):
                return deeper
        return None


# ------------------------------------------------------------------------------------------------ what is said of them


def governor(tree: Tree, node: int) -> tuple[int, str] | None:
    """The word that says something of the phrase, and as what: subj, obj, for, or another relation."""
    at, rel = node, tree.tokens[node].deprel
    for _ in range(6):
        up = tree.up(at)
        if up is None:
            return (at, "root") if at != node or _predicate(tree, at) else None
        rel = tree.tokens[at].deprel
        if rel in ("conj", "appos", "flat", "compound", "nummod") or (rel == "nmod" and _partitive(tree, up)):
            at = up
            continue
        return up, "subj" if rel in SUBJECTS else "obj" if rel in OBJECTS else rel
    return None


def _predicate(tree: Tree, i: int) -> bool:
    return tree.child(i, "cop") is not None


def _partitive(tree: Tree, i: int) -> bool:
    """ "remains of", "bodies of", "lives of": what is said of the noun before is said of those counted."""
    row = kind_of(tree.tokens[i].lemma)
    return row is not None and row["state"] in ("body", "killed", "injured")


def states_of(tree: Tree, node: int, head: int | None, counted: str) -> tuple[tuple[str, ...], int | None]:
    """What is said of those counted, the weightiest first, and the word that says it."""
    found: list[tuple[str, int | None]] = []
    ruled = governor(tree, node)
    verb = ruled[0] if ruled else None
    row = kind_of(counted)
    if ruled:
        found += _of_verb(tree, ruled[0], ruled[1], row)
    for i in (head, node):
        if i is None:
            continue
        found += [(s, k) for k in tree.children(i, "acl") for s, _ in _of_verb(tree, k, _acl_as(tree, k), row)]
        found += [(s, k) for k in tree.children(i, "amod") for s in _lookup(tree.tokens[k], "adj", row)]
        up = tree.up(i)
        if up is not None and tree.rel(i) == "nmod":
            case = tree.child(i, "case")
            if case is not None and tree.tokens[case].text.lower() == "for":
                found += [(s, up) for s in _lookup(tree.tokens[up], "noun-for", row)]
            found += [(r["state"], up) for r in [kind_of(tree.tokens[up].lemma)] if r and r["state"]]
    if row and row["state"]:
        found.append((row["state"], None))
    names = list(dict.fromkeys(s for s, _ in found))
    if "killed" in names and _only_presumed(tree, [k for s, k in found if s == "killed" and k is not None]):
        names = ["presumed dead", *names]
    if "presumed dead" in names:
        names = ["presumed dead", *(n for n in names if n not in ("presumed dead", "missing", "killed"))]
    if "recovered" in names:
        names = ["recovered", *(n for n in names if n != "recovered")]
    special = [n for n in names if n not in GENERIC]
    return tuple(special or names), verb


def _only_presumed(tree: Tree, words: Sequence[int]) -> bool:
    """Whether "dead" is only presumed, believed or feared."""
    return any(
        tree.tokens[i].lemma.lower()
        in ("presume", "presumed", "believe", "believed", "fear", "feared", "assume", "think")
        for k in words
        for i in range(max(0, k - 3), k + 1)
    )


def _acl_as(tree: Tree, k: int) -> str:
    """A participle after a noun is passive ("workers killed") unless it ends in -ing or is a relative clause."""
    if tree.tokens[k].deprel == "acl:relcl":
        return "obj" if any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.kids[k]) else "subj"
    return "subj" if tree.tokens[k].text.lower().endswith("ing") else "obj"


def _of_verb(tree: Tree, verb: int, as_: str, row: Row | None) -> list[tuple[str, int | None]]:
    """The states the verb, its complements and the verbs joined to it give."""
    out: list[tuple[str, int | None]] = [(s, verb) for s in _of_one(tree, verb, as_, row)]
    for k in tree.children(verb, "xcomp", "conj", "obl", "ccomp"):
        token = tree.tokens[k]
        if tree.rel(k) == "conj" and _told_apart(tree, verb, k):
            continue
        if token.upos in ("ADJ", "VERB", "NOUN") and (tree.rel(k) in ("xcomp", "conj")):
            passive = as_ == "obj" or any(tree.tokens[c].deprel == "aux:pass" for c in tree.kids[k])
            out += [(s, k) for s in _of_one(tree, k, "obj" if passive else as_, row)]
    return out


def _told_apart(tree: Tree, verb: int, k: int) -> bool:
    """Whether the joined verb k has another subject, or a number or a semicolon stands between."""
    if any(tree.tokens[c].deprel in ("nsubj", "nsubj:pass") for c in tree.kids[k]):
        return True
    return any(t.upos == "NUM" or t.text == ";" for t in tree.tokens[min(verb, k) + 1 : max(verb, k)])


def _of_one(tree: Tree, i: int, as_: str, row: Row | None) -> list[str]:
    token = tree.tokens[i]
    out = _lookup(token, "adj", row) if as_ in ("subj", "root", "obj") or token.upos == "ADJ" else []
    if as_ in ("subj", "obj", "for"):
        out += _lookup(token, as_, row, " ".join(tree.tokens[k].text.lower() for k in tree.children(i)[:12]))
    elif as_ == "obl":
        out += _lookup(token, "for", row)
    return list(dict.fromkeys(out))


def _lookup(token: object, as_: str, row: Row | None, beside: str = "") -> list[str]:
    lemma, text = getattr(token, "lemma", "").lower(), getattr(token, "text", "").lower()
    out = []
    for word in dict.fromkeys((lemma, text)):
        for state, needs in _states().get((word, as_), ()):
            if _meets(needs, row, beside, word):
                out.append(state)
    return out


def _meets(needs: str, row: Row | None, beside: str, word: str) -> bool:
    """Whether those counted, or the words beside the verb, are what the row asks for."""
    person = row is None or row["unit"] == "person"
    match needs:
        case "":
            return True
        case "body":
            dead = row is not None and (row["state"] in ("body", "killed") or row["word"] == "victim")
            return dead or (word in ("recover", "retrieve", "exhume") and person)
        case "person":
            return person and not (row is not None and row["state"] == "body")
        case "civilian":
            return person and not (row is not None and row["family"] == "troop")
        case "thing":
            return row is None or row["unit"] not in ("person", "")
        case "troop":
            return row is None or row["family"] in ("troop", "person", "fighter", "equipment", "aircraft", "vehicle")
        case "job":
            return row is not None and row["family"] in ("job", "person") and row["class"] in ("", "own")
        case "money":
            return True
    return needs in beside.split() or needs + "s" in beside.split() or (row is not None and row["word"] == needs)


def with_place(counting: Counting, found: tuple[Place | str, int, str] | None) -> Counting:
    """The counting with its place: the country, and the narrower spot where one is named."""
    if found is None:
        return counting
    spot, at, case = found
    if isinstance(spot, str):
        return replace(counting, spot=f"at {spot}", where_at=at)
    if spot.kind in ("country", "continent", "region"):
        return replace(counting, where=spot.name, where_at=at)
    narrow = f"at {spot.name}" if case in HERE or case == "leave" else None
    return replace(counting, where=_country(spot), where_at=at, spot=narrow)


__all__ = ["NOMINAL", "Counting", "Reader", "counted_noun", "governor", "kind_of", "noun_after", "owner", "states_of"]
