"""Knots: who stands above whom with the days forgotten, peeled until only loops remain."""

Links = dict[int, set[int]]


def knot(links: Links) -> Links:
    """Peel off tops and leaves until only loops, and what joins loops, remain."""
    while True:
        parents = set().union(*links.values())
        kept = {unit: above & links.keys() for unit, above in links.items() if unit in parents}
        kept = {unit: above for unit, above in kept.items() if above}
        if kept == links:
            return links
        links = kept


def reached_up(unit: int, links: Links) -> set[int]:
    """Return all that can be reached upwards from a unit, itself only if it is on a loop."""
    found: set[int] = set()
    waiting = [unit]
    while waiting:
        waiting += (new := links.get(waiting.pop(), set()) - found)
        found |= new
    return found
