// The help center inside a page of another site: a button, and a dialog with search, articles and
// the way to the team. One line puts it there:
//   <script src="https://help.example/assets/widget.js" data-lang="pl" data-plan="home" defer></script>
// or, where the page says itself when it opens:
//   <answerwell-help lang="pl" launcher="off"></answerwell-help>   document.querySelector(…).open()
// The page's Content-Security-Policy needs script-src and connect-src for the help center, and
// img-src for the pictures of articles. No cookies, nothing is kept in the browser.
// Order: place and settings, asking the help center, telling it, elements, looks, the views, start.
(() => {
  "use strict";
  if (customElements.get("answerwell-help")) return;

  // ---- Place and settings

  const script = document.currentScript;
  const base = script ? script.src.replace(/\/assets\/widget\.js.*$/, "") : location.origin;
  const settings = { ...script?.dataset };
  const quiet = navigator.globalPrivacyControl === true || navigator.doNotTrack === "1";
  const absolute = (path) => new URL(path, base + "/").href;
  const thisPage = () => location.origin + location.pathname;
  const rightToLeft = /^(ar|arc|ckb|dv|fa|he|ps|sd|ug|ur|yi)\b/;
  const directionOf = (lang) => (rightToLeft.test(lang) ? "rtl" : "ltr");

  // Until the help center has sent its words, and if it never does.
  const firstWords = { open: "Help", close: "Close", loading: "…", retry: "Try again",
                       failed: "The help center cannot be reached." };

  // ---- Asking the help center

  async function ask(path, { signal, ...sent } = {}) {
    const options = { credentials: "omit", signal };
    if (sent.body) {
      options.method = "POST";
      options.headers = { "Content-Type": "application/json" };
      options.body = JSON.stringify(sent.body);
    }
    const answer = await fetch(base + path, options);
    const value = await answer.json().catch(() => ({}));
    if (!answer.ok) throw Object.assign(new Error(value.detail), { status: answer.status, value });
    return value;
  }
  const query = (values) =>
    new URLSearchParams(Object.entries(values).filter(([, value]) => value)).toString();

  // ---- Telling it what helped; who asks not to be tracked tells nothing

  function randomId() {
    return [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }
  function tell(name, object, attributes = {}, queryId = "") {
    if (quiet) return;
    const event = { application: "answerwell-widget", action_name: name, query_id: queryId,
                    timestamp: new Date().toISOString(),
                    event_attributes: { object: { object_id: object }, ...attributes } };
    fetch(base + "/api/v1/events", {
      method: "POST", credentials: "omit", keepalive: true,
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ batch_id: randomId(), events: [event] }),
    }).catch(() => { /* a figure less; the visitor goes on */ });
  }

  // ---- Elements

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
      else if (value === true) element.setAttribute(key, "");
      else if (value !== false && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  // The help center's own HTML, safe as it comes. Parsed apart, so that nothing loads before its
  // address is whole. Sites with Trusted Types allow the policy "answerwell".
  let policy = null;
  try {
    policy = window.trustedTypes?.createPolicy("answerwell", { createHTML: (html) => html });
  } catch { /* then the page has no need of it, or the browser says what it stops */ }
  function parsed(html) {
    const page = new DOMParser().parseFromString(policy ? policy.createHTML(html) : html,
                                                 "text/html");
    for (const image of page.querySelectorAll("[src]"))
      image.setAttribute("src", absolute(image.getAttribute("src")));
    for (const image of page.querySelectorAll("[srcset]")) image.removeAttribute("srcset");
    for (const link of page.querySelectorAll("a[href]")) {
      const to = link.getAttribute("href");
      if (to.startsWith("#")) continue;
      link.setAttribute("href", absolute(to));
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener");
    }
    return [...page.body.childNodes];
  }

  // {lang, id, anchor} of an address of this help center's articles.
  function articleAt(href) {
    const url = new URL(href);
    if (!url.href.startsWith(base + "/")) return null;
    const path = url.pathname.slice(new URL(base + "/").pathname.length - 1);
    const found = path.match(/^\/([A-Za-z0-9-]+)\/(?:a|answers)\/(.+)$/);
    return found && { lang: found[1], id: decodeURIComponent(found[2]),
                      anchor: decodeURIComponent(url.hash.slice(1)) };
  }
  const keyOf = (article) => `${article.lang}/${article.id}`;
  const isPlainClick = (event) =>
    event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

  // ---- Looks. Sizes are in pixels: the page's own root may be of any size.

  const looks = `
:host { all: initial; }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
.frame {
  --paper: #fff; --tint: #f1f5f2; --ink: #17211d; --soft: #53605a; --line: #d5ddd8; --strong: #7b8a83;
  --mark: #ffe9a8; --danger: #b3261e;
  --accent: var(--answerwell-accent, #0b5f4a); --accent-ink: var(--answerwell-accent-ink, #fff);
  color-scheme: light dark;
  color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
}
@media (prefers-color-scheme: dark) {
  .frame {
    --paper: #131816; --tint: #1b2320; --ink: #e6ebe8; --soft: #a5b2ac; --line: #34403b;
    --strong: #76857e; --mark: #5c4a10; --danger: #ff9d94;
    --accent: var(--answerwell-accent-dark, #7bd3b1);
    --accent-ink: var(--answerwell-accent-ink-dark, #0d1b16);
  }
}
button, input, textarea { font: inherit; color: inherit; }
button { cursor: pointer; }
a { color: var(--accent); }
:focus { outline: none; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h2:focus-visible, h3:focus-visible { outline: none; }
.launcher {
  position: fixed; inset-block-end: 20px; inset-inline-end: 20px; z-index: 2147483000;
  min-block-size: 48px; padding: 10px 20px; border: 2px solid var(--accent-ink); border-radius: 24px;
  background: var(--accent); color: var(--accent-ink); font-weight: 600;
}
dialog {
  position: fixed; inset: auto; inset-block-end: 20px; inset-inline-end: 20px; margin: 0; padding: 0;
  inline-size: 400px; block-size: min(640px, calc(100vh - 40px)); max-inline-size: none; max-block-size: none;
  border: 1px solid var(--strong); border-radius: 8px; background: var(--paper); color: var(--ink);
  overflow: hidden;
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(0 0 0 / 25%); }
@media (max-width: 480px), (max-height: 420px) {
  dialog { inset: 0; inline-size: 100%; block-size: 100%; border: 0; border-radius: 0; }
}
.top {
  display: flex; align-items: center; gap: 8px; padding: 8px 8px 8px 16px; border-block-end: 1px solid var(--line);
}
[dir="rtl"] .top { padding: 8px 16px 8px 8px; }
.top h2 { flex: 1; margin: 0; font-size: 17px; line-height: 1.3; overflow-wrap: anywhere; }
.plain { min-inline-size: 44px; min-block-size: 44px; padding: 4px 10px; border: 0; border-radius: 6px; background: none; color: var(--accent); font-weight: 600; }
.plain:hover { background: var(--tint); }
.body { flex: 1; padding: 16px; overflow: auto; overscroll-behavior: contain; }
.bottom { padding: 8px 16px; border-block-start: 1px solid var(--line); text-align: center; }
form.search { display: flex; gap: 8px; margin: 0 0 12px; }
input, textarea {
  inline-size: 100%; min-block-size: 44px; padding: 8px 12px; border: 1px solid var(--strong); border-radius: 6px;
  background: var(--paper);
}
textarea { min-block-size: 120px; resize: vertical; }
input[type="checkbox"] { flex: none; inline-size: 20px; min-block-size: 20px; margin: 4px 0 0; accent-color: var(--accent); }
.button {
  display: inline-block; min-block-size: 44px; padding: 9px 16px; border: 1px solid var(--strong); border-radius: 6px;
  background: var(--paper); color: var(--ink); font-weight: 600; text-decoration: none;
}
.button:hover { background: var(--tint); }
.primary, .primary:hover { border-color: var(--accent); background: var(--accent); color: var(--accent-ink); }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
h3 { margin: 0 0 8px; font-size: 16px; }
.list { margin: 0 0 16px; padding: 0; list-style: none; }
.list li { border-block-end: 1px solid var(--line); }
.list a { display: block; padding: 10px 0; color: var(--accent); font-weight: 600; text-decoration: none; overflow-wrap: anywhere; }
.list a:hover .title { text-decoration: underline; }
.list .snippet { display: block; color: var(--soft); font-size: 14px; font-weight: 400; }
mark { background: var(--mark); color: var(--ink); }
.notices { margin: 0 0 16px; padding: 8px 12px; border-inline-start: 4px solid var(--accent); background: var(--tint); }
.notices .list { margin: 0; }
.notices li { border: 0; }
.notices a, .notices bdi { display: block; padding: 4px 0; }
.hint { margin: 0 0 4px; color: var(--soft); font-size: 14px; }
.field { margin: 0 0 16px; } .field:empty { margin: 0; }
label { font-weight: 600; }
.switch { display: flex; gap: 8px; }
.switch label { font-weight: 400; }
.fault { margin: 4px 0; color: var(--danger); font-weight: 600; }
fieldset { min-inline-size: 0; margin: 0 0 16px; padding: 12px; border: 1px solid var(--line); border-radius: 6px; }
legend { padding: 0 4px; font-weight: 600; }
fieldset ul { margin: 0 0 8px; padding-inline-start: 20px; font-size: 14px; overflow-wrap: anywhere; }
details { border-block-end: 1px solid var(--line); }
summary { min-block-size: 44px; padding-block: 10px; color: var(--accent); font-weight: 600; cursor: pointer; overflow-wrap: anywhere; }
.hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.text { overflow-wrap: anywhere; }
.text img { max-inline-size: 100%; block-size: auto; }
.text h2 { font-size: 18px; } .text h3, .text h4 { font-size: 16px; }
.text :is(h2, h3, h4) { margin: 20px 0 8px; line-height: 1.3; }
.text :is(ul, ol) { padding-inline-start: 24px; } .text li { margin-block: 4px; }
.text :is(code, kbd) { padding: 1px 4px; border-radius: 3px; background: var(--tint); font: 14px ui-monospace, Menlo, Consolas, monospace; }
.text pre { padding: 12px; background: var(--tint); overflow: auto; } .text pre code { padding: 0; }
.text table { display: block; border-collapse: collapse; overflow: auto; }
.text :is(th, td) { padding: 6px 8px; border: 1px solid var(--line); text-align: start; vertical-align: top; }
.text blockquote { margin: 12px 0; padding-inline-start: 12px; border-inline-start: 3px solid var(--strong); }
`;

  function dress(root) {
    try {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(looks);
      root.adoptedStyleSheets = [sheet];
    } catch {  // older browsers; then the page's policy must allow styles
      root.append(make("style", {}, looks));
    }
  }

  // ---- The views

  class Help extends HTMLElement {
    #words = { ...firstWords };
    #known = false;      // the words are the help center's
    #info = { contact: "none", events: false, notices: [] };
    #trail = [];         // {kind, lang, what, title}: goes to the team with a message, if wished
    #draft = { subject: "", description: "", email: "", withTrail: true };
    #form = "";          // the token of this opening of the contact form
    #dropped = new Set();
    #search = { text: "", results: null, queryId: "" };
    #context = null;     // articles for the page at `#contextOf`
    #contextOf = "";
    #asking = null;
    #waiting = 0;
    #reading = null;     // {article, since}
    #parts = {};

    connectedCallback() {
      if (this.shadowRoot) return;
      dress(this.attachShadow({ mode: "open" }));
      const launcher = make("button", { class: "launcher", type: "button", "aria-haspopup": "dialog",
                                        onclick: () => this.open() });
      const title = make("h2", { id: "title", tabindex: "-1" });
      const back = make("button", { class: "plain", type: "button", hidden: true });
      const close = make("button", { class: "plain", type: "button", onclick: () => this.close() });
      const body = make("div", { class: "body", onscroll: () => this.#measure() });
      const bottom = make("div", { class: "bottom", hidden: true });
      const said = make("p", { class: "hidden", role: "status" });
      const dialog = make("dialog", { "aria-labelledby": "title", onclose: () => this.#closed() },
        make("div", { class: "top" }, back, title, close), body, bottom, said);
      const frame = make("section", { class: "frame" }, launcher, dialog);
      this.#parts = { launcher, title, back, close, body, bottom, said, dialog, frame };
      launcher.hidden = this.getAttribute("launcher") === "off";
      this.shadowRoot.append(frame);
      this.#name();
      this.#load().catch(() => { /* told when it is opened */ });
      addEventListener("pagehide", () => this.#endReading());
    }

    // As the page has it, then that of the help center's articles which is nearest to it.
    get #lang() {
      return this.#info.content_lang ?? this.getAttribute("lang") ?? settings.lang ??
        document.documentElement.lang;
    }

    // What the page says of its customer: plan, platform, version …, and the stage of the journey.
    get #customer() {
      const { lang, ...told } = { ...settings, ...this.dataset };
      return told;
    }

    // ---- Words

    async #load() {
      if (this.#known) return;
      const get = (lang) => ask("/api/v1/widget?" + query({ lang }));
      const info = await get(this.#lang)
        .catch((error) => (error.status === 400 ? get("") : Promise.reject(error)));
      this.#info = info;
      this.#words = info.texts;
      this.#known = true;
      this.#name();
    }

    #name() {
      const { frame, launcher, back, close } = this.#parts;
      frame.lang = this.#info.lang ?? "en";
      frame.dir = this.#info.dir ?? "ltr";
      frame.setAttribute("aria-label", this.#words.open);
      launcher.textContent = this.#words.open;
      back.textContent = this.#words.back ?? "";
      close.textContent = this.#words.close;
    }

    #say(text) {
      if (this.#parts.said.textContent !== text) this.#parts.said.textContent = text;
    }

    // ---- Opening and closing

    async open() {
      const { dialog } = this.#parts;
      if (dialog.open) return;
      dialog.showModal();
      await this.#begin();
    }

    async #begin() {
      this.#show(this.#words.open, this.#loading());
      await this.#try(async () => {
        await this.#load();
        this.#home();
      }, this.#parts.body, () => this.#begin());
    }

    close() {
      this.#parts.dialog.close();
    }

    #closed() {
      this.#endReading();
      this.#asking?.abort();
      if (!this.#parts.launcher.hidden) this.#parts.launcher.focus();
      this.dispatchEvent(new CustomEvent("answerwell-closed"));
    }

    // ---- A view: a heading, what is below it, where "back" leads

    #show(title, content, back = null) {
      const parts = this.#parts;
      this.#endReading();
      clearTimeout(this.#waiting);
      parts.title.textContent = title;
      parts.back.hidden = back === null;
      parts.back.onclick = back;
      parts.body.replaceChildren(...[content].flat());
      parts.body.scrollTop = 0;
      parts.bottom.hidden = true;
      this.#say("");
    }

    #offerContact() {
      const { bottom } = this.#parts;
      const { contact, contact_url: url } = this.#info;
      bottom.hidden = contact === "none";
      if (contact === "form")
        bottom.replaceChildren(make("button", { class: "plain", type: "button",
                                                onclick: () => this.#contact() },
                                    this.#words.contact));
      else if (contact === "link")
        bottom.replaceChildren(make("a", { class: "button", href: absolute(url), target: "_blank",
                                           rel: "noopener" }, this.#words.contact));
    }

    #loading() {
      return make("p", { class: "hint" }, this.#words.loading);
    }

    // Does what may fail; if it does, says so, with a button for another try.
    async #try(work, place = this.#parts.body, again = () => this.#try(work, place)) {
      try {
        await work();
      } catch (error) {
        if (error.name === "AbortError") return;
        this.#fail(place, again);
      }
    }

    #fail(place, again) {
      const retry = make("button", { class: "button", type: "button", onclick: again },
                         this.#words.retry);
      place.replaceChildren(make("p", { class: "fault", role: "alert" }, this.#words.failed),
                            make("p", {}, retry));
    }

    // ---- Search, and what fits the page

    #home() {
      const words = this.#words;
      const input = make("input", { id: "q", type: "search", autocomplete: "off",
                                    enterkeyhint: "search", maxlength: "500" });
      const list = make("div");
      input.value = this.#search.text;
      input.addEventListener("input", () => {
        clearTimeout(this.#waiting);
        this.#waiting = setTimeout(() => this.#find(input.value, list), 350);
      });
      const form = make("form", { class: "search", role: "search", onsubmit: (event) => {
        event.preventDefault();
        clearTimeout(this.#waiting);
        this.#find(input.value, list);
      } },
      make("label", { class: "hidden", for: "q" }, words.search), input,
      make("button", { class: "button primary", type: "submit" }, words.searchButton));
      this.#show(words.title, [form, list]);
      this.#offerContact();
      input.focus();
      if (this.#search.results) this.#showResults(list);
      else if (this.#search.text) this.#find(this.#search.text, list);
      else this.#try(() => this.#showContext(list), list);
    }

    async #showContext(list) {
      const url = thisPage();
      if (this.#contextOf !== url || !this.#context) {
        list.replaceChildren(this.#loading());
        const { results } = await ask("/api/v1/context?" + query({
          url, lang: this.#lang, limit: 5, ...this.#customer }));
        this.#context = results;
        this.#contextOf = url;
      }
      if (this.#search.text || !list.isConnected) return;
      const { notices } = this.#info;
      list.replaceChildren();
      if (notices.length > 0) list.append(this.#noticeList(notices));
      if (this.#context.length > 0)
        list.append(make("h3", {}, this.#words.forPage), this.#links(this.#context, ""));
      else
        list.append(make("p", { class: "hint" }, this.#words.empty));
    }

    #noticeList(notices) {
      const line = (notice) => make("li", {}, notice.id
        ? make("a", { href: absolute(notice.url), onclick: (event) => this.#follow(event, notice) },
               make("bdi", { class: "title" }, notice.text))
        : make("bdi", {}, notice.text));
      return make("section", { class: "notices", "aria-labelledby": "notices" },
        make("h3", { id: "notices" }, this.#words.notices),
        make("ul", { class: "list" }, ...notices.map(line)));
    }

    async #find(typed, list) {
      const text = typed.trim();
      if (text === this.#search.text && this.#search.results) return;
      this.#asking?.abort();
      this.#search = { text, results: null, queryId: "" };
      if (text === "") return this.#try(() => this.#showContext(list), list);
      this.#asking = new AbortController();
      const { signal } = this.#asking;
      await this.#try(async () => {
        const found = await ask("/api/v1/search?" + query({
          q: text, lang: this.#lang, limit: 8, from: thisPage() }), { signal });
        if (this.#search.text !== text) return;
        this.#search = { text, results: found.results, queryId: found.query_id };
        this.#remember("searched", this.#lang, text);
        if (list.isConnected) this.#showResults(list);
      }, list, () => this.#find(text, list));
    }

    #showResults(list) {
      const { results, queryId } = this.#search;
      const words = this.#words;
      list.replaceChildren(results.length > 0 ? this.#links(results, queryId)
                                              : make("p", {}, words.none));
      this.#say(results.length > 0 ? words.found.replace("{count}", results.length) : words.none);
    }

    #links(results, queryId) {
      const item = (result, at) => {
        const snippet = make("span", { class: "snippet" });
        snippet.append(...parsed(result.snippet_html));
        const away = result.lang !== this.#info.lang
          ? { lang: result.lang, dir: directionOf(result.lang) } : {};
        return make("li", {}, make("a", {
          href: absolute(result.url), ...away,
          onclick: (event) => this.#follow(event, { ...result, anchor: result.section?.anchor,
                                                    queryId, position: at + 1 }),
        }, make("span", { class: "title" }, result.title), snippet));
      };
      return make("ul", { class: "list" }, ...results.map(item));
    }

    #follow(event, target) {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      this.#read(target, () => this.#home());
    }

    // ---- One article

    async #read(target, back) {
      const words = this.#words;
      this.#show(words.loading, this.#loading(), back);
      this.#offerContact();
      await this.#try(async () => {
        const path = target.id.split("/").map(encodeURIComponent).join("/");
        const article = await ask(`/api/v1/articles/${encodeURIComponent(target.lang)}/${path}`);
        const text = make("div", { class: "text", lang: article.lang, dir: directionOf(article.lang),
                                   onclick: (event) => this.#followInText(event, text, target, back) });
        text.append(...parsed(article.html));
        const whole = make("p", {}, make("a", { class: "button", href: absolute(article.url),
                                                target: "_blank", rel: "noopener" }, words.page));
        this.#show(article.title, [text, this.#vote(article), whole], back);
        this.#offerContact();
        this.#parts.title.focus();
        if (target.anchor) this.#scrollTo(text, target.anchor);
        this.#remember("read", article.lang, article.id, article.title);
        this.#beginReading(article, target);
      }, this.#parts.body, () => this.#read(target, back));
    }

    #followInText(event, text, here, back) {
      const link = event.target.closest("a[href]");
      if (!link || !isPlainClick(event)) return;
      const to = link.getAttribute("href");
      const article = to.startsWith("#") ? null : articleAt(link.href);
      if (!article && !to.startsWith("#")) return;
      event.preventDefault();
      if (article) this.#read(article, () => this.#read(here, back));
      else this.#scrollTo(text, decodeURIComponent(to.slice(1)));
    }

    #scrollTo(text, anchor) {
      text.querySelector(`#${CSS.escape(anchor)}`)?.scrollIntoView({ block: "start" });
    }

    #vote(article) {
      const words = this.#words;
      const box = make("div");
      const answer = (vote, thanks) => make("button", { class: "button", type: "button",
        onclick: () => {
          this.#note("voted", keyOf(article), { vote });
          this.#remember(vote === "yes" ? "helped" : "not_helped", article.lang, article.id,
                         article.title);
          box.replaceChildren(make("p", { tabindex: "-1" }, thanks));
          box.firstChild.focus();
        } }, words[vote]);
      box.append(make("h3", {}, words.question), make("div", { class: "row" },
        answer("yes", words.thanksYes), answer("no", words.thanksNo)));
      return box;
    }

    #note(name, object, attributes, queryId) {
      if (this.#info.events) tell(name, object, attributes, queryId);
    }

    #beginReading(article, { queryId = "", position = 0 }) {
      this.#reading = { article, since: Date.now(), depth: 0 };
      this.#measure();
      this.#note("page_viewed", keyOf(article), {}, queryId);
      if (queryId)
        this.#note("clicked", keyOf(article), { position: { ordinal: position }, from: thisPage() },
                   queryId);
    }

    // How much of it was in sight.
    #measure() {
      const { body } = this.#parts;
      if (!this.#reading || body.scrollHeight === 0) return;
      const seen = Math.round(100 * (body.scrollTop + body.clientHeight) / body.scrollHeight);
      this.#reading.depth = Math.max(this.#reading.depth, Math.min(100, seen));
    }

    #endReading() {
      const reading = this.#reading;
      this.#reading = null;
      if (!reading) return;
      this.#note("read", keyOf(reading.article), {
        dwell: Math.min(3600, Math.floor((Date.now() - reading.since) / 1000)),
        position: { scroll_depth: reading.depth } });
    }

    // What they did, newest last; typing on is one search.
    #remember(kind, lang, what, title = what) {
      const last = this.#trail.at(-1);
      if (kind === "searched" && last?.kind === kind && what.startsWith(last.what)) this.#trail.pop();
      this.#trail.push({ kind, lang: lang || "en", what, title });
      this.#trail = this.#trail.slice(-12);
    }

    // ---- Writing to the team

    #contact() {
      const words = this.#words;
      const draft = this.#draft;
      const suggestions = make("div", { class: "field" });
      const fields = {};
      const field = (name, label, hint, element) => {
        const fault = make("p", { class: "fault", id: `${name}-fault`, hidden: true });
        element.id = name;
        element.value = draft[name];
        element.setAttribute("aria-describedby", `${hint ? `${name}-hint ` : ""}${name}-fault`);
        element.addEventListener("input", () => {
          draft[name] = element.value;
          if (name !== "email") this.#waitToSuggest(suggestions);
        });
        fields[name] = { element, fault };
        return make("div", { class: "field" }, make("label", { for: name }, label),
          hint && make("p", { class: "hint", id: `${name}-hint` }, hint), fault, element);
      };
      const said = make("div");
      const form = make("form", { novalidate: true, onsubmit: (event) => {
        event.preventDefault();
        this.#send(fields, said);
      } },
      field("subject", words.subject, "",
            make("input", { dir: "auto", autocomplete: "off", required: true })),
      field("description", words.description, words.descriptionHint,
            make("textarea", { dir: "auto", required: true })),
      suggestions,
      field("email", words.email, words.emailHint,
            make("input", { type: "email", dir: "ltr", autocomplete: "email", required: true })),
      this.#trailField(), said,
      make("p", {}, make("button", { class: "button primary", type: "submit" }, words.send)));
      this.#show(words.contact, form, () => this.#home());
      fields.subject.element.focus();
      this.#waitToSuggest(suggestions);
    }

    #trailField() {
      if (this.#trail.length === 0) return null;
      const words = this.#words;
      const box = make("input", { type: "checkbox", id: "with-trail" });
      box.checked = this.#draft.withTrail;
      box.addEventListener("change", () => { this.#draft.withTrail = box.checked; });
      const worded = ({ kind, title }) => words[kind]
        .replace("{query}", title).replace("{title}", title);
      return make("fieldset", {}, make("legend", {}, words.trail),
        make("ul", {}, ...this.#trail.map((step) => make("li", { dir: "auto" }, worded(step)))),
        make("div", { class: "switch" }, box, make("label", { for: "with-trail" }, words.sendTrail)));
    }

    #waitToSuggest(place) {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(() => this.#suggest(place), 500);
    }

    // Without suggestions the form is as good: what fails here is not told.
    async #suggest(place) {
      const { subject, description } = this.#draft;
      if (subject.length + description.length < 8) return place.replaceChildren();
      this.#asking?.abort();
      this.#asking = new AbortController();
      const { signal } = this.#asking;
      const found = await ask("/api/v1/tickets/suggest", { signal, body: {
        subject, description, lang: this.#lang || undefined, form: this.#form || undefined,
        page_url: thisPage(), limit: 3 + this.#dropped.size } }).catch(() => null);
      if (!found || !place.isConnected) return;
      this.#form = found.form ?? "";
      const seen = new Set(this.#trail.filter(({ kind }) => kind !== "searched").map(
        ({ lang, what }) => `${lang}/${what}`));
      const shown = found.results
        .filter((result) => !this.#dropped.has(keyOf(result)) && !seen.has(keyOf(result)))
        .slice(0, 3);
      const isRead = place.querySelector("details[open]") ||
        place.contains(this.shadowRoot.activeElement);
      if (isRead) return;
      place.replaceChildren();
      if (shown.length === 0) return;
      const cards = shown.map((result, at) => this.#card(result, at + 1, place));
      place.append(make("h3", {}, this.#words.suggestions), ...cards);
      this.#say(`${this.#words.suggestions}: ${shown.length}`);
    }

    #card(result, position, place) {
      const words = this.#words;
      const key = keyOf(result);
      const passage = make("div", { class: "text", lang: result.lang, dir: directionOf(result.lang) });
      passage.append(...parsed(result.passage_html));
      const solved = make("button", { class: "button", type: "button", onclick: () => {
        this.#note("contact_solved", key, { form: this.#form });
        this.#remember("helped", result.lang, result.id, result.title);
        this.#show(words.glad, [make("p", {}, words.gladText),
          make("p", {}, make("button", { class: "button", type: "button",
                                         onclick: () => this.#contact() }, words.backToMessage))],
        () => this.#home());
        this.#parts.title.focus();
      } }, words.solved);
      const still = make("button", { class: "button", type: "button", onclick: () => {
        this.#dropped.add(key);
        this.#remember("not_helped", result.lang, result.id, result.title);
        card.remove();
        if (!place.querySelector("details")) place.replaceChildren();
        this.shadowRoot.getElementById("description").focus();
      } }, words.still);
      const card = make("details", {}, make("summary", { dir: "auto" }, result.title), passage,
        make("p", {}, make("a", { href: absolute(result.url), target: "_blank", rel: "noopener" },
                           words.page)),
        make("div", { class: "row" }, solved, still));
      card.addEventListener("toggle", () => this.#note("suggestion_clicked", key,
        { form: this.#form, position: { ordinal: position } }), { once: true });
      return card;
    }

    // ---- Sending: what fails keeps every word that was typed

    async #send(fields, said) {
      const words = this.#words;
      const draft = this.#draft;
      const faults = { subject: words.faultSubject, description: words.faultDescription,
                       email: words.faultEmail };
      const wrong = Object.keys(fields).filter((name) => draft[name].trim() === "");
      if (this.#mark(fields, wrong, faults)) return;
      said.replaceChildren(this.#loading());
      const steps = this.#trail.map(({ kind, lang, what }) => ({ kind, lang, what }));
      try {
        const sent = await ask("/api/v1/tickets", { body: {
          subject: draft.subject, description: draft.description, email: draft.email,
          lang: this.#lang || undefined, page_url: thisPage(), form: this.#form || undefined,
          trail: draft.withTrail && steps.length > 0 ? { from: thisPage(), steps } : undefined } });
        this.#thank(sent);
      } catch (error) {
        said.replaceChildren();
        const named = (error.value?.errors ?? []).map(({ field }) => field);
        if (named.includes("form")) this.#form = "";  // a day has passed
        if (error.status === 422 && this.#mark(fields, named, faults)) return;
        const text = error.status === 429 ? words.tooMany : error.status ? words.away : words.failed;
        said.replaceChildren(make("p", { class: "fault", role: "alert" }, text));
      }
    }

    // Shows what is wrong where it is; false: nothing of these fields.
    #mark(fields, wrong, faults) {
      for (const [name, { element, fault }] of Object.entries(fields)) {
        const is = wrong.includes(name);
        fault.hidden = !is;
        fault.textContent = is ? (this.#draft[name].trim() === "" || name === "email"
          ? faults[name] : this.#words.check) : "";
        if (is) element.setAttribute("aria-invalid", "true");
        else element.removeAttribute("aria-invalid");
      }
      const first = Object.keys(fields).find((name) => wrong.includes(name));
      if (first) fields[first].element.focus();
      return first !== undefined;
    }

    #thank({ number, url }) {
      const words = this.#words;
      this.#draft = { ...this.#draft, subject: "", description: "" };
      this.#form = "";
      this.#dropped.clear();
      this.#trail = [];
      this.#show(words.sent.replace("{number}", number), [
        make("p", {}, words.sentText),
        make("p", {}, make("a", { class: "button", href: absolute(url), target: "_blank",
                                  rel: "noopener" }, words.follow))], () => this.#home());
      this.#parts.title.focus();
    }
  }

  // ---- Start: one that the page has, else one of our own

  customElements.define("answerwell-help", Help);
  function place() {
    if (!document.querySelector("answerwell-help"))
      document.body.append(document.createElement("answerwell-help"));
  }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
  else place();
})();
