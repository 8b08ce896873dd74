// How a command reaches the server that holds an SQLite store: the server leaves its address and a
// token beside the database, in a file that only its user can read.
//
//   announce_server(config.store.url, {"http://127.0.0.1:8080", random_token(), ::getpid()});
//   …
//   auto server = RunningServer::find(config.store.url);
//   if (server && *server) (*server)->post("/local/tickets", json);      // the answer's body
//   withdraw_server(config.store.url);
//
// No server, or one that is gone: nothing. PostgreSQL stores need none of this: find() gives
// nothing and announce_server() does nothing. Thread-safe. An answer that is no success is an Error
// in the words of its problem+json.

#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb::store {

struct ServerAddress {
  std::string url;    // where it listens on the loopback: http://127.0.0.1:8080, no path
  std::string token;  // what /local/… asks for
  pid_t pid = 0;
};

Result<void> announce_server(const std::string& store_url, const ServerAddress& address);
void withdraw_server(const std::string& store_url);

class RunningServer {
 public:
  static Result<std::optional<RunningServer>> find(const std::string& store_url);

  explicit RunningServer(ServerAddress address) : address_(std::move(address)) {}

  const ServerAddress& address() const { return address_; }
  Result<std::string> post(std::string_view path, std::string_view json,
                           std::chrono::seconds timeout = std::chrono::seconds(60)) const;

 private:
  ServerAddress address_;
};

}  // namespace kb::store
