"""Settings of the test suite: fast hashes, a folder of its own, tasks run at once."""

import os
import tempfile

os.environ.setdefault("THIDUA_DATA_DIR", tempfile.mkdtemp(prefix="thidua-test-"))
# Workers that run side by side have databases of their own, in which the same number is another
# person: what one keeps on disk must not be found by the other.
if not os.environ["THIDUA_DATA_DIR"].endswith(worker := os.environ.get("PYTEST_XDIST_WORKER", "")):
    os.environ["THIDUA_DATA_DIR"] += f"/{worker}"
os.environ["THIDUA_PINNED_DAY"] = ""
if os.environ.get("THIDUA_TEST_POSTGRES_URL"):
    os.environ["DATABASE_URL"] = os.environ["THIDUA_TEST_POSTGRES_URL"]
else:
    os.environ.pop("DATABASE_URL", None)

from thidua.config.settings.base import *  # noqa: F403
from thidua.config.settings.base import DATABASES, MIDDLEWARE, TEMPLATES

SECRET_KEY = "test-only"  # noqa: S105
THIDUA_DEMO = True
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend", "QUEUES": []}}
_IN_MEMORY = ":memory:" if "sqlite" in DATABASES["default"]["ENGINE"] else None
DATABASES["default"]["TEST"] = {"NAME": os.environ.get("THIDUA_TEST_DB_NAME") or _IN_MEMORY}
TEMPLATES[0]["OPTIONS"]["debug"] = True
MIDDLEWARE = [entry for entry in MIDDLEWARE if "whitenoise" not in entry]
