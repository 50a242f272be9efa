"""WSGI entry point; with the embedded database it also starts the one worker thread."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thidua.config.settings.base")

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from thidua.base import background

application = get_wsgi_application()

if settings.THIDUA_EMBEDDED and os.environ.get("THIDUA_IN_SERVER") == "1":
    worker_stop = background.start_thread()
