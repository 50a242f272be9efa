"""The audit trail for those who keep order: who did what in the units below."""
