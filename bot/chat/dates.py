"""Days and instants in words. Where the zone is not known, it says so."""

from datetime import date, datetime, timedelta, tzinfo

from bot.chat.render import capitalised, escape, shorten
from bot.ingest.article import published_of
from bot.track import schedule
from storage.models import Article, Delivery, Event

STATUS = {
    "deadline": "deadline",
    "conditional": "only if a condition is met",
    "postponed": "put off",
    "cancelled": "called off",
    "over": "over",
}


def day(value: date) -> str:
    """Return a day: "Thu 24 Feb 2022"."""
    return f"{value:%a} {value.day} {value:%b %Y}"


def instant(value: datetime, zone: tzinfo, *, named: bool) -> str:
    """Return an aware instant as a date entity, which Telegram shows in the reader's own zone.

    Programs that do not know the entity show the fallback: the instant in `zone`, whose name follows.
    """
    local = value.astimezone(zone)
    name = f" {zone_name(local)}" if named else ""
    shown = f"{day(local)}, {local:%H:%M}{escape(name)}"
    return f'<tg-time unix="{int(value.timestamp())}" format="wDt">{shown}</tg-time>'


def clock(value: datetime, zone: tzinfo) -> str:
    """Return the clock time of an aware instant whose day stands above it; a date entity like `instant`."""
    local = value.astimezone(zone)
    shown = f"{local:%H:%M} {escape(zone_name(local))}"
    return f'<tg-time unix="{int(value.timestamp())}" format="t">{shown}</tg-time>'


def moment(value: datetime, zone: tzinfo) -> str:
    """Return an instant in words and plain text, in `zone`, with the zone's name."""
    local = value.astimezone(zone)
    return f"{day(local)}, {local:%H:%M} {escape(zone_name(local))}"


def zone_name(local: datetime) -> str:
    """Return a short name for the zone of a local time: "CET", "UTC+04:00"."""
    name = local.tzname() or "UTC"
    return name if name[:1] not in "+-" else f"UTC{name}"


def published(article: Article, zone: tzinfo) -> str:
    """Return when an article appeared, as honestly as it is known."""
    value = published_of(article.published)
    if value is None:
        return "date not known"
    if not isinstance(value, datetime):
        return day(value)
    if value.tzinfo is None:
        return f"{day(value)}, {value:%H:%M} (time zone not stated)"
    text = instant(value, zone, named=True)
    return f"{text} (time zone inferred)" if article.zone_from == "inferred" else text


def published_day(article: Article) -> date | None:
    """Return the day an article appeared, None where that is not known."""
    return day_of(article.published)


def day_of(published: str | None) -> date | None:
    """Return the day of a publication date as it is stored."""
    value = published_of(published)
    return value.date() if isinstance(value, datetime) else value


def stated(iso: str | None, precision: str = "day", time: str | None = None) -> str:
    """Return a date as it was stated: "Thu 24 Feb 2022, 15:00", "week of Mon 28 Feb 2022", "March 2022"."""
    if not iso:
        return "date not known"
    try:
        if precision == "week" or "-W" in iso:
            return f"week of {day(date.fromisoformat(f'{iso}-1'))}"
        if len(iso) == 7:
            return f"{date.fromisoformat(f'{iso}-01'):%B %Y}"
        text = day(date.fromisoformat(iso[:10]))
    except ValueError:
        return escape(iso)
    return f"{text}, {escape(time)}" if time else text


def starts(event: Event) -> datetime | None:
    """Return the UTC instant an event begins, where its clock time and zone are known."""
    return schedule.instant(schedule.When.of(event))


def when(event: Event, zone: tzinfo) -> str:
    """Return when an event is due, as it now stands."""
    begins = starts(event)
    if begins is not None:
        return instant(begins, zone, named=True)
    if not event.date:
        return "no date set"
    text = stated(event.date, event.precision, event.time)
    if event.date_end and event.date_end != event.date:
        text += f" to {stated(event.date_end, event.precision)}"
    return f"{text} (time zone not stated)" if event.time else text


def due_on(event: Event, zone: tzinfo) -> str:
    """Return when an event is due, as it stands inside a sentence: "in April 2023", "on Fri 17 Mar 2023"."""
    text = when(event, zone)
    if not event.date:
        return "on a day not known"
    if event.precision == "week" or "-W" in event.date:
        return f"in the {text}"
    return f"{'in' if len(event.date) < len('2022-02-24') else 'on'} {text}"


def event_line(event: Event, zone: tzinfo) -> str:
    """Return an event in a line: when, what, and its status where that is not simply scheduled."""
    return f"{when(event, zone)}: {what(event)}{standing(event)}"


def standing(event: Event) -> str:
    """Return a note on how an event stands, empty where it is simply scheduled."""
    if event.status == "postponed" and event.date:
        return " (new date)"
    return f" ({STATUS[event.status]})" if event.status in STATUS else ""


def what(event: Event) -> str:
    """Return what is due, escaped."""
    return escape(capitalised(shorten(event.what, 240)))


def is_ahead(event: Event, today: date) -> bool:
    """Tell whether an event is still to come, or going on."""
    return (
        event.status not in ("over", "cancelled") and event.last_day is not None and event.last_day >= today
    )


def nearness(event: Event, now: datetime, zone: tzinfo) -> str:
    """Return how near an event is, as the first words of a reminder: "Tomorrow", "In about 1 hour"."""
    begins = starts(event)
    if begins is not None and timedelta(0) < begins - now <= timedelta(hours=3):
        minutes = round((begins - now).total_seconds() / 60)
        hours = round(minutes / 60)
        return f"In {minutes} minutes" if minutes < 50 else f"In about {hours} hour{'s' if hours > 1 else ''}"
    if begins is not None and begins <= now:
        return "Begun"
    today = now.astimezone(zone).date()
    first = begins.astimezone(zone).date() if begins is not None else event.first_day
    last = event.last_day or first
    if first is None or last is None:
        return "Still without a date"
    days = (first - today).days
    if days > 1:
        return f"In {days} days"
    if days == 1:
        return "Tomorrow"
    if days == 0 and first == last:
        return "Today"
    if last >= today:
        return {"week": "This week", "month": "This month"}.get(event.precision, "Under way")
    return "Was due"


def next_reminder(deliveries: list[Delivery], event_ids: set[int]) -> datetime | None:
    """Return when the first of the pending reminders of these events comes."""
    due = [
        one.due_at
        for one in deliveries
        if one.state == "pending" and one.event_id in event_ids and one.kind in ("lead", "due", "snooze")
    ]
    return min(due, default=None)
