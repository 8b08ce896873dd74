// What figures can be chosen by, as choices of a form: languages and categories of the index.
//
//   view.languages = language_choices(staff, question.lang, texts);
//
// What was chosen is there, too, should the index not know it. Pure but for the caches of the help
// center; thread-safe.

#pragma once

#include <string>
#include <vector>

#include "server/page/review_parts.h"
#include "server/page/texts.h"
#include "server/staff_request.h"

namespace kb {

std::vector<page::Choice> language_choices(const StaffRequest& staff, const std::string& chosen,
                                           const page::LanguageTexts& texts);
std::vector<page::Choice> category_choices(const StaffRequest& staff, const std::string& chosen,
                                           const page::LanguageTexts& texts);

}  // namespace kb
