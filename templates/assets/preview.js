// A writer's preview shows what has just been saved: once a second it asks whether the text at
// data-preview-state is still the one that the page was made with (data-preview-made), and loads the
// page again when it is not.
(() => {
  "use strict";

  const { previewState, previewMade } = document.body.dataset;

  async function look() {
    const answer = await fetch(previewState, { cache: "no-store" }).catch(() => null);
    if (!answer || !answer.ok) return;  // the server is starting again: the next look will tell
    const now = (await answer.text()).trim();
    if (now !== previewMade) location.reload();  // which keeps the place on the page
  }
  setInterval(look, 1000);
})();
