"""Dates, numbers and money as a document in French or in English sets them."""

import datetime
import re
from decimal import Decimal

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

_LOCALES = {"fr": "fr_FR", "en": "en_GB"}
_MONTH = re.compile(r"\d{4}-\d{2}")
_CONTRACTED = {"à": "au", "de": "du", "le": "le"}
_BEFORE_MONTH = {"à": "à", "de": "de", "le": "en"}


def date(text: str, language: str) -> str:
    """`2026-01-01` → « 1er janvier 2026 »; `2027-03` → « mars 2027 »."""
    locale = _LOCALES[language]
    if _MONTH.fullmatch(text):
        return format_date(datetime.date.fromisoformat(f"{text}-01"), "MMMM y", locale)
    day = datetime.date.fromisoformat(text)
    number = "1er" if day.day == 1 and language == "fr" else str(day.day)
    return f"{number}\u00a0{format_date(day, 'MMMM y', locale)}"


def date_after(word: str, text: str, language: str) -> str:
    """A date after « à », « de » or « le »: « au 1er mars 2027 », but « à mars 2027 ».

    « d’avril » too. Any other word, and English, which contracts nothing, is left as it is.
    """
    found = date(text, language)
    if language != "fr" or word not in _CONTRACTED:
        return f"{word} {found}" if word else found
    if not _MONTH.fullmatch(text):
        return f"{_CONTRACTED[word]} {found}"
    if word == "de" and found[0] in "ao":  # avril, août, octobre
        return f"d’{found}"
    return f"{_BEFORE_MONTH[word]} {found}"


def number(text: str, language: str) -> str:
    return format_decimal(Decimal(text), locale=_LOCALES[language], decimal_quantization=False)


def money(text: str, language: str) -> str:
    """In euros; cents only where there are some."""
    amount = Decimal(text)
    cents = ".00" if amount != amount.to_integral_value() else ""
    pattern = f"#,##0{cents}\u00a0¤" if language == "fr" else f"¤#,##0{cents}"
    return format_currency(amount, "EUR", pattern, _LOCALES[language], currency_digits=False)
