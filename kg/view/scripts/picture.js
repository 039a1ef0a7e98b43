// The drawing as a file: PNG as it is on the screen, SVG with lines and words that a program can take apart.
const SVG = "http://www.w3.org/2000/svg";
const STEPS = 32;
const ARROW = 9;
const BORDER = 24;

const inXml = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const tag = (name, attributes, inside = "") => `<${name}${Object.entries(attributes).filter(([, held]) => held !== "" && held !== null).map(([key, held]) => ` ${key}="${inXml(String(held))}"`).join("")}>${inside}</${name}>`;

function lettering(lines, box, size, fill, weight = "") {
  const middle = (box.left + box.right) / 2;
  const first = (box.top + box.bottom) / 2 - ((lines.length - 1) / 2) * size * LEADING;
  return lines.map((line, place) => tag("text", { x: middle, y: first + place * size * LEADING, "font-size": size, fill, "text-anchor": "middle", "dominant-baseline": "central", "font-weight": weight }, inXml(line))).join("");
}

// The part of a line between the outlines of its ends.
function course(edgeType, from, to) {
  const points = Array.from({ length: STEPS + 1 }, (_, step) => edgeType.getPoint(step / STEPS));
  const within = (point, box) => box.left <= point.x && point.x <= box.right && box.top <= point.y && point.y <= box.bottom;
  const open = points.filter((point) => !within(point, from) && !within(point, to));
  return open.length > 1 ? open : [points[0], points.at(-1)];
}

function lineSvg(link, drawing) {
  const row = drawing.edges.get(link.key);
  const { edgeType } = drawing.network.body.edges[link.key];
  const points = course(edgeType, nodeBox(drawing.network, link.subject.key), nodeBox(drawing.network, link.object.key));
  const [end, before] = [points.at(-1), points.at(-2)];
  const angle = Math.atan2(end.y - before.y, end.x - before.x);
  const corner = (turn) => `${end.x - ARROW * Math.cos(angle + turn)},${end.y - ARROW * Math.sin(angle + turn)}`;
  const stroke = colour(link.status.toLowerCase());
  const title = tag("title", {}, inXml(`${link.statements.map(words).join("; ")} (${link.status})`));
  const line = tag("polyline", { points: points.map(({ x, y }) => `${x},${y}`).join(" "), fill: "none", stroke, "stroke-width": row.width, "stroke-dasharray": (row.dashes || []).join(" ") }, title);
  return line + tag("polygon", { points: `${end.x},${end.y} ${corner(0.4)} ${corner(-0.4)}`, fill: stroke });
}

function nodeSvg(entity, drawing) {
  const box = nodeBox(drawing.network, entity.key);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const group = entity.kind.group.toLowerCase();
  const { shape, shapeProperties } = groups.get(entity.kind.group).look;
  const paint = { fill: colour(group), stroke: colour(`${group}-line`), "stroke-width": 2, "stroke-dasharray": (shapeProperties.borderDashes || []).join(" ") };
  const outline = shape === "ellipse"
    ? tag("ellipse", { cx: box.left + width / 2, cy: box.top + height / 2, rx: width / 2, ry: height / 2, ...paint })
    : tag("rect", { x: box.left, y: box.top, width, height, rx: Math.min(shapeProperties.borderRadius, height / 2), ...paint });
  return outline + lettering(entity.line.split("\n"), box, data.options.nodes.font.size, colour("ink"));
}

function svg(drawing, picture) {
  const boxes = [...picture.entities.map((entity) => nodeBox(drawing.network, entity.key)), ...drawing.labels.all.map(({ box }) => box)];
  const [left, top] = ["left", "top"].map((side) => Math.min(...boxes.map((box) => box[side])) - BORDER);
  const [right, bottom] = ["right", "bottom"].map((side) => Math.max(...boxes.map((box) => box[side])) + BORDER);
  const size = data.options.edges.font.size;
  const ground = (box) => tag("rect", { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top, fill: colour("page") });
  const labels = drawing.labels.all.map(({ link, lines, box }) => ground(box) + lettering(lines, box, size, colour(link.status.toLowerCase())));
  return tag("svg", { xmlns: SVG, viewBox: `${left} ${top} ${right - left} ${bottom - top}`, width: right - left, height: bottom - top, "font-family": FONT }, [
    tag("title", {}, inXml(document.title)),
    ground({ left, top, right, bottom }),
    ...picture.links.map((link) => lineSvg(link, drawing)),
    ...labels,
    ...picture.entities.map((entity) => nodeSvg(entity, drawing)),
  ].join(""));
}

function png(drawing) {
  const shown = drawing.network.canvas.frame.canvas;
  const copy = element("canvas", { width: shown.width, height: shown.height });
  const pen = copy.getContext("2d");
  pen.fillStyle = colour("page");
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(shown, 0, 0);
  return new Promise((done) => copy.toBlob(done, "image/png"));
}
