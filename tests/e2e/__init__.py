"""Stories in a real browser: the walk of docs/seeds.md, bad input, ways in, the face of every page."""
