#include "tests/server/delivery/helper_process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace kb {
namespace {

// The first line of what comes through `pipe`: a number, or 0 where the script ended without one.
int read_number(int pipe) {
  FILE* stream = ::fdopen(pipe, "r");
  int number = 0;
  if (stream == nullptr || std::fscanf(stream, "%d", &number) != 1) number = 0;
  if (stream != nullptr) std::fclose(stream);
  return number;
}

}  // namespace

HelperProcess::HelperProcess(const std::string& script, const std::vector<std::string>& arguments) {
  std::vector<std::string> words = {
      "/usr/bin/python3", std::string(KB_SOURCE_FOLDER) + "/tests/server/delivery/" + script};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);

  std::array<int, 2> pipe{};
  if (::pipe(pipe.data()) != 0) {
    ADD_FAILURE() << "no pipe";
    return;
  }
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  ::posix_spawn_file_actions_addclose(&actions, pipe[0]);
  const int spawned = ::posix_spawn(&pid_, argv.front(), &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (spawned != 0) pid_ = -1;
  port_ = read_number(pipe[0]);
  EXPECT_NE(port_, 0) << script << " did not start; scripts/setup installs what it needs";
}

HelperProcess::~HelperProcess() {
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, nullptr, 0);
}

std::vector<nlohmann::json> read_lines(const std::filesystem::path& file) {
  std::ifstream in(file);
  std::vector<nlohmann::json> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
  return lines;
}

}  // namespace kb
