from kg.model import CorpusGraph, Literal, Polarity, Qualifier, Statement, Status
from kg.resolve import resolve
from tests.samples import Article, election

DAY, MONTH, YEAR = Literal("2018-11-21", "date"), Literal("2018-11", "gYearMonth"), Literal("2018", "gYear")
OTHER_DAY = Literal("2016-11-10", "date")
NO_YEAR = Literal("--11-21", "gMonthDay")


def only(corpus: CorpusGraph, relation: str) -> Statement:
    (statement,) = (s for s in corpus.statements if s.relation == relation)
    return statement


def values(statement: Statement, name: str) -> list[str | Literal]:
    return [q.value for q in statement.qualifiers if q.name == name]


def defeat(number: int, *dates: Literal | None, **details: Literal) -> Article:
    """One article, with one defeat for each date."""
    article = Article(f"Article {number}: " + " ".join(f"beat{n}" for n, _ in enumerate(dates)))
    ann, bo = article.entity("Ann Lee"), article.entity("Bo Berg")
    for n, date in enumerate(dates):
        given = [Qualifier(name, value) for name, value in ({"date": date} | details).items() if value]
        article.claim("defeated", f"beat{n}", ann, bo, qualifiers=tuple(given))
    return article


def dates(*articles: Article) -> list[tuple[list[str | Literal], int]]:
    """The dates of the statements, with the number of their claims."""
    found = resolve([article.graph() for article in articles]).statements
    return sorted(((values(s, "date"), len(s.asserted_by)) for s in found), key=repr)


def test_claims_of_two_articles_make_one_statement() -> None:
    corpus = resolve(election())
    statement = only(corpus, "defeated")
    assert (statement.subject, statement.object) == ("ann-lee", "bo-berg")
    assert (statement.status, statement.documents, len(statement.asserted_by)) == (Status.REPORTED, 2, 2)
    assert values(statement, "votesFor") == [Literal("101", "integer")]
    assert values(statement, "place") == ["oslo"]


def test_a_denial_is_a_statement() -> None:
    denied = only(resolve(election()), "resignedFrom")
    assert (denied.status, denied.asserted_by, len(denied.negated_by)) == (Status.DENIED, (), 1)


def test_disputed_by_two_articles() -> None:
    one, two = Article("It is so."), Article("It is not so.")
    for article, polarity in ((one, Polarity.POSITIVE), (two, Polarity.NEGATIVE)):
        ann, unity = article.entity("Ann Lee"), article.entity("Unity", "Organization")
        article.claim("memberOf", "is", ann, unity, polarity=polarity)
    statement = only(resolve([one.graph(), two.graph()]), "memberOf")
    assert (statement.status, len(statement.asserted_by), len(statement.negated_by)) == (Status.DISPUTED, 1, 1)


class TestDates:
    def test_coarser_and_undated_claims_join_the_only_day(self) -> None:
        assert dates(defeat(1, DAY), defeat(2, MONTH), defeat(3, YEAR), defeat(4, NO_YEAR, None)) == [([DAY], 5)]

    def test_what_fits_two_days_stands_alone(self) -> None:
        found = dates(defeat(1, DAY), defeat(2, OTHER_DAY), defeat(3, YEAR), defeat(4, None))
        assert found == [([OTHER_DAY], 1), ([DAY], 2), ([], 1)]

    def test_neither_of_a_year_and_a_day_without_year_is_finer(self) -> None:
        assert dates(defeat(1, NO_YEAR), defeat(2, YEAR)) == [([NO_YEAR], 1), ([YEAR], 1)]

    def test_undated_claims_are_one(self) -> None:
        assert dates(defeat(1, None), defeat(2, None)) == [([], 2)]

    def test_bounds(self) -> None:
        bounds = [
            (statement.earliest, statement.latest)
            for date in (DAY, MONTH, YEAR, NO_YEAR, None)
            for statement in resolve([defeat(1, date).graph()]).statements
        ]
        assert bounds == [
            ("2018-11-21", "2018-11-21"),
            ("2018-11-01", "2018-11-30"),
            ("2018-01-01", "2018-12-31"),
            (None, None),
            (None, None),
        ]


class TestTitles:
    def roles(self, *titles: str) -> list[Statement]:
        graphs = []
        for number, title in enumerate(titles):
            article = Article(f"Article {number} is")
            ann, unity = article.entity("Ann Lee"), article.entity("Unity", "Organization")
            article.claim("hasRoleAt", "is", ann, unity, qualifiers=(Qualifier("title", Literal(title)),))
            graphs.append(article.graph())
        return list(resolve(graphs).statements)

    def test_one_office_in_many_words(self) -> None:
        (statement,) = self.roles("president", "former President", "Unity president", "president of Unity")
        assert statement.qualifiers == (Qualifier("title", Literal("president")),)

    def test_two_offices(self) -> None:
        assert len(self.roles("president", "vice-president", "vice president")) == 2


class TestQualifiers:
    def votes(self, *articles: Article) -> list[str | Literal]:
        (statement,) = resolve([article.graph() for article in articles]).statements
        return values(statement, "votesFor")

    def test_several_of_one_strength_are_all_kept(self) -> None:
        votes = [Literal("101", "integer"), Literal("110", "integer")]
        assert self.votes(*(defeat(n, None, votesFor=vote) for n, vote in enumerate(votes))) == votes

    def test_stronger_claims_outdo_weaker_ones(self) -> None:
        weak = Article("Cy Cole said Ann Lee beat Bo Berg.")
        ann, bo, cy = (weak.entity(name) for name in ("Ann Lee", "Bo Berg", "Cy Cole"))
        given = (Qualifier("votesFor", Literal("9", "integer")),)
        weak.claim("defeated", "beat", ann, bo, speaker=cy, cue="said", qualifiers=given)
        assert self.votes(weak, defeat(1, None, votesFor=Literal("8", "integer"))) == [Literal("8", "integer")]
        assert self.votes(weak, defeat(1, None)) == [Literal("9", "integer")]


def test_a_symmetric_relation_has_one_direction() -> None:
    article = Article("Ann Lee is the sister of Bo Lee, who is her brother.")
    ann, bo = article.entity("Ann Lee"), article.entity("Bo Lee")
    article.claim("siblingOf", "sister", ann, bo)
    article.claim("siblingOf", "brother", bo, ann)
    statement = only(resolve([article.graph()]), "siblingOf")
    assert (statement.subject, statement.object, len(statement.asserted_by)) == ("ann-lee", "bo-lee", 2)


def test_values_and_entities_are_never_one_object() -> None:
    article = Article("Ann Lee 57 is 57.")
    ann, number = article.entity("Ann Lee"), article.entity("57", "Thing")
    article.claim("rel:be", "is", ann, number)
    article.claim("rel:be", "57.", ann, Literal("57", "integer"))
    assert len(resolve([article.graph()]).statements) == 2


def test_one_end_is_enough() -> None:
    article = Article("Ann Lee vanished and was detained.")
    ann = article.entity("Ann Lee")
    article.claim("disappeared", "vanished", ann)
    article.claim("detained", "detained", None, ann)
    ends = {s.relation: (s.subject, s.object) for s in resolve([article.graph()]).statements}
    assert ends == {"disappeared": ("ann-lee", None), "detained": (None, "ann-lee")}


def test_a_claim_about_itself_is_kept() -> None:
    article = Article("Ann Lee beat herself.")
    ann = article.entity("Ann Lee")
    article.claim("defeated", "beat", ann, ann)
    statement = only(resolve([article.graph()]), "defeated")
    assert statement.subject == statement.object == "ann-lee"
