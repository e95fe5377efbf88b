"""What tables are made of: kinds of columns that both databases keep alike, and the base of all models."""

import re
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import JSON, DateTime, Dialect, MetaData, String, TypeDecorator
from sqlalchemy.ext.asyncio import AsyncAttrs
from sqlalchemy.orm import DeclarativeBase

Day = date
"""The type, under a name that the column `Event.date` does not hide."""

Spans = list[list[int]]
"""Character offsets into an article's text, end exclusive: [[start, end], …]."""


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept in UTC on databases with and without time zones."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive datetime; give the database UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give back an aware datetime in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


class Words(TypeDecorator[str]):
    """Text from anywhere. What no database can hold (NUL, half a surrogate pair) is kept as U+FFFD.

    One character for one, so that offsets into the text stay true.
    """

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """Put U+FFFD in place of each character that cannot be stored."""
        return None if value is None else _UNSTORABLE.sub("\ufffd", value)


class Base(AsyncAttrs, DeclarativeBase):
    """The declarative base of every table."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_label)s",
            "uq": "uq_%(table_name)s_%(column_0_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy's own form
        str: Words,
        datetime: Instant,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON,
        list[Any]: JSON,
        Spans: JSON,
    }
