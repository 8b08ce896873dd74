// A server written in Python that a test talks to: started, asked for its port, ended with the
// test.
//
//   HelperProcess smtp("smtp_server.py", {log_file});
//   "smtp://127.0.0.1:" + std::to_string(smtp.port())
//   read_lines(log_file)              // what it wrote: JSON, a line each
//
// Runs Debian's Python, whose packages scripts/setup installs. A script that does not start fails
// the test. Belongs to one thread.

#pragma once

#include <sys/types.h>

#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace kb {

class HelperProcess {
 public:
  HelperProcess(const std::string& script, const std::vector<std::string>& arguments);
  ~HelperProcess();
  HelperProcess(const HelperProcess&) = delete;
  HelperProcess& operator=(const HelperProcess&) = delete;

  int port() const { return port_; }

 private:
  pid_t pid_ = -1;
  int port_ = 0;
};

std::vector<nlohmann::json> read_lines(const std::filesystem::path& file);

}  // namespace kb
