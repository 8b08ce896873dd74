#include "server/resolved_tickets.h"

#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/redact/redactor.h"
#include "core/store/contact_tickets.h"
#include "core/tickets/import.h"
#include "core/tickets/json_file.h"
#include "core/tickets/store_sink.h"
#include "server/build_runner.h"
#include "server/contact/program_event.h"

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
  std::vector<std::int64_t> contacts;  // our own numbers of those that came from the contact form
  json problems = json::array();
};

// "contact": 1042, or "1042" from helpdesks whose fields are texts.
std::optional<std::int64_t> contact_number(const json& ticket) {
  const auto found = ticket.is_object() ? ticket.find("contact") : ticket.end();
  if (found == ticket.end()) return std::nullopt;
  if (found->is_number_integer()) return found->get<std::int64_t>();
  if (!found->is_string()) return std::nullopt;
  const auto& text = found->get_ref<const std::string&>();
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(number) : std::nullopt;
}

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
    if (const auto number = contact_number(sent[i])) received.contacts.push_back(*number);
  }
  return received;
}

// The customer's own page says so from now on.
Result<void> close_contacts(const StaffRequest& staff, const std::vector<std::int64_t>& numbers) {
  std::vector<store::ContactTicket> closed;
  auto done = staff.store.write([&](store::Sql& sql) -> Result<void> {
    for (const auto number : numbers) {
      const auto changed = store::close_contact_ticket(sql, number, store::ContactState::answered,
                                                       staff.center.clock.now());
      if (!changed) return fail(changed.error());
      const auto ticket = store::find_contact_ticket(sql, number);
      if (!ticket) return fail(ticket.error());
      if (*changed && *ticket) closed.push_back(**ticket);
    }
    return {};
  });
  if (!done || !staff.center.events) return done;
  for (const auto& ticket : closed)
    note_of_program(*staff.center.events, staff.center.clock,
                    {.action = store::Action::ticket_resolved,
                     .customer = ticket.customer,
                     .form = ticket.form,
                     .lang = ticket.lang,
                     .category = ticket.category,
                     .value = ticket.number,
                     .outcome = "team"});
  return {};
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
  if (!received.contacts.empty())
    if (const auto closed = close_contacts(staff, received.contacts); !closed)
      return staff.fault(closed.error());
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
