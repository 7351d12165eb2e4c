"""The floors of the measurements: what falls is named, what rises is kept, and none is lowered or forgotten."""

from __future__ import annotations

import pytest
from benchmarks import run

FLOORS = {"full": {"noise/pages/found": 90.0, "noise/pages/width": 3.0}, "digests": {"noise": "d1"}}


def result(found, width, digest="d1"):
    rows = [{"set": "pages", "measure": "found", "score": found}]
    rows += [{"set": "pages", "measure": "width", "score": width, "lower_is_better": True}] if width is not None else []
    return run.Result("noise", rows, 0.1, digest)


@pytest.mark.parametrize(
    ("found", "width", "names"),
    [
        (90.0, 3.0, []),
        (89.8, 3.2, []),  # within the slack of other processors
        (89.0, 2.0, ["found"]),
        (95.0, 4.0, ["width"]),
        (None, 3.0, ["found"]),
        (95.0, None, ["width"]),  # a measure that is gone has not held its floor
    ],
)
def test_a_floor_that_does_not_hold_is_named(found, width, names):
    fallen = run.fallen([result(found, width)], FLOORS, "full")
    assert [line.split(":")[0].rsplit("/", 1)[1] for line in fallen] == names


def test_floors_are_not_held_against_other_data(capsys):
    assert run.fallen([result(10.0, 9.0, digest="d2")], FLOORS, "full") == []
    assert "floors not applied" in capsys.readouterr().out


def test_a_floor_is_raised_and_never_lowered():
    assert run.raised([result(91.26, 4.0)], FLOORS, "full")["full"] == {
        "noise/pages/found": 91.3,
        "noise/pages/width": 3.0,
    }
    assert run.raised([result(80.0, 2.0)], FLOORS, "full")["full"] == {
        "noise/pages/found": 90.0,
        "noise/pages/width": 2.0,
    }


def test_a_page_gets_the_rows_of_what_was_measured_and_keeps_the_rest(tmp_path):
    page = tmp_path / "quality.md"
    page.write_text(
        "Before.\n<!-- noise -->\nold\n<!-- end of noise -->\n<!-- dating -->\nkept\n<!-- end of dating -->\n"
    )
    run.page(page, [result(91.26, None)])
    assert "| pages | found | 91.3 |  |" in page.read_text() and "old" not in page.read_text()
    assert page.read_text().startswith("Before.\n") and "\nkept\n" in page.read_text()
