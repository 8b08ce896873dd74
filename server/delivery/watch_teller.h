// Tells those who asked when their question is answered: once, by mail; then they are forgotten.
//
//   WatchTeller teller({config, searchers, renderer.texts(), urls, clock, store, log_problem});
//   teller.run();       // whenever a generation was published or a watch confirmed
//
// A search that found nothing is answered when it finds something in its language; an article that
// did not help, when its text is another. Each watch is looked at once for each generation. Two
// servers that share a store tell once: the mail has one key. Belongs to one thread.

#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "core/store/answer_watches.h"
#include "core/store/store.h"
#include "server/page/layout.h"
#include "server/page/texts.h"
#include "server/urls.h"

namespace kb {

class WatchTeller {
 public:
  struct Parts {
    const Config& config;
    index::SearcherPool& searchers;
    const page::Texts& texts;
    const Urls& urls;
    const Clock& clock;
    std::function<store::Store*()> store;  // null: away for now
    std::function<void(const Error&)> problem;
  };

  explicit WatchTeller(Parts parts) : parts_(std::move(parts)) {}

  void run();

 private:
  Result<void> look_at(store::Store& store, index::Searcher& searcher,
                       const store::AnswerWatch& watch) const;
  Result<std::vector<page::Link>> answers_to(index::Searcher& searcher,
                                             const store::AnswerWatch& watch) const;
  Result<std::vector<page::Link>> found_for(index::Searcher& searcher,
                                            const store::AnswerWatch& watch) const;
  std::vector<page::Link> changed_article(const index::Generation& generation,
                                          const store::AnswerWatch& watch) const;
  page::Link link_to(const std::string& lang, const std::string& id, const std::string& title,
                     Kind kind) const;

  const Parts parts_;
  std::uint64_t generation_ = 0;
  std::set<std::int64_t> looked_at_;  // for that generation
};

}  // namespace kb
