"""A flood from one mail domain in a real browser: seen, suspended, restored, suspended again and
invalidated; the tally follows each time."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.journeys import counted, link_to, staff_member
from tests.support.signup import DETAILS
from tests.support.site import Site, until
from tracker.endorsements.abuse.flags import MIN_FILL_TIME

FLOOD = ["one@flood.example", "two@flood.example", "three@flood.example"]
WITHIN = 20_000


def sign(page: Page, site: Site, address: str) -> None:
    """An individual signs up and confirms."""
    page.goto(f"{site.url}/initiatives/unpa/endorse?kind=individual")
    opened = time.monotonic()
    page.locator('[name="name"]').fill(address.partition("@")[0].title())
    page.locator('main [name="email"]').fill(address)
    page.locator('[name="country"]').select_option(DETAILS["individual"]["country"])
    for consent in ("consent_counted", "consent_age"):
        page.locator(f'[name="{consent}"]').check()
    assert until(lambda: time.monotonic() - opened > MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").click()
    page.goto(link_to(site, address, "confirm"))
    page.get_by_role("button", name="Yes, I confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


def choose(page: Page, action: str, reason: str) -> None:
    page.locator('[name="action"]').select_option(action)
    page.locator('[name="reason"]').select_option(reason)
    page.get_by_role("button", name="Do this with 3 entries").click()


def step(page: Page, action: str, reason: str) -> None:
    choose(page, action, reason)
    expect(page.locator("#progress")).to_contain_text("Done 3 of 3", timeout=WITHIN)


@pytest.mark.long
def test_a_flood_is_swept_up(browser: Browser, live_server: Site) -> None:
    site = live_server
    visitor = browser.new_context().new_page()
    before = counted(site, "unpa", "individual")
    for address in FLOOD:
        sign(visitor, site, address)
    sign(visitor, site, "amina@people.example")
    assert until(lambda: counted(site, "unpa", "individual") == before + 4)

    ada = staff_member(browser, site, "ada")
    ada.get_by_role("link", name="Traffic", exact=True).click()
    ada.get_by_role("link", name="flood.example", exact=True).click()
    expect(ada.locator("#found")).to_have_text("3 entries found")
    ada.get_by_role("button", name="List 3 entries for a sweep").click()
    for action, reason, left in (
        ("suspend", "not_substantiated", 1),
        ("reinstate", "called_back", 4),
        ("suspend", "not_substantiated", 1),
    ):
        step(ada, action, reason)
        assert until(lambda due=before + left: counted(site, "unpa", "individual") == due)

    choose(ada, "invalidate", "not_substantiated")
    expect(ada.locator("#second")).to_contain_text("Invalidating takes two people")
    ben = staff_member(browser, site, "ben")
    ben.goto(ada.url)
    ben.get_by_role("button", name="Agree and invalidate 3 entries").click()
    expect(ben.locator("main")).to_contain_text("Invalidated: 3", timeout=WITHIN)
    assert counted(site, "unpa", "individual") == before + 1
