"""The README and the docs tell the truth: every command they show prints what they show."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md"])
def test_commands_print_what_the_page_shows(page):
    done = subprocess.run(
        [sys.executable, "docs/console.py", "--check", page], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\nWrite it again with:  make docs"


def test_the_command_reference_is_what_the_commands_say():
    done = subprocess.run([sys.executable, "docs/make_commands.py", "--check"], cwd=ROOT, check=False)
    assert done.returncode == 0, "Write it again with:  make docs"


def test_every_link_between_pages_leads_somewhere():
    import re

    for page in [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")]:
        for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
