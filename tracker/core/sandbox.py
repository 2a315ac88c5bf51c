"""Work on what others made, in a process of its own that can use up nothing but its share.

The process knows no setting and no key of ours, yields to everything else on the machine, and is
ended when it takes more processor time, memory, disk or time than it was given.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from dataclasses import dataclass

from config import ROOT

MEGABYTE = 1024 * 1024


class Exceeded(Exception):
    """The process took more than it was given, or failed."""


@dataclass(frozen=True, kw_only=True)
class Share:
    """The share that a process may use: processor seconds, seconds, bytes of memory, bytes of any
    file."""

    cpu_seconds: int
    seconds: float
    memory: int = 1024 * MEGABYTE
    file: int = 512 * MEGABYTE


def run(module: str, *arguments: str, share: Share, given: bytes = b"") -> bytes:
    """Return what a module's process prints, when it is run with these arguments and this input.

    Raises Exceeded. The module calls `confine()` first.
    """
    limits = (str(share.cpu_seconds), str(share.memory), str(share.file))
    try:
        ended = subprocess.run(
            [sys.executable, "-m", module, *limits, *arguments],
            cwd=ROOT,
            env=environment(),
            input=given,
            capture_output=True,
            timeout=share.seconds,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise Exceeded(type(error).__name__) from error
    return ended.stdout


def environment() -> dict[str, str]:
    """Return what the process knows of ours: where programs are, and nothing that is ours alone."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}
    return kept | {"PYTHONDONTWRITEBYTECODE": "1"}


def confine() -> list[str]:
    """Take on the limits that `run` gave this process; the arguments that follow them."""
    cpu, memory, file = map(int, sys.argv[1:4])
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu))
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return sys.argv[4:]
