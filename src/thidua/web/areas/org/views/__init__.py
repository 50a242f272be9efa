"""Views of units: browse, found, change, move, end."""
