"""The commands of `thidua`, one module each, each under 80 lines."""
