"""Kills every operation at every point and looks for half states."""
