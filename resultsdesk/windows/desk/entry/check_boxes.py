"""The figures read out besides the votes: they are there to catch a slip, and none of them must be keyed."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from resultsdesk.psephology.rounding import NONE
from resultsdesk.windows.desk.entry.figure_box import FigureBox, readable
from resultsdesk.windows.style import restyle

LABELS = {
    "read_out": ("Read out", "Total of valid votes read out"),
    "announced_majority": ("Majority", "Majority announced"),
    "rejected": ("Rejected", "Rejected ballot papers"),
    "papers": ("Papers", "Ballot papers, rejected ones too"),
    "declared_at": ("Time", "Time of declaration, empty for now"),
}
TIGHT = {"read_out": "Read", "announced_majority": "Maj."}  # beside a mark, where there is a box more


class CheckBoxes(QWidget):
    """A box under each label, the computed figures among them as text; a tick where the box agrees."""

    retyped = Signal(str, str)  # which box, text
    stepped_out = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[str, FigureBox] = {}
        self._cells: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._line = layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._total = self._computed("Valid votes")
        self._total_label = _label("Valid votes")
        layout.addWidget(_cell(self._total_label, self._total), 1)
        for box in LABELS:
            layout.addWidget(self._boxed(box), 1)
        self._turnout = self._computed("Turnout")
        layout.addWidget(_cell(_label("Turnout"), self._turnout), 1)

    def show_texts(self, texts: Mapping[str, str], papers: bool, read_only: bool) -> None:
        """Put texts into the boxes; `papers` shows the box that a contest of several vacancies needs."""
        self._cells["papers"].setVisible(papers)
        # One more box leaves each of them less room in the smallest window.
        self._total_label.setText("Valid" if papers else "Valid votes")
        self._line.setSpacing(3 if papers else 6)
        for name, box in self.boxes.items():
            box.show_text(texts.get(name, ""))
            box.setReadOnly(read_only)
            box.setPlaceholderText(NONE if read_only else "")

    def tell(self, total: str, turnout: str, agrees: Mapping[str, bool]) -> None:
        """Show what is computed, and of the boxes that are filled which agree with it."""
        self._total.setText(total)
        self._turnout.setText(turnout)
        for name, label in self._labels.items():
            known = agrees.get(name)
            mark = {None: "", True: " ✓", False: " ✗"}[known]
            words = TIGHT[name] if mark and not self._cells["papers"].isHidden() else LABELS[name][0]
            label.setText(words + mark)
            ink = {None: "", True: "good", False: "bad"}[known]
            if label.property("tone") != ink:
                label.setProperty("tone", ink)
                restyle(label)
            self.boxes[name].mark("" if known is not False else "warning")

    @property
    def shown(self) -> list[FigureBox]:
        """Return the boxes that are there for this contest, left to right."""
        return [box for name, box in self.boxes.items() if not self._cells[name].isHidden()]

    @property
    def unreadable(self) -> FigureBox | None:
        """Return the first box that holds something else than a whole number where one belongs, or None."""
        return next(
            (box for name, box in self.boxes.items() if name != "declared_at" and not readable(box.text())), None
        )

    def label(self, box: str) -> str:
        """Return a box's label, with its tick or cross."""
        return self._labels[box].text()

    def focus(self, place: int) -> None:
        """Put the keys into a visible box, counted from the end with a negative number."""
        self.shown[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, box: FigureBox, by: int) -> None:
        shown = self.shown
        to = shown.index(box) + by
        if 0 <= to < len(shown):
            shown[to].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.stepped_out.emit(by)

    def _boxed(self, name: str) -> QWidget:
        short, words = LABELS[name]
        box = FigureBox("check", parent=self)
        box.setAccessibleName(words)
        box.setToolTip(words)
        box.textEdited.connect(lambda text: self.retyped.emit(name, text))
        box.stepped.connect(lambda by: self._step(box, by))
        box.pasted.connect(box.insert_pasted)
        self.boxes[name] = box
        self._labels[name] = label = _label(short)
        self._cells[name] = cell = _cell(label, box)
        return cell

    def _computed(self, words: str) -> QLabel:
        value = QLabel()
        value.setObjectName("computed")
        value.setIndent(0)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        value.setAccessibleName(words)
        return value


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setObjectName("check-label")
    label.setIndent(0)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def _cell(label: QLabel, below: QWidget) -> QWidget:
    cell = QWidget()
    layout = QVBoxLayout(cell)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    layout.addWidget(label)
    below.setFixedHeight(30)
    if isinstance(below, FigureBox):  # what is computed is as wide as its words
        below.setMinimumWidth(44)
    layout.addWidget(below)
    return cell
