"""Every address says who may open it."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver

from thidua.domain.access.capabilities import Capability
from thidua.web.access import PUBLIC, SIGNED_IN


def routes(patterns: list[Any], prefix: str = "") -> Iterator[tuple[str, str, Any]]:
    """Yield address, name and view of every route below."""
    for entry in patterns:
        address = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from routes(entry.url_patterns, address)
        elif isinstance(entry, URLPattern):
            yield address, entry.name or "", entry.callback


def route_faults(patterns: list[Any], third_party: Mapping[str, str]) -> Iterator[str]:
    """Yield the routes that declare nothing, and the declarations that have no route."""
    seen = set()
    for address, name, view in routes(patterns):
        seen.add(name)
        access = getattr(view, "access", None)
        if access is None and not view.__module__.startswith("thidua."):
            access = third_party.get(name)
        if access not in {PUBLIC, SIGNED_IN} and not isinstance(access, Capability):
            yield f"/{address} ({name}): declare @requires, @signed_in or @public"
        if not name:
            yield f"/{address}: has no name"
    for name in sorted(set(third_party) - seen):
        yield f"THIRD_PARTY names {name}, which has no route"
