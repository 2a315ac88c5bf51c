"""Where things may stand, read from the sources. Each rule is tried on a planted break too."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import grimp
import pytest
from grimp import ImportGraph

from config import ROOT
from tests.support.databases import settings
from tracker.app import create_app

Sources = Mapping[str, str]
"""Modules by their dotted names, as text."""


def _sources() -> Sources:
    return {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path.read_text("utf-8")
        for path in sorted((ROOT / "tracker").rglob("*.py"))
    }


WEB = {
    "flask",
    "flask_babel",
    "flask_limiter",
    "flask_login",
    "flask_security",
    "flask_smorest",
    "flask_sqlalchemy",
    "flask_wtf",
    "werkzeug",
    "wtforms",
}
DELIVERY = {
    *("app", "serve", "seed", "worker_tasks", "core"),
    *("api", "charts", "demonstration", "pages", "presentation", "sharing", "staff", "work_lists"),
}
"""What is no package of the domain. Of core the domain may use what knows no web itself."""
OF_THE_WEB = re.compile(r"(.+_)?(views|forms|labels|page)|blueprint|cli|query_args")
"""Modules, or folders of them, by which a package of the domain is reached or shown."""
REACHING_UP = {
    # Flask-Security, as staff sign in with it
    *(f"tracker.accounts.{name}" for name in ("freshness", "passkeys", "security_signals")),
    *(f"tracker.accounts.{name}" for name in ("sign_in", "sign_in_messages", "current_account")),
    # what a sign-up's form offers, and what its mails say
    *("tracker.endorsements.signup.choices", "tracker.endorsements.signup.mail"),
    # run by the worker or a command, in transactions of their own
    *("tracker.imports.progress", "tracker.links.rounds", "tracker.review.duplicates.finder"),
}
VIEWS = re.compile(r"(.+_)?views")
FORMS = re.compile(r"(.+_)?forms")


@pytest.fixture(scope="module")
def imports() -> ImportGraph:
    graph = grimp.build_graph("tracker", include_external_packages=True, cache_dir=None)
    # Flask-Security's models are mixins of its own; staff are mapped with them.
    graph.remove_import(importer="tracker.accounts.models", imported="flask_security")
    return graph


def knows_the_web(graph: ImportGraph) -> Iterator[str]:
    """Modules of the domain that import the web, themselves or through others."""
    for module in sorted(graph.modules):
        root, _, rest = module.partition(".")
        package, *names = rest.split(".")
        is_domain = root == "tracker" and rest and package not in DELIVERY
        if not is_domain or any(map(OF_THE_WEB.fullmatch, names)):
            continue
        if module not in REACHING_UP and graph.find_upstream_modules(module) & WEB:
            yield module


def test_the_domain_knows_no_web(imports: ImportGraph) -> None:
    assert [*knows_the_web(imports)] == []


@pytest.mark.parametrize("known", ["flask", "tracker.core.i18n"])
def test_a_domain_that_knows_the_web_is_found(known: str) -> None:
    planted = grimp.build_graph("tracker", include_external_packages=True, cache_dir=None)
    planted.add_import(importer="tracker.ledger.events", imported=known)
    assert "tracker.ledger.events" in knows_the_web(planted)


def outside_views(views: Mapping[str, Callable[..., Any]]) -> Iterator[str]:
    """Endpoints of ours that are registered by a module that is not named for its views."""
    for endpoint, view in views.items():
        module = getattr(view, "__module__", "")
        if module.startswith("tracker.") and not VIEWS.fullmatch(module.rpartition(".")[2]):
            yield f"{endpoint} in {module}"


def test_routes_are_registered_by_views_alone() -> None:
    app = create_app(settings("sqlite://", Path("/nowhere")))
    assert [*outside_views(app.view_functions)] == []

    def planted() -> str:
        return ""

    planted.__module__ = "tracker.accounts.services"
    app.add_url_rule("/planted", "planted", planted)
    assert [*outside_views(app.view_functions)] == ["planted in tracker.accounts.services"]


REGISTERS = {"route", "get", "post", "put", "patch", "delete", "add_url_rule"}
BLUEPRINTS = re.compile(r"bp|blueprint|app|.+_bp")


def registers_routes(sources: Sources) -> Iterator[str]:
    """Modules that register a route without being named for it, whatever view it leads to."""
    for module, text in sources.items():
        if VIEWS.fullmatch(module.rpartition(".")[2]) or module in REGISTERING:
            continue
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=called)) if (
                    called == "add_url_rule" or (called in REGISTERS and BLUEPRINTS.fullmatch(name))
                ):
                    yield module


REGISTERING = {"tracker.api.lists"}  # a decorator of views, each in its module


def test_routes_are_registered_in_views_alone() -> None:
    planted = {
        "tracker.pages.aims": "bp.add_url_rule('/planted', view_func=partial(views.search))",
        "tracker.staff.labels": "@bp.get('/planted')\ndef planted(): pass",
        "tracker.pages.record_views": "@bp.get('/entries')\ndef entries(): pass",
        "tracker.links.fetcher": "session.get(address)",
    }
    assert {*registers_routes(planted)} == {"tracker.pages.aims", "tracker.staff.labels"}
    assert {*registers_routes(_sources())} == set()


def reaches_into_views(graph: ImportGraph) -> Iterator[str]:
    """Modules that import a module of views without being one; a package's `views` gathers all."""
    for module in sorted(graph.modules):
        if VIEWS.fullmatch(module.rpartition(".")[2]) or module in GATHERING:
            continue
        for imported in graph.find_modules_directly_imported_by(module):
            if VIEWS.fullmatch(imported.rpartition(".")[2]):
                yield f"{module} imports {imported}"


GATHERING = {"tracker.app"}  # puts the site together


def test_only_views_know_views(imports: ImportGraph) -> None:
    assert [*reaches_into_views(imports)] == []
    planted = grimp.build_graph("tracker", cache_dir=None)
    planted.add_import(importer="tracker.content.drafts.services", imported="tracker.content.views")
    assert len([*reaches_into_views(planted)]) == 1


def outside_forms(sources: Sources) -> Iterator[str]:
    """Forms that stand in a module that is not named for its forms."""
    for module, text in sources.items():
        if any(map(FORMS.fullmatch, module.split("."))):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.ClassDef) and any(map(_is_form, node.bases)):
                yield f"{module}.{node.name}"


def _is_form(base: ast.expr) -> bool:
    name = base.attr if isinstance(base, ast.Attribute) else getattr(base, "id", "")
    return name.endswith("Form")


def test_forms_stand_with_forms() -> None:
    planted = {
        "tracker.pages.record_views": "class SearchForm(FlaskForm): pass",
        "tracker.staff.forms.audit": "class LogForm(Form): pass",
    }
    assert [*outside_forms(planted)] == ["tracker.pages.record_views.SearchForm"]
    assert [*outside_forms(_sources())] == []


def asks_for_the_dialect(sources: Sources) -> Iterator[str]:
    """Modules outside of core that ask for a dialect's name."""
    for module, text in sources.items():
        if module.startswith("tracker.core."):
            continue
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Attribute(value=ast.Attribute(attr="dialect"), attr="name"):
                    yield module


def test_only_core_asks_which_database_it_is() -> None:
    planted = {"tracker.pages.views": "on = session.get_bind().dialect.name == 'sqlite'"}
    assert [*asks_for_the_dialect(planted)] == ["tracker.pages.views"]
    assert [*asks_for_the_dialect(_sources())] == []


def reads_the_query(sources: Sources) -> Iterator[str]:
    """Modules that read the query of a request themselves."""
    for module, text in sources.items():
        if module == "tracker.core.query_args":
            continue
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Attribute(value=ast.Name(id="request"), attr="args"):
                    yield module


def test_one_module_reads_queries() -> None:
    planted = {"tracker.staff.labels": "after = request.args.get('after', 0, type=int)"}
    assert [*reads_the_query(planted)] == ["tracker.staff.labels"]
    assert [*reads_the_query(_sources())] == []


TESTS = ROOT / "tests"
OWN = {"journeys", "support", "whole_site"}
"""Folders that stand for no package."""
MODULES = sorted(path.relative_to(ROOT) for path in TESTS.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """The modules that a file imports, and what it imports from packages, by full name."""
    names = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def test_no_test_imports_a_test() -> None:
    found = {
        (str(path), name)
        for path in MODULES
        for name in imported(path)
        if name.startswith("tests.") and not name.startswith("tests.support.")
    }
    assert found == set()


def test_folders_mirror_the_packages() -> None:
    folders = {path.parent.relative_to("tests") for path in MODULES if path.name != "conftest.py"}
    packages = {path for path in folders if path.parts and path.parts[0] not in OWN}
    assert {path for path in packages if not (ROOT / "tracker" / path).is_dir()} == set()
    assert len(packages) > 20


MAX_TEMPLATE_LINE = 160
"""Characters, so that a line fits on a screen; most stay under 120."""


def too_long(templates: Sources) -> Iterator[str]:
    """Lines of templates, by the template's name and the line's number."""
    for name, text in templates.items():
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > MAX_TEMPLATE_LINE:
                yield f"{name}:{number}"


def test_lines_of_templates_fit_on_a_screen() -> None:
    assert [*too_long({"home.html": f"<p>\n{'x' * 161}\n{'x' * 160}\n"})] == ["home.html:2"]
    files = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    templates = {str(path.relative_to(ROOT)): path.read_text("utf-8") for path in files}
    assert len(templates) > 150 and [*too_long(templates)] == []
