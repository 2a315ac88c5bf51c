"""Finished answers, kept for a moment in one process.

A tally or a public page is asked for far more often than it changes. While its answer is fresh no
request touches the database; after that one thread makes it anew, while the others give what they
have for as long again, and only then wait. So a slow page never stops a crowd.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar, cast

Kept = TypeVar("Kept")

DEFAULT_TTL = 0.5
"""Seconds. Twice that and the sequencer's own pace must stay below the two seconds promised."""
MAX_ANSWERS = 64
"""Answers that one process keeps; there are far fewer initiatives and campaigns."""


@dataclass(frozen=True)
class Answer:
    """A finished body and the tag that names it."""

    body: bytes
    etag: str
    """As it stands in the header, quotes and all."""

    @classmethod
    def of(cls, text: str) -> Answer:
        """A text, with a tag that changes whenever it does."""
        body = text.encode()
        return cls(body, f'"{hashlib.sha256(body).hexdigest()[:32]}"')


@dataclass
class _Slot(Generic[Kept]):
    refreshing: threading.Lock = field(default_factory=threading.Lock)
    answer: Kept | None = None
    fresh_until: float = 0.0


class AnswerCache(Generic[Kept]):
    """Answers by key, each fresh for a time from the moment when reading for it began.

    No answer is given that is older than twice that time.
    """

    def __init__(
        self,
        *,
        kept_for: float = DEFAULT_TTL,
        most: int = MAX_ANSWERS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._kept_for = kept_for
        self._most = most
        self._clock = clock
        self._slots: dict[Hashable, _Slot[Kept]] = {}
        self._changing = threading.Lock()

    def get(
        self,
        key: Hashable,
        make: Callable[[], Kept],
        *,
        renew: Callable[[Kept], Kept] | None = None,
    ) -> Kept:
        """The kept answer while it is fresh, else a new one, made by one thread at a time.

        `renew` gets the answer that is no longer fresh, where looking whether it still holds is
        cheaper than making it anew. What either raises, its caller gets, and nothing is kept.
        """
        slot = self._slots.get(key)
        answer = self._answer(slot)
        if answer is not None:
            return answer
        if slot is None:
            slot = self._new_slot(key)
        if not slot.refreshing.acquire(blocking=False):
            answer = self._answer(slot, late=self._kept_for)
            if answer is not None:
                return answer
            slot.refreshing.acquire()
        try:
            answer = self._answer(slot)
            if answer is None:
                began = self._clock()
                last = slot.answer
                answer = make() if last is None or renew is None else renew(last)
                # The answer first: a reader that sees the new time must see the new answer too.
                slot.answer = answer
                slot.fresh_until = began + self._kept_for
        except BaseException:
            self._drop(key, slot)
            raise
        finally:
            slot.refreshing.release()
        return answer

    def clear(self) -> None:
        """Forget everything."""
        with self._changing:
            self._slots.clear()

    def __len__(self) -> int:
        return len(self._slots)

    def _answer(self, slot: _Slot[Kept] | None, *, late: float = 0.0) -> Kept | None:
        """The kept answer, if it is fresh or at most so many seconds late."""
        if slot is None or self._clock() >= slot.fresh_until + late:
            return None
        return slot.answer

    def _new_slot(self, key: Hashable) -> _Slot[Kept]:
        with self._changing:
            while len(self._slots) >= self._most and key not in self._slots:
                del self._slots[next(iter(self._slots))]
            return self._slots.setdefault(key, _Slot())

    def _drop(self, key: Hashable, slot: _Slot[Kept]) -> None:
        with self._changing:
            if self._slots.get(key) is slot and slot.answer is None:
                del self._slots[key]


@dataclass(frozen=True, eq=False)
class NamedCache(Generic[Kept]):
    """A cache of which each application has one of its own, by what it keeps and for how long."""

    name: str
    kept_for: float = DEFAULT_TTL
    """Seconds."""


class Caches:
    """The caches of one application, each made when it is first asked for.

    Tests may give them another clock, or another time for which all keep.
    """

    def __init__(
        self, *, kept_for: float | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._kept_for = kept_for
        self._clock = clock
        self._caches: dict[NamedCache[Any], AnswerCache[Any]] = {}

    def of(self, named: NamedCache[Kept]) -> AnswerCache[Kept]:
        """Return this application's own."""
        cache = self._caches.get(named)
        if cache is None:
            kept_for = named.kept_for if self._kept_for is None else self._kept_for
            cache = self._caches.setdefault(
                named, AnswerCache(kept_for=kept_for, clock=self._clock)
            )
        return cast("AnswerCache[Kept]", cache)

    def clear(self) -> None:
        """Forget everything."""
        for cache in list(self._caches.values()):
            cache.clear()
