// Does the calculation that a sign-up form asks for, beside the page and without the visitor.
// Whatever becomes of it, the form is sent.
import "./vendor/altcha/altcha.min.js";

const PATIENCE = 10000; // milliseconds for which sending waits for a calculation under way
const LIFE = 50 * 60 * 1000; // milliseconds; a little less than the hour for which one is taken
const worker = new URL("./vendor/altcha/pbkdf2.js", import.meta.url);
globalThis.$altcha.algorithms.set("PBKDF2/SHA-256", () => new Worker(worker));

const widget = document.querySelector("altcha-widget");
const form = widget.closest("form");
const line = document.getElementById("calculation");
const said = line.textContent;
let underWay = null;
let begun = 0;
let sending = false;

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
const isGood = () => widget.getState() === "verified" && Date.now() - begun < LIFE;
const calculate = () => {
  if (!underWay) {
    begun = Date.now();
    widget.reset();
    underWay = widget.verify().finally(() => { underWay = null; });
  }
  return underWay;
};

widget.addEventListener("load", calculate);
widget.addEventListener("expired", calculate);
// The widget's clock stands still while a computer sleeps; the server's does not.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && widget.getState?.() === "verified" && !isGood()) calculate();
});
window.addEventListener("pageshow", (event) => {
  if (!event.persisted) return;
  sending = false;
  line.textContent = said;
  pause(0).then(calculate); // after the widget has begun anew
});

form.addEventListener("submit", async (event) => {
  if (!widget.getState || isGood()) return;
  event.preventDefault();
  if (sending) return;
  sending = true;
  line.textContent = line.dataset.wait;
  await Promise.race([calculate(), pause(PATIENCE)]).catch(() => null);
  await pause(0); // the widget writes its field a moment later
  form.submit();
});
