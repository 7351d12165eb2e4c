"""The public names: all there, all documented, none that nobody meant to show."""

from __future__ import annotations

import inspect
import subprocess
import sys

import dateline


def test_every_public_name_is_there_and_documented():
    for name in dateline.__all__:
        thing = getattr(dateline, name)
        if not isinstance(thing, str):
            assert inspect.getdoc(thing), f"dateline.{name} has no docstring"


def test_every_public_method_of_a_situation_is_documented():
    for name, method in inspect.getmembers(dateline.Situation, inspect.isfunction):
        if not name.startswith("_"):
            assert inspect.getdoc(method), f"Situation.{name} has no docstring"


def test_importing_dateline_loads_no_room():
    code = "import dateline, sys; print([m for m in sys.modules if m.startswith('dateline.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_wrong_name_says_so():
    try:
        dateline.nonsense  # noqa: B018
    except AttributeError as error:
        assert "nonsense" in str(error)
    else:
        raise AssertionError("a name that does not exist was found")
