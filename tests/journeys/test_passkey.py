"""A passkey in a real browser, with Chromium's virtual authenticator: set up after a sign-in with
password and app, then used alone, and another as the second factor."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.journeys import staff_account
from tests.support.site import HOST, Site

PASSWORD_STEP = "Go on to the second factor"


def at_localhost(site: Site) -> str:
    """A browser takes passkeys only for a name (Web Authentication, 5.1.2), never for 127.0.0.1."""
    return site.url.replace(HOST, "localhost")


def with_authenticator(page: Page) -> None:
    """Give the browser a device that verifies its owner and keeps passkeys."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def add_passkey(page: Page, url: str, name: str, stands_for: str) -> None:
    page.goto(f"{url}/staff/account/wan-register")
    page.locator('[name="name"]').first.fill(name)
    page.get_by_label(stands_for).check()
    page.get_by_role("button", name="Set up a passkey").click()
    expect(page.locator("main .list")).to_contain_text(name)


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Staff sign-in")


@pytest.mark.parametrize(
    "stands_for",
    [
        "the password and the code",
        pytest.param("the code of the app", marks=pytest.mark.long),
    ],
)
def test_a_passkey_signs_in(browser: Browser, live_server: Site, stands_for: str) -> None:
    url = at_localhost(live_server)
    page, password = staff_account(browser, live_server, "ada", url)
    with_authenticator(page)
    add_passkey(page, url, "laptop", stands_for)
    page.goto(f"{url}/staff/account/")
    expect(page.locator("main")).to_contain_text("laptop")
    sign_out(page)
    if stands_for == "the password and the code":
        page.get_by_role("button", name="Use a passkey").click()
        page.get_by_role("button", name="Use a passkey").click()
    else:
        page.locator('[name="email"]').fill("ada@rollcall.example")
        page.locator('[name="password"]').fill(password)
        page.get_by_role("button", name=PASSWORD_STEP).click()
        page.get_by_label("passkey").check()
        page.get_by_role("button", name="Go on").click()
        page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What waits for us")
    page.goto(f"{url}/staff/log")
    way = "passkey alone" if "password" in stands_for else "password and passkey"
    expect(page.locator("main tbody tr").first).to_contain_text(way)
