"""By what rows were computed: marks that tell when they have to be computed anew."""

from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Mark


async def get(session: AsyncSession, name: str) -> str | None:
    """The value of a mark, None where it was never set."""
    mark = await session.get(Mark, name)
    return mark.value if mark is not None else None


async def put(session: AsyncSession, name: str, value: str) -> None:
    """Set a mark."""
    await session.merge(Mark(name=name, value=value))
