"""Checks of the links that public pages show."""
