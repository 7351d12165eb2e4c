"""One reading of a text: exact offsets, the same every time, and nothing read that must not be."""

import itertools
import json
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.sentence import parse
from dateline.sentence.reader import session
from dateline.sentence.reading import Reading
from dateline.terms.errors import DatelineError

STORY = """MARALA, Jan. 4 — Soldiers seized the radio station in Marala on Thursday, Gen. Adama Koro said.

"We didn't shoot," he told reporters. The ministry denied that three officers had been arrested.
About 200 troops withdrew from Port Belo last week, according to the Defense Ministry."""


def words_of(reading: Reading) -> list[tuple[str, str, str]]:
    return [(t.text, t.lemma, t.upos) for s in reading.sentences for t in s.tokens]


def relation(reading: Reading, word: str) -> tuple[str, str]:
    """The relation of a word's first occurrence, and the word it hangs on."""
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.text == word:
                return token.deprel, sentence.tokens[token.head].text
    raise AssertionError(word)


def test_the_parse_says_who_did_what_to_whom() -> None:
    reading = parse.read(STORY)
    assert relation(reading, "Soldiers") == ("nsubj", "seized")
    assert relation(reading, "station") == ("obj", "seized")
    assert relation(reading, "officers") == ("nsubj:pass", "arrested")
    assert relation(reading, "troops") == ("nsubj", "withdrew")


def test_verbs_get_their_dictionary_form() -> None:
    reading = parse.read("Rebels struck the convoy and withdrew. The junta seized power. It fell, they said.")
    lemmas = {text: lemma for text, lemma, upos in words_of(reading) if upos == "VERB"}
    assert lemmas == {
        "struck": "strike", "withdrew": "withdraw", "seized": "seize", "fell": "fall", "said": "say",
    }  # fmt: skip


def test_names_events_and_times_are_found() -> None:
    reading = parse.read(STORY)
    assert ("Port Belo", "place") in {(n.text, n.kind) for n in reading.names}
    assert any(n.kind == "person" and n.text.endswith("Adama Koro") for n in reading.names)
    assert {"seized", "withdrew"} <= {STORY[e.start : e.end] for e in reading.events}
    assert "last week" in {STORY[t.start : t.end] for t in reading.times}
    assert all(abs(e.happened + e.uncertain + e.did_not - 1) < 0.001 for e in reading.events)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army fired on protesters, witnesses told Reuters.", "witnesses|told|The army fired"),
        ("The ministry denied that soldiers had been killed.", "The ministry|denied|that soldiers had been killed"),
        ("About 200 troops left, according to the Defense Ministry.", "the Defense Ministry|according to|About 200"),
    ],
)
def test_a_speech_has_its_source_its_cue_and_its_content(text: str, expected: str) -> None:
    (speech,) = parse.read(text).speech
    found = [text[spans[0][0] : spans[0][1]] for spans in (speech.source, speech.cue, speech.content)]
    assert all(f.startswith(e) for f, e in zip(found, expected.split("|"), strict=True)), found


def test_a_sentence_never_crosses_a_line_and_the_lines_are_numbered() -> None:
    reading = parse.read(STORY)
    assert all("\n" not in STORY[s.start : s.end] for s in reading.sentences)
    assert {s.line for s in reading.sentences} == {0, 2, 3}


def test_the_place_and_day_before_a_story_are_no_part_of_its_first_sentence() -> None:
    first, second, *_ = parse.read(STORY).sentences
    assert (STORY[first.start : first.end], second.tokens[0].text) == ("MARALA, Jan. 4 —", "Soldiers")
    assert (first.line, second.line) == (0, 0)


def test_every_sentence_has_one_root_and_children_that_name_their_heads() -> None:
    for sentence in parse.read(STORY).sentences:
        assert sum(t.head == i for i, t in enumerate(sentence.tokens)) == 1
        for i, own in enumerate(sentence.children):
            assert all(sentence.tokens[c].head == i for c in own)


def test_page_noise_is_not_read_and_moves_nothing() -> None:
    noise = "Sign up for our newsletter today.\n"
    reading = parse.read(noise + STORY, [(0, len(noise))])
    assert min(s.start for s in reading.sentences) >= len(noise)
    plain = parse.read(STORY)
    assert [t.text for s in reading.sentences for t in s.tokens] == [t.text for s in plain.sentences for t in s.tokens]
    assert [n.start - len(noise) for n in reading.names] == [n.start for n in plain.names]


def test_a_curly_apostrophe_reads_like_a_straight_one() -> None:
    straight, curly = parse.read("The army didn't fire."), parse.read("The army didn’t fire.")
    assert [t.lemma for t in straight.sentences[0].tokens] == [t.lemma for t in curly.sentences[0].tokens]


@pytest.mark.parametrize(
    "text", ["", "\n\n  \n", "\x00\x01", "\ud800 half a character", "Армия заняла мост.", "。" * 50]
)
def test_text_that_says_nothing_in_english_is_no_error(text: str) -> None:
    parse.read(text)


@pytest.mark.parametrize("text", ['"' * 3000, "word " * 3000, "a" * 5000, "(" * 700 + ")" * 700])
def test_a_hostile_line_is_cut_and_read_in_bounded_time(text: str) -> None:
    reading = parse.read(text)
    assert all(len(s.tokens) <= 256 for s in reading.sentences)
    assert sum(t.end - t.start for s in reading.sentences for t in s.tokens) == len(text.replace(" ", ""))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from(["The army left", "“", "Niger's", "\n", ".", "U.S.", "😀", "é́", " ", "didn’t"]), max_size=30
    )
)
def test_tokens_cut_the_text_exactly_and_stand_in_order(pieces: list[str]) -> None:
    text = " ".join(pieces)
    tokens = [t for s in parse.read(text).sentences for t in s.tokens]
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    assert "".join(t.text for t in tokens) == "".join(text.split())


def test_the_same_text_gives_the_same_reading_on_one_to_four_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    first = parse.read(STORY)
    assert parse.read(STORY) == first
    for threads in ("2", "3", "4"):
        monkeypatch.setenv(session.THREADS, threads)
        assert parse.read(STORY) == first
    assert first.reader.startswith("dateline-reader ")


def test_weights_that_are_not_those_of_the_card_are_refused(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in session.folder().iterdir():
        shutil.copy(path, tmp_path)
    with (tmp_path / "labels.json").open("a") as handle:
        handle.write(" ")
    monkeypatch.setenv(session.FOLDER, str(tmp_path))
    with pytest.raises(DatelineError, match=r"labels\.json is not the file that its card names"):
        parse.read("Troops left.")


def test_missing_weights_say_what_to_do(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(session.FOLDER, str(tmp_path / "nothing"))
    with pytest.raises(DatelineError, match="Install the dateline package whole"):
        parse.read("Troops left.")


def test_the_card_names_every_corpus_with_its_licence() -> None:
    card = json.loads((session.folder() / "card.json").read_text(encoding="utf-8"))
    assert all(row["licence"] and row["name"] for row in card["data"])
    assert card["base"]["sha256"]


def test_a_name_right_behind_its_verb_is_its_object():
    text = "Salvage teams refloated the Ever Given on Monday, six days after the container ship ran aground."
    sentence = parse.read(text).sentences[0]
    verb = next(n for n, t in enumerate(sentence.tokens) if t.text == "refloated")
    name = next(t for t in sentence.tokens if t.text == "Given")
    assert (name.deprel, name.head) == ("obj", verb)
