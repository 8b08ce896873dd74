#include "server/page/error_page.h"

#include "server/pages/answers.h"

namespace kb {
namespace {

http::Response error_answer(const PageContext& context, int status, page::Problem problem) {
  page::ErrorPage view;
  view.site = context.site();
  view.problem = problem;
  view.request_id = context.request().request_id;
  if (context.has_index()) view.retry_url = context.url_in(context.lang());
  auto response = context.html(status, page::render(context.center().renderer, view));
  response.cache_control = "no-store";
  return response;
}

}  // namespace

http::Response answer_no_index(const PageContext& context) {
  auto response = error_answer(context, 503, page::Problem::no_index);
  response.headers.push_back({"Retry-After", "10"});
  return response;
}

http::Response answer_search_failed(const PageContext& context, const Error& error) {
  auto response = error_answer(context, 500, page::Problem::search_failed);
  response.fault = to_line(error);
  return response;
}

http::Response answer_fault(const PageContext& context, const Error& error) {
  auto response = error_answer(context, 500, page::Problem::internal);
  response.fault = to_line(error);
  return response;
}

}  // namespace kb
