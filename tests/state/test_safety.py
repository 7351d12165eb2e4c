"""States of safety, health, supply and transport, read from sentences of our own."""

import pytest

import dateline


def board(tmp_path, *texts, on=None):
    rows = [
        {"id": f"r{n}", "published": f"2031-06-{18 + n}", "publisher": "Wire", "language": "en", "text": f"{text}\n"}
        for n, text in enumerate(texts)
    ]
    situation = dateline.open(tmp_path / "s.dateline")
    situation.add(rows, workers=1)
    return [(line["status"], line["title"]) for line in situation.inforce(**({"on": on} if on else {}))]


@pytest.mark.parametrize(
    ("text", "status", "title"),
    [
        ("Ardania has put its dengue vaccination programme on hold.", "suspended", "engue vaccination programme"),
        ("The hosepipe ban kicked in across Amat on Monday.", "in_force", "Hosepipe ban on Amat"),
        ("The night ferry to Lucara was taken out of service on Monday.", "suspended", "Night ferry to Lucara"),
        ("Torvik's airport was put back into operation on Monday.", "ended", "Closure of Torvik's airport"),
        ("The town of Suling emerged on Friday from a 19-day lockdown.", "ended", "19-day lockdown in Suling"),
        ("The state of emergency in Corazal was allowed to lapse on Monday.", "ended", "State of emergency in Corazal"),
    ],
)
def test_an_idiom_does_what_its_plain_verb_does(tmp_path, text, status, title):
    assert any(s == status and title in told for s, told in board(tmp_path, text))


@pytest.mark.parametrize(
    ("text", "status", "words"),
    [
        ("Drivers in Torvik have had to carry snow chains since Friday.", "in_force", "carry snow chains"),
        ("Ships may not anchor in the bay since Thursday, the pilot said.", "in_force", "may not anchor"),
        ("Visitors to the clinic no longer have to wear masks from 1 July.", "planned", "no longer have to wear masks"),
        ("Farmers may again sell milk from the valley since Friday.", "ended", "may again sell milk"),
    ],
)
def test_a_rule_told_with_its_first_day_is_a_state(tmp_path, text, status, words):
    assert any(s == status and words in title for s, title in board(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "Thousands have had to flee their homes in the valley since Monday.",
        "Dogs in the port of Amat must be muzzled.",
        "The minister must resign, the opposition said on Monday.",
    ],
)
def test_need_and_wish_are_no_rule(tmp_path, text):
    assert not any(title.startswith("Rule") for _, title in board(tmp_path, text))


def test_a_lowered_alert_stands_at_its_new_level(tmp_path):
    told = (
        "The centre issued a red flood alert for the Baruna valley on Wednesday.",
        "The centre lowered the flood alert for the Baruna valley from red to orange on Thursday.",
    )
    found = board(tmp_path, *told, on="2031-06-20")
    assert [s for s, title in found if "alert" in title.casefold()] == ["in_force"]


def test_people_told_to_leave_are_evacuated(tmp_path):
    found = board(tmp_path, "The prefect ordered everyone living below the dam to leave on Tuesday.")
    assert ("in_force", "Evacuation for everyone") in found


def test_what_is_put_off_with_no_new_day_has_not_begun(tmp_path):
    told = (
        "The Kobel tunnel will open to traffic on 20 June, the operator said.",
        "The opening of the Kobel tunnel has been postponed, and the operator gave no new date.",
    )
    assert "not_begun" in [status for status, title in board(tmp_path, *told, on="2031-06-22") if "Kobel" in title]


def test_what_is_going_to_be_shut_is_not_shut(tmp_path):
    found = board(tmp_path, "The city is going to close the Stone Bridge on Friday.")
    assert [status for status, title in found if "ridge" in title] == ["planned"]


def test_a_condition_holds_since_its_day(tmp_path):
    found = board(tmp_path, "Some 400 homes in Amat have been off limits to their owners since Monday.")
    assert any(status == "in_force" and "off limits" in title for status, title in found)


def test_what_was_done_since_a_day_is_no_condition(tmp_path):
    assert not board(tmp_path, "Nine people have been arrested in Amat since Monday.") or not any(
        "have been" in title for _, title in board(tmp_path, "Nine people have been killed in Amat since Monday.")
    )


def test_an_ending_under_another_name_ends_what_the_first_report_told(tmp_path):
    told = (
        "Jorvania sealed the Tamur crossing, its only gateway to Hashan, on Monday.",
        "Lorries were rolling through Tamur again on Friday after Jorvania reopened the crossing to Hashan.",
    )
    found = [s for s, title in board(tmp_path, *told, on="2031-06-23") if "rossing" in title or "Tamur" in title]
    assert "in_force" not in found
