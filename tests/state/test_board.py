"""What stands on a day, as known by a day."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.lexicon.states import state_rows
from dateline.state.board import board, states
from state.made import record_of, told


def inforce(pile, on=None, known_by=None, slot=None, generous=False):
    def as_day(words):
        return date.fromisoformat(words) if words else None

    lines = board(states(record_of(*pile)), as_day(on), as_day(known_by), generous)
    return [line for line in lines if slot is None or line["slot"] == slot]


def only(lines):
    assert len(lines) == 1, [line["title"] for line in lines]
    return lines[0]


NOT_YET = told(
    "early",
    "2023-07-27/2023-10-09",
    "Norway has not yet designated the takeover in Chad as a coup.",
    "designate",
    "designated",
    factuality="not_happened",
    actor="Norway",
    object="the takeover in Chad",
)
DESIGNATED = told(
    "exact",
    "2023-10-11",
    "Norway designated the takeover in Chad as a coup on October 10.",
    "designate",
    "designated",
    when="2023-10-10",
    actor="Norway",
    object="the takeover in Chad",
)
IN_OCTOBER = told(
    "vague",
    "2024-05-20",
    "The Norwegian government designated the takeover a coup in October.",
    "designate",
    "designated",
    when="2023-10",
    actor="The Norwegian government",
    object="the takeover",
)


def test_a_designation_is_not_begun_until_it_is_made_and_the_vague_report_joins_the_exact_one():
    pile = [NOT_YET, DESIGNATED, IN_OCTOBER]
    before = only(inforce(pile, "2023-08-15"))
    after = only(inforce(pile, "2023-11-01"))
    assert (before["status"], after["status"]) == ("not_begun", "in_force")
    assert after["from"]["edtf"] == "2023-10-10"
    assert before["id"] == after["id"]
    assert after["reports"] == ["early", "exact", "vague"]


def test_what_nobody_had_told_by_then_is_not_on_the_board():
    assert inforce([DESIGNATED], "2023-11-01", "2023-10-10") == []
    assert only(inforce([DESIGNATED], "2023-11-01", "2023-10-11"))["known_from"] == "2023-10-11"


def test_an_undated_report_counts_from_its_latest_possible_day_or_generously_from_its_earliest():
    assert inforce([NOT_YET], "2023-08-15", "2023-08-15") == []
    assert only(inforce([NOT_YET], "2023-08-15", "2023-08-15", generous=True))["status"] == "not_begun"


def test_an_accord_whose_ending_is_told_was_in_force_before_it():
    pile = [
        told(
            "gazette",
            "2024-03-17",
            "Chad revoked its military accord with Norway on Saturday.",
            "revoke",
            "revoked",
            when="2024-03-16",
            actor="Chad",
            object="its military accord with Norway",
        )
    ]
    before, after = only(inforce(pile, "2024-02-01")), only(inforce(pile, "2024-04-15"))
    assert (before["status"], before["from"], before["to"]) == ("in_force", None, None)
    assert (after["status"], after["from"], after["to"]["edtf"]) == ("ended", None, "2024-03-16")
    assert "Chad" in after["title"] and "Norway" in after["title"]
    assert inforce(pile, "1950-01-01") == []


def test_aid_is_suspended_and_resumed_and_only_its_day_decides():
    pile = [
        told(
            "a",
            "2023-08-05",
            "Norway paused aid to Chad.",
            "pause",
            "paused",
            when="2023-08",
            actor="Norway",
            object="aid",
            recipient="Chad",
        ),
        told(
            "b",
            "2024-02-02",
            "Norway resumed its aid to Chad.",
            "resume",
            "resumed",
            when="2024-02-01",
            actor="Norway",
            object="its aid",
            recipient="Chad",
        ),
    ]
    assert only(inforce(pile, "2023-11-01"))["status"] == "suspended"
    assert only(inforce(pile, "2023-11-01", "2023-12-01"))["to"]["latest"] == "2023-08-05"
    assert only(inforce(pile, "2024-03-01"))["status"] == "in_force"


def test_a_plan_or_a_denial_begins_nothing():
    pile = [
        told(
            "a",
            "2024-01-02",
            "Norway will impose sanctions on Chad.",
            "impose",
            factuality="planned",
            actor="Norway",
            object="sanctions",
            recipient="Chad",
        ),
        told(
            "b",
            "2024-01-03",
            "Norway denied it had lifted sanctions on Mali.",
            "lift",
            "lifted",
            factuality="denied",
            actor="Norway",
            object="sanctions",
            recipient="Mali",
        ),
    ]
    lines = inforce(pile, "2024-02-01")
    assert [line["status"] for line in lines] == ["planned"]


def test_a_truce_of_three_days_ends_by_its_own_term():
    pile = [
        told(
            "wire",
            "2024-05-02",
            "The rebels and the army agreed a three-day truce on May 1.",
            "agree",
            "agreed",
            when="2024-05-01",
            actor="The rebels",
            object="a three-day truce",
            times=[("three-day", "DURATION", "P3D", None, None)],
        )
    ]
    assert only(inforce(pile, "2024-05-03"))["status"] == "in_force"
    over = only(inforce(pile, "2024-05-10"))
    assert (over["status"], over["to"]["edtf"], over["ended_by"]) == ("ended", "2024-05-04", None)


def test_a_truce_of_no_hours_is_over_the_day_after():
    pile = [
        told(
            "wire",
            "2024-05-02",
            "The rebels agreed a 0-hour truce.",
            "agree",
            "agreed",
            when="2024-05-01",
            actor="The rebels",
            object="a 0-hour truce",
            times=[("0-hour", "DURATION", "PT0H", None, None)],
        )
    ]
    assert only(inforce(pile, "2024-05-02"))["status"] == "ended"


def test_an_ultimatum_of_seven_days_from_a_sunday_names_its_day():
    pile = [
        told(
            "herald",
            "2023-07-31",
            "The bloc on Sunday gave the junta seven days to step back.",
            "give",
            "gave",
            when="2023-07-30",
            actor="The bloc",
            recipient="the junta",
            object="seven days",
            times=[("Sunday", "DATE", "2023-07-30", "on", "2023-07-30"), ("seven days", "DURATION", "P7D", None, None)],
        )
    ]
    line = only(inforce(pile, "2023-08-01"))
    assert (line["slot"], line["status"], line["outcome"]) == ("deadline", "planned", "open")
    assert (line["from"]["edtf"], line["to"]["edtf"]) == ("2023-07-30", "2023-08-06")
    assert "6 August 2023" in line["title"]
    assert only(inforce(pile, "2023-08-20"))["outcome"] == "overdue"


LEAVING = {"actor": "Norwegian troops", "place": "Chad"}


def leaving(report, published, by, words, factuality="planned"):
    return told(
        report,
        published,
        f"Norwegian troops will leave Chad by {words}.",
        "leave",
        factuality=factuality,
        when=by,
        relation="by",
        times=[(words, "DATE", by, "by", by)],
        **LEAVING,
    )


def test_a_plan_slips_is_overdue_and_is_done():
    pile = [
        leaving("may", "2024-05-20", "2024-08-15", "August 15"),
        leaving("july", "2024-07-20", "2024-09-15", "September 15"),
    ]
    done = told(
        "late", "2024-09-17", "Norwegian troops left Chad on Monday.", "leave", "left", when="2024-09-16", **LEAVING
    )
    first = only(inforce(pile, "2024-06-01", "2024-06-01"))
    assert (first["to"]["edtf"], first["outcome"], first["was"]) == ("2024-08-15", "open", [])
    slipped = only(inforce(pile, "2024-08-01"))
    assert (slipped["to"]["edtf"], slipped["outcome"], [w["edtf"] for w in slipped["was"]]) == (
        "2024-09-15",
        "slipped",
        ["2024-08-15"],
    )
    assert slipped["id"] == first["id"]
    assert only(inforce(pile, "2024-10-01"))["outcome"] == "overdue"
    finished = next(line for line in inforce([*pile, done], "2024-10-01") if line["id"] == first["id"])
    assert (finished["status"], finished["outcome"], finished["to"]["edtf"]) == ("ended", "done", "2024-09-16")


def test_a_partial_ending_ends_nothing():
    pile = [
        told(
            "a",
            "2024-01-02",
            "Norway imposed sanctions on Chad.",
            "impose",
            "imposed",
            when="2024-01-01",
            actor="Norway",
            object="sanctions",
            recipient="Chad",
        ),
        told(
            "b",
            "2024-02-02",
            "Norway lifted some sanctions on Chad.",
            "lift",
            "lifted",
            when="2024-02-01",
            partial=True,
            actor="Norway",
            object="some sanctions",
            recipient="Chad",
        ),
    ]
    line = only(inforce(pile, "2024-03-01"))
    assert (line["status"], line["partial"]) == ("in_force", True)


def test_pulling_troops_back_to_a_camp_is_no_withdrawal():
    pile = [
        told(
            "a",
            "2024-01-02",
            "Norway withdrew its troops to Camp Orrin.",
            "withdraw",
            "withdrew",
            when="2024-01-01",
            actor="Norway",
            object="its troops",
            place="Camp Orrin",
        )
    ]
    assert only(inforce(pile, "2024-02-01"))["status"] == "in_force"


def test_begun_twice_and_ended_before_it_began():
    pile = [
        told(
            "a",
            "2024-01-02",
            "The governor imposed a curfew in Arlen.",
            "impose",
            "imposed",
            when="2024-01-01",
            actor="The governor",
            object="a curfew",
            place="Arlen",
        ),
        told(
            "b",
            "2024-01-09",
            "The governor imposed a curfew in Arlen.",
            "impose",
            "imposed",
            when="2024-01-08",
            actor="The governor",
            object="a curfew",
            place="Arlen",
        ),
    ]
    line = only(inforce(pile, "2024-02-01"))
    assert (line["status"], line["from"]["edtf"]) == ("in_force", "2024-01-01")
    lifted = told(
        "c",
        "2023-12-11",
        "The governor lifted the curfew in Arlen.",
        "lift",
        "lifted",
        when="2023-12-10",
        actor="The governor",
        object="the curfew",
        place="Arlen",
    )
    both = [*pile, lifted]
    assert only(inforce(both, "2023-12-20"))["status"] == "ended"
    assert only(inforce(both, "2024-01-20"))["status"] == "in_force"


def test_days_before_and_after_everything_and_a_day_later_than_what_is_known():
    assert inforce([DESIGNATED], "1900-01-01") == []
    assert only(inforce([DESIGNATED], "2999-01-01"))["status"] == "in_force"
    assert inforce([DESIGNATED], "2024-01-01", "2023-01-01") == []
    assert board((), None, None) == ()


def test_an_ending_in_one_country_leaves_the_other_country_alone():
    pile = [
        told(
            "a",
            "2024-01-02",
            "Norway imposed sanctions on Chad.",
            "impose",
            "imposed",
            when="2024-01-01",
            actor="Norway",
            object="sanctions",
            recipient="Chad",
        ),
        told(
            "b",
            "2024-02-02",
            "Norway lifted sanctions on Mali.",
            "lift",
            "lifted",
            when="2024-02-01",
            actor="Norway",
            object="sanctions",
            recipient="Mali",
        ),
    ]
    found = {line["object"]: line["status"] for line in inforce(pile, "2024-03-01")}
    assert found == {"Chad": "in_force", "Mali": "ended"}


PILE = (
    NOT_YET,
    DESIGNATED,
    IN_OCTOBER,
    leaving("may", "2024-05-20", "2024-08-15", "August 15"),
    leaving("july", "2024-07-20", "2024-09-15", "September 15"),
    told("late", "2024-09-17", "Norwegian troops left Chad on Monday.", "leave", "left", when="2024-09-16", **LEAVING),
    told(
        "c",
        "2024-03-17",
        "Chad ended its accord with Norway.",
        "end",
        "ended",
        when="2024-03-16",
        actor="Chad",
        object="its accord with Norway",
    ),
    told("d", "2024-03-20", "Chad ended an accord.", "end", "ended", when="2024-03", actor="Chad", object="an accord"),
)


@given(st.permutations(PILE))
@settings(max_examples=25, deadline=None)
def test_the_board_does_not_depend_on_the_order_of_the_reports(pile):
    assert inforce(pile, "2024-08-20") == inforce(PILE, "2024-08-20")


@given(st.dates(date(2023, 7, 1), date(2024, 12, 1)), st.dates(date(2023, 7, 1), date(2024, 12, 1)))
@settings(max_examples=60, deadline=None)
def test_a_later_day_of_knowing_loses_no_claim(a, b):
    first, last = sorted((a, b))
    found = states(record_of(*PILE))

    def claims(known_by):
        return {e["claim"] for line in board(found, date(2025, 1, 1), known_by) for e in line["evidence"]}

    assert claims(first) <= claims(last)


def test_every_line_has_evidence_and_every_row_of_the_table_an_example():
    assert all(line["evidence"] for line in inforce(PILE, "2024-08-20"))
    assert all(row["example"].endswith(".") for row in state_rows())
    assert len(state_rows()) >= 120


def test_a_users_row_adds_a_kind_of_state():
    row = {
        "verb": "moor",
        "noun": "ferry",
        "at": "target",
        "slot": "mooring",
        "effect": "begin",
        "value": "moored",
        "subject": "actor",
        "object": "target",
        "example": "Crews moored the ferry.",
    }
    claim = told(
        "a",
        "2024-01-02",
        "Crews moored the ferry.",
        "moor",
        "moored",
        when="2024-01-01",
        actor="Crews",
        object="the ferry",
    )
    line = only([*board(states(record_of(claim), [row]), date(2024, 2, 1), None)])
    assert (line["slot"], line["status"], line["value"]) == ("mooring", "in_force", "moored")


def test_a_row_that_cannot_be_read_says_which():
    with pytest.raises(Exception, match="Crews moored"):
        states(
            record_of(DESIGNATED), [{"verb": "moor", "effect": "finish", "slot": "x", "example": "Crews moored it."}]
        )


def test_an_ending_told_again_months_later_without_a_day_is_the_same_ending():
    accord = "its accord with Norway"
    text = f"Chad ended {accord}."
    first = told("a", "2024-03-17", text, "end", "ended", actor="Chad", object=accord)
    later = told("b", "2024-09-20", text, "end", "ended", actor="Chad", object=accord)
    line = only(inforce([first, later], "2024-10-01"))
    assert (line["status"], line["to"]["latest"], line["reports"]) == ("ended", "2024-03-17", ["a", "b"])


def test_traffic_that_runs_again_through_a_closed_canal_has_ended_its_closure():
    from dateline.state.implied import with_implied
    from dateline.state.transitions import transitions

    pile = [
        told(
            "first",
            "2024-01-02",
            "A wreck blocked the Orla Canal on Monday.",
            "block",
            "blocked",
            when="2024-01-01",
            actor="A wreck",
            object="the Orla Canal",
        ),
        told(
            "second",
            "2024-01-09",
            "Traffic through the Orla Canal resumed on Monday.",
            "resume",
            "resumed",
            when="2024-01-08",
            actor="Traffic",
            place="the Orla Canal",
        ),
    ]
    found = transitions(record_of(*pile))
    assert with_implied(found) == found  # only words tell the canal here: nothing is concluded from words alone


def test_one_group_of_people_is_one_under_several_names_and_two_sizes_are_two():
    from dateline.state.bodies import people
    from dateline.state.sides import words_side

    crew = people(words_side("its 25 Indian crew members", "member")).keys
    sailors = people(words_side("The 25 sailors", "sailor")).keys
    others = people(words_side("eight sailors", "sailor")).keys
    assert crew == {"words:25 crew indian"} and sailors == {"words:25 crew"} and others == {"words:8 crew"}


def test_what_is_only_told_to_be_open_again_without_a_closure_is_no_state():
    pile = [told("a", "2024-01-02", "The border is open.", "be open", "open", factuality="ongoing", actor="The border")]
    assert inforce(pile) == []


def test_talks_that_begin_and_break_down_are_one_state_though_nobody_is_named():
    pile = [
        told("a", "2024-01-02", "Talks began on Monday.", "begin", "began", when="2024-01-01", actor="Talks"),
        told("b", "2024-01-06", "The talks collapsed.", "collapse", "collapsed", when="2024-01-05", actor="The talks"),
    ]
    line = only(inforce(pile, slot="talks"))
    assert (line["status"], line["from"]["edtf"], line["to"]["edtf"]) == ("ended", "2024-01-01", "2024-01-05")
