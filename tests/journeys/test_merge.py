"""Two records of one organisation, from their sign-ups to one count and back, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support import signup
from tests.support.journeys import TALLY_WITHIN, confirm, counted, decide, sign_up, staff_member
from tests.support.site import Site, until

SLUG = "unpa"
ONE = "Forum for Peace"
OTHER = {
    "name": "The Forum for Peace e.V.",
    "website": "www.forum-for-peace.example",
    "email": "ola@forum-for-peace.example",
}
WITHIN = 20_000


def organisation_signs_up(page: Page, site: Site) -> None:
    sign_up(page, site, "organisation", SLUG)
    confirm(page, site, "organisation")


def second(page: Page, site: Site) -> None:
    """Agree to the one change that waits."""
    page.goto(f"{site.url}/staff/changes")
    page.get_by_role("button", name="Second it").click()
    expect(page.locator("main")).to_contain_text("Seconded and carried out.")


@pytest.mark.long
def test_two_look_alikes_are_merged_and_parted(
    browser: Browser, live_server: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = live_server
    visitor = browser.new_context().new_page()
    before = counted(site, SLUG, "organisation")
    organisation_signs_up(visitor, site)
    monkeypatch.setitem(signup.DETAILS, "organisation", signup.ORGANISATION | OTHER)
    organisation_signs_up(visitor, site)
    ada = staff_member(browser, site, "ada")
    for name in (OTHER["name"], ONE):  # the longer name first: a link is found by a part of it
        decide(ada, site, name, "verify", "called_back")
    assert until(lambda: counted(site, SLUG, "organisation") == before + 2, within=TALLY_WITHIN)

    ada.get_by_role("link", name="Look-alikes", exact=True).click()
    expect(ada.locator("main")).to_contain_text(f"{ONE} and {OTHER['name']}", timeout=WITHIN)
    ada.get_by_role("link", name="Merge into No.").first.click()
    expect(ada.get_by_role("heading", level=1)).to_have_text(
        f"Merge “{OTHER['name']}” into “{ONE}”"
    )
    expect(ada.locator("main")).to_contain_text("two are counted now, one afterwards")
    ada.locator('[name="reason"]').fill("One charter, one secretariat.")
    ada.get_by_role("button", name="Propose to merge the two").click()
    expect(ada.locator("main")).to_contain_text("You proposed it; somebody else must second it.")
    assert counted(site, SLUG, "organisation") == before + 2
    ben = staff_member(browser, site, "ben")
    second(ben, site)
    assert until(lambda: counted(site, SLUG, "organisation") == before + 1, within=TALLY_WITHIN)

    visitor.goto(f"{site.url}/search?q=forum for peace")
    visitor.locator("main").get_by_role("link", name=ONE, exact=True).click()
    expect(visitor.locator("dt", has_text="Also recorded as").locator("+ dd")).to_have_text(
        OTHER["name"]
    )

    ada.goto(f"{site.url}/staff/merges")
    ada.get_by_role("button", name="Part them again").click()
    expect(ada.locator("main")).to_contain_text("You proposed it; somebody else must second it.")
    second(ben, site)
    assert until(lambda: counted(site, SLUG, "organisation") == before + 2, within=TALLY_WITHIN)
