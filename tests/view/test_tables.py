"""The tables of the terminal."""

from __future__ import annotations

from dateline.view.tables import moves


def test_the_moves_of_a_long_series_keep_its_first_and_last_and_count_the_rest():
    def point(value, low, high):
        when = {"earliest": low, "latest": high, "edtf": f"{low}/{high}", "words": None, "basis": "constraint"}
        return {"low": value, "high": value, "words": str(value), "approximate": False, "bound": None, "when": when}

    days = [point(n, f"2024-05-{n:02}", f"2024-05-{n:02}") for n in range(2, 13)]
    told = moves({"points": [point(1, "2024-04-01", "2024-06-30"), *days]})
    assert told.startswith("2 (2 May 2024); 3 (") and "; (4 more); 9 (" in told
    assert told.endswith("; 1 (1 April to 30 June 2024)")  # known to some weeks only: it stands where these end
