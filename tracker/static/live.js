// Keeps the numbers and the pictures of an open page up to date. Everything else on the page stays as it is.
"use strict";
(() => {
  const EVERY = 8000;
  const language = document.documentElement.lang || "en";
  const live = document.getElementById("live");
  const at = (data, path) => path.split(".").reduce((part, name) => part?.[name], data);

  const say = (text) => {
    if (live) live.textContent = live.dataset.say.replace("{what}", text);
  };

  const update = (box, data) => {
    const changed = [];
    for (const spot of box.querySelectorAll("[data-tally]")) {
      const value = at(data, spot.dataset.tally);
      if (!Number.isInteger(value)) continue;
      const text = value.toLocaleString(language);
      if (spot.textContent === text) continue;
      spot.textContent = text;
      const words = value === 1 ? spot.dataset.one : spot.dataset.many;
      changed.push((words || "#").replace("#", text));
      if (spot.dataset.tally.startsWith("governments.")) {
        const reload = document.getElementById("reload");
        if (reload) reload.hidden = false;
      }
    }
    return changed;
  };

  const boxes = [...document.querySelectorAll("[data-tally-url]")];
  const urls = [...new Set(boxes.map((box) => box.dataset.tallyUrl))];
  const seen = new Map();
  const counts = new Map();
  let stale = false;

  const ask = async (url) => {
    const response = await fetch(url, { cache: "no-cache" });
    const tag = response.headers.get("ETag");
    if (!response.ok || (tag && seen.get(url) === tag)) return [];
    const data = await response.json();
    seen.set(url, tag);
    const about = boxes.filter((box) => box.dataset.tallyUrl === url);
    const before = counts.get(url);
    counts.set(url, JSON.stringify({ ...data, ledger_size: 0, awaiting_verification: 0 }));
    const older = (box) => box.dataset.ledger && box.dataset.ledger !== String(data.ledger_size);
    const changed = about.flatMap((box) => update(box, data));
    if (before ? before !== counts.get(url) : changed.length || about.some(older)) stale = true;
    return changed;
  };

  // A picture is drawn by the server: its new insides come from the page itself. Where somebody has
  // the focus nothing is exchanged; it is tried again at the next turn.
  const redraw = async () => {
    const spots = [...document.querySelectorAll("[data-live]")];
    if (!spots.length) return;
    const response = await fetch(location.href, { cache: "no-cache" });
    if (!response.ok) return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    stale = false;
    for (const spot of spots) {
      const next = fresh.getElementById(spot.id);
      if (!next || next.innerHTML === spot.innerHTML) continue;
      if (spot.contains(document.activeElement)) stale = true;
      else spot.replaceChildren(...next.childNodes);
    }
  };

  let busy = false;
  const turn = async () => {
    if (busy || document.hidden) return;
    busy = true;
    try {
      const results = await Promise.allSettled(urls.map(ask));
      const changed = results.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
      if (changed.length) say([...new Set(changed)].join(", "));
      if (stale) await redraw();
    } finally {
      busy = false;
    }
  };

  if (urls.length) {
    setInterval(turn, EVERY);
    document.addEventListener("visibilitychange", turn);
  }
})();
