"""The documents of every campaign, searched and filtered; each with a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import render_template
from flask_babel import gettext as _

from tracker.core import query_args
from tracker.core.audience import public
from tracker.core.db import db
from tracker.core.errors import BadInput
from tracker.core.i18n import language
from tracker.initiatives import queries as initiatives
from tracker.initiatives.models import Campaign, Document, DocumentCategory
from tracker.pages import citation_views
from tracker.pages.blueprint import bp, page_dates
from tracker.presentation.page_cache import kept
from tracker.supporters.names import plain

NOT_SAID = "unknown"
"""The word in addresses for the language of a document of which none is said."""
MAX_SEARCH_LENGTH = 100


@dataclass(frozen=True, kw_only=True)
class Filters:
    """Filters of the library. All that are given must hold."""

    q: str = ""
    category: str = ""
    campaign: str = ""
    language: str = ""
    year: str = ""

    @property
    def any(self) -> bool:
        return any((self.q, self.category, self.campaign, self.language, self.year))

    def fit(self, document: Document) -> bool:
        """Return whether a document is among those that are asked for."""
        return all(
            (
                self.category in ("", document.category.value),
                self.campaign in ("", document.initiative.campaign.slug),
                self.language in ("", document.language or NOT_SAID),
                self.year in ("", document.dated[:4]),
                all(word in _searched(document) for word in plain(self.q).split()),
            )
        )


@dataclass(frozen=True, kw_only=True)
class Choices:
    """Choices to filter by: only what some document has."""

    categories: Sequence[DocumentCategory]
    campaigns: Sequence[Campaign]
    languages: Sequence[tuple[str, str]]
    years: Sequence[str]


@bp.get("/documents")
@public
@kept
def documents() -> str:
    """Every document of every campaign, or those that the address asks for."""
    library = initiatives.documents(db.session())
    choices = _choices(library)
    filters = _asked(choices)
    return render_template(
        "pages/documents.html",
        documents=[document for document in library if filters.fit(document)],
        total=len(library),
        filters=filters,
        choices=choices,
        dates=page_dates(),
    )


@bp.get("/documents/<int:document_id>")
@public
def document(document_id: int) -> str:
    """One document: who published it, when, where it can be read, and how to cite it."""
    session = db.session()
    document = initiatives.document(session, document_id)
    return render_template(
        "pages/document.html",
        document=document,
        citation=citation_views.of_document(session, document, page_dates()),
    )


def _searched(document: Document) -> str:
    """Return what a search looks into, folded word by word: a fold keeps only so much of a long
    text."""
    texts = (
        document.title,
        document.publisher,
        document.reference,
        document.says,
        document.initiative.name,
        document.initiative.campaign.name,
    )
    return " ".join(plain(word) for text in texts for word in text.split())


def _choices(texts: Sequence[Document]) -> Choices:
    categories = {document.category for document in texts}
    campaigns = {
        document.initiative.campaign.id: document.initiative.campaign for document in texts
    }
    named = sorted(
        ((code, language(code)) for code in {text.language for text in texts} - {""}),
        key=lambda pair: pair[1],
    )
    if any(not document.language for document in texts):
        named.append((NOT_SAID, str(_("not recorded"))))
    return Choices(
        categories=[category for category in DocumentCategory if category in categories],
        campaigns=sorted(campaigns.values(), key=lambda campaign: campaign.position),
        languages=named,
        years=sorted({document.dated[:4] for document in texts} - {""}, reverse=True),
    )


def _asked(choices: Choices) -> Filters:
    """The filters of the address. What cannot be is refused; what only no document has is not."""
    given = {name: query_args.text(name).strip() for name in Filters.__dataclass_fields__}
    filters = Filters(**{**given, "q": given["q"][:MAX_SEARCH_LENGTH]})
    known = (
        filters.category in ("", *DocumentCategory),
        filters.campaign in ("", *(campaign.slug for campaign in choices.campaigns)),
        filters.language in ("", NOT_SAID) or _is_code(filters.language),
        filters.year == "" or (filters.year.isascii() and filters.year.isdecimal()),
    )
    if not all(known):
        raise BadInput("There is no such filter.")
    return filters


def _is_code(text: str) -> bool:
    return len(text) == 2 and text.isascii() and text.isalpha() and text.islower()
