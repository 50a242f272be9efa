"""Who may do what, before any database: capabilities, reach and roles."""
