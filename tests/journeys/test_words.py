"""Words of individuals in a real browser: released and hidden by keyboard; and a name that is gone
from behind the Back button once its owner has withdrawn."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.journeys import link_to, staff_member
from tests.support.signup import DETAILS
from tests.support.site import Site, until
from tracker.endorsements.abuse.flags import MIN_FILL_TIME

WORDS = {"amina@people.example": "Peoples first.", "binta@people.example": "A parliament for all."}


def sign(page: Page, site: Site, address: str) -> None:
    """An individual signs up to be named, says something, and confirms."""
    page.goto(f"{site.url}/initiatives/unpa/endorse?kind=individual")
    opened = time.monotonic()
    page.locator('[name="name"]').fill(address.partition("@")[0].title())
    page.locator('main [name="email"]').fill(address)
    page.locator('[name="country"]').select_option(DETAILS["individual"]["country"])
    page.locator('[name="words"]').fill(WORDS[address])
    for consent in ("consent_counted", "consent_age", "consent_named"):
        page.locator(f'[name="{consent}"]').check()
    assert until(lambda: time.monotonic() - opened > MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").click()
    page.goto(link_to(site, address, "confirm"))
    page.get_by_role("button", name="Yes, I confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


@pytest.mark.long
def test_words_by_keyboard_and_a_name_that_is_gone(browser: Browser, live_server: Site) -> None:
    site = live_server
    visitor = browser.new_context().new_page()
    for address in WORDS:
        sign(visitor, site, address)
    listed = f"{site.url}/initiatives/unpa/individuals"
    visitor.goto(listed)
    expect(visitor.locator("main")).to_contain_text("Binta")
    expect(visitor.locator("main")).not_to_contain_text("Peoples first.")

    ada = staff_member(browser, site, "ada")
    ada.get_by_role("link", name="Words", exact=True).click()
    expect(ada.locator("main")).not_to_contain_text("Amina")
    expect(ada.locator('input[name="entry"]').first).to_be_focused()
    ada.keyboard.press("r")  # the first, at which one is
    expect(ada.locator("main")).to_contain_text("Released: 1 entry.")
    expect(ada.locator('input[name="entry"]')).to_have_count(1)
    ada.keyboard.press("j")
    ada.keyboard.press("h")
    expect(ada.locator("main")).to_contain_text("Hidden: 1 entry.")
    expect(ada.locator("main")).to_contain_text("No words wait for a reviewer.")
    visitor.goto(listed)
    expect(visitor.locator("main")).to_contain_text("Peoples first.")
    expect(visitor.locator("main")).not_to_contain_text("A parliament for all.")

    visitor.goto(f"{site.url}/initiatives/unpa")
    owner = browser.new_context().new_page()
    owner.goto(f"{site.url}/manage")
    owner.locator('main [name="email"]').fill("amina@people.example")
    owner.locator("main form button[type=submit]").click()
    owner.goto(link_to(site, "amina@people.example", "manage"))
    owner.get_by_role("link", name="Withdraw my support").click()
    owner.get_by_role("button", name="Yes, withdraw my support").click()
    expect(owner.locator("main")).to_contain_text("withdrawn")
    visitor.go_back()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Individuals who are named")
    expect(visitor.locator("main")).to_contain_text("Binta")
    expect(visitor.locator("main")).not_to_contain_text("Amina")
