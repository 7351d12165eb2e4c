"""Texts that were never meant to be read kindly: nothing raises, every anchor is exact, and the work stays bounded.

In:   small stories, each with one thing wrong on purpose. No test is timed; bounds are counts of what is kept or done.
Room: the whole way from a text to the lists.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dateline import pipeline
from dateline.claim.model import ReadReport
from dateline.claim.people import reference, seen
from dateline.claim.read import analyse, read_report
from dateline.claim.voice.attribution import Attributions
from dateline.claim.voice.quotes import LONGEST, quotations
from dateline.record.dating import date_reports
from dateline.record.tellings import Pile
from dateline.report.load import from_text
from dateline.sentence import parse
from dateline.sentence.reader.session import weights
from dateline.sentence.reader.windows import MAX_PIECES, lines_of, pack
from dateline.sentence.reader.words import MAX_WORD, words
from dateline.view.annotate import annotated
from dateline.view.ask import Asked, Worked, changes_of, entities, faults, gaps_of, status, timeline

STORY = "The ministry said on Tuesday that about 400 soldiers would leave the camp near Lodwar by June 30. "
KINDS = {
    "one sentence of a thousand words": "The envoy said that "
    + "the guards left the town and the crew took the bridge " * 100,
    "quotation marks and nothing else": '"' * 1_000,
    "a quotation that is never closed": "“ left the harbour " * 200,
    "the same noun six hundred times": "the harbour " * 600,
    "an article in capitals": (STORY * 12).upper(),
    "a transcript": "\n".join(f"SPEAKER {n % 3}: We will leave on Monday, and he knows number {n}." for n in range(80)),
    "bullets and a table": "\n".join(
        f"• Row {n} | {n} | killed | 20{n % 100:02d} |\t- 3 guards left" for n in range(60)
    ),
    "marks that turn the writing round": "\u202e".join(STORY.split(" ")) + "\x07\x00\x1b[31m",
    "letters with no width between them": "\u200b".join(STORY * 3),
    "a text cut in the middle of a word": (STORY * 12)[:-40],
    "six hundred dates": " ".join(f"{1 + n % 28} March {1900 + n % 150}" for n in range(600)),
    "impossible dates": "The crew left on 31 February 2023, 99/99/9999, year 0000 and in the month of 13/13/13.",
    "six hundred numbers": " ".join(f"{n},000 guards" for n in range(600)),
    "numbers beyond all measure": "It cost $" + "9" * 400 + " million and 1e999 dollars, or " + "1," * 300 + "0 euros.",
    "four hundred names": ", ".join(
        f"Ada {chr(65 + n % 26)}{'aeiou'[n % 5]}rd{'aeiou'[n // 5 % 5]}n" for n in range(400)
    ),
    "nested brackets": "(" * 400 + "the harbour" + ")" * 400,
    "a hundred thousand letters": "a" * 100_000,
    "combining marks without end": "The a" + "\u0301" * 20_000 + " harbour closed.",
    "pictures": "🔥👨\u200d👩\u200d👧 The crew left 🎉 " * 60,
    "halves of characters": "The crew \ud800 left \udfff the harbour. " * 60,
    "he said that she said that": "The mayor said that the judge said that " * 80 + "the crew left.",
    "tags of a page": "<b>" * 150 + "the crew left" + "</b>" * 150,
    "nothing but space in the middle": "The crew" + " " * 50_000 + "left.",
    "a name of a thousand capitals": "Said the analyst Ana Lind of " + "AB" * 500 + ", he decided to give up.",
    "blank space inside a name": "The port with"
    + " " * 5_000
    + "of Aber was closed by the Council of , ; , "
    + "of " * 900
    + ".",
    "a sentence that ends in 'had'": "The crew should leave, as they had",
    "unicode line ends": "The crew left.\u2028The crew left.\x85The crew left.\x0bThe crew left.\r\n\r" * 20,
}


def read(text: str) -> ReadReport:
    """The text's report, read all the way."""
    return pipeline.read_one(from_text(text, id="x", published="2024-03-22"))


def spans(thing: Any) -> list[dict[str, Any]]:
    """Everything in a line that says where it stands and what it reads."""
    if isinstance(thing, dict):
        own = [thing] if {"start", "end", "text"} <= thing.keys() else []
        return own + [found for value in thing.values() for found in spans(value)]
    return [found for value in thing for found in spans(value)] if isinstance(thing, list) else []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_raises_and_every_anchor_is_exact(kind: str) -> None:
    report = from_text(KINDS[kind], id="x", published="2024-03-22")
    reading = parse.read(report.text, [(n.start, n.end) for n in report.noise])
    found = annotated(analyse(report, reading))
    for span in spans({k: found[k] for k in ("times", "mentions", "events", "figures")}):
        assert report.text[span["start"] : span["end"]] == span["text"]
    asked = Asked(Worked(pipeline.linked({"x": read_report(report, reading)})), {})
    assert faults(asked) == []
    assert status(asked, {})["reports"] == 1
    assert timeline(asked) is not None and gaps_of(asked) is not None and entities(asked) is not None
    assert changes_of(asked, date(2024, 1, 1)) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_the_encoder_sees_windows_of_bounded_length_and_no_word_twice(kind: str) -> None:
    text = from_text(KINDS[kind], id="x").text.replace("\ud800", "?").replace("\udfff", "?")
    windows = list(pack(lines_of(weights().tokenizer, text)))
    read_words = [span for window in windows for line in window.lines for span in line.spans]
    assert all(len(window.ids) <= MAX_PIECES for window in windows)
    assert read_words == sorted(set(read_words))
    assert all(end - start <= MAX_WORD for start, end in read_words)


def test_every_letter_stands_in_one_word() -> None:
    line = "The crew's “boat” (no. 7) cost $5m... didn't it?! 🔥 a\u0301\u200b www.example.org/a,b. " + "x" * 900
    covered = Counter(i for start, end in words(line) for i in range(start, end))
    assert all(covered[i] == (0 if c.isspace() else 1) for i, c in enumerate(line))


def test_an_open_quotation_mark_does_not_swallow_the_page() -> None:
    found = quotations("“" + "the tide came in. " * 2_000)
    assert all(q.end - q.start <= LONGEST + 2 for q in found)


def test_a_pronoun_or_noun_looks_at_a_bounded_number_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = Counter[str]()
    modifiers = reference._modifiers

    def counted(*given: Any) -> frozenset[str]:
        looks["all"] += 1
        return modifiers(*given)

    monkeypatch.setattr(reference, "_modifiers", counted)
    found = read("The army held the old camp. The army left the new camp. " * 40)
    assert looks["all"] <= len(found.mentions) * (seen.LOOKED + 2) * 2
    index = seen._Index()
    for k in range(10 * seen.LOOKED):
        index.note("camp", (k,), k)
    assert list(index.newest("camp")) == list(range(10 * seen.LOOKED - 1, 9 * seen.LOOKED - 1, -1))


def test_where_voices_reach_is_worked_out_once_for_a_report() -> None:
    report = from_text(STORY * 3, id="x", published="2024-03-22")
    held = pipeline.analyse_one(report).attributions
    assert isinstance(held, Attributions)
    assert held.buckets is held.buckets


def test_a_pile_of_near_identical_reports_compares_each_pair_of_sentences_once(monkeypatch: pytest.MonkeyPatch) -> None:
    hefts = Counter[frozenset[str]]()
    heft = Pile._heft

    def counted(self: Pile, told: frozenset[str]) -> float:
        hefts[told] += 1
        return heft(self, told)

    monkeypatch.setattr(Pile, "_heft", counted)
    tale = "Kenya withdrew its soldiers from the camp near Lodwar on 3 May 2023. Two people were killed on {}."
    days = ("Monday", "Tuesday", "Friday")
    once = [read(tale.format(day)) for day in days]
    reads = {}
    for n in range(60):
        given = {"published": f"2023-05-{10 + n % 15}"} if n % 3 else {}
        report = from_text(tale.format(days[n % 3]), id=f"r{n:02}", **given)
        reads[report.id] = replace(once[n % 3], report=report)
    dates = date_reports(reads)
    different = 2 * len(days)
    assert len(dates) == 60
    assert sum(hefts.values()) <= 2 * different * different


def test_the_same_pile_gives_the_same_mentions_in_the_same_order() -> None:
    text = "“We are leaving,” Ada Orden said. “We said we would.” She left. " * 3
    assert read(text) == read(text)


@pytest.mark.parametrize("text", ["Rebels attacked Fort Kor", "Guards arrested Ana Ruiz", "The army took Verrin"])
def test_a_name_may_be_the_very_last_word(text: str) -> None:
    report = from_text(text, id="r1")
    assert len(read_report(report, parse.read(report.text, [])).claims) == 1
