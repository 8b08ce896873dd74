#include <cstdlib>

#include "server/command_line.h"

int main(int argc, char** argv) {
  return kb::run_server_command({argv + 1, argv + argc},
                                [](const std::string& name) -> std::optional<std::string> {
                                  const char* value = std::getenv(name.c_str());
                                  if (value == nullptr) return std::nullopt;
                                  return value;
                                });
}
