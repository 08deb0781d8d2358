"""Are the articles in one language, and in the one that is read? Asked before anything else."""

from __future__ import annotations

from collections.abc import Sequence

from compare.errors import SeveralLanguages
from compare.model.articles import Article
from compare.model.letters import ordered_letters
from compare.model.options import Options
from compare.text.language import base_language, language_name, same_language

READ = "en"
_ADVICE = "Compare those of one language, or add --force to compare them all the same."
_UNREAD = (
    "storydiff reads English only: statements, speakers, figures in words, contradictions, tone "
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
    foreign = [group for group in groups if not is_read(group[0])]
    return tuple(
        f"{_named(group)} {'is' if len(group) == 1 else 'are'} in {_language(group)}. {_UNREAD}"
        for group in foreign
    )


def is_read(article: Article) -> bool:
    """True for an article in the language whose rules are known here."""
    return base_language(article.document.language) == READ


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
