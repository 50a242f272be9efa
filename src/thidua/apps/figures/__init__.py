"""Figures: the indicators, the append-only ledger of facts, and the totals folded from it."""
