// Which statements pass the filters, and how many would for each value of each filter, were the others as they are.
// A statement passes by a claim that passes: what is filtered by source, speaker, certainty or confidence is the claim.
const groupsOf = (statement) => ends(statement).map((entity) => entity.kind.group);
const speakerKey = (speaker) => speaker.entity?.id ?? `“${speaker.label}”`;

const FACETS = [
  { key: "status", label: "Status", of: (statement) => [statement.status] },
  { key: "class", label: "Class", of: groupsOf },
  { key: "relation", label: "Relation", of: (statement) => [statement.relation.name] },
  { key: "source", label: "Article", byClaim: true, of: (claim) => [claim.document.id] },
  { key: "speaker", label: "Speaker", byClaim: true, of: (claim) => claim.speakers.map(speakerKey) },
  { key: "certainty", label: "Certainty", byClaim: true, of: (claim) => [claim.certainty] },
];
FACETS.forEach((facet, place) => {
  facet.bit = 1 << place;
});
const [CONFIDENCE, TIME, ODDS] = [6, 7, 8].map((place) => 1 << place);
const FILTERS = [...FACETS.map((facet) => facet.key), "confidence", "since", "until", "odds"];
const OF_STATEMENT = FACETS.filter((facet) => !facet.byClaim);
const OF_CLAIM = FACETS.filter((facet) => facet.byClaim);

for (const statement of statements)
  statement.values = new Map(OF_STATEMENT.map((facet) => [facet, [...new Set(facet.of(statement))]]));
for (const claim of claims) claim.values = new Map(OF_CLAIM.map((facet) => [facet, facet.of(claim)]));

const filtering = () => FILTERS.filter((key) => state.has(key));

// Dates of the coarser grain of the two that are compared, as `kg export --since` does.
const notBefore = (day, since) => day.slice(0, since.length) >= since.slice(0, day.length);
const notAfter = (day, until) => !until || day.slice(0, until.length) <= until.slice(0, day.length);
const between = (first, last, since, until) => notBefore(last, since) && notAfter(first, until);

// Of a statement its own dates, else of a claim the date of its article.
const datesOf = (claim) =>
  claim.statement.first
    ? [claim.statement.first, claim.statement.last]
    : [claim.document.issued, claim.document.issued];

// The months in which something begins, and of two days those that lie between.
const MONTHS_KNOWN = [
  ...new Set(claims.map((claim) => datesOf(claim)[0].slice(0, 7)).filter((month) => /^\d{4}/.test(month))),
].sort();
const monthsBetween = new Map();
function monthsOf(claim) {
  const [first, last] = datesOf(claim);
  const key = `${first} ${last}`;
  if (!monthsBetween.has(key))
    monthsBetween.set(key, first ? MONTHS_KNOWN.filter((month) => between(first, last, month, month)) : []);
  return monthsBetween.get(key);
}

function inTime(claim, since, until) {
  if (!since && !until) return true;
  const [first, last] = datesOf(claim);
  return first !== "" && between(first, last, since, until);
}

const failing = (facets, row, chosen) =>
  facets.reduce(
    (bits, facet) =>
      chosen.get(facet).size && !row.values.get(facet).some((one) => chosen.get(facet).has(one))
        ? bits | facet.bit
        : bits,
    0,
  );

// Each facet's counts by value, and by month those of the dates; `statements` that pass, in their order.
function filtered() {
  const chosen = new Map(FACETS.map((facet) => [facet, new Set(state.getAll(facet.key))]));
  const least = Number(state.get("confidence")) || 0;
  const [since, until] = [state.get("since") ?? "", state.get("until") ?? ""];
  const counts = new Map(FACETS.map((facet) => [facet, new Map()]));
  const months = new Map();
  const found = { statements: [], claims: new Set(), counts, months, odds: 0 };
  for (const statement of statements) {
    const own = failing(OF_STATEMENT, statement, chosen) | (state.has("odds") && !statement.odds ? ODDS : 0);
    const seen = new Set();
    const count = (map, bit, one) => {
      if (seen.has(`${bit} ${one}`)) return;
      seen.add(`${bit} ${one}`);
      map.set(one, (map.get(one) ?? 0) + 1);
    };
    for (const claim of statement.claims) {
      const bits =
        own |
        failing(OF_CLAIM, claim, chosen) |
        (claim.confidence < least ? CONFIDENCE : 0) |
        (inTime(claim, since, until) ? 0 : TIME);
      if (!bits) found.claims.add(claim);
      if (bits & (bits - 1)) continue; // fails by two filters: no single one would let it in
      for (const facet of FACETS) {
        if (!(bits & ~facet.bit))
          for (const one of (facet.byClaim ? claim : statement).values.get(facet))
            count(counts.get(facet), facet.bit, one);
      }
      if (!(bits & ~TIME)) for (const month of monthsOf(claim)) count(months, TIME, month);
      if (!(bits & ~ODDS) && statement.odds && !seen.has("odds")) {
        seen.add("odds");
        found.odds += 1;
      }
    }
    if (statement.claims.some((claim) => found.claims.has(claim))) found.statements.push(statement);
  }
  return found;
}
