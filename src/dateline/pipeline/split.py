"""Has a second process work beside this one, on what this one holds.

In:   what the second is to do, given its end of a line between the two.
Out:  this one's end of the line.
Room: pipeline. A process that is split off shares all that was held till then, so that nothing is sent to it; only some
      systems can split a process, and none safely that runs several threads.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


def can_split() -> bool:
    """Whether this process may be split: on Linux, and while it runs nothing beside its main thread."""
    return sys.platform == "linux" and threading.active_count() == 1


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Has a second process do the work, where there can be one; what is given back waits for what it gives."""
    if not can_split():
        return work
    line, process = _second(lambda line: line.send(work()))

    def given() -> T:
        try:
            found: T = line.recv()
        except (EOFError, OSError):  # it has ended before: its defect is met again here, and named
            return work()
        finally:
            line.close()
            process.join()
        return found

    return given


@contextmanager
def split_off(work: Callable[[Connection], None]) -> Iterator[Connection]:
    """A line to a process that does the work; EOFError is raised here where it ends before it has answered."""
    line, process = _second(work)
    try:
        yield line
    finally:
        line.close()
        process.join()


def _second(work: Callable[[Connection], None]) -> tuple[Connection, BaseProcess]:
    import multiprocessing  # noqa: PLC0415 - few commands need it

    context = multiprocessing.get_context("fork")
    own, others = context.Pipe()
    process = context.Process(target=_done, args=(work, own, others), daemon=True)
    process.start()
    others.close()
    return own, process


def _done(work: Callable[[Connection], None], first: Connection, own: Connection) -> None:
    first.close()  # so that the end of the first process is seen
    gc.disable()  # a look for cycles would copy all that is shared
    work(own)
