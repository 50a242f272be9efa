"""Pages of pacts (giao ước): those of a plan, one of them, writing, signing, blank papers."""
