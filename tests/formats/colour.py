"""Contrast and distance of colours, also as people with other colour vision see them."""

from __future__ import annotations

import re
from itertools import pairwise
from math import dist

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
PROTAN: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTAN: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITAN: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
_LUMA: Rgb = (0.2126, 0.7152, 0.0722)
GREY: Matrix = (_LUMA, _LUMA, _LUMA)

# Björn Ottosson 2020: linear RGB to cone response, and its cube root to OKLab.
_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def tokens(css: str) -> tuple[dict[str, str], dict[str, str]]:
    """The colours named in a style sheet's first two root blocks: light, and light with dark."""
    light, dark = (
        dict(re.findall(r"--([\w-]+): ?(#[0-9a-f]{6})", block))
        for block in re.findall(r":root ?\{(.*?)\}", css, re.DOTALL)[:2]
    )
    return light, {**light, **dark}


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2, 1 to 21."""
    dim, bright = sorted(_apply(GREY, _linear(colour))[0] for colour in (one, other))
    return (bright + 0.05) / (dim + 0.05)


def distance(one: str, other: str, seen: Matrix | None = None) -> float:
    """Difference in OKLab times 100; about 2 can just be noticed."""
    a, b = (_oklab(_linear(colour), seen) for colour in (one, other))
    return 100 * dist(a, b)


def _linear(colour: str) -> Rgb:
    parts = [int(colour[i:j], 16) / 255 for i, j in pairwise((1, 3, 5, 7))]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return red, green, blue


def _apply(matrix: Matrix, colour: Rgb) -> Rgb:
    a, b, c = (sum(x * y for x, y in zip(row, colour, strict=True)) for row in matrix)
    return a, b, c


def _oklab(linear: Rgb, seen: Matrix | None) -> Rgb:
    shown = _apply(seen, linear) if seen else linear
    red, green, blue = (min(max(part, 0.0), 1.0) for part in shown)
    a, b, c = (cone ** (1 / 3) for cone in _apply(_CONES, (red, green, blue)))
    return _apply(_OKLAB, (a, b, c))
