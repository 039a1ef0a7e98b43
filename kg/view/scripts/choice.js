// What is drawn: a bounded part of what passes the filters. At the start the most important entities, as
// `kg.view.choose` takes them; else a neighbourhood or a path; and what the reader has added or taken away.
const HOPS_MOST = 6;
const ADDED_AT_ONCE = 12;

const top_ = () => Math.min(Math.max(2, Number(state.get("top")) || data.top), data.most);
const known = (key) =>
  state
    .getAll(key)
    .map((id) => entityById.get(id))
    .filter(Boolean);

// Changes of the state: an entity with its neighbours, or no longer.
const without = (key, entity) => state.getAll(key).filter((id) => id !== entity.id);
const opened = (entity) => ({ open: [...without("open", entity), entity.id], closed: without("closed", entity) });
const closed = (entity) => ({ closed: [...without("closed", entity), entity.id], open: without("open", entity) });

// Lines: all statements of one status from one entity to another; by their weightiest.
function linked(passing) {
  const links = new Map();
  for (const statement of passing) {
    if (!drawable(statement)) continue;
    const key = `${statement.subject.id} ${statement.object.id} ${statement.status}`;
    if (!links.has(key))
      links.set(key, {
        key,
        subject: statement.subject,
        object: statement.object,
        status: statement.status,
        statements: [],
      });
    links.get(key).statements.push(statement);
  }
  return [...links.values()];
}

// By entity those that it is linked to, with the strongest link first.
function neighbours(links) {
  const near = new Map();
  const add = (one, other) => near.set(one, (near.get(one) ?? new Set()).add(other));
  for (const { subject, object } of links) {
    add(subject, object);
    add(object, subject);
  }
  return near;
}

// As `kg.view.choose` does.
function mostImportant(links, near, most) {
  const ranked = [...near.keys()].sort((a, b) => b.named - a.named || a.n - b.n);
  const seen = new Set();
  const joined = new Set();
  for (const entity of ranked) {
    const beside = [...near.get(entity)].filter((one) => seen.has(one));
    if (new Set([...joined, ...beside]).size + (beside.length ? 1 : 0) > most) continue;
    if (entity.named) seen.add(entity);
    if (beside.length) for (const one of [entity, ...beside]) joined.add(one);
  }
  return joined.size
    ? joined
    : new Set([...new Set(links.flatMap(({ subject, object }) => [subject, object]))].slice(0, most));
}

// Breadth first; of each step the most important first.
function around(centres, hops, near, most) {
  const found = new Set(centres);
  let edge = [...centres];
  let left = 0;
  for (let hop = 0; hop < hops && edge.length; hop += 1) {
    const next = [...new Set(edge.flatMap((entity) => [...(near.get(entity) ?? [])]))]
      .filter((one) => !found.has(one))
      .sort((a, b) => a.n - b.n);
    edge = next.slice(0, Math.max(0, most - found.size));
    left += next.length - edge.length;
    for (const one of edge) found.add(one);
  }
  return { found, left };
}

// The shortest, over statements in either direction; of several the one over the most important entities.
function path(start, end, near) {
  const before = new Map([[start, null]]);
  let edge = [start];
  while (edge.length && !before.has(end)) {
    const next = [];
    for (const entity of edge)
      for (const one of [...(near.get(entity) ?? [])].sort((a, b) => a.n - b.n)) {
        if (!before.has(one)) {
          before.set(one, entity);
          next.push(one);
        }
      }
    edge = next.sort((a, b) => a.n - b.n);
  }
  const steps = [];
  if (before.has(end)) for (let step = end; step; step = before.get(step)) steps.unshift(step);
  return steps;
}

// What the rest is built on: the entities, in words why these, and those of them whose lines are all drawn.
function ground(links, near) {
  const most = top_();
  const [start] = known("from"),
    [end] = known("to");
  if (start && end) {
    const steps = path(start, end, near);
    if (steps.length)
      return {
        found: new Set(steps),
        whole: steps,
        why: `The shortest path between ${start.label} and ${end.label}: ${counted(steps.length - 1, "step")}.`,
      };
    return {
      found: new Set([start, end]),
      why: `No path leads from ${start.label} to ${end.label}${filtering().length ? " by the statements that pass the filters" : ""}.`,
    };
  }
  const centres = known("around");
  if (centres.length) {
    const hops = Math.min(Math.max(1, Number(state.get("hops")) || 1), HOPS_MOST);
    const { found, left } = around(centres, hops, near, most);
    const more = left ? `; ${number(left)} more are not drawn, for no more than ${most} would be readable` : "";
    return {
      found,
      whole: centres,
      why: `${centres.map((one) => one.label).join(", ")} and all within ${counted(hops, "step")}${more}.`,
    };
  }
  const found = mostImportant(links, near, most);
  return {
    found,
    joined: true,
    why:
      found.size < near.size
        ? "The most important entities: named, in the most articles and claims."
        : "All entities that a statement joins to another.",
  };
}

// { entities, links, hidden: by entity how many neighbours are not drawn, why, base: the entities before additions,
// additions: by what the reader opened those that it brought, uncut: whether all lines between them are drawn }
function picture(passing) {
  const links = linked(passing);
  const near = neighbours(links);
  const { found, why, joined, whole = [] } = ground(links, near);
  const drawn = new Set(found);
  const additions = [];
  for (const entity of known("open")) {
    const next = [...(near.get(entity) ?? [])].filter((one) => !drawn.has(one)).slice(0, ADDED_AT_ONCE);
    const added = [entity, ...next].filter((one) => !drawn.has(one));
    for (const one of added) drawn.add(one);
    additions.push({ entity, added });
  }
  for (const entity of known("closed")) drawn.delete(entity);
  const among = links.filter(({ subject, object }) => drawn.has(subject) && drawn.has(object));
  const bound = data.links * Math.max(drawn.size, top_());
  const asked = new Set([...whole, ...known("open")]);
  const kept = among.filter(({ subject, object }, place) => place < bound || asked.has(subject) || asked.has(object));
  if (joined) {
    const ends = new Set(kept.flatMap(({ subject, object }) => [subject, object]));
    for (const entity of found) if (!ends.has(entity)) drawn.delete(entity);
  }
  const hidden = new Map(
    [...drawn].map((entity) => [entity, [...(near.get(entity) ?? [])].filter((one) => !drawn.has(one)).length]),
  );
  const base = [...found].filter((entity) => drawn.has(entity));
  return {
    entities: [...drawn].sort((a, b) => a.n - b.n),
    links: kept,
    hidden,
    why,
    base,
    additions,
    uncut: kept.length === among.length,
  };
}
