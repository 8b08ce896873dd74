#include "server/route.h"

#include <array>

namespace kb {
namespace {

struct Fixed {
  std::string_view path;
  Page page;
};
constexpr std::array kFixed = {
    Fixed{"/", Page::root},
    Fixed{"/livez", Page::livez},
    Fixed{"/readyz", Page::readyz},
    Fixed{"/metrics", Page::metrics},
    Fixed{"/robots.txt", Page::robots},
    Fixed{"/llms.txt", Page::llms},
    Fixed{"/sitemap.xml", Page::sitemap},
    Fixed{"/preview/state", Page::preview_state},
    Fixed{"/openapi.json", Page::openapi},
    Fixed{"/api/v1/search", Page::api_search},
    Fixed{"/api/v1/suggest", Page::api_suggest},
    Fixed{"/login", Page::login},
    Fixed{"/logout", Page::logout},
    Fixed{"/account", Page::account},
    Fixed{"/admin/audit", Page::audit},
    Fixed{"/agent", Page::agent},
    Fixed{"/writer", Page::writer},
    Fixed{"/agent/panel", Page::agent_panel},
    Fixed{"/api/v1/similar", Page::api_similar},
    Fixed{"/api/v1/tickets/suggest", Page::api_tickets_suggest},
    Fixed{"/api/v1/tickets/resolved", Page::api_tickets_resolved},
    Fixed{"/api/v1/tickets", Page::api_tickets},
    Fixed{"/api/v1/events", Page::api_events},
    Fixed{"/api/v1/insights", Page::api_insights},
    Fixed{"/writer/insights", Page::insights},
    Fixed{"/api/v1/insights/tickets", Page::api_ticket_insights},
    Fixed{"/api/v1/gaps", Page::api_gaps},
    Fixed{"/api/v1/context", Page::api_context},
    Fixed{"/api/v1/widget", Page::api_widget},
    Fixed{"/api/v1/wishes", Page::api_wishes},
    Fixed{"/api/v1/translations", Page::api_translations},
    Fixed{"/api/v1/weak-articles", Page::api_weak_articles},
    Fixed{"/widget", Page::widget_demo},
};

// The rest of a path after a beginning, if it has one.
constexpr std::array kBeginnings = {
    Fixed{"/assets/", Page::asset},          Fixed{"/files/", Page::file},
    Fixed{"/sitemaps/", Page::sitemap_part}, Fixed{"/api/v1/articles/", Page::api_article},
    Fixed{"/api/v1/gaps/", Page::api_gaps},  Fixed{"/api/", Page::api_unknown},
    Fixed{"/login/link/", Page::login_link}, Fixed{"/local/", Page::local},
    Fixed{"/agent/", Page::agent},           Fixed{"/writer/", Page::writer},
};

// Below a language.
constexpr std::array kFixedInLanguage = {
    Fixed{"search", Page::search},
    Fixed{"search/", Page::search},
    Fixed{"feed.xml", Page::feed},
    Fixed{"llms.txt", Page::llms},
    Fixed{"opensearch.xml", Page::opensearch},
    Fixed{"suggest", Page::suggest},
    Fixed{"contact", Page::contact},
    Fixed{"privacy", Page::privacy},
    Fixed{"feedback", Page::feedback},
    Fixed{"survey", Page::survey},
    Fixed{"watch", Page::watch},
};
constexpr std::array kInLanguage = {
    Fixed{"a/", Page::article},   Fixed{"answers/", Page::answer},
    Fixed{"c/", Page::category},  Fixed{"contact/", Page::contact_ticket},
    Fixed{"watch/", Page::watch},
};

bool looks_like_language(std::string_view segment) {
  return segment.size() >= 2 && segment.size() <= 12;
}

}  // namespace

Route find_route(std::string_view path) {
  for (const auto& fixed : kFixed)
    if (path == fixed.path) return {fixed.page, {}, {}};
  for (const auto& beginning : kBeginnings)
    if (path.starts_with(beginning.path))
      return {beginning.page, {}, std::string(path.substr(beginning.path.size()))};
  if (!path.starts_with('/')) return {};
  path.remove_prefix(1);
  const auto slash = path.find('/');
  const std::string lang(path.substr(0, slash));
  if (!looks_like_language(lang)) return {};
  const auto rest = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  if (rest.empty()) return {Page::home, lang, {}};
  for (const auto& fixed : kFixedInLanguage)
    if (rest == fixed.path) return {fixed.page, lang, {}};
  for (const auto& section : kInLanguage)
    if (rest.starts_with(section.path) && rest.size() > section.path.size())
      return {section.page, lang, std::string(rest.substr(section.path.size()))};
  return {Page::unknown, lang, std::string(rest)};
}

std::string_view page_name(Page page) {
  switch (page) {
    case Page::root:
      return "root";
    case Page::home:
      return "home";
    case Page::search:
      return "search";
    case Page::category:
      return "category";
    case Page::article:
      return "article";
    case Page::answer:
      return "answer";
    case Page::feed:
      return "feed";
    case Page::opensearch:
      return "opensearch";
    case Page::suggest:
      return "suggest";
    case Page::llms:
      return "llms";
    case Page::sitemap:
      return "sitemap";
    case Page::sitemap_part:
      return "sitemap_part";
    case Page::preview_state:
      return "preview_state";
    case Page::asset:
      return "asset";
    case Page::file:
      return "file";
    case Page::api_search:
      return "api_search";
    case Page::api_suggest:
      return "api_suggest";
    case Page::api_article:
      return "api_article";
    case Page::api_unknown:
      return "api_unknown";
    case Page::openapi:
      return "openapi";
    case Page::livez:
      return "livez";
    case Page::readyz:
      return "readyz";
    case Page::metrics:
      return "metrics";
    case Page::robots:
      return "robots";
    case Page::login:
      return "login";
    case Page::logout:
      return "logout";
    case Page::login_link:
      return "login_link";
    case Page::account:
      return "account";
    case Page::audit:
      return "audit";
    case Page::agent:
      return "agent";
    case Page::agent_panel:
      return "agent_panel";
    case Page::writer:
      return "writer";
    case Page::insights:
      return "insights";
    case Page::contact:
      return "contact";
    case Page::contact_ticket:
      return "contact_ticket";
    case Page::privacy:
      return "privacy";
    case Page::feedback:
      return "feedback";
    case Page::survey:
      return "survey";
    case Page::watch:
      return "watch";
    case Page::api_events:
      return "api_events";
    case Page::api_tickets:
      return "api_tickets";
    case Page::api_insights:
      return "api_insights";
    case Page::api_gaps:
      return "api_gaps";
    case Page::api_context:
      return "api_context";
    case Page::api_widget:
      return "api_widget";
    case Page::api_wishes:
      return "api_wishes";
    case Page::api_translations:
      return "api_translations";
    case Page::api_weak_articles:
      return "api_weak_articles";
    case Page::api_ticket_insights:
      return "api_ticket_insights";
    case Page::widget_demo:
      return "widget_demo";
    case Page::api_similar:
      return "api_similar";
    case Page::api_tickets_suggest:
      return "api_tickets_suggest";
    case Page::api_tickets_resolved:
      return "api_tickets_resolved";
    case Page::local:
      return "local";
    case Page::unknown:
      return "unknown";
  }
  return "unknown";
}

}  // namespace kb
