"""What people do on the site in a real browser, and where it must show."""

from __future__ import annotations

import json
import re
import time
from email import message_from_bytes, policy
from email.message import EmailMessage

from passlib.totp import TOTP
from playwright.sync_api import Browser, Page, expect

from tests.support.forks import flask
from tests.support.signup import DETAILS
from tests.support.site import Site, until
from tracker.endorsements.abuse.flags import MIN_FILL_TIME

TALLY_WITHIN = 2.0
PASSWORD = "four unlikely words here"
PAGE_WITHIN = 12_000
SLUGS = {
    "individual": "unpa",
    "organisation": "unpa",
    "parliamentarian": "unpa",
    "government": "act-code-of-conduct",
}
"""What each kind signs."""


def tally(site: Site, slug: str, as_of: str = "") -> dict[str, object]:
    status, body = site.get(f"/initiatives/{slug}/tally.json{as_of}")
    assert status == 200
    found: dict[str, object] = json.loads(body)
    return found


def counted(site: Site, slug: str, kind: str) -> int:
    """How many of a kind the tally says; Member States for governments."""
    found = tally(site, slug)
    if kind == "government":
        members = found["governments"]
        assert isinstance(members, dict)
        return int(members["members"])
    value = found[f"{kind}s"]
    assert isinstance(value, int)
    return value


def mails_to(site: Site, address: str) -> list[EmailMessage]:
    found = []
    for path in sorted(site.mail_dir.glob("*.eml"), key=lambda one: one.stat().st_mtime_ns):
        mail = message_from_bytes(path.read_bytes(), policy=policy.default)
        if mail["To"] == address:
            found.append(mail)
    return found


def link_to(site: Site, address: str, purpose: str) -> str:
    """The newest link of a purpose that was mailed to an address."""

    def newest() -> str:
        for mail in reversed(mails_to(site, address)):
            body = mail.get_body(("plain",))
            found = re.search(rf"/{purpose}/[^\s]+", body.get_content() if body else "")
            if found:
                return found[0]
        return ""

    assert until(newest), f"no {purpose} link for {address}"
    return site.url + newest()


def sign_up(page: Page, site: Site, kind: str, slug: str) -> None:
    page.goto(f"{site.url}/initiatives/{slug}")
    page.get_by_role("link", name="Record your support").first.click()
    page.locator(f'a[href$="kind={kind}"]').click()
    opened = time.monotonic()
    for name, value in DETAILS[kind].items():
        field = page.locator(f'[name="{name}"]').first
        if name.startswith("consent"):
            field.check()
        elif name == "mandate":
            page.locator(f'[name="mandate"][value="{value}"]').check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        elif value:
            field.fill(value)
    # Nobody fills a form in that quickly: it would be looked at before it counts.
    assert until(lambda: time.monotonic() - opened > MIN_FILL_TIME.total_seconds())
    page.locator("main form button[type=submit]").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Please check your inbox")


def confirm(page: Page, site: Site, kind: str) -> None:
    page.goto(link_to(site, DETAILS[kind]["email"], "confirm"))
    page.get_by_role("button", name="Yes, I confirm").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")


def staff_member(browser: Browser, site: Site, name: str, *roles: str) -> Page:
    """Somebody new, made by the command line, signed in with an authenticator app; without
    roles said, a reviewer."""
    return staff_account(browser, site, name, site.url, *roles)[0]


def staff_account(
    browser: Browser, site: Site, name: str, url: str, *roles: str
) -> tuple[Page, str]:
    """The same at another address of the site, with the password that was chosen."""
    address = f"{name}@rollcall.example"
    given = [part for role in roles for part in ("--role", role)]
    added = flask(site, "staff", "add", address, "--name", name, *given)
    link = re.search(rf"^{re.escape(site.url)}(/staff/invitation/\S+)$", added, re.MULTILINE)
    assert link, added
    page = browser.new_context().new_page()
    page.goto(url + link[1])
    expect(page.locator('[name="name"]')).to_have_value(name)
    page.locator('[name="password"]').fill(PASSWORD)
    page.locator('[name="again"]').fill(PASSWORD)
    page.get_by_role("button", name="Set the password").click()
    page.locator('[name="email"]').fill(address)
    page.locator('[name="password"]').fill(PASSWORD)
    page.get_by_role("button", name="Go on to the second factor").click()
    page.get_by_role("button", name="Set it up").click()
    key = page.locator("code.cite").inner_text()
    code = TOTP(key=key.replace(" ", "")).generate().token
    page.locator('[name="code"]').fill(f"{code[:3]} {code[3:]}")  # as apps show it
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Make recovery codes").click()
    expect(page.locator("main ul.list code")).to_have_count(8)
    page.get_by_role("link", name="Continue").click()
    page.goto(f"{url}/staff/")
    expect(page.get_by_role("heading", level=1)).to_have_text("What waits for us")
    return page, PASSWORD


def decide(page: Page, site: Site, supporter: str, action: str, reason: str) -> None:
    page.goto(f"{site.url}/staff/")
    page.get_by_role("link", name=supporter).first.click()
    decision = page.locator("details.decision", has=page.locator(f'form[action$="/{action}"]'))
    decision.locator("summary").click()
    decision.locator("select[name$=reason]").select_option(reason)
    decision.get_by_role("button").click()
    expect(page.locator("main")).not_to_contain_text("Please choose")
