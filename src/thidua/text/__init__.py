"""Vietnamese text with the standard library only: spelling, search keys, order, numbers, days."""
