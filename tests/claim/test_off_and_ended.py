"""What was set for a day and is off, and the day of what ends."""

from __future__ import annotations

import pytest

from stories import told


@pytest.mark.parametrize(
    "text",
    (
        "The nurses' union called off a strike set for Monday.",
        "The airline cancelled a flight scheduled for Thursday after a bomb threat.",
        "Talks planned for Monday were postponed after the shooting, the ministry said.",
        "The court banned a march planned for Saturday.",
    ),
)
def test_what_is_called_off_is_not_planned_for_its_day(text: str) -> None:
    assert not [line for line, (sure, _) in told(text).items() if sure == "planned"]


def test_what_is_announced_for_a_day_is_planned_for_it() -> None:
    lines = told("The union announced a strike planned for Thursday.")
    assert lines["Strike is planned for Thursday"] == ("planned", "2031-05-15")


def test_who_ended_a_strike_that_began_on_a_day_did_not_end_it_then() -> None:
    lines = told("Dockers ended a strike that began on Monday.")
    assert [day for line, (_, day) in lines.items() if "ended" in line] == ["../2031-05-09"]
    lines = told("Dockers ended a strike on Monday.")
    assert [day for line, (_, day) in lines.items() if "ended" in line] == ["2031-05-05"]


def test_until_at_least_a_day_is_told_on_the_line() -> None:
    lines = told("The port of Bergen will remain closed until at least May 20, the harbour master said.")
    assert "Port of Bergen to remain closed until May 20" in lines
