"""Handover (bàn giao): giving a post to the next person, and all that this person finds."""
