// Comforts only: every page can be read without this file. Words come from the page (data-…), so
// that they are in the reader's language. Order: search box and menu, what stands in an article,
// contents.
(() => {
  "use strict";

  const root = document.documentElement;
  const prose = document.querySelector(".prose");
  const words = prose ? prose.dataset : {};
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const plainClick = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  // An element in the interface's language, whatever the language of the text around it.
  function make(tag, css, text = "") {
    const element = document.createElement(tag);
    element.className = css;
    element.textContent = text;
    element.lang = root.lang;
    element.dir = root.dir;
    return element;
  }
  function makeButton(css, text, pressed) {
    const button = make("button", css, text);
    button.type = "button";
    button.addEventListener("click", pressed);
    return button;
  }

  // What happened, for those who do not see it. It must be there before it says anything.
  const status = make("div", "visually-hidden");
  status.setAttribute("role", "status");
  document.body.append(status);
  function say(text) {
    status.textContent = "";
    setTimeout(() => { status.textContent = text; }, 50);
  }

  // Where the browser lets pages write to the clipboard: over https, and on this machine.
  async function copy(text, done) {
    await navigator.clipboard.writeText(text);
    say(words.copied);
    done(true);
    setTimeout(() => done(false), 2000);
  }

  // ---- Search box and language menu

  // The search box suggests as one types. It is called a combobox from the start; how it works is
  // fetched once somebody goes there.
  const box = document.getElementById("q");
  function fetchCombobox() {
    const script = document.createElement("script");
    script.src = box.form.dataset.script;
    document.head.append(script);
  }
  if (box) {
    box.setAttribute("role", "combobox");
    box.setAttribute("aria-autocomplete", "list");
    box.setAttribute("aria-expanded", "false");
    if (document.activeElement === box) fetchCombobox();
    else box.addEventListener("focus", fetchCombobox, { once: true });
  }

  // "/" goes to the search box, unless the reader is typing somewhere.
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || typing || !box || !plainClick(event)) return;
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

  // ---- Headings, code, tables, pictures, videos

  // A click on a heading's link goes there, as links do, and copies the address.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".heading-link");
    if (!link || !navigator.clipboard || !plainClick(event)) return;
    copy(link.href, (on) => link.classList.toggle("copied", on)).catch(() => {});
  });

  for (const block of navigator.clipboard ? all(".prose pre") : []) {
    const frame = make("div", "code");
    frame.removeAttribute("dir");
    block.replaceWith(frame);
    const button = makeButton("copy", words.copy, () => {
      copy(block.textContent, (on) => { button.textContent = on ? words.copied : words.copy; })
        .catch(() => getSelection().selectAllChildren(block));
    });
    frame.append(block, button);
  }

  // What is wider than the page can be scrolled with the keyboard, too.
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries)
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute("tabindex");
  });
  all(".prose pre, .prose .table").forEach((each) => scrollers.observe(each));

  // A picture opens over the page; the browser gives the focus back when it closes.
  function openPicture(link) {
    const picture = link.querySelector("img");
    const view = make("dialog", "full-view");
    view.setAttribute("aria-label", picture.alt || words.full);
    const large = document.createElement("img");
    large.src = link.href;
    large.alt = picture.alt;
    view.append(makeButton("button", words.close, () => view.close()), large);
    view.addEventListener("click", (event) => { if (event.target === view) view.close(); });
    view.addEventListener("close", () => view.remove());
    document.body.append(view);
    view.showModal();
  }
  all(".prose a.image-link").forEach((link) => { link.title = words.full; });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.image-link");
    if (!link || !link.querySelector("img") || !plainClick(event)) return;
    event.preventDefault();
    openPicture(link);
  });

  // A video plays in the page, once asked for, if its host is one that the site trusts.
  document.addEventListener("click", (event) => {
    const poster = event.target.closest("a.video-poster");
    const figure = poster && poster.closest("figure[data-video]");
    if (!figure || !prose || !plainClick(event)) return;
    const url = new URL(figure.dataset.video, location.href);
    if (!words.videoHosts.split(" ").includes(url.host)) return;
    event.preventDefault();
    const player = document.createElement("iframe");
    player.src = url.href;
    player.title = poster.textContent.trim();
    player.allow = "fullscreen; picture-in-picture";
    player.referrerPolicy = "strict-origin-when-cross-origin";
    poster.replaceWith(player);
    player.focus();
  });

  // ---- Contents: the section being read is marked

  const entries = new Map(all(".contents-side a").map((link) => [link.hash.slice(1), link]));
  const chapters = all(".prose .heading > [id]").filter((heading) => entries.has(heading.id));
  function keepInView(link, list) {
    const [inner, outer] = [link, list].map((each) => each.getBoundingClientRect());
    list.scrollTop += Math.max(0, inner.bottom - outer.bottom) - Math.max(0, outer.top - inner.top);
  }
  function follow() {
    const passed = chapters.filter((each) => each.getClientRects().length > 0 &&
      each.getBoundingClientRect().top < innerHeight / 5);
    const current = passed.length > 0 ? entries.get(passed.at(-1).id) : null;
    for (const link of entries.values()) {
      if (link === current) link.setAttribute("aria-current", "location");
      else link.removeAttribute("aria-current");
    }
    if (current) keepInView(current, current.closest("nav"));
  }
  if (chapters.length > 0) {
    const watcher = new IntersectionObserver(follow, { rootMargin: "0px 0px -80% 0px" });
    chapters.forEach((each) => watcher.observe(each));
  }
})();
