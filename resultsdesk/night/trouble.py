"""Known failures: what can go wrong without anybody being wrong, in words for the operator."""


class Trouble(Exception):
    """One sentence of what happened and one of what to do. Nothing that was acknowledged is lost by it."""

    def __init__(self, sentence: str, remedy: str = "") -> None:
        super().__init__(f"{sentence} {remedy}".strip())
        self.sentence = sentence
        self.remedy = remedy


class Superseded(Trouble):
    """The entry a command was to supersede has been superseded meanwhile: `by` is the entry that was quicker."""

    def __init__(self, by: str) -> None:
        super().__init__(
            "Someone changed this while you were typing.",
            "Look at what is there now, then key your change again if it is still needed.",
        )
        self.by = by
