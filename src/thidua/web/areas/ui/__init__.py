"""The live index page: every component in each of its states, at /ui/."""
