"""Every list takes the day asked about: reports out by it, disputes over days up to it, names in events up to it."""

from __future__ import annotations

import pytest

import dateline

PILE = [
    {
        "id": "wire", "published": "2024-05-02", "publisher": "Coast Wire",
        "text": "Soldiers of Osland closed the port of Karo on Wednesday. "
        "A fire killed 12 people in Verrin on Wednesday.",
    },
    {
        "id": "herald", "published": "2024-05-10", "publisher": "Herald",
        "text": "A fire killed 19 people in Verrin on May 1. Ida Roe visited Karo on Thursday.",
    },
    {"id": "letter", "text": "Ivo Mann wrote about Talvik."},
]  # fmt: skip


@pytest.fixture(scope="module")
def karo(tmp_path_factory):
    with dateline.open(tmp_path_factory.mktemp("days") / "karo.dateline") as situation:
        situation.add(PILE)
        yield situation


def test_sources_are_those_that_were_out(karo):
    assert [s.id for s in karo.sources(on="2024-05-09")] == ["wire"]
    assert [s.id for s in karo.sources(on="2024-05-10")] == ["wire", "herald"]
    assert {s.id for s in karo.sources()} == {"wire", "herald", "letter"}


def test_disputes_are_those_over_days_up_to_it(karo):
    (dispute,) = karo.disputes()
    assert dispute.when["earliest"] == "2024-05-01"
    assert len(karo.disputes(on="2024-05-01")) == 1
    assert len(karo.disputes(on="2024-04-30")) == 0
    assert len(karo.disputes(on="2024-05-01", known_by="2024-05-09")) == 0  # the day of knowledge stays its own clock


def test_entities_are_those_that_events_up_to_it_name(karo):
    def names(**days):
        return {e.name for e in karo.entities(**days)}

    assert names(on="2024-05-01") == {"Karo", "Osland", "Verrin"}
    assert names(on="2024-05-09") == {"Karo", "Osland", "Verrin", "Ida Roe"}
    assert "Ida Roe" not in names(on="2024-05-09", known_by="2024-05-09")
    assert names(on="2024-05-09") < names()


def test_mentions_are_those_within_the_events(karo):
    def mentions(**days):
        return [m["report"] for e in karo.entities(**days) if e.name == "Karo" for m in e.mentions]

    assert mentions(on="2024-05-01") == ["wire"]
    assert sorted(mentions(on="2024-05-09")) == ["herald", "wire"]
