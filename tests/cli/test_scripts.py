"""The shell commands: they parse, they are executable, and `./run` keeps its promises."""

import os
import shutil
import subprocess

import pytest
from tests.architecture.checkers.sources import ROOT

SCRIPTS = ("run", "test", ".ci/run")


@pytest.mark.parametrize("name", [*SCRIPTS, "scripts/environment.sh", "scripts/test_database.sh"])
def test_scripts_parse(name):
    shell = "bash" if name == ".ci/run" else "sh"

    parsed = subprocess.run(  # noqa: S603 - our own scripts
        [shell, "-n", str(ROOT / name)], capture_output=True, check=False
    )

    assert parsed.returncode == 0, parsed.stderr


@pytest.mark.parametrize("name", SCRIPTS)
def test_commands_are_executable(name):
    assert os.access(ROOT / name, os.X_OK)


@pytest.fixture
def clone(tmp_path):
    """A clone whose Python only writes down what it was asked to run, and in which environment."""
    for name in ("run", "test"):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("scripts", "requirements"):
        shutil.copytree(ROOT / name, tmp_path / name)
    python = tmp_path / ".venv/bin/python"
    python.parent.mkdir(parents=True)
    python.write_text(
        "#!/bin/sh\n"
        'case "$1$2" in -c*hashlib*) sha256sum "$3" | cut -d" " -f1; exit ;; -c*) exit 0 ;; esac\n'
        'echo "$@ DEMO=$THIDUA_DEMO DAY=$THIDUA_PINNED_DAY DATA=$THIDUA_DATA_DIR DB=$DATABASE_URL"\n'
    )
    python.chmod(0o755)
    return tmp_path


def start(clone, *arguments, **settings):
    environment = {"PATH": os.environ["PATH"], "HOME": str(clone), **settings}
    return subprocess.run(  # noqa: S603 - our own scripts
        [shutil.which("sh"), "./run", *arguments],
        cwd=clone, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


def last_line(done):
    return done.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "settings", "ran"),
    [
        ((), {}, "-m thidua.cli serve DEMO=1 DAY=2026-11-22 DATA=var/demo DB="),
        (
            ("--port", "9000"),
            {},
            "-m thidua.cli serve --port 9000 DEMO=1 DAY=2026-11-22 DATA=var/demo DB=",
        ),
        (("--empty",), {}, "-m thidua.cli serve --empty DEMO=0 DAY= DATA=var DB="),
        (("doctor",), {}, "-m thidua.cli doctor DEMO= DAY= DATA=var DB="),
        (
            ("doctor",),
            {"THIDUA_DEMO": "1"},
            "-m thidua.cli doctor DEMO=1 DAY=2026-11-22 DATA=var/demo DB=",
        ),
        (
            (),
            {"THIDUA_DATA_DIR": "/d"},
            "-m thidua.cli serve DEMO=1 DAY=2026-11-22 DATA=/d/demo DB=",
        ),
    ],
)
def test_run_chooses_installation_and_day(clone, arguments, settings, ran):
    assert last_line(start(clone, *arguments, **settings)) == ran


def test_run_reads_settings_from_a_file_without_running_it(clone):
    (clone / ".env").write_text(
        "# a comment\nDATABASE_URL=postgres://u:p$(touch broken)@h/d\nTHIDUA_DATA_DIR=/kept\n"
        "PATH=/nowhere\nTHIDUA_X;touch broken=1\n"
    )

    done = start(clone, "doctor", THIDUA_DATA_DIR="/given")

    assert last_line(done).endswith("DATA=/given DB=postgres://u:p$(touch broken)@h/d")
    assert not (clone / "broken").exists()


def test_a_warm_start_installs_nothing(clone):
    start(clone, "doctor")

    again = start(clone, "doctor")

    assert "requirements" not in again.stderr


def test_an_environment_of_developers_is_never_cut_back(clone):
    pytest_script = clone / ".venv/bin/pytest"
    pytest_script.write_text("")
    pytest_script.chmod(0o755)

    done = start(clone, "doctor")

    assert "requirements/dev.txt" in done.stderr
    assert "requirements/base.txt" not in done.stderr


def test_changed_requirements_are_installed_again(clone):
    start(clone, "doctor")
    with (clone / "requirements/base.txt").open("a") as file:
        file.write("# changed\n")

    assert "requirements/base.txt" in start(clone, "doctor").stderr


def test_a_machine_without_python_is_told_what_it_lacks(clone):
    shutil.rmtree(clone / ".venv")
    tools = clone / "tools"
    tools.mkdir()
    for name in ("sh", "dirname", "grep", "cat"):
        (tools / name).symlink_to(shutil.which(name))

    done = subprocess.run(  # noqa: S603 - our own scripts
        [str(tools / "sh"), "./run"],
        cwd=clone, env={"PATH": str(tools)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "Cần Python 3.11 trở lên" in done.stderr
    assert "Python 3.11 or newer is needed" in done.stderr


def test_help_needs_no_python(clone):
    shutil.rmtree(clone / ".venv")

    assert "--empty" in start(clone, "--help").stdout
