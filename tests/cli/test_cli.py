"""The command as a user meets it: what it prints, what it says, how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

COMMANDS = "add sources timeline figures inforce disputes changes entities why brief annotate status".split()  # noqa: SIM905
WIRE = (
    "KARO, May 2, 2024 (Coast Wire) - Soldiers closed the port of Karo on Thursday, the harbour office said. "
    "About 300 people were stranded.\n"
)
LATER = "KARO, May 6, 2024 (Coast Wire) - The army reopened the port of Karo on Monday, officials said.\n"


def dateline(*args: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dateline.cli.main", *args],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **env},
    )  # fmt: skip


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pile")
    reports = folder / "reports"
    reports.mkdir()
    (reports / "one.txt").write_text(WIRE, encoding="utf-8")
    (reports / "two.txt").write_text(LATER, encoding="utf-8")
    done = dateline("add", "karo.dateline", "reports", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert "2 reports added" in done.stderr and done.stdout == ""
    return folder


def lines(folder: Path, *args: str) -> list[dict[str, object]]:
    done = dateline(*args, "--json", cwd=folder)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_adding_the_same_reports_again_changes_nothing_and_says_so(pile):
    before = dateline("timeline", "karo.dateline", "--json", cwd=pile).stdout
    done = dateline("add", "karo.dateline", "reports", cwd=pile)
    assert done.returncode == 0 and "2 reports already there" in done.stderr
    assert dateline("timeline", "karo.dateline", "--json", cwd=pile).stdout == before


def test_the_timeline_tells_what_happened_and_when(pile):
    told = {line["when"]["edtf"]: line["title"] for line in lines(pile, "timeline", "karo.dateline")}
    assert "port" in told["2024-05-02"] and "port" in told["2024-05-06"]


def test_json_has_sorted_keys_and_no_colour(pile):
    out = dateline("sources", "karo.dateline", "--json", cwd=pile).stdout
    assert "\x1b" not in out
    for line in out.splitlines():
        assert line == json.dumps(json.loads(line), ensure_ascii=False, sort_keys=True)


def test_what_was_not_yet_told_is_not_known(pile):
    early = lines(pile, "timeline", "karo.dateline", "--known-by", "2024-05-05")
    assert early and all(r == "one" for line in early for r in line["reports"])


def test_why_leads_to_the_exact_words(pile):
    event = lines(pile, "timeline", "karo.dateline")[0]
    steps = lines(pile, "why", "karo.dateline", str(event["id"]))
    assert any(s["anchor"] and s["anchor"]["text"] in WIRE + LATER for s in steps)
    assert all(s["anchor"] or s["rule"] for s in steps)


def test_neither_clock_zone_nor_language_nor_hash_seed_changes_the_answer(pile):
    first = dateline("timeline", "karo.dateline", "--json", cwd=pile).stdout
    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/Lima")):
        again = pile / f"again{seed}.dateline"
        dateline("add", again.name, "reports", "--workers", seed, cwd=pile, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C")
        assert dateline("timeline", again.name, "--json", cwd=pile, PYTHONHASHSEED=seed, TZ=zone).stdout == first


def test_a_bad_input_is_named_and_the_rest_goes_on(pile):
    mess = pile / "mess"
    mess.mkdir()
    (mess / "empty.txt").write_text("", encoding="utf-8")
    (mess / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (mess / "rows.jsonl").write_text(
        '{"id": "ok", "text": "Talks began on May 7, 2024."}\n{"id": "bad"\n', encoding="utf-8"
    )
    done = dateline("add", "mess.dateline", "mess", cwd=pile)
    assert done.returncode == 1
    assert "empty.txt" in done.stderr and "binary.txt" in done.stderr and "rows.jsonl" in done.stderr
    assert [line["id"] for line in lines(pile, "sources", "mess.dateline")] == ["ok"]


def test_a_wrong_command_does_nothing_and_says_what_to_do(pile):
    for args in (
        ("timeline", "nowhere.dateline"),
        ("timeline", "karo.dateline", "--known-by", "2024-13-45"),
        ("why", "karo.dateline", "nonsense"),
        ("correct", "karo.dateline", "one"),
        ("timeline", "reports"),
        ("add", "nowhere/karo.dateline", "reports"),
        ("backup", "karo.dateline", "nowhere/copy.dateline"),
        ("brief", "karo.dateline", "--out", "brief.pdf"),
        ("export", "karo.dateline", "--what", "gossip"),
    ):
        done = dateline(*args, cwd=pile)
        assert done.returncode == 2, args
        assert done.stderr.startswith("dateline: ") and "Traceback" not in done.stderr
        assert not any((pile / name).exists() for name in ("nowhere.dateline", "nowhere", "brief.pdf"))


def test_where_nothing_could_be_added_no_empty_record_is_left(pile, tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    for path, status in (("empty.txt", 1), ("nowhere.txt", 1), ("folder", 2)):
        done = dateline("add", "new.dateline", path, cwd=tmp_path)
        assert done.returncode == status and not (tmp_path / "new.dateline").exists()
    assert dateline("add", str(pile / "karo.dateline"), "empty.txt", cwd=tmp_path).returncode == 1
    assert (pile / "karo.dateline").exists()


def test_a_path_that_is_empty_does_not_stand_for_this_folder(pile):
    done = dateline("add", "nothing.dateline", "", cwd=pile)
    assert done.returncode == 2 and "path is empty" in done.stderr
    assert not (pile / "nothing.dateline").exists()


def test_a_damaged_record_is_named_and_not_traced(pile, tmp_path):
    held = bytearray((pile / "karo.dateline").read_bytes())
    held[20_000:] = b"\xaa" * len(held[20_000:])
    (tmp_path / "karo.dateline").write_bytes(held)
    done = dateline("status", "karo.dateline", cwd=tmp_path)
    assert done.returncode == 2 and "dateline verify" in done.stderr and "Traceback" not in done.stderr
    assert dateline("verify", "karo.dateline", cwd=tmp_path).returncode == 1


def test_a_file_that_is_no_record_is_left_alone(pile):
    other = pile / "notes.dateline"
    other.write_text("these are my notes, not a record\n" * 50, encoding="utf-8")
    done = dateline("add", "notes.dateline", "reports", cwd=pile)
    assert done.returncode == 2 and "not a Dateline file" in done.stderr
    assert other.read_text(encoding="utf-8").startswith("these are my notes")


def test_a_person_can_decide_and_take_it_back(pile, tmp_path):
    record = tmp_path / "s.dateline"
    (tmp_path / "bare.txt").write_text("The ferry sank near Karo. Divers found two bodies.\n", encoding="utf-8")
    dateline("add", str(record), "bare.txt", cwd=tmp_path)
    assert lines(tmp_path, "sources", str(record))[0]["published"]["earliest"] is None
    done = dateline("correct", str(record), "bare", "--published", "2024-06-01", "--why", "seen in print", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    dated = lines(tmp_path, "sources", str(record))[0]["published"]
    assert dated["edtf"] == "2024-06-01" and "seen in print" in dated["reasons"][0]["why"]
    assert dateline("undo", str(record), "1", cwd=tmp_path).returncode == 0
    assert lines(tmp_path, "sources", str(record))[0]["published"]["earliest"] is None


def test_a_withdrawn_report_stops_counting(pile, tmp_path):
    record = tmp_path / "s.dateline"
    dateline("add", str(record), str(pile / "reports"), cwd=tmp_path)
    assert dateline("remove", str(record), "two", "--why", "retracted", cwd=tmp_path).returncode == 0
    assert [line["id"] for line in lines(tmp_path, "sources", str(record))] == ["one"]


def test_a_brief_can_be_written_and_cites_everything(pile):
    done = dateline("brief", "karo.dateline", "--out", "brief.html", cwd=pile)
    assert done.returncode == 0, done.stderr
    html = (pile / "brief.html").read_text(encoding="utf-8")
    assert "<blockquote>" in html and "http" not in html.replace("http-equiv", "")
    assert "[^1]:" in dateline("brief", "karo.dateline", cwd=pile).stdout


def test_every_command_explains_itself_with_an_example(pile):
    for name in COMMANDS:
        done = dateline(name, "--help", cwd=pile)
        assert done.returncode == 0 and "Example" in done.stdout, name


def test_a_sound_file_is_called_sound_and_a_backup_is_the_same(pile):
    assert dateline("verify", "karo.dateline", cwd=pile).returncode == 0
    assert dateline("backup", "karo.dateline", "copy.dateline", cwd=pile).returncode == 0
    assert lines(pile, "timeline", "copy.dateline") == lines(pile, "timeline", "karo.dateline")


def test_the_version_names_the_program_its_reader_and_its_rules(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dateline", "--version"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert re.fullmatch(r"dateline \d+\.\d+\.\d+ \(dateline-reader \d+ [0-9a-f]+ rules-\d+\)\n", done.stdout)
