"""Checks the house rules that no linter knows: the top level, the length of files and functions, the libraries."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TOP_LEVEL = {"reviewer", "resources", "tests", "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"}
FILE_LINES, GUI_FILE_LINES, FUNCTION_LINES = 400, 300, 60


def strangers_at_the_top(root: Path) -> Iterator[str]:
    """Say which tracked files and folders do not belong at the top level."""
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=True).stdout
    for name in sorted({line.split("/")[0] for line in listed.splitlines()}):
        if name not in TOP_LEVEL and not name.startswith("."):
            yield f"{name}: does not belong at the top level"


def files_too_long(folder: Path) -> Iterator[str]:
    """Say which source files are longer than the house allows."""
    for path in sorted(folder.rglob("*.py")):
        limit = GUI_FILE_LINES if "gui" in path.relative_to(folder).parts else FILE_LINES
        lines = len(path.read_text(encoding="utf-8").splitlines())
        if lines > limit:
            yield f"{path}: {lines} lines, {limit} allowed"


def functions_too_long(folder: Path) -> Iterator[str]:
    """Say which functions are longer than the house allows."""
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > FUNCTION_LINES:
                    yield f"{path}:{node.lineno} {node.name}: {lines} lines, {FUNCTION_LINES} allowed"


def undeclared_libraries(folder: Path, project: Path) -> Iterator[str]:
    """Say which libraries are imported that the project does not depend on at run time."""
    wanted = tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"]
    declared = {_normal(re.split(r"[^\w.-]", line, maxsplit=1)[0]) for line in wanted}
    providers = packages_distributions()
    ours = sys.stdlib_module_names | {folder.name}
    for path in sorted(folder.rglob("*.py")):
        for module in sorted(_imported(ast.parse(path.read_text(encoding="utf-8"))) - ours):
            if not declared & {_normal(name) for name in providers.get(module, ())}:
                yield f"{path}: {module} comes with no declared dependency"


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> int:
    """Print every breach; return 1 when there is one."""
    source = ROOT / "reviewer"
    breaches = [
        *strangers_at_the_top(ROOT),
        *files_too_long(source),
        *functions_too_long(source),
        *undeclared_libraries(source, ROOT / "pyproject.toml"),
    ]
    print("\n".join(breaches) or "house rules: kept")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main())
