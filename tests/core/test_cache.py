"""Kept answers: fresh for half a second, made by one thread, never more than a few."""

from __future__ import annotations

import threading

import pytest

from tracker.core.cache import DEFAULT_TTL, Answer, AnswerCache, Caches, NamedCache


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Maker:
    def __init__(self) -> None:
        self.made = 0

    def __call__(self) -> Answer:
        self.made += 1
        return Answer(str(self.made).encode(), f'"{self.made}"')


def test_an_answer_is_kept_for_half_a_second_from_when_reading_began() -> None:
    clock, make = Clock(), Maker()
    cache = AnswerCache[Answer](clock=clock)

    def slowly() -> Answer:
        clock.now += 0.3
        return make()

    assert cache.get("a", slowly).body == b"1"
    clock.now += DEFAULT_TTL - 0.3 - 0.01
    assert cache.get("a", make).body == b"1"
    clock.now += 0.02
    assert cache.get("a", make).body == b"2"


def test_each_key_has_its_own_answer_and_there_are_never_too_many() -> None:
    make = Maker()
    cache = AnswerCache[Answer](most=3, clock=Clock())
    bodies = [cache.get(key, make).body for key in "abcdabcd"]
    assert len(cache) == 3
    assert bodies[:4] == [b"1", b"2", b"3", b"4"]


def test_an_answer_no_longer_fresh_is_renewed_where_that_is_offered() -> None:
    clock, make = Clock(), Maker()
    cache = AnswerCache[Answer](clock=clock)
    first = cache.get("a", make, renew=lambda last: last)
    clock.now += 10 * DEFAULT_TTL
    assert cache.get("a", make, renew=lambda last: last) is first
    clock.now += DEFAULT_TTL
    assert cache.get("a", make, renew=lambda last: make()).body == b"2"


def test_while_one_thread_renews_the_others_get_the_last_answer_for_as_long_again() -> None:
    clock, make = Clock(), Maker()
    cache = AnswerCache[Answer](clock=clock)
    cache.get("a", make)
    clock.now += DEFAULT_TTL
    begun, go = threading.Event(), threading.Event()

    def held() -> Answer:
        begun.set()
        assert go.wait(20)
        return make()

    renewing = threading.Thread(target=cache.get, args=("a", held))
    renewing.start()
    assert begun.wait(20)
    assert cache.get("a", make).body == b"1"
    clock.now += DEFAULT_TTL
    late: list[bytes] = []
    waiting = threading.Thread(target=lambda: late.append(cache.get("a", make).body))
    waiting.start()
    go.set()
    renewing.join()
    waiting.join()
    assert late[0] != b"1"


def test_an_error_is_not_kept() -> None:
    cache = AnswerCache[Answer](clock=Clock())

    def fail() -> Answer:
        raise LookupError

    with pytest.raises(LookupError):
        cache.get("a", fail)
    assert len(cache) == 0
    assert cache.get("a", Maker()).body == b"1"


def test_one_thread_asks_again_while_the_others_wait() -> None:
    make = Maker()
    cache = AnswerCache[Answer]()
    begun, go = threading.Event(), threading.Event()
    bodies: list[bytes] = []

    def held() -> Answer:
        begun.set()
        assert go.wait(20)
        return make()

    threads = [
        threading.Thread(target=lambda: bodies.append(cache.get("a", held).body)) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    assert begun.wait(20)
    go.set()
    for thread in threads:
        thread.join()
    # A machine slower than half a second may ask once more; never once for each.
    assert make.made <= 2
    assert len(bodies) == 8


def test_each_application_has_its_own_cache_of_a_name() -> None:
    clock, make = Clock(), Maker()
    slow, quick = NamedCache[Answer]("slow", kept_for=60.0), NamedCache[Answer]("quick")
    one, another = Caches(clock=clock), Caches(clock=clock)
    assert one.of(slow) is one.of(slow)
    assert len({id(one.of(slow)), id(one.of(quick)), id(another.of(slow))}) == 3
    one.of(slow).get("a", make)
    one.of(quick).get("a", make)
    clock.now += 1.0
    assert one.of(slow).get("a", make).body == b"1"
    assert one.of(quick).get("a", make).body == b"3"
    one.clear()
    assert one.of(slow).get("a", make).body == b"4"


def test_what_keeps_nothing_makes_each_answer_anew() -> None:
    make, named = Maker(), NamedCache[Answer]("pages", kept_for=60.0)
    kept = Caches(kept_for=0).of(named)
    assert [kept.get("a", make).body for _ in range(2)] == [b"1", b"2"]
