"""Copies the released files of third-party assets into the tree and records their hashes."""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = ROOT / "src/thidua/web/static/vendor"
CHECKS = ROOT / "vendor/checks"
FONTS = ROOT / "src/thidua/office/fonts"
FONT_FILES = tuple(
    f"files/be-vietnam-pro-{subset}-{weight}-normal.woff2"
    for subset in ("latin", "vietnamese")
    for weight in (400, 500, 600)
)
# Be Vietnam Pro has no tabular figures; the digits on screen are Inter's.
FIGURE_FILES = tuple(f"files/inter-latin-{weight}-normal.woff2" for weight in (400, 600))
# No registry of JavaScript or Python brings Liberation Serif 2; Debian does, as its authors released it.
PAPER_FONT = "fonts-liberation2"
PAPER_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


@dataclass(frozen=True)
class Asset:
    """One package: where it goes, under which folder name, and which of its files."""

    package: str
    folder: str
    files: tuple[str, ...]
    room: Path = SHIPPED


ASSETS = (
    Asset("bootstrap", "bootstrap", ("dist/css/bootstrap.min.css",)),
    Asset("htmx.org", "htmx.org", ("dist/htmx.min.js",)),
    Asset("@fontsource/be-vietnam-pro", "be-vietnam-pro", FONT_FILES),
    Asset("@fontsource/inter", "inter", FIGURE_FILES),
    Asset("axe-core", "axe-core", ("axe.min.js",), CHECKS),
)


def fetch(target: Path) -> Path:
    """Install the pinned packages into a folder outside the tree, running none of their scripts."""
    shutil.copy(ROOT / "vendor/package.json", target)
    command = ["npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=target, check=True, stdout=sys.stderr)  # noqa: S603
    return target / "node_modules"


def copy(asset: Asset, modules: Path) -> dict[str, object]:
    """Copy one asset with its licence and return its entry for vendor.json."""
    source = modules / asset.package
    about = json.loads((source / "package.json").read_text(encoding="utf-8"))
    folder = asset.room / f"{asset.folder}-{about['version']}"
    for old in asset.room.glob(f"{asset.folder}-*"):
        shutil.rmtree(old)
    folder.mkdir(parents=True)
    hashes = {}
    for name in (*asset.files, "LICENSE"):
        copied = Path(shutil.copy(source / name, folder))
        hashes[f"{folder.name}/{copied.name}"] = hashlib.sha256(copied.read_bytes()).hexdigest()
    return {
        "name": asset.package,
        "version": about["version"],
        "licence": about["license"],
        "files": hashes,
    }


def copy_paper_font(target: Path) -> dict[str, object]:
    """Copy the font of papers out of its pinned Debian package; return its entry for vendor.json."""
    pins = json.loads((ROOT / "vendor/package.json").read_text(encoding="utf-8"))
    version = pins["debian"][PAPER_FONT]
    for command in (
        f"apt-get download {PAPER_FONT}={version}",
        f"dpkg-deb -x {PAPER_FONT}_*.deb deb",
    ):
        subprocess.run(command, shell=True, cwd=target, check=True, stdout=sys.stderr)  # noqa: S602
    inside, folder = target / "deb/usr/share", FONTS / f"liberation-serif-{version}"
    for old in FONTS.glob("liberation-serif-*"):
        shutil.rmtree(old)
    folder.mkdir(parents=True)
    faces = [f"LiberationSerif-{face}.ttf" for face in PAPER_FACES]
    for face in faces:
        shutil.copy(inside / "fonts/truetype/liberation2" / face, folder)
    shutil.copy(inside / "doc" / PAPER_FONT / "copyright", folder / "LICENSE")
    hashes = {
        f"{folder.name}/{name}": hashlib.sha256((folder / name).read_bytes()).hexdigest()
        for name in (*faces, "LICENSE")
    }
    return {"name": PAPER_FONT, "version": version, "licence": "OFL-1.1", "files": hashes}


def write(room: Path, entries: list[dict[str, object]]) -> None:
    """Write the vendor.json of one room."""
    text = json.dumps(entries, indent=2, ensure_ascii=False)
    (room / "vendor.json").write_text(text + "\n", encoding="utf-8")
    print(f"{room.relative_to(ROOT)}: {len(entries)} packages")


def main() -> None:
    """Refresh every asset and write one vendor.json in each room."""
    with tempfile.TemporaryDirectory() as folder:
        write(FONTS, [copy_paper_font(Path(folder))])
        modules = fetch(Path(folder))
        for room in (SHIPPED, CHECKS):
            write(room, [copy(asset, modules) for asset in ASSETS if asset.room == room])


if __name__ == "__main__":
    main()
