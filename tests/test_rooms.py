"""The way through the house: each room imports only from its left, and no import goes in a circle."""

from __future__ import annotations

import ast
from pathlib import Path

import dateline

HOUSE = Path(dateline.__file__).parent
ROOMS = ("terms", "lexicon", "report", "sentence", "claim", "record", "state", "store", "pipeline", "view", "cli")


def imports(path: Path) -> set[str]:
    """The rooms that a file imports from."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module] if node.module != "dateline" else [f"dateline.{a.name}" for a in node.names]
        found |= {name.split(".")[1] for name in names if name.startswith("dateline.")}
    return found & set(ROOMS)


def room_of(path: Path) -> str:
    """The room a file stands in."""
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def test_each_room_imports_only_from_its_left():
    for path in sorted(HOUSE.rglob("*.py")):
        room = room_of(path)
        if room in ROOMS:
            right = {other for other in imports(path) if ROOMS.index(other) > ROOMS.index(room)}
            assert not right, f"{path.relative_to(HOUSE)} imports {sorted(right)}, which lie to its right"


def on_loading(path: Path) -> set[str]:
    """The files of the house that loading this one loads at once; what a function fetches when it is asked is not."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("dateline"):
            found |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    return found


def test_no_import_goes_in_a_circle():
    files = {".".join(("dateline", *p.relative_to(HOUSE).with_suffix("").parts)): p for p in HOUSE.rglob("*.py")}
    loads = {name: sorted(on_loading(path) & files.keys()) for name, path in sorted(files.items())}
    done: set[str] = set()

    def follow(name: str, above: tuple[str, ...]) -> None:
        assert name not in above, f"in a circle: {' -> '.join((*above[above.index(name) :], name))}"
        for other in loads[name] if name not in done else ():
            follow(other, (*above, name))
        done.add(name)

    for name in loads:
        follow(name, ())


def test_every_file_says_its_place():
    for path in sorted(HOUSE.rglob("*.py")):
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path.relative_to(HOUSE)} says nothing"


def test_files_can_be_read_in_a_sitting():
    for path in sorted(HOUSE.rglob("*.py")):
        lines = len(path.read_text(encoding="utf-8").splitlines())
        assert lines <= 420, f"{path.relative_to(HOUSE)} has {lines} lines"
