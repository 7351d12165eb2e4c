"""How a thing stands, told in two ways that exclude each other: a crossing is open; it remains closed.

In:   a record of few reports and its Scenes.
Out:  Contests of the kind state, found with all that is known.
Room: state. A board is made of what begins and ends; many a sentence only says how a thing is, and two of them may
      contradict each other though nothing is told to have begun. So sentences are held against each other: of one
      thing, for one time, by two who do not lean on each other. What has changed from one day to the next is none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from dateline.record.lines import origin_of
from dateline.record.model import Record
from dateline.state.disputes_contested import tokens
from dateline.state.disputes_contests import Contest
from dateline.state.disputes_lines import Telling
from dateline.state.disputes_matters import Word, inside, word_of
from dateline.state.disputes_places import held_by, in_post
from dateline.state.disputes_scene import Scene
from dateline.state.disputes_stances import Stance, one_subject, stances
from dateline.state.disputes_words import names_shared, shared_names

MOST: Final = 40  # stances on one question of which each is held against each other
LONG: Final = 60  # characters of a subject beyond which more of them tell nothing
SHOWN: Final = 2  # wordings of an answer
SOON: Final = 1  # days between two reports of which the later says that all is as it was
DENIED: Final = 3  # the same, where one of them says that the other is wrong


def standings(record: Record, told: Sequence[Scene]) -> list[Contest]:
    """The questions how a thing stands to which the sentences give two answers."""
    by_group: dict[str, list[Stance]] = defaultdict(list)
    for scene in told:
        for stance in (*stances(scene), *held_by(scene), *in_post(scene)):
            by_group[stance.group].append(stance)
    out: list[Contest] = []
    seen: set[tuple[str, str]] = set()  # keys of two sentences that are in dispute already
    for group in by_group:
        for cluster in _clusters(by_group[group][: MOST * 10], record, seen):
            out.append(_contest(cluster, record))
    return out


def _clusters(told: Sequence[Stance], record: Record, seen: set[tuple[str, str]]) -> Iterator[list[Stance]]:
    """The stances that exclude each other, those that share a rival together."""
    found: list[set[int]] = []
    for i, j in combinations(range(min(len(told), 2 * MOST)), 2):
        a, b = told[i], told[j]
        pair = (min(a.scene.key, b.scene.key), max(a.scene.key, b.scene.key))
        if pair in seen or not _rivals(a, b, record):
            continue
        seen.add(pair)
        joined = {i, j}.union(*(one for one in found if one & {i, j}))
        found = [one for one in found if not one & joined] + [joined]
    for one in found:
        yield [told[n] for n in sorted(one)]


def _rivals(a: Stance, b: Stance, record: Record) -> bool:
    """Whether two stances are answers to one question, of one time, that exclude each other."""
    if a.answer == b.answer or not one_subject(a, b):
        return False
    if a.scene.report == b.scene.report:
        return a.scene.speaker_apart(b.scene) and not (a.anew or b.anew)
    if origin_of(a.scene.report, record) == origin_of(b.scene.report, record):
        return False
    return _one_time(a, b)


def _one_time(a: Stance, b: Stance) -> bool:
    """Whether both speak of one time, and neither of a change."""
    if a.day is None or b.day is None:
        return False
    first, second = (a, b) if a.day <= b.day else (b, a)
    gap = (second.day - first.day).days if first.day and second.day else DENIED + 1
    if a.scene.contests or b.scene.contests:
        return gap <= DENIED and not (second.anew and not second.scene.contests)
    if gap == 0:
        return not ((a.anew and not b.still) or (b.anew and not a.still))
    return gap <= SOON and second.still and not second.anew


def _contest(cluster: Sequence[Stance], record: Record) -> Contest:
    answers: dict[str, list[Stance]] = {}
    for one in sorted(cluster, key=lambda s: (s.scene.published.sort_key(), s.scene.key, s.start)):
        answers.setdefault(one.answer, []).append(one)
    sides = tuple((_answer(told), tuple(_word(s, record) for s in told)) for _, told in sorted(answers.items()))
    title = max(cluster, key=lambda s: (s.own, min(len(s.subject), LONG), s.subject)).subject
    about = tuple(sorted({w.event or w.key for _, told in sides for w in told}))
    reports = {s.scene.report for s in cluster}
    asked = ", ".join((title, *_names(title, answers), cluster[0].group))
    return Contest("state", "How does it stand", about, sides, asked, len(reports) == 1)


def _names(title: str, answers: Mapping[str, Sequence[Stance]]) -> tuple[str, ...]:
    """The names that both sides tell, where the title holds none."""
    first, *others = [[s.scene.text for s in told] for _, told in sorted(answers.items())]
    every = [text for side in others for text in side]
    return () if shared_names(first, every) & set(tokens(title)) else names_shared(first, every)


def _answer(told: Sequence[Stance]) -> str:
    """The words of the first who give the answer."""
    return "; ".join(list(dict.fromkeys(s.words for s in told))[:SHOWN])


def _word(stance: Stance, record: Record) -> Word:
    """The stance as a word of a dispute: the claim that its words make, else its sentence."""
    scene = stance.scene
    here = inside(scene.claims, scene.start + stance.start, scene.start + stance.end)
    if not here:
        return scene.sentence.tells(record)
    claim = here[0]
    return word_of(scene.key, Telling.of(claim), record, claim.headline, claim, scene.events.get(claim.claim.id))
