// A PostgreSQL of the test program's own: made in a temporary folder, reached by a socket there.
//
//   auto& server = PostgresServer::shared();          // starts at first use
//   const std::string url = server.make_database();   // "postgresql:///t1?host=/tmp/…"
//   server.stop(); … server.start();
//
// Runs as an unprivileged user where the tests run as root, since PostgreSQL refuses root. Dies
// with the test program. problem() tells why there is none. One thread at a time.

#pragma once

#include <sys/types.h>

#include <memory>
#include <string>

#include "tests/core/base/temporary_folder.h"

namespace kb::store {

class PostgresServer {
 public:
  static PostgresServer& shared();

  ~PostgresServer();
  PostgresServer(const PostgresServer&) = delete;
  PostgresServer& operator=(const PostgresServer&) = delete;

  const std::string& problem() const { return problem_; }  // empty: it runs
  std::string make_database();
  void start();
  void stop();  // as an administrator does: connections are ended, what was committed is kept
  std::string url(const std::string& database) const;

 private:
  PostgresServer();
  void make_cluster();
  pid_t run(const std::string& program, const std::string& arguments) const;
  bool answers() const;

  TemporaryFolder folder_;
  uid_t user_ = 0;
  gid_t group_ = 0;
  pid_t pid_ = 0;
  int databases_ = 0;
  std::string problem_;
};

}  // namespace kb::store
