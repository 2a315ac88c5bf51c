"""An editor changes an initiative's text, looks at the preview, publishes, and restores what stood
before; then begins a campaign with an initiative, which is endorsed, counted, closed and archived:
in a real browser."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.content import CAMPAIGN, INITIATIVE
from tests.support.journeys import PAGE_WITHIN, confirm, counted, sign_up, staff_member
from tests.support.site import Site, until
from tracker.core.clock import utcnow

SLUG = "unpa"
NEW: dict[str, Any] = INITIATIVE | {
    "signatory_kinds": ["individual"],
    "open_kinds": ["individual", "organisation"],
    "aim": 1000,
    "aim_unit": "individuals",
}
OURS = "A parliament of the world's people, beside the Assembly of its States."


def public(page: Page, site: Site, text: str, path: str = SLUG) -> bool:
    """Whether the public page says it, once what is kept of it has grown old."""

    def says() -> bool:
        page.goto(f"{site.url}/initiatives/{path}")
        return text in page.get_by_role("main").inner_text()

    return until(says, every=0.3)


@pytest.mark.long
def test_from_a_changed_text_to_an_archived_initiative(browser: Browser, live_server: Site) -> None:
    visitor = browser.new_context().new_page()
    ada = staff_member(browser, live_server, "ada", "editor")
    change_and_restore(ada, visitor, live_server)
    begin_and_publish(ada, visitor, live_server)
    endorse(visitor, live_server)
    close_and_archive(ada, visitor, live_server)


def change_and_restore(ada: Page, visitor: Page, site: Site) -> None:
    ada.get_by_role("link", name="Content", exact=True).click()
    ada.get_by_role("link", name="UN Parliamentary Assembly", exact=True).click()
    ada.keyboard.press("?")  # no key of the queue does anything here, so none is listed
    expect(ada.locator("#keys-open")).to_be_hidden()
    expect(ada.locator("#keys")).to_be_hidden()
    asks = ada.locator('[name="asks"]')
    before = asks.input_value()
    assert public(visitor, site, before)

    asks.fill(OURS)
    ada.locator('[name="note"]').fill("Shorter")
    ada.get_by_role("button", name="Save and preview").click()
    expect(ada.locator(".preview")).to_contain_text("Preview, not published")
    expect(ada.get_by_role("main")).to_contain_text(OURS)
    assert public(visitor, site, before)
    expect(visitor.get_by_role("main")).not_to_contain_text(OURS)

    ada.get_by_role("link", name="Back to the draft").click()
    expect(ada.locator("#draft ~ dl ins").first).to_be_visible()
    ada.get_by_role("button", name="Publish", exact=True).click()
    expect(ada.get_by_role("status")).to_contain_text("ublished")
    assert public(visitor, site, OURS)

    ada.get_by_role("link", name="History").click()
    expect(ada.get_by_role("main")).to_contain_text("Shorter")
    expect(ada.locator("main ins").first).to_be_visible()
    ada.get_by_role("button", name="Restore as a draft").first.click()
    assert public(visitor, site, OURS)
    ada.get_by_role("button", name="Publish", exact=True).click()
    assert public(visitor, site, before)
    expect(visitor.get_by_role("main")).not_to_contain_text(OURS)


def fill(page: Page, values: dict[str, Any]) -> None:
    for name, value in values.items():
        field = page.locator(f'[name="{name}"]')
        if isinstance(value, list):
            for one in value:
                page.locator(f'[name="{name}"][value="{one}"]').check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(str(value))
        elif value:
            field.fill(str(value))


def begin_and_publish(ada: Page, visitor: Page, site: Site) -> None:
    """A campaign and its initiative as drafts, seen in the preview, then public together."""
    ada.get_by_role("link", name="Content", exact=True).first.click()
    ada.get_by_role("link", name="New campaign").click()
    fill(ada, CAMPAIGN)
    ada.get_by_role("button", name="Save the draft").click()
    campaign = ada.url
    ada.get_by_role("link", name="an initiative", exact=True).click()
    fill(ada, NEW | {"slug": SLUG, "aim": "0"})
    ada.get_by_role("button", name="Save and preview").click()
    expect(ada.locator("#aim-error")).to_be_visible()
    expect(ada.locator('[name="name"]')).to_have_value(NEW["name"])
    ada.locator('[name="aim"]').fill("1000")
    ada.get_by_role("button", name="Save and preview").click()
    expect(ada.locator("#slug-error")).to_contain_text("taken")
    ada.locator('[name="slug"]').fill(NEW["slug"])
    ada.get_by_role("button", name="Save and preview").click()
    expect(ada.locator(".preview")).to_contain_text("Preview, not published")
    expect(ada.get_by_role("main")).to_contain_text("It aims for 1,000 individuals.")
    assert site.get(f"/initiatives/{NEW['slug']}")[0] == 404
    ada.goto(campaign)
    ada.get_by_role("button", name="Publish it with the 1 draft below").click()
    expect(ada.get_by_role("status")).to_contain_text("2 drafts are public now")
    assert public(visitor, site, NEW["asks"], NEW["slug"])


def endorse(visitor: Page, site: Site) -> None:
    """Somebody signs and confirms, and the page counts them."""
    slug = NEW["slug"]
    sign_up(visitor, site, "individual", slug)
    confirm(visitor, site, "individual")
    assert until(lambda: counted(site, slug, "individual") == 1)
    visitor.goto(f"{site.url}/initiatives/{slug}")
    shown = visitor.locator('.figure [data-tally="individuals"]')
    expect(shown).to_have_text("1", timeout=PAGE_WITHIN)


def close_and_archive(ada: Page, visitor: Page, site: Site) -> None:
    """Nobody can sign any more, and then nothing can be changed; what was counted stays."""
    slug, today = NEW["slug"], utcnow().date().isoformat()
    ada.get_by_role("link", name="Content", exact=True).first.click()
    ada.get_by_role("link", name=NEW["name"], exact=True).click()
    for field, said in (
        ("closed_on", "has been closed since"),
        ("archived_on", "has been archived since"),
    ):
        ada.locator(f'[name="{field}"]').fill(today)
        ada.get_by_role("button", name="Save and publish").click()
        expect(ada.get_by_role("status")).to_contain_text("Published")
        assert public(visitor, site, said, f"{slug}/endorse?kind=individual")
        expect(visitor.locator("main form")).to_have_count(0)
    ada.locator('[name="asks"]').fill("Something else.")
    ada.get_by_role("button", name="Save and publish").click()
    expect(ada.locator(".note.wrong")).to_contain_text("its content can only be read")
    assert public(visitor, site, "nothing is added or changed any more", slug)
    expect(visitor.get_by_role("main")).to_contain_text(NEW["asks"])
    assert counted(site, slug, "individual") == 1
