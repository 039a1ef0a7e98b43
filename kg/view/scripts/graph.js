// The graph, joined again from its columns. `n` of a row is its number; rows refer to rows. `exact` is what the graph
// has for what is shown of it: the name and the other names of an entity, the text of a value.
const data = JSON.parse(byId("data_graph").textContent);

const documents = data.documents.id.map((id, n) => ({
  n,
  id,
  title: data.documents.title[n],
  about: data.documents.about[n],
  issued: data.documents.issued[n],
  claims: [],
}));

const unnamed = new Set(data.entities.unnamed);
// vis-network keeps what it draws in plain objects, in which some words have a meaning already: `key` is its id there.
const entities = data.entities.id.map((id, n) => ({
  n,
  id,
  key: id in Object.prototype ? `${id} ` : id,
  label: data.entities.label[n],
  line: data.entities.lines[n] ?? data.entities.label[n],
  also: data.entities.also[n] ?? [],
  exact: data.entities.exact[n] ?? [data.entities.label[n], ...(data.entities.also[n] ?? [])],
  kind: data.kinds[data.entities.kind[n]],
  named: !unnamed.has(n),
  statements: [],
}));
const entityById = new Map(entities.map((entity) => [entity.id, entity]));
const entityByKey = new Map(entities.map((entity) => [entity.key, entity]));

// A value is an entity, { text, datatype } or null.
const value = (held) =>
  held === null
    ? null
    : typeof held === "number"
      ? entities[held]
      : { text: held[0], datatype: held[1], exact: held[2] ?? held[0] };
const isEntity = (held) => held !== null && "kind" in held;

const atOdds = new Set(data.statements.odds);
const plain = new Set(data.statements.plain);
const statements = data.statements.id.map((id, n) => ({
  n,
  id,
  subject: value(data.statements.subject[n]),
  relation: data.relations[data.statements.relation[n]],
  object: value(data.statements.object[n]),
  status: data.statements.status[n],
  documents: data.statements.documents[n],
  sources: data.statements.sources[n],
  details: (data.statements.details[n] ?? []).map(([name, held]) => ({
    term: data.qualifiers[name],
    value: value(held),
  })),
  when: data.statements.when[n] ?? "",
  earliest: data.statements.earliest[n] ?? "",
  latest: data.statements.latest[n] ?? "",
  first: data.statements.earliest[n] ?? data.statements.latest[n] ?? "",
  last: data.statements.latest[n] ?? data.statements.earliest[n] ?? "",
  support: data.statements.support[n] ?? "",
  review: data.statements.review[n] ?? "",
  says: data.statements.says[n],
  odds: atOdds.has(n),
  plain: plain.has(n),
  claims: [],
}));
const statementById = new Map(statements.map((statement) => [statement.id, statement]));

const speakers = data.claims.speaker.map(([label, entity], n) => ({
  n,
  label,
  entity: entity === null ? null : entities[entity],
}));
const negative = new Set(data.claims.negative);
const claims = data.claims.id.map((id, n) => ({
  n,
  id,
  statement: statements[data.claims.statement[n]],
  document: documents[data.claims.document[n]],
  certainty: data.claims.certainty[n],
  confidence: data.claims.confidence[n],
  negative: negative.has(n),
  speakers: data.claims.speakers[n].map((speaker) => speakers[speaker]),
}));

for (const claim of claims) {
  claim.statement.claims.push(claim);
  claim.document.claims.push(claim);
}

// Those that take part in a statement as its subject or its object.
const ends = (statement) => [
  ...new Set([statement.subject, statement.object].filter((end) => end !== null && isEntity(end))),
];
for (const statement of statements) for (const end of ends(statement)) end.statements.push(statement);

// Whether it joins two entities that are not the same.
const drawable = (statement) => ends(statement).length === 2;
const otherEnd = (statement, entity) => (statement.subject === entity ? statement.object : statement.subject);

const groups = new Map(data.groups.map((group) => [group.name, group]));
const statuses = new Map(data.statuses.map((status) => [status.name, status]));

// In words.
const NOT_NAMED = "(not named)";
const participant = (held) => (held === null ? NOT_NAMED : isEntity(held) ? held.label : held.text);
const relationOf = (statement) => statuses.get(statement.status).mark + statement.relation.label;
const TIMES = new Set(["date", "startDate", "endDate", "asOf"]); // what `when` tells already
const detail = ({ term, value }) => `${term.label}: ${participant(value)}`;
const detailsOf = (statement) =>
  statement.details
    .filter(({ term }) => !TIMES.has(term.name))
    .map(detail)
    .join("; ");

function words(statement) {
  if (statement.says) return statement.says;
  const parts = [participant(statement.subject), relationOf(statement)];
  return (statement.object === null ? parts : [...parts, participant(statement.object)]).join(" ");
}

// An article's text and sentences are parsed when somebody wants to read them.
const read = new Map();
function article(document) {
  if (!read.has(document)) read.set(document, JSON.parse(byId(`article_${document.id}`).textContent));
  return read.get(document);
}
