"""Pages of campaigns: list, plan, handing down, targets, launching."""
