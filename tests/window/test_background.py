import threading

import pytest

from reviewer.gui.background import Jobs
from reviewer.model.problem import ProblemCode, ReviewerError
from reviewer.model.request import Progress, Step


@pytest.fixture
def jobs(qapp):
    made = Jobs()
    yield made
    made.close()


class Listener:
    """Keeps what it is told, and by which thread."""

    def __init__(self):
        self.results, self.problems, self.threads = [], [], []

    def done(self, result):
        self.results.append(result)
        self.threads.append(threading.current_thread())

    def failed(self, problem):
        self.problems.append(problem)
        self.threads.append(threading.current_thread())


def run(jobs, qtbot, work, **choices):
    listener = Listener()
    with qtbot.waitSignal(jobs.running_changed, check_params_cb=lambda count: count == 0):
        job = jobs.start("it", work, listener.done, listener.failed, **choices)
    return listener, job


def test_the_answer_arrives_on_the_main_thread(jobs, qtbot):
    listener, _ = run(jobs, qtbot, lambda job: threading.current_thread().name)
    assert listener.results[0].startswith("job")
    assert listener.threads == [threading.main_thread()]


def test_a_problem_arrives_as_data(jobs, qtbot):
    def work(job):
        raise ReviewerError(ProblemCode.EMPTY_FILE, name="a.pdf")

    listener, _ = run(jobs, qtbot, work)
    assert [problem.sentence for problem in listener.problems] == ["a.pdf is empty; ask the sender for it again."]


def test_an_answer_that_nobody_wants_any_more_is_dropped(jobs, qtbot):
    listener, _ = run(jobs, qtbot, lambda job: 1, wanted=lambda: False)
    assert (listener.results, listener.problems) == ([], [])


def test_progress_is_reported_while_the_job_runs(jobs, qtbot):
    seen, go_on = [], threading.Event()

    def work(job):
        go_on.wait(5)
        job.report(Progress(Step.READING, 1, 2))

    listener = Listener()
    job = jobs.start("it", work, listener.done, listener.failed)
    job.progressed.connect(seen.append)
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert seen == [Progress(Step.READING, 1, 2)]


def test_a_cancelled_job_sees_the_event(jobs, qtbot):
    def work(job):
        job.cancelled.wait(5)
        raise ReviewerError(ProblemCode.CANCELLED, name="it")

    listener = Listener()
    job = jobs.start("it", work, listener.done, listener.failed)
    with qtbot.waitSignal(job.ended):
        job.cancel()
    assert listener.problems[0].code is ProblemCode.CANCELLED


def test_a_bug_in_the_work_becomes_a_problem_and_goes_to_the_hook(jobs, qtbot):
    with qtbot.captureExceptions() as caught:
        listener, _ = run(jobs, qtbot, lambda job: 1 / 0)
    assert [kind for kind, _value, _trace in caught] == [ZeroDivisionError]
    assert listener.problems[0].code is ProblemCode.READER_DIED


def test_nothing_is_delivered_after_closing(qapp):
    jobs, listener = Jobs(), Listener()
    jobs.start("it", lambda job: job.cancelled.wait(5), listener.done, listener.failed)
    jobs.close()
    qapp.processEvents()
    assert listener.results == []


def test_an_answer_that_waited_in_the_queue_is_not_delivered_after_closing(qapp):
    jobs, listener, answered = Jobs(), Listener(), threading.Event()
    jobs.start("it", lambda job: answered.set(), listener.done, listener.failed)
    answered.wait(5)
    jobs._pool.shutdown(wait=True)
    jobs.close()
    qapp.processEvents()
    assert listener.results == []
