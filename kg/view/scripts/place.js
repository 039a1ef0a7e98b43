// Where entities stand that were not placed beforehand: beside what they are joined to, where no label covers another.
// A pure function of the picture: the same address gives the same drawing.
const GAP = 14;
const TURNS = 24;
const RING = 46;
const RINGS_MOST = 60;
const WIDER = 1.7; // windows are wider than high

const pen = document.createElement("canvas").getContext("2d");
const FONT = 'Arial, "Liberation Sans", Helvetica, sans-serif';

function room(text, font) {
  pen.font = `${font}px ${FONT}`;
  const lines = text.split("\n");
  return { width: Math.max(...lines.map((line) => pen.measureText(line).width)), height: lines.length * font * 1.15 };
}

// As vis-network draws it: an ellipse is wider than its text by its height, and twice as high.
function outline(entity) {
  const { font, margin } = data.options.nodes;
  const text = room(entity.line, font.size);
  return groups.get(entity.kind.group).look.shape === "ellipse"
    ? { width: text.width + text.height, height: 2 * text.height }
    : { width: text.width + 2 * margin, height: text.height + 2 * margin };
}

const boxAt = ({ x, y }, { width, height }) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
});
const covers = (a, b) =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

class Ground {
  constructor(links) {
    this.places = new Map();
    this.boxes = [];
    this.labels = new Map(); // by entity, those it is linked to with the room of the labels between
    for (const link of links) {
      const size = room(edgeLabel(link), data.options.edges.font.size);
      for (const [one, other] of [
        [link.subject, link.object],
        [link.object, link.subject],
      ]) {
        if (!this.labels.has(one)) this.labels.set(one, new Map());
        const old = this.labels.get(one).get(other) ?? { width: 0, height: 0 };
        this.labels.get(one).set(other, { width: Math.max(old.width, size.width), height: old.height + size.height });
      }
    }
  }

  // Its own, and those of the labels in the middle of the lines to what is placed.
  boxesOf(entity, place) {
    const labels = [...(this.labels.get(entity) ?? [])]
      .filter(([other]) => this.places.has(other))
      .map(([other, size]) => {
        const there = this.places.get(other);
        return boxAt({ x: (place.x + there.x) / 2, y: (place.y + there.y) / 2 }, size);
      });
    return [boxAt(place, outline(entity)), ...labels];
  }

  isFree([own, ...labels]) {
    return (
      !labels.some((label) => covers(label, own)) &&
      ![own, ...labels].some((box) => this.boxes.some((other) => covers(box, other)))
    );
  }

  put(entity, place) {
    this.boxes.push(...this.boxesOf(entity, place));
    this.places.set(entity, place);
  }

  // The first free place on rings around another; on the last ring wherever it falls.
  beside(entity, centre, turn) {
    const start = this.places.get(centre) ?? { x: 0, y: 0 };
    for (let ring = 2; ring < RINGS_MOST; ring += 1) {
      for (let step = 0; step < TURNS; step += 1) {
        const angle = ((turn + step) / TURNS) * 2 * Math.PI;
        const place = {
          x: Math.round(start.x + Math.cos(angle) * ring * RING * WIDER),
          y: Math.round(start.y + Math.sin(angle) * ring * RING),
        };
        if (this.isFree(this.boxesOf(entity, place))) return this.put(entity, place);
      }
    }
    return this.put(entity, { x: start.x + RINGS_MOST * RING, y: start.y });
  }

  // What is linked to something placed, the most important first; else the most important of what is left.
  fill(wanted) {
    const left = new Set(wanted);
    const placedNear = (entity) => [...(this.labels.get(entity)?.keys() ?? [])].find((one) => this.places.has(one));
    let turn = 0;
    while (left.size) {
      const next = [...left].find(placedNear) ?? [...left][0];
      left.delete(next);
      if (this.places.size) this.beside(next, placedNear(next) ?? this.places.keys().next().value, (turn += 7));
      else this.put(next, { x: 0, y: 0 });
    }
  }
}

const beforehand = new Map(data.start.nodes.map(({ id, x, y }) => [entityById.get(id), { x, y }]));

// By entity { x, y }. What was placed beforehand keeps its place as long as nothing else takes part.
function placed({ base, additions, entities: drawn, links }) {
  const ground = new Ground(links);
  if (base.every((entity) => beforehand.has(entity)))
    for (const entity of base) ground.put(entity, beforehand.get(entity));
  else ground.fill(base);
  for (const { entity, added } of additions) {
    if (!ground.places.has(entity)) ground.fill([entity]);
    added
      .filter((one) => one !== entity && drawn.includes(one))
      .forEach((one, place) => ground.places.has(one) || ground.beside(one, entity, place * 5));
  }
  return ground.places;
}
