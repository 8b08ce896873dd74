#include "server/events/events.h"

#include <thread>

#include "core/store/ticket_table.h"
#include "tests/server/events/events_fixture.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using store::Action;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class NotedEvents : public EventsFixture {
 protected:
  void note(const http::Request& request, const std::string& text = "zwrot") {
    events().note(request, {.action = Action::searched,
                            .customer = "c",
                            .form = "f",
                            .query_id = "q",
                            .lang = "pl",
                            .object = "o",
                            .value = 3,
                            .outcome = "results",
                            .text = text,
                            .detail = "{}"});
  }
};

TEST_F(NotedEvents, SayWhoAndWhen) {
  center.site.clock.advance(26h);
  note(visitor("/"));
  note(visitor("/", {{"User-Agent", "Mozilla/5.0 Chrome/131.0"}}));
  note(request("/", logged_in("ana", Role::agent), {{"User-Agent", kFirefox}}));
  const auto events = stored();
  ASSERT_THAT(events, SizeIs(3));
  for (const auto& event : events) {
    EXPECT_EQ(event.at, SiteInFolder::kStart + 26h);
    EXPECT_EQ(event.day, 20'455);  // 2026-01-02
    EXPECT_EQ(event.query_id, "q");
  }
  const auto staff = std::ranges::count(events, store::Who::staff, &store::Event::who);
  EXPECT_EQ(staff, 1);
  EXPECT_NE(events.front().visitor, events.back().visitor);
}

TEST_F(NotedEvents, OfWhoAsksNotToBeTrackedAreJustCounted) {
  for (const auto* wish : {"DNT", "Sec-GPC"}) note(visitor("/", {{wish, "1"}}));
  events().note(visitor("/", {{"DNT", "1"}}), {.action = Action::ticket_submitted,
                                               .lang = "pl",
                                               .object = "o",
                                               .value = 1042,
                                               .outcome = "form"});
  for (const auto& event : stored()) {
    EXPECT_EQ(event.visitor, 0);
    EXPECT_EQ(event.text + event.query_id + event.form + event.customer + event.detail, "");
  }
  EXPECT_THAT(noted(), ElementsAre("searched pl o =3 results", "searched pl o =3 results",
                                   "ticket_submitted pl form"));
}

TEST_F(NotedEvents, LeaveRobotsOut) {
  for (const auto* robot : {"", "curl/7.88.1", "Mozilla/5.0 (compatible; bingbot/2.0)"})
    note(visitor("/", {{"User-Agent", robot}}));
  note(visitor("/", {{"Sec-Purpose", "prefetch"}}));
  auto head = visitor("/");
  head.method = "HEAD";
  note(head);
  EXPECT_THAT(noted(), IsEmpty());
  EXPECT_EQ(events().counts().robots, 5U);
}

TEST_F(NotedEvents, LeaveOutWhatNobodyDoesInAMinute) {
  for (int i = 0; i < 200; ++i) note(visitor("/"));
  EXPECT_THAT(noted(), SizeIs(120));
  EXPECT_EQ(events().counts().too_many, 80U);
  center.site.clock.advance(1min);
  note(visitor("/"));
  EXPECT_THAT(noted(), SizeIs(121));
}

TEST_F(NotedEvents, KeepTextsTidyAndRedacted) {
  note(visitor("/"), "  zwrot\t dla  ana@example.com \x01 E-1042\n");
  note(visitor("/"), std::string("a\0b", 3));  // which PostgreSQL would refuse
  note(visitor("/"), std::string(500, 'x'));
  const auto events = stored();
  ASSERT_THAT(events, SizeIs(3));
  EXPECT_THAT(events[0].text, HasSubstr("zwrot dla «e-mail» E-1042"));
  EXPECT_EQ(events[1].text, "a b");
  EXPECT_EQ(events[2].text.size(), 200U);
}

TEST_F(NotedEvents, CountAClickOnce) {
  for (int i = 0; i < 3; ++i)
    events().note(visitor("/"), {.action = Action::clicked, .query_id = "q", .object = "en/a"});
  EXPECT_THAT(noted(), ElementsAre("clicked en/a"));
  EXPECT_EQ(events().counts().repeated, 2U);
}

TEST_F(NotedEvents, ComeFromManyThreads) {
  std::vector<std::jthread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&, i] {
      for (int k = 0; k < 50; ++k) {
        note(visitor("/", {{"User-Agent", "Firefox " + std::to_string(i)}}));
        events().log();
      }
    });
  threads.clear();
  EXPECT_THAT(noted(), SizeIs(200));
}

TEST_F(NotedEvents, HaveAnotherVisitorEachDay) {
  const auto today = events().visitor_of(visitor("/"));
  EXPECT_NE(today, 0);
  EXPECT_EQ(events().visitor_of(visitor("/")), today);
  center.site.clock.advance(24h);
  EXPECT_NE(events().visitor_of(visitor("/")), today);
  EXPECT_EQ(events().visitor_of(visitor("/", {{"DNT", "1"}})), 0);
}

TEST_F(NotedEvents, KnowTheTeamBehindATrustedProxy) {
  center.site.config.login.proxy_user_header = "X-User";
  center.open_store();
  EXPECT_TRUE(events().is_staff(visitor("/", {{"X-User", "ana"}})));
  auto outsider = visitor("/", {{"X-User", "ana"}});
  outsider.peer_address = "203.0.113.7";
  EXPECT_FALSE(events().is_staff(outsider));
  EXPECT_FALSE(events().is_staff(visitor("/")));
}

class Tokens : public EventsFixture {};

TEST_F(Tokens, BringTrailsBack) {
  Trail trail{.from = "https://app.example/", .query_id = "q", .steps = {}, .at = {}};
  trail.add({TrailStep::Kind::searched, "pl", "zwrotpłatności"});
  const auto token = events().seal(trail);
  EXPECT_EQ(token.find("zwrotp"), token.npos);  // no shorter: a token's letters are chance
  auto back = events().trail_of(token);
  EXPECT_EQ(back.at, SiteInFolder::kStart);
  back.at = {};
  EXPECT_EQ(back, trail);
  EXPECT_EQ(events().trail_of(visitor("/pl/?t=" + token)).steps, trail.steps);
  EXPECT_EQ(events().trail_of(form("/pl/contact", {{"t", token}})).steps, trail.steps);
  EXPECT_EQ(events().seal(Trail{}), "");
}

TEST_F(Tokens, ThatWereChangedOrAreOldBringNothing) {
  Trail trail;
  trail.add({TrailStep::Kind::read, "pl", "billing/refund"});
  const auto token = events().seal(trail);
  auto changed = token;
  changed[changed.size() / 2] = changed[changed.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_TRUE(events().trail_of(changed).empty());
  EXPECT_TRUE(events().trail_of("").empty());
  EXPECT_TRUE(events().trail_of(events().seal("form", trail_json(trail))).empty());
  EXPECT_TRUE(events().trail_of(std::string(100'000, 'A')).empty());
  center.site.clock.advance(2h + 1s);
  EXPECT_TRUE(events().trail_of(token).empty());
}

TEST_F(Tokens, StayShortWhateverWasSearched) {
  Trail trail;
  for (int i = 0; i < 12; ++i)
    trail.add({TrailStep::Kind::searched, "pl", std::to_string(i) + std::string(290, 'x')});
  const auto token = events().seal(trail);
  EXPECT_LT(token.size(), 2'000U);
  EXPECT_EQ(events().trail_of(token).steps.back(), trail.steps.back());
}

TEST_F(Tokens, AreKeptApartByPurpose) {
  const auto token = events().seal("form", "text");
  EXPECT_EQ(events().unseal("form", token), "text");
  EXPECT_EQ(events().unseal("mail", token), std::nullopt);
  EXPECT_EQ(events().unseal("form", token + "A"), std::nullopt);
}

TEST_F(Tokens, OutliveAServerThatSharesTheStore) {
  const auto token = events().seal("form", "text");
  const auto query = events().new_query_id();
  const auto visitor_before = events().visitor_of(visitor("/"));
  center.open_store();  // another server
  EXPECT_EQ(events().unseal("form", token), "text");
  EXPECT_TRUE(events().is_query_id(query));
  EXPECT_EQ(events().visitor_of(visitor("/")), visitor_before);
}

class EventsAlone : public testing::Test {
 protected:
  Result<std::unique_ptr<Events>> create() {
    return Events::create({.config = config,
                           .clock = clock,
                           .spool = folder.path() / "spool",
                           .problem = [](const Error&) {}});
  }
  TemporaryFolder folder;
  Config config;
  ManualClock clock{SiteInFolder::kStart};
};

TEST_F(EventsAlone, DoWithoutAStore) {
  const auto events = create();
  ASSERT_TRUE(events) << to_line(events.error());
  EXPECT_TRUE((*events)->is_query_id((*events)->new_query_id()));
  EXPECT_EQ((*events)->unseal("form", (*events)->seal("form", "text")), "text");
  EXPECT_EQ((*events)->customer_of("ana@example.com"), "");
}

TEST_F(EventsAlone, SayWhatIsWrongWithTheSettings) {
  config.insights.time_zone = "Europe/Bucurest";
  EXPECT_THAT(to_line(create().error()), HasSubstr("Bucurest"));
  config.insights.time_zone = "UTC";
  config.redact.patterns["broken"] = "(";
  EXPECT_THAT(to_line(create().error()), HasSubstr("broken"));
}

TEST_F(Tokens, OfCustomersAreThoseOfImportedTickets) {
  const auto key = store().write([](store::Sql& sql) { return store::ticket_key(sql); });
  ASSERT_TRUE(key);
  EXPECT_EQ(events().customer_of("Ana@Example.com "), keyed_hash(*key, "ana@example.com"));
  EXPECT_EQ(events().customer_of(" "), "");
}

}  // namespace
}  // namespace kb
