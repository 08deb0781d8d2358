"""Are the articles in one language, and in the one that is read? Asked before anything else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compare.errors import SeveralLanguages
from compare.model.articles import Article, Document
from compare.model.letters import ordered_letters
from compare.model.options import Options
from compare.text.language import base_language, language_name, same_language

READ = "en"
_ADVICE = "Compare those of one language, or add --force to compare them all the same."
UNREAD = "storydiff reads English only"
"""Stands in every warning of an article that is not."""
NOT_TOGETHER = "which are not compared with each other"
_NOT_READ = (
    f"{UNREAD}: statements, speakers, figures in words, contradictions, tone "
    "and wording of such an article are not looked at. What is shown of it rests on equal words, "
    "digits and quotation marks."
)


def check_languages(articles: Sequence[Article], options: Options) -> tuple[str, ...]:
    """A warning for the articles that are not in English, with what is then not looked at.

    Raises SeveralLanguages with the groups when the articles are in two languages or more; with
    `options.force` that is a warning too.
    """
    groups = _groups(articles)
    if len(groups) > 1:
        told = "; ".join(f"{_named(group)} in {_language(group)}" for group in groups)
        reason = f"The articles are in {len(groups)} languages: {told}."
        if not options.force:
            letters = tuple(ordered_letters(one.letter for one in group) for group in groups)
            raise SeveralLanguages(f"{reason} A comparison needs one.", _ADVICE, letters)
    foreign = [group for group in groups if not is_in_read_language(group[0])]
    return tuple(
        f"{_named(group)} {'is' if len(group) == 1 else 'are'} in {_language(group)}. {_NOT_READ}"
        for group in foreign
    )


def is_in_read_language(article: Article) -> bool:
    """True for an article in the language whose rules are known here."""
    return base_language(article.document.language) == READ


def not_looked_at(articles: Sequence[Article]) -> str:
    """Like "Not looked at: A and B are not in English."; "" where all articles are read.

    It stands wherever something was looked for and not found, which is not the same.
    """
    return not_looked_at_in({each.letter: each.document.language for each in articles})


def not_looked_at_in(languages: Mapping[str, str]) -> str:
    """The same for letters with the code of the language of each."""
    foreign = sorted(one for one, code in languages.items() if base_language(code) != READ)
    if not foreign:
        return ""
    verb = "is" if len(foreign) == 1 else "are"
    return f"Not looked at: {' and '.join(foreign)} {verb} not in English."


def in_language_of(article: Article, sources: Sequence[Article]) -> tuple[Article, ...]:
    """The sources in the language of the text."""
    mine = article.document.language
    return tuple(each for each in sources if same_language(each.document.language, mine))


def languages_of(documents: Sequence[Document]) -> list[str]:
    """The codes of the languages that the documents are in, in their order, each once."""
    return list(_counted(documents))


def languages_told(documents: Sequence[Document]) -> str:
    """Like "in German", or "in English (2) and German (1), which ..."; "" for English alone.

    For articles that are grouped and have no letters yet.
    """
    counts = _counted(documents)
    if len(counts) > 1:
        told = [f"{language_name(code)} ({count})" for code, count in counts.items()]
        told.sort()
        return f"in {' and '.join(told)}, {NOT_TOGETHER}"
    code = next(iter(counts), READ)
    return "" if base_language(code) == READ else f"in {language_name(code)}"


def _counted(documents: Sequence[Document]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for document in documents:
        known = (code for code in counts if same_language(document.language, code))
        code = next(known, base_language(document.language))
        counts[code] = counts.get(code, 0) + 1
    return counts


def _groups(articles: Sequence[Article]) -> list[list[Article]]:
    """The articles of each language, the largest group first."""
    groups: list[list[Article]] = []
    for article in articles:
        for group in groups:
            if same_language(article.document.language, group[0].document.language):
                group.append(article)
                break
        else:
            groups.append([article])
    return sorted(groups, key=lambda group: (-len(group), min(one.letter for one in group)))


def _named(group: Sequence[Article]) -> str:
    names = [
        f"{one.letter} ({one.document.outlet})" for one in sorted(group, key=lambda a: a.letter)
    ]
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def _language(group: Sequence[Article]) -> str:
    return language_name(group[0].document.language)
