"""The lines hold what docs/formats.md promises to other programs, field by field."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline.terms import FACTUALITY
from dateline.view.ask import anchors_in

SUEZ = Path(__file__).resolve().parents[2] / "examples" / "suez"
FIELDS = {
    "sources": "id file url publisher byline title language sha256 published published_stated origin derived_from "
    "noise",
    "timeline": "id when reported type action title factuality participants place reports origins rank grade evidence",
    "figures": "id title counted of where unit points latest",
    "inforce": "id title subject object slot value status from to known_from began_by ended_by reports origins "
    "evidence",
    "disputes": "id kind question about positions",
    "changes": "kind what title before after evidence",
    "entities": "id name kind aliases offices mentions",
}
EVIDENCE = set("anchor voice factuality factuality_cue when published claim trigger".split())  # noqa: SIM905
POINT = set("low high words approximate bound role when published report voice anchor".split())  # noqa: SIM905
MAY_BE = {
    ("basis",): {"stated", "report-date", "narrative", "event", "constraint", "none"},
    ("status",): {"in_force", "ended", "suspended", "not_begun", "planned", "disputed"},
    ("bound",): {None, "at_least", "at_most", "more_than", "less_than"},
    ("factuality",): {*FACTUALITY, None},
}
ROLES = {
    "points": {"level", "previous", "change", "part", "target", "forecast"},
    "participants": {"actor", "recipient", "object", "place", "instrument"},
}
KINDS = {
    "changes": {"new", "ended", "revised", "confirmed", "disputed", "slipped", "corrected", "retracted"},
    "disputes": {"figure", "date", "factuality", "state", "role"},
}
VOICES = {"publisher", "person", "office", "organisation", "document", "anonymous"}


@pytest.fixture(scope="module")
def suez(tmp_path_factory):
    with dateline.open(tmp_path_factory.mktemp("suez") / "suez.dateline") as situation:
        situation.add(SUEZ)
        asked = {"changes": {"since": "2021-03-25"}}
        yield {name: getattr(situation, name)(**asked.get(name, {})).to_dicts() for name in FIELDS}


def inside(thing, name="line"):
    """Every object anywhere inside, with the name it stands under."""
    if isinstance(thing, dict):
        yield name, thing
    parts = thing.items() if isinstance(thing, dict) else ((name, x) for x in thing) if isinstance(thing, list) else ()
    for key, value in parts:
        yield from inside(value, key)


@pytest.mark.parametrize("name", FIELDS)
def test_every_line_has_the_fields_that_are_promised(suez, name):
    assert suez[name]
    for line in suez[name]:
        assert set(FIELDS[name].split()) <= set(line)
        assert name not in KINDS or line["kind"] in KINDS[name]


@pytest.mark.parametrize("name", FIELDS)
def test_every_value_is_one_of_those_named(suez, name):
    for key, thing in inside(suez[name]):
        for (field,), values in MAY_BE.items():
            assert field not in thing or thing[field] in values, (key, field, thing[field])
        assert key not in ROLES or thing["role"] in ROLES[key], (key, thing["role"])
        assert key != "voice" or thing["kind"] in VOICES
        assert key != "evidence" or "anchor" not in thing or set(thing) >= EVIDENCE, set(thing)
        assert key != "points" or set(thing) >= POINT


@pytest.mark.parametrize("name", FIELDS)
def test_every_stretch_of_days_is_one_and_every_anchor_cuts_its_words(suez, name):
    texts = {s["id"]: {"text": s["text"], "title": s["title"]} for s in suez["sources"]}
    for _, when in inside(suez[name]):
        if {"earliest", "latest", "edtf"} <= set(when):
            low, high = (date.fromisoformat(d) if d else None for d in (when["earliest"], when["latest"]))
            assert low is None or high is None or low <= high
            assert (when["edtf"] is None) == (low is None and high is None)
    for anchor in anchors_in(suez[name]):
        whole = texts[anchor["report"]][anchor.get("field", "text")]
        assert whole[anchor["start"] : anchor["end"]] == anchor["text"] != ""


def test_shares_ranks_grades_and_hashes_are_what_they_are_called(suez):
    for event in suez["timeline"]:
        assert 0 <= event["rank"] <= 1 and 1 <= event["grade"]["item"] <= 6 and event["grade"]["source"] in "ABCDEF"
        assert event["reports"] == sorted({e["anchor"]["report"] for e in event["evidence"]})
    for source in suez["sources"]:
        assert hashlib.sha256(source["text"].encode()).hexdigest() == source["sha256"]
