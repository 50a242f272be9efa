"""Tests of the house itself: each gate, and a planted fault that shows it biting."""
