"""Builds the reference pages from the code: workflows, permissions, commands and the glossary."""

import ast
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))
NOTE = "<!-- Built by scripts/build_docs_reference.py; change the code, then run it. -->\n"


def workflows() -> str:
    """Return every machine of the program as a table and a diagram."""
    from thidua.domain import workflow  # noqa: PLC0415 - the path is set above
    from thidua.domain.workflow.machine import Machine  # noqa: PLC0415

    parts = ["# Workflows\n"]
    for found in sorted(iter_modules(workflow.__path__), key=lambda module: module.name):
        module = import_module(f"{workflow.__name__}.{found.name}")
        for machine in vars(module).values():
            if isinstance(machine, Machine):
                parts.append(f"## {machine.name}\n\n{(module.__doc__ or '').strip()}\n")
                parts.append("\n".join(_machine_lines(machine)) + "\n")
    return "\n".join(parts)


def _machine_lines(machine: "object") -> Iterator[str]:
    steps = list(machine.steps.values())  # type: ignore[attr-defined]
    yield "| step | from | to | capability | guards |"
    yield "|---|---|---|---|---|"
    for step in steps:
        guards = ", ".join(guard.__name__ for guard in step.guards) or "–"
        sources = ", ".join(sorted(step.sources))
        yield f"| {step.name} | {sources} | {step.target} | `{step.capability}` | {guards} |"
    yield "\n```mermaid\nstateDiagram-v2"
    yield f"    [*] --> {machine.initial}"  # type: ignore[attr-defined]
    for step in steps:
        for source in sorted(step.sources):
            yield f"    {source} --> {step.target}: {step.name}"
    yield "```"


def permissions() -> str:
    """Return what each role may do and how far it reaches."""
    from thidua.domain.access import capabilities, roles  # noqa: PLC0415

    names = {
        getattr(capabilities, name): name.lower()
        for name in ("OWN", "DIRECT", "BELOW", "SUBTREE", "LINE")
    }
    lines = [
        "# Permissions\n",
        "Reach: own = the unit itself, direct = its direct units, below = all below it,",
    ]
    lines += ["subtree = itself and all below it, line = subtree and every superior.\n"]
    lines += [
        f"- `{slug}` **{role.name}**: {role.description}" for slug, role in roles.ROLES.items()
    ]
    lines.append("\n| capability | " + " | ".join(roles.ROLES) + " |")
    lines.append("|---|" + "---|" * len(roles.ROLES))
    for capability in capabilities.Capability:
        cells = [
            names.get(reach, str(reach)) if (reach := role.grants.get(capability)) else ""
            for role in roles.ROLES.values()
        ]
        lines.append(f"| `{capability}` | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def commands() -> str:
    """Return every command of the product with its one-line help."""
    folder = ROOT / "src/thidua/cli/management/commands"
    lines = ["# Commands\n", "Run as `./run COMMAND`; `./run COMMAND --help` lists the options.\n"]
    lines += ["| command | what it does |", "|---|---|"]
    for path in sorted(folder.glob("[a-z]*.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        caption = docstring.partition("\n")[0].partition(": ")[2]
        lines.append(f"| `{path.stem}` | {caption[:1].upper()}{caption[1:]} |")
    return "\n".join(lines) + "\n"


def glossary() -> str:
    """Return the glossary as a table."""
    entries = tomllib.loads((ROOT / "docs/glossary.toml").read_text(encoding="utf-8"))["term"]
    lines = [
        "# Glossary\n",
        "| code | Vietnamese | meaning | never | source |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {entry['en']} | {' · '.join(entry['vi'])} | {entry['meaning']} "
        f"| {', '.join(entry.get('never', ()))} | {entry['source']} |"
        for entry in sorted(entries, key=lambda entry: str(entry["en"]).lower())
    ]
    return "\n".join(lines) + "\n"


def pages() -> dict[str, str]:
    """Return path and text of every page."""
    return {
        "docs/reference/workflows.md": NOTE + workflows(),
        "docs/reference/permissions.md": NOTE + permissions(),
        "docs/reference/commands.md": NOTE + commands(),
        "docs/glossary.md": NOTE + glossary(),
    }


def stale(root: Path) -> list[str]:
    """Return the pages below `root` that are missing or no longer fit the code."""
    return [
        path
        for path, text in pages().items()
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text
    ]


def main() -> None:
    """Write the pages; with --check only say whether they are current."""
    old = stale(ROOT)
    if "--check" in sys.argv:
        sys.exit(f"out of date: {', '.join(old)}" if old else 0)
    for path, text in pages().items():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(text, encoding="utf-8")
    print(f"{len(old)} of {len(pages())} pages changed")


if __name__ == "__main__":
    main()
