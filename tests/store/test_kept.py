"""A record that was kept is the record that was derived."""

from __future__ import annotations

from dateline.record.link import link
from dateline.store.codec import dumps, loads
from dateline.store.kept import KeptRecord, packed, unpacked
from record.piles import Pile, reads


def test_a_record_comes_back_as_it_was_with_the_names_in_its_titles():
    one = Pile("a", "Tugs pulled the container ship Sea Lark on Monday.", "2024-03-04")
    one.mention("Sea Lark", "misc")
    other = Pile("b", "The Sea Lark is stuck. The ship was refloated.", "2024-03-05")
    other.mention("Sea Lark", "misc")
    ship = other.mention("The ship")
    other.claim("refloated", "refloat", people=[("object", ship)], title="Ship was refloated")
    read = reads(one, other)
    record = link(read)
    kept = loads(KeptRecord, dumps(packed(record, dict.fromkeys(read, "mark"))))
    assert unpacked(kept, read) == record
    assert [placed.headline for placed in unpacked(kept, read).claims.values()] == ["Sea Lark was refloated"]
