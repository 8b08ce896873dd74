// Which matches a reader may see: not those that expired, nor what an earlier language showed, nor
// the version of an article for an earlier audience where its own has another; and all its phrases,
// but none that is excluded, must stand in the text.
//
//   const MatchFilter filter(generation, handle, now, &shown, query);
//   enquire.get_mset(0, 10, 1001, nullptr, filter.if_needed());
//   if (filter.error()) return fail(*filter.error());
//
// One per search; not thread-safe. Included by this folder's .cc files alone (xapian_seam.h).

#pragma once

#include <optional>
#include <vector>

#include "core/index/language_handle.h"
#include "core/index/phrase_match.h"
#include "core/index/xapian_seam.h"

namespace kb::index {

class MatchFilter final : public Xapian::MatchDecider {
 public:
  // `shown`: by article number, those to leave out; null or empty: none.
  MatchFilter(const Generation& generation, const LanguageHandle& handle, Time now,
              const std::vector<bool>* shown, const Query& query);

  // Null where every match passes: then Xapian need not ask.
  const MatchFilter* if_needed() const;

  bool operator()(const Xapian::Document& document) const override;

  // A record that could not be read while matching: then the result is none.
  const std::optional<Error>& error() const { return error_; }

 private:
  bool has_right_phrases(LanguageHandle::Number number) const;

  const Generation& generation_;
  const LanguageHandle& handle_;
  Time now_;
  const std::vector<bool>* shown_;  // null: none
  std::vector<PhraseMatcher> required_;
  std::vector<PhraseMatcher> excluded_;
  mutable std::optional<Error> error_;  // Xapian calls a const filter
};

}  // namespace kb::index
