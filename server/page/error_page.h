// The page for when the help center itself is at fault: an error is never shown as emptiness.
//
//   ErrorPage page;
//   page.problem = Problem::search_failed;
//   std::string html = render(renderer, page);
//
// Says what the reader can do, and an id by which the operator finds the cause in the log; never
// the cause itself. Pure and thread-safe. The caller answers with the status given at each problem.

#pragma once

#include <string>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

enum class Problem {
  search_failed,  // 500: the rest of the help center may work
  no_index,       // 503: the help center has not been published yet
  internal,       // 500
};

struct ErrorPage {
  Site site = {};
  Problem problem = Problem::internal;
  std::string request_id = {};
  std::string retry_url = {};  // empty: no link
};

std::string render(const Renderer& renderer, const ErrorPage& page);

}  // namespace kb::page
