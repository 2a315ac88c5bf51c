"""The one background process: small tasks, each with its own pace, until it is told to stop."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from types import FrameType

import structlog
from flask import Flask

from tracker.core.clock import utcnow
from tracker.core.db import db

log = structlog.get_logger()
MAX_REST = 60.0


@dataclass
class Task:
    """Something done every `every` seconds. `run` takes the time and returns how much it did;
    while it does anything, it is run again at once."""

    name: str
    every: float
    run: Callable[[datetime], int]
    due: float = field(default=0.0)
    failures: int = field(default=0)


class SideTask:
    """Something long that is done in a thread of its own, at most once at a time, so that the
    worker's other tasks go on. It may end with the process at any point."""

    def __init__(self, app: Flask, name: str, run: Callable[[datetime], object]) -> None:
        self._app = app
        self._name = name
        self._do = run
        self._thread: threading.Thread | None = None

    def start(self, now: datetime) -> int:
        """Begin, unless it is being done; for a `Task`."""
        if self._thread is None or not self._thread.is_alive():
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()
        return 0

    def wait(self, seconds: float) -> bool:
        """Return whether it ended within some seconds."""
        if self._thread is not None:
            self._thread.join(seconds)
        return self._thread is None or not self._thread.is_alive()

    def _run(self) -> None:
        with self._app.app_context():
            try:
                self._do(utcnow())
            except Exception:  # it begins anew at its time, and the other tasks go on
                log.exception("task_failed", task=self._name)
            finally:
                db.session.remove()


class Worker:
    """Runs its tasks in turn. A task that fails is logged and tried again, ever more slowly; the
    others go on."""

    def __init__(self, app: Flask, tasks: list[Task]) -> None:
        self.app = app
        self.tasks = tasks
        self.stopping = threading.Event()

    def run_forever(self) -> None:
        """Work until `stop` or a signal to end; the task at hand is finished first."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop_on_signal)
        log.info("worker_started", tasks=[task.name for task in self.tasks])
        while not self.stopping.is_set():
            self.stopping.wait(self.turn(time.monotonic()))
        log.info("worker_stopped")

    def turn(self, at: float) -> float:
        """Run what is due at a moment of the monotonic clock; seconds until the next is due."""
        for task in self.tasks:
            if task.due <= at and not self.stopping.is_set():
                task.due = at + self._run(task)
        return max(0.0, min(task.due for task in self.tasks) - at)

    def stop(self) -> None:
        self.stopping.set()

    def _run(self, task: Task) -> float:
        with self.app.app_context():
            try:
                done = task.run(utcnow())
            except Exception:  # whatever it is, the other tasks must go on
                task.failures += 1
                log.exception("task_failed", task=task.name, failures=task.failures)
                return min(task.every * 2.0**task.failures, MAX_REST)
            finally:
                db.session.remove()
        task.failures = 0
        return 0.0 if done else float(task.every)

    def _stop_on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()
