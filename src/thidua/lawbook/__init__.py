"""Law and the unions' own rules as dated data with sources, and their loader."""
