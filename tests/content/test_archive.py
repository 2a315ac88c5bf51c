"""An archived initiative is read only, to staff too; a grade that it does not use is refused."""

from __future__ import annotations
