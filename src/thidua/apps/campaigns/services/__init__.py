"""Use cases of campaigns: write the plan, launch it, hand it down, receive it, set targets."""
