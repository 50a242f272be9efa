"""Pages of figures: the totals of a unit, and any figure opened down to report and proof."""
