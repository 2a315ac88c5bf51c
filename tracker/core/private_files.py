"""Files of a site hold personal data, keys and mail: nobody else on the machine reads them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

UMASK = 0o077
"""Permissions of what `flask` and the server create: their user's alone."""
OWN_FILES = ("rollcall.db*", "secrets.env", "demo", "imports", "mail", "pictures", "uploads")
"""Files of a site in its folder. The folder itself may be the operator's, with more in it."""


def close(var_dir: Path) -> None:
    """Take from others what an earlier version left them, in a site's folder: of a folder of ours
    its own rights are enough."""
    for pattern in OWN_FILES:
        for path in var_dir.glob(pattern):
            kept = path.stat()
            if kept.st_uid == os.geteuid() and kept.st_mode & UMASK:
                path.chmod(stat.S_IMODE(kept.st_mode) & ~UMASK)
