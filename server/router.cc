#include "server/router.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "core/base/content_hash.h"
#include "server/agent/agent.h"
#include "server/agent/similar_api.h"
#include "server/contact/tickets_api.h"
#include "server/contact/tickets_suggest.h"
#include "server/context/context_api.h"
#include "server/context/cors.h"
#include "server/context/widget_api.h"
#include "server/context/widget_demo.h"
#include "server/coverage/translations_answer.h"
#include "server/coverage/weak_articles_answer.h"
#include "server/coverage/wishes_answer.h"
#include "server/discovery/discovery_answers.h"
#include "server/events/event_metrics.h"
#include "server/events/events_api.h"
#include "server/gaps/gaps_api.h"
#include "server/insights/insights_answer.h"
#include "server/insights/insights_api.h"
#include "server/insights/ticket_insights_answer.h"
#include "server/json_api.h"
#include "server/local_admin.h"
#include "server/login/account_answer.h"
#include "server/login/audit_answer.h"
#include "server/login/login_answers.h"
#include "server/login/permissions.h"
#include "server/login/request_origin.h"
#include "server/pages/pages.h"
#include "server/resolved_tickets.h"
#include "server/staff_gate.h"
#include "server/stored_files.h"
#include "server/writer/writer_answer.h"

namespace kb {
namespace {

// What needs to know who asks. A page more: a line here, one in route.cc, and who may ask for it is
// in login/permissions.cc.
struct StaffPage {
  Page page;
  StaffAnswer answer;
};
constexpr std::array kStaffPages = {
    StaffPage{Page::login, answer_login},
    StaffPage{Page::login_link, answer_login_link},
    StaffPage{Page::logout, answer_logout},
    StaffPage{Page::account, answer_account},
    StaffPage{Page::audit, answer_audit},
    StaffPage{Page::agent, answer_agent},
    StaffPage{Page::agent_panel, answer_agent},
    StaffPage{Page::writer, answer_writer},
    StaffPage{Page::insights, answer_insights},
    StaffPage{Page::api_insights, answer_insights_api},
    StaffPage{Page::api_ticket_insights, answer_ticket_insights_api},
    StaffPage{Page::api_gaps, answer_gaps_api},
    StaffPage{Page::api_translations, answer_translations_api},
    StaffPage{Page::api_weak_articles, answer_weak_articles_api},
    StaffPage{Page::api_wishes, answer_wishes_api},
    StaffPage{Page::api_similar, answer_similar},
    StaffPage{Page::api_tickets_resolved, answer_resolved_tickets},
};

http::Response refuse_method(Page page) {
  const auto allowed = allowed_methods(page);
  auto response =
      http::problem(405, allowed == "GET, HEAD" ? "This address can be read only."
                                                : "This address answers " + allowed + " only.");
  response.headers.push_back({"Allow", allowed});
  return response;
}

http::Response text_response(std::string type, std::string body) {
  http::Response response;
  response.content_type = std::move(type);
  response.body = std::move(body);
  response.cache_control = "no-cache";
  return response;
}

}  // namespace

Router::Router(const HelpCenter& center, const Metrics& metrics, std::string openapi)
    : center_(center), metrics_(metrics), openapi_(std::move(openapi)) {}

Route Router::route_of(const http::Request& request) const {
  const auto& base = center_.urls.base_path();
  std::string_view path = request.path;
  if (!base.empty()) {
    if (path == base)
      path = "/";
    else if (path.starts_with(base) && path[base.size()] == '/')
      path.remove_prefix(base.size());
    else if (path != "/livez" && path != "/readyz" && path != "/metrics" &&
             !path.starts_with("/local/"))
      return {};  // these may come straight from the machine, not through the proxy
  }
  return find_route(path);
}

http::Response Router::answer(const http::Request& request) const {
  const Route route = route_of(request);
  const auto& widget = center_.config.widget;
  if (auto preflight = answer_preflight(widget, request, route.page)) return std::move(*preflight);
  auto response = answer_here(request, route);
  tell_other_sites(widget, request, route.page, response);
  return response;
}

http::Response Router::answer_here(const http::Request& request, const Route& route) const {
  const auto* permission = find_permission(route.page, request.method);
  if (!permission) return refuse_method(route.page);
  const auto* staff = std::ranges::find(kStaffPages, route.page, &StaffPage::page);
  if (staff != kStaffPages.end())
    return answer_staff(center_, request, route, *permission, staff->answer);
  if (permission->least != Role::anyone)  // known, but answered by nobody
    return answer_page(center_, request, {Page::unknown, route.lang, route.rest});
  if (permission->csrf == Csrf::origin &&
      !comes_from_this_site(request, center_.config.site.base_url) &&
      !may_ask_from_elsewhere(center_.config.widget, request, route.page))
    return http::problem(403, "This was sent from a page of another site.");
  return answer_anyone(request, route);
}

http::Response Router::answer_anyone(const http::Request& request, const Route& route) const {
  switch (route.page) {
    case Page::livez:
      return text_response("text/plain; charset=utf-8", "ok\n");
    case Page::readyz:
      return ready();
    case Page::metrics:
      return text_response("text/plain; version=0.0.4; charset=utf-8",
                           metrics_.text() + event_metrics(center_.events));
    case Page::api_events:
      return answer_events(center_, request);
    case Page::robots:
      return answer_robots(center_, request);
    case Page::sitemap:
    case Page::sitemap_part:
      return answer_sitemap(center_, request, route);
    case Page::preview_state:
      return preview_state();
    case Page::openapi: {
      auto response = text_response("application/json", openapi_);
      response.etag = content_hash(openapi_);
      return response;
    }
    case Page::asset:
      return answer_asset(center_, request, route.rest);
    case Page::file:
      return answer_file(center_, route.rest);
    case Page::local:
      return answer_local(center_, request, route);
    case Page::api_tickets_suggest:
      return answer_ticket_suggestions(center_, request);
    case Page::api_tickets:
      return answer_tickets(center_, request, route);
    case Page::api_context:
      return answer_context(center_, request);
    case Page::api_widget:
      return answer_widget(center_, request);
    case Page::widget_demo:
      return answer_widget_demo(center_, request, route);
    case Page::api_unknown:
      return http::problem(404, "There is no such address; /openapi.json lists all.");
    case Page::api_search:
    case Page::api_suggest:
    case Page::api_article:
      return answer_api(center_, request, route);
    default:
      return answer_page(center_, request, route);
  }
}

http::Response Router::ready() const {
  const auto generation = center_.searchers.generation();
  if (!generation) {
    const auto missing = index::Generation::open_current(center_.config.index.path);
    auto response =
        http::problem(503, missing ? "The index is being opened." : to_line(missing.error()) + ".");
    response.headers.push_back({"Retry-After", "5"});
    return response;
  }
  return text_response("application/json", nlohmann::json{{"status", "ready"},
                                                          {"generation", generation->number()},
                                                          {"languages", generation->languages()}}
                                                   .dump() +
                                               "\n");
}

http::Response Router::preview_state() const {
  if (!center_.preview) return http::problem(404, "There is no such address.");
  return text_response("text/plain; charset=utf-8", center_.preview->state() + "\n");
}

}  // namespace kb
