"""The demonstration: the chain of 2021 and an invented live year, written only through services."""
