#include "server/staff_request.h"

#include <array>

#include "core/store/audit.h"
#include "core/text/language.h"
#include "server/security_headers.h"

namespace kb {
namespace {

constexpr std::string_view kDoneTexts = "staff.done.";

struct Section {
  std::string_view name;
  std::string_view path;
  Page page;
  Role least;
};
constexpr std::array kSections = {
    Section{"agent", "/agent", Page::agent, Role::agent},
    Section{"writer", "/writer", Page::writer, Role::writer},
    Section{"gaps", "/writer/gaps", Page::writer, Role::writer},
    Section{"insights", "/writer/insights", Page::insights, Role::writer},
    Section{"audit", "/admin/audit", Page::audit, Role::admin},
};

using Sites = std::vector<std::string>;

http::Response html_response(const HelpCenter& center, int status, std::string html,
                             const Sites& frame_ancestors = {}) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.headers = staff_security_headers(center.config.server.video_hosts,
                                            center.renderer.style_sources(), frame_ancestors);
  response.body = std::move(html);
  make_private(response);
  return response;
}

// The key of what the request before has done, where the address says one that there is.
std::string done_in(const HelpCenter& center, const http::Request& request) {
  const auto what = request.param("done");
  const std::string key = std::string(kDoneTexts) + std::string(what);
  return !what.empty() && center.renderer.texts().in("en").has(key) ? key : std::string();
}

}  // namespace

page::StaffSite staff_site(const HelpCenter& center, const http::Request& request,
                           const Identity& identity, std::string_view section) {
  const auto& configured = center.config.site;
  const auto& base = center.urls.base_path();
  page::StaffSite staff;
  staff.site.name = configured.name;
  staff.site.base_path = base;
  staff.site.lang = interface_language(center, request);
  staff.site.default_language = configured.default_language;
  staff.site.home_url = center.urls.home(configured.default_language);
  if (!center.branding.logo.empty())
    staff.site.logo_url = center.renderer.assets().url(base, center.branding.logo);
  staff.section = section;
  staff.done = done_in(center, request);
  if (identity.way == Identity::Way::none) return staff;
  for (const auto& each : kSections)
    if (identity.may(each.least) && find_route(each.path).page == each.page)
      staff.links.push_back({std::string(each.name), base + std::string(each.path)});
  staff.user_name = identity.shown_name();
  staff.account_url = base + "/account";
  if (identity.way == Identity::Way::session) staff.logout_url = base + "/logout";
  staff.csrf = identity.csrf;
  return staff;
}

http::Response staff_message(const HelpCenter& center, const http::Request& request,
                             const Identity& identity, int status, page::StaffMessage::Kind kind) {
  page::StaffMessage view{.staff = staff_site(center, request, identity, ""), .kind = kind};
  if (status >= 500) view.request_id = request.request_id;
  auto response = html_response(center, status, page::render(center.renderer, view));
  if (status == 503) response.headers.push_back({"Retry-After", "10"});
  return response;
}

void make_private(http::Response& response) {
  response.cache_control = "no-store";
  response.etag.reset();
  response.headers.push_back({"X-Robots-Tag", "noindex, nofollow"});
  response.headers.push_back({"Vary", "Cookie"});
}

std::string interface_language(const HelpCenter& center, const http::Request& request) {
  const auto& texts = center.renderer.texts();
  std::vector<std::string> known;
  for (const auto& [lang, formatter] : texts.languages()) known.push_back(lang);
  const auto& usual = center.config.site.default_language;
  return text::negotiate_language(request.header("Accept-Language"), known,
                                  std::string(texts.language_for(usual, "en")));
}

page::StaffSite StaffRequest::site(std::string_view section) const {
  return staff_site(center, request, identity, section);
}

std::string StaffRequest::url(std::string_view path) const {
  return center.urls.base_path() + std::string(path);
}

http::Response StaffRequest::page(int status, std::string html) const {
  const bool is_panel = route.page == Page::agent_panel;
  return html_response(center, status, std::move(html),
                       is_panel ? center.config.server.frame_ancestors : Sites{});
}

http::Response StaffRequest::json(int status, std::string body) const {
  http::Response response;
  response.status = status;
  response.content_type = "application/json";
  response.body = std::move(body);
  make_private(response);
  return response;
}

http::Response StaffRequest::done(std::string_view path, std::string_view what) const {
  std::string target = url(path);
  if (what.starts_with(kDoneTexts)) {
    target += target.find('?') == std::string::npos ? "?" : "&";
    target += "done=" + std::string(what.substr(kDoneTexts.size()));
  }
  auto response = http::redirect(303, std::move(target));
  make_private(response);
  return response;
}

http::Response StaffRequest::message(int status, page::StaffMessage::Kind kind) const {
  return staff_message(center, request, identity, status, kind);
}

http::Response StaffRequest::not_found() const {
  return message(404, page::StaffMessage::Kind::missing);
}

http::Response StaffRequest::fault(const Error& error) const {
  auto response = message(500, page::StaffMessage::Kind::fault);
  response.fault = to_line(error);
  return response;
}

Result<void> StaffRequest::audit(store::Sql& sql, std::string_view action, std::string_view object,
                                 std::string_view detail) const {
  return store::append_audit(sql, {.at = center.clock.now(),
                                   .who = identity.name,
                                   .action = std::string(action),
                                   .object = std::string(object),
                                   .detail = std::string(detail),
                                   .address = request.client_address});
}

}  // namespace kb
