"""The command line as a script uses it: records in, records out, exit codes and one-line errors."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.cli import app

ANNOUNCED = (
    "The ferry to Holm will sail again on 14 June, harbour master Ines Brandt said on Monday.\n\n"
    "“We have waited two years for this,” Brandt said."
)
MOVED = "The first ferry to Holm, planned for 14 June, has been postponed to 20 June, Brandt said on Tuesday."
RECORDS = [
    {
        "doc": "f1",
        "title": "Ferry to Holm returns",
        "text": ANNOUNCED,
        "published": "2027-05-31T09:00:00+02:00",
    },
    {"doc": "f2", "title": "Ferry to Holm delayed", "text": MOVED, "published": "2027-06-08T09:00:00+02:00"},
]


class Shell:
    """Runs `onrecord` in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: str, stdin: str = "") -> Result:
        return CliRunner().invoke(app, words, input=stdin, catch_exceptions=False)

    def rows(self, *words: str, stdin: str = "") -> list[dict[str, Any]]:
        done = self.run(*words, stdin=stdin)
        assert done.exit_code == 0, done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path)


def lines(*rows: object) -> str:
    return "".join(json.dumps(row) + "\n" for row in rows)


def test_extract_reads_records_from_standard_input(shell: Shell) -> None:
    [row] = shell.rows("extract", "--jsonl", stdin=lines(RECORDS[0]))

    assert row["doc"] == "f1"
    dates = {ANNOUNCED[t["start"] : t["end"]]: t["value"] for t in row["timexes"]}
    assert (dates["14 June"], dates["Monday"]) == ("2027-06-14", "2027-05-31")
    assert [(e["date"], e["status"]) for e in row["events"]] == [("2027-06-14", "scheduled")]
    said = {ANNOUNCED[c["content"][0][0] : c["content"][0][1]]: c["speaker"] for c in row["claims"]}
    assert set(said.values()) == {"Ines Brandt"}
    assert any("waited two years" in words for words in said)
    assert "text" not in row


def test_extract_takes_any_other_file_through_ingest(shell: Shell) -> None:
    page = f"Ferry to Holm returns\n31 May 2027, 09:00 CEST\n\n{ANNOUNCED}\n"
    (shell.folder / "ferry.txt").write_text(page)

    [row] = shell.rows("extract", "ferry.txt")

    assert (row["doc"], row["title"], row["zone_from"]) == ("ferry.txt", "Ferry to Holm returns", "printed")
    assert row["published"] == "2027-05-31T09:00:00+02:00"
    assert row["text"].startswith("The ferry to Holm will sail")


def test_import_then_export_gives_events_as_they_now_stand(shell: Shell) -> None:
    (shell.folder / "in.jsonl").write_text(lines(*RECORDS))

    done = shell.run("import", "--database", "news.db", "in.jsonl")
    first, second = shell.rows("export", "--database", "news.db")

    assert done.exit_code == 0
    assert "2 filed" in done.stderr
    assert first["story"] == second["story"] is not None
    [announced], [moved] = first["events"], second["events"]
    assert announced["event"] == moved["event"]
    assert (announced["date"], announced["status"]) == ("2027-06-20", "postponed")


def test_importing_the_same_again_changes_nothing(shell: Shell) -> None:
    shell.run("import", "--database", "news.db", stdin=lines(*RECORDS))
    before = shell.run("export", "--database", "news.db").stdout

    again = shell.run("import", "--database", "news.db", stdin=lines(*RECORDS))

    assert "0 filed, 2 on record already" in again.stderr
    assert shell.run("export", "--database", "news.db").stdout == before


def test_an_export_can_be_imported_elsewhere(shell: Shell) -> None:
    shell.run("import", "--database", "a.db", stdin=lines(*RECORDS))
    first = shell.run("export", "--database", "a.db").stdout

    shell.run("import", "--database", "b.db", stdin=first)

    assert shell.run("export", "--database", "b.db").stdout == first


def test_ask_names_the_evidence_or_says_nothing(shell: Shell) -> None:
    shell.run("import", "--database", "news.db", stdin=lines(*RECORDS))
    questions = [
        {"qid": "q1", "question": "what did Brandt say about waiting?", "asked_on": "2027-06-10"},
        {"qid": "q2", "question": "what did Oto Vance say about beekeeping?", "asked_on": "2027-06-10"},
    ]

    found, nothing = shell.rows("ask", "--jsonl", "--database", "news.db", stdin=lines(*questions))

    assert found["ranked"][0] == f"f1#{ANNOUNCED.index('“')}"
    assert not found["nothing"]
    assert nothing == {"qid": "q2", "ranked": [], "nothing": True}


def test_a_person_asks_in_words(shell: Shell) -> None:
    shell.run("import", "--database", "news.db", stdin=lines(*RECORDS))

    done = shell.run("ask", "--database", "news.db", "what did Brandt say about waiting?")

    assert "Ines Brandt" in done.stdout
    assert "waited two years" in done.stdout


def test_a_wrong_line_is_named_and_the_others_are_filed(shell: Shell) -> None:
    done = shell.run(
        "import", "--database", "news.db", stdin=lines(RECORDS[0]) + "oops\n" + lines(RECORDS[1])
    )

    assert done.exit_code == 1
    assert "line 2" in done.stderr
    assert "2 filed" in done.stderr


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["export", "--config", "none.toml"], "There is no settings file none.toml"),
        (["run"], "No token"),
        (["import", "none.jsonl"], "none.jsonl"),
        (["extract", "none.txt"], "none.txt"),
        (["add", "none.txt"], "none.txt"),
        (["ask"], "Ask something"),
        (["export", "--database", "pyproject.toml"], "pyproject.toml"),
    ],
)
def test_what_people_can_mend_is_one_line_and_no_traceback(shell: Shell, words: list[str], told: str) -> None:
    (shell.folder / "pyproject.toml").write_text("not a database, just some words " * 100)

    done = shell.run(*words)

    assert done.exit_code == 1
    assert told in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bot", "export", "--database", "new.db"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
