#include "server/http/server.h"

#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>
#include <utility>

#include "server/http/job_queue.h"
#include "server/http/late_answers.h"
#include "server/http/reactor.h"
#include "server/http/responder.h"
#include "server/http/socket.h"
#include "server/http/trusted_proxies.h"

namespace kb::http {

struct Server::Parts {
  Config config;
  Handler handler;
  Observer observer;
  TrustedProxies proxies;
  Listener listener;
  JobQueue queue{config.workers, config.max_queued};
  Outbox outbox{};
  Wakeup stop{};
  std::atomic<bool> stopping = false;
  // Shared with who still has an answer to give, and may outlive the rest.
  std::shared_ptr<LateAnswers> late =
      std::make_shared<LateAnswers>(handler, observer, outbox, stopping);

  void work();
};

namespace {

Result<void> check(const ServerConfig& config) {
  if (config.workers == 0) return fail("the server needs at least one worker");
  if (config.max_connections == 0) return fail("the server must allow at least one connection");
  return {};
}

// Sends the workers home however run() ends, so that joining them cannot wait for ever.
struct QueueCloser {
  JobQueue& queue;
  LateAnswers& late;
  ~QueueCloser() {
    late.close();
    queue.close();
  }
};

// Handlers need descriptors too: for index files and databases.
std::size_t connections_allowed(const ServerConfig& config) {
  rlimit files{};
  if (getrlimit(RLIMIT_NOFILE, &files) != 0) return config.max_connections;
  return std::min<std::size_t>(config.max_connections, files.rlim_cur / 2);
}

std::uint64_t seed_of(const ServerConfig& config) {
  if (config.request_id_seed != 0) return config.request_id_seed;
  std::random_device device;
  return (std::uint64_t{device()} << 32) | device();
}

}  // namespace

Result<std::unique_ptr<Server>> Server::bind(Config config, Handler handler, Observer observer) {
  if (auto checked = check(config); !checked) return fail(checked.error());
  auto proxies = TrustedProxies::parse(config.trusted_proxies);
  if (!proxies) return fail(proxies.error());
  auto listener = Listener::open(config.host, config.port);
  if (!listener) return fail(listener.error());

  config.max_connections = connections_allowed(config);
  auto parts = std::unique_ptr<Parts>(new Parts{.config = std::move(config),
                                                .handler = std::move(handler),
                                                .observer = std::move(observer),
                                                .proxies = std::move(*proxies),
                                                .listener = std::move(*listener)});
  return std::unique_ptr<Server>(new Server(std::move(parts)));
}

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::~Server() = default;

std::uint16_t Server::port() const {
  return parts_->listener.port();
}

void Server::run() {
  Responder refuser(parts_->handler, parts_->observer);
  Reactor reactor({.config = parts_->config,
                   .proxies = parts_->proxies,
                   .listener = parts_->listener,
                   .queue = parts_->queue,
                   .outbox = parts_->outbox,
                   .stop = parts_->stop,
                   .stopping = parts_->stopping,
                   .refuser = refuser},
                  seed_of(parts_->config));
  std::vector<std::jthread> workers;
  const QueueCloser closer{parts_->queue, *parts_->late};
  for (std::size_t i = 0; i < parts_->config.workers; ++i) {
    workers.emplace_back([this] { parts_->work(); });
  }
  reactor.run();
}

void Server::stop() noexcept {
  parts_->stop.notify();
}

void Server::Parts::work() {
  Responder responder(handler, observer);
  while (auto job = queue.pop()) {
    Response response = responder.handle(job->request);
    if (response.later) {
      queue.finished();
      late->begin(std::move(*job), response.later);
      continue;
    }
    const bool close = job->close || stopping;  // the stop may have come meanwhile
    std::string bytes = responder.write(job->request, std::move(response), job->arrived, close);
    queue.finished();
    outbox.post({.connection = job->connection, .bytes = std::move(bytes), .close = close});
  }
}

}  // namespace kb::http
