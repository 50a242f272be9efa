"""Django's usual entry point: the same commands as `./run COMMAND`, for tools that look for it."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))

from thidua.cli.main import main

if __name__ == "__main__":
    main()
