"""thidua: emulation and commendation work of Vietnam's trade unions."""

__version__ = "2026.1"
