"""What is told of the reader beside the result: which model, where, what it did."""

from __future__ import annotations

from compare.model.reader import DisagreementKind, ReaderOutcome, ReaderUse

_KINDS = {
    DisagreementKind.READER_ALONE: "rows of the reader alone are shown",
    DisagreementKind.RULES_ALONE: "rows of the rules alone are not",
    DisagreementKind.DENIED: "rows of the reader are parted by a denial",
    DisagreementKind.OTHER_SPEAKER: "speakers stay as the rules name them",
    DisagreementKind.OTHER_QUESTION: "pairs of figures are of one question for the reader alone",
    DisagreementKind.OTHER_RELATION: "relations of figures stay as the rules give them",
}


def warnings_of(use: ReaderUse) -> tuple[str, ...]:
    """Plain sentences for whoever reads the result: which model, where, and what it did."""
    named = f"“{use.model}”" if use.model else "of the record"
    where = f"on this machine ({use.host})" if use.here else f"at {use.host}"
    where = f" {where}" if use.host else ""
    if use.outcome is ReaderOutcome.RULES:
        return (
            f"The language model {named}{where} was not used: {use.why}. "
            "The rows are those of the rules.",
        )
    sent = "" if use.here else f" The articles were sent to {use.host}."
    tokens = (
        f"{use.tokens_in + use.tokens_out:,} tokens"
        if use.tokens_in is not None and use.tokens_out is not None
        else "tokens not counted"
    )
    dropped = f"; {use.dropped} numbers in them were dropped" if use.dropped else ""
    told = [
        f"Rows were put together by the language model {named}{where}, and held against the words "
        f"by rule.{sent} It gave {use.answers} answers ({tokens}{dropped})."
    ]
    if use.disagreements:
        counts = dict.fromkeys(DisagreementKind, 0)
        for one in use.disagreements:
            counts[one.kind] += 1
        parts = [f"{count} {_KINDS[kind]}" for kind, count in counts.items() if count]
        told.append(f"Where the reader and the rules differ: {'; '.join(parts)}.")
    return tuple(told)
