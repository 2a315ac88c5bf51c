"""Pages in a browser that lets no script make markup of text, but by the one policy of ours."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.support.site import Site

ADDRESS = "/initiatives/act-code-of-conduct"
LISTEN = """
globalThis.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
"""


@pytest.fixture
def page(browser: Browser) -> Page:
    opened = browser.new_page()
    opened.add_init_script(LISTEN)
    return opened


def changed(route: Route) -> None:
    """The answer, with another number of Member States, as after a verification."""
    answer = route.fetch()
    if answer.status != 200:
        route.fulfill(response=answer)
        return
    text = answer.text().replace('"members": 43', '"members": 44')
    route.fulfill(response=answer, body=text.replace(">4 of 54<", ">5 of 54<"))


def test_an_open_page_follows_without_a_violation(page: Page, shared_server: Site) -> None:
    page.goto(shared_server.url + ADDRESS)
    page.route("**/tally.json*", changed)
    page.route(f"**{ADDRESS}", changed)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.get_by_text("5 of 54").first.wait_for(state="attached")
    assert page.evaluate("refused") == []


@pytest.mark.parametrize(
    "path", ["/", "/states", "/vetoes", "/staff/account/login", "/embed/unpa", "/api/v1/"]
)
def test_pages_open_without_a_violation(page: Page, shared_server: Site, path: str) -> None:
    complaints: list[str] = []
    page.on("console", lambda told: complaints.append(told.text) if told.type == "error" else None)
    page.goto(shared_server.url + path)
    assert page.evaluate("refused") == []
    assert [complaint for complaint in complaints if "404" not in complaint] == []


def test_no_other_script_makes_markup_of_text(page: Page, shared_server: Site) -> None:
    page.goto(shared_server.url + ADDRESS)
    attempts = (
        "document.body.innerHTML = '<b>x</b>'",
        "new DOMParser().parseFromString('<b>x</b>', 'text/html')",
        "trustedTypes.createPolicy('another', {createHTML: (text) => text})",
        "trustedTypes.createPolicy('rollcall', {createHTML: (text) => text})",
    )
    for attempt in attempts:
        said = page.evaluate(
            f"(() => {{ try {{ {attempt}; return 'done' }} catch (e) {{ return e.name }} }})()"
        )
        assert said == "TypeError", attempt
