"""Tests make little garbage beside what stays, so the collector looks for it rarely."""

import gc

gc.set_threshold(50_000, 20, 100)
