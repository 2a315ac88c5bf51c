// A page that names people is kept nowhere. Where a browser shows it again as it left it, as by its
// Back button, it is fetched anew: somebody may have withdrawn since.
"use strict";

addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
