"""Runs the commands that the README and the docs show, and writes or checks what they print.

    docs/console.py [--check] PAGE.md ...

In a block that begins with ```console, each line `$ COMMAND` is run in an empty folder that holds `examples/`; what it
prints to both channels must be what the block shows. A shown line `...` stands for any lines. The commands of a page
share the folder.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(?ms)^```console\n(.*?)^```$")
SHOWN = 40  # lines of a long answer; the rest is `...`


def run(command: str, folder: Path) -> list[str]:
    """What the command prints, line by line, without blanks at line ends."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "COLUMNS": "100", "TERM": "dumb", "NO_COLOR": "1"}
    done = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]


def steps(block: str) -> list[tuple[str, list[str]]]:
    """The commands of a block, each with the lines shown under it."""
    out: list[tuple[str, list[str]]] = []
    for line in block.splitlines():
        if line.startswith("$ "):
            out.append((line[2:], []))
        elif out:
            out[-1][1].append(line.rstrip())
    return out


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are those shown, `...` standing for any."""
    pattern = "".join(r"(?:.*\n)*?" if line.strip() == "..." else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in printed)) is not None


def page(path: Path, check: bool) -> list[str]:
    """Runs a page; the commands whose output is not what is shown, or nothing after writing it."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "examples").symlink_to(ROOT / "examples")

        def rewritten(found: re.Match[str]) -> str:
            out = []
            for command, shown in steps(found.group(1)):
                printed = run(command, folder)
                if not agrees(shown, printed):
                    wrong.append(command)
                cut = shown.count("...") == 1 and shown[-1] == "..."
                keep = (len(shown) - 1) if cut else SHOWN
                out += [f"$ {command}", *printed[:keep], *(["..."] if len(printed) > keep else [])]
            return "```console\n" + "".join(line + "\n" for line in out) + "```"

        text = BLOCK.sub(rewritten, path.read_text(encoding="utf-8"))
    if not check:
        path.write_text(text, encoding="utf-8")
    return wrong if check else []


def main() -> int:
    """Checks or writes the pages named, or all that hold commands."""
    args = [a for a in sys.argv[1:] if a != "--check"]
    pages = [Path(a) for a in args] or [ROOT / "README.md", ROOT / "docs" / "tutorial.md"]
    wrong = [f"{p.name}: {command}" for p in pages for command in page(p, "--check" in sys.argv[1:])]
    for line in wrong:
        print(f"not what is shown: {line}")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
