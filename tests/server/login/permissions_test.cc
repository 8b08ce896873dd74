#include "server/login/permissions.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

// Who may: n nobody, a agents, w writers, A admins, and tokens by their scope: s search:agents,
// t tickets:write, g gaps:read, p gaps:write, r reports:read.
constexpr std::string_view kAll = "nawAstgpr";
constexpr std::string_view kNone = "-";
struct Row {
  Page page;
  std::string_view get, post;
  std::string_view patch = kNone;
};
const Row kTable[] = {
    {Page::root, kAll, kNone},
    {Page::home, kAll, kNone},
    {Page::search, kAll, kNone},
    {Page::category, kAll, kNone},
    {Page::article, kAll, kNone},
    {Page::answer, kAll, kNone},
    {Page::feed, kAll, kNone},
    {Page::opensearch, kAll, kNone},
    {Page::suggest, kAll, kNone},
    {Page::llms, kAll, kNone},
    {Page::sitemap, kAll, kNone},
    {Page::sitemap_part, kAll, kNone},
    {Page::asset, kAll, kNone},
    {Page::file, kAll, kNone},
    {Page::api_search, kAll, kNone},
    {Page::api_suggest, kAll, kNone},
    {Page::api_article, kAll, kNone},
    {Page::api_context, kAll, kNone},
    {Page::api_widget, kAll, kNone},
    {Page::api_widget, kAll, kNone},
    {Page::widget_demo, kAll, kNone},
    {Page::api_unknown, kAll, kNone},
    {Page::openapi, kAll, kNone},
    {Page::livez, kAll, kNone},
    {Page::readyz, kAll, kNone},
    {Page::metrics, kAll, kNone},
    {Page::robots, kAll, kNone},
    {Page::preview_state, kAll, kNone},
    {Page::login, kAll, kAll},
    {Page::logout, kNone, "awA"},
    {Page::login_link, kAll, kAll},
    {Page::account, "awA", "awA"},
    {Page::audit, "A", kNone},
    {Page::agent, "awA", "awA"},
    {Page::agent_panel, "awA", "awA"},
    {Page::writer, "wA", "wA"},
    {Page::insights, "wA", kNone},
    {Page::contact, kAll, kAll},
    {Page::contact_ticket, kAll, kAll},
    {Page::privacy, kAll, kNone},
    {Page::feedback, kAll, kAll},
    {Page::survey, kAll, kAll},
    {Page::watch, kAll, kAll},
    {Page::api_events, kNone, kAll},
    {Page::api_tickets, kNone, kAll},
    {Page::api_insights, "wAr", kNone},
    {Page::api_gaps, "wAg", kNone, "wAp"},
    {Page::api_wishes, "wAr", kNone},
    {Page::api_translations, "wAr", kNone},
    {Page::api_weak_articles, "wAr", kNone},
    {Page::api_ticket_insights, "wAr", kNone},
    {Page::api_similar, "awAs", "awAs"},
    {Page::api_tickets_suggest, kNone, kAll},
    {Page::api_tickets_resolved, kNone, "At"},
    {Page::local, kNone, kAll},  // its own token: local_admin_test.cc
    {Page::unknown, kAll, kNone},
};

struct Asker {
  char letter;
  Identity identity;
};
std::vector<Asker> askers() {
  const auto person = [](Role role) {
    return Identity{.way = Identity::Way::session, .role = role};
  };
  const auto program = [](ApiScope scope) {
    return Identity{.way = Identity::Way::token, .scopes = {scope}};
  };
  return {{'n', {}},
          {'a', person(Role::agent)},
          {'w', person(Role::writer)},
          {'A', person(Role::admin)},
          {'s', program(ApiScope::search_agents)},
          {'t', program(ApiScope::tickets_write)},
          {'g', program(ApiScope::gaps_read)},
          {'p', program(ApiScope::gaps_write)},
          {'r', program(ApiScope::reports_read)}};
}

std::string who_may(Page page, std::string_view method) {
  const auto* permission = find_permission(page, method);
  if (!permission) return std::string(kNone);
  std::string who;
  for (const auto& asker : askers())
    if (allows(*permission, asker.identity)) who += asker.letter;
  return who;
}

TEST(Permissions, AreAsTheTableSays) {
  std::set<Page> seen;
  for (const auto& row : kTable) {
    EXPECT_EQ(who_may(row.page, "GET"), row.get) << page_name(row.page);
    EXPECT_EQ(who_may(row.page, "HEAD"), row.get) << page_name(row.page);
    EXPECT_EQ(who_may(row.page, "POST"), row.post) << page_name(row.page);
    EXPECT_EQ(who_may(row.page, "PATCH"), row.patch) << page_name(row.page);
    for (const auto* method : {"PUT", "DELETE", "OPTIONS", "BREW", ""})
      EXPECT_EQ(who_may(row.page, method), kNone) << page_name(row.page) << " " << method;
    seen.insert(row.page);
  }
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(Page::unknown) + 1) << "a page is missing above";
}

// Whatever a person may change asks for the session's token; those who have none yet, for the
// site's own pages. The rest is for programs, which no other site's page can make send their token.
TEST(Permissions, GuardWhateverChangesThings) {
  for (const auto& permission : permissions()) {
    const auto name = page_name(permission.page);
    EXPECT_THAT(permission.method, testing::AnyOf("GET", "POST", "PATCH")) << name;
    if (permission.method == "GET") {
      EXPECT_EQ(permission.csrf, Csrf::none) << name;
    } else if (permission.least > Role::anyone) {
      EXPECT_EQ(permission.csrf, Csrf::token) << name;
    } else if (!permission.is_api) {
      EXPECT_EQ(permission.csrf, Csrf::origin) << name;
    }
  }
}

TEST(Permissions, SayWhichMethodsThereAre) {
  EXPECT_EQ(allowed_methods(Page::home), "GET, HEAD");
  EXPECT_EQ(allowed_methods(Page::login), "GET, HEAD, POST");
  EXPECT_EQ(allowed_methods(Page::logout), "POST");
  EXPECT_EQ(allowed_methods(Page::api_gaps), "GET, HEAD, PATCH");
}

// The same through the router: each route that is answered, each role.
class RolesAndRoutes : public StaffFixture {};

struct Asked {
  const char* path;
  int nobody, agent, writer, admin;
};

TEST_F(RolesAndRoutes, MeetAsTheTableSays) {
  const Browser nobody;
  const auto agent = logged_in("ana", Role::agent);
  const auto writer = logged_in("wim", Role::writer);
  const auto admin = logged_in("ada", Role::admin);
  const Asked gets[] = {{"/login", 200, 303, 303, 303},      {"/login/link/x", 404, 404, 404, 404},
                        {"/account", 303, 200, 200, 200},    {"/admin/audit", 303, 403, 403, 200},
                        {"/logout", 405, 405, 405, 405},     {"/livez", 200, 200, 200, 200},
                        {"/local/users", 405, 405, 405, 405}};
  for (const auto& [path, for_nobody, for_agent, for_writer, for_admin] : gets) {
    EXPECT_EQ(get(path, nobody).status, for_nobody) << path;
    EXPECT_EQ(get(path, agent).status, for_agent) << path;
    EXPECT_EQ(get(path, writer).status, for_writer) << path;
    EXPECT_EQ(get(path, admin).status, for_admin) << path;
  }
  const Asked posts[] = {{"/account", 303, 404, 404, 404},  // allowed, but nothing to do was named
                         {"/admin/audit", 405, 405, 405, 405},
                         {"/local/users", 404, 404, 404, 404},
                         {"/livez", 405, 405, 405, 405},
                         {"/logout", 303, 303, 303, 303}};
  for (const auto& [path, for_nobody, for_agent, for_writer, for_admin] : posts) {
    EXPECT_EQ(post(path, {}, nobody).status, for_nobody) << path;
    EXPECT_EQ(post(path, {}, agent).status, for_agent) << path;
    EXPECT_EQ(post(path, {}, writer).status, for_writer) << path;
    EXPECT_EQ(post(path, {}, admin).status, for_admin) << path;
  }
}

struct Area {
  const char* path;
  Role least;
};

// Whatever a page then answers (there is no index here): it was asked, or it was not.
TEST_F(RolesAndRoutes, OfTheTeamsPagesMeetAtTheDoor) {
  const Area areas[] = {{"/agent", Role::agent},        {"/agent/panel", Role::agent},
                        {"/agent/flags", Role::agent},  {"/agent/preview/en/a", Role::agent},
                        {"/writer", Role::writer},      {"/writer/review", Role::writer},
                        {"/writer/peer", Role::writer}, {"/writer/gaps", Role::writer},
                        {"/admin/audit", Role::admin}};
  const std::pair<Role, Browser> people[] = {{Role::agent, logged_in("ana", Role::agent)},
                                             {Role::writer, logged_in("wim", Role::writer)},
                                             {Role::admin, logged_in("ada", Role::admin)}};
  for (const auto& [path, least] : areas) {
    const auto for_nobody = get(path);
    EXPECT_EQ(for_nobody.status, 303) << path;
    EXPECT_THAT(header(for_nobody, "Location"), testing::StartsWith("/login?next=")) << path;
    for (const auto& [role, browser] : people) {
      const auto answered = get(path, browser);
      EXPECT_EQ(answered.status == 403, role < least) << path << " " << store::role_name(role);
      EXPECT_EQ(answered.cache_control, "no-store") << path;
    }
  }
  EXPECT_EQ(get("/api/v1/similar?text=a").status, 401);
  EXPECT_NE(get("/api/v1/similar?text=a", people[0].second).status, 401);
}

}  // namespace
}  // namespace kb
