"""Whether it happened: read off the words, one small sentence for each way of saying so."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claim.certainty.factuality import Commitment, bench_label, factuality
from dateline.claim.people.mentions import mentions
from dateline.claim.voice.voices import attributions
from dateline.sentence.reading import EventWord, Sentence, Token
from handmade import parses

HERE = Path(__file__).parent
PARSES = parses(HERE / "parses_factuality.txt") | parses(HERE / "parses_factuality_more.txt")


def commitment(text: str, word: str, witness: EventWord | None = None) -> Commitment:
    report, reading = PARSES[text]
    start = text.index(word)
    sentence = next(s for s in reading.sentences if s.start <= start < s.end)
    index = sentence.token_at(start)
    assert index is not None
    return factuality(sentence, index, witness, attributions(report, reading, mentions(report, reading)))


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("The last convoys will complete their pullout by June.", "complete", "planned"),
        ("The last convoys will complete their pullout by June.", "pullout", "planned"),
        ("The French garrison has been told to leave the country.", "told", "happened"),
        ("The French garrison has been told to leave the country.", "leave", "demanded"),
        ("The junta had yet to formally request the departure of the instructors.", "request", "not_happened"),
        ("The cabinet has not yet declared a state of emergency.", "declared", "not_happened"),
        ("To regain the grant, the council would need to hold a vote.", "hold", "conditional"),
        ("The mutineers claimed to have captured the radio station.", "captured", "happened"),
        ("The ministry denied that its soldiers crossed the river.", "denied", "happened"),
        ("The ministry denied that its soldiers crossed the river.", "crossed", "denied"),
        ("The ministry denied firing on the crowd.", "firing", "denied"),
        ("The general refused to sign the accord.", "sign", "not_happened"),
        ("The two sides failed to reach an agreement.", "agreement", "not_happened"),
        ("The rebels managed to seize the bridge.", "seize", "happened"),
        ("Officials have no plans to close the port.", "close", "not_happened"),
        ("The city threatened to cut the water supply unless the fees were paid.", "cut", "conditional"),
        ("If the river rises, the road will be closed.", "closed", "conditional"),
        ("The navy is set to resume patrols next month.", "resume", "planned"),
        ("Aid groups fear that the dam will collapse.", "collapse", "possible"),
        ("The premier called for the release of the prisoners.", "release", "demanded"),
        ("The court ordered the company to pay a fine.", "ordered", "happened"),
        ("The court ordered the company to pay a fine.", "pay", "demanded"),
        ("The bank is reportedly considering selling its branch in Lagos.", "selling", "possible"),
        ("The police prevented an attack on the embassy.", "attack", "not_happened"),
        ("Envoys to meet in Doha on Sunday", "meet", "planned"),
        ("Leave the town before dark.", "Leave", "demanded"),
        ("Did the soldiers fire on the crowd?", "fire", "possible"),
        ("The alleged theft took place in May.", "theft", "possible"),
        ("The planned visit was cancelled.", "visit", "planned"),
        ("Troops continue to patrol the border.", "patrol", "ongoing"),
        ("The ferry regularly carries trucks.", "carries", "habitual"),
        ("The army said it would end its cooperation with France.", "end", "planned"),
        ("Nobody was killed in the blast.", "killed", "not_happened"),
        ("The union decided to strike.", "strike", "planned"),
        ("The union decided against striking.", "striking", "not_happened"),
        ("The minister was forced to resign.", "resign", "happened"),
        ("The delegation left without signing the deal.", "signing", "not_happened"),
        ("The pact allows the navy to use the port.", "use", "possible"),
        ("The prospect of a strike worried shopkeepers.", "strike", "planned"),
        ("The ultimatum demanded that the president be reinstated.", "reinstated", "demanded"),
        ("He almost fell from the roof.", "fell", "not_happened"),
        ("The plan to expel the envoy was dropped.", "expel", "not_happened"),
        ("The army plans to pack up and leave.", "leave", "planned"),
        ("The vote is scheduled for May.", "vote", "planned"),
        ("The president is believed to have fled.", "fled", "happened"),
        ("The suspension of aid was announced on Friday.", "suspension", "happened"),
        ("The council rejected a call to lift the sanctions.", "call", "happened"),
        ("The river is expected to rise.", "rise", "planned"),
        ("Talks are expected to resume on Monday.", "Talks", "planned"),
        ("The ship did not leave until Monday.", "leave", "happened"),
        ("The port was due to reopen on Friday.", "reopen", "planned"),
        ("The deal was about to be signed.", "signed", "planned"),
        ("The country sent troops to fight the rebels.", "fight", "planned"),
        ("The envoys met in Doha to discuss the truce.", "discuss", "happened"),
        ("The general denied that he had ordered the attack.", "ordered", "denied"),
        ("The company had planned to close the mine, but the union objected.", "close", "planned"),
        ("The soldiers have started to leave the base.", "leave", "happened"),
        ("The sanctions remain in place.", "remain", "ongoing"),
        ("The ministry confirmed the deaths of two pilots.", "deaths", "happened"),
        ("It is unclear whether the president signed the decree.", "signed", "possible"),
        ("The council stopped short of declaring war.", "declaring", "not_happened"),
        ("The union said it might strike if talks failed.", "failed", "conditional"),
        ("The accord, signed in May, lets the fleet stay for ten years.", "stay", "possible"),
        ("The minister ruled out sending troops.", "sending", "not_happened"),
        ("The strike was called off.", "strike", "not_happened"),
        ("The bridge would be rebuilt by 2028, the mayor said.", "rebuilt", "planned"),
        ("The firm has yet to pay the fine.", "pay", "not_happened"),
        ("Neither side signed the agreement.", "signed", "not_happened"),
        ("The ambassador was given 48 hours to leave.", "leave", "demanded"),
        ("The council voted to expel the envoy.", "expel", "planned"),
        ("The minister was to visit Paris in May.", "visit", "planned"),
        ("The planned withdrawal, which began in June, was completed in August.", "withdrawal", "happened"),
        ("The two sides resumed talks that had been suspended in March.", "suspended", "happened"),
        ("The court cleared him of selling arms.", "selling", "denied"),
        ("The government wants foreign troops to leave by September.", "leave", "planned"),
    ],
)
def test_the_words_say_whether_it_happened(text: str, word: str, expected: str) -> None:
    assert commitment(text, word).factuality == expected


def test_the_deciding_words_are_kept() -> None:
    text = "The junta had yet to formally request the departure of the instructors."
    cue = commitment(text, "request").cue
    assert cue is not None
    assert text[slice(*cue)] == "yet to"


def test_what_a_speaker_claims_the_report_leaves_open() -> None:
    made = commitment("The mutineers claimed to have captured the radio station.", "captured")
    assert (made.factuality, made.reported_as) == ("happened", "possible")


def test_a_charge_is_the_accusers_and_the_report_leaves_it_open() -> None:
    made = commitment("He was charged with selling arms.", "selling")
    assert (made.factuality, made.reported_as) == ("happened", "possible")


def test_a_plain_past_tense_needs_no_cue_and_the_witness_does_not_overrule_it() -> None:
    doubtful = EventWord(0, 1, 0.1, 0.1, 0.8)
    assert commitment("The former president was arrested.", "arrested", doubtful) == Commitment(
        "happened", None, "happened"
    )


def test_where_the_words_are_silent_about_a_noun_the_witness_may_doubt() -> None:
    doubtful = EventWord(0, 1, 0.1, 0.8, 0.1)
    assert commitment("The talks were suspended after the attack.", "talks", doubtful).factuality == "possible"


def test_the_three_way_label_of_the_public_sets() -> None:
    assert bench_label(Commitment("denied", None, "denied"), None)[0] == "did_not"
    assert bench_label(Commitment("planned", None, "planned"), None)[0] == "uncertain"


@st.composite
def wild_sentences(draw: st.DrawFn) -> Sentence:
    """Any words under any heads, rings of heads included."""
    words = draw(
        st.lists(
            st.sampled_from(["not", "plan", "to", "if", "“", "said", "no", "\u202e", "X"]), min_size=1, max_size=12
        )
    )
    tokens, at = [], 0
    for word in words:
        head = draw(st.integers(0, len(words) - 1))
        rel = draw(
            st.sampled_from(["root", "xcomp", "ccomp", "advcl", "acl", "obj", "conj", "mark", "aux", "nsubj", "advmod"])
        )
        upos = draw(st.sampled_from(["VERB", "NOUN", "PART", "PUNCT", "AUX", "ADV"]))
        tokens.append(Token(at, at + len(word), word, word, upos, head, rel))
        at += len(word) + 1
    return Sentence(0, at, tuple(tokens), 0)


@given(wild_sentences())
def test_no_parse_however_broken_stops_it(sentence: Sentence) -> None:
    for i in range(len(sentence.tokens)):
        made = factuality(sentence, i, None, ())
        assert made.cue is None or made.cue[0] < made.cue[1]
