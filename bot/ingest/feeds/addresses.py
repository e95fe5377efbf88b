"""The addresses that feeds give, made absolute and canonical."""

from urllib.parse import urljoin, urlsplit

from bot.ingest.links import canonical

_LONGEST = 2_000


def absolute(address: str, base: str) -> str | None:
    """Return `address` as it is meant in a document from `base`, None where it is no web address."""
    try:
        joined = urljoin(base, address.strip()) if address.strip() else ""
        parts = urlsplit(joined)
        whole = parts.scheme in ("http", "https") and bool(parts.hostname) and not parts.username
    except ValueError:
        return None
    return joined if whole and len(joined) <= _LONGEST and joined.isprintable() else None


def entry_address(address: str, base: str) -> str | None:
    """Return the canonical address of an entry's page, None where it has none."""
    joined = absolute(address, base)
    return canonical(joined) if joined else None


def host_of(url: str) -> str:
    """Return the host and port that requests for `url` go to, as far as one asks another's patience."""
    return urlsplit(url).netloc.lower()
