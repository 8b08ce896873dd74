#include "server/page/watch_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

// Keys of texts: the heading, and what is said below it.
struct WatchWords {
  const char* title;
  const char* text;
};

WatchWords watch_words(const WatchPage& page) {
  switch (page.step) {
    case WatchStep::sent:
      return {"watch.sent_title", "watch.sent"};
    case WatchStep::decide:
      return {"watch.decide_title", "watch.decide"};
    case WatchStep::confirmed:
      return {"watch.confirmed_title", "watch.confirmed"};
    case WatchStep::stopped:
      return {"watch.stopped_title", "watch.stopped"};
    case WatchStep::gone:
      return {"watch.gone_title", "watch.gone"};
    case WatchStep::ask:
      break;
  }
  return {"watch.title", page.article.empty() ? "watch.of_query" : "watch.of_article"};
}

std::string watch_fault(const Frame& frame, WatchFault fault) {
  switch (fault) {
    case WatchFault::bad_email:
      return frame.text("watch.bad_email");
    case WatchFault::too_many:
      return frame.text("watch.too_many");
    case WatchFault::unavailable:
      return frame.text("watch.unavailable");
    case WatchFault::none:
      break;
  }
  return {};
}

}  // namespace

std::string render(const Renderer& renderer, const WatchPage& page) {
  const Frame frame(renderer, page.site);
  const auto [title, text] = watch_words(page);
  nlohmann::json model =
      frame.model({.title = frame.text(title), .for_engines = false, .for_finding = false});
  model["heading"] = frame.text(title);
  model["says"] = frame.text(
      text, {{"query", frame.isolated(page.query)}, {"title", frame.isolated(page.title)}});
  model["ask"] = page.step == WatchStep::ask;
  model["decide"] = page.step == WatchStep::decide;
  model["action"] = page.action;
  model["asked_query"] = page.query;
  model["article"] = page.article;
  model["email"] = page.email;
  model["fault"] = watch_fault(frame, page.fault);
  model["wrong"] = page.fault == WatchFault::bad_email;
  return frame.fill("watch", model);
}

}  // namespace kb::page
