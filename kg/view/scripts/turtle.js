// What is shown, as Turtle: the statements as the store has them, and the names of those who take part.
const NAMESPACES = {
  kg: data.ontology,
  ent: `${data.base}entity/`,
  st: `${data.base}statement/`,
  claim: `${data.base}claim/`,
  rel: `${data.base}relation/`,
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};
const PLAIN_NAME = /^[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?$/; // less than Turtle allows
const FORBIDDEN_IN_IRI = /[\u0000-\u0020<>"{}|^`\\]/g;
const ESCAPED = /[\\"\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g; // what must be, and what would mislead an eye
const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
const byNumber = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;

const term = (prefix, name) =>
  PLAIN_NAME.test(name) ? `${prefix}:${name}` : `<${NAMESPACES[prefix]}${name.replace(FORBIDDEN_IN_IRI, byNumber)}>`;
const quoted = (text) => `"${text.replace(ESCAPED, (sign) => ESCAPES[sign] ?? byNumber(sign))}"`;
const typed = (text, datatype) => (datatype === "string" ? quoted(text) : `${quoted(text)}^^xsd:${datatype}`);
const relationTerm = ({ name }) => (name.startsWith("rel:") ? term("rel", name.slice(4)) : term("kg", name));
const valueTerm = (held) => (isEntity(held) ? term("ent", held.id) : typed(held.exact, held.datatype));

// One subject and what is said of it.
const block = (subject, pairs) =>
  `${subject} ${pairs.map(([predicate, object]) => `${predicate} ${object}`).join(" ;\n  ")} .\n`;

function statementTurtle(statement) {
  const by = (isNegative, predicate) =>
    statement.claims
      .filter((claim) => claim.negative === isNegative)
      .map((claim) => [predicate, term("claim", claim.id)]);
  const optional = (predicate, object) => (object ? [[predicate, object]] : []);
  const node = block(term("st", statement.id), [
    ["a", "kg:Statement"],
    ["rdf:predicate", relationTerm(statement.relation)],
    ...optional("rdf:subject", statement.subject && valueTerm(statement.subject)),
    ...optional("rdf:object", statement.object && valueTerm(statement.object)),
    ["kg:status", term("kg", statement.status)],
    ...by(false, "kg:assertedBy"),
    ...by(true, "kg:negatedBy"),
    ["kg:documentCount", statement.documents],
    ["kg:independentSourceCount", statement.sources],
    ...optional("kg:earliest", statement.earliest && typed(statement.earliest, "date")),
    ...optional("kg:latest", statement.latest && typed(statement.latest, "date")),
    ...optional("kg:review", statement.review && term("kg", statement.review)),
    ...statement.details.map(({ term: qualifier, value: held }) => [term("kg", qualifier.name), valueTerm(held)]),
  ]);
  return (
    node +
    (statement.plain
      ? block(valueTerm(statement.subject), [[relationTerm(statement.relation), valueTerm(statement.object)]])
      : "")
  );
}

function entityTurtle(entity) {
  return block(term("ent", entity.id), [
    ["a", term("kg", entity.kind.name)],
    ["rdfs:label", quoted(entity.exact[0])],
    ...entity.exact.slice(1).map((name) => ["skos:altLabel", quoted(name)]),
    ["kg:named", entity.named],
  ]);
}

function turtle(those) {
  const inDetails = (statement) => statement.details.map(({ value: held }) => held).filter(isEntity);
  const who = [...new Set(those.flatMap((statement) => [...ends(statement), ...inDetails(statement)]))].sort(
    (a, b) => a.n - b.n,
  );
  const prefixes = Object.entries(NAMESPACES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  return [...prefixes, "\n", ...who.map(entityTurtle), "\n", ...those.map(statementTurtle)].join("");
}
