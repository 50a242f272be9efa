"""The areas of the site; none imports another."""
