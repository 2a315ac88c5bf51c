"""Scripts of others that we serve are exactly those that were fetched and agreed on."""

from __future__ import annotations

import io
import json
import tarfile
from dataclasses import replace

import pytest

from scripts import vendor
from tests.support.webclient import Client
from tracker.core.web import POLICY


def test_every_file_is_what_the_manifest_says_and_nothing_else_is_there() -> None:
    manifest = json.loads((vendor.VENDOR / vendor.MANIFEST).read_text())
    there = {
        str(path.relative_to(vendor.VENDOR)): vendor.digest(path.read_bytes(), "sha384")
        for path in vendor.VENDOR.rglob("*")
        if path.is_file() and path.name != vendor.MANIFEST
    }
    listed = {
        f"{name}/{file}": digest
        for name, package in manifest.items()
        for file, digest in package["files"].items()
    }
    assert there == listed


def test_the_manifest_is_of_the_versions_agreed_on() -> None:
    manifest = json.loads((vendor.VENDOR / vendor.MANIFEST).read_text())
    assert {
        name: (one["version"], one["integrity"], set(one["files"]))
        for name, one in manifest.items()
    } == {
        package.name: (package.version, package.integrity, set(package.files))
        for package in vendor.PACKAGES
    }
    assert all("LICENSE.txt" in package.files for package in vendor.PACKAGES)


def archive(**files: bytes) -> bytes:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w:gz") as tar:
        for name, content in files.items():
            member = tarfile.TarInfo(f"package/{name}")
            member.size = len(content)
            tar.addfile(member, io.BytesIO(content))
    return packed.getvalue()


def test_an_archive_of_another_hash_is_refused() -> None:
    packed = archive(a=b"one", b=b"two")
    agreed = replace(
        vendor.PACKAGES[0], integrity=vendor.digest(packed, "sha512"), files={"one.js": "a"}
    )
    assert vendor.unpack(agreed, packed) == {"one.js": b"one"}
    with pytest.raises(vendor.UnexpectedArchive):
        vendor.unpack(agreed, archive(a=b"three"))


@pytest.mark.parametrize("path", ["proof.js", "vendor/altcha/altcha.min.js"])
def test_scripts_come_as_scripts(client: Client, empty_app: object, path: str) -> None:
    answer = client.get(f"/static/{path}")
    assert answer.status_code == 200 and answer.mimetype == "text/javascript"
    assert answer.headers["Content-Security-Policy"] == POLICY
