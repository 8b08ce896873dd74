// The tickets' part of a build: `kind: tickets` sources go into the store, and what changed in the
// store goes into the {lang}.tickets databases of the generation that is being built.
//
//   auto problems = import_ticket_sources(config, clock, progress);    // before planning
//   auto changes = TicketChanges::since(config, live, rewrite);        // no store: none
//   if (changes->any()) changes->write(builder, manifest, workers);
//
// Where a server holds the store, it takes the tickets and we read. Without ticket sources and
// without a store nothing happens, and none is made. Belongs to one thread, besides its own. A
// store that cannot be used is an Error; the caller publishes articles all the same.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "core/index/generation_publisher.h"
#include "core/store/store.h"
#include "core/text/stemmer.h"
#include "indexer/progress.h"

namespace kb {

// What could not be imported, each with its file and line.
std::vector<Error> import_ticket_sources(const Config& config, const Clock& clock,
                                         Progress& progress);

class TicketChanges {
 public:
  // `live`: null, or the generation to go on from. `rewrite`: languages that are analysed otherwise
  // now. Both must outlive it.
  static Result<TicketChanges> since(const Config& config, const index::Generation* live,
                                     const std::set<std::string>& rewrite);

  // Whether the databases would be others than those of `live`.
  bool any() const { return any_; }

  const store::Store* store() const { return store_.get(); }  // opened for reading; null: none

  // Adds the databases, the fingerprints of their languages and the mark to the manifest.
  Result<void> write(index::GenerationBuilder& builder, index::Manifest& manifest,
                     unsigned workers) const;

 private:
  TicketChanges() = default;
  Result<std::optional<index::DatabaseEntry>> write_language(index::GenerationBuilder& builder,
                                                             const std::string& lang,
                                                             text::Stemmers& stemmers) const;
  bool begins_afresh(const std::string& lang) const;

  std::unique_ptr<store::Store> store_;  // null: there is none
  const index::Generation* live_ = nullptr;
  const std::set<std::string>* rewrite_ = nullptr;
  std::int64_t seen_ = 0;    // the store's change that `live` was made at
  std::int64_t latest_ = 0;  // its last one now
  std::vector<std::string> languages_;
  bool any_ = false;
};

}  // namespace kb
