"""A package of checks: each module a part of the installation, each check yields findings."""
