"""People and how they sign in: users, invitations, reset links, rule of the second factor."""
