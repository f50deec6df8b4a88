"""The fixtures that catch what a test leaves behind do catch it."""

import pytest

pytest_plugins = ["pytester"]

CAUGHT = {
    "window": """
        from PySide6.QtWidgets import QWidget
        kept = []
        def test(qtbot):
            kept.append(QWidget())
            kept[0].show()
        """,
    "timer": """
        from PySide6.QtCore import QTimer
        kept = []
        def test(qtbot):
            kept.append(QTimer())
            kept[0].start(1000)
        """,
    "threads": """
        import threading
        stop = threading.Event()
        def test():
            threading.Thread(target=stop.wait, args=(60,), daemon=True).start()
        """,
}

CLEAN = """
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QComboBox, QMainWindow
    def test(qtbot):
        window = QMainWindow()
        window.setCentralWidget(QComboBox(window))
        qtbot.addWidget(window)
        timer = QTimer(window)
        timer.start(1000)
        window.show()
    """


def test_a_test_that_leaves_something_behind_fails_and_one_that_tidies_up_passes(
    pytester: pytest.Pytester, request: pytest.FixtureRequest
) -> None:
    conftest = request.config.rootpath / "tests" / "conftest.py"
    pytester.makeconftest(conftest.read_text(encoding="utf-8"))
    pytester.makepyfile(**{f"test_{what}": text for what, text in CAUGHT.items()}, test_tidy=CLEAN)
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-v")
    result.assert_outcomes(passed=len(CAUGHT) + 1, errors=len(CAUGHT))
    result.stdout.fnmatch_lines_random(
        ["*left behind: *window QWidget*", "*left behind: *timer of 1000 ms*", "*threads left running*"]
    )
    result.stdout.no_fnmatch_line("*ERROR*test_tidy*")
