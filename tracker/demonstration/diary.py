"""The order of events in a demonstration: its ten years are lived through week by week.

So its ledger grows as a real one does, and every tally has something to say "as known on" a day.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter

from sqlalchemy import insert
from sqlalchemy.orm import Session

from tracker.ledger import sequencer
from tracker.ledger.models import LedgerEvent
from tracker.worker_tasks import PROJECTIONS

Change = dict[str, object]
"""The columns of a row of the ledger."""
Scene = Callable[[Session, datetime], None]
"""A step that somebody takes through the engine, at a moment."""


def noon(day: date) -> datetime:
    """Return noon of a day, in UTC."""
    return datetime.combine(day, time(12), tzinfo=UTC)


class Diary:
    """The days on which something enters the ledger: changes known beforehand, and scenes."""

    def __init__(self) -> None:
        self._weeks: dict[date, tuple[list[tuple[date, Change]], list[tuple[date, Scene]]]] = {}

    def note(self, day: date, change: Change) -> None:
        """Let a row of the ledger be recorded on a day."""
        self._week(day)[0].append((day, change))

    def plan(self, day: date, scene: Scene) -> None:
        """Let something happen at noon of a day; a scene may plan later ones."""
        self._week(day)[1].append((day, scene))

    def live(self, session: Session, *, until: datetime) -> None:
        """Let everything happen in its order, and sequence it at the end of each week."""
        while self._weeks:
            week = min(self._weeks)
            changes, scenes = self._weeks.pop(week)
            changes.sort(key=itemgetter(0))
            if changes:
                session.execute(insert(LedgerEvent), [change for _day, change in changes])
            while scenes:
                scenes.sort(key=itemgetter(0), reverse=True)
                day, scene = scenes.pop()
                scene(session, min(noon(day), until))
                more = self._weeks.pop(week, None)
                scenes += more[1] if more else []
            session.flush()
            evening = noon(week + timedelta(days=6)) + timedelta(hours=11)
            while sequencer.sequence(session, now=min(evening, until), projections=PROJECTIONS):
                pass

    def _week(self, day: date) -> tuple[list[tuple[date, Change]], list[tuple[date, Scene]]]:
        monday = day - timedelta(days=day.weekday())
        return self._weeks.setdefault(monday, ([], []))
