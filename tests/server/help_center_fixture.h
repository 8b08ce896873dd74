// A whole help center without its sockets: content in a folder, a built index, real templates.
//
//   HelpCenterFixture center;
//   center.site.write("en/a.md", "# A\n");
//   center.publish();
//   http::Response answer = center.get("/en/a/a");
//
// publish() builds and lets the pool see it. Not thread-safe, but get() is once published.

#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <string>

#include "server/contact/contact_desk.h"
#include "server/context/context_desk.h"
#include "server/events/events.h"
#include "server/http/target.h"
#include "server/insights/kept_figures.h"
#include "server/metrics.h"
#include "server/router.h"
#include "tests/site_in_folder.h"

namespace kb {

class HelpCenterFixture {
 public:
  HelpCenterFixture() { start(); }

  // After a change of site.config.
  void start() {
    router_.reset();
    urls_.emplace(site.config.site.base_path);
    searchers_.emplace(site.index(), stemmers_);
    shelves_.emplace();
    suggester_.emplace(stemmers_);
    read_counts_.emplace(site.folder() / "most-read.json", site.clock);
    figures_.emplace();
    preview_.emplace(site.index());
    center_.emplace(HelpCenter{site.config, *urls_, *searchers_, renderer(), site.clock, *shelves_,
                               *suggester_, *read_counts_, *figures_});
    if (is_preview) center_->preview = &*preview_;
    center_->live_store = live_store_ ? &*live_store_ : nullptr;
    center_->login = login_.get();
    center_->builds = builds;
    center_->replays = replays;
    center_->deliveries = deliveries;
    center_->events = is_preview ? nullptr : events_.get();
    center_->context =
        &context_.emplace(site.clock, [](const Error& error) { ADD_FAILURE() << to_line(error); });
    contact_.reset();
    if (center_->events)
      center_->contact = &contact_.emplace(ContactDesk::Parts{
          site.config, site.clock, *center_->events, [this] { return next_random; }});
    router_.emplace(*center_, metrics, "{}");
  }

  // The staff's pages need one, and so does what is noted; those for customers do without.
  void open_store() {
    auto events =
        Events::create({.config = site.config,
                        .clock = site.clock,
                        .spool = site.folder() / "events.spool",
                        .problem = [](const Error& error) { ADD_FAILURE() << to_line(error); }});
    EXPECT_TRUE(events) << to_line(events.error());
    events_ = std::move(*events);
    live_store_.emplace(
        site.config.store.url,
        LiveStore::Told{.opened = [this](store::Store& store) { events_->opened(store); },
                        .problem = [](const Error& error) { ADD_FAILURE() << to_line(error); }});
    auto login = Login::create(site.config, site.clock, Passwords::Cost::least);
    EXPECT_TRUE(login) << to_line(login.error());
    login_ = std::move(*login);
    start();
  }

  void publish() {
    site.must_build();
    refresh();
  }
  void refresh() {
    const auto refreshed = searchers_->refresh();
    EXPECT_TRUE(refreshed) << to_line(refreshed.error());
  }

  // As a browser asks: "/en/search?q=late+parcel".
  static http::Request request(const std::string& target, std::vector<http::Field> headers = {}) {
    http::Request request;
    request.method = "GET";
    request.target = target;
    auto parsed = http::parse_target(target);
    EXPECT_TRUE(parsed) << target;
    if (parsed) {
      request.path = parsed->path;
      request.parameters = parsed->parameters;
    }
    request.headers = std::move(headers);
    request.request_id = "4f1d8a90c2b3e456";
    return request;
  }
  http::Response get(const std::string& target, std::vector<http::Field> headers = {}) const {
    return router_->answer(request(target, std::move(headers)));
  }

  const HelpCenter& center() const { return *center_; }
  const Router& router() const { return *router_; }
  index::SearcherPool& searchers() { return *searchers_; }

  ReadCounts& read_counts() { return *read_counts_; }

  SiteInFolder site;
  bool is_preview = false;        // for the next start()
  double next_random = 0.5;       // what the contact form draws: below contact.holdout, or not
  BuildRunner* builds = nullptr;  // likewise
  DeliveryWorker* deliveries = nullptr;  // likewise
  ReplayRunner* replays = nullptr;       // likewise
  Metrics metrics;

 private:
  static const page::Renderer& renderer() {
    static const auto loaded = page::Renderer::load(std::string(KB_SOURCE_FOLDER) + "/templates");
    if (!loaded) ADD_FAILURE() << to_line(loaded.error());
    return loaded.value();
  }

  text::Stemmers stemmers_;
  std::optional<Urls> urls_;
  std::optional<index::SearcherPool> searchers_;
  std::optional<ShelfCache> shelves_;
  std::optional<index::Suggester> suggester_;
  std::optional<ReadCounts> read_counts_;
  std::optional<KeptFigures> figures_;
  std::optional<Preview> preview_;
  std::optional<LiveStore> live_store_;
  std::unique_ptr<Events> events_;
  std::optional<ContactDesk> contact_;
  std::optional<ContextDesk> context_;
  std::unique_ptr<Login> login_;
  std::optional<HelpCenter> center_;
  std::optional<Router> router_;
};

// The value of a header of an answer, or "".
inline std::string header(const http::Response& response, std::string_view name) {
  for (const auto& field : response.headers)
    if (field.name == name) return field.value;
  return {};
}

}  // namespace kb
