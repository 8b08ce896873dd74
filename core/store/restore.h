// Puts a backup in the place of an SQLite store.
//
//   restore("sqlite:var/answerwell.db", "backups/monday.db");
//
// Refused while a process writes the store, and where the backup is damaged, no store, or of a
// newer version; the store is then as it was. What was there stays as answerwell.db.before-restore
// (in the place of an older one). A crash leaves the one or the other. PostgreSQL has pg_restore.

#pragma once

#include <filesystem>
#include <string>

#include "core/base/result.h"

namespace kb::store {

Result<void> restore(const std::string& url, const std::filesystem::path& backup);

}  // namespace kb::store
