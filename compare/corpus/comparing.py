"""One event compared: its copies, its comparison, and the rows of every table of it."""

from __future__ import annotations

import json
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import compress

from compare.align.copies import copies
from compare.align.languages import languages_of, languages_told
from compare.corpus.reading import document_of
from compare.corpus.schema import OF_A_COMPARISON, SCHEMA
from compare.corpus.shards import Output, Row, Tally, read_rows
from compare.corpus.store import Store
from compare.corpus.tasks import WorkItem
from compare.errors import SeveralLanguages, TooManyArticles, UnreadableSource
from compare.formats.grid import shared_count
from compare.formats.tables import TABLES, Cell
from compare.model.articles import Document
from compare.model.comparison import Comparison
from compare.model.options import Options
from compare.pipeline import compare_story
from compare.text.language import language_name, same_language

_ID, _TEXT, _REST = (SCHEMA["articles"].header.index(n) for n in ("article_id", "text", "document"))
_ONE_LANGUAGE = "Give two or more of one language"
_LATEST = datetime.max.replace(tzinfo=UTC)
# Shards of articles that a process keeps at hand; each holds some hundred.
_KEPT_SHARDS = 24
_shards: OrderedDict[tuple[str, str], dict[str, tuple[str, str]]] = OrderedDict()


def compare_event(store: Store, item: WorkItem, output: Output) -> Tally:
    """Put the rows of an event to the output; one event came in, one went out.

    An event of more articles than can be compared is first reduced to one article for each text
    that outlets share; TooManyArticles when that is not enough.
    """
    work = json.loads(item.work)
    options = Options(**work["options"])
    comparison, members = compare_articles(store, work["articles"], options)
    ids = dict(zip((a.letter for a in comparison.articles), members.kept, strict=True))
    for group in members.copies:
        output.add("copies", [(item.id, group[0], one) for one in group])
    output.add("comparisons", [_summary(item.id, comparison, members)])
    for name in OF_A_COMPARISON:
        output.add(name, _rows(item.id, name, comparison, ids))
    return Tally(came_in=1, went_out=1, failed=0)


class Members:
    """The articles of an event: those that are compared, the groups of copies, those left out."""

    def __init__(self, found: Sequence[tuple[str, Document]], most: int) -> None:
        groups = copies([document for _, document in found])
        self.copies = [[found[index][0] for index in group] for group in groups]
        repeated = {index for group in groups for index in group[1:]} if len(found) > most else ()
        self.documents = [doc for n, (_, doc) in enumerate(found) if n not in repeated]
        self.kept = [name for n, (name, _) in enumerate(found) if n not in repeated]
        self.left_out = len(found) - len(self.kept)
        self.told: tuple[str, ...] = ()
        if len(self.kept) > most:
            raise TooManyArticles(len(self.kept), most)

    def keep_one_language(self) -> None:
        """Leave out the articles that are not in the language of most, and tell of them.

        Raises SeveralLanguages where no two are in one.
        """
        languages = [languages_of([document])[0] for document in self.documents]
        if len(languages_of(self.documents)) < 2:
            return
        most = max(languages, key=lambda code: sum(same_language(code, one) for one in languages))
        of_most = [same_language(code, most) for code in languages]
        told = languages_told(self.documents)
        if sum(of_most) < 2:
            raise SeveralLanguages(f"The articles are {told}.", _ONE_LANGUAGE, ())
        self.documents = list(compress(self.documents, of_most))
        self.kept = list(compress(self.kept, of_most))
        self.left_out += len(of_most) - sum(of_most)
        self.told = (f"The articles are {told}; those in {language_name(most)} are compared.",)


def compare_articles(
    store: Store, articles: Sequence[tuple[str, str]], options: Options
) -> tuple[Comparison, Members]:
    """The comparison of some articles, each given by its id and its shard, earliest first.

    They were grouped by what they have in common, so whether they are of one event is not asked
    again; what speaks against it is a warning.
    """
    found = [(name, _article(store, shard, name)) for name, shard in articles]
    found.sort(key=lambda pair: (_time(pair[1]), pair[0]))
    members = Members(found, options.max_articles)
    if not options.force:
        members.keep_one_language()
    made = compare_story(members.documents, replace(options, force=True))
    return made, members


def _article(store: Store, shard: str, name: str) -> Document:
    key = (store.root, shard)
    if key not in _shards:
        _shards[key] = {
            str(row[_ID]): (str(row[_TEXT]), str(row[_REST])) for row in read_rows(store, shard)
        }
        while len(_shards) > _KEPT_SHARDS:
            _shards.popitem(last=False)
    _shards.move_to_end(key)
    if name not in _shards[key]:
        advice = "Run the same command again: the work of a damaged shard is done anew"
        raise UnreadableSource(f"{store.root}/{shard}", f"it does not hold {name}", advice)
    return document_of(*_shards[key][name])


def _time(document: Document) -> datetime:
    when = document.published
    return _LATEST if when is None else when if when.tzinfo else when.replace(tzinfo=UTC)


def _summary(event: str, comparison: Comparison, members: Members) -> Row:
    times = sorted(
        (_time(a.document), a.document.published.isoformat())
        for a in comparison.articles
        if a.document.published
    )
    return (
        event,
        comparison.story.title or None,
        len(comparison.articles),
        len({article.document.outlet for article in comparison.articles}),
        members.left_out,
        len(comparison.facts),
        shared_count(comparison),
        len(comparison.conflicts),
        times[0][1] if times else None,
        times[-1][1] if times else None,
        "\n".join((*comparison.story.warnings, *members.told)) or None,
    )


def _rows(event: str, name: str, comparison: Comparison, ids: dict[str, str]) -> list[Row]:
    table = TABLES[name]
    if "article" not in table.header:
        return [(event, *row) for row in table.rows(comparison)]
    at = table.header.index("article")
    rows: list[tuple[Cell, ...]] = list(table.rows(comparison))
    return [(event, *row, ids[str(row[at])]) for row in rows]
