"""For developers: `python -m storage.migrations "keep the weather"` writes the next step from the models."""

import sys
import tempfile
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from storage.migrations import configuration, upgrade


def main(message: str) -> None:
    """Bring an empty database up to date and write what the models have beyond it as a new step."""
    with tempfile.TemporaryDirectory() as folder:
        engine = create_engine(f"sqlite:///{Path(folder) / 'empty.db'}")
        with engine.begin() as connection:
            upgrade(connection)
            steps = Path(__file__).parent / "versions"
            number = 1 + max(int(step.name[:4]) for step in steps.glob("[0-9]*.py"))
            command.revision(
                configuration(connection), message=message, autogenerate=True, rev_id=f"{number:04}"
            )
        engine.dispose()


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].strip():
        sys.exit('Say what the step does: python -m storage.migrations "keep the weather"')
    main(sys.argv[1].strip())
