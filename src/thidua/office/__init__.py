"""File formats: pictures and QR codes; no Django, no database, no disk."""
