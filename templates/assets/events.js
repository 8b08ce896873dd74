// What only a browser knows: how long an article was read and how far, and what the visitor did
// before on this site, in this tab. Other scripts add to it:
//   document.dispatchEvent(new CustomEvent("kb:note", {detail: {action_name, event_attributes}}))
// Who asks not to be tracked sends nothing. Order: the trail, what is sent, reading.
(() => {
  "use strict";

  const { events: endpoint, trail, query } = document.body.dataset;
  const quiet = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";

  // ---- The trail: out of the address, so that a link that is shared carries nobody's; back into
  // the next link or form that is used.

  const key = "kb-trail";
  const newest = () => { try { return sessionStorage.getItem(key); } catch { return trail; } };
  if (trail) try { sessionStorage.setItem(key, trail); } catch { /* only this page's links then */ }

  const here = new URL(location.href);
  if (here.searchParams.has("t") || here.searchParams.has("query_id")) {
    for (const name of ["t", "query_id", "position"]) here.searchParams.delete(name);
    history.replaceState(history.state, "", here);
  }

  // Pages of this help center in any language: not files, not the team's pages.
  const base = endpoint.slice(0, endpoint.indexOf("/api/"));
  const page = /^\/[a-z]{2,3}(-[a-z0-9]+)*\//i;
  function leadsOn(url) {
    return url.origin === location.origin && url.pathname.startsWith(base + "/") &&
      page.test(url.pathname.slice(base.length)) &&
      (url.pathname !== location.pathname || url.search !== location.search);
  }
  function takeAlong(event) {
    const link = event.target.closest?.("a[href]");
    const token = newest();
    if (!link || !token || link.hasAttribute("download")) return;
    const url = new URL(link.href, location.href);
    if (!leadsOn(url)) return;
    const plain = link.getAttribute("href");
    url.searchParams.set("t", token);
    link.href = url.href;
    setTimeout(() => link.setAttribute("href", plain), 0);  // for who copies it afterwards
  }
  for (const kind of ["click", "auxclick"]) document.addEventListener(kind, takeAlong);
  document.addEventListener("submit", ({ target: form }) => {
    const token = newest();
    if (!token || !page.test(new URL(form.action, location.href).pathname.slice(base.length))) return;
    let field = form.elements.namedItem("t");
    if (!field) {
      field = Object.assign(document.createElement("input"), { type: "hidden", name: "t" });
      form.append(field);
    }
    if (!field.value) field.value = token;
  });

  // ---- What is sent: in batches, the last one while the page goes away

  let waiting = [];
  function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  function send() {
    if (waiting.length === 0) return;
    const body = JSON.stringify({ batch_id: randomId(), events: waiting });
    waiting = [];
    const headers = { "Content-Type": "application/json" };
    fetch(endpoint, { method: "POST", body, headers, keepalive: true })
      .catch(() => navigator.sendBeacon?.(endpoint, body));
  }
  function note(event) {
    if (quiet) return;
    if (waiting.length === 0) setTimeout(send, 1000);
    waiting.push({ application: "answerwell", query_id: query ?? "",
                   timestamp: new Date().toISOString(), ...event });
  }
  document.addEventListener("kb:note", (event) => note(event.detail));
  addEventListener("pagehide", send);

  // ---- Reading: seconds in sight, and how much of the article was

  const article = document.querySelector("article[data-object]");
  if (!article || quiet) return;
  let seconds = 0;
  let depth = 0;
  let told = "";
  const watch = setInterval(() => {
    if (document.visibilityState !== "visible") return;
    seconds += 1;
    const { top, height } = article.getBoundingClientRect();
    const seen = height > 0 ? Math.round(100 * (innerHeight - top) / height) : 0;
    depth = Math.max(depth, Math.min(100, seen));
    if (seconds >= 3600) clearInterval(watch);
  }, 1000);

  // Once when they first leave; again if they come back and only then read it to the point.
  function tellRead() {
    const point = seconds >= 20 || (seconds >= 5 && depth >= 90) ? "point" : "glance";
    if (seconds === 0 || told === "point" || told === point) return;
    told = point;
    note({ action_name: "read",
           event_attributes: { object: { object_id: article.dataset.object,
                                         object_id_field: "id" },
                               position: { scroll_depth: depth }, dwell: seconds } });
    send();
  }
  addEventListener("pagehide", tellRead);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") tellRead();
  });
})();
