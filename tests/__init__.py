"""How the tests' processes run Python.

They make little garbage beside what stays, so the collector looks for it rarely. And what one of
them has compiled, the next finds: where the environment forbids that, as images of containers like
to, each of the many servers that the tests start would compile all of the site anew.
"""

import gc
import os
import sys

gc.set_threshold(50_000, 20, 100)
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False
