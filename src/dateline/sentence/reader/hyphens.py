"""Names that a hyphen goes through: the encoder learned from text that cuts words there, and cuts such names too.

In:   the names of a window as runs of words, and its words with their parse.
Out:  the names, one where a hyphen only joined its parts.
Room: sentence. Between two names a hyphen sets one beside the other ("the US-China talks"), and both stay; within one
it is told by what stands there: see `_is_one`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dateline.sentence.reader.decode import Run
from dateline.sentence.reading import Token

ARTICLES: Final = frozenset({"al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az", "abu", "ibn", "bin", "abd"})
LINKS: Final = frozenset(
    {"au", "aux", "de", "du", "des", "en", "la", "le", "les", "on", "sur", "upon", "under", "of", "by"}
)
DONE: Final = frozenset({"led", "run", "era", "like", "born", "style", "elect", "held", "free", "wide", "only"})
LONGEST: Final = 5  # letters of the second half of a given name: "Ki-moon", "Kai-shek"


def rejoined(runs: Sequence[Run], words: Sequence[Token], person: int) -> list[Run]:
    """The names in order, with the parts of one name made one. `person`: the kind of run that names people."""
    out: list[Run] = []
    for run in runs:
        last = out[-1] if out else None
        if last is not None and run[1] <= last[2]:  # its first word was taken into the name before
            out[-1] = (last[0], last[1], max(last[2], run[2]))
            continue
        if last is not None and _is_one(last, run, words, person):
            out[-1] = _to_its_end((last[0], last[1], run[2]), words, person)
        else:
            out.append(_to_its_end(run, words, person))
    return out


def _is_one(left: Run, right: Run, words: Sequence[Token], person: int) -> bool:
    """Whether what stands on both sides of a hyphen is one name.

    "Jean-Bertrand Aristide" (a given name before more of a name), "Alexandria Ocasio-Cortez", "Saif al-Islam" (an
    article of Arabic), "Abd-Rabbu Mansour Hadi" (what follows a joined name at once).
    """
    _, first, last = left
    if right[1] == last + 1:
        return words[last].text == "-" or (left[0] == right[0] == person and _is_given(first, last, words))
    if not _hyphen(last + 1, words) or right[1] != last + 2:
        return False
    if words[last].text.lower() in ARTICLES:
        return True
    both = left[0] == right[0] == person
    longer = first < last or right[1] < right[2]  # two surnames alone are two people: "a Merkel-Macron plan"
    return both and (longer or words[right[1]].deprel == "flat")


def _is_given(first: int, last: int, words: Sequence[Token]) -> bool:
    """Whether the name is one given name with a hyphen: "Abd-Rabbu"."""
    return last == first + 2 and _hyphen(first + 1, words)


def _to_its_end(run: Run, words: Sequence[Token], person: int) -> Run:
    """The name with what a hyphen joins to it and no name was seen in: "Ban Ki-moon", "Port-au-Prince".

    "The Obama-era rule" and "Kim-led forces" hold the name alone.
    """
    kind, first, last = run
    while _hyphen(last + 1, words) and last + 2 < len(words):
        behind = words[last + 2]
        if behind.text.lower() in LINKS and _hyphen(last + 3, words) and last + 4 < len(words):
            last += 4 if words[last + 4].text[:1].isupper() else 0
            if last == run[2]:
                break
        elif (words[last].text in LINKS and behind.text[:1].isupper()) or (
            kind == person and _is_half(behind, first < last)
        ):
            last += 2
        else:
            break
        run = (kind, first, last)
    return (kind, first, last)


def _is_half(word: Token, named: bool) -> bool:
    """Whether the word is the second half of a given name. `named`: whether a surname or more stands before."""
    small = word.text.islower() and word.text.isalpha() and len(word.text) <= LONGEST and word.text not in DONE
    return (small and named) or (word.deprel == "flat" and word.upos == "PROPN")


def _hyphen(at: int, words: Sequence[Token]) -> bool:
    """Whether the word is a hyphen without a space on either side."""
    if not 0 < at < len(words) - 1 or words[at].text != "-":
        return False
    return words[at - 1].end == words[at].start and words[at].end == words[at + 1].start
