"""Measurements: ratios to floors taken in the same run, medians of interleaved rounds."""
