// A writer's preview shows what has just been saved: once a second it asks whether the text at
// data-preview-state is still the same, and loads the page again when it is not.
(() => {
  "use strict";

  const state = document.body.dataset.previewState;
  let last = null;

  async function look() {
    const answer = await fetch(state, { cache: "no-store" }).catch(() => null);
    if (!answer || !answer.ok) return;  // the server is starting again: the next look will tell
    const now = await answer.text();
    if (last !== null && now !== last) location.reload();  // which keeps the place on the page
    last = now;
  }
  setInterval(look, 1000);
})();
