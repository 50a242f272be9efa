"""Views of the area: own account, people of a unit, links, the way in, the demonstration."""
