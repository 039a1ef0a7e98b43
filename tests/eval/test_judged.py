from tests.eval.judged import Judgement, judgements, lines_of_judgements, lines_of_thresholds


def test_two_readers_judged_two_hundred_statements() -> None:
    judged = judgements()
    assert len(judged) == 200
    assert {one.status for one in judged} == {"Reported", "Attributed"}
    for one in judged:
        assert all(lenient >= strict for strict, lenient in zip(one.strict, one.lenient, strict=True))


def test_shares_are_means_of_both_readers() -> None:
    yes, no = (True, True), (False, False)
    judged = [
        Judgement("Reported", 0.8, yes, yes, no),
        Judgement("Attributed", 0.7, (True, False), yes, no),
        Judgement("Reported", 0.5, no, no, yes),
    ]
    assert list(lines_of_judgements(judged))[2:] == [
        "| Reported | 2 | 0.500 | 0.500 | 0.500 | 1.00 |",
        "| Attributed | 1 | 0.500 | 1.000 | 0.000 | 0.00 |",
        "| all | 3 | 0.500 | 0.667 | 0.333 | 0.67 |",
    ]


def test_a_stricter_threshold_leaves_less_and_better() -> None:
    yes, no = (True, True), (False, False)
    judged = [Judgement("Reported", 0.8, yes, yes, no), Judgement("Reported", 0.55, no, no, no)]
    lines = list(lines_of_thresholds(judged))
    assert lines[2] == "| 0.5 | 1.00 | 0.50 | 0.50 |"
    assert lines[-1] == "| 0.75 | 0.50 | 1.00 | 1.00 |"


def test_what_stands_was_judged_not_to_be_overstated_more_often_than_it_was() -> None:
    labels = [label for one in judgements() for label in one.overstated]
    assert sum(labels) / len(labels) <= 0.05
