"""Views of Excel files: choosing and uploading, preview and commit, files to download."""
