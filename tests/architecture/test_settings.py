"""Every setting that is read stands in .env.example, and nothing else does."""

import re

from tests.architecture.checkers.sources import ROOT, all_files

# Said from one process of ours to the next, never by a person.
INTERNAL = {"THIDUA_IN_SERVER", "THIDUA_BENCH_CHILD"}
_READ = re.compile(r"""(?:environ|env)[\w.]*[\[(]\s*["'](THIDUA_[A-Z_]+|DATABASE_URL)""")
_SHELL = re.compile(r"\$\{(THIDUA_[A-Z_]+|DATABASE_URL)")
_LISTED = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def read_by(text):
    return {*_READ.findall(text), *_SHELL.findall(text)}


def test_every_setting_is_listed_and_every_listed_one_is_read():
    read = set()
    for source in all_files():
        if (
            source.path.startswith(("src/", "scripts/", "run", "test"))
            and "tests/" not in source.path
        ):
            read |= read_by(source.text)
    listed = set(_LISTED.findall((ROOT / ".env.example").read_text(encoding="utf-8")))

    assert read - INTERNAL == listed


def test_the_gate_sees_each_way_of_reading():
    text = 'env.flag("THIDUA_A", default=1); os.environ["THIDUA_B"]; os.environ.get("THIDUA_C") ${THIDUA_D:-}'

    assert read_by(text) == {"THIDUA_A", "THIDUA_B", "THIDUA_C", "THIDUA_D"}
