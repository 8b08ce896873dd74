// The live index as the simulated visitors meet it: what a search shows them, as the server would.
//
//   auto index = HelpIndex::open(config, clock.now());
//   const Shown& shown = index->search("pl", "asystent głosowy");     // asked before: remembered
//
// For one thread.

#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/base/config.h"
#include "core/index/searcher.h"
#include "core/text/stemmer.h"

namespace kb::simulation {

struct Shown {
  std::vector<index::Hit> hits;
  std::size_t total = 0;
  bool corrected = false;
};

class HelpIndex {
 public:
  static Result<HelpIndex> open(const Config& config, Time now);

  Result<const Shown*> search(const std::string& lang, const std::string& text);

 private:
  HelpIndex(const Config& config, Time now, std::shared_ptr<const index::Generation> live);

  const Config* config_;
  Time now_;
  std::unique_ptr<text::Stemmers> stemmers_;
  index::Searcher searcher_;
  std::map<std::pair<std::string, std::string>, Shown> remembered_;
};

}  // namespace kb::simulation
