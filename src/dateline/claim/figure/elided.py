"""Reads numbers whose noun was told just before: "the Greens won 40 seats, the Liberals 12", "The union took 61".

In:   one sentence with its Reader, a bare number, and what the number before it counted, here or in the last sentence.
Out:  a Counting of the same thing, or None where the words do not lean that way.
Room: claim. A number leans on the one before it where it is told of another name without a verb, is the object of a
      verb of winning or having, or opens a clause of its own ("so far 14 are in service", "31,000 came").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dateline.claim.figure.amounts import is_currency
from dateline.claim.figure.counted import Counting, Spot, lemma_of, time_words
from dateline.claim.figure.counting import clause_of, finish, word_before
from dateline.claim.figure.places import Reader, with_place
from dateline.claim.figure.states import states_of
from dateline.claim.tree import Tree

Told = tuple[Spot, Counting]
APART: Final = 100  # one value so many times the other is of another thing
YEARS: Final = range(1500, 2101)  # bare numbers of four digits that may be years
OPENING: Final = frozenset({"PUNCT", "CCONJ", "SCONJ"})
ENDING: Final = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP", "ADV"})
TAKING: Final = frozenset({
    "win", "take", "get", "secure", "hold", "have", "lose", "gain", "claim", "capture", "obtain", "pick", "receive",
    "retain", "keep", "bag", "score", "collect", "grab", "control",
})  # fmt: skip
PICKED: Final = frozenset({"first", "last", "other", "remaining", "second", "final"})
SO_FAR: Final = frozenset(
    {"so", "far", "now", "today", "already", "currently", "yesterday", "only", "just", "of", "those"}
)
BADLY: Final = frozenset({
    "seriously", "critically", "severely", "badly", "gravely", "slightly", "lightly", "fatally", "mortally",
})  # fmt: skip
MORE: Final = frozenset({"another", "further", "additional", "other"})
ORDERS: Final = frozenset({"order", "option", "contract", "permit", "licence", "license", "bid", "application"})
REACH: Final = 14  # words between a number and the one whose noun it shares, without a verb between
SUPPORT: Final = frozenset({"vote", "support"})
OWNED: Final = frozenset({"his", "her", "its", "their"})
NAME: Final = 5  # words of the name that stands before it


def elided(reader: Reader, spot: Spot, here: Told | None, before: Sequence[Told]) -> Counting | None:
    """What a bare number counts by the number told before: in its own sentence (`here`), else in the one before
    (its numbers, the last first)."""
    if not _bare(reader.tree, spot):
        return _price(reader, spot, before if here is None else (here,))
    if here is not None and _alike(spot, here):
        found = of_another(reader, spot, here) or _worse(reader, spot, here) or _whole(reader, spot, here[1])
        return found or _joined(reader, spot, here[1])
    for told in (t for t in before if here is None and _alike(spot, t)):  # the nearest that it can be one of
        if found := _taken(reader, spot, told[1]) or _opens(reader, spot, told):
            return found
    return None


def _price(reader: Reader, spot: Spot, told: Sequence[Told]) -> Counting | None:
    """ "Petrol cost 1.98 euros. Diesel was unchanged at 1.87": a price in the money told before."""
    tree, i, verb = reader.tree, word_before(reader.tree, spot), clause_of(reader.tree, spot.last)
    one = told[0][0].amount if told else None
    if one is None or one.kind != "money" or spot.amount.kind is not None or i is None or verb is None:
        return None
    cents = spot.amount.low != int(spot.amount.low) and one.low / 3 <= spot.amount.low <= one.low * 3
    own = (*reader.subjects(verb), *tree.children(verb, "nsubj:pass"))
    things = [k for k in own if tree.tokens[k].upos in ("NOUN", "PROPN") and k < spot.first]
    if not cents or not things or tree.low[i] not in ("at", "to", "for", "cost", "costs", "from"):
        return None
    made = finish(reader, spot.last, things[0], lemma_of(tree, things[0]), False)
    return replace(made, unit=one.unit or "", states=(), verb=verb)


def _bare(tree: Tree, spot: Spot) -> bool:
    """Whether a whole number stands without any noun; four digits without a comma may be a year."""
    amount, text = spot.amount, tree.tokens[spot.first].text
    if amount.kind in ("money", "percent"):
        return True
    year = amount.low in YEARS and text.isdigit()
    whole = amount.low == int(amount.low) and amount.low >= 2
    return amount.kind is None and amount.form == "count" and whole and not (amount.hyphen or year)


def _alike(spot: Spot, told: Told) -> bool:
    """Whether both can count one thing: whole numbers or sums of one currency, and not far apart."""
    one, other = spot.amount, told[0].amount
    low, high = sorted((one.high, other.high))
    if one.kind is None and other.kind == "percent" and told[1].counted == "vote":
        return one.form == "count" and one.high <= 100  # "gave the Front 44 percent and the Unity Party 38"
    plain = other.form in ("count", "vague") and other.kind == one.kind and one.unit == other.unit
    sized = one.kind is None and (
        told[1].unit in ("magnitude", "percent", "share", "point") or is_currency(told[1].unit)
    )
    return plain and not sized and low > 0 and high <= APART * low


def _same(spot: Spot, told: Counting) -> Counting:
    """The thing told before, with nothing said of it yet."""
    return replace(
        told, node=spot.last, head=None, last=spot.last, of_at=None, where_at=None, verb=None, part=False, total=False,
        whole=False, shift=False, teller=None,
    )  # fmt: skip


def of_another(reader: Reader, spot: Spot, told: Told) -> Counting | None:
    """ "Granit must pay 120 million euros, Basalto 95 million": the same, of another name."""
    tree, before = reader.tree, told[0]
    i, following = word_before(tree, spot, frozenset({"SYM"})), _next(tree, spot)
    if i and told[1].counted in SUPPORT and tree.low[i] in ("by", "on", "with", "at"):
        i -= 1  # "supported by 47 percent of voters and Kovic by 39 percent"
    if i is None or tree.tokens[i].upos not in ("PROPN", "NOUN") or following not in ("", "PUNCT", "CCONJ", "ADP"):
        return None
    low = i
    while (
        low > before.last
        and i - low < NAME
        and (tree.tokens[low].upos in ("PROPN", "NOUN", "ADJ", "DET", "PART") or tree.low[low] in OWNED)
    ):
        low -= 1
    link, between = tree.tokens[low], tree.tokens[before.last + 1 : low + 1]
    if not (link.text in (",", ";") or link.text.lower() in ("and", "while", "but")) or low + 1 > i:
        return None
    if len(between) > REACH or any(t.upos == "VERB" for t in between) or not _another(tree, low + 1, i):
        return None
    name = reader.whose(i) or reader.named(i) or tree.tokens[i].text
    made = replace(_same(spot, told[1]), of=name, of_at=i, verb=told[1].verb, where=None, spot=None)
    return with_place(made, reader.where(spot.last, None, None))


def _another(tree: Tree, low: int, i: int) -> bool:
    """Whether the words are a name, or "the Greens": somebody of whom a number can be told."""
    return tree.tokens[i].upos == "PROPN" or (
        tree.tokens[low].upos == "DET" and tree.low[i].endswith("s") and tree.tokens[i].text[:1].isupper()
    )


def _next(tree: Tree, spot: Spot) -> str:
    """The tag of the word behind the amount; "" at the end."""
    return tree.tokens[spot.last + 1].upos if spot.last + 1 < len(tree.tokens) else ""


def _worse(reader: Reader, spot: Spot, told: Told) -> Counting | None:
    """ "Eleven were injured, six seriously": a part of them."""
    tree, i = reader.tree, spot.last + 1
    word = tree.low[i] if i < len(tree.tokens) else ""
    if word not in BADLY or told[1].unit != "person" or spot.amount.high > told[0].amount.high:
        return None
    if i + 1 < len(tree.tokens) and tree.tokens[i + 1].upos not in ENDING:
        return None
    return replace(_same(spot, told[1]), verb=told[1].verb, part=True)


def _whole(reader: Reader, spot: Spot, told: Counting) -> Counting | None:
    """ "Donors promised 640 million dollars of the 1.1 billion that was asked for": the sum they gave a part of."""
    tree, i = reader.tree, word_before(reader.tree, spot, frozenset({"DET", "SYM"}))
    if i is None or tree.low[i] != "of" or not (spot.amount.kind == "money" or (told.part and told.unit != "person")):
        return None
    return replace(_same(spot, told), total=True, of=told.of if spot.amount.kind == "money" else None)


def _joined(reader: Reader, spot: Spot, told: Counting) -> Counting | None:
    """ "Closed nine stores, opened 17 and has 604 left", "66 deputies backed it and 67 were against"."""
    tree, i = reader.tree, word_before(reader.tree, spot, frozenset({"ADV"}))
    if i and tree.low[i] in MORE:
        i -= 1  # "another 200 are at risk"
    if spot.amount.kind is not None or i is None:
        return None
    ordered = i > 0 and tree.low[i] in ("for", "on") and tree.tokens[i - 1].lemma.lower() in ORDERS
    acts = ordered or tree.tokens[i].upos == "VERB" or tree.tokens[i].lemma.lower() == "have"
    whole = _of_the_number(tree, spot)
    if acts and _next(tree, spot) in ("", *ENDING) and told.unit != "person" and (whole or not _looks_on(tree, spot)):
        return replace(_said(reader, spot, told, i), part=whole)
    if (tree.tokens[i].upos in OPENING or tree.low[i] in time_words()) and (
        verb := _verb_behind(tree, spot)
    ) is not None:
        return _said(reader, spot, told, verb)
    return None


def _of_the_number(tree: Tree, spot: Spot) -> bool:
    """Whether a bare whole follows: "it now holds 94 of the 200"."""
    i = spot.last + 1
    words = tree.low[i : i + 2]
    if words != ["of", "the"] or i + 2 >= len(tree.tokens) or tree.tokens[i + 2].upos != "NUM":
        return False
    return i + 3 >= len(tree.tokens) or tree.tokens[i + 3].upos in ("PUNCT", "CCONJ")


def _looks_on(tree: Tree, spot: Spot) -> bool:
    """Whether what follows makes it a part or a share: "won 12 of the 40", "scored 12 to 7"."""
    following = tree.low[spot.last + 1] if spot.last + 1 < len(tree.tokens) else ""
    return following in ("of", "to", "out", "-", "–", "percent", "%")


def _said(reader: Reader, spot: Spot, told: Counting, verb: int) -> Counting:
    """The thing told before, with what is said of it here."""
    states, _ = states_of(reader.tree, spot.last, None, told.counted)
    return replace(_same(spot, told), states=states, verb=verb)


def _verb_behind(tree: Tree, spot: Spot) -> int | None:
    """The verb that the number is the subject of: it stands right behind, helpers and adverbs passed over."""
    i, helped = spot.last + 1, None
    while i < min(len(tree.tokens), spot.last + 5):
        token = tree.tokens[i]
        if token.upos == "VERB":
            return None if token.text.lower().endswith("ing") and helped is None else i
        if token.upos == "AUX":
            helped = i
        elif token.upos not in ("ADV", "PART"):
            break
        i += 1
    return helped


def _has_been(tree: Tree, spot: Spot) -> bool:
    """ "Some 400,000 have been ordered"."""
    words = tree.low[spot.last + 1 : spot.last + 4]
    return words[:2] in (["have", "been"], ["had", "been"], ["have", "already"]) or words[:1] in (["are"], ["were"])


def _taken(reader: Reader, spot: Spot, told: Counting) -> Counting | None:
    """ "The Alliance won 88 seats. The Union took 61": the object of a verb of winning or having."""
    tree, i = reader.tree, word_before(reader.tree, spot, frozenset({"ADV"}))
    if i is None or i < 1 or told.unit == "person" or tree.tokens[i].lemma.lower() not in TAKING:
        return None
    if _next(tree, spot) not in ("", *ENDING) or _looks_on(tree, spot) or spot.amount.kind is not None:
        return None
    subject = next((k for k in range(i - 1, -1, -1) if tree.tokens[k].upos in ("PROPN", "NOUN")), None)
    if subject is None or i - subject > 3:
        return None
    name = reader.whose(subject) or reader.named(subject)
    return replace(_said(reader, spot, told, i), of=name, of_at=subject if name else None)


def _opens(reader: Reader, spot: Spot, told: Told) -> Counting | None:
    """ "So far 14 are in service", "The first six are to be delivered in May": of those told in the sentence before."""
    tree = reader.tree
    words = tree.low[: spot.first]
    picked = bool(words) and words[-1] in PICKED
    verb = _verb_behind(tree, spot)
    fits = all(w in PICKED | SO_FAR | {"the", ","} for w in words)
    fits = fits and (picked or bool(words) or (told[1].unit != "person" and _has_been(tree, spot)))
    if verb is None or not fits or spot.amount.high >= told[0].amount.high or clause_of(tree, spot.last) is None:
        return None
    return replace(_said(reader, spot, told[1], verb), part=True)
