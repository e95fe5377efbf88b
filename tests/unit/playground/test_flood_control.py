"""How often a bot may speak: 30 a second in all, one a second in a chat, 20 a minute in a group."""

import httpx

from bot.clock import MovableClock
from bot.playground.limits import FloodControl
from bot.playground.serve import running
from bot.playground.server import create_server
from bot.playground.wire import ApiError


class Seconds:
    """Monotonic time that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def refused(control: FloodControl, chat_id: int, *, group: bool = False, is_new: bool = True) -> int:
    """Send one message; return how many seconds to wait, 0 if it went through."""
    try:
        control.spend(chat_id, group=group, is_new=is_new)
    except ApiError as error:
        return int((error.parameters or {})["retry_after"])
    return 0


def test_a_chat_takes_a_short_burst_and_then_one_a_second() -> None:
    seconds = Seconds()
    control = FloodControl(seconds)
    assert [refused(control, 1) for _ in range(5)] == [0, 0, 0, 1, 1]
    seconds.now += 1
    assert [refused(control, 1) for _ in range(2)] == [0, 1]
    assert refused(control, 2) == 0


def test_edits_are_not_held_to_one_a_second() -> None:
    control = FloodControl(Seconds())
    assert [refused(control, 1, is_new=False) for _ in range(10)] == [0] * 10


def test_thirty_a_second_go_out_in_all() -> None:
    seconds = Seconds()
    control = FloodControl(seconds)
    assert [refused(control, chat) for chat in range(31)] == [0] * 30 + [1]
    seconds.now += 1
    assert refused(control, 31) == 0


def test_a_group_takes_twenty_a_minute() -> None:
    seconds = Seconds()
    control = FloodControl(seconds)
    for _ in range(20):
        assert refused(control, -1, group=True) == 0
        seconds.now += 1
    assert refused(control, -1, group=True) == 40
    seconds.now += 40
    assert refused(control, -1, group=True) == 0


def test_switched_off_it_refuses_nothing() -> None:
    control = FloodControl(Seconds(), on=False)
    assert [refused(control, 1) for _ in range(100)] == [0] * 100


async def test_the_server_answers_429_with_retry_after() -> None:
    async with running(create_server(MovableClock())) as port:
        base = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=base, trust_env=False) as client:
            send = {"chat_id": 1001, "text": "x"}
            answers = [await client.post("/bot1:a/sendMessage", json=send) for _ in range(4)]
            assert [answer.status_code for answer in answers] == [200, 200, 200, 429]
            assert answers[-1].json() == {
                "ok": False,
                "error_code": 429,
                "description": "Too Many Requests: retry after 1",
                "parameters": {"retry_after": 1},
            }
            await client.post("/playground/limits", json={"on": False})
            assert (await client.post("/bot1:a/sendMessage", json=send)).status_code == 200


async def test_a_refused_call_counts_for_nothing() -> None:
    async with (
        running(create_server(MovableClock())) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}/bot1:a/", trust_env=False) as client,
    ):
        for _ in range(40):
            answer = await client.post("sendMessage", json={"chat_id": 1001, "text": ""})
            assert answer.status_code == 400
        good = await client.post("sendMessage", json={"chat_id": 1001, "text": "x"})
        assert good.status_code == 200
