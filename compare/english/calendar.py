"""The names of months and days of the week, and patterns for them."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
"""Short forms of the months, which a full stop may follow; the longer of two first."""
ABBREVIATED_MONTHS = ("Jan", "Feb", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
"""Those that newsrooms shorten; a full stop after them ends no sentence."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SURE_MONTHS = tuple(month for month in MONTHS if month not in ("March", "May"))
"""The months that are no other word, for use without a day or a year."""
NOT_MAY = tuple(month for month in MONTHS if month != "May")
"""The months that are no verb of the same letters."""


def one_of(names: tuple[str, ...]) -> str:
    """Return a pattern for one of the names, without a group that is counted.

    >>> one_of(("Jan", "Feb"))
    '(?:Jan|Feb)'
    """
    return f"(?:{'|'.join(names)})"


MONTH = one_of(MONTHS)
WEEKDAY = one_of(WEEKDAYS)
MONTH_IN_SHORT = one_of((*SHORT_MONTHS, "May")) + r"[a-z]*\.?"
"""A month in full or in short, with its full stop: "Sept.", "June"."""
SPAN_OF_TIME = one_of(("minute", "hour", "day", "week", "month", "year", "decade"))
