// Keeps the numbers, pictures and lists of an open page up to date. Everything else on it stays as it is.
/* global morphdom */
"use strict";
(() => {
  const EVERY = 8000;
  const SOON = 2000; // A page may be kept that long: it can be older than the tally that told of a change.
  const LONGEST = 120000; // Between two turns, while nothing answers.
  const NAMED = 3; // Of more rows only their number is said.
  const language = document.documentElement.lang || "en";
  const asIs = { createHTML: (text) => text };
  // What a page may be made of is allowed by name (Trusted Types): only what this site answers, below.
  const ours = globalThis.trustedTypes?.createPolicy("rollcall", asIs) ?? asIs;
  const live = document.getElementById("live");
  const at = (data, path) => path.split(".").reduce((part, name) => part?.[name], data);
  const sum = (data, paths) => paths.split("+").reduce((total, path) => total + at(data, path), 0);
  const plain = (node) => node.textContent.replace(/\s+/g, " ").trim();

  const say = (texts) => {
    if (live && texts.length) live.textContent = live.dataset.say.replace("{what}", [...new Set(texts)].join(", "));
  };

  const update = (box, data) => {
    const changed = [];
    for (const spot of box.querySelectorAll("[data-tally]")) {
      const value = sum(data, spot.dataset.tally);
      if (!Number.isInteger(value)) continue;
      const text = value.toLocaleString(language);
      if (spot.textContent === text) continue;
      spot.textContent = text;
      const words = value === 1 ? spot.dataset.one : spot.dataset.many;
      changed.push((words || "#").replace("#", text));
      const reload = document.getElementById("reload");
      if (reload) reload.hidden = false;
    }
    return changed;
  };

  const boxes = [...document.querySelectorAll("[data-tally-url]")];
  const urls = [...new Set(boxes.map((box) => box.dataset.tallyUrl))];
  const seen = new Map();
  const counts = new Map();
  let stale = false;
  let again = false;

  // What of an answer the page shows: the parts that it names, or else all that is counted.
  const shown = (about, data) => {
    const watched = about.flatMap((box) => box.dataset.watch?.split(" ") || []);
    const all = { ...data, ledger_size: 0, awaiting_verification: 0 };
    return JSON.stringify(watched.length ? watched.map((path) => at(data, path)) : all);
  };

  const older = (box, data) =>
    (box.dataset.mark && box.dataset.mark !== data.mark) ||
    (box.dataset.ledger && box.dataset.ledger !== String(data.ledger_size));

  const ask = async (url) => {
    const response = await fetch(url, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    const tag = response.headers.get("ETag");
    if (tag && seen.get(url) === tag) return [];
    const data = await response.json();
    seen.set(url, tag);
    const about = boxes.filter((box) => box.dataset.tallyUrl === url);
    const before = counts.get(url);
    counts.set(url, shown(about, data));
    const changed = about.flatMap((box) => update(box, data));
    if (before ? before !== counts.get(url) : changed.length || about.some((box) => older(box, data))) stale = true;
    return changed;
  };

  // Where somebody has the focus nothing is taken away; it is tried again at the next turn.
  const held = (node) => {
    const has = node.contains(document.activeElement);
    if (has) stale = true;
    return has;
  };

  // A picture is drawn by the server and exchanged as a whole: its seats change places.
  const exchange = (picture, next, touched) => {
    if (next.innerHTML === picture.innerHTML || held(picture)) return;
    picture.replaceChildren(...next.childNodes);
    touched.add(picture);
  };

  // Rows are known by their first link or their id, so that one may come or go between others.
  const nameOf = (node) =>
    (/^(tr|li)$/.test(node.localName) && node.querySelector("a")?.getAttribute("href")) || node.id || undefined;

  // Makes a part of the page like the new one and touches only what differs.
  const match = (old, next, touched) =>
    morphdom(old, next, {
      getNodeKey: nameOf,
      onBeforeElUpdated: (mine, other) => {
        // What a reader opened stays open.
        if (mine.localName === "details") other.open = mine.open;
        return !mine.isEqualNode(other);
      },
      onElUpdated: (node) => touched.add(node),
      onNodeAdded: (node) => {
        if (node.nodeType === Node.ELEMENT_NODE) touched.add(node);
        return node;
      },
      onBeforeNodeDiscarded: (node) => {
        if (held(node)) return false;
        if (node.nodeType === Node.ELEMENT_NODE) touched.add(node);
        return true;
      },
    });

  // What is said of a part that changed: its words, or its rows by name while they are few.
  const words = (spot, touched) => {
    if (!touched.size) return [];
    if ("spoken" in spot.dataset) return [plain(spot)];
    if (!spot.dataset.many) return [];
    const changed = [...new Set([...touched].map((one) => one.closest("tr")))].filter(Boolean);
    if (changed.length > NAMED) return [spot.dataset.many.replace("#", changed.length.toLocaleString(language))];
    return changed.map((row) => {
      const head = row.querySelector("th");
      const cells = [...row.querySelectorAll("td")].filter((cell) => [...touched].some((one) => cell.contains(one)));
      const called = head ? [plain(head.querySelector("a") || head)] : [];
      const said = cells.map((cell) => [cell.dataset.label, plain(cell)].filter(Boolean).join(", "));
      return [...called, said.join(", ")].filter(Boolean).join(": ");
    });
  };

  const redraw = async () => {
    const spots = [...document.querySelectorAll("[data-live]")];
    if (!spots.length) {
      stale = false;
      return [];
    }
    const response = await fetch(location.href, { cache: "no-cache" });
    if (!response.ok) throw new Error(`${location.href}: ${response.status}`);
    const fresh = new DOMParser().parseFromString(ours.createHTML(await response.text()), "text/html");
    const told = [];
    let exchanged = false;
    stale = false;
    for (const spot of spots) {
      const next = fresh.getElementById(spot.id);
      if (!next) continue;
      const touched = new Set();
      (spot instanceof SVGElement ? exchange : match)(spot, next, touched);
      exchanged ||= touched.size > 0;
      told.push(...words(spot, touched));
    }
    again = !exchanged && !stale && !again;
    stale ||= again;
    return told;
  };

  let busy = false;
  let failures = 0;
  let timer;
  const turn = async () => {
    clearTimeout(timer);
    if (busy || document.hidden) return;
    busy = true;
    const told = [];
    let failed = false;
    try {
      const results = await Promise.allSettled(urls.map(ask));
      failed = results.some((one) => one.status === "rejected");
      told.push(...results.flatMap((one) => one.value || []));
      if (stale) told.push(...(await redraw()));
    } catch {
      failed = true;
    }
    failures = failed ? failures + 1 : 0;
    busy = false;
    say(told);
    timer = setTimeout(turn, again && !failed ? SOON : Math.min(EVERY * 2 ** failures, LONGEST));
  };

  if (urls.length) {
    timer = setTimeout(turn, EVERY);
    document.addEventListener("visibilitychange", turn);
  }
})();
