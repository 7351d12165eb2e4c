"""The gold is sound, its form is read exactly, and agreement is counted right."""

import json
from pathlib import Path

import pytest
from benchmarks.gold import check, form, model
from benchmarks.gold.agree import agreement
from benchmarks.gold.blank import sheet
from benchmarks.gold.load import GOLD
from benchmarks.gold.pairs import paired
from benchmarks.gold.settle import main as settle
from benchmarks.gold.written import line_of

PAGE = """\
@ own/test-01 kind=politics manner=agency published=2024-03-22 layers=F,C,R,N,S
Osland will expel two envoys on 2 April, the Courier reported, citing two officials. At least 14 people were hurt.

The mill may reopen.
--
F expel | planned | cue=will | voice=Courier > officials
F hurt | happened
F reopen | possible | cue=may
C expel | Courier/reported > officials/citing
R expel | actor=Osland | object=envoys | time=April
R hurt | object=people
X 2 | date
N two#1 | counted=envoys | role=target
N two#2 | counted=officials | role=level
N 14 | counted=people | scope=hurt | bound=at_least | role=level
S expel | plan suspend | relations
S reopen | plan resume | output
"""
HEAD = PAGE[: PAGE.index("--\n") + 3]  # the passage without its annotations


def read(page: str) -> form.Raw:
    return form.read(page, lambda _: None)


def gold_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str = PAGE, second: str = PAGE) -> Path:
    for name, page in (("first", first), ("second", second)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(page, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["settle", str(tmp_path), "--out", str(tmp_path / "gold")])
    settle()
    return tmp_path / "gold"


def test_the_gold_in_the_repository_is_sound():
    assert check.faults(GOLD) == []


def test_a_page_is_read_with_exact_places_and_written_back_as_it_was():
    raw = read(PAGE)
    assert raw.complaints == []
    (block,) = raw.blocks
    assert block.layers == ("F", "C", "R", "N", "S")
    for item in block.items:
        for start, end in model.spans(item):
            assert block.text[start:end].strip()
    again = HEAD + "\n".join(line_of(i, block.text) for i in block.items)
    assert read(again).blocks[0].items == block.items


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("F sank | happened", "does not stand in the passage"),
        ("N two | counted=envoys | role=level", "stands 2 times"),
        ("N two#3 | counted=envoys | role=level", "stands only 2 times"),
        ("F hurt | done", "is no factuality"),
        ("F hurt", "no label"),
        ("C hurt | Courier > officials > Courier", "comes back to the same word"),
        ("R hurt | victim=people", "expected one of"),
        ("R hurt | object=people | object=envoys", "given twice"),
        ("N 14 | counted=people", "always needed"),
        ("S reopen | plan | output", "say of what"),
        ("S reopen | end | mill", "is no slot"),
        ("Z reopen | end", "is no kind of line"),
    ],
)
def test_a_line_that_does_not_resolve_is_named_with_the_reason(line, reason):
    page = HEAD + line + "\n"
    (complaint,) = read(page).complaints
    assert reason in complaint and complaint.startswith("line 6")


def test_a_block_without_its_parting_line_or_text_is_complained_of():
    assert "has no line '--'" in read("@ own/a-1\nSome text.\n").complaints[0]
    assert "no known passage" in read("@ own/a-1\n--\nF sank | happened\n").complaints[0]
    assert "stands twice" in read("@ own/a-1\nIt sank.\n--\n@ own/a-1\nIt sank.\n--\n").complaints[0]


def test_a_sheet_for_the_second_reader_asks_and_does_not_tell():
    (block,) = read(PAGE).blocks
    asked = sheet(block, own=True)
    assert "F expel | \n" in asked and "N 2 | \n" in asked
    assert "planned" not in asked.split("--")[1] and "Courier" not in asked.split("--")[1]


def pairs_of(letter: str, change: tuple[str, str]):
    one, two = read(PAGE).blocks[0], read(PAGE.replace(*change)).blocks[0]
    return paired(*([i for i in block.items if model.layer_of(i) == letter] for block in (one, two)))


def test_agreement_on_a_toy_pair():
    same = agreement("F", pairs_of("F", ("xx", "xx")))
    assert (same.items, same.main) == (3, 1.0)
    # three events, one of them read otherwise: 2/3 alike; by chance (1*0 + 1*2 + 1*1) / 9
    assert agreement("F", pairs_of("F", ("| planned", "| happened"))).main == pytest.approx(
        (2 / 3 - 1 / 3) / (1 - 1 / 3)
    )
    # one of two links is missing in the second reading: 2 * 1 / (2 + 1)
    assert agreement(
        "C", pairs_of("C", ("C expel | Courier/reported > officials/citing", "C expel | Courier"))
    ).main == (pytest.approx(2 / 3))
    # five parts in all; "2" and "April" are one time; the second reader names one object less
    assert agreement("R", pairs_of("R", ("time=April", "time=2"))).main == 1.0
    assert agreement("R", pairs_of("R", (" | object=envoys", ""))).main == pytest.approx(2 * 3 / (4 + 3))
    assert agreement("S", pairs_of("S", ("plan resume | output", "plan resume | opening"))).more[0] == (
        "same slot",
        0.5,
    )


def test_agreement_on_figures_counts_what_is_said_of_them():
    # amounts: 3 + 3 + 5 facets; the second reader leaves out the bound
    figures = agreement("N", pairs_of("N", (" | bound=at_least", "")))
    assert figures.main == pytest.approx(2 * 10 / (11 + 10))
    assert dict(figures.more)["amount or none, F1"] == 1.0
    assert dict(agreement("N", pairs_of("N", ("X 2 | date", "N 2 | counted=? | role=level"))).more)[
        "amount or none, F1"
    ] == pytest.approx(6 / 7)


def test_what_readers_differ_on_is_kept_apart_or_open(tmp_path, monkeypatch):
    second = PAGE.replace("F hurt | happened", "F hurt | ongoing").replace(" | object=envoys", "")
    folder = gold_of(tmp_path, monkeypatch, second=second)
    assert check.faults(folder) == []
    (apart,) = [json.loads(line) for line in (folder / "apart.jsonl").read_text().splitlines()]
    assert (apart["layer"], apart["word"]) == ("F", "hurt")
    roles = [json.loads(line) for line in (folder / "roles.jsonl").read_text().splitlines()]
    assert roles[0]["open"] == ["object"] and "object" not in [role for role, _ in roles[0]["roles"]]


def test_a_decision_outranks_both_readers(tmp_path, monkeypatch):
    (tmp_path / "decided").mkdir()
    ruling = HEAD + "F hurt | happened\n"
    (tmp_path / "decided" / "page.txt").write_text(ruling, encoding="utf-8")
    folder = gold_of(tmp_path, monkeypatch, second=PAGE.replace("F hurt | happened", "F hurt | ongoing"))
    assert (folder / "apart.jsonl").read_text() == ""
    facts = [json.loads(line) for line in (folder / "factuality.jsonl").read_text().splitlines()]
    assert [f["label"] for f in facts if f.get("settled")] == ["happened"]


@pytest.mark.parametrize(
    ("file", "old", "new", "reason"),
    [
        ("factuality.jsonl", '"start": 12', '"start": 11', "the word there is"),
        ("factuality.jsonl", '"end": 17', '"end": 16', "cuts through a word"),
        ("factuality.jsonl", '"end": 17', '"end": 99999', "cuts no words"),
        ("factuality.jsonl", "planned", "scheduled", "unknown label"),
        ("factuality.jsonl", ', "word": "expel"', "", "never do"),
        ("factuality.jsonl", '"passage": "own/test-01"', '"passage": "own/test-02"', "is no passage"),
        ("states.jsonl", '"slot": "output"', '"slot": "mill"', "unknown label"),
        ("passages.jsonl", "Osland will", "Osland could", "is not the one that was read"),
        ("passages.jsonl", '"part": "', '"part": "other ', "belongs to"),
        ("passages.jsonl", '"id": "own/', '"id": "airbus/', "with the id of a real report"),
    ],
)
def test_every_kind_of_damage_is_found(tmp_path, monkeypatch, file, old, new, reason):
    folder = gold_of(tmp_path, monkeypatch)
    assert check.faults(folder) == []
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")
    assert any(reason in fault for fault in check.faults(folder))


def test_a_loop_of_voices_and_a_doubled_item_are_found(tmp_path, monkeypatch):
    folder = gold_of(tmp_path, monkeypatch)
    rows = (folder / "chains.jsonl").read_text(encoding="utf-8")
    row = json.loads(rows)
    row["links"][1]["heads"] = row["links"][0]["heads"]
    (folder / "chains.jsonl").write_text(rows + rows + json.dumps(row) + "\n", encoding="utf-8")
    found = check.faults(folder)
    assert any("loops" in fault for fault in found) and any("twice" in fault for fault in found)


def test_a_sentence_in_both_parts_is_found(tmp_path, monkeypatch):
    folder = gold_of(tmp_path, monkeypatch)
    row = json.loads((folder / "passages.jsonl").read_text(encoding="utf-8"))
    other = row | {"id": "own/test-03", "part": "test" if row["part"] == "dev" else "dev"}
    (folder / "passages.jsonl").write_text("".join(json.dumps(r) + "\n" for r in (row, other)), encoding="utf-8")
    assert any("share a sentence" in fault for fault in check.faults(folder))


def test_a_stand_off_row_with_words_is_found(tmp_path, monkeypatch):
    folder = gold_of(tmp_path, monkeypatch)
    row = json.loads((folder / "passages.jsonl").read_text(encoding="utf-8"))
    row |= {"dataset": "entity_timelines/corpus1_airbus", "report": "1", "start": 0, "end": 9, "report_sha256": "00"}
    (folder / "passages.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert any("never both" in fault for fault in check.faults(folder))
    row.pop("text")
    (folder / "passages.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert any("never do" in fault for fault in check.faults(folder))
