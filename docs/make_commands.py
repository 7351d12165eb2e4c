"""Writes docs/commands.md from the command line's own help.

make_commands.py [--check]    with --check: exit 1 if the page is not what would be written
"""

from __future__ import annotations

import sys
from pathlib import Path

import typer
from typer.main import get_command

from dateline.cli.main import application

PAGE = Path(__file__).with_name("commands.md")


def reference() -> str:
    """The page: one part per command, with its arguments, options and example."""
    command = get_command(application())
    context = typer.Context(command, info_name="dateline")
    parts = ["# Commands", "", "Written from `dateline --help` by docs/make_commands.py.", ""]
    for name in sorted(command.list_commands(context)):  # type: ignore[attr-defined]
        sub = command.get_command(context, name)  # type: ignore[attr-defined]
        with typer.Context(sub, info_name=name, parent=context) as inner:
            usage = " ".join(["dateline", name, *sub.collect_usage_pieces(inner)])
        parts += [f"## {name}", "", (sub.help or "").strip(), "", f"    {usage}", ""]
        rows = [row for p in sub.params if (row := row_of(p))]
        parts += ["| argument or option | meaning |", "| --- | --- |", *rows, ""] if rows else []
        if sub.epilog:
            parts += [sub.epilog.replace("Example:  ", "Example: `", 1) + "`", ""]
    return "\n".join(parts)


def row_of(param: object) -> str | None:
    """A row of the table for an argument or option."""
    help_text = getattr(param, "help", None)
    if help_text is None or getattr(param, "hidden", False):
        return None
    names = getattr(param, "opts", [])
    shown = (
        ", ".join(f"`{n}`" for n in names if n.startswith("-")) or f"`{getattr(param, 'metavar', None) or names[0]}`"
    )
    return f"| {shown} | {help_text} |"


def main() -> int:
    """Writes the page, or checks it."""
    text = reference()
    if "--check" in sys.argv[1:]:
        return 0 if PAGE.read_text(encoding="utf-8") == text else 1
    PAGE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
