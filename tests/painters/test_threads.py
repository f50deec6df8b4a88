"""Pictures painted in threads that come and go, as the writers of a summary are: the same as in the main one."""

import threading

from built_in import built_in
from PySide6.QtGui import QGuiApplication, QImage

from resultsdesk.figures.scenes.request import SceneName, SceneRequest
from resultsdesk.figures.scenes.scene import draw
from resultsdesk.painters.paint import to_image
from resultsdesk.painters.theme import theme


def test_a_thread_that_has_ended_takes_no_typeface_from_the_next(qapp: QGuiApplication) -> None:
    night = built_in("uk-2024", "04:47")
    figure = draw(night, SceneRequest(SceneName.TITLE), night.last_keyed)
    painted: list[QImage] = []

    def paint() -> None:
        painted.append(to_image(figure, theme("dark", night.briefing.parties), 1280, 720))

    paint()
    for _ in range(4):
        thread = threading.Thread(target=paint)
        thread.start()
        thread.join()
    assert len(painted) == 5
    assert all(one == painted[0] for one in painted[1:])
