"""Pictures in a browser: by telephone and by desk, in the light and in the dark, and printed."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.support import factories
from tests.support.databases import opened, settings
from tests.support.pages import entry_of
from tests.support.site import Site
from tracker.core.clock import utcnow
from tracker.core.db import transaction
from tracker.endorsements.lifecycle import Action

PICTURES = "/initiatives/act-code-of-conduct/pictures"
WATCH = """() => {
    window.changed = new Set();
    new MutationObserver((list) => list.forEach(({ target }) => {
        const row = (target.closest ? target : target.parentElement).closest("tr");
        window.changed.add(row ? row.querySelector("th a").textContent : target.nodeName);
    })).observe(document.getElementById("matrix"), {
        subtree: true, childList: true, attributes: true, characterData: true,
    });
}"""
"""Notes the State of each row of the matrix in which anything changes."""


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (360, "dark"),
        pytest.param(1280, "light", marks=pytest.mark.long),
        pytest.param(360, "light", marks=pytest.mark.long),
        pytest.param(1280, "dark", marks=pytest.mark.long),
    ],
)
@pytest.mark.long
def test_everybody_can_read_them(
    browser: Browser, shared_server: Site, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]  # one of Playwright's words
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(shared_server.url + PICTURES)
    for summary in page.locator("figure.picture summary").all():
        summary.click()
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    assert not complaints
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for name in ("endorsed", "none"):
        land = page.locator(f"#map .land.{name}").first
        assert land.evaluate("one => getComputedStyle(one).fill") != ground
    dots = page.locator("#map .spot").first.bounding_box()
    assert dots and dots["width"] >= 3.5
    context.close()


def test_a_seat_is_reached_by_keyboard_and_leads_to_its_state(
    browser: Browser, shared_server: Site
) -> None:
    page = browser.new_page()
    page.goto(shared_server.url + PICTURES)
    seat = page.get_by_role("link", name="Mexico: endorsed").first
    seat.focus()
    expect(seat).to_be_focused()
    seat.press("Enter")
    page.wait_for_url("**/states/MEX")
    page.close()


@pytest.mark.long
def test_open_pages_follow_and_leave_alone_what_did_not_change(
    browser: Browser, live_server: Site
) -> None:
    site = live_server
    config = settings(f"sqlite:///{site.var_dir / 'rollcall.db'}", site.var_dir)
    with opened(config) as app, app.app_context(), transaction() as session:
        number = entry_of(session, "FRA").id
    page, matrix, entry = (browser.new_page() for _ in range(3))
    page.goto(site.url + PICTURES)
    seats = page.locator("#hemicycle-drawn .seat.endorsed")
    lands = page.locator("#map-drawn .endorsed")
    expect(seats).to_have_count(43)
    page.locator("#map-drawn a").first.focus()
    matrix.goto(f"{site.url}/states?grade=endorsed&sort=group")
    expect(matrix.locator("#shown")).to_contain_text("109 of 195")
    code = matrix.locator('tr:has(a[href="/states/FRA"]) td[data-label="ACT Code of Conduct"]')
    expect(code).to_have_text("endorsed")
    matrix.locator('a[href="/states/GAB"]').focus()
    matrix.evaluate(WATCH)
    entry.goto(f"{site.url}/endorsements/{number}")
    with opened(config) as app, app.app_context(), transaction() as session:
        factories.by_staff(session, entry_of(session, "FRA"), Action.SUSPEND, now=utcnow())

    expect(code).to_have_text("not documented here", timeout=20_000)
    assert matrix.evaluate("[...window.changed]") == ["France"]
    expect(matrix.locator('a[href="/states/GAB"]')).to_be_focused()
    expect(matrix.locator("#live")).to_have_text(
        "This page changed: France: ACT Code of Conduct, not documented here"
    )
    expect(entry.locator("#standing")).to_contain_text("suspended", timeout=20_000)
    expect(entry.locator("#periods")).to_contain_text("–")
    expect(seats).to_have_count(42, timeout=20_000)
    expect(page.locator("#both")).to_contain_text("42 Member States")
    expect(lands).to_have_count(43)
    page.evaluate("document.activeElement.blur()")
    expect(lands).to_have_count(42, timeout=20_000)
    for one in (page, matrix, entry):
        one.close()
