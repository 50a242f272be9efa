"""How it runs: environment, settings, root URLs, WSGI."""
