// Tells those who asked when their question is answered: once, by mail; then they are forgotten.
//
//   WatchTeller teller({config, searchers, renderer.texts(), urls, clock, store, log_problem});
//   teller.run();                     // whenever a generation was published or a watch confirmed
//   teller.tell_of_proved(sql, gap);  // in the transaction that says that a gap is closed
//
// A search that found nothing is answered when it finds something in its language, or the gap that
// it belongs to is proved closed; an article that did not help, when its text is another. run()
// looks at each watch once for each generation. Two servers that share a store tell once: the mail
// has one key. run() belongs to one thread, tell_of_proved() to any.

#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/index/searcher_pool.h"
#include "core/store/answer_watches.h"
#include "core/store/gap_table.h"
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
  // Whoever asked one of its questions; of a gap that returned nobody is told.
  Result<void> tell_of_proved(store::Sql& sql, const store::Gap& gap) const;

 private:
  Result<void> look_at(store::Store& store, index::Searcher& searcher,
                       const store::AnswerWatch& watch) const;
  Result<std::vector<page::Link>> answers_to(index::Searcher& searcher,
                                             const store::AnswerWatch& watch) const;
  // In its language. `verbatim`: as it was asked, without another spelling or synonyms.
  Result<std::vector<page::Link>> found_for(index::Searcher& searcher,
                                            const store::AnswerWatch& watch, bool verbatim) const;
  Result<std::vector<page::Link>> answers_of(const store::Gap& gap, index::Searcher& searcher,
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
