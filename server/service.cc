#include "server/service.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <thread>

#include "core/base/durable_file.h"
#include "core/store/running_server.h"
#include "core/store/store.h"
#include "core/text/stemmer.h"
#include "server/build_runner.h"
#include "server/builtin_templates.h"
#include "server/contact/contact_desk.h"
#include "server/context/context_desk.h"
#include "server/coverage/digest_sender.h"
#include "server/delivery/delivery_worker.h"
#include "server/delivery/watch_teller.h"
#include "server/events/events.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/replay_runner.h"
#include "server/housekeeping.h"
#include "server/http/server.h"
#include "server/index_watch.h"
#include "server/insights/kept_figures.h"
#include "server/live_store.h"
#include "server/login/account_requests.h"
#include "server/login/login.h"
#include "server/metrics.h"
#include "server/request_log.h"
#include "server/router.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

// Where events wait that the store cannot take: beside its file, or else beside the index.
fs::path spool_folder(const Config& config) {
  if (!store::is_sqlite(config.store.url)) return config.index.path / "events.spool";
  return store::sqlite_path(config.store.url).concat(".spool");
}

struct Address {
  std::string host;
  std::uint16_t port = 0;
};

Address split_address(const std::string& listen) {
  const auto colon = listen.rfind(':');
  Address address{listen.substr(0, colon), 0};
  std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), address.port);
  if (address.host.size() > 2 && address.host.front() == '[')
    address.host = address.host.substr(1, address.host.size() - 2);
  return address;
}

bool is_loopback(const std::string& host) {
  return host == "localhost" || host == "::1" || host.starts_with("127.");
}

// Where commands on this machine reach a server that listens on all its addresses.
std::string reachable(std::string authority) {
  for (const auto& [any, own] : {std::pair{"0.0.0.0:", "127.0.0.1:"}, std::pair{"[::]:", "[::1]:"}})
    if (authority.starts_with(any)) return own + authority.substr(std::string_view(any).size());
  return authority;
}

constexpr std::size_t kMostBody = 2 * 1024 * 1024;  // a batch of tickets as commands hand them in

constexpr const char* kReadCountsFile = "most-read.json";  // beside the generations

}  // namespace

class Service::Impl {
 public:
  Impl(const Config& config, Mode mode, const Clock& clock, Log log, page::Renderer renderer,
       std::string openapi, std::unique_ptr<Login> login, std::unique_ptr<Events> events)
      : config_(config),
        clock_(clock),
        log_(std::move(log)),
        format_(config.server.log_format == "json" ? LogFormat::json : LogFormat::text),
        urls_(config.site.base_path),
        renderer_(std::move(renderer)),
        searchers_(config.index.path, stemmers_),
        read_counts_(config.index.path / kReadCountsFile, clock),
        preview_(config.index.path),
        login_(std::move(login)),
        events_(std::move(events)),
        center_{config_,  urls_,      searchers_,   renderer_, clock_,
                shelves_, suggester_, read_counts_, figures_},
        router_(center_, metrics_, std::move(openapi)) {
    auto problems = renderer_.problems();
    center_.branding = load_branding(config_.site, renderer_, problems);
    if (mode == Mode::preview) center_.preview = &preview_;
    center_.login = login_.get();
    center_.events = events_.get();
    center_.context = &context_;
    if (events_)
      center_.contact =
          &contact_.emplace(ContactDesk::Parts{config_, clock_, *events_, even_random});
    if (mode == Mode::customers)
      center_.builds = &builds_.emplace(build_beside_this_program(config_.file), clock_, log_);
    if (mode == Mode::customers)
      center_.replays = &replays_.emplace(replay_beside_this_program(config_.file), clock_);
    if (auto loaded = read_counts_.load(); !loaded) problems.push_back(loaded.error());
    for (const auto& problem : problems) log_(to_line(problem));
  }

  // What is told when the store opens goes before the store does.
  ~Impl() {
    if (live_store_) live_store_->give_up();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  // What goes out, and who is told of what.
  Result<void> make_deliveries() {
    const auto store = [this] { return center_.store(); };
    teller_.emplace(WatchTeller::Parts{
        config_, searchers_, renderer_.texts(), urls_, clock_, store,
        [this](const Error& error) { log_("who asked to be told: " + to_line(error)); }});
    auto worker = DeliveryWorker::create(
        {.config = config_,
         .clock = clock_,
         .store = store,
         .problem = [this](const Error& error) { log_("deliveries: " + to_line(error)); },
         .before_mails = [this] { teller_->run(); },
         .count = [this](std::string_view outcome) { metrics_.delivery(outcome); }});
    if (!worker) return fail(worker.error());
    deliveries_ = std::move(*worker);
    center_.deliveries = deliveries_.get();
    return {};
  }

  Result<void> make_gaps() {
    auto board = GapBoard::create(
        {.config = config_,
         .clock = clock_,
         .store = [this] { return center_.store(); },
         .searchers = searchers_,
         .problem = [this](const Error& error) { log_("gaps: " + to_line(error)); },
         .proved = [this](store::Sql& sql,
                          const store::Gap& gap) { return teller_->tell_of_proved(sql, gap); }});
    if (!board) return fail(board.error());
    gaps_ = std::move(*board);
    center_.gaps = gaps_.get();
    return {};
  }

  Result<void> bind() {
    const auto address = split_address(config_.server.listen);
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    auto server = http::Server::bind(
        {.host = address.host,
         .port = address.port,
         .trusted_proxies = config_.server.trusted_proxies,
         .workers = cores,
         .max_body = kMostBody},
        [this](const http::Request& request) { return router_.answer(request); },
        [this](const http::Request& request, const http::Response& response,
               std::chrono::microseconds took) { observe(request, response, took); });
    if (!server) return fail(server.error());
    server_ = std::move(*server);
    return {};
  }

  void run() {
    if (login_) open_store();
    if (deliveries_) deliveries_->start();
    std::optional<Housekeeping> housekeeping;
    if (login_) housekeeping.emplace(house());
    const IndexWatch watch(searchers_,
                           {.published = [this](const auto& generation) { tell(generation); },
                            .warm_up = [this](const auto& generation) { warm_up(generation); },
                            .problem =
                                [this](const Error& error) {
                                  metrics_.refresh_failed();
                                  log_("index: " + to_line(error));
                                }});
    if (gaps_) gaps_->start();
    server_->run();
    save_read_counts();
    if (center_.store()) store::withdraw_server(config_.store.url);
  }

  std::uint16_t port() const { return server_->port(); }
  void stop() noexcept { server_->stop(); }

 private:
  void open_store() {
    live_store_.emplace(
        config_.store.url,
        LiveStore::Told{.opened = [this](store::Store& store) { welcome(store); },
                        .problem =
                            [this](const Error& error) {
                              log_("store: " + to_line(error) +
                                   "; until then nobody logs in, customers read on");
                            }});
    center_.live_store = &*live_store_;
  }

  Housekeeping::Parts house() {
    return {.config = config_,
            .clock = clock_,
            .store = [this] { return center_.store(); },
            .problem = [this](const Error& error) { log_("housekeeping: " + to_line(error)); },
            .new_day = [this] { builds_->request_soon(); },  // with what readers taught that day
            .each_round =
                [this](store::Store& store) {
                  send_digest(store);
                  prepare_pages(store);
                }};
  }

  // The first look at figures of a large site takes seconds: let that not be a writer's.
  void prepare_pages(const store::Store& store) {
    if (const auto done = prepare_figures(figures_, store, config_, clock_.now()); !done)
      log_("figures: " + to_line(done.error()));
  }

  void send_digest(store::Store& store) {
    const auto sent = send_due_digest(center_, store);
    if (!sent) return log_("weekly digest: " + to_line(sent.error()));
    if (*sent && deliveries_) deliveries_->wake();
  }

  // A new store has no admin: who can read this log becomes the first.
  void welcome(store::Store& store) {
    events_->opened(store);
    const auto authority = own_authority();
    if (auto told = store::announce_server(
            config_.store.url, {"http://" + reachable(authority), login_->local_token, ::getpid()});
        !told)
      log_("store: " + to_line(told.error()));
    const auto link =
        first_admin_link({store, login_->passwords, clock_, site_address(config_, authority)},
                         !config_.login.proxy_user_header.empty());
    if (!link) log_("first admin: " + to_line(link.error()));
    if (link && *link)
      log_("no admin can log in yet; choose the first one's password within 24 hours: " + **link);
  }

  // "127.0.0.1:8080", with the port that was given where none was asked for.
  std::string own_authority() const {
    const auto& listen = config_.server.listen;
    return listen.substr(0, listen.rfind(':') + 1) + std::to_string(server_->port());
  }

  void tell(const index::Generation& generation) {
    metrics_.published(generation);
    shelves_.clear();
    save_read_counts();
    if (deliveries_) deliveries_->wake();  // what was asked may be answered now
    if (gaps_) gaps_->refresh_soon();
    log_("serving generation " + std::to_string(generation.number()) + ", " +
         std::to_string(generation.languages().size()) + " languages");
  }

  void save_read_counts() {
    if (auto saved = read_counts_.save(); !saved)
      log_("most read articles: " + to_line(saved.error()));
  }

  // Dictionaries are loaded at their first word: let that not be a customer's.
  void warm_up(const index::Generation& generation) {
    for (const auto& lang : generation.languages())
      if (auto* stemmer = stemmers_.of(lang)) stemmer->stem("a");
  }

  void observe(const http::Request& request, const http::Response& response,
               std::chrono::microseconds took) {
    metrics_.observe(router_.route_of(request).page, response.status, took);
    log_(log_line(format_, clock_.now(), request, response, took));
  }

  const Config config_;
  const Clock& clock_;
  Log log_;
  LogFormat format_;
  Urls urls_;
  page::Renderer renderer_;
  text::Stemmers stemmers_;
  index::SearcherPool searchers_;
  Metrics metrics_;
  ShelfCache shelves_;
  index::Suggester suggester_{stemmers_};
  ReadCounts read_counts_;
  KeptFigures figures_;
  const Preview preview_;
  const std::unique_ptr<Login> login_;  // null: a preview
  std::optional<LiveStore> live_store_;
  const std::unique_ptr<Events> events_;  // null: a preview
  ContextDesk context_{clock_,
                       [this](const Error& error) { log_("proactive help: " + to_line(error)); }};
  std::optional<ContactDesk> contact_;   // none: a preview
  std::optional<BuildRunner> builds_;    // none: a preview
  std::optional<ReplayRunner> replays_;  // likewise
  std::optional<WatchTeller> teller_;    // likewise
  std::unique_ptr<DeliveryWorker> deliveries_;
  HelpCenter center_;
  Router router_;
  std::unique_ptr<GapBoard> gaps_;  // null: a preview
  std::unique_ptr<http::Server> server_;
};

Service::Service(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::create(const Config& config, Mode mode,
                                                 const Clock& clock, Log log) {
  const auto host = split_address(config.server.listen).host;
  if (mode == Mode::preview && !is_loopback(host))
    return fail("a preview shows drafts and passages for agents", config.server.listen,
                "let it listen on 127.0.0.1 only");
  const auto templates = builtin_templates();
  if (!templates) return fail(templates.error());
  auto renderer = page::Renderer::load(*templates, config.server.templates);
  if (!renderer) return fail(renderer.error());
  auto openapi = read_file(*templates / "openapi.json");
  if (!openapi) return fail(openapi.error());
  std::unique_ptr<Login> login;
  std::unique_ptr<Events> events;
  if (mode == Mode::customers) {
    auto created = Login::create(config, clock, Passwords::Cost::interactive);
    if (!created) return fail(created.error());
    login = std::move(*created);
    auto noted = Events::create(
        {.config = config,
         .clock = clock,
         .spool = spool_folder(config),
         .problem = [log](const Error& error) { log("events: " + to_line(error)); }});
    if (!noted) return fail(noted.error());
    events = std::move(*noted);
  }
  auto impl = std::make_unique<Impl>(config, mode, clock, std::move(log), std::move(*renderer),
                                     std::move(*openapi), std::move(login), std::move(events));
  if (mode == Mode::customers) {
    if (auto made = impl->make_deliveries(); !made) return fail(made.error());
    if (auto made = impl->make_gaps(); !made) return fail(made.error());
  }
  if (auto bound = impl->bind(); !bound) return fail(bound.error());
  return std::unique_ptr<Service>(new Service(std::move(impl)));
}

std::uint16_t Service::port() const {
  return impl_->port();
}
void Service::run() {
  impl_->run();
}
void Service::stop() noexcept {
  impl_->stop();
}

}  // namespace kb
