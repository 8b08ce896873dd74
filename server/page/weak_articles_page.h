// Articles that want work, each with its reasons and the next step for each.
//
//   WeakArticlesPage page{.staff = site, .action = "/writer/articles",
//                         .articles = {{.title = "Refund", .findings = {…}}}};
//   std::string html = render(renderer, page);
//
// Findings come in words, in the language of the interface. Plain values, pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct WeakArticlesPage {
  enum class Empty { none, no_articles, none_chosen };
  struct Finding {
    std::string reason = {};  // "outdated": worded by "coverage.reason_outdated"
    std::string evidence = {};
    std::string work_url = {};  // where "coverage.step_outdated" is done
  };
  struct Article {
    std::string title = {};
    std::string lang = {};
    std::string url = {};
    std::string category = {};  // its name; may be empty
    std::string owner = {};
    std::int64_t readers = 0;
    std::vector<Finding> findings = {};
  };
  StaffSite staff = {};
  std::string action = {};
  Time from = {};  // the days looked at
  Time to = {};
  std::string note = {};  // what cannot be said yet; may be empty
  std::vector<Choice> reasons = {};
  std::vector<Choice> languages = {};
  std::vector<Choice> categories = {};
  std::int64_t count = 0;  // of all pages
  std::vector<Article> articles = {};
  Empty empty = Empty::none;
  Paging paging = {};
  std::string csv_url = {};
  std::string json_url = {};
};

std::string render(const Renderer& renderer, const WeakArticlesPage& page);

}  // namespace kb::page
