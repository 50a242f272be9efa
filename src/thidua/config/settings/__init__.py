"""Settings: base for every run, test for the suite."""
