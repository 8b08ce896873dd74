// A small index of resolved tickets of a test's own.
//
//   SmallTickets index;
//   index.publish({ticket("1", "Where is my card?", "It is on its way.")});   // what changed
//   index.publish({ticket("2", "…", "…")}, {"desk/1"});                       // and what is gone
//   auto live = index.open();
//
// Each publish() goes on from the one before, as a store that hands over what changed since. One
// thread at a time. Whatever fails here fails the test.

#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "core/index/searcher.h"
#include "core/index/ticket_writer.h"
#include "tests/core/base/temporary_folder.h"

namespace kb::index {

inline Ticket ticket(std::string id, std::string question, std::string answer,
                     std::string topic = {}, std::string subject = {}) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.lang = "en";
  ticket.created = Time(std::chrono::seconds(1'000'000 + std::stol(id)));
  ticket.id = std::move(id);
  ticket.subject = std::move(subject);
  ticket.question = std::move(question);
  ticket.answer = std::move(answer);
  ticket.topic = std::move(topic);
  return ticket;
}

class SmallTickets {
 public:
  void publish(const std::vector<Ticket>& changed, const std::vector<std::string>& gone = {}) {
    for (const auto& each : changed) store_[to_key(each)] = each;
    for (const auto& key : gone) store_.erase(key);
    const auto previous = Generation::open_current(folder_.path());
    auto builder = GenerationBuilder::begin(folder_.path(), {});
    ASSERT_TRUE(builder);
    auto writer =
        TicketWriter::begin(*builder, previous ? previous->get() : nullptr, lang_, stemmers_);
    ASSERT_TRUE(writer) << to_line(writer.error());
    for (const auto& each : changed) ASSERT_TRUE(writer->put(each));
    for (const auto& key : gone) writer->erase(key);
    const auto entry = writer->finish([&](const std::string& key) -> Result<std::optional<Ticket>> {
      ++looked_up;
      const auto found = store_.find(key);
      return found == store_.end() ? std::nullopt : std::optional(found->second);
    });
    ASSERT_TRUE(entry) << to_line(entry.error());
    Manifest manifest;
    if (*entry) manifest.databases.push_back(**entry);
    ASSERT_TRUE(builder->publish(manifest, {}, 2));
  }

  std::shared_ptr<const Generation> open() const {
    auto live = Generation::open_current(folder_.path());
    EXPECT_TRUE(live) << to_line(live.error());
    return *live;
  }
  // Of the live generation; valid until the next call.
  const Database* database() {
    live_ = open();
    return live_->database(tickets_of(lang_));
  }

  SimilarTickets similar(SimilarRequest request) {
    if (request.lang.empty()) request.lang = lang_;
    request.audience = Audience::agents;
    Searcher searcher(open(), stemmers_);
    auto found = searcher.similar(request);
    EXPECT_TRUE(found) << to_line(found.error());
    return found ? std::move(*found) : SimilarTickets{};
  }

  text::Stemmers& stemmers() { return stemmers_; }
  const std::filesystem::path& path() const { return folder_.path(); }
  void set_language(std::string lang) { lang_ = std::move(lang); }

  int looked_up = 0;  // tickets that were asked for again

 private:
  TemporaryFolder folder_;
  text::Stemmers stemmers_;
  std::shared_ptr<const Generation> live_;
  std::string lang_ = "en";
  std::map<std::string, Ticket> store_;
};

}  // namespace kb::index
