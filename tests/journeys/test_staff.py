"""A list comes in, two others approve it, it is compared with a newer one, and a decision is taken
back by keyboard: in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.journeys import confirm, counted, decide, sign_up, staff_member
from tests.support.site import Site, until
from tracker.supporters.seed import rows

SLUG = "un2020"
WITHIN = 20_000


def names(count: int) -> list[str]:
    return [row["un_name_en"] for row in rows("states.csv") if row["status"] == "member"][:count]


def upload(page: Page, site: Site, path: Path) -> None:
    page.goto(f"{site.url}/staff/imports")
    page.locator('[name="file"]').set_input_files(path)
    page.locator('[name="initiative"]').select_option(SLUG)
    page.locator('[name="source"]').fill("Example Secretariat, list of supporters")
    page.locator('[name="list_date"]').fill("2026-06-01")
    page.get_by_role("button", name="Read the list").click()
    expect(page.locator("#progress")).to_contain_text("Read; nothing is done yet", timeout=WITHIN)


def in_bulk(page: Page, address: str, action: str) -> None:
    """Decide about an import's entries together, and wait until it is done."""
    page.goto(address)
    page.get_by_role("button", name="Decide about its entries together").click()
    page.locator('[name="action"]').select_option(action)
    page.locator('[name="reason"]').select_option("on_depositary_list")
    page.get_by_role("button", name="Decide about 41 entries").click()
    expect(page.locator("#progress")).to_contain_text("41 of 41 decided", timeout=WITHIN)


@pytest.mark.long
def test_a_list_of_41_governments_and_a_decision_taken_back(
    browser: Browser, live_server: Site, tmp_path: Path
) -> None:
    site = live_server
    ada, ben, eve = (staff_member(browser, site, name) for name in ("ada", "ben", "eve"))
    listed = names(41)
    path = tmp_path / "list.csv"
    path.write_text("State,Date\n" + "".join(f'"{name}",2026-05-01\n' for name in listed))

    upload(ada, site, path)
    ada.get_by_role("button", name="Congo", exact=True).click()  # which of the two is asked
    expect(ada.locator("dl.waiting")).to_contain_text("41", timeout=WITHIN)
    ada.get_by_role("button", name="Put what is new before reviewers").click()
    expect(ada.locator("#progress")).to_contain_text("In the queue", timeout=WITHIN)
    assert counted(site, SLUG, "government") == 0
    in_bulk(ben, ada.url, "approve")
    in_bulk(eve, ada.url, "verify")
    assert until(lambda: counted(site, SLUG, "government") == 41)

    path.write_text("State,Date\n" + "".join(f'"{name}",2026-05-01\n' for name in listed[1:]))
    upload(ada, site, path)
    ada.get_by_role("button", name="Congo", exact=True).click()
    expect(ada.locator("#only-here ~ ul.list li")).to_have_count(1, timeout=WITHIN)
    ada.get_by_role("button", name="Put them before reviewers").click()
    ada.get_by_role("link", name="Reports", exact=True).click()
    expect(ada.locator("table.queue")).to_contain_text(listed[0])

    visitor = browser.new_context().new_page()
    sign_up(visitor, site, "organisation", "unpa")
    confirm(visitor, site, "organisation")
    before = counted(site, "unpa", "organisation")
    ben.goto(f"{site.url}/staff/?kind=organisation")
    ben.keyboard.press("n")
    expect(ben.get_by_role("heading", level=1)).to_have_text("Forum for Peace")
    ben.keyboard.press("?")
    expect(ben.locator("#keys")).to_contain_text("opens the form")
    expect(ben.locator("#keys dt", has_text="j")).to_be_hidden()  # there is no list here
    ben.keyboard.press("?")
    ben.keyboard.press("v")
    ben.keyboard.press("o")
    decision = ben.locator("details.decision[open]")
    decision.locator("select[name$=reason]").select_option("called_back")
    decision.get_by_role("button").click()
    expect(ben.locator("main")).to_contain_text("Nothing more waits for you")
    assert until(lambda: counted(site, "unpa", "organisation") == before + 1)
    ben.get_by_role("heading", level=1).click()
    ben.keyboard.press("u")
    expect(ben.locator("main")).to_contain_text("waits in review again")
    assert until(lambda: counted(site, "unpa", "organisation") == before)
    decide(eve, site, "Forum for Peace", "verify", "called_back")
    assert until(lambda: counted(site, "unpa", "organisation") == before + 1)
