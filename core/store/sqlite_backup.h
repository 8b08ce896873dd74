// A copy of an SQLite database as it is at one moment, while others read and write it.
//
//   auto source = SqliteDatabase::open("var/answerwell.db", Store::Access::read);
//   copy_database(**source, "backups/monday.db");
//
// Written beside its name, synced, then renamed: a file of that name is whole. An existing file is
// an Error. The copy is one file (no WAL), of mode 0600. Uses the connection on its own thread.

#pragma once

#include <filesystem>

#include "core/base/result.h"
#include "core/store/sqlite_database.h"

namespace kb::store {

Result<void> copy_database(SqliteDatabase& source, const std::filesystem::path& file);

}  // namespace kb::store
