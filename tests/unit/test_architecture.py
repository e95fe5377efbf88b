"""Which way the program's parts depend on each other, and where the clock and the database may be touched."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = sorted(p for package in ("bot", "storage") for p in (ROOT / package).rglob("*.py"))


@pytest.mark.slow
def test_imports_point_one_way() -> None:
    done = subprocess.run(  # noqa: S603 - our own tool on our own code
        [Path(sys.executable).parent / "lint-imports"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout


def test_extract_needs_no_other_part_of_the_program() -> None:
    script = (
        "import sys, bot.extract\n"
        "ours = {m for m in sys.modules if m.split('.')[0] in ('bot', 'storage')}\n"
        "print(sorted(m for m in ours if m != 'bot' and not m.startswith('bot.extract')))"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("file", PROGRAM, ids=lambda p: str(p.relative_to(ROOT)))
def test_only_the_clock_reads_the_time(file: Path) -> None:
    if file == ROOT / "bot" / "clock.py":
        return
    calls = [
        f"{ast.unparse(node.func)} in line {node.lineno}"
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {
            "datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time",
            "datetime.datetime.now", "datetime.date.today",
        }
    ]  # fmt: skip

    assert calls == []
