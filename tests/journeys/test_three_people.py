"""Three people for a government, where one administrator tries to be all of them: in a browser, on
a site where a new reviewer waits as in production."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from passlib.totp import TOTP
from playwright.sync_api import Browser, Page, expect

from tests.support.databases import Templates
from tests.support.forks import forked
from tests.support.journeys import (
    SLUGS,
    confirm,
    counted,
    decide,
    link_to,
    mails_to,
    sign_up,
    staff_member,
)
from tests.support.signup import DETAILS
from tests.support.site import Site, until

PASSWORD = "four quiet herons over the lake"
CODE = SLUGS["government"]


class PatientSite(Site):
    """Where a new reviewer waits seven days, or for a second administrator."""

    def env(self, **more: str) -> dict[str, str]:
        return super().env(TRACKER_REVIEWER_WAIT_DAYS="7", **more)


@pytest.fixture
def site(templates: Templates, tmp_path: Path) -> Iterator[Site]:
    with forked(templates, tmp_path, PatientSite) as made:
        yield made


def invite(page: Page, site: Site, name: str) -> str:
    """Invite a reviewer from the page of accounts; the address."""
    address = f"{name}@rollcall.example"
    page.goto(f"{site.url}/staff/people")
    page.locator('main [name="email"]').fill(address)
    page.locator('main [name="name"]').fill(name.title())
    page.locator('main [name="roles"][value="reviewer"]').check()
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.locator("main")).to_contain_text(address)
    return address


def accept(browser: Browser, site: Site, address: str) -> Page:
    """Follow the mailed invitation, choose a password, and sign in for the first time."""
    page = browser.new_context().new_page()
    page.goto(link_to(site, address, "staff/invitation"))
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator('[name="again"]').fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.goto(f"{site.url}/staff/")
    page.locator('[name="email"]').fill(address)
    page.locator('[name="password"]').fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second factor").click()
    page.get_by_role("button", name="Set it up").click()
    key = page.locator("code.cite").inner_text()
    page.locator('[name="code"]').fill(TOTP(key=key.replace(" ", "")).generate().token)
    page.get_by_role("button", name="Finish").click()
    page.goto(f"{site.url}/staff/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What waits for us")
    return page


def a_week_ago(site: Site, name: str) -> None:
    """Let somebody's account be so old that its role counts, as a week of waiting would."""
    with closing(sqlite3.connect(site.var_dir / "rollcall.db")) as database, database:
        database.execute(
            "UPDATE staff SET confirms_from = '2020-01-01 00:00:00.000000' WHERE email = ?",
            [f"{name}@rollcall.example"],
        )


def open_zambia(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/staff/")
    page.get_by_role("link", name="Zambia").first.click()


@pytest.mark.long
def test_one_administrator_is_not_three_people_and_three_people_are(
    browser: Browser, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(DETAILS["government"], "state", "ZMB")  # nothing of it is in the record
    visitor = browser.new_context().new_page()
    sign_up(visitor, site, "government", CODE)
    confirm(visitor, site, "government")
    before = counted(site, CODE, "government")

    boss = staff_member(browser, site, "boss", "admin")
    own = [accept(browser, site, invite(boss, site, name)) for name in ("ana", "ann")]
    for page in own:
        open_zambia(page, site)
        expect(page.locator("main")).to_contain_text("You are a new reviewer")
        expect(page.locator('form[action*="/approve"]')).to_have_count(0)
        expect(page.locator('form[action*="/reject"]')).to_have_count(1)
    boss.goto(f"{site.url}/staff/people")
    boss.get_by_role("link", name="Ana").click()
    expect(boss.locator("main")).to_contain_text("Can approve governments from")
    expect(boss.get_by_role("button", name="Confirm the role")).to_have_count(0)
    assert counted(site, CODE, "government") == before

    chief = staff_member(browser, site, "chief", "admin")
    chief.goto(f"{site.url}/staff/people")
    chief.get_by_role("link", name="Ana").click()
    expect(chief.get_by_role("button", name="Confirm the role")).to_have_count(0)  # new as well
    a_week_ago(site, "chief")
    colleagues = {}
    for name in ("ida", "ola"):
        colleagues[name] = accept(browser, site, invite(boss, site, name))
        chief.goto(f"{site.url}/staff/people")
        chief.get_by_role("link", name=name.title()).click()
        chief.get_by_role("button", name="Confirm the role").click()
        expect(chief.get_by_role("button", name="Confirm the role")).to_have_count(0)
    decide(colleagues["ida"], site, "Zambia", "approve", "original_seen")
    open_zambia(colleagues["ida"], site)
    expect(colleagues["ida"].locator("main")).to_contain_text("You gave the first approval")
    decide(colleagues["ola"], site, "Zambia", "verify", "called_back")
    assert until(lambda: counted(site, CODE, "government") == before + 1)

    visitor.goto(f"{site.url}/states/ZMB")
    visitor.locator('main a[href*="/endorsements/"]').first.click()
    expect(visitor.locator("#approvals")).to_contain_text("Approved by 2 different people")
    expect(visitor.locator("main")).not_to_contain_text("Ida")
    for name in ("boss", "chief", "ana", "ola"):
        told = f"{name}@rollcall.example"
        assert until(
            lambda told=told: any("Zambia" in one["Subject"] for one in mails_to(site, told))
        ), told
