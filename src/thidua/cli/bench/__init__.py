"""Benchmarks: each measures, in the same run, the bare limit that it is compared with."""
