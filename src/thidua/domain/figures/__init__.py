"""Figures: values people type, periods and their dates, totals with two numbers, targets."""
