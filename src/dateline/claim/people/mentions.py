"""Finds the words that stand for somebody or something.

In:   a report and its reading.
Out:  mentions in order of place: names (the gazetteer before the reader), noun phrases ("the junta", "a joint
      statement"), pronouns; each with its office ("spokesman for the ministry") and, where it is plain, the earlier
      mention it stands for.
Room: claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dateline.claim.model import Mention, MentionKind
from dateline.claim.people.ground import is_ground
from dateline.claim.people.names_whole import MINOR, rejoined, whole_names, with_brackets
from dateline.claim.people.nouns import (
    OUTLET_WORDS,
    PEOPLE,
    Stands,
    heads_an_entry,
    is_outlet,
    outlet_openings,
    outlets,
    stands_for,
)
from dateline.claim.people.one_kind import of_one_kind
from dateline.claim.people.reference import AGED, refer
from dateline.claim.people.seen import Found
from dateline.claim.people.titled import title_before, title_of
from dateline.claim.tree import NAME_PARTS, WHO, Tree, Trees, base
from dateline.lexicon.places import place
from dateline.report.model import Report
from dateline.sentence.reading import Name, Reading
from dateline.terms import Anchor

_PRONOUNS: Final = (
    "he she it they him her them his its their hers theirs himself herself itself themselves we us our ours i me my "
    "who whom whose"
)
PRONOUNS: Final = frozenset(_PRONOUNS.split())
HEADS: Final = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "SYM", "X"})
LONGEST_PLACE: Final = 5  # words of a place name looked up
LINKS: Final = frozenset({"es", "de", "da", "do", "del", "du", "di", "au", "el", "al", "la", "le", "and", "of", "on"})
SMALL_TOWN: Final = 50_000  # people; below, a word the reader took for no name is no town: "Reading", "Mobile"
ROAD: Final = re.compile(r"[A-Z]-\d{1,4}")
SERIAL: Final = re.compile(r"[-–]\d{1,3}")  # "-2" of the second of its name
NUMBER: Final = 3  # digits of a number that is a part of a name; four are a year
ACRONYM: Final = re.compile(r"[A-Z][A-Z&-]{1,9}\Z")
FEW: Final = frozenset({"person", "organisation", "misc"})  # kinds for which the reader takes unknown places
NAME_KINDS: Final[dict[str, MentionKind]] = {
    "person": "person", "organisation": "organisation", "place": "place", "misc": "misc",
}  # fmt: skip


def mentions(report: Report, reading: Reading, trees: Trees | None = None) -> tuple[Mention, ...]:
    """Every mention of the report, by place, the longer first; `refers` is set where one antecedent fits best."""
    trees = trees or Trees(reading.sentences)
    found = find(report, reading, trees)
    spans = refer(found, trees)
    return tuple(replace(f.mention, refers=spans[k]) if k in spans else f.mention for k, f in enumerate(found))


def find(report: Report, reading: Reading, trees: Trees) -> list[Found]:
    """Every mention, nothing referred yet."""
    names = of_one_kind(rejoined(reading.names, report.text), trees)
    out: list[Found] = []
    at = 0
    for number, sentence in enumerate(trees.whole):
        while at < len(names) and names[at].end <= sentence.start:
            at += 1
        inside = []
        k = at
        while k < len(names) and names[k].start < sentence.end:
            if names[k].end <= sentence.end:
                inside.append(names[k])
            k += 1
        out.extend(Found(m, number, head) for m, head in _in_sentence(report, trees.of(sentence), inside))
    return sorted(out, key=lambda f: (f.mention.anchor.start, -f.mention.anchor.end))


def _in_sentence(report: Report, t: Tree, names: list[Name]) -> Iterator[tuple[Mention, int]]:
    spans = _name_spans(t, names, report.text)
    covered: dict[int, tuple[int, int]] = {}  # word -> the name it belongs to
    for first, last, _ in spans:
        covered.update(dict.fromkeys(range(first, last + 1), (first, last)))
    titles: set[int] = set()
    for first, last, kind in spans:
        head = _name_head(t, first, last)
        before = title_before(t, first) if kind == "person" else None
        titles.update(range(*before) if before and before[1] == first else ())
        yield _named(report, t, first, last, head, kind), head
    for i, token in enumerate(t.tokens):
        if i in covered or i in titles or token.upos not in HEADS:
            continue
        made = _pronoun(report, t, i) if token.upos == "PRON" else _nominal(report, t, i, covered)
        if made:
            yield made, i


def _name_spans(t: Tree, names: list[Name], text: str) -> list[tuple[int, int, MentionKind]]:
    """First and last word of each name with its kind: the reader's, corrected and filled in by the tables."""
    index = {token.start: i for i, token in enumerate(t.tokens)}
    ends = {token.end: i for i, token in enumerate(t.tokens)}
    out: list[tuple[int, int, MentionKind]] = []
    taken: set[int] = set()
    for name in names:
        first, last = index.get(name.start), ends.get(name.end)
        if first is None or last is None or last < first or first in taken:
            continue
        while last > first and t.tokens[last].text in {"'s", "’s", "'", "’", ".", ","}:
            last -= 1
        last = _whole_place(t, first, _numbered(t, last))
        first = _front_of_place(t, first, last, taken)
        words = text[t.tokens[first].start : t.tokens[last].end]
        if first == last and t.tokens[first].upos == "ADJ" and name.kind != "person":
            continue  # "Nigerien", "French": the noun they stand before is the mention
        kind = _kind_of_name(words, t, last, NAME_KINDS[name.kind])
        ground = kind in FEW and is_ground(t, first, last, _name_head(t, first, last), place(words) is not None)
        out.append((first, last, "place" if ground else kind))
        taken.update(range(first, last + 1))
    i = 0
    while i < len(t.tokens):
        free = i not in taken and t.tokens[i].text[:1].isupper()
        last = _place_at(t, i, taken) if free and t.tokens[i].upos == "PROPN" else None
        outlet = _outlet_at(t, i, taken) if free and last is None and t.low[i] in outlet_openings() else None
        end = last if last is not None else outlet
        if end is not None:
            out.append((i, end, "place" if last is not None else "publisher"))
            taken.update(range(i, end + 1))
        elif i not in taken and t.low[i] == WHO:
            out.append((i, i, "organisation"))  # which the reader takes for a pronoun
            taken.add(i)
        i = i + 1 if end is None else end + 1
    return sorted(with_brackets(t, _with_acronyms(t, whole_names(t, out), taken), taken))


def _whole_place(t: Tree, first: int, last: int) -> int:
    """The last word of the town whose first word was read as the whole name: "Port" of "Port Said"."""
    for end in range(last + 1, min(first + LONGEST_PLACE, len(t.tokens))):
        beside = t.tokens[end]
        if beside.start != t.tokens[end - 1].end + 1 or not beside.text[:1].isupper():
            break
        if (
            first == last
            and place(t.tokens[first].text) is None
            and place(" ".join(w.text for w in t.tokens[first : end + 1]))
        ):
            return end
    return last


def _front_of_place(t: Tree, first: int, last: int, taken: set[int]) -> int:
    """The first word of the town of whose name only the end was read: "Dar" of "Dar es Salaam"."""
    for k in range(first - 1, max(-1, first - LONGEST_PLACE), -1):
        apart = t.tokens[k].end + 1 != t.tokens[k + 1].start or k in taken
        if apart or (t.tokens[k].text not in LINKS and not t.tokens[k].text[:1].isupper()):
            break
        if t.tokens[k + 1].text in LINKS and place(" ".join(w.text for w in t.tokens[k : last + 1])):
            return k
    return first


def _numbered(t: Tree, last: int) -> int:
    """The last word of a name with the number behind it: "Air Base" of "Air Base 12", "A" of "the A-71" is not all, nor
    "Selene" of "the Selene-2 lander"."""
    rest = "".join(token.text for token in t.tokens[last + 1 : last + 3])
    if SERIAL.fullmatch(rest) and t.tokens[last + 2].end - t.tokens[last].end == len(rest) and t.low[last].isalpha():
        return last + 2
    if ROAD.fullmatch(t.tokens[last].text + rest) and t.tokens[last + 2].end - t.tokens[last].start == len(rest) + 1:
        return last + 2
    noun = stands_for(t.tokens[last].lemma)
    behind = t.tokens[last + 1] if last + 1 < len(t.tokens) else None
    if noun is None or noun.sort != "facility" or behind is None or behind.start != t.tokens[last].end + 1:
        return last
    return last + 1 if behind.text.isdigit() and len(behind.text) <= NUMBER and t.up(last + 1) == last else last


def _place_at(t: Tree, i: int, taken: set[int]) -> int | None:
    """The last word of the longest place name of the tables that starts at word `i`."""
    for last in range(min(i + LONGEST_PLACE, len(t.tokens)) - 1, i - 1, -1):
        if any(k in taken for k in range(i, last + 1)) or t.tokens[last].upos not in {"PROPN", "NOUN"}:
            continue
        words = " ".join(token.text for token in t.tokens[i : last + 1])
        known = place(words) if words[:1].isupper() else None
        if known and (known.kind != "city" or known.population >= SMALL_TOWN):
            beside = [k for k in (i - 1, last + 1) if 0 <= k < len(t.tokens)]
            if known.kind == "city" and any(t.tokens[k].deprel in {"flat", "compound"} and k > last for k in beside):
                continue  # "Santiago Peña": the town's name is a part of a longer name
            return last
    return None


def _outlet_at(t: Tree, i: int, taken: set[int]) -> int | None:
    """The last word of a known outlet's name that starts at word `i`; one common word needs "the": "the Post"."""
    for last in range(min(i + LONGEST_PLACE, len(t.tokens)) - 1, i - 1, -1):
        words = " ".join(token.text for token in t.tokens[i : last + 1])
        if words.lower() not in outlets() or any(k in taken for k in range(i, last + 1)):
            continue
        common = last == i and words.lower() in OUTLET_WORDS | {"time", "nation", "hill", "independent", "atlantic"}
        if not common or (i > 0 and t.tokens[i - 1].text in {"the", "The"} and words != words.upper()):
            return last if last > i or words.isupper() or common or t.tokens[i].upos == "PROPN" else None
    return None


def _kind_of_name(words: str, t: Tree, last: int, kind: MentionKind) -> MentionKind:
    """What the name stands for; the tables are asked before the reader is believed."""
    if is_outlet(words):
        return "publisher"
    known = place(words)
    if known and (kind != "person" or known.kind == "country"):
        return "place"
    noun = stands_for(t.tokens[last].lemma) or stands_for(words.lower().removeprefix("the "))
    if noun and noun.sort in {"body", "agreement", "facility"} and kind != "person":
        return noun.kind
    if kind != "person":
        tail = [stands_for(w) for w in words.lower().split()[:-1]]
        if any(n and n.sort == "facility" for n in tail) and words.rsplit(maxsplit=1)[-1].isdigit():
            return "facility"  # "Air Base 201"
    return kind


def _with_acronyms(
    t: Tree, spans: list[tuple[int, int, MentionKind]], taken: set[int]
) -> list[tuple[int, int, MentionKind]]:
    """Adds "(CNSP)" and the long name before it, where the reader saw only one of the two or neither."""
    out = list(spans)
    for i in range(1, len(t.tokens) - 1):
        if t.tokens[i - 1].text != "(" or t.tokens[i + 1].text != ")" or not ACRONYM.match(t.tokens[i].text):
            continue
        before = next((s for s in out if s[1] == i - 2), None)
        first = _long_name(t, i - 2, t.tokens[i].text)
        if before and (first is None or before[0] <= first):
            first = before[0]
        if first is None:
            continue
        kind: MentionKind = before[2] if before and before[2] != "misc" else "organisation"
        out = [s for s in out if not (first <= s[0] and s[1] <= i - 2) and s[0] != i]
        out += [(first, i - 2, kind), (i, i, kind)]
        taken.update((*range(first, i - 1), i))
    return out


def _long_name(t: Tree, last: int, acronym: str) -> int | None:
    """Where the capitalised name that ends at word `last` starts; the initials decide where they match."""
    first = None
    i = last
    while i >= 0 and last - i < 12:
        word = t.tokens[i].text
        if word[:1].isupper():
            first = i
        elif word.lower() not in MINOR:
            break
        i -= 1
    if first is None:
        return None
    letters = [c for c in acronym if c.isalpha()]
    for start in range(first, last + 1):
        initials = [w.text[0] for w in t.tokens[start : last + 1] if w.text[:1].isupper()]
        if initials == letters:
            return start
    while first < last and t.low[first] in MINOR:
        first += 1
    return first if last > first else None


def _name_head(t: Tree, first: int, last: int) -> int:
    """The word of the name that hangs outside it."""
    for i in range(first, last + 1):
        up = t.up(i)
        if up is None or not first <= up <= last:
            return i
    return last


def _named(report: Report, t: Tree, first: int, last: int, head: int, kind: MentionKind) -> Mention:
    start, end = t.tokens[first].start, t.tokens[last].end
    title = title_of(t, first, head) if kind == "person" else None
    return Mention(Anchor.cut(report.id, report.text, start, end), t.tokens[last].text, kind, True, None, title)


def _pronoun(report: Report, t: Tree, i: int) -> Mention | None:
    token = t.tokens[i]
    word = token.text.lower()
    if word not in PRONOUNS or (word == "it" and base(token.deprel) == "expl"):
        return None
    kind: MentionKind | None = "person" if word in {"he", "she", "him", "his", "i", "me", "my"} else None
    return Mention(Anchor.cut(report.id, report.text, token.start, token.end), word, kind, False)


def _nominal(report: Report, t: Tree, i: int, covered: dict[int, tuple[int, int]]) -> Mention | None:
    """A noun phrase that stands for people, a body, a paper, an agreement; a body with its owner's name is a name."""
    token = t.tokens[i]
    if base(token.deprel) in NAME_PARTS or token.deprel in {"nmod:desc", "nmod:unmarked"}:
        return None
    if token.lemma == "old" and i and (aged := _aged(report, t, i)) is not None:
        return aged
    if not heads_an_entry(token.lemma):
        return None
    low, high = t.noun_phrase(i)
    while high > i and t.tokens[high].upos == "ADJ":
        high -= 1  # "pulled a woman alive from the rubble"
    noun = _noun_of(t, low, i)
    if noun is None:
        return None
    start, end = t.chars(low, high)
    if not start <= token.start < token.end <= end:
        start, end = token.start, token.end
    kind: MentionKind = noun.kind
    if noun.sort in PEOPLE and token.text.lower() != token.lemma.lower():
        kind = "group"
    proper = any(k in covered or t.tokens[k].upos == "PROPN" for k in range(low, i))
    named = noun.sort == "body" and proper
    return Mention(Anchor.cut(report.id, report.text, start, end), token.lemma.lower(), kind, named)


def _aged(report: Report, t: Tree, i: int) -> Mention | None:
    """ "The 46-year-old": a person told of before."""
    low, high = t.noun_phrase(i)
    anchor = Anchor.cut(report.id, report.text, t.tokens[low].start, t.tokens[high].end)
    return Mention(anchor, "old", "person", False) if AGED.fullmatch(anchor.text) else None


def _noun_of(t: Tree, low: int, i: int) -> Stands | None:
    """What the noun stands for, asked with the words before it first: "prime minister", "joint statement"."""
    lemma = t.tokens[i].lemma.lower()
    for k in range(max(low, i - 2), i):
        words = " ".join([*(x.text.lower() for x in t.tokens[k:i]), lemma])
        if found := stands_for(words):
            return found
    if t.tokens[i].upos not in {"NOUN", "PROPN"}:
        return None
    return stands_for(lemma)
