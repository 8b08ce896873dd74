// One or two questions more, of some of those who read an article or needed no ticket after all.
//
//   http::Response answer = answer_survey(context);    // /ro/survey?about=contact
//
// Of a contact it asks how easy it was, and one of the other scales; of an article one of all. Each
// question is noted when it is shown (value 0) and when it is answered (the mark). An answer that
// is no mark of its scale is shown again with what is wrong; where nothing is noted there is no
// such page. Thread-safe.

#pragma once

#include <string_view>
#include <vector>

#include "server/http/message.h"
#include "server/page/survey_page.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_survey(const PageContext& context);

// Drawn by `chance`, which is different for each request: its id.
std::vector<page::SurveyQuestion> questions_about(std::string_view about, std::string_view chance);

}  // namespace kb
