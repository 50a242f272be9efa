"""Pages of reporting: periods and their boards, filling on the phone, review, proofs."""
