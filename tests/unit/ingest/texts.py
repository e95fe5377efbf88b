"""Invented articles, as people paste them and as sites print them."""

PARAGRAPHS = (
    "Norland still expects the Coastal Union to answer its offer on fishing rights, Prime Minister Ada "
    "Bergström told her Lutanian counterpart, Pavel Orlic, on Tuesday.",
    "According to the prime minister's office, Bergström asked for the offer to be weighed with care.",
    "“We have put a fair proposal on the table and we await a fair answer,” the office said in a statement.",
    "Lutania has rejected an earlier draft, and its fishermen's league called that draft an insult.",
    "Officials of both countries are due to meet on March 18 to prepare a summit of the two leaders.",
)
BODY = "\n\n".join(PARAGRAPHS)
TITLE = "Norland awaits answer on fishing rights"
STANDFIRST = "The Coastal Union must reply to the offer in full, the prime minister has said"


def page(
    *,
    head: str = "",
    above: str = "",
    below: str = "",
    title: str = TITLE,
    paragraphs: tuple[str, ...] = PARAGRAPHS,
) -> str:
    """Return a page with the article in it."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head><title>{title} - The Norland Post</title>{head}</head><body>"
        "<nav><ul><li><a href='/'>Home</a></li><li><a href='/sport'>Sport</a></li></ul></nav>"
        f"<article><h1>{title}</h1>{above}{text}{below}</article>"
        "<footer><p>Terms of use</p></footer></body></html>"
    )
