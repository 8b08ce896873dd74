// What a team should know of the last seven days, in one look: which gaps help most, what is new,
// what was closed for good and what came back, how the figures stand, what to do next.
//
//   auto digest = make_digest({center, store, center.gaps ? center.gaps->report() : nullptr});
//   digest->top, digest->closed, digest->at_risk, digest->wishes …
//   in_words(*digest, center, lang)                   // digest_words.h
//
// Of each kind only the first few. Where no gaps were looked for yet, `knows_gaps` is false. An
// Error is the store's. Thread-safe; takes about as long as /writer/articles.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/insights/gaps/gap.h"
#include "core/insights/visit_report.h"
#include "core/insights/wishes.h"
#include "server/coverage/weak_articles.h"
#include "server/help_center.h"
#include "server/insights/target_view.h"

namespace kb {

struct DigestGap {
  std::int64_t id = 0;  // 0: no server has kept it yet
  std::string lang = {};
  std::string label = {};
  std::int64_t customers = 0;
  std::int64_t tickets = 0;
};

// How often its questions failed before it was published, and since.
struct DigestProof {
  std::int64_t id = 0;
  std::string lang = {};
  std::string label = {};
  insights::Share before = {};
  insights::Share after = {};
};

struct Digest {
  Time made = {};
  store::DayRange days = {};  // whole ones
  bool knows_gaps = false;
  std::vector<DigestGap> top = {};
  std::vector<DigestGap> rising = {};  // or new
  std::vector<DigestProof> closed = {};
  std::vector<DigestProof> returned = {};
  std::vector<StandingTarget> at_risk = {};
  std::vector<insights::ComparedVisitFigure> figures = {};  // with the week before
  std::vector<WeakArticle> weak = {};
  std::vector<insights::Wish> wishes = {};

  bool is_empty() const;
};

struct DigestSource {
  const HelpCenter& center;
  const store::Store& store;
  std::shared_ptr<const insights::GapReport> gaps = {};  // null: not found yet
};
Result<Digest> make_digest(const DigestSource& source);

}  // namespace kb
