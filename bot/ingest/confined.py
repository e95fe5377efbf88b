"""Reading in a child process, which ends when it takes too long or too much memory.

What strangers send can lead a parser to run for ever, to fill memory or to crash, and no thread can be ended.
So each reading has a process of its own, with limits that the system keeps. They are forked from one that has
the parsers loaded and has read nothing from outside, which takes milliseconds; it ends with this program.
"""

import asyncio
import atexit
import gc
import json
import logging
import os
import pickle
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NoReturn

from bot.ingest.article import Article, LaterError, UnreadableError, from_row, to_row
from bot.ingest.page_kind import PASTE

log = logging.getLogger(__name__)

TOO_MUCH = f"That is built in a way that takes too long or too much memory to read: {PASTE}."
BROKEN = f"That is broken, or built in a way that cannot be read: {PASTE}."
MOST_AT_ONCE = 4
_MOST_ANSWERED = 64_000_000  # bytes
_PART = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """What one reading may take. Pages of newspapers take a tenth of a second and 200 MB."""

    cpu_seconds: int = 15
    seconds: int = 30
    memory: int = 1 << 30  # bytes


LIMITS = Limits()

_OWN_PAGE = (
    "<!doctype html><html><head><title>Reading</title></head><body><article><h1>Reading</h1><time datetime="
    "'2023-03-08T10:00'>8 March 2023</time>"
    + "".join(f"<p>Page {n} of what is read comes from us, he said.</p>" for n in range(9))
).encode()


async def confined(read: Callable[..., Article], *arguments: object, limits: Limits | None = None) -> Article:
    """Return `read(*arguments)`, done in a child process. `read` is a function of a module.

    Raises UnreadableError as `read` does and where it breaks, LaterError where it reaches a limit.
    """
    call = pickle.dumps((limits or LIMITS, partial(read, *arguments)))
    ours, theirs = socket.socketpair()
    with ours:
        ours.settimeout(0)
        with theirs:
            _hand_over(theirs)
        answer = await _answer(ours, call)
    if not answer:
        raise LaterError(TOO_MUCH)  # on a machine with much to do it may take less another time
    # JSON, since nothing is believed of a process that has read what a stranger wrote.
    told = json.loads(answer)
    if "article" not in told:
        raise UnreadableError(str(told["unreadable"]))
    return from_row(told["article"])


async def _answer(ours: socket.socket, call: bytes) -> bytes:
    loop = asyncio.get_running_loop()
    answer = bytearray()
    try:
        await loop.sock_sendall(ours, call)
        ours.shutdown(socket.SHUT_WR)
        while part := await loop.sock_recv(ours, _PART):
            answer += part
            if len(answer) > _MOST_ANSWERED:
                return b""
    except ConnectionError:  # it ended before it had read or said everything
        return b""
    return bytes(answer)


class _Nursery:
    """The process that children are forked from, and our end of the line to it."""

    def __init__(self) -> None:
        self._line, theirs = socket.socketpair()
        with theirs:
            path = os.pathsep.join(one for one in sys.path if one)
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                [sys.executable, "-P", "-m", __name__],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": path},
            )

    def take(self, line: socket.socket) -> None:
        """Have a child read what comes over `line`. Raises OSError when the process has gone."""
        socket.send_fds(self._line, [b"\0"], [line.fileno()])

    def close(self) -> None:
        """End the process; children that still read end at their limits."""
        self._line.close()
        self._process.wait()


_nursery: _Nursery | None = None


def _hand_over(line: socket.socket) -> None:
    global _nursery
    if _nursery is not None:
        try:
            _nursery.take(line)
        except OSError:
            log.warning("the process that readings are forked from has gone; another one is started")
            atexit.unregister(_nursery.close)
            _nursery.close()
        else:
            return
    _nursery = _Nursery()
    atexit.register(_nursery.close)
    _nursery.take(line)


def _nurse(line: socket.socket) -> None:
    """Fork a child for each socket that comes over `line`, until it is closed."""
    children: set[int] = set()
    while True:
        _, lines, _, _ = socket.recv_fds(line, 1, 1)
        if not lines:
            return
        child = os.fork()
        if child == 0:
            line.close()
            _read(socket.socket(fileno=lines[0]))
        os.close(lines[0])
        children.add(child)
        while children:
            ended, _ = os.waitpid(-1, 0 if len(children) >= MOST_AT_ONCE else os.WNOHANG)
            if not ended:
                break
            children.discard(ended)


def _read(line: socket.socket) -> NoReturn:
    """Be a child: read one thing within the limits, say what came of it, and end."""
    signal.alarm(LIMITS.seconds)  # until the limits are known
    with line.makefile("rb") as coming:
        limits, read = pickle.load(coming)  # noqa: S301 - from the program itself
    signal.alarm(limits.seconds)
    used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
    for kind, most in (
        (resource.RLIMIT_CPU, int(used) + limits.cpu_seconds),
        (resource.RLIMIT_AS, limits.memory),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(kind, (most, most))
    try:
        told: dict[str, object] = {"article": to_row(read())}
    except UnreadableError as error:
        told = {"unreadable": str(error)}
    except MemoryError:
        told = {"unreadable": TOO_MUCH}
    except Exception as error:  # whatever a parser makes of what strangers write
        log.warning("a reading broke: %s", type(error).__name__)
        told = {"unreadable": BROKEN}
    line.sendall(json.dumps(told).encode("utf-8", "replace"))
    os._exit(0)


def _begin() -> None:
    """Load all that reading needs, and nurse until the program ends."""
    from bot.ingest.documents import from_file

    from_file("page", _OWN_PAGE)  # so that children find all tables and patterns made
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the program's to take
    gc.collect()
    gc.freeze()  # so that children share these pages of memory instead of copying them
    _nurse(socket.socket(fileno=sys.stdin.fileno()))


if __name__ == "__main__":
    _begin()
