#include "server/customer_records.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/date.h"
#include "core/base/secrets.h"
#include "core/store/answer_watches.h"
#include "core/store/audit.h"
#include "core/store/contact_tickets.h"
#include "core/store/customer_tickets.h"
#include "core/store/deliveries.h"
#include "core/store/event_table.h"
#include "core/store/secret_table.h"
#include "core/text/normal_form.h"
#include "server/ubi_lines.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Sql;

constexpr const char* kWho = "kb-server";

Result<std::string> address_of(const std::string& given) {
  const auto begin = given.find_first_not_of(" \t");
  const auto end = given.find_last_not_of(" \t");
  const std::string address =
      begin == given.npos ? std::string() : given.substr(begin, end - begin + 1);
  const auto at = address.find('@');
  if (at == address.npos || at == 0 || at + 1 == address.size())
    return fail("not an e-mail address: '" + given + "'", {}, "write it as ana@shop.example");
  return text::nfc(address);
}

// Empty: the store has no key yet, so that it knows no customer.
Result<std::string> customer_of(Sql& sql, const std::string& address) {
  const auto key = store::find_secret(sql, "customers");
  if (!key) return fail(key.error());
  return *key ? keyed_hash(**key, text::caseless(address)) : std::string();
}

json time_or_null(const std::optional<Time>& time) {
  return time ? json(iso_time(*time)) : json();
}

json record_json(const store::ContactTicket& ticket) {
  const auto trail = json::parse(ticket.trail, nullptr, false);
  return {{"number", ticket.number},
          {"state", store::contact_state_name(ticket.state)},
          {"lang", ticket.lang},
          {"category", ticket.category},
          {"channel", ticket.channel},
          {"subject", ticket.subject},
          {"description", ticket.description},
          {"email", ticket.email},
          {"page", ticket.page},
          {"trail", trail.is_discarded() ? json() : trail},
          {"created", iso_time(ticket.created)},
          {"closed", time_or_null(ticket.closed)},
          {"erased", time_or_null(ticket.erased)}};
}

json record_json(const store::AnswerWatch& watch) {
  return {{"email", watch.email},
          {"lang", watch.lang},
          {"query", watch.query},
          {"article", watch.article},
          {"created", iso_time(watch.created)},
          {"confirmed", time_or_null(watch.confirmed)}};
}

json record_json(const Ticket& ticket) {
  return {{"source", ticket.source},
          {"id", ticket.id},
          {"lang", ticket.lang},
          {"subject", ticket.subject},
          {"question", ticket.question},
          {"answer", ticket.answer},
          {"created", iso_time(ticket.created)},
          {"solved", time_or_null(ticket.solved)}};
}

template <class Kept>
Result<json> listed(const Result<std::vector<Kept>>& kept) {
  if (!kept) return fail(kept.error());
  json list = json::array();
  for (const auto& each : *kept) list.push_back(record_json(each));
  return list;
}

Result<json> events_of(Sql& sql, const std::string& customer) {
  json list = json::array();
  if (customer.empty()) return list;
  auto read = store::each_event(sql, {.customer = customer},
                                [&](const store::Event& event) -> Result<void> {
                                  list.push_back(to_ubi_event(event, {}));
                                  return {};
                                });
  if (!read) return fail(read.error());
  return list;
}

Result<json> tickets_of(Sql& sql, const std::string& customer) {
  json list = json::array();
  auto read = store::each_ticket_of(sql, customer, [&](const Ticket& ticket) -> Result<void> {
    list.push_back(record_json(ticket));
    return {};
  });
  if (!read) return fail(read.error());
  return list;
}

}  // namespace

Result<json> customer_records(Sql& sql, const std::string& email) {
  const auto address = address_of(email);
  if (!address) return fail(address.error());
  const auto customer = customer_of(sql, *address);
  if (!customer) return fail(customer.error());
  json records = {{"email", *address}, {"customer", *customer}};
  const std::pair<const char*, Result<json>> parts[] = {
      {"events", events_of(sql, *customer)},
      {"contact_tickets", listed(store::contact_tickets_of(sql, *customer))},
      {"watches", listed(store::watches_of(sql, *customer))},
      {"resolved_tickets", tickets_of(sql, *customer)}};
  for (const auto& [name, part] : parts) {
    if (!part) return fail(part.error());
    records[name] = *part;
  }
  return records;
}

Result<json> erase_customer(Sql& sql, const std::string& email, Time now) {
  const auto address = address_of(email);
  if (!address) return fail(address.error());
  const auto customer = customer_of(sql, *address);
  if (!customer) return fail(customer.error());
  const std::pair<const char*, Result<std::int64_t>> parts[] = {
      {"contact_tickets", store::erase_contact_texts_of(sql, *customer, now)},
      {"deliveries", store::drop_deliveries_to(sql, *address)},
      {"watches", store::drop_watches_of(sql, *customer)},
      {"events", store::forget_customer(sql, *customer)},
      {"resolved_tickets", store::forget_ticket_customer(sql, *customer)}};
  json erased = json::object();
  for (const auto& [name, count] : parts) {
    if (!count) return fail(count.error());
    erased[name] = *count;
  }
  const auto noted = store::append_audit(sql, {.at = now,
                                               .who = kWho,
                                               .action = "customer.erase",
                                               .object = *customer,
                                               .detail = erased.dump()});
  if (!noted) return fail(noted.error());
  return erased;
}

Result<json> answer_customer_request(store::Store& store, const Clock& clock, const json& request) {
  if (request.value("do", json()) != "erase") return fail("`do` is not erase");
  const auto email = request.value("email", json());
  if (!email.is_string()) return fail("`email` is no text");
  return store.write(
      [&](Sql& sql) { return erase_customer(sql, email.get<std::string>(), clock.now()); });
}

}  // namespace kb
