"""Pages of registrations (đăng ký): one's own, those of a unit in a plan, from the word to the proof."""
