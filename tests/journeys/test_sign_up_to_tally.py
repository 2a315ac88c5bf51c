"""The whole story in a real browser: four kinds sign up and confirm from their mails, three people
verify a government, open pages follow by themselves, and a withdrawal lowers the count again."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import Browser, expect

from tests.support.journeys import (
    PAGE_WITHIN,
    SLUGS,
    TALLY_WITHIN,
    confirm,
    counted,
    decide,
    link_to,
    sign_up,
    staff_member,
    tally,
)
from tests.support.signup import DETAILS
from tests.support.site import Site, WholeSite, until
from tracker.core.clock import utcnow

SHOWN = {
    "individual": "individuals",
    "organisation": "organisations",
    "parliamentarian": "parliamentarians",
    "government": "governments.members",
}
"""Where an initiative's page shows each kind's count."""


class Counts:
    """What the tally says of each kind, and the open pages that must follow it by themselves."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self.now = {kind: counted(site, slug, kind) for kind, slug in SLUGS.items()}
        self.pages = {slug: browser.new_context().new_page() for slug in set(SLUGS.values())}
        for slug, page in self.pages.items():
            page.goto(f"{site.url}/initiatives/{slug}")
            page.evaluate("window.neverReloaded = true")

    def unchanged(self, kind: str) -> None:
        assert counted(self.site, SLUGS[kind], kind) == self.now[kind]

    def changes(self, kind: str, by: int) -> None:
        """The tally has the change within 2 s, the open page within 12 s and without a reload."""
        self.now[kind] += by
        slug, due = SLUGS[kind], self.now[kind]
        assert until(lambda: counted(self.site, slug, kind) == due, within=TALLY_WITHIN)
        page = self.pages[slug]
        shown = page.locator(f'[data-tally="{SHOWN[kind]}"]').first
        expect(shown).to_have_text(str(due), timeout=PAGE_WITHIN)
        assert page.evaluate("window.neverReloaded")


class Framed:
    """A tally with its picture in a frame of another site, where somebody is typing."""

    def __init__(self, browser: Browser, site: Site, slug: str, iso3: str) -> None:
        context = browser.new_context()
        context.grant_permissions(["local-network-access"])  # for the test only: we are at home
        self.page = context.new_page()
        frame = f'<iframe src="{site.url}/embed/{slug}?picture=1" width="640" height="780">'
        self.page.route(
            "https://ngo.example/",
            lambda route: route.fulfill(body=f"<input autofocus>{frame}", content_type="text/html"),
        )
        self.page.goto("https://ngo.example/")
        self.page.locator("input").click()
        self.frame = self.page.frame_locator("iframe")
        self.number = self.frame.locator('[data-tally="governments.members"]')
        self.seat = self.frame.locator(f'.hemicycle a[href$="/states/{iso3}"] .seat')
        expect(self.seat).not_to_have_class("seat endorsed")
        self.begun = int(self.number.inner_text())
        self.frame.locator("svg.hemicycle").evaluate("one => { window.drawn = one }")

    def follows(self) -> None:
        """Number and seat within 12 s; the picture stays in its place, and the cursor too."""
        expect(self.number).to_have_text(str(self.begun + 1), timeout=PAGE_WITHIN)
        expect(self.seat).to_have_class("seat endorsed")
        assert self.frame.locator("body").evaluate("() => window.drawn.isConnected")
        self.page.keyboard.type("still here")
        assert self.page.locator("input").input_value() == "still here"


def test_from_sign_up_to_an_open_page(browser: Browser, whole_site: WholeSite) -> None:
    site = whole_site
    visitor = browser.new_context().new_page()
    yesterday = f"?as_of={utcnow().date() - timedelta(days=1)}"
    was = tally(site, "unpa", yesterday)["individuals"]

    for kind, slug in SLUGS.items():
        sign_up(visitor, site, kind, slug)
    counts = Counts(browser, site)
    confirm(visitor, site, "individual")
    counts.changes("individual", +1)
    for kind in ("organisation", "parliamentarian", "government"):
        confirm(visitor, site, kind)
        counts.unchanged(kind)

    first = staff_member(browser, site, "ada")
    second = staff_member(browser, site, "ben")
    decide(first, site, "Forum for Peace", "verify", "called_back")
    counts.changes("organisation", +1)
    decide(first, site, "Iris Blom", "verify", "official_mail_domain")
    counts.changes("parliamentarian", +1)
    decide(first, site, "Belgium", "approve", "original_seen")
    counts.unchanged("government")
    framed = Framed(browser, site, SLUGS["government"], "BEL")
    decide(second, site, "Belgium", "verify", "on_depositary_list")
    counts.changes("government", +1)
    framed.follows()

    visitor.goto(f"{site.url}/manage")
    visitor.locator('main [name="email"]').fill(DETAILS["individual"]["email"])
    visitor.get_by_role("button", name="Send me the link").click()
    visitor.goto(link_to(site, DETAILS["individual"]["email"], "manage"))
    visitor.get_by_role("link", name="Withdraw my support").click()
    visitor.get_by_role("button", name="Yes, withdraw my support").click()
    counts.changes("individual", -1)
    assert tally(site, "unpa", yesterday)["individuals"] == was
