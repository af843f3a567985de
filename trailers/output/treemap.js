"use strict";
// The table of directories holds all the figures; this draws them, and does nothing where it cannot.
(() => {
  const HEAD = 19; // pixels of a directory's name above what is in it
  const LEVELS = 4; // that are drawn at a time
  const byId = (id) => document.getElementById(id);
  const [map, trail, told] = [byId("map"), byId("trail"), byId("told")];

  const nodes = [];
  for (const row of document.querySelectorAll("#directories tbody tr")) {
    const [path, files, share, owned, cleared, unowned, owners] = [...row.cells].map((cell) => cell.textContent);
    const number = (text) => Number(text.replaceAll(",", ""));
    const up = nodes[row.dataset.up];
    const node = { place: nodes.length, path, share, owners, up, inner: [] };
    Object.assign(node, { files: number(files), owned: number(owned) });
    Object.assign(node, { cleared: number(cleared), unowned: number(unowned) });
    node.name = row.className ? path.slice(path.lastIndexOf("/") + 1).trim() : path.split("/").at(-2) || "top";
    nodes.push(node);
    if (up) up.inner.push(node);
  }
  if (!nodes[0].files) return;
  for (const node of nodes) node.inner.sort((a, b) => b.files - a.files);

  const shade = (node) => {
    const asked = node.owned + node.unowned;
    if (!asked) return "cleared";
    if (!node.unowned) return "all";
    if (!node.owned) return "none";
    return ["few", "half", "most"][Math.floor((3 * node.owned) / asked)];
  };

  const sentences = (node) => {
    const count = (number, noun) => `${number.toLocaleString("en")} ${noun}`;
    const figures = [count(node.files, node.files === 1 ? "file" : "files"), `${node.share} owned`];
    if (node.cleared) figures.push(`${count(node.cleared, "cleared")}`);
    figures.push(`${count(node.unowned, "unowned")}`);
    const told = [node.path, figures.join(", ")];
    return node.owners ? [...told, `Owners: ${node.owners}`] : told;
  };

  // A directory that holds nothing but one other is drawn as one with it.
  const end = (node) => (node.inner.length === 1 ? end(node.inner[0]) : node);
  const joined = (node) => (node.inner.length === 1 ? `${node.name}/${joined(node.inner[0])}` : node.name);

  // Squarified treemaps (Bruls, Huizing, van Wijk 2000): rows as long as they grow squarer.
  const squarify = (items, box, place) => {
    let { x, y, w, h } = box;
    let left = items.reduce((sum, item) => sum + item.files, 0);
    for (let start = 0; start < items.length && w > 0 && h > 0; ) {
      const side = Math.min(w, h);
      const scale = (w * h) / left;
      let [sum, stop, worst] = [0, start, Infinity];
      for (; stop < items.length; stop++) {
        const thick = ((sum + items[stop].files) * scale) / side;
        const ratios = [items[start], items[stop]].map((item) => (item.files * scale) / (thick * thick));
        const ratio = Math.max(ratios[0], 1 / ratios[1]);
        if (ratio > worst) break;
        worst = ratio;
        sum += items[stop].files;
      }
      const thick = (sum * scale) / side;
      let along = 0;
      for (; start < stop; start++) {
        const long = (items[start].files * scale) / thick;
        if (w >= h) place(items[start], { x, y: y + along, w: thick, h: long });
        else place(items[start], { x: x + along, y, w: long, h: thick });
        along += long;
      }
      if (w >= h) [x, w] = [x + thick, w - thick];
      else [y, h] = [y + thick, h - thick];
      left -= sum;
    }
  };

  let [shown, cells] = [nodes[0], []];

  const draw = (items, box, level, around) =>
    squarify(items, box, (item, { x, y, w, h }) => {
      if (w < 3 || h < 3) return;
      const [node, button] = [end(item), document.createElement("button")];
      const cell = { node, button, around, inner: [] };
      button.type = "button";
      button.tabIndex = -1;
      button.className = shade(node);
      button.setAttribute("aria-label", sentences(node).join(". "));
      Object.assign(button.style, { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px` });
      if (w > 34 && h > 17) {
        const text = document.createElement("span");
        text.textContent = w > 110 ? `${joined(item)}  ${node.share}` : joined(item);
        button.append(text);
      }
      cells.push(cell);
      around?.inner.push(cell);
      map.append(button);
      if (level < LEVELS && w > 60 && h > 3 * HEAD)
        draw(node.inner, { x: x + 4, y: y + HEAD, w: w - 8, h: h - HEAD - 4 }, level + 1, cell);
    });

  const tell = (node) => {
    told.replaceChildren(
      ...sentences(node).map((text) => Object.assign(document.createElement("p"), { textContent: text })),
    );
  };

  const step = (node) => {
    const [item, button] = [document.createElement("li"), document.createElement("button")];
    button.type = "button";
    button.textContent = node.name;
    if (node === shown) button.setAttribute("aria-current", "location");
    button.addEventListener("click", () => go(node));
    item.append(button);
    return item;
  };

  const show = (node) => {
    [shown, cells] = [node, []];
    map.replaceChildren();
    draw(node.inner.length ? node.inner : [node], { x: 0, y: 0, w: map.clientWidth, h: map.clientHeight }, 1);
    if (cells.length) cells[0].button.tabIndex = 0;
    const list = document.createElement("ol");
    for (let each = node; each; each = each.up) list.prepend(step(each));
    trail.replaceChildren(list);
    tell(node);
  };

  // The address names the directory, so that the browser's back and forward, and bookmarks, work.
  const move = (node) => {
    const from = shown;
    show(node);
    focus(cells.find((cell) => cell.node === from) ?? cells[0]);
  };
  const go = (node) => {
    if (node === shown) return;
    history.pushState(null, "", node.up ? `#${node.place}` : "#");
    move(node);
  };
  const into = (cell) => {
    if (cell.node.inner.length) go(cell.node);
    else if (cell.around) go(cell.around.node);
  };
  const here = () => nodes[Number(location.hash.slice(1))] ?? nodes[0];

  const focus = (cell) => {
    if (!cell) return;
    for (const each of cells) each.button.tabIndex = each === cell ? 0 : -1;
    cell.button.focus({ preventScroll: true });
  };
  const cellOf = (event) => cells.find((cell) => cell.button === event.target.closest?.("button"));
  const beside = (cell, by) => {
    const row = cells.filter((each) => each.around === cell.around);
    return row[(row.indexOf(cell) + by + row.length) % row.length];
  };
  const KEYS = {
    ArrowRight: (cell) => focus(beside(cell, 1)),
    ArrowLeft: (cell) => focus(beside(cell, -1)),
    ArrowDown: (cell) => focus(cell.inner[0]),
    ArrowUp: (cell) => focus(cell.around),
    Home: () => focus(cells[0]),
    Backspace: () => shown.up && go(shown.up),
  };

  map.addEventListener("click", (event) => {
    const cell = cellOf(event);
    if (cell) into(cell);
  });
  map.addEventListener("keydown", (event) => {
    const cell = cellOf(event);
    if (!cell || !(event.key in KEYS) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    KEYS[event.key](cell);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && shown.up) go(shown.up);
  });
  for (const kind of ["pointerover", "focusin"])
    map.addEventListener(kind, (event) => {
      const cell = cellOf(event);
      if (cell) tell(cell.node);
    });
  map.addEventListener("pointerleave", () => tell(cellOf({ target: document.activeElement })?.node ?? shown));
  addEventListener("popstate", () => move(here()));

  byId("drawn").hidden = false;
  byId("tables").open = false;
  let drawn = "";
  new ResizeObserver(() => {
    const size = `${map.clientWidth} ${map.clientHeight}`;
    if (size !== drawn) show(shown);
    drawn = size;
  }).observe(map);
  show(here());
})();
