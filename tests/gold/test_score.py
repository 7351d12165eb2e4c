"""What the scorers count, on a passage that Dateline reads with ease."""

import pytest
from benchmarks.gold import form, model
from benchmarks.gold.rows import Entry
from benchmarks.gold.score import SCORERS, Tally
from benchmarks.gold.seen import Seen, see, stem

PAGE = """\
@ own/test-02 published=2024-03-22
The governor lifted the curfew in Ostrel on Monday. At least 14 people were killed on Route 9, the Courier reported, citing doctors.
--
F lifted | happened
F killed | happened | voice=doctors
C killed | Courier > doctors
R lifted | actor=governor | object=curfew | place=Ostrel | time=Monday
N 14 | counted=people | scope=killed | bound=at_least | role=level
X 9 | name
S lifted | end | curfew
"""  # noqa: E501


@pytest.fixture(scope="module")
def passage() -> tuple[form.Block, dict[str, Seen]]:
    (block,) = form.read(PAGE, lambda _: None).blocks
    read = model.Passage(block.id, "", "dev", block.layers, text=block.text, published="2024-03-22")
    return block, {block.id: see(read)}


def scored(letter: str, passage: tuple[form.Block, dict[str, Seen]], change: tuple[str, str] = ("", "")):
    (block,) = form.read(PAGE.replace(*change) if change[0] else PAGE, lambda _: None).blocks
    return SCORERS[letter]([Entry(i) for i in block.items if model.layer_of(i) == letter], passage[1])


@pytest.mark.parametrize("letter", list(model.LAYERS))
def test_what_is_read_right_scores_full_marks(letter, passage):
    main, score = next(iter(scored(letter, passage).items()))
    assert score == 100, main


def test_a_wrong_label_a_missing_link_and_a_wrong_slot_cost(passage):
    assert scored("F", passage, ("F lifted | happened", "F lifted | planned"))["accuracy"] == 50
    chain = scored("C", passage, ("Courier > doctors", "Courier > Monday > doctors"))
    assert chain["F1 of links"] == pytest.approx(200 * 2 / 5)
    assert chain["right chain, two links or more"] == 0
    assert scored("R", passage, ("object=curfew", "object=Courier"))["F1 target"] == 0
    assert scored("S", passage, ("| end | curfew", "| end | siege"))["F1 of effect and slot"] == 0
    assert scored("S", passage, ("| end | curfew", "| none | -"))["look-alike left alone"] == 0
    assert scored("N", passage, ("bound=at_least", "bound=at_most"))["right bound, of those found"] == 0


def test_a_field_that_readers_left_open_is_not_scored(passage):
    (block,) = form.read(PAGE.replace("object=curfew", "object=Courier"), lambda _: None).blocks
    roles = [Entry(i, open=("object", "recipient")) for i in block.items if model.layer_of(i) == "R"]
    assert SCORERS["R"](roles, passage[1])["F1 of parts, place and time"] == 100


def test_a_tally_of_nothing_is_right():
    assert Tally().f1 == 100
    assert [stem(w) for w in ("Troops", "families", "people", "buses")] == ["troop", "family", "person", "bus"]
