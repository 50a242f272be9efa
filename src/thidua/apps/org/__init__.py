"""Units, their names and places in the tree through time, and who holds which post."""
