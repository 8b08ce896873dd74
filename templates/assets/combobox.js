// Suggests articles and searches while one types in the search box: a combobox with a list, "manual
// selection" as WAI-ARIA's Authoring Practices call it. site.js fetches this file once somebody goes
// to the box. Without an answer (offline, an error) the box is the plain form that it was.
(() => {
  "use strict";

  const box = document.getElementById("q");
  const form = box.form;
  const words = form.dataset;
  const { lang } = document.documentElement;
  const pause = 120;  // ms without a key, before asking
  const mostKept = 100;  // answers

  function make(tag, attributes, ...content) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...content);
    return element;
  }

  const popup = make("div", { id: "suggestions", class: "suggestions", role: "listbox",
    "aria-label": words.label, hidden: "" });
  const status = make("div", { class: "visually-hidden", role: "status" });
  const style = make("link", { rel: "stylesheet", href: words.style });
  const styled = new Promise((done, failed) => {
    style.addEventListener("load", done);
    style.addEventListener("error", failed);
  });
  styled.catch(() => {});  // whoever waits for it is told
  document.head.append(style);
  form.append(popup, status);
  box.setAttribute("aria-controls", popup.id);

  // ---- What is typed, marked where it begins words of a text

  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const wordsOf = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const inWord = /[\p{L}\p{N}]/u;
  const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmr}\p{sc=Mymr}]/u;

  function marked(text, typed) {
    const letters = [...text.normalize()];
    const plains = letters.map(plain);
    const isMarked = letters.map(() => false);
    for (const word of wordsOf(typed))
      for (let at = 0; at < letters.length; ++at) {
        const begins = at === 0 || !inWord.test(letters[at - 1]) || unspaced.test(letters[at]);
        if (!begins || !plains.slice(at).join("").startsWith(word)) continue;
        for (let left = word.length; left > 0; ++at) {
          isMarked[at] = true;
          left -= plains[at].length;
        }
      }
    const parts = document.createDocumentFragment();
    for (let begin = 0, end = 0; begin < letters.length; begin = end) {
      while (end < letters.length && isMarked[end] === isMarked[begin]) ++end;
      const part = letters.slice(begin, end).join("");
      parts.append(isMarked[begin] ? make("mark", {}, part) : part);
    }
    return parts;
  }

  // ---- The list

  let options = [];
  let chosen = -1;  // of options; -1: the reader is in the text

  function choose(number) {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = number;
    const option = options[chosen];
    if (!option) return box.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    box.setAttribute("aria-activedescendant", option.id);
  }

  function close() {
    choose(-1);
    popup.hidden = true;
    status.textContent = "";
    box.setAttribute("aria-expanded", "false");
  }

  // Links, so that a click with any button or key does what it does with links.
  function option(href, ...content) {
    const made = make("a", { role: "option", href, tabindex: "-1", "aria-selected": "false",
      id: `suggestion-${options.length}` }, ...content);
    options.push(made);
    return made;
  }

  function articleOption({ url, title, section, lang: language }, typed) {
    const made = option(url, make("span", { dir: "auto" }, marked(title, typed)));
    if (section)
      made.append(" ", make("span", { class: "place", dir: "auto" }, marked(section.title, typed)));
    if (language !== lang) {
      made.firstChild.lang = language;
      const name = new Intl.DisplayNames([lang], { type: "language" }).of(language);
      made.append(" ", make("span", { class: "label" }, words.in.replace("{language}", name)));
    }
    return made;
  }

  function queryOption(query, typed) {
    const url = new URL(form.action);
    url.searchParams.set(box.name, query);
    return option(url, make("span", { dir: "auto" }, marked(query, typed)));
  }

  function group(name, items) {
    const label = make("div", { id: `suggested-${name}`, class: "group-name" }, words[name]);
    return make("div", { role: "group", "aria-labelledby": label.id }, label, ...items);
  }

  function show({ articles, queries }, typed) {
    choose(-1);
    options = [];
    const groups = [
      ["articles", articles.map((each) => articleOption(each, typed))],
      ["queries", queries.map((each) => queryOption(each, typed))],
    ].filter(([, items]) => items.length > 0);
    if (groups.length === 0) return close();
    popup.replaceChildren(...groups.map(([name, items]) => group(name, items)));
    popup.scrollTop = 0;
    popup.hidden = false;
    const room = visualViewport.height - popup.getBoundingClientRect().top;
    popup.style.setProperty("--room", `${room - 12}px`);
    box.setAttribute("aria-expanded", "true");
    status.textContent = words.count.replace("{count}", options.length.toLocaleString(lang));
  }

  // ---- Asking

  const kept = new Map();  // text -> answer
  let timer = 0;
  let asked = new AbortController();

  function forget() {
    clearTimeout(timer);
    asked.abort();
  }

  async function answerTo(text, signal) {
    if (kept.has(text)) return kept.get(text);
    const url = new URL(words.suggest, location.href);
    url.searchParams.set("q", text);
    const response = await fetch(url, { signal });
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    if (kept.size >= mostKept) kept.clear();
    kept.set(text, answer);
    return answer;
  }

  // Only the last question is answered, and only while the reader is here.
  async function ask() {
    forget();
    const text = box.value.trimStart();
    if (!text || !navigator.onLine) return close();
    asked = new AbortController();
    const { signal } = asked;
    try {
      const answer = await answerTo(text, signal);
      await styled;
      if (!signal.aborted && document.activeElement === box) show(answer, text);
    } catch {
      if (!signal.aborted) close();
    }
  }

  function typed() {
    forget();
    choose(-1);
    if (box.value.trim()) timer = setTimeout(ask, pause);
    else close();
  }

  // ---- Keys and other input

  const keys = {
    ArrowDown: (event) => {
      if (popup.hidden) ask();
      else if (!event.altKey) choose(chosen + 1 < options.length ? chosen + 1 : -1);
      return true;
    },
    ArrowUp: (event) => {
      if (popup.hidden) return false;
      if (event.altKey) close();
      else choose(chosen < 0 ? options.length - 1 : chosen - 1);
      return true;
    },
    Enter: () => {
      if (chosen < 0) return false;
      options[chosen].click();
      return true;
    },
    Escape: () => {
      forget();
      if (popup.hidden) box.value = "";
      else close();
      return true;
    },
    Tab: () => {
      close();
      return false;
    },
  };

  box.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (Object.hasOwn(keys, event.key) && keys[event.key](event)) event.preventDefault();
  });
  // While letters are being composed (Japanese, Chinese, Korean), nothing is typed yet.
  box.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
  box.addEventListener("compositionend", typed);
  box.addEventListener("blur", () => { forget(); close(); });
  form.addEventListener("submit", () => { forget(); close(); });
  addEventListener("pagehide", () => { forget(); close(); });
  // The focus stays in the text.
  popup.addEventListener("mousedown", (event) => event.preventDefault());

  if (box.value !== box.defaultValue) typed();  // faster than this file came
})();
