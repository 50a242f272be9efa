"""The first page: what is to be done today, by whoever opens it."""
