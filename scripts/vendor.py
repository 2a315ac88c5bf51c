"""`make vendor`: fetch anew the scripts of others that Rollcall serves itself.

Needs npm, which nothing else here does. A package comes from the registry only in the version, and
with the SHA-512, that stand below; of its files only those listed are kept, with its licence. What
is there afterwards stands in the manifest beside them, and a test compares every file with it.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

VENDOR = Path(__file__).parents[1] / "tracker" / "static" / "vendor"
MANIFEST = "manifest.json"


@dataclass(frozen=True, kw_only=True)
class Package:
    """One package of the npm registry; to renew it, change its version and integrity here."""

    name: str
    version: str
    integrity: str
    """As `npm view NAME@VERSION dist.integrity` says: the archive's SHA-512 in base64."""
    files: Mapping[str, str]
    """The name that a file gets here, and its path in the package."""


PACKAGES = (
    Package(
        name="altcha",
        version="3.2.2",
        integrity=(
            "sha512-yNITQaRSkRe0u/hMxdzoXFFqxqn9iDt1rJ0reREU3D3uDD3w1oFz6v5C2PMww2XnGThtYUwe8MW"
            "+PxsiBglNqw=="
        ),
        files={
            "altcha.min.js": "dist/external/altcha.min.js",
            "pbkdf2.js": "dist/workers/pbkdf2.js",
            "LICENSE.txt": "LICENSE.txt",
        },
    ),
    Package(
        name="morphdom",
        version="2.7.8",
        integrity=(
            "sha512-D/fR4xgGUyVRbdMGU6Nejea1RFzYxYtyurG4Fbv2Fi/daKlWKuXGLOdXtl+3eIwL110cI2hz1Zoj"
            "GICjjFLgTg=="
        ),
        files={"morphdom.min.js": "dist/morphdom-umd.min.js", "LICENSE.txt": "LICENSE"},
    ),
)


class UnexpectedArchive(Exception):
    """An archive that is another than the one whose hash stands here."""


def digest(content: bytes, algorithm: str) -> str:
    """Return a hash as browsers and npm write it: ``sha384-…``."""
    value = base64.b64encode(hashlib.new(algorithm, content).digest()).decode()
    return f"{algorithm}-{value}"


def unpack(package: Package, archive: bytes) -> dict[str, bytes]:
    """Return the files that we keep of a package. Raises UnexpectedArchive."""
    if digest(archive, "sha512") != package.integrity:
        raise UnexpectedArchive(f"{package.name} {package.version} has another SHA-512.")
    with tarfile.open(fileobj=io.BytesIO(archive), mode="r:gz") as packed:
        members = {
            name: packed.extractfile(f"package/{path}") for name, path in package.files.items()
        }
        return {name: member.read() for name, member in members.items() if member is not None}


def fetch(package: Package) -> bytes:
    """Return the package's archive from the registry, through npm."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["npm", "pack", "--silent", "--pack-destination", folder]
        subprocess.run(
            [*command, f"{package.name}@{package.version}"], check=True, stdout=subprocess.DEVNULL
        )
        (archive,) = Path(folder).glob("*.tgz")
        return archive.read_bytes()


def main() -> int:
    """Renew every package. Return 1, with nothing changed, if an archive is unexpected."""
    try:
        fetched = [(package, unpack(package, fetch(package))) for package in PACKAGES]
    except UnexpectedArchive as error:
        print(error, file=sys.stderr)
        return 1
    manifest = {}
    for package, files in fetched:
        folder = VENDOR / package.name
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.iterdir():
            old.unlink()
        for name, content in files.items():
            (folder / name).write_bytes(content)
        manifest[package.name] = {
            "version": package.version,
            "integrity": package.integrity,
            "files": {name: digest(content, "sha384") for name, content in sorted(files.items())},
        }
    (VENDOR / MANIFEST).write_text(json.dumps(manifest, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
