"""An editor changes an initiative's text, looks at the preview, publishes, and restores what stood
before: in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.site import Site, until
from tests.test_journey import staff_member

SLUG = "unpa"
OURS = "A parliament of the world's people, beside the Assembly of its States."


def public(page: Page, site: Site, text: str) -> bool:
    """Whether the public page says it, once what is kept of it has grown old."""

    def says() -> bool:
        page.goto(f"{site.url}/initiatives/{SLUG}")
        return text in page.get_by_role("main").inner_text()

    return until(says, within=10, every=0.3)


def test_a_text_is_changed_published_and_restored(browser: Browser, live_server: Site) -> None:
    site = live_server
    visitor = browser.new_context().new_page()
    ada = staff_member(browser, site, "ada", "editor")
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
