"""Template tags: `ui` holds the components, `vi` the Vietnamese way of writing values."""
