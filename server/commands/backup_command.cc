#include "server/commands/backup_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <memory>

#include "core/store/restore.h"
#include "server/commands/command.h"

namespace kb {
namespace {

struct BackupFlags {
  CommonFlags common;
  std::string file;
};

// Reading does not disturb a server that writes, so it need not be asked.
Result<void> back_up(const Config& config, const std::string& file) {
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  return (*store)->backup(file);
}

int run_backup(const BackupFlags& flags, const Environment& environment, bool restoring) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  const auto done =
      restoring ? store::restore(config->store.url, flags.file) : back_up(*config, flags.file);
  if (!done) return failed(done.error());
  std::error_code error;
  const auto size = std::filesystem::file_size(flags.file, error);
  std::printf(restoring ? "restored from %s, %ju bytes\n" : "backed up to %s, %ju bytes\n",
              flags.file.c_str(), static_cast<std::uintmax_t>(size));
  return kDone;
}

void add(CLI::App& app, const Environment& environment, int& status, bool restoring,
         const char* what) {
  const auto flags = std::make_shared<BackupFlags>();
  auto* command = app.add_subcommand(restoring ? "restore" : "backup", what);
  command->add_option("file", flags->file, restoring ? "what backup wrote" : "what to write")
      ->required();
  add_config_flag(*command, flags->common);
  command->callback([flags, &environment, &status, restoring] {
    status = run_backup(*flags, environment, restoring);
  });
}

}  // namespace

void add_backup_commands(CLI::App& app, const Environment& environment, int& status) {
  add(app, environment, status, false, "Write the store into one file, also while the server runs");
  add(app, environment, status, true, "Put a backup in the store's place, while no server runs");
}

}  // namespace kb
