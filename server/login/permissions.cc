#include "server/login/permissions.h"

#include <algorithm>
#include <array>

namespace kb {
namespace {

constexpr auto kAnyone = Role::anyone;
constexpr auto kAgent = Role::agent;
constexpr auto kWriter = Role::writer;
constexpr auto kAdmin = Role::admin;

constexpr std::array kPermissions = {
    // What customers read.
    Permission{Page::root, "GET", kAnyone},
    Permission{Page::home, "GET", kAnyone},
    Permission{Page::search, "GET", kAnyone},
    Permission{Page::category, "GET", kAnyone},
    Permission{Page::article, "GET", kAnyone},
    Permission{Page::answer, "GET", kAnyone},
    Permission{Page::feed, "GET", kAnyone},
    Permission{Page::opensearch, "GET", kAnyone},
    Permission{Page::suggest, "GET", kAnyone},
    Permission{Page::llms, "GET", kAnyone},
    Permission{Page::sitemap, "GET", kAnyone},
    Permission{Page::sitemap_part, "GET", kAnyone},
    Permission{Page::asset, "GET", kAnyone},
    Permission{Page::file, "GET", kAnyone},
    Permission{Page::robots, "GET", kAnyone},
    Permission{Page::openapi, "GET", kAnyone},
    Permission{Page::api_search, "GET", kAnyone},
    Permission{Page::api_suggest, "GET", kAnyone},
    Permission{Page::api_article, "GET", kAnyone},
    Permission{Page::api_context, "GET", kAnyone},
    Permission{Page::api_widget, "GET", kAnyone},
    Permission{Page::widget_demo, "GET", kAnyone},
    Permission{Page::api_unknown, "GET", kAnyone},
    Permission{Page::api_tickets_suggest, "POST", kAnyone, {}, Csrf::none, true},
    // What customers send.
    Permission{Page::contact, "GET", kAnyone},
    Permission{Page::contact, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::contact_ticket, "GET", kAnyone},
    Permission{Page::contact_ticket, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::privacy, "GET", kAnyone},
    Permission{Page::feedback, "GET", kAnyone},
    Permission{Page::feedback, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::survey, "GET", kAnyone},
    Permission{Page::survey, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::watch, "GET", kAnyone},
    Permission{Page::watch, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::api_events, "POST", kAnyone, {}, Csrf::origin, true},
    Permission{Page::api_tickets, "POST", kAnyone, {}, Csrf::origin, true},
    Permission{Page::unknown, "GET", kAnyone},
    // What machines ask.
    Permission{Page::livez, "GET", kAnyone},
    Permission{Page::readyz, "GET", kAnyone},
    Permission{Page::metrics, "GET", kAnyone},
    Permission{Page::preview_state, "GET", kAnyone},
    Permission{Page::local, "POST", kAnyone, {}, Csrf::none, true},  // local_admin.h asks for more
    // The way in and out. Who logs in has no session yet.
    Permission{Page::login, "GET", kAnyone},
    Permission{Page::login, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::login_link, "GET", kAnyone},
    Permission{Page::login_link, "POST", kAnyone, {}, Csrf::origin},
    Permission{Page::logout, "POST", kAgent, {}, Csrf::token},
    Permission{Page::account, "GET", kAgent},
    Permission{Page::account, "POST", kAgent, {}, Csrf::token},
    // Agents.
    Permission{Page::agent, "GET", kAgent},
    Permission{Page::agent, "POST", kAgent, {}, Csrf::token},
    Permission{Page::agent_panel, "GET", kAgent},
    Permission{Page::agent_panel, "POST", kAgent, {}, Csrf::token},
    Permission{Page::api_similar, "GET", kAgent, ApiScope::search_agents, Csrf::none, true},
    Permission{Page::api_similar, "POST", kAgent, ApiScope::search_agents, Csrf::token, true},
    // Writers.
    Permission{Page::writer, "GET", kWriter},
    Permission{Page::writer, "POST", kWriter, {}, Csrf::token},
    Permission{Page::insights, "GET", kWriter},
    Permission{Page::api_insights, "GET", kWriter, ApiScope::reports_read, Csrf::none, true},
    Permission{Page::api_gaps, "GET", kWriter, ApiScope::gaps_read, Csrf::none, true},
    Permission{Page::api_gaps, "PATCH", kWriter, ApiScope::gaps_write, Csrf::token, true},
    Permission{Page::api_wishes, "GET", kWriter, ApiScope::reports_read, Csrf::none, true},
    Permission{Page::api_translations, "GET", kWriter, ApiScope::reports_read, Csrf::none, true},
    Permission{Page::api_weak_articles, "GET", kWriter, ApiScope::reports_read, Csrf::none, true},
    Permission{Page::api_ticket_insights, "GET", kWriter, ApiScope::reports_read, Csrf::none, true},
    // Admins.
    Permission{Page::audit, "GET", kAdmin},
    Permission{Page::api_tickets_resolved, "POST", kAdmin, ApiScope::tickets_write, Csrf::token,
               true},
};

bool is_for(const Permission& permission, std::string_view method) {
  return permission.method == (method == "HEAD" ? "GET" : method);
}

}  // namespace

std::span<const Permission> permissions() {
  return kPermissions;
}

const Permission* find_permission(Page page, std::string_view method) {
  const auto* found = std::ranges::find_if(kPermissions, [&](const Permission& each) {
    return each.page == page && is_for(each, method);
  });
  return found == kPermissions.end() ? nullptr : found;
}

std::string allowed_methods(Page page) {
  std::string methods;
  for (const auto& each : kPermissions)
    if (each.page == page)
      methods += (methods.empty() ? "" : ", ") +
                 std::string(each.method == "GET" ? "GET, HEAD" : each.method);
  return methods;
}

bool allows(const Permission& permission, const Identity& identity) {
  if (identity.way == Identity::Way::token)
    return permission.least == Role::anyone ||
           (permission.scope && identity.may(*permission.scope));
  return identity.may(permission.least);
}

}  // namespace kb
