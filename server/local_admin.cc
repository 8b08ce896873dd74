#include "server/local_admin.h"

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>

#include "core/base/secrets.h"
#include "core/tickets/remote_sink.h"
#include "core/tickets/store_sink.h"
#include "server/build_runner.h"
#include "server/customer_records.h"
#include "server/delivery/delivery_requests.h"
#include "server/delivery/delivery_worker.h"
#include "server/login/account_requests.h"
#include "server/login/session_cookie.h"
#include "server/retention.h"
#include "server/staff_request.h"

namespace kb {
namespace {

using nlohmann::json;

using Answer = Result<json> (*)(const AccountDesk& desk, const json& request);

Result<std::string> answered(const std::string& body,
                             const std::function<Result<json>(const json&)>& answer) {
  const auto request = json::parse(body, nullptr, false);
  if (!request.is_object()) return fail("what was sent is no JSON object");
  const auto answered = answer(request);
  if (!answered) return fail(answered.error());
  return answered->dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

template <Answer answer>
Result<std::string> in_json(const AccountDesk& desk, const Config&, const std::string& body) {
  return answered(body, [&](const json& request) { return answer(desk, request); });
}

Result<std::string> retain_now(const AccountDesk& desk, const Config& config,
                               const std::string& body) {
  return answered(body, [&](const json& request) {
    return answer_retain_request(desk.store, config, desk.clock, request);
  });
}

Result<json> look_after_customer(const AccountDesk& desk, const json& request) {
  return answer_customer_request(desk.store, desk.clock, request);
}

Result<std::string> put_tickets(const AccountDesk& desk, const Config&, const std::string& body) {
  tickets::StoreSink sink(desk.store, desk.clock);
  return tickets::answer_local_import(sink, body);
}

struct Command {
  std::string_view name;
  Result<std::string> (*answer)(const AccountDesk& desk, const Config& config,
                                const std::string& body);
};
constexpr std::array kCommands = {
    Command{"users", in_json<answer_user_request>},
    Command{"tokens", in_json<answer_token_request>},
    Command{"tickets", put_tickets},
    Command{"deliveries", in_json<answer_delivery_request>},
    Command{"customers", in_json<look_after_customer>},
    Command{"retain", retain_now},
};

// A server that listens on one outer address is reached by its own machine from that address.
bool is_local(const HelpCenter& center, const http::Request& request) {
  const auto& listen = center.config.server.listen;
  return is_from_this_machine(request) ||
         is_from_this_machine(request, std::string_view(listen).substr(0, listen.rfind(':')));
}

bool is_ours(const HelpCenter& center, const http::Request& request) {
  if (center.login == nullptr) return false;
  return is_local(center, request) &&
         equal_secrets(request.header("Authorization"), "Bearer " + center.login->local_token);
}

// What was put: findable soon. A question of an import changes nothing.
bool brought_tickets(const std::string& answer) {
  const auto told = json::parse(answer, nullptr, false);
  return told.is_object() && told.value("added", 0) + told.value("changed", 0) > 0;
}

http::Response problem_of(const Error& error) {
  auto response = http::problem(422, to_line(error));
  make_private(response);
  return response;
}

}  // namespace

http::Response answer_local(const HelpCenter& center, const http::Request& request,
                            const Route& route) {
  const auto* command = std::ranges::find(kCommands, route.rest, &Command::name);
  if (command == kCommands.end() || !is_ours(center, request))
    return http::problem(404, "There is no such address.");
  store::Store* store = center.store();
  if (!store) return http::problem(503, "The store cannot be reached; the log says why.");
  auto answer = command->answer(
      {*store, center.login->passwords, center.clock, site_address(center.config, request.host)},
      center.config, request.body);
  if (!answer) return problem_of(answer.error());
  if (center.deliveries && route.rest == "deliveries") center.deliveries->wake();
  if (center.builds && brought_tickets(*answer)) center.builds->request_soon();
  http::Response response;
  response.content_type = "application/json";
  response.body = std::move(*answer);
  make_private(response);
  return response;
}

}  // namespace kb
