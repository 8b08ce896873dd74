#include "server/resolved_tickets.h"

#include <nlohmann/json.hpp>

#include "core/redact/redactor.h"
#include "core/tickets/import.h"
#include "core/tickets/json_file.h"
#include "core/tickets/store_sink.h"
#include "server/build_runner.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr std::size_t kMostTickets = 1'000;

// The tickets of a body: itself, its members, or those under "tickets" or "ticket".
Result<std::vector<json>> tickets_in(const std::string& body) {
  auto sent = json::parse(body, nullptr, false);
  if (sent.is_object() && sent.contains("tickets")) sent = json(sent["tickets"]);
  if (sent.is_object() && sent.contains("ticket")) sent = json(sent["ticket"]);
  if (sent.is_object()) return std::vector<json>{std::move(sent)};
  if (!sent.is_array()) return fail("the body is no JSON object and no array of them");
  if (sent.size() > kMostTickets)
    return fail("more than " + std::to_string(kMostTickets) + " tickets", {},
                "send them in several requests");
  return std::vector<json>(sent.begin(), sent.end());
}

json told(const Error& problem) {
  return {{"where", problem.where}, {"what", problem.what}, {"hint", problem.hint}};
}

struct Received {
  std::vector<Ticket> tickets;
  json problems = json::array();
};

Received read_all(const std::vector<json>& sent, tickets::Format format,
                  const tickets::Intake& intake) {
  Received received;
  for (std::size_t i = 0; i < sent.size(); ++i) {
    const std::string where = "ticket " + std::to_string(i + 1);
    auto raw = tickets::read_json_ticket(
        sent[i].dump(-1, ' ', false, json::error_handler_t::replace), format);
    if (raw) raw->where = where;
    auto taken = raw ? intake.take(*raw) : Result<tickets::Taken>(fail(raw.error()));
    if (!taken) {
      taken.error().where = where;
      received.problems.push_back(told(taken.error()));
      continue;
    }
    for (const auto& note : taken->notes) received.problems.push_back(told(note));
    received.tickets.push_back(std::move(taken->ticket));
  }
  return received;
}

}  // namespace

http::Response answer_resolved_tickets(const StaffRequest& staff) {
  const std::string source(staff.request.param("source"));
  if (source.empty())
    return http::problem(400, "`source` is missing: name the helpdesk, as in ?source=desk.");
  const std::string name(staff.request.param("format"));
  const auto format = tickets::format_of(name.empty() ? "jsonl" : name, {});
  if (!format) return http::problem(400, to_line(format.error()) + ".");
  if (!tickets::is_json(*format))
    return http::problem(400, "`format`: " + name + " comes in files only; see kb-server import.");
  const auto sent = tickets_in(staff.request.body);
  if (!sent) return http::problem(400, to_line(sent.error()) + ".");
  const auto redactor = redact::Redactor::create(staff.center.config.redact);
  if (!redactor) return staff.fault(redactor.error());

  tickets::StoreSink sink(staff.store, staff.center.clock);
  const auto key = sink.customer_key();
  if (!key) return staff.fault(key.error());
  const tickets::Intake intake(
      tickets::intake_options(staff.center.config, source, *key, staff.center.clock.now()),
      *redactor);
  const auto received = read_all(*sent, *format, intake);
  const auto put = sink.put(received.tickets, std::nullopt);
  if (!put) return staff.fault(put.error());
  const auto audited = staff.store.write([&](store::Sql& sql) {
    return staff.audit(sql, "tickets.receive", source, std::to_string(put->added + put->changed));
  });
  if (!audited) return staff.fault(audited.error());
  if (put->added + put->changed > 0 && staff.center.builds) staff.center.builds->request_soon();
  const int status = received.tickets.empty() && !sent->empty() ? 422 : 200;
  return staff.json(status, json{{"added", put->added},
                                 {"changed", put->changed},
                                 {"same", put->same},
                                 {"problems", received.problems}}
                                .dump());
}

}  // namespace kb
