"""The checkers: functions of sources that return faults, so that each can be seen to bite."""
