#include "core/store/migrate.h"

#include <string>
#include <string_view>

namespace kb::store {
namespace {

constexpr std::string_view kVersionTable = "store_version";

Error of_newer_version(const Connection& connection, std::int64_t found, std::int64_t known) {
  return {"the store is of version " + std::to_string(found) + ", this program knows " +
              std::to_string(known),
          connection.name(), "use the newer program that wrote it"};
}

// 0: a database without any table.
Result<std::int64_t> version_of(Connection& connection, Sql& sql) {
  const auto versioned = connection.has_table(kVersionTable);
  if (!versioned) return fail(versioned.error());
  if (*versioned) {
    const auto row = sql.one("SELECT version FROM store_version");
    if (!row) return fail(row.error());
    return *row ? (*row)->integer(0) : 0;
  }
  const auto foreign = connection.has_table({});
  if (!foreign) return fail(foreign.error());
  if (*foreign)
    return fail("holds tables of another program", connection.name(),
                "name a database of its own as store.url in kb.yaml");
  return 0;
}

Result<void> run_all(Connection& connection, Sql& sql, std::string_view statements) {
  constexpr std::string_view kEnd = ";\n";
  while (!statements.empty()) {
    const auto end = std::min(statements.find(kEnd), statements.size());
    const auto statement = statements.substr(0, end);
    statements.remove_prefix(std::min(end + kEnd.size(), statements.size()));
    if (statement.find_first_not_of(" \n") == std::string_view::npos) continue;
    if (auto done = sql.change(connection.dialect(statement)); !done) return fail(done.error());
  }
  return {};
}

Result<void> take_step(Connection& connection, Sql& sql, const Migration& step,
                       std::int64_t version) {
  if (version == 0) {
    const auto made = sql.change("CREATE TABLE store_version (version BIGINT NOT NULL)");
    if (!made) return fail(made.error());
  }
  if (auto done = run_all(connection, sql, step.statements); !done) return done;
  const auto noted =
      version == 0 ? sql.change("INSERT INTO store_version (version) VALUES ($1)", {step.version})
                   : sql.change("UPDATE store_version SET version = $1", {step.version});
  if (!noted) return fail(noted.error());
  return {};
}

}  // namespace

Result<void> migrate(Connection& connection, std::span<const Migration> steps) {
  const int known = steps.back().version;
  for (const Migration& step : steps) {
    // The version is read anew each time: another process may have taken the step meanwhile.
    auto done = in_transaction(connection, [&](Sql& sql) -> Result<void> {
      const auto version = version_of(connection, sql);
      if (!version) return fail(version.error());
      if (*version > known) return fail(of_newer_version(connection, *version, known));
      if (*version >= step.version) return {};
      return take_step(connection, sql, step, *version);
    });
    if (!done) return done;
  }
  return {};
}

Result<void> check_version(Connection& connection, std::span<const Migration> steps) {
  return in_transaction(connection, [&](Sql& sql) -> Result<void> {
    const auto version = version_of(connection, sql);
    if (!version) return fail(version.error());
    const int known = steps.back().version;
    if (*version > known) return fail(of_newer_version(connection, *version, known));
    if (*version == 0)
      return fail("there is no store yet", connection.name(),
                  "kb-server serve makes it, and so does an import");
    if (*version < known)
      return fail("the store is of version " + std::to_string(*version) + ", this program needs " +
                      std::to_string(known),
                  connection.name(), "start kb-server once: it brings the store up to date");
    return {};
  });
}

}  // namespace kb::store
