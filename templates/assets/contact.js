// Suggestions while somebody writes to the team, and the ways to reach it that fit the topic. The
// form works without this file: then suggestions come on a page of their own. Words and cards come
// from the page. Order: asking, showing, what a suggestion's buttons do, sending, ways.
(() => {
  "use strict";

  const form = document.getElementById("contact-form");
  if (!form) return;
  const { subject, description, category } = form.elements;
  const place = form.querySelector("[data-suggestions]");
  const said = form.querySelector("[data-said]");

  // ---- Asking: a moment after the last letter; an older question is dropped

  const pause = 400;    // ms
  const shortest = 8;   // characters
  const most = 3;       // suggestions at a time
  const dropped = new Set();
  let waiting = 0;
  let asking = null;
  let asked = "";

  async function ask() {
    const text = { subject: subject.value.trim(), description: description.value.trim() };
    const question = JSON.stringify(text);
    if (question === asked) return;
    asked = question;
    asking?.abort();
    if (text.subject.length + text.description.length < shortest) return show([]);
    asking = new AbortController();
    try {
      const answer = await fetch(place.dataset.url, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({
          ...text, lang: place.dataset.lang, form: form.elements.form.value,
          t: form.elements.t.value, limit: most + dropped.size,
        }),
        signal: asking.signal,
      });
      if (answer.ok) show((await answer.json()).results);
    } catch {
      // Nothing to show; the form is there to be sent.
    }
  }

  function wait() {
    clearTimeout(waiting);
    waiting = setTimeout(ask, pause);
  }

  // ---- Showing: cards that are there already stay as they are, open or not

  const keyOf = (result) => `${result.lang}/${result.id}`;
  const cards = new Map();

  function makeCard(result) {
    const card = place.querySelector("template[data-card]").content.firstElementChild.cloneNode(true);
    const key = keyOf(result);
    const part = (selector) => card.querySelector(selector);
    card.dataset.object = key;
    part(".title").textContent = result.title;
    part(".section").textContent = result.section?.title ?? "";
    part(".passage").innerHTML = result.passage_html;
    part(".whole a").href = result.url;
    if (result.lang !== document.documentElement.lang)
      for (const text of card.querySelectorAll(".title, .section, .passage")) {
        text.lang = result.lang;
        text.dir = "auto";
      }
    part("details").addEventListener("toggle", () => tellOpened(card), { once: true });
    part("[data-solved]").addEventListener("click", () => solved(key));
    part("[data-still]").addEventListener("click", () => drop(card, key));
    return card;
  }

  function show(results) {
    const list = place.querySelector(".suggestion-list");
    const shown = results.filter((result) => !dropped.has(keyOf(result))).slice(0, most);
    for (const result of shown) {
      const key = keyOf(result);
      if (!cards.has(key)) {
        cards.set(key, makeCard(result));
        carry("seen", key);
      }
    }
    // One that is being read or used is not taken away from under the reader.
    const wanted = shown.map((result) => cards.get(keyOf(result)));
    const kept = [...list.children].filter((card) => !wanted.includes(card) &&
      (card.contains(document.activeElement) || card.querySelector("details").open));
    const next = [...kept, ...wanted];
    if (next.some((card, at) => card !== list.children[at]) || next.length !== list.children.length) {
      const focused = document.activeElement;
      list.replaceChildren(...next);
      if (list.contains(focused)) focused.focus();  // moving a card takes it away
    }
    tellCount(list);
  }

  function tellCount(list) {
    const count = list.children.length;
    place.hidden = count === 0;
    const words = place.querySelectorAll("template[data-count]")[count - 1];
    const text = words ? words.content.textContent : "";
    if (said.textContent !== text) said.textContent = text;
  }

  function carry(name, value) {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    form.append(field);
    return field;
  }

  // ---- What a suggestion's buttons do

  function tellOpened(card) {
    const position = [...card.parentElement.children].indexOf(card) + 1;
    navigator.sendBeacon(form.action, new URLSearchParams({
      do: "clicked", form: form.elements.form.value, object: card.dataset.object, position,
    }));
  }

  function solved(key) {
    const field = carry("solved", key);
    HTMLFormElement.prototype.submit.call(form);
    field.remove();  // who comes back sends the message after all
  }

  // It did not help: it goes, and the writer goes on where they were.
  function drop(card, key) {
    const list = card.parentElement;
    dropped.add(key);
    card.remove();
    tellCount(list);
    description.focus();
  }

  // ---- Sending: the suggestions were seen here, so there is no page between

  form.querySelector("[name=do]").value = "send";
  if (place) {
    form.addEventListener("input", (event) => {
      if (event.target === subject || event.target === description) wait();
    });
    if (subject.value || description.value) wait();
  }

  // ---- Ways: those of the topic that is chosen

  const ways = form.querySelector("[data-ways]");
  const sets = [...form.querySelectorAll("template[data-for]")];
  category?.addEventListener("change", () => {
    const of = (key) => sets.find((set) => set.dataset.for.includes(` ${key} `));
    const set = (category.value && of(category.value)) || sets[0];
    if (set) ways.replaceChildren(set.content.cloneNode(true));
  });
})();
