"""The small numbers in words."""

from __future__ import annotations

ONE_TO_NINETEEN = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

TWO_TO_TEN = ONE_TO_NINETEEN[1:10]
ONE_TO_TWELVE = ONE_TO_NINETEEN[:12]
