#include "server/page/error_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {
namespace {

struct ErrorWords {
  std::string title, advice;
};

ErrorWords problem_words(const Frame& frame, Problem problem) {
  switch (problem) {
    case Problem::search_failed:
      return {frame.text("error.search.title"), frame.text("error.search.advice")};
    case Problem::no_index:
      return {frame.text("error.no_index.title"), frame.text("error.no_index.advice")};
    case Problem::internal:
      break;
  }
  return {frame.text("error.internal.title"), frame.text("error.internal.advice")};
}

}  // namespace

std::string render(const Renderer& renderer, const ErrorPage& page) {
  const Frame frame(renderer, page.site);
  auto [title, advice] = problem_words(frame, page.problem);
  // A search box would only lead to the same error.
  nlohmann::json model = frame.model({.title = title,
                                      .for_engines = false,
                                      .search_in_header = page.problem == Problem::internal});
  model["title"] = std::move(title);
  model["advice"] = std::move(advice);
  model["retry_url"] = page.retry_url;
  model["reference"] =
      page.request_id.empty() ? "" : frame.text("error.reference", {{"id", page.request_id}});
  return frame.fill("error", model);
}

}  // namespace kb::page
