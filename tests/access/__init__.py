"""Who may open what: a table written by hand, walked over real HTTP, and the laws of every page."""
