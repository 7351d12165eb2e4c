"""Finds what is said of those counted: killed, missing, rescued, left, still there, suspended.

In:   a sentence with its parse, the word the clause takes the phrase by, and the counted noun.
Out:  the states, the weightiest first, and the word that says them. Where the parse gives no verb that can be, the next
      verb of the clause is taken.
Room: claim. The words are a table, `counted_states`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from dateline.claim.event.beside_it import acts
from dateline.claim.figure.counted import GENERIC, kind_of
from dateline.claim.figure.settled import ILLS, befalls, first_of_list, left_so, settled, with_injuries
from dateline.claim.tree import Tree
from dateline.lexicon.tables import Row, table
from dateline.sentence.reading import Token

PHRASE: Final = frozenset({"NUM", "DET", "ADJ", "ADV", "PROPN", "NOUN", "SYM"})
PRESUMED: Final = frozenset({"presume", "presumed", "believe", "believed", "fear", "feared", "assume", "think"})
DECLARED: Final = frozenset({"declare", "report", "list", "confirm"})  # "four were declared presumed dead"
MAY: Final = {
    "troop": frozenset({"troop", "person", "fighter", "equipment", "aircraft", "vehicle"}),
    "job": frozenset({"job", "person"}),
}
CLIENTS: Final = frozenset({  # whom a firm, a party or a paper loses alive
    "customer", "subscriber", "user", "member", "viewer", "voter", "follower", "reader", "client", "listener", "buyer",
    "supporter", "shopper", "visitor", "guest", "taxpayer", "shareholder", "investor", "employee", "passenger",
    "tourist", "donor", "backer", "fan", "advertiser", "staff",
})  # fmt: skip
FIRST_SAID: Final = frozenset({"killed", "damaged"})  # "injured or killed" and "killed or injured" are one state
STUFFS: Final = frozenset({"oil", "debris", "equipment", "food"})  # counted by mass and volume
SCALES: Final = ("to", "at", "from")  # "widened the recall to 31,000 vans"
TELLING: Final = frozenset({"say", "report", "believe", "confirm", "announce", "add", "claim", "state", "tell"})
RAISING: Final = frozenset(
    {"find", "confirm", "presume", "think", "believe", "say", "know", "report", "understand", "expect", "fear"}
    | {"estimate"}
)
APART: Final = frozenset({"advcl", "conj", "parataxis", "ccomp"})  # clauses of their own
SUBJECTS: Final = frozenset({"nsubj", "csubj"})
OBJECTS: Final = frozenset({"obj", "iobj", "nsubj:pass", "dobj"})
FOUND: Final = frozenset({"find", "locate", "trace", "turn", "reappear"})  # who is found is missing no more


@cache
def _states() -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(word, as) -> (state, needs) rows in order."""
    out: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in table("counted_states"):
        out.setdefault((row["word"], row["as"]), []).append((row["state"], row["needs"]))
    return {k: tuple(v) for k, v in out.items()}


def governor(tree: Tree, node: int) -> tuple[int, str] | None:
    """The word that says something of the phrase, and as what: subj, obj, for, or another relation.

    Where the parse gives none that can be, the next verb of the clause is taken, if nothing stands between.
    """
    if tree.tokens[node].upos == "NUM" and node and _verb_form(tree.tokens[node - 1].text):
        return node - 1, "obj"  # "Gunman kills 1, wounds 2", whatever the tags
    if _opens(tree, node) and (following := _next_verb(tree, node)):
        return following
    found = _by_parse(tree, node)
    if found is not None and found[1] == "subj" and found[0] < node and tree.tokens[found[0]].lemma.lower() in TELLING:
        found = _next_verb(tree, node) or found  # "says 36 of its men were killed", misread
    nearer = _verb_before(tree, node) if found is not None and found[1] == "obj" else None
    if found is not None and nearer is not None and found[0] < nearer[0] and not _inside(tree, nearer[0]):
        return nearer  # "rain flooded the coast, killing 12 people": the verb that stands right before
    if found is not None and (tree.tokens[found[0]].upos == "ADV" or _name_like(tree, found[0])):
        found = None
    if found is not None and found[1] in ("subj", "obj", "root") and not _cut_off(tree, node, found[0]):
        return found
    return (
        _next_verb(tree, node)
        or _verb_before(tree, node)
        or (None if found is not None and _cut_off(tree, node, found[0]) else found)
    )


def _name_like(tree: Tree, i: int) -> bool:
    """Whether the word, whatever its tag, is part of a name: the second of "the Ever Given"."""
    token = tree.tokens[i]
    lone = token.text[:1].isupper() and not token.text.isupper() and token.upos in ("VERB", "ADJ")
    if lone and 2 * sum(t.text[:1].islower() for t in tree.tokens) < len(tree.tokens):
        return False  # "Two Killed In Harbour Blast": a headline has capitals everywhere
    return i > 0 and lone and tree.tokens[i - 1].text[:1].isupper() and tree.tokens[i - 1].text not in ("The", "A")


def _opens(tree: Tree, node: int) -> bool:
    """Whether the phrase of word `node` opens a clause, so that the verb after it is its own."""
    i = node - 1
    while i >= max(0, node - 10) and (tree.tokens[i].upos in PHRASE or tree.low[i] in ("of", "than", "'s")):
        i -= 1
    if i < 0 or tree.tokens[i].upos in ("CCONJ", "SCONJ", "PUNCT"):
        return tree.tokens[i + 1].upos not in ("ADP", "PRON") if i + 1 <= node else True
    return False


def _by_parse(tree: Tree, node: int) -> tuple[int, str] | None:
    at, rel = node, tree.tokens[node].deprel
    for _ in range(6):
        up = tree.up(at)
        if up is None:
            return (at, "root") if at != node or _predicate(tree, at) else None
        rel = tree.tokens[at].deprel
        if rel == "nummod" and (tree.tokens[up].upos == "PROPN" or up < at):
            return None  # "about 400 had left Niamey", "said 650 remained", misread
        if rel in ("conj", "appos", "flat", "compound", "nummod") or (rel == "nmod" and _partitive(tree, up)):
            at = up
            continue
        if rel == "obj" and up > node and tree.rel(up) != "acl":
            return up, "subj"  # an object does not come before its verb
        if rel == "nsubj" and up < node and tree.low[up] == "leaving":
            return up, "obj"  # "leaving 900 travellers stuck", misread
        return up, "subj" if rel in SUBJECTS else "obj" if rel in OBJECTS else rel
    return None


def _cut_off(tree: Tree, node: int, verb: int) -> bool:
    """Whether a semicolon or the end of a sentence stands between the phrase and the verb."""
    low, high = min(node, verb), max(node, verb)
    return any(t.text in (";", ".", "!", "?") for t in tree.tokens[low + 1 : high])


def _next_verb(tree: Tree, node: int) -> tuple[int, str] | None:
    """The verb right after the phrase, helpers and adverbs passed over: "50 of 1,500 French soldiers [left]"."""
    i, passive = node + 1, False
    while i < min(len(tree.tokens), node + 12):
        token = tree.tokens[i]
        if token.upos == "VERB" and _inside(tree, i):
            i += 1
            continue
        if (token.upos == "VERB" and not _name_like(tree, i)) or (
            token.upos == "ADJ" and kind_of(token.text) is None and _states_adj(token.text)
        ):
            return i, "obj" if passive else "subj"
        if token.upos == "AUX":
            passive = token.lemma == "be"
        elif not _passes(tree, i) or (passive and token.upos in ("NOUN", "PROPN", "DET", "NUM")):
            return None
        i += 1
    return None


def _passes(tree: Tree, i: int) -> bool:
    """Whether word i may stand between a phrase and its verb: "498 of its soldiers have died"."""
    token = tree.tokens[i]
    if token.text.lower() == "whose":
        return False  # "23 fishermen whose boats were lost"
    owned = token.upos == "PRON" and (token.deprel == "nmod:poss" or (i > 0 and tree.low[i - 1] == "of"))
    return owned or token.upos in (*PHRASE, "PART") or token.text.lower() == "of"


def _verb_before(tree: Tree, node: int) -> tuple[int, str] | None:
    """The verb right before the phrase: "killed at least 1,037 people"."""
    i = node - 1
    while i >= max(0, node - 9) and (tree.tokens[i].upos in ("NUM", "DET", "ADJ", "ADV", "PROPN") or _hedging(tree, i)):
        i -= 1
    if i < 0 or node - i > 9 or not (tree.tokens[i].upos == "VERB" or _verb_form(tree.tokens[i].text)):
        return None
    return i, "obj"


def _verb_form(text: str) -> bool:
    """Whether a word, whatever its tag, is a form of a verb that is said of people: "Gunman kills 1, wounds 2"."""
    low = text.lower()
    return any(low.endswith(e) and (low.removesuffix(e), "obj") in _states() for e in ("s", "ing", "ed", "es"))


def _hedging(tree: Tree, i: int) -> bool:
    word = tree.low[i]
    if word == "to":
        return i > 0 and tree.low[i - 1] in ("up", "close", "next")  # but "hopes to cut to 900"
    return word in ("at", "than", "as", "up", "least", "most", "over", "about", "around")


def _inside(tree: Tree, i: int) -> bool:
    """Whether the verb form at i describes the noun it stands before: "an estimated 950 troops"."""
    following = tree.tokens[i + 1].upos if i + 1 < len(tree.tokens) else ""
    return following == "NUM" or (tree.rel(i) == "amod" and following in ("NOUN", "PROPN", "ADJ"))


def _states_adj(word: str) -> bool:
    return (word.lower(), "adj") in _states()


def _predicate(tree: Tree, i: int) -> bool:
    return tree.child(i, "cop") is not None


def _partitive(tree: Tree, i: int) -> bool:
    """ "remains of", "bodies of", "lives of": what is said of the noun before is said of those counted."""
    row = kind_of(tree.tokens[i].lemma)
    if tree.low[i] == "remains":
        return tree.tokens[i].upos == "NOUN"
    return row is not None and row["state"] in ("body", "killed", "injured")


def states_of(tree: Tree, node: int, head: int | None, counted: str) -> tuple[tuple[str, ...], int | None]:
    """What is said of those counted, the weightiest first, and the word that says it."""
    found: list[tuple[str, int | None]] = []
    ruled = governor(tree, node)
    verb = ruled[0] if ruled else None
    row = kind_of(counted)
    if ruled:
        as_ = "obj" if _given_to(tree, node, ruled[0]) else as_what(tree, ruled[1], node, head)
        found += of_verb(tree, ruled[0], as_, row)
        case = tree.child(node, "case")
        if not found and (scaled := _scaled(tree, node, ruled[0])) is not None:
            found += [(s, scaled) for s in _lookup(tree.tokens[scaled], "noun-of", row)]
        if not found and as_ == "obj" and case is not None and tree.low[case] == "for":
            found += of_verb(tree, ruled[0], "obl", row)  # "asked the bank for 5 million", misread
    for i in (head, node):
        if i is None:
            continue
        told_of = [(s, k) for k in _acls(tree, i) for s, _ in of_verb(tree, k, _acl_as(tree, k), row)]
        over = verb is not None and tree.tokens[verb].lemma.lower() in FOUND  # "two who had been missing were found"
        found += [("found" if over and s == "missing" else s, k) for s, k in told_of]
        found += [(s, k) for k in _adjectives(tree, i) for s in _lookup(tree.tokens[k], "adj", row)]
        first = first_of_list(tree, i)
        up = tree.up(first)
        if up is not None and tree.rel(first) == "nmod":
            case = tree.child(first, "case")
            link = tree.low[case] if case is not None else ""
            if link in ("for", "of", *SCALES):
                found += [(s, up) for s in _lookup(tree.tokens[up], "noun-for" if link == "for" else "noun-of", row)]
            told = kind_of(tree.tokens[up].lemma)
            found += [(told["state"], up)] if told and told["state"] and befalls(tree, told) else []
    if row and row["state"] and befalls(tree, row):
        found.insert(0 if row["state"] in ("missing", "injured", "killed") else len(found), (row["state"], None))
    if (so := left_so(tree, max(node, head or node))) is not None:
        said = [s for as_ in ("adj", "obj") for s in _lookup(tree.tokens[so], as_, row)]
        found = [*((s, so) for s in said[:1]), *found]
    if any(s == "missing" for s, _ in found) and _presumed_after(tree, node):
        found.insert(0, ("presumed dead", None))
    if row is not None and row["unit"] == "person" and with_injuries(tree, max(node, head or node)):
        found.append(("injured", verb))
    found = _or_else(tree, found, row)
    names = list(dict.fromkeys(s for s, _ in found))
    if "killed" in names and _only_presumed(tree, [k for s, k in found if s == "killed" and k is not None]):
        names = ["presumed dead", *names]
    names = settled(tree, names, counted, row)
    special = [n for n in names if n not in GENERIC]
    return tuple(special or names), verb


def _scaled(tree: Tree, node: int, verb: int) -> int | None:
    """The noun of what is put at so many: the spill of "put the spill at 65 tonnes of diesel"."""
    case = tree.child(node, "case")
    link = tree.low[case] if case is not None else ""
    nouns = [k for k in tree.children(verb, "obj", "nsubj", "nsubj:pass") if k < node and tree.tokens[k].upos == "NOUN"]
    return nouns[-1] if link in SCALES and nouns else None


def _or_else(tree: Tree, found: list[tuple[str, int | None]], row: Row | None) -> list[tuple[str, int | None]]:
    """ "More than 3,000 were killed or injured": how many of them were killed, nobody says."""
    for n, (state, verb) in enumerate(found):
        for k in tree.children(verb, "conj") if verb is not None else ():
            if any(tree.low[c] == "or" for c in tree.children(k, "cc")) and not tree.children(k, "nsubj", "obj", "aux"):
                other = next((s for s, _ in of_verb(tree, k, "obj", row) if s != state), tree.low[k])
                if state not in GENERIC and other not in GENERIC:
                    both = (other, state) if other in FIRST_SAID else (state, other)
                    return [*found[:n], (" or ".join(both), verb), *found[n + 1 :]]
    return found


def _given_to(tree: Tree, node: int, verb: int) -> bool:
    """Whether a participle stands right behind a phrase with a preposition: "thanked for the 5 million pledged"."""
    passive = tree.low[verb].endswith("ed") and tree.tokens[verb].upos == "VERB"
    return tree.rel(node) == "obl" and verb == node + 1 and passive and tree.child(node, "case") is not None


def as_what(tree: Tree, rel: str, node: int, head: int | None) -> str:
    """The relation; of a phrase with a preposition that: "search for", "diagnosed in"; others say nothing."""
    if rel != "obl":
        return rel
    cases = {tree.low[k] for i in {node, node if head is None else head} for k in tree.children(i, "case")}
    if "in" in cases and any(t.lemma.lower() in ILLS for t in tree.tokens):
        return "in"
    return "obl" if not cases or "for" in cases else "none"


def own_states(tree: Tree, head: int) -> frozenset[str]:
    """What the noun and its own adjectives say: "six missing workers", "two survivors"."""
    row = kind_of(tree.tokens[head].lemma) or kind_of(tree.tokens[head].text)
    said = {s for k in tree.children(head, "amod") for s in _lookup(tree.tokens[k], "adj", row)}
    return frozenset(said | ({row["state"]} if row and row["state"] else set()))


def _only_presumed(tree: Tree, words: Sequence[int]) -> bool:
    """Whether "dead" is only presumed, believed or feared."""
    end = len(tree.tokens)
    return any(
        tree.tokens[i].lemma.lower() in PRESUMED
        for k in words
        for i in range(max(0, k - 3), min(end, k + 3) if tree.tokens[k].lemma.lower() in DECLARED else k + 1)
    )


def _presumed_after(tree: Tree, node: int) -> bool:
    """Whether "presumed dead" follows in the same clause: "six missing, presumed dead"."""
    words = tree.low[node + 1 : node + 9]
    end = next((n for n, w in enumerate(words) if w in (".", ";")), len(words))
    near = words[:end]
    return "dead" in near and any(w in ("presumed", "believed", "feared", "assumed") for w in near)


def _adjectives(tree: Tree, i: int) -> list[int]:
    """Those of word i; the wounded of "19 bodies and 44 wounded" are others."""
    return [k for k in tree.children(i, "amod") if k < i or not any(t.upos == "NUM" for t in tree.tokens[i:k])]


def _acls(tree: Tree, i: int) -> list[int]:
    return [k for k in tree.children(i, "acl") if not _name_like(tree, k) and not _of_theirs(tree, k)]


def _of_theirs(tree: Tree, verb: int) -> bool:
    """Whether the clause tells of what is theirs: "fishermen [whose boats were lost]"."""
    own = tree.children(verb, "nsubj", "nsubj:pass")
    return any(tree.low[p] == "whose" for k in own for p in tree.children(k, "nmod:poss"))


def _acl_as(tree: Tree, k: int) -> str:
    """A participle after a noun is passive ("workers killed") unless it ends in -ing or is a relative clause."""
    if tree.tokens[k].deprel == "acl:relcl":
        return "obj" if any(tree.tokens[c].deprel in ("nsubj:pass", "aux:pass") for c in tree.kids[k]) else "subj"
    return "subj" if tree.low[k].endswith("ing") else "obj"


def of_verb(tree: Tree, verb: int, as_: str, row: Row | None) -> list[tuple[str, int | None]]:
    """The states the verb, its complements and the verbs joined to it give."""
    out: list[tuple[str, int | None]] = [(s, verb) for s in _of_one(tree, verb, as_, row)]
    settled = any(s not in GENERIC for s, _ in out)
    for k in tree.children(verb, "xcomp", "conj"):
        token = tree.tokens[k]
        if token.upos == "ADJ" and as_ == "subj" and acts(tree, verb):
            continue  # "two officers shot dead a teacher": the dead one is she
        if _told_apart(tree, verb, k) if tree.rel(k) == "conj" else settled:
            continue
        if token.upos in ("ADJ", "VERB", "NOUN"):
            raised = as_ == "obj" and tree.rel(k) == "xcomp" and tree.tokens[verb].lemma in RAISING
            plain = "subj" if raised else as_  # "200 are thought to have escaped" says that they escaped
            passive = any(tree.tokens[c].deprel == "aux:pass" for c in tree.kids[k])
            out += [(s, k) for s in _of_one(tree, k, "obj" if passive else plain, row)]
    return out


def _told_apart(tree: Tree, verb: int, k: int) -> bool:
    """Whether the joined verb k has another subject, or a number or a semicolon stands between."""
    if any(tree.tokens[c].deprel in ("nsubj", "nsubj:pass") for c in tree.kids[k]):
        return True
    return any(t.upos == "NUM" or t.text == ";" for t in tree.tokens[min(verb, k) + 1 : max(verb, k)])


def _of_one(tree: Tree, i: int, as_: str, row: Row | None) -> list[str]:
    token = tree.tokens[i]
    near = [tree.tokens[k] for k in tree.children(i)[:12] if tree.rel(k) not in APART] + list(
        tree.tokens[i + 1 : i + 4]
    )
    beside = " ".join(t.text.lower() for t in near)
    said = as_ in ("root", "obj") or (as_ == "subj" and not acts(tree, i)) or token.upos == "ADJ"
    out = _lookup(token, "adj", row, beside) if said else []
    if as_ in ("subj", "obj", "for", "in"):
        out += _lookup(token, as_, row, beside)
    elif as_ == "obl":
        out += _lookup(token, "for", row)
    return list(dict.fromkeys(out))


def _lookup(token: Token, as_: str, row: Row | None, beside: str = "") -> list[str]:
    lemma, text = token.lemma.lower(), token.text.lower()
    out = []
    for word in dict.fromkeys((lemma, text, text.removesuffix("s") if as_ == "obj" else text)):
        for state, needs in _states().get((word, as_), ()):
            if _meets(needs, row, beside, word):
                out.append(state)
    return out


def _meets(needs: str, row: Row | None, beside: str, word: str) -> bool:
    """Whether those counted, or the words beside the verb, are what the row asks for."""
    person = row is not None and row["unit"] == "person"
    if not needs or needs == "client":
        return not needs or (row is not None and row["word"] in CLIENTS)
    match needs:
        case "body":
            dead = row is not None and (row["state"] in ("body", "killed") or row["word"] == "victim")
            return dead or (word in ("recover", "retrieve", "exhume") and person)
        case "person":
            return person and not (row is not None and row["state"] == "body")
        case "civilian":
            return person and row is not None and row["family"] != "troop"
        case "thing":
            return row is None or row["unit"] not in ("person", "") or row["family"] in STUFFS
        case "troop" | "job" if row is not None:
            alive = row["word"] in CLIENTS and word in ("lose", "lost")  # "lost 9,000 customers"
            plain = not alive if needs == "troop" else row["class"] in ("", "own")
            return row["family"] in MAY[needs] and plain
        case "money":
            return row is None or row["unit"] == ""
        case "cash":  # money and nothing else: "made $5 million"
            return row is not None and row["word"] == "money"
        case "be":
            return bool({"is", "are", "was", "were", "be"} & set(beside.split()))
    return (
        needs in beside.split()
        or needs + "s" in beside.split()
        or (row is not None and needs in (row["word"], row["family"]))
    )
