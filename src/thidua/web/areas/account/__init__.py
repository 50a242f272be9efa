"""Pages of people and accounts: own account, posts, people of a unit, invitations, ways in."""
