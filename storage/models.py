"""The tables. Words as in the README's glossary; instants are UTC, aware on the Python side."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    LargeBinary,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.columns import Base as Base
from storage.columns import Day as Day
from storage.columns import Instant as Instant
from storage.columns import Spans as Spans


def _where(condition: str, name: str, *columns: str) -> Index:
    """An index of some rows only."""
    return Index(name, *columns, sqlite_where=text(condition), postgresql_where=text(condition))


_IDS_NOT_REUSED = {"sqlite_autoincrement": True}
"""A button of an old message must not come to mean something new, as it could where ids are given again."""


class Chat(Base):
    """A Telegram chat and its settings."""

    __tablename__ = "chats"
    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    created_at: Mapped[datetime]
    zone: Mapped[str | None]  # IANA name; None until the chat has said it
    reminder_time: Mapped[str]  # local HH:MM at which date-only reminders come
    leads: Mapped[list[str]]  # "1d", "0d", "1h": days are counted at the reminder time
    quiet_from: Mapped[str | None]  # local HH:MM
    quiet_to: Mapped[str | None]
    rhythm: Mapped[str] = mapped_column(
        default="at once", server_default="at once"
    )  # of news: at once | daily | weekly
    awaiting: Mapped[dict[str, Any] | None]  # what the bot has asked and waits to be told


class Story(Base):
    """Articles about the same thing."""

    __tablename__ = "stories"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime] = mapped_column(index=True)


class Article(Base):
    """One text from one source."""

    __tablename__ = "articles"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    doc: Mapped[str] = mapped_column(unique=True)  # its name in import and export
    fingerprint: Mapped[str] = mapped_column(
        unique=True
    )  # of the words of the text: the same article twice is one; what another site ran is of its name too
    url: Mapped[str | None] = mapped_column(index=True)
    title: Mapped[str | None]
    source: Mapped[str | None]
    authors: Mapped[list[str]]
    language: Mapped[str]
    published: Mapped[str | None]  # ISO as known: an instant, a local time without zone, or a day
    zone_from: Mapped[str]  # printed | page | inferred | unknown
    otherwise: Mapped[str | None]  # ISO as known: when it appeared by another reading of its page
    published_at: Mapped[datetime | None] = mapped_column(
        index=True
    )  # for order only; a missing zone is read as UTC
    text: Mapped[str]
    timexes: Mapped[list[Any]]  # [{"start", "end", "type", "value", "mod"}]
    added_at: Mapped[datetime]
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id"), index=True)
    shared: Mapped[bool] = mapped_column(
        default=False
    )  # came first by import or feed: no chat's to take away
    copy_of_id: Mapped[int | None] = mapped_column(
        ForeignKey("articles.id"), index=True
    )  # it ran there first: this one has only the claims and mentions it adds

    claims: Mapped[list["Claim"]] = relationship(
        back_populates="article", order_by="Claim.start", cascade="all, delete-orphan", passive_deletes=True
    )
    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="article", order_by="Mention.start", cascade="all, delete-orphan", passive_deletes=True
    )


class Shingle(Base):
    """The hash of five words that stand in an article in this order; of each article a few are kept."""

    __tablename__ = "shingles"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012 - SQLAlchemy's own form
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Addition(Base):
    """That a chat added an article; an article nobody is left for can be forgotten."""

    __tablename__ = "additions"
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True)
    article_id: Mapped[int] = mapped_column(
        ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    added_at: Mapped[datetime]


class Speaker(Base):
    """A person, body or country under one name; names of one speaker point at the one it is shown under.

    Claims, aliases and subscriptions stay with the name, so that what was put together can be taken apart.
    """

    __tablename__ = "speakers"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    same_as_id: Mapped[int | None] = mapped_column(ForeignKey("speakers.id"), index=True)
    why: Mapped[str | None]  # a rule of `storage.identity`, or "person"

    aliases: Mapped[list["Alias"]] = relationship(
        back_populates="speaker", cascade="all, delete-orphan", passive_deletes=True
    )


class Alias(Base):
    """A name, folded to lower case without marks, under which a speaker is found."""

    __tablename__ = "aliases"
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), primary_key=True)
    alias: Mapped[str] = mapped_column(primary_key=True, index=True)

    speaker: Mapped[Speaker] = relationship(back_populates="aliases")


class Ruling(Base):
    """A person's word that two names are one speaker's, or two speakers'. The rules never overturn it."""

    __tablename__ = "rulings"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    verdict: Mapped[str]  # same | two
    speaker_id: Mapped[int] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), index=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), index=True)
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime]

    speaker: Mapped[Speaker] = relationship(foreign_keys=[speaker_id])
    other: Mapped[Speaker] = relationship(foreign_keys=[other_id])


class Introduction(Base):
    """What an article says of a speaker beside its name: its initials, or whom it speaks for."""

    __tablename__ = "introductions"
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    speaker_id: Mapped[int] = mapped_column(
        ForeignKey("speakers.id", ondelete="CASCADE"), primary_key=True, index=True
    )
    relation: Mapped[str] = mapped_column(primary_key=True)  # initials | speaks_for
    words: Mapped[str] = mapped_column(primary_key=True, index=True)  # initials folded; whom as worded


class Claim(Base):
    """One attribution in one article."""

    __tablename__ = "claims"
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]  # the first content offset
    source: Mapped[Spans]
    cue: Mapped[Spans]
    content: Mapped[Spans]
    speaker: Mapped[str | None]  # as resolved in the article
    speaker_id: Mapped[int | None] = mapped_column(
        ForeignKey("speakers.id")
    )  # of that name, whoever it turns out to be
    kind: Mapped[str]
    act: Mapped[str]
    quote: Mapped[str]
    said_on: Mapped[str | None] = mapped_column(
        index=True
    )  # ISO at the precision told: a day, a month, a year
    confidence: Mapped[float]
    embedding: Mapped[bytes | None] = mapped_column(LargeBinary, deferred=True)  # of the claim as it is read

    article: Mapped[Article] = relationship(back_populates="claims")

    __table_args__ = (
        Index("ix_claims_speaker_id_said_on", "speaker_id", "said_on"),  # what a speaker said last
        Index(
            "ix_claims_without_embedding",
            "article_id",
            sqlite_where=text("embedding IS NULL"),
            postgresql_where=text("embedding IS NULL"),
        ),
        _IDS_NOT_REUSED,
    )


class ArticleEmbedding(Base):
    """What all claims of an article come to. A new one has a new id, which tells what has come since."""

    __tablename__ = "article_embeddings"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), unique=True)
    vector: Mapped[bytes]


class Event(Base):
    """Something due, as it now stands after all its mentions."""

    __tablename__ = "events"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id"), index=True)
    what: Mapped[str]
    date: Mapped[str | None]  # ISO at its precision; None when put off with no new date
    time: Mapped[str | None]  # local HH:MM
    zone: Mapped[str | None]  # IANA name or offset, where stated
    date_end: Mapped[str | None]
    precision: Mapped[str]
    status: Mapped[str]
    first_day: Mapped[Day | None] = mapped_column(index=True)  # the days the date covers, for looking ahead
    last_day: Mapped[Day | None] = mapped_column(index=True)
    held_in: Mapped[str | None]  # IANA name of the zone of its place, where that is known
    updated_at: Mapped[datetime]

    mentions: Mapped[list["Mention"]] = relationship(
        back_populates="event", order_by="Mention.id", passive_deletes=True
    )
    changes: Mapped[list["Change"]] = relationship(
        back_populates="event", order_by="Change.id", cascade="all, delete-orphan", passive_deletes=True
    )
    corrections: Mapped[list["Correction"]] = relationship(
        order_by="Correction.id", cascade="all, delete-orphan", passive_deletes=True
    )


class Mention(Base):
    """An event as one article states it."""

    __tablename__ = "mentions"
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"), index=True)
    start: Mapped[int]
    end: Mapped[int]
    what: Mapped[str]
    date: Mapped[str | None]
    time: Mapped[str | None]
    zone: Mapped[str | None]
    date_end: Mapped[str | None]
    precision: Mapped[str]
    status: Mapped[str]
    former_date: Mapped[str | None]

    event: Mapped[Event] = relationship(back_populates="mentions")
    article: Mapped[Article] = relationship(back_populates="mentions")


class Correction(Base):
    """A person's word on how an event stands: a statement like an article's, at its place in time."""

    __tablename__ = "corrections"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    chat_id: Mapped[int | None] = mapped_column(ForeignKey("chats.id", ondelete="SET NULL"), index=True)
    at: Mapped[datetime]
    status: Mapped[str]  # over | cancelled | postponed
    date: Mapped[str | None]  # the new date of what is postponed


class Change(Base):
    """A step in an event's history: what changed, when, and the words that said so."""

    __tablename__ = "changes"
    id: Mapped[int] = mapped_column(primary_key=True)
    event_id: Mapped[int] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    mention_id: Mapped[int | None] = mapped_column(ForeignKey("mentions.id", ondelete="SET NULL"), index=True)
    correction_id: Mapped[int | None] = mapped_column(ForeignKey("corrections.id"), index=True)
    at: Mapped[datetime]
    kind: Mapped[str]  # announced | moved | cancelled | revived | sharpened | confirmed | over
    before: Mapped[dict[str, Any] | None]  # {"date", "time", "status"}
    after: Mapped[dict[str, Any]]

    event: Mapped[Event] = relationship(back_populates="changes")


class Subscription(Base):
    """A chat follows a story, an event, a speaker or a topic. Exactly one target is set, as `kind` says."""

    __tablename__ = "subscriptions"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), index=True)
    kind: Mapped[str]  # story | event | speaker | topic
    story_id: Mapped[int | None] = mapped_column(ForeignKey("stories.id", ondelete="CASCADE"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"), index=True)
    speaker_id: Mapped[int | None] = mapped_column(ForeignKey("speakers.id", ondelete="CASCADE"), index=True)
    topic: Mapped[str | None]
    rhythm: Mapped[str | None]  # of its news, where it is not the chat's
    leads: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))  # where they are not the chat's
    key: Mapped[str]  # "story:12", "topic:nato": what makes it one
    created_at: Mapped[datetime]
    thread_id: Mapped[int | None] = mapped_column(BigInteger)  # the topic of a forum it was asked for in

    story: Mapped[Story | None] = relationship()
    event: Mapped[Event | None] = relationship()
    speaker: Mapped[Speaker | None] = relationship()

    __table_args__ = (UniqueConstraint("chat_id", "key"), _IDS_NOT_REUSED)


class Delivery(Base):
    """One message owed to one chat at one instant."""

    __tablename__ = "deliveries"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    key: Mapped[str]  # "event:3:1d:2022-02-24": what is owed and for when, so that nothing is owed twice
    kind: Mapped[str]  # lead | due | moved | cancelled | revived | after | update | snooze | feed
    event_id: Mapped[int | None] = mapped_column(ForeignKey("events.id", ondelete="CASCADE"))
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="CASCADE"))
    change_id: Mapped[int | None] = mapped_column(ForeignKey("changes.id", ondelete="CASCADE"))
    detail: Mapped[dict[str, Any]]  # what the message needs beyond the rows it points at
    due_at: Mapped[datetime]
    try_at: Mapped[datetime]  # due_at at first; later what sending it has brought: a lease, a wait
    crowd: Mapped[bool] = mapped_column(default=False)  # one of many owed at once: they let others pass
    state: Mapped[str]  # pending | sent | dropped | dead
    leased_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None]
    sent_at: Mapped[datetime | None]

    __table_args__ = (
        UniqueConstraint("chat_id", "key"),
        _where("state = 'pending'", "ix_deliveries_pending", "crowd", "try_at"),
        _where("state = 'pending'", "ix_deliveries_chat_pending", "chat_id"),
        _where("state = 'dead'", "ix_deliveries_dead", "id"),
        _where("article_id IS NOT NULL", "ix_deliveries_article_id", "article_id"),
        _where("change_id IS NOT NULL", "ix_deliveries_change_id", "change_id"),
        Index("ix_deliveries_event_pending", "event_id", "state"),
        _IDS_NOT_REUSED,
    )


class Feed(Base):
    """A feed that chats follow, where it is asked for, and how it fares."""

    __tablename__ = "feeds"
    id: Mapped[int] = mapped_column(primary_key=True)
    url: Mapped[str] = mapped_column(unique=True)
    host: Mapped[str]  # of the address, since one host is asked for one thing at a time
    title: Mapped[str]
    site: Mapped[str | None]  # the address of its page for people
    added_at: Mapped[datetime]
    next_poll_at: Mapped[datetime | None] = mapped_column(index=True)  # None: not asked for any more
    interval: Mapped[int]  # seconds between two visits, by what they brought
    ttl: Mapped[int] = mapped_column(default=0)  # seconds it asks to be kept for
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    digest: Mapped[str | None]  # of its bytes as last read
    polled_at: Mapped[datetime | None]  # when it last answered
    brought_at: Mapped[datetime | None]  # when it last had something new
    failures: Mapped[int] = mapped_column(default=0)  # in a row
    failing_since: Mapped[datetime | None]
    trouble: Mapped[str | None]  # what the last failure was, a sentence
    given_up: Mapped[bool] = mapped_column(default=False)  # after failing for long

    __table_args__ = _IDS_NOT_REUSED


class FeedSubscription(Base):
    """A chat follows a feed, and takes of it what its words let through."""

    __tablename__ = "feed_subscriptions"
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"))
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime]
    paused: Mapped[bool] = mapped_column(default=False)
    wanted: Mapped[list[str]]  # words or phrases of which an entry must have one, where there are any
    unwanted: Mapped[list[str]]  # and of which it may have none

    feed: Mapped[Feed] = relationship()

    __table_args__ = (UniqueConstraint("chat_id", "feed_id"), _IDS_NOT_REUSED)


class FeedEntry(Base):
    """What a feed has listed, so that it is read once, and what waits to be read."""

    __tablename__ = "feed_entries"
    id: Mapped[int] = mapped_column(primary_key=True)
    feed_id: Mapped[int] = mapped_column(ForeignKey("feeds.id", ondelete="CASCADE"))
    guid_key: Mapped[str]  # digest of what the feed calls it
    content_key: Mapped[str | None]  # digest of its words
    url: Mapped[str | None] = mapped_column(index=True)  # canonical
    host: Mapped[str | None]
    material: Mapped[dict[str, Any] | None]  # {"title", "text", "published"} as the feed has them, until read
    state: Mapped[str]  # waiting | read | left (out by words or age) | unread (it could not be)
    due_at: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    seen_at: Mapped[datetime]  # when the feed last listed it, to the day
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"), index=True)

    __table_args__ = (
        UniqueConstraint("feed_id", "guid_key"),
        Index("ix_feed_entries_content", "feed_id", "content_key"),
        Index(
            "ix_feed_entries_waiting",
            "due_at",
            sqlite_where=text("state = 'waiting'"),
            postgresql_where=text("state = 'waiting'"),
        ),
        _IDS_NOT_REUSED,
    )


class Mark(Base):
    """By what the rows were computed, so that it is seen when that has changed."""

    __tablename__ = "marks"
    name: Mapped[str] = mapped_column(primary_key=True)  # zone rules
    value: Mapped[str]


class Pace(Base):
    """How far messages that share a limit have been given their turns, by the database's own clock."""

    __tablename__ = "paces"
    name: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[float]  # seconds since 1970


class Question(Base):
    """A question a chat asked, so that its buttons (more, who else) work after a restart."""

    __tablename__ = "questions"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), index=True)
    words: Mapped[str]
    asked_at: Mapped[datetime]


class Draft(Base):
    """A message not filed yet: the bot asked for its date, or whether it is a question or an article."""

    __tablename__ = "drafts"
    __table_args__ = _IDS_NOT_REUSED
    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id", ondelete="CASCADE"), index=True)
    material: Mapped[dict[str, Any]]
    created_at: Mapped[datetime]
