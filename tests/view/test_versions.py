"""A report that comes out again, and one that is withdrawn: what counted on which day, and what became of it."""

import pytest

import dateline

FIRST = {"id": "herald", "published": "2024-05-02", "publisher": "Harbour Herald", "language": "en",
         "text": "The city imposed a curfew in Orla on Wednesday. Two people died in the riots.\n"}  # fmt: skip
AGAIN = FIRST | {
    "published": "2024-05-04",
    "text": "The city imposed a curfew in Orla on Wednesday. Five people died in the riots.\n",
}
OTHER = {"id": "ledger", "published": "2024-05-03", "publisher": "Morning Ledger", "language": "en",
         "text": "The governor declared a state of emergency in the province of Dal on Thursday.\n"}  # fmt: skip


@pytest.fixture
def riots(tmp_path):
    situation = dateline.open(tmp_path / "riots.dateline")
    situation.add([FIRST])
    situation.add([OTHER, AGAIN])
    return situation


def texts(situation, day=None):
    return {s.id: s.text for s in situation.sources(known_by=day)}


def test_the_version_that_was_out_on_the_day_is_the_one_that_counts(riots):
    assert texts(riots, "2024-05-02") == {"herald": FIRST["text"]}
    assert texts(riots, "2024-05-03") == {"herald": FIRST["text"], "ledger": OTHER["text"]}
    assert texts(riots, "2024-05-04")["herald"] == AGAIN["text"] == texts(riots)["herald"]
    (herald,) = [s for s in riots.sources() if s.id == "herald"]
    assert [v["published"]["edtf"] for v in herald.versions] == ["2024-05-02"]


def test_what_a_version_says_otherwise_is_a_change_and_a_step_of_why(riots):
    changes = [c for c in riots.changes("2024-05-03", "2024-05-05") if c.list == "sources"]
    assert [(c.kind, c.what, c.before, c.after) for c in changes] == [
        ("corrected", "herald", "Two people died in the riots.", "Five people died in the riots.")
    ]
    anchor = changes[0].evidence[0]["anchor"]
    assert AGAIN["text"][anchor["start"] : anchor["end"]] == anchor["text"] == "Five people died in the riots."
    assert any(s.step == "version" and "Two people died" in s.says for s in riots.why("herald"))
    assert "came out again" in riots.brief(since="2024-05-03")


def test_a_report_withdrawn_on_a_day_counts_until_then(riots):
    line = riots.correct("withdraw", ("ledger",), "2024-05-10", "the page was taken down")
    board = {
        day: [s.slot for s in riots.inforce(on="2024-05-12", known_by=day)] for day in ("2024-05-09", "2024-05-10")
    }
    assert board == {"2024-05-09": ["curfew", "emergency"], "2024-05-10": ["curfew"]}
    assert [s.slot for s in riots.inforce(on="2024-05-12")] == ["curfew"]
    gone = {(c.kind, c.list) for c in riots.changes("2024-05-09", "2024-05-11")}
    assert gone >= {("retracted", "inforce"), ("retracted", "sources")}
    assert riots.verify() == []
    riots.correct("undo", (str(line),))
    assert "emergency" in [s.slot for s in riots.inforce(on="2024-05-12")]


def test_a_report_withdrawn_without_a_day_counts_on_no_day(riots):
    riots.correct("withdraw", ("ledger",))
    assert [s.slot for s in riots.inforce(known_by="2024-05-03")] == ["curfew"]
    with pytest.raises(dateline.DatelineError, match="no date"):
        riots.correct("withdraw", ("herald",), "soon")
