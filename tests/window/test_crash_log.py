import sys
import threading

from reviewer.gui.crash_log import CrashLog


def test_a_crash_is_kept_with_its_place_and_without_the_words(tmp_path):
    log = CrashLog(tmp_path / "crash.log")
    log.start()
    try:
        raise ValueError("words of a secret document")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    log.stop()
    report = log.path.read_text()
    assert "ValueError" in report
    assert "test_crash_log.py" in report
    assert "secret" not in report


def test_an_exception_in_a_thread_is_kept_too(tmp_path):
    log = CrashLog(tmp_path / "crash.log")
    log.start()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    log.stop()
    assert "ZeroDivisionError" in log.path.read_text()


def test_a_run_without_a_crash_leaves_no_file(tmp_path):
    log = CrashLog(tmp_path / "logs" / "crash.log")
    log.start()
    log.stop()
    assert not log.path.exists()


def test_the_next_start_knows_of_a_crash(tmp_path):
    (tmp_path / "crash.log").write_text("Fatal Python error: Segmentation fault")
    assert CrashLog(tmp_path / "crash.log").had_crash


def test_a_crash_is_told_of_once_and_its_report_kept(tmp_path):
    (tmp_path / "crash.log").write_text("Fatal Python error: Segmentation fault")
    second = CrashLog(tmp_path / "crash.log")
    second.start()
    second.stop()
    assert second.report.read_text() == "Fatal Python error: Segmentation fault"
    assert not CrashLog(tmp_path / "crash.log").had_crash
