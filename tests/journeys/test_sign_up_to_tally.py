"""The whole story in a real browser: four kinds sign up and confirm from their mails, three people
verify a government, open pages follow by themselves, and a withdrawal lowers the count again."""

from __future__ import annotations

import json
import re
import time
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

from passlib.totp import TOTP
from playwright.sync_api import Browser, Page, expect

from tests.support.forks import flask
from tests.support.signup import DETAILS
from tests.support.site import Site, WholeSite, until
from tracker.core.clock import utcnow
from tracker.endorsements.abuse.flags import QUICKEST

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
SHOWN = {
    "individual": "individuals",
    "organisation": "organisations",
    "parliamentarian": "parliamentarians",
    "government": "governments.members",
}
"""Where an initiative's page shows each kind's count."""


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
    assert until(lambda: time.monotonic() - opened > QUICKEST.total_seconds())
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
        expect(self.seat).to_have_class("seat none")
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
