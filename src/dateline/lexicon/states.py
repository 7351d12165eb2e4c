"""Whether a verb with its nouns begins, ends or otherwise moves something that stands.

In:   the lemma of an event and the head nouns around it.
Out:  whether a row of states.tsv speaks of it. The claim room asks, so that no closure or release is left out.
Room: lexicon.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import Final

from dateline.lexicon.idioms import idioms
from dateline.lexicon.tables import Row, table

OF_ANYBODY: Final = frozenset(
    {"let go", "let out", "set free", "bail out", "quit", "resign", "step down", "stand down", "swear in"}
    | {"succeed", "replace", "recall", "control"}
)  # said of people or places, whoever they are
OF_WHAT: Final = re.compile(r",| (?:of|for|on|in|at|to|from|between|against|with|over|by) ")  # parts a noun from that
ROAD: Final = re.compile(r"(?:[Tt]he )?(?:[AEMNBRI]-?\d{1,3}|(?:Highway|Route|Interstate|Autobahn) [A-Z]?\d{1,3})")
PHASE: Final = re.compile(
    r"(?:(?:the|its|their|his|her|a|an) )?(?:\w+ )?(?:start|launch|beginning|opening|introduction|entry into force|"
    r"imposition|implementation|adoption|coming into force|coming into effect|application|rollout|inauguration|"
    r"commencement|signing|ratification|enforcement|start-up|conclusion|enactment) of (?=\w)",
    re.I,
)  # "the start of the treaty" is of the treaty
PARTICLES: Final = frozenset(
    {"off", "out", "up", "down", "away", "over", "back", "in", "still", "idle", "again", "silent", "apart", "through"}
    | {"ahead", "home", "dead", "dark", "loose", "bust", "unconstitutional", "void"}
)  # words right behind a verb that make another verb of it
ALONE: Final = frozenset({"until", "till"})  # single words that rows ask for behind a verb
ARTICLES: Final = frozenset({"the", "a", "an", "its", "their", "his", "her"})
TAILS: Final = 3  # words behind a verb that may make one with it: "come into effect"
NEAR: Final = 48  # characters behind the verb within which a phrase of the table is taken for its own
DOING: Final = "activity"  # what somebody began or stopped to do is told with any verb, and only then a state
PASSIVES: Final = frozenset({"be stationed", "be destroyed", "be completed"})  # rows for verbs, not for what stands


def moves_a_state(lemma: str, nouns: Iterable[str], turns: bool = False) -> bool:
    """Whether some row of the table has the verb and one of the nouns, or needs no noun.

    With `turns` only rows count that begin, end or otherwise change what stands, not those that say that it stands.

    >>> moves_a_state("restore", ["power"]), moves_a_state("restore", ["faith"]), moves_a_state("call off", ["search"])
    (True, False, True)
    """
    low = lemma.casefold()
    wanted = _nouns(low, turns)
    if wanted is None:
        first, _, rest = low.partition(" ")  # "launch investigation" is "launch" with its noun
        return bool(rest) and rest in (_nouns(first, turns) or ())
    return "-" in wanted or any(n.casefold() in wanted for n in nouns)


def has_rows(lemma: str, turns: bool = False) -> bool:
    """Whether some row of the table has the verb, or the first word of a verb with its noun: most verbs move nothing.

    >>> has_rows("restore"), has_rows("launch investigation"), has_rows("smile")
    (True, True, False)
    """
    low = lemma.casefold()
    return any(_has_row(word, turns) for word in (low, low.partition(" ")[0]))


def opens_a_row(lemma: str) -> bool:
    """Whether the verb, or its first word, begins a verb of the tables or a set phrase: most verbs move nothing.

    >>> opens_a_row("come"), opens_a_row("launch investigation"), opens_a_row("smile")
    (True, True, False)
    """
    return lemma.casefold().partition(" ")[0] in _openings()


@cache
def _openings() -> frozenset[str]:
    return opening_verbs() | frozenset(idioms())


@cache
def opening_verbs() -> frozenset[str]:
    """The verbs of the tables, of those of several words the first.

    >>> "unfreeze" in opening_verbs(), "break" in opening_verbs(), "break off" in opening_verbs()
    (True, True, False)
    """
    return frozenset(verb.partition(" ")[0] for verb in _by_verb())


@cache
def _has_row(verb: str, turns: bool) -> bool:
    return any(row["slot"] != DOING or row["at"] == "clause" for row in _rows(verb, turns))


def moves_in_words(lemma: str, behind_it: str, turns: bool = False) -> bool:
    """Whether the words right behind the verb are those of a row that asks for words: "back to work" behind "go".

    >>> moves_in_words("go", " back to work on May 20"), moves_in_words("go", " home on May 20")
    (True, False)
    """
    low, near = lemma.casefold(), behind_it[:NEAR].casefold()
    said = _phrases(low, turns) or _phrases(low.partition(" ")[0], turns)
    phrases = (phrase for first, opened in said if first in near for phrase in opened)
    return any(opens in near and _as_words(phrase).search(near) for opens, phrase in phrases)


def longer(lemma: str, behind_it: str) -> tuple[str, ...]:
    """The verbs of the table that the lemma makes with the words right behind it, the longest first; what burns "out of
    control" has not burned out.

    >>> longer("come", " into effect tomorrow"), longer("take", " the oath on Monday"), longer("come", " of age")
    (('come into effect',), ('take oath',), ())
    """
    tails = _tails().get(lemma.casefold(), frozenset())
    near = behind_it.casefold().split()[: TAILS + 1] if tails else []
    words = [w.strip(".,;:") for w in (near[1:] if near and near[0] in ARTICLES else near[:TAILS])]
    if words[:3] == ["out", "of", "control"]:
        return ()
    said = (" ".join(words[:n]) for n in range(len(words), 0, -1))
    return tuple(f"{lemma} {words}" for words in said if words in tails)


@cache
def _tails() -> dict[str, frozenset[str]]:
    """First word of the verbs of more than one word to what may follow it."""
    found: dict[str, set[str]] = {}
    for verb in (v for row in state_rows() for v in words_of(row["verb"]) if " " in v and not v.startswith("be ")):
        first, _, rest = verb.partition(" ")
        found.setdefault(first, set()).add(rest)
    return {first: frozenset(rest) for first, rest in sorted(found.items())}


@cache
def state_rows() -> tuple[Row, ...]:
    """The rows of what moves a state: set phrases, then those of safety, health and transport, before the others; last
    of all those by which any such thing is moved by any such verb."""
    return (*table("states_phrases"), *table("states_safety"), *table("states"), *_crossed())


def _crossed() -> Iterator[Row]:
    """A row for each thing of states_things.tsv with each verb of states_turns.tsv that is said of it."""
    turns = table("states_turns")
    for thing in table("states_things"):
        groups = thing["turns"].split("|")
        for turn in (t for t in turns if t["group"] in groups):
            yield {**{k: thing[k] for k in ("noun", "slot", "subject", "object")}, "plover": "",
                   **{k: turn[k] for k in ("verb", "at", "effect", "value")}, "example": thing["example"]}  # fmt: skip


@cache
def _by_verb() -> dict[str, tuple[int, ...]]:
    found: dict[str, list[int]] = {}
    for n, row in enumerate(state_rows()):
        for verb in words_of(row["verb"]):
            found.setdefault(verb, []).append(n)
    return {verb: tuple(numbers) for verb, numbers in found.items()}


def numbers_of(verb: str) -> tuple[int, ...]:
    """Which of `state_rows` have the verb, in their order.

    >>> [state_rows()[n]["slot"] for n in numbers_of("besiege")]
    ['siege']
    """
    return _by_verb().get(verb, ())


def _rows(verb: str, turns: bool) -> list[Row]:
    """The rows of the verb; with `turns` those that tell of a change."""
    rows = [state_rows()[n] for n in numbers_of(verb)]
    return [row for row in rows if not (turns and row["effect"] == "hold")]


@cache
def _phrases(verb: str, turns: bool) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """What rows of the verb ask for, phrases of two words or more and "until", by their first word: how each opens, and
    the whole."""
    said = {
        words
        for row in _rows(verb, turns)
        if row["at"] == "clause"
        for words in words_of(row["noun"])
        if " " in words or words in ALONE
    }
    opened = groupby(sorted(said), lambda words: words.partition(" ")[0])
    return tuple((first, tuple((words.partition(" … ")[0], words) for words in whole)) for first, whole in opened)


@cache
def _as_words(phrase: str) -> re.Pattern[str]:
    """The phrase as whole words; " … " stands for a few words between."""
    return re.compile(r"\b" + re.escape(phrase).replace(re.escape(" … "), r"\b.{1,40}?\b") + r"\b")


@cache
def moved_by(lemma: str) -> frozenset[str]:
    """The nouns of what the verb can begin, end or otherwise change; none where a row of the verb asks for no noun.

    >>> "embargo" in moved_by("lift"), moved_by("investigate")
    (True, frozenset())
    """
    nouns = _nouns(lemma.casefold(), turns=True) or frozenset()
    return nouns if "-" not in nouns else frozenset()


@cache
def standing_phrases() -> frozenset[str]:
    """The phrases with "be" of the table: "be over", "be in force".

    >>> "be over" in standing_phrases(), "be blue" in standing_phrases()
    (True, False)
    """
    return frozenset(verb for verb in _by_verb() if verb.startswith("be ") and verb not in PASSIVES)


def _ends(words: str) -> str:
    """Of words that stand apart the preposition and the noun: "as … prime minister" is asked for as "as minister".

    >>> _ends("from … ban"), _ends("closure of … road"), _ends("travel ban")
    ('from ban', 'closure', 'travel ban')
    """
    if " … " not in words:
        return words
    first, second, *_ = words.split(maxsplit=2)
    return first if second == "of" else f"{first} {words.rsplit(maxsplit=1)[-1]}"


def own_words(text: str) -> str:
    """The words of a noun phrase up to what it is of, for or against; what only is a phase of another noun goes.

    >>> own_words("its financial support for Osland"), own_words("the start of the tax treaty with Osland")
    ('its financial support', 'the tax treaty')
    """
    whole = PHASE.sub("", text, count=1) if " of " in text.lower() else text
    return OF_WHAT.split(whole, maxsplit=1)[0]


@cache
def families() -> dict[str, tuple[str, ...]]:
    """Name of a family to its words."""
    return {row["family"]: tuple(row["words"].split("|")) for row in table("states_families")}


@cache
def words_of(cell: str) -> tuple[str, ...]:
    """The words of a cell, families unfolded, also within a phrase ("end of … @truce").

    >>> words_of("lay|@siege")
    ('lay', 'siege', 'blockade', 'encirclement')
    """
    out: list[str] = []
    for word in filter(None, (w.strip() for w in cell.split("|"))):
        before, mark, rest = word.partition("@")
        name, gap, after = rest.partition(" … ")
        ends = words_of(after) if "@" in after else (after,)
        out.extend([before + w + gap + end for w in families().get(name, ()) for end in ends] if mark else [word])
    return tuple(dict.fromkeys(out))


@cache
def _nouns(verb: str, turns: bool) -> frozenset[str] | None:
    """The nouns that rows of the verb ask for; "-" where a row asks for none; None where there is no row.

    Phrases are left out; so are kinds of mention, but for "is in custody", said of any person, and "left" a place.
    """
    rows = [row for row in _rows(verb, turns) if row["slot"] != DOING]
    kinds = verb.startswith("be ") or verb in OF_ANYBODY
    nouns = (noun for row in rows for noun in _asked(row["noun"] or "-") if kinds or noun[0] != "#")
    return frozenset(nouns) if rows else None


@cache
def _asked(cell: str) -> frozenset[str]:
    return frozenset(_ends(noun) for noun in words_of(cell))
