"""Từ năm bài báo đến phần mềm: each statement of the client's brief, and the page that carries it."""
