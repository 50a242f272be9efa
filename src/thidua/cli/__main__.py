"""Lets `python -m thidua.cli COMMAND` run without an installed package."""

from thidua.cli.main import main

main()
