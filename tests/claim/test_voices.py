"""Who says so: chains of voices, outermost first, over sentences whose parse was checked by hand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claim.people.mentions import mentions
from dateline.claim.voice.attribution import Attribution
from dateline.claim.voice.voices import attributions, chain
from dateline.report.model import Report
from dateline.sentence.reading import Reading, Sentence, Speech, Token
from handmade import parses, span

HERE = Path(__file__).parent
PARSES = parses(HERE / "parses_voices.txt") | parses(HERE / "parses_mentions.txt")


def told(text: str, publisher: str | None = None) -> tuple[Attribution, ...]:
    report, reading = PARSES[text]
    report = Report(id="r1", sha256=report.sha256, text=text, publisher=publisher)
    return attributions(report, reading, mentions(report, reading))


def voices(text: str, word: str, publisher: str | None = None) -> list[str]:
    return [v.name for v in chain(told(text, publisher), *span(text, word))]


ANNOUNCED = (
    "The Narvian government announced on Saturday plans to end the accord, according to the Harbour Gazette, "
    "citing two officials."
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (ANNOUNCED, "announced", ["Harbour Gazette", "two officials"]),
        (ANNOUNCED, "end", ["Harbour Gazette", "two officials", "The Narvian government"]),
        ("Two ships sank, the Harbour Gazette reported.", "sank", ["Harbour Gazette"]),
        ("Two ships sank, the Harbour Gazette reported.", "reported", []),
        (
            "The council said on Friday it had yet to ask the garrison to leave, The Harbour Gazette reported.",
            "ask",
            ["Harbour Gazette", "The council"],
        ),
        ("The Kremlin said it had no plans to close the base, The Times reported.", "close", ["The Times", "Kremlin"]),
        ("Sputnik reported, citing Reuters, that the base was empty.", "empty", ["Sputnik", "Reuters"]),
        (
            "One official said the army was worn out in comments to the Harbour Gazette.",
            "worn",
            ["One official"],
        ),
        (
            "The foreign minister, Karl Ott, told the Harbour Gazette on Friday that the talks had failed.",
            "failed",
            ["Karl Ott"],
        ),
        ("Two pilots died, according to state television.", "died", ["state television"]),
        ("In the words of one diplomat, the deal is “dead on arrival”.", "dead", ["one diplomat"]),
        ("The army has left the town, as confirmed by the governor.", "left", ["the governor"]),
        ("As the ministry noted, the road stays open.", "stays", ["the ministry"]),
        ("A joint statement said the pullout would end by mid-May.", "end", ["A joint statement"]),
        ("The general reportedly fled to Chad.", "fled", ["unnamed source"]),
        ("There are fears that the dam will collapse.", "collapse", ["unnamed source"]),
        ("It was announced that the road would stay closed.", "stay", ["unnamed source"]),
        (
            "Tiani’s actions stemmed from his belief that he was on the verge of being dismissed, "
            "leading to the crisis.",
            "dismissed",
            ["Tiani"],
        ),
        (
            "A senior official, who asked not to be named, said the deal was near.",
            "near",
            ["A senior official"],
        ),
        ("The premier vowed to rebuild the pier by spring.", "rebuild", ["The premier"]),
        ("Two pumps had failed, an inquiry found.", "failed", ["an inquiry"]),
        ("The claim by dockers that the firm sank the tug was never proven.", "sank", ["dockers"]),
        ("The allegation that the firm sank the tug was first made by a think tank.", "sank", ["a think tank"]),
        (
            "The guards have gone home, say villagers reached by radio, but a nurse disputes this.",
            "gone",
            ["villagers"],
        ),
        ("According to the ministry, villagers said a drone hit the mill.", "hit", ["the ministry", "villagers"]),
        (
            "A tug sank off Ostrel, according to the Harbour Gazette, which quoted a dock foreman.",
            "sank",
            ["Harbour Gazette", "a dock foreman"],
        ),
        (
            "The Harbour Gazette wrote on Friday, quoting a leaked memo, that the yard would close.",
            "close",
            ["Harbour Gazette", "a leaked memo"],
        ),
        ("Per a joint statement, the two fleets sailed home.", "sailed", ["a joint statement"]),
        ("Police, citing a witness, said the driver fled.", "fled", ["Police", "a witness"]),
        ("The claim that the firm made was false.", "made", []),
        ("“We are ready for the ships.” — Ann Roe, harbour master", "ready", ["Ann Roe"]),
        ("KARL OTT: The convoy leaves on Monday and the base is handed over.", "leaves", ["KARL OTT"]),
        ("Officials said the talks had failed, citing a threat to public health.", "failed", ["Officials"]),
        ("The navy seeks to keep its base.", "keep", []),
        ("The council asked the garrison to leave.", "leave", []),
        ("The union condemned the raid.", "raid", []),
        (
            "The junta ordered the envoy to leave within 48 hours, the foreign ministry said in a statement.",
            "leave",
            ["the foreign ministry"],
        ),
    ],
)
def test_the_chain_of_voices_outermost_first(text: str, word: str, expected: list[str]) -> None:
    assert voices(text, word) == expected


def test_she_added_joins_her_earlier_voice() -> None:
    text = "Ann Roe, a spokeswoman for the ministry, said the port was closed. She added that the ferries would stop."
    found = chain(told(text), *span(text, "stop"))
    assert [(v.name, v.kind, v.anchor.text) for v in found] == [("Ann Roe", "person", "She")]


def test_kinds_of_voices() -> None:
    kinds = {a.source_text or a.cue_text: a.kind for text in PARSES for a in told(text)}
    assert kinds["A joint statement"] == "document"
    assert kinds["state television"] == "publisher"
    assert kinds["the foreign ministry"] == "organisation"
    assert kinds["The premier"] == "office"
    assert kinds["two officials"] == "anonymous"
    assert kinds["reportedly"] == "anonymous"


def test_asking_is_an_act_and_seeking_an_intent() -> None:
    asked = told("The council asked the garrison to leave.")[0]
    vowed = told("The premier vowed to rebuild the pier by spring.")[0]
    assert (asked.cue_class, vowed.cue_class) == ("act", "intent")


def test_what_the_reader_found_keeps_its_spans_and_gains_the_reach_of_the_rule() -> None:
    text = "Two ships sank, the Harbour Gazette reported."
    report, reading = PARSES[text]
    speech = Speech((span(text, "the Harbour Gazette"),), (span(text, "reported"),), (span(text, "ships sank"),))
    reading = Reading(reading.sentences, reading.names, (speech,), (), (), "hand")
    (found,) = attributions(report, reading, mentions(report, reading))
    assert found.content == (span(text, "ships sank"),)
    assert chain((found,), *span(text, "Two"))[0].name == "Harbour Gazette"


def test_a_quotation_that_nobody_speaks_goes_to_the_speaker_of_the_one_before() -> None:
    text = "“We will leave,” said Roe. “There is no other date for that.”"
    speech = Speech((span(text, "Roe"),), (span(text, "said"),), (span(text, "“We will leave,”"),))
    report = Report(id="r1", sha256="0", text=text)
    (found,) = attributions(report, Reading((), (), (speech,), (), (), "hand"), ())
    assert chain((found,), *span(text, "date"))[0].cue == "said"


@given(st.text(alphabet="“”\"' ,.\nabS\u202e", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_under_any_speech_is_borne(text: str, start: int, end: int) -> None:
    low, high = sorted((min(start, len(text)), min(end, len(text))))
    speech = Speech((), ((low, high),), ((low, high),))
    report = Report(id="r1", sha256="0", text=text)
    found = attributions(report, Reading((), (), (speech,), (), (), "hand"), ())
    for a in found:
        assert a.anchor is not None
        assert text[a.anchor.start : a.anchor.end] == a.anchor.text


UPOS = ["NOUN", "PROPN", "VERB", "ADP", "PUNCT", "PRON", "SCONJ", "ADV", "AUX", "DET"]
WILD = [
    "according",
    "to",
    "citing",
    "said",
    "as",
    "that",
    "belief",
    "reportedly",
    "“",
    ",",
    "Roe",
    "the",
    "Gazette",
    ":",
    "\u202e",
    "WILL",
    "plans",
]
RELS = [
    "root",
    "nsubj",
    "ccomp",
    "xcomp",
    "obj",
    "obl",
    "parataxis",
    "case",
    "acl",
    "mark",
    "punct",
    "flat",
    "conj",
    "appos",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(WILD), st.integers(0, 14), st.sampled_from(RELS), st.sampled_from(UPOS)), max_size=15
    )
)
def test_no_parse_however_broken_stops_it(rows: list[tuple[str, int, str, str]]) -> None:
    tokens, at = [], 0
    for word, head, rel, upos in rows:
        tokens.append(Token(at, at + len(word), word, word.lower(), upos, min(head, len(rows) - 1), rel))
        at += len(word) + 1
    text = " ".join(word for word, *_ in rows)
    report = Report(id="r1", sha256="0", text=text)
    sentences = (Sentence(0, len(text), tuple(tokens), 0),) if rows else ()
    reading = Reading(sentences, (), (), (), (), "hand")
    for a in attributions(report, reading, mentions(report, reading)):
        assert a.anchor is not None
        assert text[a.anchor.start : a.anchor.end] == a.anchor.text
        assert all(0 <= s <= e <= len(text) for s, e in (*a.source, *a.cue, *a.content, *a.reach))


def test_a_paragraph_left_open_is_spoken_by_whoever_speaks_the_next() -> None:
    text = "“The lock is shut until the spring.\n“It then opens,” said Roe."
    speech = Speech((span(text, "Roe"),), (span(text, "said"),), (span(text, "“It then opens,”"),))
    report = Report(id="r1", sha256="0", text=text)
    found = attributions(report, Reading((), (), (speech,), (), (), "hand"), ())
    assert [v.cue for v in chain(found, *span(text, "shut"))] == ["said"]


def test_two_speakers_run_into_one_are_parted() -> None:
    text = "According to the ministry, villagers said a drone hit the mill."
    report, reading = PARSES[text]
    speech = Speech(
        (span(text, "the ministry, villagers"),), (span(text, "said"),), (span(text, "a drone hit the mill"),)
    )
    reading = Reading(reading.sentences, reading.names, (speech,), (), (), "hand")
    found = attributions(report, reading, mentions(report, reading))
    assert [v.name for v in chain(found, *span(text, "hit"))] == ["the ministry", "villagers"]
