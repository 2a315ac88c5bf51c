// Keeps the numbers of an open page up to date. Everything else on the page stays as it is.
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

  const ask = async (url) => {
    const response = await fetch(url, { cache: "no-cache" });
    const tag = response.headers.get("ETag");
    if (!response.ok || (tag && seen.get(url) === tag)) return [];
    const data = await response.json();
    seen.set(url, tag);
    return boxes.filter((box) => box.dataset.tallyUrl === url).flatMap((box) => update(box, data));
  };

  let busy = false;
  const turn = async () => {
    if (busy || document.hidden) return;
    busy = true;
    try {
      const results = await Promise.allSettled(urls.map(ask));
      const changed = results.flatMap((one) => (one.status === "fulfilled" ? one.value : []));
      if (changed.length) say([...new Set(changed)].join(", "));
    } finally {
      busy = false;
    }
  };

  if (urls.length) {
    setInterval(turn, EVERY);
    document.addEventListener("visibilitychange", turn);
  }
})();
