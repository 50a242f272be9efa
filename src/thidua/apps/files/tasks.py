"""Background entry points of the store."""

import logging

from thidua.apps.files import services

log = logging.getLogger(__name__)


def sweep_orphans() -> None:
    """Clear the store of what nobody names."""
    removed = services.sweep_orphans()
    log.info("files.swept %s", removed)
