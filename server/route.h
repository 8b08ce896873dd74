// What a path asks for.
//
//   find_route("/ro/a/billing/refund")  -> {Page::article, lang "ro", rest "billing/refund"}
//   find_route("/assets/site.css")      -> {Page::asset, "", "site.css"}
//   find_route("/login/link/x7Fq")      -> {Page::login_link, "", "x7Fq"}
//
// The path comes decoded and without the base path. Languages are as written: the caller checks
// them. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

enum class Page {
  root,
  home,
  search,
  category,
  article,
  answer,
  feed,
  opensearch,
  suggest,
  llms,
  sitemap,
  sitemap_part,
  asset,
  file,
  api_search,
  api_suggest,
  api_article,
  api_unknown,
  openapi,
  livez,
  readyz,
  metrics,
  robots,
  preview_state,
  login,
  logout,
  login_link,
  account,
  audit,
  agent,
  agent_panel,
  writer,
  insights,
  contact,
  contact_ticket,
  privacy,
  feedback,
  survey,
  watch,
  api_events,
  api_tickets,
  api_insights,
  api_gaps,
  api_context,
  api_widget,
  api_wishes,
  api_translations,
  api_weak_articles,
  api_ticket_insights,
  widget_demo,
  api_similar,
  api_tickets_suggest,
  api_tickets_resolved,
  local,
  unknown,
};

struct Route {
  Page page = Page::unknown;
  std::string lang;
  std::string rest;

  bool operator==(const Route&) const = default;
};

Route find_route(std::string_view path);

// "article", as metrics and logs call it.
std::string_view page_name(Page page);

}  // namespace kb
