"""Views of reporting, one module for each page."""
