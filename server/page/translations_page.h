// Articles by languages, each cell with its demand and what to do about it.
//
//   TranslationsPage page{.staff = site, .action = "/writer/translations",
//                         .languages = {"en", "pl"}, .rows = {…}};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct TranslationsPage {
  enum class Empty { no_articles, none_chosen };
  struct Cell {
    std::string state = {};  // "original", "translated", "stale", "missing"
    std::string url = {};    // of this version; empty: there is none
    std::int64_t views = 0;
    std::int64_t asked = 0;
    std::string work_url = {};  // a draft to start from; empty: nothing to do
  };
  struct Row {
    std::string title = {};
    std::string lang = {};  // of the title
    std::string url = {};   // of the original
    std::int64_t unmet = 0;
    std::vector<Cell> cells = {};
  };
  StaffSite staff = {};
  std::string action = {};
  Time from = {};  // the days whose visitors are counted
  Time to = {};
  std::vector<Choice> language_choices = {};
  std::vector<Choice> categories = {};
  std::string state = {};  // chosen; empty: all
  std::vector<std::string> languages = {};
  std::vector<Row> rows = {};
  std::int64_t count = 0;  // of all pages
  bool is_complete = false;
  bool has_one_language = false;
  Empty empty = Empty::no_articles;
  Paging paging = {};
  std::string csv_url = {};
  std::string json_url = {};
};

std::string render(const Renderer& renderer, const TranslationsPage& page);

}  // namespace kb::page
