// What somebody asks of the translations, by page or API, and the answer from store and index.
//
//   const auto filter = translation_filter(request);          // ?lang=pl&state=missing
//   const auto told = read_translations(staff, *filter);
//   to_query(*filter)                                         // "lang=pl&state=missing"
//
// A state that is none is an Error that lists what there is. For one request, on its thread.

#pragma once

#include <string>

#include "server/coverage/translation_matrix.h"
#include "server/staff_request.h"

namespace kb {

inline constexpr std::int64_t kDemandDays = 28;

Result<TranslationFilter> translation_filter(const http::Request& request);
std::string to_query(const TranslationFilter& filter);

struct ToldTranslations {
  store::DayRange days = {};  // whose visitors are counted
  bool has_articles = false;  // any at all, chosen or not
  bool is_complete = false;   // of all articles
  bool has_one_language = false;
  TranslationMatrix matrix = {};  // what was chosen
};
Result<ToldTranslations> read_translations(const StaffRequest& staff,
                                           const TranslationFilter& filter);

}  // namespace kb
