"""`python -m tracker.charts.resvg`: an SVG drawing from standard input, as a PNG.

A process of its own (`core.sandbox`): the renderer takes half a second of a processor and lets no
other thread of its process run meanwhile.
"""

from __future__ import annotations

import sys

from tracker.core import sandbox


def main() -> None:
    """The arguments: how many points wide (0: the drawing's own), and whether with the machine's
    fonts (0, 1)."""
    width, fonts_of_machine = map(int, sandbox.confine())
    import resvg_py  # not before the limits hold

    sys.stdout.buffer.write(
        resvg_py.svg_to_bytes(
            svg_string=sys.stdin.buffer.read().decode(),
            width=width or None,
            skip_system_fonts=not fonts_of_machine,
        )
    )


if __name__ == "__main__":
    main()
