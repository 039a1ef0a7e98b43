"""Several processes do what one would."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator

from kg.pipeline.workers import ordered

WORKING = """
from tests.pipeline.test_workers import take_long; from kg.pipeline.workers import ordered
if __name__ == "__main__":
    for _, process in ordered(take_long, range(99), 2, int, 10):
        print(process, flush=True)
"""


def weight(_: int) -> int:
    return 1


def square(number: int) -> int:
    return number * number


def square_or_die(number: int) -> int:
    if number in {7, 8, 30}:
        os.kill(os.getpid(), signal.SIGKILL)
    return number * number


def take_long(_: int) -> int:
    time.sleep(0.2)
    return os.getpid()


def test_results_come_in_the_order_of_their_items() -> None:
    assert list(ordered(square, range(50), 3, weight, 5)) == [(number, number * number) for number in range(50)]


def test_of_nothing_nothing_is_made() -> None:
    assert list(ordered(square, [], 2, weight, 5)) == []


def test_no_more_items_are_taken_than_weigh_what_was_said() -> None:
    taken = []

    def items() -> Iterator[int]:
        for number in range(20):
            taken.append(number)
            yield number

    for number, _ in ordered(square, items(), 2, weight, 5):
        assert len(taken) <= number + 6


def test_an_item_that_ends_its_process_stops_no_other() -> None:
    results = dict(ordered(square_or_die, range(40), 2, weight, 10))
    assert results == {number: None if number in {7, 8, 30} else number * number for number in range(40)}


def test_processes_end_with_the_one_that_they_work_for() -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", WORKING]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as main:
        assert main.stdout
        worker = int(main.stdout.readline())
        assert is_running(worker)
        main.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while is_running(worker):
        assert time.monotonic() < deadline, "it goes on working for nobody"
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
