#include "server/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "core/base/durable_file.h"
#include "core/store/answer_watches.h"
#include "core/store/deliveries.h"
#include "core/store/event_table.h"
#include "core/store/gap_table.h"
#include "core/store/store.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/server/http/client.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class RunningService {
 public:
  explicit RunningService(const Config& config, Service::Mode mode = Service::Mode::customers)
      : service_(
            Service::create(config, mode, clock_, [this](const std::string& line) { add(line); })) {
    EXPECT_TRUE(service_) << to_line(service_.error());
    thread_ = std::thread([this] { (*service_)->run(); });
  }
  ~RunningService() {
    (*service_)->stop();
    thread_.join();
  }

  http::Reply get(const std::string& target) {
    http::Client client((*service_)->port());
    client.send(http::get(target));
    return client.receive();
  }
  bool logs(const std::string& text) {
    std::unique_lock lock(mutex_);
    return logged_.wait_for(lock, std::chrono::seconds{20},
                            [&] { return log_.find(text) != std::string::npos; });
  }
  std::string log() {
    const std::lock_guard lock(mutex_);
    return log_;
  }
  std::uint16_t port() const { return (*service_)->port(); }

 private:
  void add(const std::string& line) {
    const std::lock_guard lock(mutex_);
    log_ += line + "\n";
    logged_.notify_all();
  }

  SystemClock clock_;
  std::mutex mutex_;
  std::condition_variable logged_;
  std::string log_;
  Result<std::unique_ptr<Service>> service_;
  std::thread thread_;
};

class Services : public testing::Test {
 protected:
  Services() { site.config.server.listen = "127.0.0.1:0"; }
  SiteInFolder site;
};

TEST_F(Services, AnswerOverHttp) {
  site.write("en/a.md", "# Refunds\n\nWithin 14 days.\n");
  site.must_build();
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("serving generation 1, 1 languages"));
  EXPECT_THAT(service.get("/en/a/a").body, HasSubstr("Within 14 days."));
  const auto found = service.get("/api/v1/search?q=refund");
  EXPECT_EQ(nlohmann::json::parse(found.body)["total"], 1);
  EXPECT_EQ(nlohmann::json::parse(service.get("/openapi.json").body)["openapi"], "3.1.0");
  EXPECT_THAT(service.get("/metrics").body, HasSubstr("page=\"api_search\",status=\"200\"} 1"));
}

TEST_F(Services, TellNobodyWhatWasAsked) {
  site.write("en/a.md", "# A\n");
  site.must_build();
  RunningService service(site.config);
  for (const auto* target : {"/en/search?q=zanzibar", "/api/v1/search?q=zanzibar"}) {
    service.get(target);
    EXPECT_THAT(service.get("/metrics").body, Not(HasSubstr("zanzibar")));
  }
  ASSERT_TRUE(service.logs("/api/v1/search 200"));
  EXPECT_THAT(service.log(), Not(HasSubstr("zanzibar")));
}

TEST_F(Services, StartWithoutAnIndexAndTakeTheFirst) {
  RunningService service(site.config);
  EXPECT_EQ(service.get("/livez").status, 200);
  EXPECT_EQ(service.get("/en/").status, 503);
  EXPECT_EQ(service.get("/api/v1/search?q=a").status, 503);
  site.write("en/a.md", "# A\n");
  site.must_build();
  ASSERT_TRUE(service.logs("serving generation 1"));
  EXPECT_EQ(service.get("/readyz").status, 200);
  EXPECT_EQ(service.get("/en/").status, 200);
}

TEST_F(Services, ShowTheBrand) {
  site.write("en/a.md", "# A\n");
  site.must_build();
  site.write("logo.svg", "<svg>logo</svg>");
  site.config.site.name = "Fernway";
  site.config.site.logo = site.content() / "logo.svg";
  site.config.site.accent = "#7a1f5c";
  site.config.site.notice = {{"", "Slow & steady."}};
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("serving generation 1"));
  const auto home = service.get("/en/").body;
  EXPECT_THAT(home, HasSubstr("src=\"/assets/logo.svg?v="));
  EXPECT_THAT(home, HasSubstr("--accent: #7a1f5c"));
  EXPECT_THAT(home, HasSubstr("Slow &amp; steady."));
  EXPECT_EQ(service.get("/assets/logo.svg").body, "<svg>logo</svg>");
  EXPECT_THAT(service.get("/assets/brand.css").body, HasSubstr("--accent: #7a1f5c"));
}

TEST_F(Services, ShowTheNameWhereTheLogoIsMissing) {
  site.write("en/a.md", "# A\n");
  site.must_build();
  site.config.site.name = "Fernway";
  site.config.site.logo = site.folder() / "missing.svg";
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("serving generation 1"));
  EXPECT_THAT(service.log(), HasSubstr("missing.svg: `site.logo`"));
  const auto home = service.get("/en/").body;
  EXPECT_THAT(home, HasSubstr("Fernway"));
  EXPECT_THAT(home, Not(HasSubstr("class=\"logo\"")));
}

TEST_F(Services, RememberWhatIsRead) {
  site.write("en/a.md", "# A\n");
  site.must_build();
  const auto file = site.index() / "most-read.json";
  {
    RunningService service(site.config);
    ASSERT_TRUE(service.logs("serving generation 1"));
    http::Client client(service.port());
    client.send("GET /en/a/a HTTP/1.1\r\nHost: a\r\nUser-Agent: Firefox\r\n\r\n");
    EXPECT_EQ(client.receive().status, 200);
  }
  const auto saved = read_file(file);
  ASSERT_TRUE(saved) << to_line(saved.error());
  EXPECT_EQ(nlohmann::json::parse(*saved)["readings"]["en"].size(), 1U);
  ASSERT_TRUE(write_durably(file, "{"));
  RunningService again(site.config);
  EXPECT_TRUE(again.logs("most-read.json"));
  EXPECT_EQ(again.get("/en/a/a").status, 200);
}

// Takes the secret out of "…=SECRET; Path=/…".
std::string cookie_of(const http::Reply& reply) {
  const auto cookie = reply.header("Set-Cookie");
  return cookie.substr(0, cookie.find(';'));
}

// As somebody who installs it: the link from the log, a password, one's account, and out again.
TEST_F(Services, LetTheFirstAdminIn) {
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("/login/link/"));
  const auto log = service.log();
  const auto begin = log.find("http://127.0.0.1:");
  const auto link = log.substr(begin, log.find('\n', begin) - begin);
  const auto path = link.substr(link.find("/login"));
  const auto host = "Host: " + link.substr(7, link.find('/', 7) - 7) + "\r\n";
  const auto ask = [&](const std::string& head, const std::string& body = {}) {
    http::Client client(service.port());
    client.send(head + " HTTP/1.1\r\n" + host + "Content-Length: " + std::to_string(body.size()) +
                "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body);
    return client.receive();
  };
  EXPECT_THAT(ask("GET " + path).body, HasSubstr("Choose a password"));
  const auto in = ask("POST " + path, "password=otter+lamp+canal");
  EXPECT_EQ(in.status, 303);
  EXPECT_THAT(in.header("Set-Cookie"), HasSubstr("kb-plain="));
  EXPECT_EQ(ask("GET " + path).status, 404);

  const auto cookie =
      "Cookie: " + cookie_of(ask("POST /login", "name=admin&password=otter+lamp+canal"));
  http::Client client(service.port());
  client.send("GET /admin/audit HTTP/1.1\r\n" + host + cookie + "\r\n\r\n");
  const auto audit = client.receive();
  EXPECT_EQ(audit.status, 200);
  EXPECT_THAT(audit.body, HasSubstr("user.password"));
  EXPECT_THAT(audit.header("Cache-Control"), HasSubstr("no-store"));
  EXPECT_EQ(service.get("/login").status, 403) << "under another name than localhost";
  EXPECT_THAT(service.log(), Not(HasSubstr(path + " ")));
}

TEST_F(Services, SlowDownWhoGuessesPasswords) {
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("/login/link/"));
  int refused = 0;
  int slowed = 0;
  for (int i = 0; i < 20; ++i) {
    http::Client client(service.port());
    const std::string body = "name=admin&password=guess" + std::to_string(i);
    client.send("POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: " +
                std::to_string(body.size()) +
                "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n" + body);
    const auto reply = client.receive();
    refused += reply.status == 403;
    slowed += reply.status == 429 && !reply.header("Retry-After").empty();
  }
  EXPECT_GE(refused, 5);
  EXPECT_EQ(refused + slowed, 20);
  EXPECT_GE(slowed, 5);
}

TEST_F(Services, ServeCustomersWhileTheStoreIsAway) {
  site.write("en/a.md", "# A\n");
  site.must_build();
  site.config.store.url = "sqlite:/proc/no/such/folder/answerwell.db";
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("serving generation 1"));
  EXPECT_TRUE(service.logs("store: "));
  EXPECT_EQ(service.get("/en/a/a").status, 200);
  EXPECT_EQ(service.get("/account").status, 503);
}

// Twelve days ago an article was published for what forty had searched in vain; those of last week
// opened it.
std::vector<store::Event> events_of_a_cure(Time now) {
  std::string lines;
  for (int i = 1; i <= 70; ++i) {
    const bool is_cured = i > 40;
    const std::string who = (is_cured ? "+12 10:00:00 v" : "10:00:00 v") + std::to_string(i);
    lines += who + " searched lang=en text='warranty of lamps' query=q" + std::to_string(i) +
             " outcome=" + (is_cured ? "results" : "none") + "\n";
    if (is_cured) lines += who + " clicked object=en/guarantee query=q" + std::to_string(i) + "\n";
  }
  auto events = insights::happened(lines);
  const auto shift = now.time_since_epoch() / std::chrono::hours(24) - 18 - insights::kMonday;
  for (auto& event : events) {
    event.day += shift;
    event.at += shift * std::chrono::hours(24);
  }
  return events;
}

Result<void> put_watched_gap(store::Sql& sql, Time now) {
  if (auto done = store::put_batch(sql, {"1", events_of_a_cure(now)}); !done)
    return fail(done.error());
  const auto published = now - std::chrono::hours(24 * 12);
  const auto gap = store::add_gap(sql,
                                  {.lang = "en",
                                   .label = "warranty of lamps",
                                   .state = store::GapState::published,
                                   .article = "en/guarantee",
                                   .published = published,
                                   .created = published,
                                   .changed = published,
                                   .questions = {{.question = "warranty of lamps"}}},
                                  {.at = published, .what = "found"});
  if (!gap) return fail(gap.error());
  const auto watch = store::add_watch(sql, {.token_hash = "hash",
                                            .email = "ana@mail.example",
                                            .customer = "ana",
                                            .lang = "en",
                                            .query = "Warranty of lamps",
                                            .created = published,
                                            .confirmed = published});
  if (!watch) return fail(watch.error());
  return {};
}

TEST_F(Services, TellWhoAskedWhenAGapIsProvedClosed) {
  site.write("en/guarantee.md", "# Our guarantee\n\nTwo years.\n");
  site.must_build();
  site.config.store.url = "sqlite:" + (site.folder() / "store.db").string();
  site.config.site.base_url = "https://help.example";
  site.config.mail.smtp = "smtp://127.0.0.1:1";
  site.config.mail.from = "help@fernway.example";
  const auto now = SystemClock().now();
  const auto open = [&](store::Store::Access access) {
    return store::Store::open(site.config.store.url, access).value();
  };
  ASSERT_TRUE(open(store::Store::Access::write)->write([&](store::Sql& sql) {
    return put_watched_gap(sql, now);
  }));

  const RunningService service(site.config);
  const auto store = open(store::Store::Access::read);
  const auto told = [&] {
    return store
        ->read([&](store::Sql& sql) {
          return store::due_deliveries(sql, now + std::chrono::hours(1), 9);
        })
        .value();
  };
  const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (told().empty() && std::chrono::steady_clock::now() < until) std::this_thread::yield();
  ASSERT_EQ(told().size(), 1U);
  EXPECT_THAT(told().front().payload, HasSubstr("https://help.example/en/a/guarantee"));
  const auto gap = store->read([](store::Sql& sql) { return store::find_gap(sql, 1); }).value();
  EXPECT_EQ(gap->state, store::GapState::verified);
}

TEST_F(Services, PreviewForWriters) {
  site.write("en/a.md", "# A\n");
  site.write("en/draft.md", "---\ntitle: Draft\ndraft: true\n---\nText.\n");
  site.must_build();
  {
    RunningService customers(site.config);
    ASSERT_TRUE(customers.logs("serving generation 1"));
    EXPECT_EQ(customers.get("/en/a/draft").status, 404);
    EXPECT_EQ(customers.get("/preview/state").status, 404);
  }
  RunningService preview(site.config, Service::Mode::preview);
  ASSERT_TRUE(preview.logs("serving generation 1"));
  EXPECT_EQ(preview.get("/en/a/draft").status, 200);
  EXPECT_EQ(preview.get("/preview/state").status, 200);
}

TEST_F(Services, PreviewOnTheOwnMachineOnly) {
  const SystemClock clock;
  for (const auto* listen : {"0.0.0.0:0", "[::]:0", "192.168.1.4:0", "help.example.com:0"}) {
    site.config.server.listen = listen;
    const auto service =
        Service::create(site.config, Service::Mode::preview, clock, [](const std::string&) {});
    ASSERT_FALSE(service) << listen;
    EXPECT_EQ(service.error().where, listen);
    EXPECT_THAT(service.error().hint, HasSubstr("127.0.0.1"));
  }
  for (const auto* listen : {"127.0.0.1:0", "localhost:0"}) {
    site.config.server.listen = listen;
    const auto service =
        Service::create(site.config, Service::Mode::preview, clock, [](const std::string&) {});
    EXPECT_TRUE(service) << listen << " " << to_line(service.error());
  }
}

TEST_F(Services, SayThatAPortIsTaken) {
  const RunningService first(site.config);
  site.config.server.listen = "127.0.0.1:" + std::to_string(first.port());
  const SystemClock clock;
  const auto second =
      Service::create(site.config, Service::Mode::customers, clock, [](const std::string&) {});
  ASSERT_FALSE(second);
  EXPECT_THAT(to_line(second.error()), HasSubstr("in use"));
}

TEST_F(Services, SayWhereATemplateIsWrong) {
  site.write("templates/home.mustache", "{{#open}}");
  site.config.server.templates = site.content() / "templates";
  site.write("en/a.md", "# A\n");
  site.must_build();
  RunningService service(site.config);
  ASSERT_TRUE(service.logs("serving generation 1"));
  EXPECT_THAT(service.log(), HasSubstr("home.mustache:1: "));
  EXPECT_EQ(service.get("/en/").status, 200) << "the built-in one serves";
}

}  // namespace
}  // namespace kb
