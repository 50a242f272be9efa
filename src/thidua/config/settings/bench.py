"""Settings of the server that a benchmark starts: the product, with the bare views beside it."""

from thidua.config.settings.base import *  # noqa: F403

ROOT_URLCONF = "thidua.cli.bench.urls"
