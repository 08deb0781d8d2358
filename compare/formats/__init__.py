"""A comparison in, bytes out."""

from compare.formats.registry import FORMATS as FORMATS
from compare.formats.registry import FormatOptions as FormatOptions
from compare.formats.registry import format_of as format_of
from compare.formats.registry import render as render
from compare.formats.registry import write as write
