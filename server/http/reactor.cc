#include "server/http/reactor.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace kb::http {
namespace {

constexpr std::uint64_t kListenerTag = 0;
constexpr std::uint64_t kStopTag = 1;
constexpr std::uint64_t kOutboxTag = 2;
constexpr ConnectionId kFirstConnection = 3;

constexpr std::size_t kBufferBytes = 64 * 1024;
constexpr std::size_t kAcceptsAtOnce = 64;   // then those already here have their turn
constexpr std::size_t kPoliteRefusals = 64;  // connections beyond the limit that are told why
constexpr std::chrono::milliseconds kAcceptPause{100};

HeadLimits limits_of(const ServerConfig& config) {
  return {.bytes = config.max_header_bytes,
          .fields = config.max_headers,
          .target = config.max_target,
          .content = config.max_body};
}

Response overloaded() {
  Response response = problem(503, "Too many requests at once. Please try again in a moment.");
  response.headers.push_back({"Retry-After", "1"});
  return response;
}

Response rejected(const Rejection& rejection) {
  Response response = problem(rejection.status, std::string(rejection.detail));
  if (rejection.status == 405) {
    response.headers.push_back({"Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS"});
  }
  return response;
}

}  // namespace

Reactor::Reactor(const Parts& parts, std::uint64_t request_id_seed)
    : parts_(parts),
      limits_(limits_of(parts.config)),
      factory_(parts.proxies, request_id_seed),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      next_id_(kFirstConnection),
      buffer_(kBufferBytes) {
  if (!epoll_ || !watch(parts_.listener.fd(), kListenerTag) || !watch(parts_.stop.fd(), kStopTag) ||
      !watch(parts_.outbox.fd(), kOutboxTag)) {
    throw std::system_error(errno, std::generic_category(), "epoll");
  }
}

void Reactor::run() {
  std::array<epoll_event, 256> events{};
  while (!is_finished()) {
    const int count = epoll_wait(epoll_.fd(), events.data(), static_cast<int>(events.size()),
                                 milliseconds_to_wait());
    now_ = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) handle(events[static_cast<std::size_t>(i)]);
    if (now_ >= accept_again_) resume_accepting();
    if (now_ >= next_deadline_) expire();
  }
}

void Reactor::handle(const epoll_event& event) {
  switch (event.data.u64) {
    case kListenerTag:
      return accept_waiting();
    case kStopTag:
      return begin_stop();
    case kOutboxTag:
      return deliver_answers();
    default:
      // It may have been closed earlier in the same round of events.
      if (auto found = connections_.find(event.data.u64); found != connections_.end()) {
        handle(found->second, event.events);
      }
  }
}

void Reactor::handle(Connection& connection, std::uint32_t events) {
  if (events & (EPOLLERR | EPOLLHUP)) return close(connection);
  switch (connection.state) {
    case State::reading:
    case State::draining:
      return receive(connection);
    case State::writing:
      return flush(connection);
    case State::working:  // sends more before it has its answer: that waits in the kernel
    case State::gone:
      return watch_for(connection, 0);
  }
}

// --- Arriving -----------------------------------------------------------------------------------

void Reactor::accept_waiting() {
  for (std::size_t i = 0; i < kAcceptsAtOnce; ++i) {
    auto accepted = parts_.listener.accept();
    if (accepted.exhausted) return pause_accepting();
    if (!accepted.socket) return;
    admit(std::move(accepted.socket), accepted.peer_address);
  }
}

void Reactor::admit(Socket socket, const std::string& peer) {
  const std::size_t others = connections_.size();
  if (others >= parts_.config.max_connections + kPoliteRefusals) return;  // closes the socket
  const ConnectionId id = next_id_++;
  Connection& connection =
      connections_.try_emplace(id, id, std::move(socket), peer, limits_).first->second;
  if (!watch(connection.socket.fd(), id)) return close(connection);
  connection.interest = EPOLLIN;
  set_deadline(connection, now_ + parts_.config.idle_timeout);
  if (others >= parts_.config.max_connections) refuse(connection, overloaded());
}

// The listener stays readable while nobody can be accepted, so watching it would only burn time.
void Reactor::pause_accepting() {
  epoll_ctl(epoll_.fd(), EPOLL_CTL_DEL, parts_.listener.fd(), nullptr);
  accept_again_ = now_ + kAcceptPause;
}

void Reactor::resume_accepting() {
  accept_again_ = watch(parts_.listener.fd(), kListenerTag) ? Instant::max() : now_ + kAcceptPause;
}

// --- Reading ------------------------------------------------------------------------------------

void Reactor::receive(Connection& connection) {
  switch (connection.receive(buffer_)) {
    case Progress::some:
      if (connection.state == State::reading) serve_next(connection);
      return;
    case Progress::blocked:
      return;
    case Progress::ended:
    case Progress::broken:
      return close(connection);
  }
}

void Reactor::serve_next(Connection& connection) {
  const auto state = connection.reader.advance();
  if (state != RequestReader::State::refused && !reserve_body(connection)) {
    return refuse(connection, overloaded());
  }
  switch (state) {
    case RequestReader::State::idle:
      return;
    case RequestReader::State::partial:
      return wait_for_rest(connection);
    case RequestReader::State::complete:
      return start_work(connection);
    case RequestReader::State::refused:
      return refuse(connection, rejected(connection.reader.rejection()));
  }
}

void Reactor::wait_for_rest(Connection& connection) {
  if (!std::exchange(connection.request_began, true)) {
    set_deadline(connection, now_ + parts_.config.request_timeout);
  }
  if (connection.reader.take_continue()) {
    connection.send_later("HTTP/1.1 100 Continue\r\n\r\n");
    // A client that takes not even these bytes waits no longer than its own patience for them.
    if (connection.flush() == Progress::broken) close(connection);
  }
}

void Reactor::start_work(Connection& connection) {
  auto [head, body] = connection.reader.take();
  const bool close = !head.keep_alive;
  Request request = factory_.make(std::move(head), std::move(body), connection.peer);
  connection.request_began = false;
  if (request.path.empty()) {
    return refuse(connection, request, problem(400, "the address is malformed"));
  }
  Job job{
      .connection = connection.id, .request = std::move(request), .close = close, .arrived = now_};
  if (!parts_.queue.push(job)) return refuse(connection, job.request, overloaded());
  connection.state = State::working;
  set_deadline(connection, Instant::max());
}

void Reactor::refuse(Connection& connection, Response response) {
  refuse(connection, factory_.make(connection.reader.take_head(), {}, connection.peer),
         std::move(response));
}

void Reactor::refuse(Connection& connection, const Request& request, Response response) {
  write(connection, parts_.refuser.refuse(request, std::move(response), now_), true);
}

// --- Answering ----------------------------------------------------------------------------------

void Reactor::deliver_answers() {
  for (Answer& answer : parts_.outbox.take()) {
    const auto found = connections_.find(answer.connection);
    if (found == connections_.end()) continue;
    Connection& connection = found->second;
    release_body(connection);
    if (connection.state == State::gone) {
      connections_.erase(found);
    } else {
      write(connection, std::move(answer.bytes), answer.close);
    }
  }
}

void Reactor::write(Connection& connection, std::string bytes, bool close) {
  connection.state = State::writing;
  connection.close_after_write = close;
  connection.send_later(std::move(bytes));
  set_deadline(connection, now_ + parts_.config.write_timeout);
  flush(connection);
}

void Reactor::flush(Connection& connection) {
  switch (connection.flush()) {
    case Progress::some:
      set_deadline(connection, now_ + parts_.config.write_timeout);
      return watch_for(connection, EPOLLOUT);
    case Progress::blocked:
      return watch_for(connection, EPOLLOUT);
    case Progress::ended:
      return after_write(connection);
    case Progress::broken:
      return close(connection);
  }
}

void Reactor::after_write(Connection& connection) {
  watch_for(connection, EPOLLIN);
  if (connection.close_after_write || parts_.stopping) return drain(connection);
  connection.state = State::reading;
  set_deadline(connection, now_ + parts_.config.idle_timeout);
  serve_next(connection);  // a pipelined request may be here already
}

// Closing while unread bytes wait makes the kernel reset the connection, and a reset can overtake
// the answer: a client still sending its body would never learn that it was too large.
void Reactor::drain(Connection& connection) {
  connection.end_output();
  connection.state = State::draining;
  set_deadline(connection, now_ + parts_.config.linger_timeout);
}

// --- Ending -------------------------------------------------------------------------------------

void Reactor::begin_stop() {
  parts_.stop.clear();
  if (parts_.stopping.exchange(true)) return;
  stop_deadline_ = now_ + parts_.config.stop_grace;
  accept_waiting();  // they were connected before the stop; resetting them would be rude
  accept_again_ = Instant::max();
  parts_.listener.close();

  std::vector<ConnectionId> open;
  for (const auto& [id, connection] : connections_) open.push_back(id);
  for (const ConnectionId id : open) {
    // A request that has arrived but was not read yet is in flight too.
    if (connections_.at(id).state == State::reading) receive(connections_.at(id));
    const auto found = connections_.find(id);
    const bool idle = found != connections_.end() && found->second.state == State::reading &&
                      !found->second.request_began;
    if (idle) close(found->second);
  }
}

bool Reactor::is_finished() const {
  return parts_.stopping && (connections_.empty() || now_ >= stop_deadline_);
}

void Reactor::expire() {
  std::vector<ConnectionId> late;
  next_deadline_ = Instant::max();
  for (const auto& [id, connection] : connections_) {
    if (connection.deadline <= now_) {
      late.push_back(id);
    } else {
      next_deadline_ = std::min(next_deadline_, connection.deadline);
    }
  }
  for (const ConnectionId id : late) on_timeout(connections_.at(id));
}

void Reactor::on_timeout(Connection& connection) {
  if (connection.state == State::reading && connection.request_began) {
    return refuse(connection, problem(408, "the request took too long to arrive"));
  }
  close(connection);
}

int Reactor::milliseconds_to_wait() const {
  const Instant next = std::min({next_deadline_, stop_deadline_, accept_again_});
  if (next == Instant::max()) return -1;
  const auto wait = std::chrono::ceil<std::chrono::milliseconds>(next - now_).count();
  return static_cast<int>(std::clamp<std::int64_t>(wait, 0, 60'000));
}

// --- Bookkeeping --------------------------------------------------------------------------------

void Reactor::close(Connection& connection) {
  if (connection.state == State::working) {  // counts until its answer comes back
    connection.state = State::gone;
    connection.socket.close();
    return;
  }
  release_body(connection);
  connections_.erase(connection.id);
}

bool Reactor::reserve_body(Connection& connection) {
  if (connection.reserved_body > 0) return true;
  const std::size_t body = connection.reader.announced_body();
  if (body > parts_.config.max_bodies - reserved_bodies_) return false;
  reserved_bodies_ += connection.reserved_body = body;
  return true;
}

void Reactor::release_body(Connection& connection) {
  reserved_bodies_ -= std::exchange(connection.reserved_body, 0);
}

void Reactor::set_deadline(Connection& connection, Instant deadline) {
  connection.deadline = deadline;
  next_deadline_ = std::min(next_deadline_, deadline);
}

bool Reactor::watch(int fd, std::uint64_t tag) {
  epoll_event event{.events = EPOLLIN, .data = {.u64 = tag}};
  return epoll_ctl(epoll_.fd(), EPOLL_CTL_ADD, fd, &event) == 0;
}

void Reactor::watch_for(Connection& connection, std::uint32_t events) {
  if (connection.interest == events || !connection.socket) return;
  connection.interest = events;
  epoll_event event{.events = events, .data = {.u64 = connection.id}};
  epoll_ctl(epoll_.fd(), EPOLL_CTL_MOD, connection.socket.fd(), &event);
}

}  // namespace kb::http
