#include "server/commands/customer_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "server/commands/command.h"
#include "server/customer_records.h"

namespace kb {
namespace {

using nlohmann::json;

struct CustomerFlags {
  CommonFlags common;
  std::string email;
};

struct ErasedKind {
  const char* key;
  const char* what;
};
constexpr std::array kErasedKinds = {
    ErasedKind{"contact_tickets", "contact tickets lost their texts, address and trail"},
    ErasedKind{"deliveries", "mails to the address are gone"},
    ErasedKind{"watches", "wishes to be told are gone"},
    ErasedKind{"events", "events are tied to nobody now"},
    ErasedKind{"resolved_tickets", "resolved tickets are tied to nobody now"},
};

Result<json> records_of(const Config& config, const std::string& email) {
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  return (*store)->read([&](store::Sql& sql) { return customer_records(sql, email); });
}

Result<json> erase(const Config& config, const std::string& email) {
  const json request = {{"do", "erase"}, {"email", email}};
  return ask_store(config, "/local/customers", request, [&](store::Store& store) {
    return answer_customer_request(store, SystemClock(), request);
  });
}

int run_customer_export(const CustomerFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  const auto records = records_of(*config, flags.email);
  if (!records) return failed(records.error());
  print_json(*records);
  return kDone;
}

int run_erase(const CustomerFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  const auto erased = erase(*config, flags.email);
  if (!erased) return failed(erased.error());
  if (flags.common.json) {
    print_json(*erased);
    return kDone;
  }
  for (const auto& [key, what] : kErasedKinds)
    std::printf("%10lld  %s\n", static_cast<long long>(erased->value(key, std::int64_t{0})), what);
  return kDone;
}

}  // namespace

void add_customer_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<CustomerFlags>();
  auto* customer = app.add_subcommand("customer", "What is kept about one customer");
  customer->require_subcommand(1);

  auto* print = customer->add_subcommand("export", "Print all of it as one JSON object");
  add_config_flag(*print, flags->common);
  print->add_option("email", flags->email, "the customer's address")->required();
  print->callback(
      [flags, &environment, &status] { status = run_customer_export(*flags, environment); });

  auto* erase = customer->add_subcommand("erase", "Forget the customer; figures stay");
  add_config_flag(*erase, flags->common);
  add_json_flag(*erase, flags->common);
  erase->add_option("email", flags->email, "the customer's address")->required();
  erase->callback([flags, &environment, &status] { status = run_erase(*flags, environment); });
}

}  // namespace kb
