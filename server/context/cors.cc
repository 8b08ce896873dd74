#include "server/context/cors.h"

#include <algorithm>
#include <array>

#include "server/http/field_value.h"
#include "server/login/permissions.h"

namespace kb {
namespace {

constexpr std::array kForOtherSites = {
    Page::api_search, Page::api_suggest, Page::api_article,         Page::api_context,
    Page::api_widget, Page::api_events,  Page::api_tickets_suggest, Page::api_tickets};
constexpr const char* kPreflightLasts = "600";  // seconds

bool is_for_other_sites(Page page) {
  return std::ranges::find(kForOtherSites, page) != kForOtherSites.end();
}

bool is_allowed(const WidgetConfig& widget, std::string_view origin) {
  return !origin.empty() && std::ranges::any_of(widget.origins, [&](const std::string& allowed) {
    return http::equals_ignoring_case(allowed, origin);
  });
}

// What differs by who asks must not be taken from a cache for somebody else.
void add_origin(http::Response& response, bool allowed, const std::string& origin) {
  response.headers.push_back({"Vary", "Origin"});
  if (allowed) response.headers.push_back({"Access-Control-Allow-Origin", origin});
}

}  // namespace

bool may_ask_from_elsewhere(const WidgetConfig& widget, const http::Request& request, Page page) {
  return is_for_other_sites(page) && is_allowed(widget, request.header("Origin"));
}

std::optional<http::Response> answer_preflight(const WidgetConfig& widget,
                                               const http::Request& request, Page page) {
  if (request.method != "OPTIONS" || request.header("Access-Control-Request-Method").empty() ||
      !may_ask_from_elsewhere(widget, request, page))
    return std::nullopt;
  http::Response response;
  response.status = 204;
  add_origin(response, true, std::string(request.header("Origin")));
  response.headers.push_back({"Access-Control-Allow-Methods", allowed_methods(page)});
  response.headers.push_back({"Access-Control-Allow-Headers", "Content-Type"});
  response.headers.push_back({"Access-Control-Max-Age", kPreflightLasts});
  return response;
}

void tell_other_sites(const WidgetConfig& widget, const http::Request& request, Page page,
                      http::Response& response) {
  if (widget.origins.empty() || !is_for_other_sites(page)) return;
  const std::string origin(request.header("Origin"));
  const bool allowed = is_allowed(widget, origin);
  add_origin(response, allowed, origin);
  if (!response.later) return;
  response.later = [later = std::move(response.later), allowed, origin](http::LateReply reply) {
    later([reply = std::move(reply), allowed, origin](http::Response late) {
      add_origin(late, allowed, origin);
      reply(std::move(late));
    });
  };
}

}  // namespace kb
