"""Papers that were drafted from data: what was printed when, with every number's value then."""
