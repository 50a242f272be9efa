"""The command line: `thidua COMMAND`, Django's runner with the settings of this product."""
