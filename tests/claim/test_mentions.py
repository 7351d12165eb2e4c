"""Words that stand for somebody, and whom they stand for."""

from pathlib import Path

from dateline.claim.model import Mention
from dateline.claim.people.mentions import mentions
from dateline.report.model import Report
from dateline.sentence.reading import Reading
from handmade import parses, sentence

PARSES = parses(Path(__file__).parent / "parses_mentions.txt") | parses(Path(__file__).parent / "parses_voices.txt")


def found(text: str) -> dict[str, Mention]:
    """By their words; of equal words the last."""
    return {m.anchor.text: m for m in mentions(*PARSES[text])}


def antecedent(text: str, words: str) -> str | None:
    refers = found(text)[words].refers
    return text[slice(*refers)] if refers else None


MET = "Defence Minister Karl Ott met the mayor, Ann Roe, on Monday. Ott praised her."


def test_an_office_before_a_name_or_beside_it_is_its_title() -> None:
    assert found(MET)["Karl Ott"].title == "Defence Minister"
    assert found(MET)["Ann Roe"].title == "mayor"
    text = "Ann Roe, a spokeswoman for the ministry, said the port was closed. She added that the ferries would stop."
    assert found(text)["Ann Roe"].title == "spokeswoman for the ministry"
    assert found("Secretary of State Ann Roe flew to Niamey.")["Ann Roe"].title == "Secretary of State"


def test_a_family_name_and_a_pronoun_go_back_to_the_full_name() -> None:
    assert antecedent(MET, "Ott") == "Karl Ott"
    assert antecedent(MET, "her") == "Ann Roe"


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    text = "The National Council for Home and Hearth (NCHH) seized the radio station. The NCHH closed the border."
    assert antecedent(text, "NCHH") == "National Council for Home and Hearth"


def test_its_goes_to_the_subject_and_he_to_the_one_man_there_is() -> None:
    text = "The junta dismissed its governor. The junta said that he had fled."
    assert antecedent(text, "its") == "The junta"
    assert antecedent(text, "he") == "its governor"


def test_two_governments_are_not_one_and_a_third_mention_is_left_open() -> None:
    text = "The government of Chad thanked the government of Niger. The government paid the bill."
    assert antecedent(text, "The government") is None


def test_bodies_papers_and_places_have_their_kinds() -> None:
    text = "The Kremlin said it had no plans to close the base, The Times reported."
    kinds = {words: m.kind for words, m in found(text).items()}
    assert kinds["The Times"] == "publisher"
    assert kinds["the base"] == "facility"
    assert found("A joint statement said the pullout would end by mid-May.")["A joint statement"].head == "statement"
    assert found("The general reportedly fled to Chad.")["Chad"].kind == "place"


def test_a_noun_phrase_ends_before_its_relative_clause() -> None:
    assert "A senior official" in found("A senior official, who asked not to be named, said the deal was near.")


def test_every_anchor_holds_its_words() -> None:
    for text, (report, reading) in PARSES.items():
        for m in mentions(report, reading):
            assert text[m.anchor.start : m.anchor.end] == m.anchor.text


def test_a_sentence_of_ten_thousand_words_is_read_in_bounded_time() -> None:
    words = 10_000
    text = " ".join(["officials"] * words)
    parse = "\n".join(
        f"officials official NOUN {max(1, i)} nmod" if i else "officials official NOUN 0 root" for i in range(words)
    )
    report = Report(id="r1", sha256="0", text=text)
    made = mentions(report, Reading((sentence(text, parse),), (), (), (), (), "hand"))
    assert len(made) <= words


def test_a_president_named_before_and_lends_nobody_his_office():
    from dateline.pipeline import analyse_one
    from dateline.report.load import from_text

    text = "Envoys met President Barro and Gen. Abdou Tarro on Monday. Minister of Trade and Defence Ann Roe spoke."
    held = {m.anchor.text: m.title for m in analyse_one(from_text(text, id="x")).mentions if m.kind == "person"}
    assert (held["Barro"], held["Ann Roe"]) == ("President", "Minister of Trade and Defence")
    assert held["Abdou Tarro"] in (None, "Gen.")
