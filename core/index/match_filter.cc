#include "core/index/match_filter.h"

#include <algorithm>

namespace kb::index {

MatchFilter::MatchFilter(const Generation& generation, const LanguageHandle& handle, Time now,
                         const std::vector<bool>* shown, const Query& query)
    : generation_(generation),
      handle_(handle),
      now_(now),
      shown_(shown != nullptr && !shown->empty() ? shown : nullptr) {
  for (const auto& phrase : query.phrases)
    if (phrase.size() > 1) required_.emplace_back(phrase);
  for (const auto& phrase : query.excluded)
    if (phrase.size() > 1) excluded_.emplace_back(phrase);
}

const MatchFilter* MatchFilter::if_needed() const {
  const bool needed = handle_.has_dates() || handle_.parts().size() > 1 || shown_ != nullptr ||
                      !required_.empty() || !excluded_.empty();
  return needed ? this : nullptr;
}

bool MatchFilter::operator()(const Xapian::Document& document) const {
  const auto number = handle_.number_within_match(document);
  if (shown_ != nullptr && (*shown_)[handle_.article_number(number)]) return false;
  const Row& row = handle_.row_of(number);
  if (handle_.has_dates() && !row.listed(now_)) return false;
  if (handle_.parts().size() > 1 && handle_.is_replaced(handle_.part_of(number), row.id))
    return false;
  return (required_.empty() && excluded_.empty()) || has_right_phrases(number);
}

bool MatchFilter::has_right_phrases(LanguageHandle::Number number) const {
  const auto record = generation_.read_record(handle_.part_of(number), handle_.row_of(number),
                                              Generation::Part::head);
  if (!record) {
    error_ = record.error();
    return false;
  }
  const auto is_in = [&](const PhraseMatcher& phrase) { return phrase.is_in(*record); };
  return std::all_of(required_.begin(), required_.end(), is_in) &&
         std::none_of(excluded_.begin(), excluded_.end(), is_in);
}

}  // namespace kb::index
