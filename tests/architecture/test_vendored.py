"""What others made stands here as they released it, with its licence, and nothing beside it."""

import hashlib
import json

import pytest
from tests.architecture.checkers.sources import ROOT

ROOMS = (
    ROOT / "src/thidua/web/static/vendor",
    ROOT / "src/thidua/office/fonts",
    ROOT / "vendor/checks",
)


def manifest(room):
    return json.loads((room / "vendor.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
def test_each_vendored_file_has_its_recorded_hash(room):
    recorded = {name: digest for entry in manifest(room) for name, digest in entry["files"].items()}
    present = {
        path.relative_to(room).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in room.rglob("*")
        if path.is_file() and path.name != "vendor.json"
    }

    assert present == recorded, "run scripts/vendor_assets.py; never edit a vendored file"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.parent.name)
def test_each_package_is_pinned_and_brings_its_licence(room):
    package = json.loads((ROOT / "vendor/package.json").read_text(encoding="utf-8"))
    pinned = package["dependencies"] | package["devDependencies"] | package["debian"]

    for entry in manifest(room):
        assert pinned[entry["name"]] == entry["version"]
        assert entry["licence"] in {"MIT", "0BSD", "OFL-1.1", "MPL-2.0"}
        assert any(name.endswith("/LICENSE") for name in entry["files"])
