"""The server answers this machine and its own page, and nobody else."""

import httpx
import pytest

OWN = "http://127.0.0.1:{port}"


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/", {}, 200),
        ("GET", "/", {"host": "localhost:1"}, 200),
        ("GET", "/", {"host": "rebound.example.com"}, 403),
        ("GET", "/", {"host": "127.0.0.1.example.com"}, 403),
        ("GET", "/", {"host": "["}, 403),
        ("GET", "/playground/chats", {"host": "rebound.example.com"}, 403),
        ("POST", "/bot1:a/getMe", {}, 200),
        ("POST", "/bot1:a/getMe", {"origin": OWN}, 200),
        ("POST", "/bot1:a/getMe", {"origin": "http://example.com"}, 403),
        ("POST", "/bot1:a/getMe", {"origin": "null"}, 403),
        ("POST", "/bot1:a/getMe", {"origin": "http://127.0.0.1:1"}, 403),
        ("POST", "/playground/clock", {"origin": "http://example.com"}, 403),
        ("GET", "/bot1:a/getMe", {"sec-fetch-site": "cross-site"}, 403),
        ("GET", "/playground/events", {"sec-fetch-site": "same-site"}, 403),
        ("GET", "/", {"sec-fetch-site": "cross-site"}, 200),
    ],
)
async def test_who_is_let_in(port: int, method: str, path: str, headers: dict[str, str], status: int) -> None:
    sent = {name: value.format(port=port) for name, value in headers.items()}
    async with httpx.AsyncClient(base_url=OWN.format(port=port), trust_env=False) as client:
        assert (await client.request(method, path, headers=sent)).status_code == status


async def test_the_page_may_load_nothing_from_elsewhere(port: int) -> None:
    async with httpx.AsyncClient(base_url=OWN.format(port=port), trust_env=False) as client:
        page = await client.get("/")
        policy = page.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "http" not in page.text
        assert (await client.get("/page/../server.py")).status_code == 404
        assert (await client.get("/page/%2e%2e/server.py")).status_code == 404
