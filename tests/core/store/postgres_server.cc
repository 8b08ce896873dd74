#include "tests/core/store/postgres_server.h"

#include <fcntl.h>
#include <grp.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <sstream>
#include <thread>
#include <vector>

namespace kb::store {
namespace {

namespace fs = std::filesystem;

const fs::path kPrograms = "/usr/lib/postgresql/15/bin";

}  // namespace

PostgresServer& PostgresServer::shared() {
  static PostgresServer server;
  return server;
}

PostgresServer::PostgresServer() : user_(::getuid()), group_(::getgid()) {
  if (!fs::exists(kPrograms / "postgres")) {
    problem_ =
        "PostgreSQL 15 is not installed: run scripts/setup, or apt-get install postgresql-15";
    return;
  }
  if (user_ == 0) {
    const passwd* other = ::getpwnam("postgres");
    if (!other) other = ::getpwnam("nobody");
    if (!other) {
      problem_ = "PostgreSQL refuses to run as root, and there is no user postgres or nobody";
      return;
    }
    user_ = other->pw_uid;
    group_ = other->pw_gid;
    if (::chown(folder_.path().c_str(), user_, group_) != 0) std::abort();
  }
  make_cluster();
  if (problem_.empty()) start();
}

PostgresServer::~PostgresServer() {
  if (pid_ > 0) {
    ::kill(pid_, SIGQUIT);
    ::waitpid(pid_, nullptr, 0);
  }
}

pid_t PostgresServer::run(const std::string& program, const std::string& arguments) const {
  std::vector<std::string> words = {(kPrograms / program).string()};
  std::istringstream in(arguments);
  for (std::string word; in >> word;) words.push_back(word);
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  const std::string log = folder_.path() / "log";
  const pid_t child = ::fork();
  if (child != 0) return child;
  if (::getuid() == 0 &&
      (::setgroups(0, nullptr) != 0 || ::setgid(group_) != 0 || ::setuid(user_) != 0))
    ::_exit(126);
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  const int out = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(out, 1);
  ::dup2(out, 2);
  if (::chdir(folder_.path().c_str()) == 0) ::execv(argv[0], argv.data());
  ::_exit(127);
}

void PostgresServer::make_cluster() {
  const pid_t made = run("initdb", "-D " + (folder_.path() / "data").string() +
                                       " -U kb -A trust -E UTF8 --locale=C.UTF-8 --no-sync");
  int status = 0;
  ::waitpid(made, &status, 0);
  if (status != 0) problem_ = "initdb failed: see " + (folder_.path() / "log").string();
}

void PostgresServer::start() {
  const std::string place = folder_.path().string();
  pid_ = run("postgres", "-D " + place + "/data -k " + place +
                             " -c listen_addresses= -c fsync=off -c shared_buffers=16MB");
  for (int attempt = 0; attempt < 500; ++attempt) {
    if (answers()) return;
    if (::waitpid(pid_, nullptr, WNOHANG) == pid_) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  problem_ = "PostgreSQL does not start: see " + place + "/log";
}

void PostgresServer::stop() {
  ::kill(pid_, SIGINT);
  ::waitpid(pid_, nullptr, 0);
  pid_ = 0;
}

bool PostgresServer::answers() const {
  return PQping(url("postgres").c_str()) == PQPING_OK;
}

std::string PostgresServer::url(const std::string& database) const {
  return "postgresql:///" + database + "?user=kb&host=" + folder_.path().string();
}

std::string PostgresServer::make_database() {
  const std::string name = "t" + std::to_string(++databases_);
  PGconn* connection = PQconnectdb(url("postgres").c_str());
  PGresult* made = PQexec(connection, ("CREATE DATABASE " + name).c_str());
  if (PQresultStatus(made) != PGRES_COMMAND_OK) problem_ = PQerrorMessage(connection);
  PQclear(made);
  PQfinish(connection);
  return url(name);
}

}  // namespace kb::store
