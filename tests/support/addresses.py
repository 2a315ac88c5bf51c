"""Every page there is of a kind of address, so that none is forgotten."""

from __future__ import annotations

from flask import Flask

NOT_PAGES = ("security.", "health.")


def without_names(app: Flask) -> list[str]:
    """The addresses that name nothing: lists, overviews, forms."""
    return sorted(
        str(rule)
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ()) and not rule.arguments and not _is_left_out(rule.endpoint)
    )


def of_initiative(app: Flask, slug: str) -> list[str]:
    """Whatever an initiative has an address for, in every kind of file."""
    addresses = []
    for rule in app.url_map.iter_rules():
        address = str(rule)
        if "GET" not in (rule.methods or ()) or "/campaigns/" in address or "/staff/" in address:
            continue
        if rule.arguments == {"slug"}:
            addresses.append(address.replace("<slug>", slug))
        elif rule.endpoint == "exports.endorsements":
            stem = address.partition("<any")[0].replace("<slug>", slug)
            addresses += [f"{stem}{ending}" for ending in ("csv", "xlsx", "jsonl")]
    return sorted(addresses)


def _is_left_out(endpoint: str) -> bool:
    return endpoint.startswith(NOT_PAGES)
