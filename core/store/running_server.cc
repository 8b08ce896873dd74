#include "core/store/running_server.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"
#include "core/store/loopback_client.h"
#include "core/store/store.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path address_file(const std::string& store_url) {
  fs::path path = sqlite_path(store_url);
  path += ".server";
  return path;
}

std::string address_text(const ServerAddress& address) {
  return json{{"url", address.url}, {"token", address.token}, {"pid", address.pid}}.dump() + "\n";
}

Result<ServerAddress> parse_address(const std::string& text, const fs::path& path) {
  const json value = json::parse(text, nullptr, false);
  const auto member = [&](const char* name) {
    return value.is_object() && value.contains(name) ? value.at(name) : json();
  };
  if (!member("url").is_string() || !member("token").is_string() ||
      !member("pid").is_number_integer())
    return fail("is no address of a server", path.string(), "remove it, and start kb-server again");
  return ServerAddress{value.at("url"), value.at("token"), value.at("pid")};
}

// A server that was killed leaves its file behind.
bool is_alive(pid_t pid) {
  return ::kill(pid, 0) == 0 || errno == EPERM;
}

// "detail" of problem+json, else its title, else what came.
std::string words_of(const HttpAnswer& answer) {
  const json problem = json::parse(answer.body, nullptr, false);
  for (const char* name : {"detail", "title"})
    if (problem.is_object() && problem.contains(name) && problem.at(name).is_string())
      return problem.at(name).get<std::string>();
  return "it answered " + std::to_string(answer.status);
}

}  // namespace

Result<void> announce_server(const std::string& store_url, const ServerAddress& address) {
  if (!is_sqlite(store_url)) return {};
  const fs::path path = address_file(store_url);
  fs::path temporary = path;
  temporary += ".tmp" + std::to_string(::getpid());
  ::unlink(temporary.c_str());
  {
    const FileDescriptor file(
        ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!file) return fail(system_error("cannot write the server's address", temporary));
    if (auto done = write_all(file.get(), address_text(address), temporary); !done) return done;
  }
  if (::rename(temporary.c_str(), path.c_str()) != 0)
    return fail(system_error("cannot write the server's address", path));
  return {};
}

void withdraw_server(const std::string& store_url) {
  if (is_sqlite(store_url)) ::unlink(address_file(store_url).c_str());
}

Result<std::optional<RunningServer>> RunningServer::find(const std::string& store_url) {
  if (!is_sqlite(store_url)) return std::nullopt;
  const fs::path path = address_file(store_url);
  std::error_code error;
  if (!fs::exists(path, error)) return std::nullopt;
  const auto text = read_file(path);
  if (!text) return fail(text.error());
  auto address = parse_address(*text, path);
  if (!address) return fail(address.error());
  if (!is_alive(address->pid)) return std::nullopt;
  return RunningServer(std::move(*address));
}

Result<std::string> RunningServer::post(std::string_view path, std::string_view text,
                                        std::chrono::seconds timeout) const {
  auto answer = post_on_loopback(
      address_.url, path,
      {{"Authorization", "Bearer " + address_.token}, {"Content-Type", "application/json"}}, text,
      timeout);
  if (!answer) return fail(answer.error());
  if (answer->status >= 200 && answer->status < 300) return std::move(answer->body);
  return fail("the server refused: " + words_of(*answer), address_.url + std::string(path));
}

}  // namespace kb::store
