import threading
from pathlib import Path

from PySide6.QtNetwork import QLocalSocket

from reviewer.gui.single_instance import VERSION, Greeting, SingleInstance, hand_over, server_name


def test_without_a_running_window_nothing_is_handed_over(qapp, tmp_path):
    assert not hand_over(server_name(tmp_path), [Path("a.txt")], False)


def test_a_second_start_hands_its_files_to_the_first(qtbot, tmp_path):
    name = server_name(tmp_path)
    first = SingleInstance(name)
    handed = []
    second = threading.Thread(target=lambda: handed.append(hand_over(name, [tmp_path / "a.txt"], False)))
    with qtbot.waitSignal(first.greeted) as greeted:
        second.start()
    second.join()
    first.close()
    assert greeted.args == [Greeting(VERSION, (str((tmp_path / "a.txt").resolve()),), False)]
    assert handed == [True]


def test_a_stranger_that_talks_nonsense_is_ignored(qtbot, tmp_path):
    name = server_name(tmp_path)
    first = SingleInstance(name)
    socket = QLocalSocket()
    socket.connectToServer(name)
    with qtbot.assertNotEmitted(first.greeted, wait=200):
        socket.write(b"{not a greeting}\n")
        socket.flush()
    first.close()


def test_two_data_folders_have_windows_of_their_own(tmp_path):
    assert server_name(tmp_path / "a") != server_name(tmp_path / "b")
