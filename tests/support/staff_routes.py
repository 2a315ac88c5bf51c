"""Every staff page there is, by the rule of its address."""

from __future__ import annotations

import re

from flask import Flask
from werkzeug.routing import Rule


def address(rule: Rule) -> str:
    """An address of a rule. Whom it lets in is decided before whether the thing exists."""
    made = re.sub(r"<any\((\w+)[^>]*>", r"\1", rule.rule)
    return re.sub(r"<[^>]*>", "x", re.sub(r"<int:[^>]*>", "1", made))


def staff_rules(app: Flask) -> list[Rule]:
    return [
        rule for rule in app.url_map.iter_rules() if rule.rule.startswith("/staff") and rule.methods
    ]


def methods(rule: Rule) -> list[str]:
    return sorted((rule.methods or set()) & {"GET", "POST"})
