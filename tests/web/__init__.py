"""Tests of the pages: components, access, query counts, what an official does on screen."""
