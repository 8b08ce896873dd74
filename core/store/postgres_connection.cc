#include "core/store/postgres_connection.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <cstring>
#include <vector>

namespace kb::store {
namespace {

// The lock of all who write a store: any number that nobody else uses in this database.
constexpr std::string_view kBeginWrite = "BEGIN; SELECT pg_advisory_xact_lock(8245091837450221)";
constexpr std::string_view kBeginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

// A process that froze while it wrote must not hold up the others for ever.
// Statements with thousands of parameters (bulk_insert.h) take longer to plan than to run.
constexpr std::string_view kWriteLimits =
    "SET lock_timeout = '10s'; SET statement_timeout = '60s'; "
    "SET plan_cache_mode = force_generic_plan; "
    "SET idle_in_transaction_session_timeout = '60s'; SET synchronous_commit = on";
constexpr std::string_view kReadLimits = "SET statement_timeout = '30s'";

constexpr std::size_t kMostOnServer = 500;

struct FreeOptions {
  void operator()(PQconninfoOption* options) const { PQconninfoFree(options); }
};

// The address without user and password: it stands in Errors and logs.
std::string shown_address(const std::string& url) {
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      PQconninfoParse(url.c_str(), nullptr));
  std::string host;
  std::string port;
  std::string database;
  for (const auto* option = options.get(); option && option->keyword; ++option) {
    const std::string_view key = option->keyword;
    if (!option->val) continue;
    if (key == "host") host = option->val;
    if (key == "port") port = ":" + std::string(option->val);
    if (key == "dbname") database = "/" + std::string(option->val);
  }
  return "postgresql://" + host + port + database;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

// Types by the numbers that they have in every PostgreSQL (pg_type.dat).
Value value_of(Oid type, std::string_view text) {
  constexpr Oid kBool = 16;
  constexpr std::array<Oid, 4> kIntegers = {20, 21, 23, 26};
  constexpr std::array<Oid, 3> kNumbers = {700, 701, 1700};  // a sum of BIGINT is NUMERIC
  const auto is_in = [&](const auto& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
  };
  if (type == kBool) return Value(text == "t");
  if (!is_in(kIntegers) && !is_in(kNumbers)) return Value(text);
  const char* end = text.data() + text.size();
  std::int64_t integer = 0;
  if (std::from_chars(text.data(), end, integer).ptr == end) return Value(integer);
  double number = 0;
  std::from_chars(text.data(), end, number);
  return Value(number);
}

Row row_of(const PGresult* result) {
  const int count = PQnfields(result);
  std::vector<Value> columns;
  columns.reserve(static_cast<std::size_t>(count));
  for (int i = 0; i < count; ++i) {
    const auto size = static_cast<std::size_t>(PQgetlength(result, 0, i));
    if (PQgetisnull(result, 0, i) != 0)
      columns.emplace_back(nullptr);
    else
      columns.push_back(value_of(PQftype(result, i), {PQgetvalue(result, 0, i), size}));
  }
  return Row(std::move(columns));
}

// Values as text, as libpq sends them.
class Parameters {
 public:
  explicit Parameters(std::span<const Value> values) {
    texts_.reserve(values.size());
    for (const Value& value : values) {
      const auto& held = value.held();
      if (const auto* text = std::get_if<std::string>(&held)) {
        pointers_.push_back(text->c_str());
        continue;
      }
      if (std::holds_alternative<std::nullptr_t>(held)) {
        pointers_.push_back(nullptr);
        continue;
      }
      std::array<char, 32> digits{};
      const auto* integer = std::get_if<std::int64_t>(&held);
      const auto end =
          integer
              ? std::to_chars(digits.data(), digits.data() + digits.size(), *integer)
              : std::to_chars(digits.data(), digits.data() + digits.size(), std::get<double>(held));
      pointers_.push_back(texts_.emplace_back(digits.data(), end.ptr).c_str());
    }
  }

  int count() const { return static_cast<int>(pointers_.size()); }
  const char* const* data() const { return pointers_.data(); }

 private:
  std::vector<std::string> texts_;
  std::vector<const char*> pointers_;
};

}  // namespace

void PostgresConnection::Finish::operator()(pg_conn* connection) const {
  PQfinish(connection);
}

void PostgresConnection::Clear::operator()(pg_result* result) const {
  PQclear(result);
}

PostgresConnection::PostgresConnection(std::string url, Store::Access access)
    : url_(std::move(url)), name_(shown_address(url_)), access_(access) {}

bool PostgresConnection::connected() const {
  return connection_ && PQstatus(connection_.get()) == CONNECTION_OK;
}

Result<void> PostgresConnection::connect() {
  prepared_.clear();
  constexpr std::array keys = {"dbname",           "connect_timeout",
                               "client_encoding",  "fallback_application_name",
                               "tcp_user_timeout", static_cast<const char*>(nullptr)};
  const std::array values = {url_.c_str(), "5",     "UTF8",
                             "answerwell", "30000", static_cast<const char*>(nullptr)};
  connection_.reset(PQconnectdbParams(keys.data(), values.data(), 1));
  if (!connected()) {
    const Error error = {
        "cannot reach PostgreSQL: " +
            first_line(connection_ ? PQerrorMessage(connection_.get()) : "out of memory"),
        name_, "check that it runs, and store.url in kb.yaml"};
    connection_.reset();
    return fail(error);
  }
  PQsetNoticeProcessor(
      connection_.get(), [](void*, const char*) {}, nullptr);
  return run(std::string(access_ == Store::Access::write ? kWriteLimits : kReadLimits));
}

Error PostgresConnection::error_of(const pg_result* result) const {
  const char* given = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string_view state = given ? given : "";
  const std::string words =
      first_line(result && *PQresultErrorMessage(result) ? PQresultErrorMessage(result)
                                                         : PQerrorMessage(connection_.get()));
  if (!connected() || state.starts_with("08") || state.starts_with("57P"))
    return {"lost the connection to PostgreSQL; nothing was changed: " + words, name_, "try again"};
  if (state == "57014")
    return {"PostgreSQL took too long; nothing was changed", name_,
            "try again when it has less to do"};
  if (state == "55P03")
    return {"another process has been writing for too long", name_,
            "try again; look for it in pg_stat_activity"};
  if (state == "53100")
    return {"no space is left for PostgreSQL; nothing was changed", name_,
            "free some space and try again"};
  if (state == "42501" || state == "25006")
    return {"PostgreSQL does not allow it: " + words, name_, "give the user the rights to write"};
  return {"PostgreSQL refused: " + words, name_, {}};
}

Result<void> PostgresConnection::run(const std::string& statements) {
  const Outcome outcome(PQexec(connection_.get(), statements.c_str()));
  const auto status = PQresultStatus(outcome.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return {};
  return fail(error_of(outcome.get()));
}

Result<std::string> PostgresConnection::prepare(std::string_view text) {
  if (!connected()) return fail(error_of(nullptr));
  if (const auto found = prepared_.find(text); found != prepared_.end()) return found->second;
  if (prepared_.size() >= kMostOnServer) {
    prepared_.clear();
    if (auto done = run("DEALLOCATE ALL"); !done) return fail(done.error());
  }
  const std::string statement(text);
  const std::string name = "s" + std::to_string(prepared_.size());
  const Outcome outcome(PQprepare(connection_.get(), name.c_str(), statement.c_str(), 0, nullptr));
  if (PQresultStatus(outcome.get()) != PGRES_COMMAND_OK) return fail(error_of(outcome.get()));
  prepared_.emplace(statement, name);
  return name;
}

Result<std::int64_t> PostgresConnection::change(std::string_view statement,
                                                std::span<const Value> values) {
  const auto name = prepare(statement);
  if (!name) return fail(name.error());
  const Parameters parameters(values);
  const Outcome outcome(PQexecPrepared(connection_.get(), name->c_str(), parameters.count(),
                                       parameters.data(), nullptr, nullptr, 0));
  const auto status = PQresultStatus(outcome.get());
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return fail(error_of(outcome.get()));
  const char* count = PQcmdTuples(outcome.get());  // "" where nothing is counted
  std::int64_t changed = 0;
  std::from_chars(count, count + std::strlen(count), changed);
  return changed;
}

Result<void> PostgresConnection::each(std::string_view statement, std::span<const Value> values,
                                      const EachRow& visit) {
  const auto name = prepare(statement);
  if (!name) return fail(name.error());
  const Parameters parameters(values);
  if (PQsendQueryPrepared(connection_.get(), name->c_str(), parameters.count(), parameters.data(),
                          nullptr, nullptr, 0) == 0)
    return fail(error_of(nullptr));
  PQsetSingleRowMode(connection_.get());
  auto done = visit_rows(visit);
  if (!done) stop_rows();
  return done;
}

Result<void> PostgresConnection::visit_rows(const EachRow& visit) {
  while (const Outcome outcome{PQgetResult(connection_.get())}) {
    const auto status = PQresultStatus(outcome.get());
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK) continue;
    if (status != PGRES_SINGLE_TUPLE) return fail(error_of(outcome.get()));
    if (auto visited = visit(row_of(outcome.get())); !visited) return visited;
  }
  return {};
}

// The rest of the rows is not wanted: the statement is cancelled, and what is on its way dropped.
void PostgresConnection::stop_rows() {
  if (PQtransactionStatus(connection_.get()) == PQTRANS_ACTIVE) {
    PGcancel* cancel = PQgetCancel(connection_.get());
    std::array<char, 256> ignored{};  // a statement that cannot be cancelled is read to its end
    if (cancel) PQcancel(cancel, ignored.data(), static_cast<int>(ignored.size()));
    PQfreeCancel(cancel);
  }
  while (const Outcome outcome{PQgetResult(connection_.get())}) continue;
}

Result<void> PostgresConnection::begin() {
  const std::string statement(access_ == Store::Access::write ? kBeginWrite : kBeginRead);
  if (connected()) {
    auto begun = run(statement);
    if (begun) return begun;
    if (connected()) {
      rollback();
      return begun;
    }
  }
  // Nothing was done yet on a connection that broke while idle: a new one may begin instead.
  if (auto done = connect(); !done) return done;
  auto begun = run(statement);
  if (!begun) rollback();
  return begun;
}

Result<void> PostgresConnection::commit() {
  const Outcome outcome(PQexec(connection_.get(), "COMMIT"));
  // A transaction that failed is rolled back by COMMIT, which then says so and not that it failed.
  const bool done = PQresultStatus(outcome.get()) == PGRES_COMMAND_OK;
  if (done && std::string_view(PQcmdStatus(outcome.get())) == "COMMIT") return {};
  if (done) return fail("PostgreSQL undid the change", name_, "try again");
  if (connected() || access_ == Store::Access::read) return fail(error_of(outcome.get()));
  return fail(
      "lost the connection to PostgreSQL while it committed: whether the change was kept "
      "is not known",
      name_, "look whether it is there before you repeat it");
}

void PostgresConnection::rollback() {
  if (!connected() || PQtransactionStatus(connection_.get()) == PQTRANS_IDLE) return;
  const Outcome outcome(PQexec(connection_.get(), "ROLLBACK"));
  if (PQresultStatus(outcome.get()) != PGRES_COMMAND_OK) connection_.reset();
}

std::string PostgresConnection::dialect(std::string_view statement) const {
  struct Word {
    std::string_view here, there;
  };
  constexpr std::array<Word, 2> kWords = {
      Word{"{id}", "BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"},
      Word{" TEXT", " TEXT COLLATE \"C\""}};
  std::string text(statement);
  for (const auto& [here, there] : kWords)
    for (auto at = text.find(here); at != std::string::npos;
         at = text.find(here, at + there.size()))
      text.replace(at, here.size(), there);
  return text;
}

Result<bool> PostgresConnection::has_table(std::string_view table) {
  const auto row =
      one("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND "
          "($1 = '' OR tablename = $1)",
          {table});
  if (!row) return fail(row.error());
  return *row && (*row)->integer(0) > 0;
}

}  // namespace kb::store
