"""Views of campaigns: browse, edit, act, targets, conferences."""
