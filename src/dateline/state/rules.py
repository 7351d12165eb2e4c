"""The rows of the tables of states, ready to be matched against a claim.

In:   lexicon/states.tsv, states_phrases.tsv, states_safety.tsv, states_slots.tsv, states_families.tsv, and rows of a
      user's own file of the same columns.
Out:  Rules: what a verb with its noun does to which kind of state.
Room: state.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Final, NamedTuple, cast, get_args

from dateline.lexicon.states import numbers_of, state_rows, words_of
from dateline.lexicon.tables import table
from dateline.state.model import Effect
from dateline.terms import DatelineError

EFFECTS: Final = get_args(Effect)
PLACES: Final = ("-", "target", "actor", "any", "clause")
ANY: Final = "*"  # for a verb: any of the type that the row names
BETWEEN: Final = " … "  # "withdrawal … complete": up to sixty characters between
GAP: Final = re.escape(BETWEEN)
_WORD: Final = re.compile(r"\w+")
_APART: Final = re.compile(r"(?<![\w-])\w+(?![\w-])")  # a word that is no part of a compound
LEADING: Final = frozenset({"under", "with", "into", "of"})  # prepositions that lead to the noun of a row
LONGEST: Final = 400  # characters of a mention that are looked at


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the verb, the noun it needs and where, and what that does to which state."""

    verbs: frozenset[str]
    nouns: tuple[str, ...]  # with `kinds` empty: none is needed
    kinds: frozenset[str]  # kinds of mention that will do without the noun: "person", "place"
    at: str  # where the noun must stand: "-" "target" "actor" "any" "clause"
    slot: str
    effect: Effect
    value: str
    subject: tuple[str, ...]  # roles, the first that is there
    object: tuple[str, ...]
    plover: str  # with the verb "*": any verb of this type
    example: str
    by_word: Mapping[str, tuple[str, ...]] = field(init=False, repr=False, compare=False)  # as `_by_word` of the nouns
    words: frozenset[str] = field(init=False, repr=False, compare=False)  # those words
    phrased: frozenset[str] = field(init=False, repr=False, compare=False)  # those of nouns of several words

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_word", _by_word(self.nouns))
        object.__setattr__(self, "words", frozenset(self.by_word))
        phrased = (w for w, nouns in self.by_word.items() if not all(map(_WORD.fullmatch, nouns)))
        object.__setattr__(self, "phrased", frozenset(phrased))

    def noun_in(self, text: str, whole: bool = True) -> str | None:
        """The noun of the row that the words hold, the longest first; None where they hold none.

        With `whole` the noun must end the words ("the fishing accord" holds "accord", "the accord's text" does not).

        >>> rule = next(r for r in rules().of("revoke", None) if "accord" in r.nouns)
        >>> rule.noun_in("the fishing accords"), rule.noun_in("the accord's text"), rule.noun_in("accord's text", False)
        ('accord', None, 'accord')
        """
        said = _said(text)
        if self.words.isdisjoint(said.words):
            return None
        held = self.words & said.words
        if held.isdisjoint(self.phrased):
            found: list[str] = [w for w in said.apart if w in held]
            last = said.last if said.last in held else None
        else:
            nouns = tuple(sorted({noun for word in held for noun in self.by_word[word]}))
            found = _pattern(nouns).findall(text[:LONGEST].casefold())
            at_end = _pattern(nouns, at_end=True).search(text[:LONGEST].casefold()) if found and whole else None
            last = at_end.group(1) if at_end is not None else None
        word = last if whole else max(found, key=lambda w: (len(w), w), default=None)
        return self._noun_of(word) if word is not None else None

    def may_hold(self, words: frozenset[str]) -> bool:
        """Whether a text of these words may hold one of the nouns; see `words_in`."""
        return not self.words.isdisjoint(words)

    def _noun_of(self, words: str) -> str:
        """The noun among words that stand apart ("end … cooperation … with immediate effect")."""
        one = next((w for w in singulars(words) if w in self.nouns), None)
        if one is not None:
            return _behind_preposition(one)
        for noun in (n for n in self.nouns if " … " in n):
            if re.fullmatch(_plural(noun), words):
                pieces = noun.split(" … ")
                return next((p for piece in reversed(pieces) for p in singulars(piece) if p in all_nouns()), pieces[0])
        return words


@dataclass(frozen=True, slots=True)
class Slot:
    """A kind of state: how one is told from another, and how it is put in words."""

    name: str
    key: str  # pair directed thing person office forces vessel label deal missing
    title: str
    standing: str
    over: str
    resting: str
    before: str
    laid: str  # ordered agreed, or empty: whether somebody lays it down
    termed: bool  # whether "for three days" says how long it is to stand


def _behind_preposition(words: str) -> str:
    """The noun of a family that stands behind a preposition: "martial law" of "under martial law"; else all the words.

    >>> _behind_preposition("under martial law"), _behind_preposition("with murder")
    ('martial law', 'with murder')
    """
    first, _, rest = words.partition(" ")
    held = (w for w in singulars(rest) if w in all_nouns()) if first in LEADING else iter(())
    return next(held, words)


@cache
def _by_word(nouns: tuple[str, ...]) -> Mapping[str, tuple[str, ...]]:
    """The nouns by a word without which a text holds none of them: the first of a noun, or of its last piece; "" where
    it begins with none.

    >>> _by_word(("duty", "end … ties with", "state of war"))
    {'duty': ('duty',), 'duties': ('duty',), 'ties': ('end … ties with',), 'state': ('state of war',)}
    """
    out: dict[str, list[str]] = {}
    for noun in nouns:
        piece = noun.rpartition(BETWEEN)[2]
        for form in _first_forms(noun, piece):
            out.setdefault(form, []).append(noun)
    return {word: tuple(held) for word, held in out.items()}


def _first_forms(noun: str, piece: str) -> tuple[str, ...]:
    """How the first word of the noun's last piece may stand in a text: as itself, or, where it is the last word too, as
    `_plural` has it."""
    word = _WORD.match(piece)
    if word is None or word.group() != piece:
        return (word.group() if word is not None else "",)
    plural = f"{piece[:-1]}ies" if _turns_y(noun) else f"{piece}es" if _takes_es(noun) else f"{piece}s"
    return piece, plural


class _Said(NamedTuple):
    """The words of a text in which a noun of a row is looked for."""

    words: frozenset[str]  # and "", for nouns that begin with no word
    apart: tuple[str, ...]  # those that are no part of a compound: "strikes", and of "air-strikes" none
    last: str  # of those the one that ends the text; "" where none does


@lru_cache(maxsize=4096)
def _said(text: str) -> _Said:
    low = text[:LONGEST].casefold()
    words, apart = _WORD.findall(low), [*_APART.finditer(low)]
    ends = apart and _WORD.search(low, apart[-1].end()) is None
    return _Said(frozenset(words) | {""}, tuple(m.group() for m in apart), apart[-1].group() if ends else "")


def words_in(text: str) -> frozenset[str]:
    """The words of a text in which a noun of a row is looked for; and "", for nouns that begin with no word.

    >>> sorted(words_in("The cease-fires"))
    ['', 'cease', 'fires', 'the']
    """
    return _said(text).words


@lru_cache(maxsize=4096)
def _pattern(nouns: tuple[str, ...], at_end: bool = False) -> re.Pattern[str]:
    """The nouns, singular or plural; one alternation of literals, so the time is linear in the text."""
    words = "|".join(_plural(n) for n in sorted(nouns, key=lambda n: (-len(n), n)))
    return re.compile(rf"(?<![\w-])({words})(?![\w-])" + (r"\W*$" if at_end else ""))


def singulars(words: str) -> tuple[str, ...]:
    """The words, and what they may be the plural of.

    >>> singulars("embassies")
    ('embassies', 'embassie', 'embassi', 'embassy')
    """
    stem = (words.removesuffix("ies") + "y",) if words.endswith("ies") else ()
    return words, words.removesuffix("s"), words.removesuffix("es"), *stem


def forms(noun: str) -> tuple[str, ...]:
    """The noun and its plural, as it may be formed.

    >>> forms("duty")
    ('duty', 'dutys', 'dutyes', 'duties')
    """
    return noun, f"{noun}s", f"{noun}es", f"{noun[:-1]}ies"


def _plural(noun: str) -> str:
    """The noun, singular or plural, as a pattern: "aid" is no "aides"."""
    word = re.escape(noun).replace(GAP, r".{1,60}?\b")
    if _turns_y(noun):
        return f"{word[:-1]}(?:y|ies)"
    return word + ("(?:es)?" if _takes_es(noun) else "s?")


def _turns_y(noun: str) -> bool:
    return noun.endswith("y") and noun[-2:-1] not in "aeiou"


def _takes_es(noun: str) -> bool:
    return noun.endswith(("s", "x", "z", "ch", "sh", "o"))


@cache
def all_nouns() -> frozenset[str]:
    """Every word of every family of nouns."""
    return frozenset(w for row in table("states_families") if row["kind"] == "noun" for w in row["words"].split("|"))


@cache
def slots() -> dict[str, Slot]:
    """Name of a kind of state to what is known of it."""
    return {
        r["slot"]: Slot(
            r["slot"],
            r["key"],
            r["title"],
            r["standing"],
            r["over"],
            r["resting"],
            r["before"],
            r["laid"],
            r["termed"] == "yes",
        )
        for r in table("states_slots")
    }


@cache
def laid_down(how: str = "") -> frozenset[str]:
    """The kinds of state that somebody lays down: those that one can take back ("ordered"), or all of them.

    >>> sorted(laid_down("ordered") & {"curfew", "ceasefire", "strike"}), "ceasefire" in laid_down()
    (['curfew'], True)
    """
    return frozenset(name for name, slot in slots().items() if slot.laid and how in ("", slot.laid))


@cache
def termed() -> frozenset[str]:
    """The kinds of state for which "for three days" says how long they are to stand.

    >>> "curfew" in termed(), "investigation" in termed()
    (True, False)
    """
    return frozenset(name for name, slot in slots().items() if slot.termed)


def slots_key(slot: str) -> str:
    """How states of the kind are told apart."""
    return slots()[slot].key if slot in slots() else "directed"


def rule_of(row: Mapping[str, str], where: str = "the table of states") -> Rule:
    """The rule a row stands for; DatelineError that names the row where it cannot be read."""
    effect, at, slot = row.get("effect", ""), row.get("at") or "-", row.get("slot", "")
    shown = row.get("example") or row.get("verb") or "?"
    if effect not in EFFECTS:
        raise DatelineError(f"{where}: {shown!r} has the effect {effect!r}. Give one of: {', '.join(EFFECTS)}.")
    if at not in PLACES:
        raise DatelineError(f"{where}: {shown!r} looks for its noun at {at!r}. Give one of: {', '.join(PLACES)}.")
    if not slot or not row.get("verb"):
        raise DatelineError(f"{where}: {shown!r} has no {'slot' if not slot else 'verb'}. Fill the cell.")
    wanted = () if row.get("noun", "-") in ("-", "") else words_of(row["noun"])
    return Rule(
        frozenset(words_of(row["verb"])),
        tuple(w for w in wanted if w[0] != "#"),
        frozenset(w[1:] for w in wanted if w[0] == "#"),
        at if wanted else "-",
        slot,
        cast(Effect, effect),
        row.get("value", "").strip("-"),
        tuple(filter(None, row.get("subject", "actor").split("|"))),
        tuple(filter(None, row.get("object", "target").split("|"))),
        row.get("plover", "").upper(),
        row.get("example", ""),
    )


@cache
def _own(verb: str) -> tuple[Rule, ...]:
    return tuple(map(_rule, numbers_of(verb)))


@cache
def _rule(number: int) -> Rule:
    return rule_of(state_rows()[number])


@dataclass(frozen=True, slots=True)
class Rules:
    """The rows: those of a user's file, and behind them those of our tables, each made when it is first asked for."""

    first: tuple[Rule, ...] = ()

    def of(self, lemma: str, plover: str | None) -> tuple[Rule, ...]:
        """The rows that may speak of the verb, in the order of the table, a user's rows first; then those of its type.

        >>> [r.slot for r in rules().of("besiege", None)]
        ['siege']
        """
        verbs = (r for r in self.first if lemma in r.verbs)
        types = (r for r in (*self.first, *_own(ANY)) if ANY in r.verbs and plover and r.plover == plover)
        return (*verbs, *_own(lemma), *types)


def rules(extra: Iterable[Mapping[str, str]] = ()) -> Rules:
    """The rows of the table, a user's rows before them."""
    return Rules(tuple(rule_of(row, "your table of states") for row in extra))
