"""Initiatives: who shares one, which days and papers must fit, what two have in common."""
