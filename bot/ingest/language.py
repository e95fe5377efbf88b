"""Which language a text is written in."""

from functools import cache
from typing import Any

# A few hundred words settle it; more only cost time.
_SAMPLE = 2000
# Languages of scripts and presses we may meet. Without the rare ones, names in a short English text no longer
# make it Latin, Volapük or Walloon.
_LANGUAGES = (
    "af", "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "cy", "da", "de", "el", "en", "es",
    "et", "eu", "fa", "fi", "fr", "ga", "gl", "gu", "he", "hi", "hr", "hu", "hy", "id", "is", "it",
    "ja", "ka", "kk", "km", "kn", "ko", "ky", "lo", "lt", "lv", "mk", "ml", "mn", "mr", "ms", "mt",
    "nb", "ne", "nl", "nn", "no", "or", "pa", "pl", "ps", "pt", "ro", "ru", "si", "sk", "sl", "sq",
    "sr", "sv", "sw", "ta", "te", "th", "tl", "tr", "ug", "uk", "ur", "vi", "xh", "zh", "zu",
)  # fmt: skip


@cache
def _identifier() -> Any:  # py3langid ships no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # its model takes a moment: only when needed

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    identifier.set_languages(set(_LANGUAGES) & set(identifier.labels))
    return identifier


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language `text` is most likely in."""
    code, _ = _identifier().classify(text[:_SAMPLE])
    return "no" if code in ("nb", "nn") else str(code)
