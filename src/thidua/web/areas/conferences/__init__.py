"""Pages of conferences: list, record, its parts, papers and the news item."""
