"""Citations, read back as a reference manager would."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.support.pages import plain
from tests.support.webclient import Client
from tracker.endorsements.models import Endorsement
from tracker.initiatives.models import Document
from tracker.presentation.citation_formats import SPECIAL, Citation, Format, bibtex, ris
from tracker.presentation.citation_formats import plain as sentence
from tracker.supporters.models import SupporterKind

NASTY = 'Braces { } and } 50% of A&B #1 a_b ~ ^ \\ "said"\nER  - two\tlines, Türkiye'
FLAT = 'Braces { } and } 50% of A&B #1 a_b ~ ^ \\ "said" ER - two lines, Türkiye'


def read_bibtex(text: str) -> dict[str, str]:
    """The fields of one entry, each read to the brace that closes it, TeX's own letters undone."""
    head = re.match(r"@(\w+)\{([A-Za-z0-9-]+),\n", text)
    assert head is not None, text
    fields, at = {"type": head[1], "key": head[2]}, head.end()
    while not text.startswith("}", at):
        name = re.compile(r"\s*(\w+) = \{").match(text, at)
        assert name is not None, text[at:]
        depth, end = 1, name.end()
        while depth:
            if text[end] == "\\":
                end += 1
            else:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        fields[name[1]] = text[name.end() : end - 1]
        at = end + len(re.compile(r",?\n").match(text, end)[0])  # type: ignore[index]  # always one
    assert text[at:] == "}\n"
    return {name: _said(value) if name != "url" else value for name, value in fields.items()}


def _said(value: str) -> str:
    bare = re.sub(r"^\{(.*)\}$", r"\1", value, flags=re.S)
    letters = {written: letter for letter, written in SPECIAL.items()}
    pattern = "|".join(re.escape(one) for one in sorted(letters, key=len, reverse=True))
    return re.sub(pattern, lambda match: letters[match[0]], bare)


def read_ris(text: str) -> dict[str, str]:
    """The tags of one record. Every line must be one."""
    lines = text.split("\r\n")
    assert lines.pop() == "" and lines[-1] == "ER  - "
    parts = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in lines]
    assert all(parts), text
    found = {part[1]: part[2] for part in parts if part}
    assert len(found) == len(lines) and next(iter(found)) == "TY"
    return found


def test_whatever_a_title_holds_is_read_back(app: Flask) -> None:
    one = Citation(
        key="rollcall-document-1",
        title=NASTY,
        address="https://rollcall.example/documents/1",
        read_on=date(2026, 11, 23),
        as_of=date(2026, 11, 23),
        ledger_size=75,
        author="A & B {Ltd}",
        dated="2015-10",
        reference="A/70/621",
        link="https://example.org/a{b}\\c d",
    )
    with app.test_request_context():
        fields, tags = read_bibtex(bibtex(one)), read_ris(ris(one))
        said = sentence(one)
    flat = " ".join(NASTY.split())
    assert (fields["title"], fields["author"]) == (flat, "A & B {Ltd}")
    assert (fields["year"], fields["month"], fields["urldate"]) == ("2015", "10", "2026-11-23")
    assert fields["url"] == "https://example.org/a%7Bb%7D%5Cc%20d"
    assert (tags["TI"], tags["AU"], tags["PY"], tags["DA"]) == (
        flat,
        "A & B {Ltd}",
        "2015",
        "2015/10//",
    )
    for note in (fields["note"], tags["N1"], said):
        assert "as of 23 Nov 2026, ledger size 75" in note and one.address in note


@pytest.mark.usefixtures("app")
def test_a_document_an_entry_and_a_tally_are_cited_in_one_way(
    client: Client, session: Session
) -> None:
    document = session.scalars(select(Document).where(Document.reference == "A/RES/73/299")).one()
    entry = session.scalars(
        select(Endorsement).where(Endorsement.kind == SupporterKind.GOVERNMENT).limit(1)
    ).one()
    tally = client.get("/initiatives/act-code-of-conduct/tally.json").json
    assert tally is not None
    state = f"ledger size {tally['ledger_size']}"
    cited = {
        f"/documents/{document.id}": "Commemoration of the seventy-fifth anniversary",
        f"/endorsements/{entry.id}": entry.reference,
        "/initiatives/act-code-of-conduct": "129 governments reported (11 May 2023)",
        "/campaigns/veto-restraint": "107 Member States for either initiative",
        "/campaigns/unpa": "1,500+ current and former members of parliament reported",
    }
    for address, words in cited.items():
        page, answers = client.get(f"{address}/cite"), {}
        for one in Format:
            answers[one] = client.get(f"{address}/cite?format={one}")
            assert answers[one].status_code == 200
        assert {one: answer.mimetype for one, answer in answers.items()} == {
            Format.PLAIN: "text/plain",
            Format.BIBTEX: "application/x-bibtex",
            Format.RIS: "application/x-research-info-systems",
        }
        fields, tags = read_bibtex(answers[Format.BIBTEX].text), read_ris(answers[Format.RIS].text)
        assert words in fields["title"] and words in answers[Format.PLAIN].text
        assert fields["title"] == tags["TI"]
        assert (
            state in fields["note"] and state in tags["N1"] and state in answers[Format.PLAIN].text
        )
        assert answers[Format.PLAIN].text in html.unescape(plain(page.text))
        assert answers[Format.PLAIN].text in html.unescape(plain(client.get(address).text))
        assert "Set-Cookie" not in page.headers and page.headers["X-Robots-Tag"] == "noindex"
        assert fields["key"] in answers[Format.BIBTEX].headers["Content-Disposition"]


@pytest.mark.usefixtures("app")
def test_a_tally_of_a_past_day_is_cited_with_that_day(client: Client) -> None:
    cited = client.get("/initiatives/unpa/cite?as_of=2015-10-31&format=bibtex")
    fields = read_bibtex(cited.text)
    assert "756 members of parliament reported (about 13 Oct 2015)" in fields["title"]
    assert fields["url"].endswith("/initiatives/unpa?as_of=2015-10-31")
    assert fields["note"].startswith("As of 31 Oct 2015, ledger size ")
    known = client.get("/initiatives/unpa/cite?as_of=2015-10-31&known_at=2026-01-01&format=plain")
    assert "as known at the end of 1 Jan 2026, ledger size 0" in known.text


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/documents/1/cite?format=mla", 400),
        ("/initiatives/unpa/cite?as_of=tomorrow", 400),
        ("/documents/99999/cite", 404),
        ("/endorsements/99999/cite", 404),
        ("/campaigns/nobodys/cite", 404),
    ],
)
@pytest.mark.by_turns
@pytest.mark.usefixtures("app")
def test_what_cannot_be_cited(client: Client, address: str, status: int) -> None:
    assert client.get(address).status_code == status
