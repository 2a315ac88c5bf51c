"""A flood from one network in a real browser: it turns the proof of work on by itself, and a person
from the same network signs up and is counted without noticing; the flood waits for a reviewer."""

from __future__ import annotations

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.journeys import confirm, counted
from tests.support.signup import DETAILS, INDIVIDUAL
from tests.support.site import HOST, Site, until
from tracker.endorsements.abuse import flags, surges

FORM = "/initiatives/unpa/endorse?kind=individual"


class Machine:
    """Sends one form again and again, without a script."""

    def __init__(self, site: Site) -> None:
        self.site = site
        page, self.cookie = self._ask("GET", {})
        self.hidden = dict(
            re.findall(r'name="(csrf_token|opened)"[^>]*value="([^"]+)"', page),
        )

    def _ask(self, method: str, fields: dict[str, str]) -> tuple[str, str]:
        with closing(HTTPConnection(HOST, self.site.port, timeout=20)) as connection:
            headers = {"Content-Type": "application/x-www-form-urlencoded"}
            if method == "POST":
                headers["Cookie"] = self.cookie
            connection.request(method, FORM, urlencode(fields), headers)
            answer = connection.getresponse()
            assert answer.status == (303 if method == "POST" else 200)
            return answer.read().decode(), (answer.getheader("Set-Cookie") or "").split(";")[0]

    def send(self, address: str) -> None:
        self._ask("POST", INDIVIDUAL | self.hidden | {"email": address})


def flag_of(site: Site, domain: str) -> list[str]:
    """The flags of sign-ups from a mail domain, oldest first."""
    with closing(sqlite3.connect(site.var_dir / "rollcall.db")) as database:
        rows = database.execute(
            "SELECT flag FROM endorsements JOIN traces ON endorsement_id = id"
            " WHERE mail_domain = ? ORDER BY id",
            [domain],
        )
        return [flag for (flag,) in rows]


def asks(site: Site) -> bool:
    status, page = site.get(FORM)
    return status == 200 and b"altcha-widget" in page


def ask_of_people(site: Site) -> None:
    """Have it found that unusually many come with addresses of people.example."""
    with closing(sqlite3.connect(site.var_dir / "rollcall.db")) as database, database:
        database.execute(
            "INSERT INTO surges (source, name, since, until)"
            " VALUES ('mail_domain', 'people.example',"
            " datetime('now', '-2 hours'), datetime('now', '+1 hour'))"
        )
    assert until(lambda: asks(site))


def open_form(browser: Browser, site: Site, complaints: list[str]) -> Page:
    page = browser.new_context().new_page()
    page.on("console", lambda said: complaints.append(f"{said.type}: {said.text}"))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{site.url}{FORM}")
    return page


def fill_in(page: Page, **changed: str) -> None:
    for name, value in (DETAILS["individual"] | changed).items():
        field = page.locator(f'main [name="{name}"]')
        if name.startswith("consent"):
            field.check()
        elif name == "country":
            field.select_option(value)
        else:
            field.fill(value)


def tab_stops(page: Page) -> Iterator[str]:
    """What the keyboard reaches from the first consent to the button."""
    page.locator('[name="consent_age"]').focus()
    for _ in range(3):
        yield page.evaluate("document.activeElement.name || document.activeElement.className")
        page.keyboard.press("Tab")


@pytest.mark.long
def test_a_flood_turns_it_on_and_people_do_not_notice(browser: Browser, live_server: Site) -> None:
    site, complaints = live_server, list[str]()
    before = counted(site, "unpa", "individual")
    machine = Machine(site)
    pause = time.monotonic()
    assert until(lambda: time.monotonic() - pause > flags.MIN_FILL_TIME.total_seconds())
    assert not asks(site)
    for number in range(surges.MAX_FROM_NETWORK + 1):
        machine.send(f"{number}@flood{number}.example")
    assert until(lambda: asks(site))

    page = open_form(browser, site, complaints)
    opened = time.monotonic()
    expect(page.locator("#calculation")).to_contain_text("You need to do nothing.")
    assert page.locator("altcha-widget").is_hidden()
    expect(page.locator('input[name="proof"]')).not_to_have_value("", timeout=20_000)
    assert list(tab_stops(page)) == ["consent_age", "consent_named", "button"]
    fill_in(page)
    assert until(lambda: time.monotonic() - opened > flags.MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Please check your inbox")
    assert flag_of(site, "people.example") == [""]
    confirm(page, site, "individual")
    assert until(lambda: counted(site, "unpa", "individual") == before + 1)

    for number in range(2):
        machine.send(f"{number}@later.example")
    # Its form is of before, which excuses one.
    assert flag_of(site, "later.example") == ["", flags.WITHOUT_PROOF]
    assert complaints == []


@pytest.mark.long
def test_the_form_is_sent_even_if_the_calculation_fails_or_is_slow(
    browser: Browser, live_server: Site
) -> None:
    site, said = live_server, list[str]()
    ask_of_people(site)
    held: list[Route] = []
    for number, (failing, flag) in enumerate(((True, flags.WITHOUT_PROOF), (False, ""))):
        page = open_form(browser, site, said)
        held.clear()
        page.route("**/challenge.json", lambda route: held.append(route))
        page.reload()
        opened = time.monotonic()
        fill_in(page, email=f"{number}@people.example")
        page.wait_for_function("() => document.querySelector('altcha-widget').getState?.()")
        assert until(lambda at=opened: time.monotonic() - at > flags.MIN_FILL_TIME.total_seconds())
        page.locator("main form button[type=submit]").click()
        expect(page.locator("#calculation")).to_contain_text("One moment")
        for route in held:
            route.abort() if failing else route.continue_()
        expect(page.get_by_role("heading", level=1)).to_have_text("Please check your inbox")
        assert flag_of(site, "people.example")[-1] == flag


def send_and_tell(page: Page, site: Site, opened: float) -> str:
    """Send a form as soon as somebody could have filled it in; the flag that it gets."""
    assert until(lambda: time.monotonic() - opened > flags.MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").click()
    page.wait_for_url("**/sent")
    return flag_of(site, "people.example")[-1]


def calculated(page: Page) -> str:
    """The proof that a form holds once its calculation is done."""
    expect(page.locator('input[name="proof"]')).not_to_have_value("", timeout=20_000)
    return page.locator('input[name="proof"]').input_value()


@pytest.mark.long
def test_a_proof_is_renewed_while_a_form_waits(browser: Browser, live_server: Site) -> None:
    site, said, fetched = live_server, list[str](), list[str]()
    ask_of_people(site)

    slow = open_form(browser, site, said)
    slow.clock.install()
    slow.on("request", lambda one: fetched.append(one.url) if "challenge" in one.url else None)
    slow.reload()
    opened = time.monotonic()
    first = calculated(slow)
    fill_in(slow, email="slow@people.example")
    slow.clock.fast_forward("01:01:00")
    expect(slow.locator('input[name="proof"]')).not_to_have_value(first, timeout=20_000)
    second = calculated(slow)
    assert second != first and len(fetched) == 2
    # Asleep, the page's timers stand still while the day goes on.
    slow.clock.set_system_time(datetime.now(UTC) + timedelta(hours=3))
    assert send_and_tell(slow, site, opened) == "" and len(fetched) == 3

    back = open_form(browser, site, said)
    fill_in(back, email="back@people.example")
    calculated(back)
    back.goto(f"{site.url}/about")
    back.go_back()
    opened = time.monotonic()
    calculated(back)
    expect(back.locator("main [name=email]")).to_have_value("back@people.example")
    assert send_and_tell(back, site, opened) == ""
    back.go_back()  # the proof is spent; what is sent now brings another one
    opened = time.monotonic()
    calculated(back)
    fill_in(back, email="again@people.example")
    assert send_and_tell(back, site, opened) == ""
    assert said == []
