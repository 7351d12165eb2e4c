"""What is planned, and by when."""

from datetime import date

from dateline.state import plans
from dateline.terms import When


def test_a_deadline_whose_bounds_exclude_each_other_is_shown_as_it_is():
    day = When(date(2024, 1, 15), date(2024, 1, 1), "2024-01-15/2024-01-01", None, "constraint")
    assert plans._narrowest(day, ()) == day
