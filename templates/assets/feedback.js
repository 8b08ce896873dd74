// Asking how it went, without leaving the page. Every form of it works without this file: here its
// answer, a page, comes in the background, and the part of it that matters stands in place of the
// form. Order: in place, whether to ask more, when to.
(() => {
  "use strict";

  // ---- In place: elements with data-in-place, each with its counterpart in the page that answers

  // In a page of its own the part has the h1; here the page has one already.
  function asPart(part) {
    part.querySelectorAll("noscript").forEach((each) => each.remove());
    for (const title of part.querySelectorAll("h1")) {
      const lower = document.createElement("h2");
      lower.id = title.id;
      lower.append(...title.childNodes);
      title.replaceWith(lower);
    }
    return document.adoptNode(part);
  }

  // The vote belongs to what was done before: events.js takes it along from here.
  function keepTrail(trail) {
    try { if (trail) sessionStorage.setItem("kb-trail", trail); } catch { /* The part has it. */ }
  }

  async function fetchPart(name, url, options) {
    const answer = await fetch(url, options);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const part = page.querySelector(`[data-in-place="${name}"]`);
    if (!part) throw new Error(`${url} answered ${answer.status} without ${name}`);
    keepTrail(part.dataset.trail);
    return asPart(part);
  }

  // What is read next: whoever pressed the button that is gone now goes on from here.
  function goTo(title) {
    title.tabIndex = -1;
    title.focus({ preventScroll: title.getBoundingClientRect().top > 0 });
  }

  // As if this file were not there.
  function sendAsPage(form, pressed) {
    if (pressed?.name) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = pressed.name;
      field.value = pressed.value;
      form.append(field);
    }
    form.submit();
  }

  document.addEventListener("submit", async (event) => {
    const form = event.target;
    const place = form.closest("[data-in-place]");
    if (!place) return;
    event.preventDefault();
    if (place.ariaBusy === "true") return;
    place.ariaBusy = "true";
    const body = new URLSearchParams(new FormData(form));
    if (event.submitter?.name) body.append(event.submitter.name, event.submitter.value);
    try {
      const part = await fetchPart(place.dataset.inPlace, form.action, { method: "POST", body });
      place.replaceWith(part);
      goTo(part.querySelector("[role=alert]") ?? part.querySelector("h2"));
      if ("helped" in part.dataset) ask((survey) => part.after(survey));
    } catch {
      sendAsPage(form, event.submitter);
    }
  });

  // ---- Whether to ask more: some of the readers, each once in a while. Nothing but the time of the
  // last asking is kept, and only here.

  const day = 24 * 60 * 60 * 1000;
  const pause = 30 * day;
  const share = 1 / 4;  // one reader in four: figures within weeks, and three are left in peace
  const key = "answerwell.asked";

  // A browser that remembers nothing would be asked each time: it is not asked at all.
  function askedLately() {
    try {
      const last = Number(localStorage.getItem(key));
      return Math.abs(Date.now() - last) < pause;
    } catch {
      return true;
    }
  }
  function rememberAsking() {
    try {
      localStorage.setItem(key, String(Date.now()));
      return true;
    } catch {
      return false;
    }
  }

  const question = document.querySelector(".article-foot [data-survey]");
  const surveyUrl = question?.dataset.survey;
  let open = Boolean(surveyUrl) && Math.random() < share;

  async function ask(insert) {
    if (!open || askedLately() || !rememberAsking()) return;
    open = false;
    try {
      const survey = await fetchPart("survey", surveyUrl);
      for (const button of survey.querySelectorAll("[data-dismiss]")) {
        button.hidden = false;
        button.addEventListener("click", () => {
          survey.remove();
          goTo(document.querySelector(".feedback h2"));
        });
      }
      insert(survey);
    } catch { /* Then nobody is asked. */ }
  }

  // ---- When: after a yes, or when the article was read to its end and not just scrolled through.
  // Then at the very end of the page, where nothing moves that is being read.

  const readingTime = 20;  // seconds in view

  if (open && !askedLately()) {
    let seconds = 0;
    let reached = false;
    const foot = question.closest(".article-foot");
    const maybe = () => {
      if (reached && seconds >= readingTime) ask((survey) => foot.append(survey));
    };
    const clock = setInterval(() => {
      if (document.visibilityState !== "visible") return;
      seconds += 1;
      if (seconds >= readingTime) clearInterval(clock);
      maybe();
    }, 1000);
    new IntersectionObserver((entries, watching) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watching.disconnect();
      reached = true;
      maybe();
    }).observe(question);
  }

  // The page of the questions itself, and invitations elsewhere: who was asked lately is left alone.
  for (const invitation of document.querySelectorAll("[data-survey-invitation]"))
    invitation.hidden = askedLately();
  if (document.querySelector(".survey form")) rememberAsking();
})();
