#include "core/store/sqlite_database.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>

#include <cstring>

#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"

namespace kb::store {
namespace {

namespace fs = std::filesystem;

constexpr int kBusyMilliseconds = 5000;
constexpr std::size_t kMostPrepared = 500;

// Makes the file before SQLite does, so that nobody else can read it even for a moment; its WAL
// gets the same mode. Never opens one that is there: closing it would drop SQLite's locks in our
// process.
Result<void> make_private_file(const fs::path& path) {
  const FileDescriptor made(::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (!made && errno != EEXIST) return fail(system_error("cannot make the store", path));
  return {};
}

std::string uri_of(const fs::path& path, std::string_view options) {
  std::string uri = "file:";
  for (const char byte : path.string()) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto value = static_cast<unsigned char>(byte);
    if (byte == '%' || byte == '?' || byte == '#')
      uri.append({'%', kDigits[value >> 4U], kDigits[value & 15U]});
    else
      uri += byte;
  }
  return uri.append(options);
}

Result<sqlite3*> open_handle(const fs::path& path, int flags, std::string_view options = {}) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(uri_of(path, options).c_str(), &handle,
                                   flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) return handle;
  Error error = sqlite_error(handle, path);
  sqlite3_close(handle);
  return fail(std::move(error));
}

// A WAL needs its index, which cannot be made on a read-only file system; where no WAL was left
// behind, nothing is lost by reading the database as a file that nobody changes.
bool may_be_immutable(sqlite3* refused, const fs::path& path) {
  const int code = sqlite3_errcode(refused) & 0xff;
  if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) return false;
  fs::path wal = path;
  wal += "-wal";
  std::error_code error;
  return !fs::exists(wal, error) || fs::file_size(wal, error) == 0;
}

std::vector<Value> columns_of(sqlite3_stmt* statement) {
  const int count = sqlite3_column_count(statement);
  std::vector<Value> columns;
  columns.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    switch (sqlite3_column_type(statement, i)) {
      case SQLITE_INTEGER:
        columns.emplace_back(std::int64_t{sqlite3_column_int64(statement, i)});
        break;
      case SQLITE_FLOAT:
        columns.emplace_back(sqlite3_column_double(statement, i));
        break;
      case SQLITE_NULL:
        columns.emplace_back(nullptr);
        break;
      default: {
        const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, i));
        const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement, i));
        columns.emplace_back(size == 0 ? std::string() : std::string(bytes, size));
      }
    }
  }
  return columns;
}

}  // namespace

struct SqliteDatabase::Statement {
  explicit Statement(sqlite3_stmt* compiled) : handle(compiled) {
    const int count = sqlite3_bind_parameter_count(handle);
    for (int i = 1; i <= count; ++i) {
      const char* name = sqlite3_bind_parameter_name(handle, i);  // "$2"
      numbers.push_back(name ? std::strtoul(name + 1, nullptr, 10) : 0);
    }
  }
  ~Statement() { sqlite3_finalize(handle); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  sqlite3_stmt* handle;
  std::vector<std::size_t> numbers;  // of the value for each parameter, from 1
};

namespace {

class ResetAtEnd {
 public:
  explicit ResetAtEnd(sqlite3_stmt* statement) : statement_(statement) {}
  ~ResetAtEnd() {
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
  }
  ResetAtEnd(const ResetAtEnd&) = delete;
  ResetAtEnd& operator=(const ResetAtEnd&) = delete;

 private:
  sqlite3_stmt* statement_;
};

}  // namespace

Error sqlite_error(sqlite3* handle, const fs::path& path) {
  const std::string words = handle ? sqlite3_errmsg(handle) : "out of memory";
  const int system = handle ? sqlite3_system_errno(handle) : 0;
  const std::string reason = system != 0 ? std::strerror(system) : words;
  switch ((handle ? sqlite3_errcode(handle) : SQLITE_NOMEM) & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {"the store is locked by another program", path.string(),
              "close what has it open, such as a database tool"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {"the store cannot be written: " + words, path.string(),
              "check the permissions of the file and of its folder"};
    case SQLITE_CANTOPEN:
      return {"cannot open the store: " + reason, path.string(),
              "check the permissions of the file and of its folder"};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {"the store is damaged: " + words, path.string(), "restore a backup"};
    case SQLITE_FULL:
      return {"no space is left for the store; nothing was changed", path.string(),
              "free some space and try again"};
    case SQLITE_IOERR:
      return {"cannot read or write the store: " + reason + "; nothing was changed", path.string(),
              "check the disk and its free space"};
    default:
      return {"the store refused: " + words, path.string(), {}};
  }
}

SqliteDatabase::SqliteDatabase(fs::path path, Store::Access access, sqlite3* handle)
    : path_(std::move(path)), access_(access), handle_(handle) {}

SqliteDatabase::~SqliteDatabase() {
  prepared_.clear();
  sqlite3_close(handle_);
}

Result<std::unique_ptr<SqliteDatabase>> SqliteDatabase::open(const fs::path& path,
                                                             Store::Access access) {
  const bool writes = access == Store::Access::write;
  if (writes)
    if (auto made = make_private_file(path); !made) return fail(made.error());
  auto handle = open_handle(path, writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  if (!handle) return fail(handle.error());
  std::unique_ptr<SqliteDatabase> database(new SqliteDatabase(path, access, *handle));
  auto ready = database->set_up();
  if (!ready && !writes && may_be_immutable(*handle, path)) {
    auto still = open_handle(path, SQLITE_OPEN_READONLY, "?immutable=1");
    if (!still) return fail(still.error());
    database.reset(new SqliteDatabase(path, access, *still));
    ready = database->set_up();
  }
  if (!ready) return fail(ready.error());
  return database;
}

Result<void> SqliteDatabase::set_up() {
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, kBusyMilliseconds);
  // As PostgreSQL does: LIKE minds case.
  if (auto done = run("PRAGMA trusted_schema = OFF; PRAGMA case_sensitive_like = ON; "
                      "PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000");
      !done)
    return done;
  if (access_ == Store::Access::write) {
    // SQLite opens what it may not write for reading, and says so only at the first change.
    if (sqlite3_db_readonly(handle_, "main") == 1)
      return fail("the store cannot be written", path_.string(),
                  "check the permissions of the file and of its folder");
    // A checkpoint syncs the database: every 16 MB of WAL, not 4, an import waits less often.
    return run(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; "
        "PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = 67108864");
  }
  return run("SELECT count(*) FROM sqlite_master");  // opens the file, and its WAL
}

Result<void> SqliteDatabase::run(const std::string& statements) {
  if (sqlite3_exec(handle_, statements.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return fail(sqlite_error(handle_, path_));
}

Result<SqliteDatabase::Statement*> SqliteDatabase::prepare(std::string_view text) {
  if (const auto found = prepared_.find(text); found != prepared_.end()) return found->second.get();
  if (prepared_.size() >= kMostPrepared) prepared_.clear();
  sqlite3_stmt* compiled = nullptr;
  if (sqlite3_prepare_v3(handle_, text.data(), static_cast<int>(text.size()),
                         SQLITE_PREPARE_PERSISTENT, &compiled, nullptr) != SQLITE_OK)
    return fail(sqlite_error(handle_, path_));
  return prepared_.emplace(text, std::make_unique<Statement>(compiled)).first->second.get();
}

Result<void> SqliteDatabase::bind(Statement& statement, std::span<const Value> values) {
  for (std::size_t i = 0; i < statement.numbers.size(); ++i) {
    const std::size_t number = statement.numbers[i];
    if (number == 0 || number > values.size())
      return fail(
          "a statement wants more values than the " + std::to_string(values.size()) + " it got",
          path_.string());
    const int at = static_cast<int>(i) + 1;
    const auto& held = values[number - 1].held();
    int code = SQLITE_OK;
    if (const auto* integer = std::get_if<std::int64_t>(&held))
      code = sqlite3_bind_int64(statement.handle, at, *integer);
    else if (const auto* real = std::get_if<double>(&held))
      code = sqlite3_bind_double(statement.handle, at, *real);
    else if (const auto* string = std::get_if<std::string>(&held))
      code = sqlite3_bind_text64(statement.handle, at, string->data(), string->size(),
                                 SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) return fail(sqlite_error(handle_, path_));
  }
  return {};
}

Result<void> SqliteDatabase::each(std::string_view text, std::span<const Value> values,
                                  const EachRow& visit) {
  auto statement = prepare(text);
  if (!statement) return fail(statement.error());
  const ResetAtEnd reset((*statement)->handle);
  if (auto bound = bind(**statement, values); !bound) return bound;
  for (;;) {
    const int code = sqlite3_step((*statement)->handle);
    if (code == SQLITE_DONE) return {};
    if (code != SQLITE_ROW) return fail(sqlite_error(handle_, path_));
    if (auto visited = visit(Row(columns_of((*statement)->handle))); !visited) return visited;
  }
}

Result<std::int64_t> SqliteDatabase::change(std::string_view text, std::span<const Value> values) {
  const auto before = sqlite3_total_changes64(handle_);
  auto done = each(text, values, [](const Row&) -> Result<void> { return {}; });
  if (!done) return fail(done.error());
  // The number of changes stays that of the last change where a statement makes none.
  return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

Result<void> SqliteDatabase::begin() {
  return run(access_ == Store::Access::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Result<void> SqliteDatabase::commit() {
  return run("COMMIT");
}

void SqliteDatabase::rollback() {
  // Some failures have undone the transaction already, and then there is none to undo.
  if (sqlite3_get_autocommit(handle_) == 0)
    sqlite3_exec(handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

std::string SqliteDatabase::dialect(std::string_view statement) const {
  std::string text(statement);
  constexpr std::string_view kId = "{id}";
  for (auto at = text.find(kId); at != std::string::npos; at = text.find(kId, at))
    text.replace(at, kId.size(), "INTEGER PRIMARY KEY AUTOINCREMENT");
  return text;
}

Result<bool> SqliteDatabase::has_table(std::string_view name) {
  const auto row =
      one("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND "
          "name NOT LIKE 'sqlite_%' AND ($1 = '' OR name = $1)",
          {name});
  if (!row) return fail(row.error());
  return *row && (*row)->integer(0) > 0;
}

}  // namespace kb::store
