"""Find attributions with the trained network: cues first, then the source and the content of each."""

import re
from collections.abc import Iterator

from bot.extract.attribution.grammar import OBJECTS
from bot.extract.model.calibration import calibration
from bot.extract.model.decode import Range, find_cues, find_parts
from bot.extract.model.network import network
from bot.extract.model.windows import windows
from bot.extract.reading import Attribution, Span

# whom these befall is not who speaks: "Norland is accused of …"
_BEFALLS = re.compile(
    r"\b(?:is|are|was|were|be|been|being|'s|’s|'re|’re)\b.*\b"
    r"(?:accused|asked|blamed|charged|critici[sz]ed|ordered|praised|suspected|told|urged|warned)\b",
    re.IGNORECASE,
)


def find_attributions(text: str) -> Iterator[tuple[Attribution, float]]:
    """Yield the attributions of `text`, and how likely each is right in its words and its source."""
    reader, calibrated = network(), calibration()
    for window in windows(text, reader.tokenizer):
        encoded = reader.encode(window)
        cues = find_cues(encoded.cues)
        if not cues:
            continue

        def span(words: Range, spans: list[Span] = window.words) -> Span:
            return spans[words[0]][0], spans[words[1] - 1][1]

        for one in find_parts(cues, encoded.cues, reader.roles(encoded, cues)):
            cue = span(one.cue)
            source = (span(one.source),) if one.source else ()
            content = tuple(span(part) for part in one.content)
            if text[slice(*content[0])].casefold() in OBJECTS and len(content) == 1:
                continue  # "Lund contradicted him" says nothing in so many words
            if source and source[0] < cue and _BEFALLS.search(text, *cue):
                source = ()
            yield Attribution(source, (cue,), content), calibrated.confidence(one.likelihoods)
