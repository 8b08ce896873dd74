// The agents' pages made quicker: copying, previews in place, keys. All of them work without this
// file. Words come from the page (data-…), so that they are in the agent's language. Order: what is
// said, copying, noting down, previews, the box, keys.
(() => {
  "use strict";

  const page = document.querySelector(".console");
  const words = page.dataset;
  const all = (selector, within = page) => [...within.querySelectorAll(selector)];
  const box = document.getElementById("ask-text");
  const ticket = document.getElementById("ask-ticket");
  const finds = all("[data-find]");
  const said = page.querySelector("[data-said]");

  for (const made of all("[data-copy], [data-copy-field], [data-keys]")) made.hidden = false;
  // What can be copied with a button need not be shown.
  if (all("[data-copy]").length > 0) for (const field of all(".send")) field.hidden = true;

  function say(text) {
    said.textContent = "";
    setTimeout(() => { said.textContent = text; }, 50);
  }

  // Where a store of the browser is refused, nothing is remembered.
  function remember(store, key, value) {
    try { globalThis[store].setItem(key, value); } catch { /* private browsing */ }
  }
  function remembered(store, key) {
    try { return globalThis[store].getItem(key); } catch { return null; }
  }

  // ---- Copying

  async function write(text, html) {
    if (html && globalThis.ClipboardItem)
      return navigator.clipboard.write([new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob([text], { type: "text/plain" }),
      })]);
    return navigator.clipboard.writeText(text);
  }

  async function copy(find, what) {
    const { link, markdown, html, text } = find.dataset;
    const chosen = { link, markdown, html: link, text }[what];
    if (!chosen) return;
    try {
      await write(chosen, what === "html" ? html : "");
      say(what === "text" ? words.copiedText : words.copiedLink);
    } catch {
      // Not allowed here, as in a frame: then it is selected, for Ctrl+C.
      const field = find.querySelector(".send");
      say(words.notCopied);
      if (!field) return;
      const input = field.querySelector("input");
      input.value = { html }[what] ?? chosen;
      field.hidden = false;
      input.focus();
      input.select();
    }
  }

  for (const button of all("[data-copy]"))
    button.addEventListener("click", () => copy(button.closest("[data-find]"), button.dataset.copy));

  for (const button of all("[data-copy-field]"))
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copyField);
      try {
        await write(field.value ?? field.textContent);
        say(words.copiedText);
      } catch {
        field.select?.();
        say(words.notCopied);
      }
    });

  // ---- Noting down: the same form, but the page stays

  async function note(button) {
    const form = button.form;
    const fields = new URLSearchParams(new FormData(form));
    fields.set("do", button.value);
    try {
      const answer = await fetch(form.action, {
        method: "POST", headers: { Accept: "application/json" }, body: fields,
      });
      if (!answer.ok) throw new Error(answer.statusText);
      say((await answer.json()).said);
      const flag = button.closest("details");
      if (!flag) return;
      flag.open = false;
      flag.closest("[data-find]").focus();
    } catch {
      say(words.failed);
    }
  }

  for (const button of all("[data-act]"))
    button.addEventListener("click", (event) => {
      event.preventDefault();
      note(button);
    });

  // ---- Previews: fetched when asked for

  async function showPreview(find) {
    const link = find.querySelector("[data-preview]");
    const place = find.querySelector("[data-preview-place]");
    if (!link || !place) return;
    if (!place.hidden) {
      place.hidden = true;
      link.textContent = link.dataset.words;
      return;
    }
    link.dataset.words ??= link.textContent;
    if (!place.firstChild) {
      try {
        const answer = await fetch(link.href);
        if (!answer.ok) throw new Error(answer.statusText);
        const read = new DOMParser().parseFromString(await answer.text(), "text/html");
        const article = read.querySelector("article.prose");
        lower(article);
        nameApart(article, finds.indexOf(find));
        place.replaceChildren(document.adoptNode(article));
      } catch {
        say(words.noPreview);
        return;
      }
    }
    place.hidden = false;
    place.tabIndex = 0;
    link.textContent = words.close;
    const anchor = decodeURIComponent(new URL(link.href).hash.slice(1));
    const section = anchor && place.querySelector(`[data-id="${CSS.escape(anchor)}"]`);
    if (section) place.scrollTop = section.offsetTop - place.offsetTop;
  }

  // Below the heading of its result.
  function lower(article) {
    for (const heading of article.querySelectorAll("h1, h2, h3, h4, h5")) {
      const level = Math.min(Number(heading.localName[1]) + 3, 6);
      const lowered = document.createElement(`h${level}`);
      for (const { name, value } of heading.attributes) lowered.setAttribute(name, value);
      lowered.replaceChildren(...heading.childNodes);
      heading.replaceWith(lowered);
    }
  }

  // Two previews on one page may have sections of the same name.
  function nameApart(article, number) {
    for (const named of article.querySelectorAll("[id]")) {
      named.dataset.id = named.id;
      named.id = `preview-${number}-${named.id}`;
    }
    for (const link of article.querySelectorAll("a[href^='#']"))
      link.setAttribute("href", `#preview-${number}-${link.getAttribute("href").slice(1)}`);
  }

  for (const link of all("[data-preview]"))
    link.addEventListener("click", (event) => {
      if (link.target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      showPreview(link.closest("[data-find]"));
    });

  // ---- The box grows with its text; the ticket's number stays for the visit

  if (box) {
    const grow = () => {
      box.style.blockSize = "auto";
      box.style.blockSize = `${box.scrollHeight + 4}px`;
    };
    box.addEventListener("input", grow);
    grow();
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      box.form.requestSubmit();
    });
  }
  if (ticket) {
    const key = "kb-ticket";
    if (!ticket.value) ticket.value = remembered("sessionStorage", key) ?? "";
    const keep = () => remember("sessionStorage", key, ticket.value);
    ticket.addEventListener("input", keep);
    keep();
  }

  // ---- Keys

  const dialog = page.querySelector("[data-keys-dialog]");
  if (!dialog) return;
  const keysOn = page.querySelector("[data-keys-switch]");
  keysOn.checked = remembered("localStorage", "kb-keys") !== "off";
  keysOn.addEventListener("change", () =>
    remember("localStorage", "kb-keys", keysOn.checked ? "on" : "off"));
  page.querySelector("[data-keys]").addEventListener("click", () => dialog.showModal());

  const chosen = () => finds.find((find) => find.contains(document.activeElement));

  function move(step) {
    const at = finds.indexOf(chosen()) + step;
    const next = finds[Math.min(Math.max(at, 0), finds.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  function press(find, selector) {
    find.querySelector(selector)?.click();
  }

  function openFlag(find) {
    const flag = find.querySelector("details.flag");
    if (!flag) return;
    flag.open = true;
    flag.querySelector("select").focus();
  }

  const anywhere = {
    "/": () => { box.focus(); box.select(); },
    "?": () => dialog.showModal(),
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };
  const onChosen = {
    m: (find) => copy(find, "markdown"),
    h: (find) => copy(find, "html"),
    t: (find) => copy(find, "text"),
    p: (find) => press(find, "[data-preview]"),
    l: (find) => press(find, "[data-act='linked']"),
    f: openFlag,
  };

  // WCAG 2.1.4: off while somebody types, and for those who switch them off.
  const isSingleKey = (key) => key.length === 1;
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open) return;
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    if (isSingleKey(key) && !keysOn.checked) return;
    // A preview that has the focus scrolls with the arrows.
    if (key.startsWith("Arrow") && (finds.length === 0 || target.closest(".preview"))) return;
    const find = chosen();
    // Enter on a link or button is that link's or button's own.
    if (key === "Enter" && find === target) {
      event.preventDefault();
      copy(find, find.dataset.link ? "link" : "text");
    } else if (anywhere[key]) {
      event.preventDefault();
      anywhere[key]();
    } else if (find && onChosen[key]) {
      event.preventDefault();
      onChosen[key](find);
    }
  });

  // From the message straight on to what answers it.
  if (finds.length > 0 && !location.hash) finds[0].focus({ preventScroll: true });
})();
