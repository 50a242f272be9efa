"""Excel in and out: a form to fill in, a preview of what it would do, one press that writes it."""
