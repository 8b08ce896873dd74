// What fits the reader: a choice of plan and device, kept in this browser, marks the articles and
// folds away the sections that are for others. Loaded only where there is something to choose.
//
// Keys are "axis:value". A text fits a choice unless it names other values of that axis only.
(() => {
  "use strict";

  const root = document.documentElement;
  const form = document.querySelector("form.filter");
  const prose = document.querySelector(".prose");
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // An element in the interface's language, whatever the language of the text around it.
  function make(tag, css, text) {
    const element = document.createElement(tag);
    return Object.assign(element, { className: css, textContent: text, lang: root.lang, dir: root.dir });
  }

  // ---- The choice

  const shelf = "answerwell.applies-to";

  function stored() {
    try {
      return JSON.parse(localStorage.getItem(shelf)) || {};
    } catch {
      return {};  // storage is forbidden, or holds something else: nothing was chosen
    }
  }

  function store(choice) {
    try {
      localStorage.setItem(shelf, JSON.stringify(choice));
    } catch {
      return;  // storage is forbidden: the choice holds for this page
    }
  }

  // Only what this page offers to choose: nothing is folded away without a way back.
  const chosen = () => all("select", form).map((select) => select.value).filter(Boolean);

  const axisOf = (key) => key.split(":")[0];

  // The keys because of which a text does not fit.
  function mismatch(keys, choice) {
    const same = (axis) => keys.filter((key) => axisOf(key) === axis);
    return choice.filter((each) => !keys.includes(each)).flatMap((each) => same(axisOf(each)));
  }

  function withValues(text, labels) {
    const list = new Intl.ListFormat(root.lang, { type: "disjunction" });
    return text.replace("{values}", list.format(labels));
  }

  // ---- Sections

  const headings = all(".prose .heading[data-applies]");
  const lines = new Map();  // a folded section's heading -> the line that stands for the section

  function sectionOf(heading) {
    const level = (each) => each.firstElementChild.tagName;
    const parts = [];
    for (let at = heading.nextElementSibling; at; at = at.nextElementSibling) {
      if (at.matches(".footnotes") || at.matches(".heading") && level(at) <= level(heading)) break;
      if (at !== lines.get(heading)) parts.push(at);
    }
    return parts;
  }

  function unfold(heading) {
    lines.get(heading).remove();
    lines.delete(heading);
    showSections();
  }

  function fold(heading, labels) {
    const line = make("p", "fold-line", withValues(prose.dataset.folded, labels) + " ");
    const button = make("button", "button", prose.dataset.show);
    button.type = "button";
    button.addEventListener("click", () => {
      unfold(heading);
      heading.querySelector(".heading-link").focus();
    });
    line.append(button);
    heading.after(line);
    lines.set(heading, line);
  }

  // A section may stand in another, and each be folded or not.
  function showSections() {
    for (const heading of headings) {
      heading.classList.toggle("folded", lines.has(heading));
      for (const part of sectionOf(heading)) part.hidden = false;
    }
    for (const heading of lines.keys())
      for (const part of sectionOf(heading)) part.hidden = true;
  }

  function foldSections(choice) {
    lines.forEach((line) => line.remove());
    lines.clear();
    for (const heading of headings) {
      const keys = heading.dataset.applies.split(" ");
      const labels = all(".badge", heading).map((badge) => badge.textContent);
      const wrong = mismatch(keys, choice);
      if (wrong.length > 0) fold(heading, wrong.map((key) => labels[keys.indexOf(key)]));
    }
    showSections();
  }

  // A link that leads to a folded section, or into one, unfolds it.
  function unfoldTarget() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const around = [...lines.keys()].filter((heading) =>
      [heading, ...sectionOf(heading)].some((part) => part.contains(target)));
    if (!target || around.length === 0) return;
    around.forEach(unfold);
    target.scrollIntoView();
  }

  // ---- Articles

  function markArticles(choice) {
    for (const item of all(".summaries [data-applies]"))
      item.classList.toggle("other", mismatch(item.dataset.applies.split(" "), choice).length > 0);
  }

  function noteOtherArticle(choice) {
    all(".other-article").forEach((note) => note.remove());
    const badges = all("article > .applies-to .badge");
    const wrong = mismatch(badges.map((badge) => badge.dataset.key), choice);
    const labels = badges.filter((badge) => wrong.includes(badge.dataset.key))
      .map((badge) => badge.textContent);
    if (labels.length > 0)
      form.after(make("p", "notice other-article", withValues(prose.dataset.other, labels)));
  }

  function apply() {
    const choice = chosen();
    markArticles(choice);
    if (!prose) return;
    foldSections(choice);
    noteOtherArticle(choice);
  }

  const kept = stored();
  for (const select of all("select", form))
    if ([...select.options].some((option) => option.value === kept[select.name]))
      select.value = kept[select.name];

  form.classList.add("scripted");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    store({ ...stored(), [event.target.name]: event.target.value });
    apply();
  });
  addEventListener("hashchange", unfoldTarget);
  if (chosen().length > 0) {
    apply();
    unfoldTarget();
  }
})();
