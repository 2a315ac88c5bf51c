"""The browser and the system that somebody uses, each in a word that its owner would recognise."""

from __future__ import annotations

BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
"""Marks of a User-Agent header in the order in which they decide: most claim to be others too."""
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def named(header: str) -> tuple[str, str]:
    """Browser and system of a User-Agent header (RFC 9110, 10.1.5); empty where not recognised."""
    return (
        next((name for mark, name in BROWSERS if mark in header), ""),
        next((name for mark, name in SYSTEMS if mark in header), ""),
    )
