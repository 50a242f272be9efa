"""The rules in plain Python: functions of values and days; no Django, clock, files or network."""
