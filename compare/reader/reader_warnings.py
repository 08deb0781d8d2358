"""What is told of the reader beside the result: which model, where, what it did."""

from __future__ import annotations

from compare.model.reader import DisagreementKind, ReaderOutcome, ReaderUse

_KINDS = {
    DisagreementKind.READER_ALONE: "put together by the reader alone and shown",
    DisagreementKind.RULES_ALONE: "put together by the rules alone and not shown",
    DisagreementKind.DENIED: "held apart by a denial",
    DisagreementKind.OTHER_SPEAKER: "speakers kept as the rules name them",
    DisagreementKind.OTHER_QUESTION: "pairs of figures kept apart",
    DisagreementKind.OTHER_RELATION: "relations of figures kept as the rules give them",
}


def warnings_of(use: ReaderUse) -> tuple[str, ...]:
    """Plain sentences for whoever reads the result: which model, where, and what it did."""
    named = f"“{use.model}”" if use.model else "of the record"
    where = f"on this machine ({use.host})" if use.here else f"at {use.host}"
    where = f" {where}" if use.host else ""
    if use.outcome is ReaderOutcome.RULES:
        return (
            f"The language model {named}{where} was not used: {use.why}. "
            f"The rows are those of the rules.{_sent(use)}",
        )
    tokens = (
        f"{use.tokens_in + use.tokens_out:,} tokens"
        if use.tokens_in is not None and use.tokens_out is not None
        else "tokens not counted"
    )
    dropped = f"; {use.dropped} numbers in them were dropped" if use.dropped else ""
    told = [
        f"Rows were put together by the language model {named}{where}, and held against the words "
        f"by rule.{_sent(use)} It gave {_counted(use.answers, 'answer')} "
        f"({tokens}{dropped})."
    ]
    if use.disagreements:
        counts = dict.fromkeys(DisagreementKind, 0)
        for one in use.disagreements:
            counts[one.kind] += 1
        parts = [f"{_KINDS[kind]} {count}" for kind, count in counts.items() if count]
        places = f"The reader and the rules differ in {_counted(len(use.disagreements), 'place')}"
        told.append(f"{places}: {', '.join(parts)}.")
    return tuple(told)


def _sent(use: ReaderUse) -> str:
    """A sentence on where the articles went, if that is another machine."""
    return f" The articles were sent to {use.host}." if use.sent and not use.here else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
