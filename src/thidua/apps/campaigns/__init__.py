"""Campaigns (kế hoạch phát động thi đua), their phases, targets, and handing down."""
