"""The Django apps, lowest first: org, accounts, files, figures, campaigns, reporting, conferences."""
