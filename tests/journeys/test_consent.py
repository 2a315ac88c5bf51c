"""A stranger signs somebody up before they do it themselves, in a real browser: what the owner of
the address sees and confirms is their own; what they never did is gone at the press of a button.
"""

from __future__ import annotations

import time

from playwright.sync_api import Browser, Page, expect

from tests.support.journeys import counted, link_to, mails_to
from tests.support.signup import DETAILS
from tests.support.site import Site, until
from tracker.endorsements.abuse.flags import MIN_FILL_TIME

VICTIM = "victim@people.example"
STRANGERS = {"name": "Not My Name", "words": "Words I never wrote."}


def fill_in(page: Page, site: Site, *, name: str, words: str, named: bool) -> None:
    """Sign VICTIM's address up."""
    page.goto(f"{site.url}/initiatives/unpa/endorse?kind=individual")
    opened = time.monotonic()
    page.locator('[name="name"]').fill(name)
    page.locator('main [name="email"]').fill(VICTIM)
    page.locator('[name="country"]').select_option(DETAILS["individual"]["country"])
    page.locator('[name="words"]').fill(words)
    for consent in ("consent_counted", "consent_age", *(["consent_named"] if named else [])):
        page.locator(f'[name="{consent}"]').check()
    assert until(lambda: time.monotonic() - opened > MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please check your inbox")
    expect(page.locator("main")).to_contain_text(VICTIM)


def newest_confirmation(site: Site, number: int) -> str:
    assert until(lambda: len(mails_to(site, VICTIM)) >= number)
    return link_to(site, VICTIM, "confirm").removesuffix("/not-me")


def test_a_stranger_decides_nothing_for_somebody_else(browser: Browser, live_server: Site) -> None:
    site = live_server
    before = counted(site, "unpa", "individual")
    stranger, victim = (browser.new_context().new_page() for _ in range(2))
    fill_in(stranger, site, **STRANGERS, named=True)
    strangers_link = newest_confirmation(site, 1)
    fill_in(victim, site, name="Vera Victim", words="", named=False)

    # a mail program that follows links, as scanners do, confirms nothing
    own_link = newest_confirmation(site, 2)
    for _look in range(2):
        victim.goto(own_link)
    assert counted(site, "unpa", "individual") == before
    expect(victim.locator('[name="name"]')).to_have_value("Vera Victim")
    expect(victim.locator('[name="words"]')).to_have_value("")
    expect(victim.locator('[name="consent_named"]')).not_to_be_checked()
    victim.locator('[name="name"]').fill("")
    victim.get_by_role("button", name="Yes, I confirm").click()
    expect(victim.locator("#errors")).to_contain_text("Please fill this in.")
    victim.locator('[name="name"]').fill("Vera V.")
    victim.get_by_role("button", name="Yes, I confirm").click()
    expect(victim.get_by_role("heading", level=1)).to_have_text("Thank you")
    assert until(lambda: counted(site, "unpa", "individual") == before + 1)

    victim.goto(f"{site.url}/initiatives/unpa/individuals")
    for nobodys in (STRANGERS["name"], STRANGERS["words"], "Vera"):
        expect(victim.locator("main")).not_to_contain_text(nobodys)
    victim.goto(strangers_link)
    expect(victim.get_by_role("heading", level=1)).to_have_text("This link has expired")


def test_the_owner_says_i_did_not_do_this(browser: Browser, live_server: Site) -> None:
    site = live_server
    stranger, owner = (browser.new_context().new_page() for _ in range(2))
    fill_in(stranger, site, **STRANGERS, named=True)
    link = newest_confirmation(site, 1)
    owner.goto(link)
    expect(owner.locator('[name="words"]')).to_have_value(STRANGERS["words"])
    owner.get_by_role("link", name="I did not do this").click()
    owner.get_by_role("button", name="I did not do this: delete it").click()
    expect(owner.get_by_role("heading", level=1)).to_have_text("It has been deleted")
    owner.goto(link)
    expect(owner.get_by_role("heading", level=1)).to_have_text("This link has expired")

    # whoever signs up from there next is asked for a proof of work
    def asks() -> bool:
        stranger.goto(f"{site.url}/initiatives/unpa/endorse?kind=individual")
        return stranger.locator("altcha-widget").count() == 1

    assert until(asks)
