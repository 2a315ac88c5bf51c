"""On paper an initiative and a State are a brief of one or two pages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser

from tests.support.site import Site

PAGE = re.compile(rb"/Type\s*/Page\b")


@pytest.mark.parametrize(
    "address",
    [
        "/initiatives/act-code-of-conduct",
        "/initiatives/1-for-7-billion",
        "/initiatives/act-code-of-conduct/reconciliation",
        "/campaigns/veto-restraint/combined",
        "/states/FRA",
    ],
)
def test_it_is_at_most_two_pages(shared_server: Site, browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(shared_server.url + address)
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert 1 <= len(PAGE.findall(printed)) <= 2
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    assert "Skip the chart" not in shown
    page.close()


def test_it_says_of_each_reform_and_of_the_process_how_far_they_are_assessed(
    shared_server: Site, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{shared_server.url}/initiatives/1-for-7-billion")
    page.emulate_media(media="print")
    reforms = page.locator("#reforms").inner_text()
    assert reforms.count("not assessed") == 5 + 1 and reforms.count("partly met (proposed)") == 5
    shown = page.locator("#assessments").inner_text()
    for side in ("Civil society", "President of the General Assembly and team", "Member States"):
        assert side in shown
    assert "Reform 9 4 Member States" in shown and "Tanzania" not in shown
    page.close()


def test_it_keeps_both_figures_and_says_where_the_rest_stands(
    shared_server: Site, browser: Browser
) -> None:
    page = browser.new_page()
    page.goto(f"{shared_server.url}/initiatives/act-code-of-conduct")
    page.emulate_media(media="print")
    shown = page.locator("main").inner_text()
    for words in ("governments reported", "named here with a source", "Liechtenstein"):
        assert words in shown
    assert "What was reported" in shown and "103 states and 1 observer" in shown
    assert "The evidence of each entry, documents, milestones and statements" in shown
    assert page.locator("#milestones").is_hidden()
    page.close()
