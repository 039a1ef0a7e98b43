// What stands behind a statement, in words and sentences; links that select what is shown.
const statusBadge = (status) => element("span", { class: `status ${status.toLowerCase()}` }, status);
const plainLink = (change, text, attributes = {}) =>
  element("a", { href: `#${new URLSearchParams(Object.entries(change))}`, dir: "auto", ...attributes }, text);
const linkTo = (held) =>
  held !== null && isEntity(held)
    ? plainLink({ entity: held.id }, held.label)
    : element("span", { class: "quiet", dir: "auto" }, participant(held));

// Its words, with a link to each entity; without a subject they may begin with the object.
function saying(statement) {
  const { says, object } = statement;
  if (says && object !== null && isEntity(object) && says.startsWith(object.label))
    return [linkTo(object), says.slice(object.label.length)];
  if (says) return element("span", { dir: "auto" }, says);
  return [
    linkTo(statement.subject),
    ` ${relationOf(statement)} `,
    statement.object === null ? "" : linkTo(statement.object),
  ];
}

const sourcesOf = (statement) =>
  counted(statement.documents, "article") +
  (statement.sources === statement.documents ? "" : `, ${number(statement.sources)} independent`);

function sentence(claim) {
  return written(article(claim.document).sentences[claim.id]);
}

// What stands behind a statement, and of what passes the filters first.
function evidence(statement) {
  const dimmed = statement.claims.filter((claim) => !passing.claims.has(claim));
  const parts = statement.claims.filter((claim) => passing.claims.has(claim)).map(sentence);
  const others =
    dimmed.length &&
    element(
      "details",
      {},
      element("summary", {}, `${counted(dimmed.length, "sentence")} filtered out`),
      dimmed.map(sentence),
    );
  return [...parts, others || null];
}

function statementPart(statement) {
  const about = [statement.when, detailsOf(statement)].filter(Boolean).join("; ");
  return element(
    "section",
    { class: "saying" },
    element("h3", { dir: "auto" }, words(statement)),
    element(
      "p",
      { class: "about" },
      statusBadge(statement.status),
      " ",
      element("span", {}, statuses.get(statement.status).meaning),
      statement.review ? `; a person ${statement.review === "Confirmed" ? "confirmed" : "rejected"} it` : "",
    ),
    about && element("p", { class: "about", dir: "auto" }, about),
    element(
      "p",
      { class: "about" },
      statement.support || sourcesOf(statement),
      `; ${counted(statement.claims.length, "sentence")}`,
      statement.odds ? [" · ", plainLink({ view: "odds" }, "at odds with another")] : "",
    ),
    element(
      "p",
      { class: "about" },
      ends(statement).map((entity) => [linkTo(entity), " · "]),
      ends(statement).length ? showInNetwork(ends(statement), "show in the network") : "",
    ),
    evidence(statement),
  );
}

const showInNetwork = (those, text, attributes = {}) =>
  element(
    "a",
    {
      href: `#${new URLSearchParams([["view", "network"], ...those.map((entity) => ["around", entity.id])])}`,
      ...attributes,
    },
    text,
  );

function statementPanel(found) {
  const title = found.length === 1 ? "Statement" : `${found.length} statements`;
  return [element("h2", { tabindex: -1 }, title), found.map(statementPart)];
}
