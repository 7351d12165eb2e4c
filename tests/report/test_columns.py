"""Whether a report is somebody's opinion."""

from __future__ import annotations

import pytest

from dateline.report.columns import is_column

NEWS = (
    "The mayor of Talvik closed the bridge on Monday. Crews will inspect it, the board said. " * 3
    + "“I saw it move. I heard it creak. My hands shook. I ran,” said Ana Roe, a baker."
)
DIARY = (
    "I reached Talvik on Monday. I had been told that the bridge was shut, and I did not believe it. My driver did. "
    "He showed me the notice, and I read it to him twice."
)


@pytest.mark.parametrize(
    ("text", "column"),
    [
        (NEWS, False),
        (DIARY, True),
        (NEWS + "\nThe opinions expressed in this commentary are solely those of Ana Roe.", True),
        ("Opinion: The bridge must stay shut.\n" + NEWS, True),
        ("", False),
    ],
)
def test_a_column_says_i_in_its_own_voice(text, column):
    assert is_column(text) is column
