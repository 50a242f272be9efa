"""Pages of units: list and search, one unit, founding, changing, moving, ending."""
