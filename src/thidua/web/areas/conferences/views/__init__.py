"""Views of conferences: browse, edit, parts, act, photos, papers."""
