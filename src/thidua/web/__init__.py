"""Server-rendered pages with htmx: areas, components, access, navigation."""
