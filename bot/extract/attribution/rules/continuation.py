"""What is quoted beyond the cue: the rest of the sentence, the next sentences, the next paragraphs."""

from bot.extract.attribution.passage import Passage
from bot.extract.attribution.rules.adjuncts import only_adjunct
from bot.extract.attribution.rules.contents import Left, content_end, sentence_end
from bot.extract.attribution.sentences import Sentence

Range = tuple[int, int]


def is_quotation(p: Passage, s: Sentence) -> bool:
    """Whether sentence `s` is nothing but quotation."""
    return (
        p.opens_quotation(s.first)
        and p.inside[s.first] == p.inside[s.last - 1]
        and (p.closes_quotation(s.last - 1) or p.quotations[p.inside[s.first]].continues)
    )


def _fills_paragraph(p: Passage, number: int) -> bool:
    """Whether the quotation in sentence `number` fills its paragraph, so that who spoke last speaks on."""
    paragraph = p.sentences[number].paragraph
    k = number
    while k < len(p.sentences) and p.sentences[k].paragraph == paragraph:
        if not is_quotation(p, p.sentences[k]):
            return False
        k += 1
    return True


def run_on(p: Passage, contents: list[Range], number: int, s: Sentence) -> list[Range]:
    """Add the sentences after `s` that are nothing but quotation: in its paragraph, or continued from it."""
    quotation = p.inside[contents[-1][1] - 1]
    continues = quotation >= 0 and p.quotations[quotation].continues
    paragraph = s.paragraph
    k = number + 1
    first, last = contents[-1]
    adjacent = last >= s.last
    while k < len(p.sentences):
        following = p.sentences[k]
        if not is_quotation(p, following):
            break
        if following.paragraph != paragraph and not continues and not _fills_paragraph(p, k):
            break
        if adjacent:
            last = following.last
        else:
            if last > first:
                contents = [*contents[:-1], (first, last)]
            contents = [*contents, (following.first, following.last)]
            first, last, adjacent = following.first, following.last, True
        contents = [*contents[:-1], (first, last)]
        continues = p.quotations[p.inside[following.first]].continues
        paragraph = following.paragraph
        k += 1
    return contents


def from_first_paragraph(p: Passage, left: Left) -> Range:
    """The content to the left; a quotation over several paragraphs begins in the first of them."""
    first = left.first
    if left.direct and p.opens_quotation(first):
        n = p.inside[first]
        while n > 0 and p.quotations[n - 1].continues:
            n -= 1
        while first > 0 and p.tokens[first].start > p.quotations[n].start:
            first -= 1
    return (first, left.last)


def continued(
    p: Passage, contents: list[Range], end: int, number: int, s: Sentence, *, direct: bool
) -> list[Range]:
    """Add what goes on after the cue: the rest of the sentence, or the next one in quotation marks."""
    tokens = p.tokens
    k = end
    while k < s.last and not p.opens_quotation(k) and tokens[k].text not in (",", "."):
        k += 1
    if k < s.last and tokens[k].text == "," and k + 1 < s.last:
        k += 1
        if p.opens_quotation(k) or not direct:
            last = content_end(p, k, s.last, past=True)
            if (
                last > k
                and not only_adjunct(p, k, s.last)
                and (p.opens_quotation(k) or not tokens[k].low.endswith("ing"))
            ):
                contents = [*contents, (k, last)]
        return run_on(p, contents, number, s) if direct or contents[-1][1] >= s.last else contents
    if k < s.last and p.opens_quotation(k):
        contents = [*contents, (k, sentence_end(p, k, s.last))]
    return run_on(p, contents, number, s) if direct else contents
