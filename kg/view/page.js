"use strict";
(() => {
  const byId = (id) => document.getElementById(id);

  // The table is the only place where sentences are written; the drawing borrows them from there.
  const RECEIPTS_IN_TOOLTIP = 2;

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  const counted = (number, one) => `${number} ${one}${number === 1 ? "" : "s"}`;

  function saying(id, most) {
    const row = byId("st-" + id);
    const part = element("div");
    const head = element("h4", row.dataset.words + " · ");
    head.append(row.querySelector(".status").cloneNode(true));
    const receipts = [...row.querySelectorAll(".receipt")];
    part.append(head, ...receipts.slice(0, most).map((receipt) => receipt.cloneNode(true)));
    if (receipts.length > most) part.append(element("small", `and ${counted(receipts.length - most, "more sentence")}: select it to read`));
    return part;
  }

  function aboutEdge(edge, most) {
    const part = element("div", "", "about");
    const shown = most ? edge.says.slice(0, most) : edge.says;
    part.append(...shown.map((id) => saying(id, most)));
    if (shown.length < edge.says.length) part.append(element("small", `and ${counted(edge.says.length - shown.length, "more statement")}: select it to read`));
    return part;
  }

  function aboutNode(node, most) {
    const part = element("div", "", "about");
    part.append(element("h3", node.about.name), element("div", node.about.kind));
    if (node.about.also.length) part.append(element("div", "also: " + node.about.also.join(", ")));
    const shown = most ? node.about.alone.slice(0, most) : node.about.all;
    part.append(...shown.map((id) => saying(id, most)));
    const left = node.about.all.length - shown.length;
    if (left) part.append(element("small", `${shown.length ? "and in" : "in"} ${counted(left, shown.length ? "more statement" : "statement")}: select it to read`));
    return part;
  }

  function filterTable() {
    const rows = [...document.querySelectorAll("#statements tbody tr")];
    byId("filter").addEventListener("input", (event) => {
      const wanted = event.target.value.toLowerCase();
      for (const row of rows) row.hidden = !row.textContent.toLowerCase().includes(wanted);
      byId("found").textContent = wanted && `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
    });
  }

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();

  function paintNode(node) {
    const name = node.group.toLowerCase();
    const still = { background: colour(name), border: colour(name + "-line") };
    const active = { background: colour(name), border: colour("ink") };
    return { id: node.id, color: { ...still, highlight: active, hover: active }, font: { color: colour("ink") } };
  }

  function paintEdge(edge) {
    const line = colour(edge.status.toLowerCase());
    return {
      id: edge.id,
      color: { color: line, highlight: line, hover: line },
      font: { color: line, background: colour("page"), strokeWidth: 0 },
    };
  }

  function draw() {
    const data = JSON.parse(byId("data").textContent);
    const nodes = new vis.DataSet(data.nodes.map((node) => ({ ...node, ...paintNode(node), title: aboutNode(node, RECEIPTS_IN_TOOLTIP) })));
    const edges = new vis.DataSet(data.edges.map((edge) => ({ ...edge, ...paintEdge(edge), title: aboutEdge(edge, RECEIPTS_IN_TOOLTIP) })));
    const network = new vis.Network(byId("network"), { nodes, edges }, data.options);
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
      nodes.update(nodes.map(paintNode));
      edges.update(edges.map(paintEdge));
    });
    showSelected(network, nodes, edges);
    zoom(network, data.nodes[0].id);
    return network;
  }

  // On a small screen the whole would be too small to read: begin at the most important entity instead.
  function zoom(network, first) {
    const TOO_SMALL = 0.6;
    const READABLE = 0.8;
    const MARGIN_OF_FIT = 1.06;
    const whole = () => {
      network.fit({ maxZoomLevel: 1.1 });
      network.moveTo({ scale: network.getScale() * MARGIN_OF_FIT });
    };
    const by = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: false });
    whole();
    if (network.getScale() < TOO_SMALL) network.focus(first, { scale: READABLE, animation: false });
    byId("closer").addEventListener("click", () => by(1.25));
    byId("farther").addEventListener("click", () => by(0.8));
    byId("whole").addEventListener("click", whole);
    // Without Ctrl the wheel scrolls the page, as everywhere else.
    byId("network").addEventListener("wheel", (event) => event.ctrlKey || event.stopPropagation(), { capture: true });
  }

  function showSelected(network, nodes, edges) {
    const card = byId("selected");
    const hide = () => { card.hidden = true; network.unselectAll(); };
    const show = (part) => {
      const close = element("button", "Close");
      close.type = "button";
      close.addEventListener("click", hide);
      card.replaceChildren(close, part);
      card.hidden = false;
      card.scrollTop = 0;
    };
    network.on("select", (event) => {
      if (event.nodes.length) show(aboutNode(nodes.get(event.nodes[0])));
      else if (event.edges.length) show(aboutEdge(edges.get(event.edges[0])));
      else hide();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
  }

  filterTable();
  if (byId("data")) window.network = draw();
})();
