"""Has a second process work beside this one, on what this one holds.

In:   what the second is to do, given its end of a line between the two.
Out:  this one's end of the line.
Room: pipeline. A process that is split off shares all that was held till then, so that nothing is sent to it; only some
      systems can split a process, and none safely while another thread of Python runs; those of numpy and of the
      reader rest meanwhile, and the second process asks nothing of them.
"""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


def can_split() -> bool:
    """Whether this process may be split: on Linux, while it runs no other thread of Python, and where it may have
    children."""
    import multiprocessing  # noqa: PLC0415 - few commands need it

    alone = threading.active_count() == 1 and not multiprocessing.current_process().daemon
    return sys.platform == "linux" and alone


def begun(work: Callable[[], T]) -> Callable[[], T]:
    """Has a second process do the work, where there can be one; what is given back waits for what it gives."""
    if not can_split():
        return work
    try:
        line, process = _second(lambda line: line.send(work()))
    except OSError:  # no more processes may be made
        return work

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
    except BaseException:
        process.terminate()
        raise
    finally:
        line.close()
        process.join()


def _second(work: Callable[[Connection], None]) -> tuple[Connection, BaseProcess]:
    import multiprocessing  # noqa: PLC0415 - few commands need it

    context = multiprocessing.get_context("fork")
    own, others = context.Pipe()
    process = context.Process(target=_done, args=(work, own, others), daemon=True)
    try:
        process.start()
    except OSError:
        own.close()
        raise
    finally:
        others.close()
    return own, process


def _done(work: Callable[[Connection], None], first: Connection, own: Connection) -> None:
    first.close()  # so that the end of the first process is seen
    gc.disable()  # a look for cycles would copy all that is shared
    with suppress(Exception, KeyboardInterrupt):  # the closed line tells the first process, which meets it too
        work(own)
