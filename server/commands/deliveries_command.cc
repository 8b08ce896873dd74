#include "server/commands/deliveries_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/commands/command.h"
#include "server/delivery/delivery_requests.h"

namespace kb {
namespace {

using nlohmann::json;

struct DeliveriesFlags {
  CommonFlags common;
  std::optional<std::int64_t> id;
};

void print_dead(const json& delivery) {
  std::printf("%5lld  %-7s  %s  %s\n       %s\n",
              static_cast<long long>(delivery.at("id").get<std::int64_t>()),
              delivery.at("kind").get<std::string>().c_str(),
              delivery.at("created").get<std::string>().c_str(),
              delivery.at("target").get<std::string>().c_str(),
              delivery.at("problem").get<std::string>().c_str());
}

void print_deliveries(const json& answer) {
  if (answer.contains("dead")) {
    for (const auto& delivery : answer.at("dead")) print_dead(delivery);
    if (answer.at("dead").empty()) std::puts("Everything arrived, or is still being tried.");
  }
  if (answer.contains("retried"))
    std::printf("Tried again: %lld\n",
                static_cast<long long>(answer.at("retried").get<std::int64_t>()));
}

int run_deliveries(const DeliveriesFlags& flags, const Environment& environment,
                   const json& request) {
  return run_at_desk({"/local/deliveries", answer_delivery_request, print_deliveries}, flags.common,
                     environment, request);
}

}  // namespace

void add_deliveries_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<DeliveriesFlags>();
  auto* deliveries = app.add_subcommand("deliveries", "Webhooks and mails that did not arrive");
  deliveries->require_subcommand(1);

  auto* list = deliveries->add_subcommand("list", "Show those that were given up");
  add_config_flag(*list, flags->common);
  add_json_flag(*list, flags->common);
  list->callback([flags, &environment, &status] {
    status = run_deliveries(*flags, environment, {{"do", "list"}});
  });

  auto* retry = deliveries->add_subcommand("retry", "Try them again, for another day");
  add_config_flag(*retry, flags->common);
  add_json_flag(*retry, flags->common);
  retry->add_option("id", flags->id, "its number in the list (default: all)");
  retry->callback([flags, &environment, &status] {
    json request = {{"do", "retry"}};
    if (flags->id) request["id"] = *flags->id;
    status = run_deliveries(*flags, environment, request);
  });
}

}  // namespace kb
