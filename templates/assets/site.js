// Comforts only: every page works without this file.
(() => {
  "use strict";

  // "/" goes to the search box, unless the reader is typing somewhere.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const box = document.getElementById("q");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });

  // The language menu closes as menus do: on Escape, and on a click elsewhere.
  const menu = document.querySelector("details.languages");
  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      const inside = menu.contains(document.activeElement);
      menu.open = false;
      if (inside) menu.querySelector("summary").focus();
    });
    document.addEventListener("click", (event) => {
      if (!menu.contains(event.target)) menu.open = false;
    });
  }

  // A video plays in the page, once asked for, if its host is one that the site trusts.
  document.addEventListener("click", (event) => {
    const poster = event.target.closest("a.video-poster");
    const figure = poster && poster.closest("figure[data-video]");
    const hosts = figure && figure.closest("[data-video-hosts]");
    if (!hosts || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const url = new URL(figure.dataset.video, location.href);
    if (!hosts.dataset.videoHosts.split(" ").includes(url.host)) return;
    event.preventDefault();
    const frame = document.createElement("iframe");
    frame.src = url.href;
    frame.title = poster.textContent.trim();
    frame.allow = "fullscreen; picture-in-picture";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    poster.replaceWith(frame);
    frame.focus();
  });
})();
