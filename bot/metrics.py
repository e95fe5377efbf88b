"""What the program counts of itself, for Prometheus. No label holds anything a person wrote."""

from prometheus_client import Counter, Gauge, Histogram

SENT = Counter("onrecord_deliveries_sent", "Messages owed that went out.", ["kind"])
FAILED = Counter(
    "onrecord_deliveries_failed", "Messages owed that did not go out when they were tried.", ["reason"]
)
LATE = Histogram(
    "onrecord_delivery_late_seconds",
    "From when a message was due to when it went out.",
    buckets=(0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 7200),
)
DUE = Gauge("onrecord_deliveries_due", "Messages due that have not gone out.")
OLDEST = Gauge("onrecord_deliveries_oldest_due_seconds", "How long the oldest of them has been due.")
DEAD = Gauge("onrecord_deliveries_dead", "Messages given up; `onrecord deliveries` lists them.")
UPDATES = Counter("onrecord_updates", "Updates received from Telegram.")
READING = Histogram(
    "onrecord_extraction_seconds",
    "How long reading an article took.",
    buckets=(0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60),
)
