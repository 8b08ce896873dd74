// Articles by languages for programs: as JSON, and as a table with a row a cell.
//
//   translations_json(told)       // {"from": "2026-02-11", …, "articles": [{"id": …}]}
//   translations_csv(told)        // article,original,title,category,lang,state,views,asked,clicks
//
// Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "server/coverage/translation_question.h"
#include "server/http/message.h"

namespace kb {

std::string translations_json(const ToldTranslations& told);
std::string translations_csv(const ToldTranslations& told);

// A table as a file to download, kept by no cache.
http::Response csv_download(std::string_view name, std::string text);

}  // namespace kb
