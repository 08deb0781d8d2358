"""Hold a text against articles: each of its sentences gets one state, with exact places."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import version

from compare.align.article_order import in_canonical_order, letter_documents
from compare.align.languages import in_language_of, is_in_read_language
from compare.annotation.article import annotate
from compare.checking.known_names import known_names_of
from compare.checking.languages import copied_statements, language_warnings
from compare.checking.left_out import left_out
from compare.checking.matching import claim_of
from compare.checking.source_index import source_index_of
from compare.checking.states import checked_statement
from compare.errors import TooFewSources, TooManyArticles
from compare.model.articles import Document
from compare.model.checks import TEXT_LETTER, Check
from compare.model.options import Options
from compare.model.story import ToolInfo
from compare.sources.document import document
from compare.text.names import name_runs
from compare.verify.headlines import Body
from compare.verify.speakers import with_verified_speakers


def check(
    text: str | Document, documents: Sequence[Document], options: Options | None = None
) -> Check:
    """Hold a text against articles and say of each sentence whether they bear it out.

    `text` is a summary, a press release, a claim or a caption; `documents` are its sources, one or
    more, and `options` those of a comparison. The sources come back in the order of the input,
    which changes nothing but letters. Those in another language than the text are not looked at,
    and a text that is not in English is held against them word for word alone; `warnings` say so.
    CompareError for an empty text; TooFewSources without a source, TooManyArticles for too many.

    >>> from compare.sources.document import document
    >>> told = document("Fourteen people died when the ferry burned.", outlet="Harbour Times")
    >>> [one.state.value for one in check("Fifteen people died on the ferry.", [told]).statements]
    ['contradicted']
    """
    options = options or Options()
    if not documents:
        raise TooFewSources
    if len(documents) > options.max_articles:
        raise TooManyArticles(len(documents), options.max_articles)
    given = text if isinstance(text, Document) else document(text, outlet="The text")
    article = annotate(replace(given, letter=TEXT_LETTER), parse=options.parse)
    sources = tuple(
        with_verified_speakers(annotate(each, parse=options.parse))
        for each in letter_documents(documents)
    )
    usable = in_language_of(article, sources)
    warnings = language_warnings(article, sources)
    if not usable or not is_in_read_language(article):
        return Check(
            tool=ToolInfo(name="storydiff", version=version("storydiff")),
            article=article,
            sources=sources,
            statements=copied_statements(article, usable),
            warnings=warnings,
        )
    canonical = in_canonical_order(usable)
    ground = source_index_of(canonical)
    bodies = [Body(each, told=tuple(a.document.text for a in canonical)) for each in canonical]
    cast = known_names_of(ground, bodies)
    runs = name_runs(article.document.text, [s.span for s in article.sentences])
    statements = tuple(
        checked_statement(ground, claim_of(ground, article, sentence, runs), cast)
        for sentence in article.sentences
    )
    return Check(
        tool=ToolInfo(name="storydiff", version=version("storydiff")),
        article=article,
        sources=sources,
        statements=statements,
        left_out=left_out(article, ground, options),
        warnings=warnings,
    )
