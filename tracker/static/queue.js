// Working through the queue by keyboard, and the progress of decisions in bulk.
// Single keys can be turned off (WCAG 2.2, 2.1.4): the choice stays in this browser.
"use strict";

const OFF = "rollcall.keys.off";
const DECISIONS = { a: "approve", v: "verify", r: "reject", q: "ask" };
const help = keysOfThisPage();

// The list of keys, with those that do something here; none when none does.
function keysOfThisPage() {
  const list = document.getElementById("keys");
  const lines = list ? [...list.querySelectorAll("[data-needs]")] : [];
  for (const one of lines) one.hidden = !document.querySelector(one.dataset.needs);
  return lines.some((one) => !one.hidden) ? list : null;
}

function typing(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

function links() {
  return [...document.querySelectorAll("table.queue th[scope=row] :is(a, input)")];
}

function step(by) {
  const all = links();
  const at = all.indexOf(document.activeElement);
  const next = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  if (next) next.focus();
}

function open(action) {
  const details = document.querySelector(`details.decision[data-action="${action}"]`);
  if (!details) return;
  details.open = true;
  const first = details.querySelector("select, textarea");
  if (first) first.focus();
}

// With no words chosen, a key judges those that one is at.
function chooseWhereOneIs() {
  const words = document.getElementById("words");
  if (!words || words.querySelector("input[type=checkbox]:checked")) return;
  const here = document.activeElement;
  if (words.contains(here) && here.type === "checkbox") here.checked = true;
}

function press(key) {
  const button = document.querySelector(`button[data-key="${key}"]`);
  if (button) chooseWhereOneIs();
  if (button) button.click();
  return Boolean(button);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  if (localStorage.getItem(OFF) && event.key !== "?") return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "?" && help) help.open ? help.close() : help.showModal();
  else if (press(event.key)) event.preventDefault();
  else if (DECISIONS[event.key]) open(DECISIONS[event.key]);
  else return;
  event.preventDefault();
});

if (help) {
  const box = help.querySelector("input[type=checkbox]");
  box.checked = !localStorage.getItem(OFF);
  box.addEventListener("change", () =>
    box.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1"));
  const opener = document.getElementById("keys-open");
  opener.hidden = false;
  opener.addEventListener("click", () => help.showModal());
}

const all = document.getElementById("choose-all");
if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    for (const box of document.querySelectorAll("#words input[type=checkbox]")) box.checked = true;
  });
}

const shown = document.querySelector("[data-progress]");
if (shown) {
  const bar = document.querySelector("progress");
  const look = async () => {
    const answer = await fetch(shown.dataset.progress);
    if (!answer.ok) return;
    const now = await answer.json();
    bar.value = now.state === "undoing" ? now.undone : now.done;
    if (now.state === "running" || now.state === "undoing") setTimeout(look, 1000);
    else location.reload();
  };
  setTimeout(look, 1000);
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
