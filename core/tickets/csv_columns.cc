#include "core/tickets/csv_columns.h"

#include <algorithm>
#include <charconv>

#include "core/base/nearest_key.h"
#include "core/text/normal_form.h"
#include "core/tickets/ticket_time.h"

namespace kb::tickets {
namespace {

// What we read, and what others call it: lower case, words apart by one space.
struct Field {
  std::string_view name;
  std::vector<std::string_view> known_as;
};

const std::vector<Field>& fields() {
  static const std::vector<Field> kFields = {
      {"id", {"id", "ticket id", "ticket", "ticket number", "number", "key", "case number"}},
      {"subject", {"subject", "title", "summary"}},
      {"question", {"question", "description", "body", "message", "first message", "text"}},
      {"answer", {"answer", "reply", "last reply", "resolution", "solution", "response"}},
      {"status", {"status", "state", "ticket status"}},
      {"type", {"type", "ticket type", "issue type"}},
      {"lang", {"lang", "language", "locale"}},
      {"topic", {"topic", "category"}},
      {"tags", {"tags", "labels"}},
      {"created", {"created", "created at", "creation date", "date created", "opened", "date"}},
      {"first_response",
       {"first response", "first response at", "first reply at", "first responded at"}},
      {"solved", {"solved", "solved at", "resolved", "resolved at", "closed", "closed at"}},
      {"waiting_agent", {"waiting agent"}},
      {"waiting_customer", {"waiting customer"}},
      {"waiting_other_team", {"waiting other team"}},
      {"replies", {"replies", "agent replies", "reply count"}},
      {"channel", {"channel", "via", "source"}},
      {"team", {"team", "group", "department", "queue"}},
      {"customer", {"customer", "customer email", "requester", "requester email", "email", "from"}},
      {"customer_name", {"customer name", "requester name"}},
      {"plan", {"plan", "customer plan"}},
      {"renews", {"renews", "renewal date"}},
      {"churned", {"churned", "churn date"}},
      {"satisfaction", {"satisfaction", "rating", "csat"}},
  };
  return kFields;
}

// "Ticket_ID " as "ticket id".
std::string spoken_header(std::string_view header) {
  std::string name;
  for (const char c : text::caseless(header)) {
    const bool gap = c == '_' || c == '-' || c == ' ' || c == '\t';
    if (!gap)
      name += c;
    else if (!name.empty() && name.back() != ' ')
      name += ' ';
  }
  if (name.ends_with(' ')) name.pop_back();
  return name;
}

Result<void> check_wanted(const std::map<std::string, std::string>& wanted) {
  std::vector<std::string_view> known;
  for (const Field& field : fields()) known.push_back(field.name);
  known.push_back("encoding");
  for (const auto& [name, column] : wanted)
    if (std::find(known.begin(), known.end(), name) == known.end())
      return fail("`columns.` names `" + name + "`, which no ticket has", {},
                  nearest_key(name, known));
  return {};
}

std::optional<std::size_t> place_of(const CsvRow& header, std::string_view spoken_name) {
  for (std::size_t i = 0; i < header.size(); ++i)
    if (spoken_header(header[i]) == spoken_name) return i;
  return std::nullopt;
}

std::string joined(const CsvRow& header) {
  std::string list;
  for (const auto& name : header) list += (list.empty() ? "" : ", ") + name;
  return list;
}

// Reads a row's fields by name, remembering the first problem.
class RowFields {
 public:
  RowFields(const CsvRow& row, const std::map<std::string, std::size_t>& places)
      : row_(row), places_(places) {}

  std::string text(const char* name) const {
    const auto place = places_.find(name);
    return place == places_.end() ? std::string() : row_[place->second];
  }

  std::optional<Time> time(const char* name) {
    const std::string value = text(name);
    if (value.find_first_not_of(' ') == std::string::npos) return std::nullopt;
    const auto read = read_ticket_time(value);
    if (read) return *read;
    if (!problem_)
      problem_ =
          Error{"`" + std::string(name) + "` is " + read.error().what, {}, read.error().hint};
    return std::nullopt;
  }

  template <class Number>
  std::optional<Number> number(const char* name) {
    const std::string value = text(name);
    if (value.empty()) return std::nullopt;
    Number read = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), read);
    if (error == std::errc{} && end == value.data() + value.size()) return read;
    if (!problem_)
      problem_ = Error{"`" + std::string(name) + "` is no number: '" + value + "'", {}, {}};
    return std::nullopt;
  }

  std::vector<std::string> words(const char* name) const {
    std::vector<std::string> list(1);
    for (const char c : text(name)) {
      if (c == ',' || c == ';' || c == '|')
        list.emplace_back();
      else if (c != ' ' || !list.back().empty())
        list.back() += c;
    }
    std::erase(list, "");
    return list;
  }

  const std::optional<Error>& problem() const { return problem_; }

 private:
  const CsvRow& row_;
  const std::map<std::string, std::size_t>& places_;
  std::optional<Error> problem_;
};

}  // namespace

Result<CsvColumns> CsvColumns::of(const CsvRow& header,
                                  const std::map<std::string, std::string>& wanted) {
  if (auto known = check_wanted(wanted); !known) return fail(known.error());
  CsvColumns columns;
  for (const Field& field : fields()) {
    std::optional<std::size_t> place;
    if (const auto own = wanted.find(std::string(field.name)); own != wanted.end()) {
      place = place_of(header, spoken_header(own->second));
      if (!place)
        return fail("no column is called '" + own->second + "'", {},
                    "there are: " + joined(header));
    }
    for (const auto name : field.known_as)
      if (!place) place = place_of(header, name);
    if (place) columns.places_.emplace(field.name, *place);
  }
  for (const char* needed : {"id", "created"})
    if (!columns.places_.contains(needed))
      return fail("no column for `" + std::string(needed) + "`; there are: " + joined(header), {},
                  "say in kb.yaml which it is: columns: {" + std::string(needed) + ": …}");
  return columns;
}

Result<RawTicket> CsvColumns::read(const CsvRow& row) const {
  RowFields fields(row, places_);
  RawTicket raw;
  raw.id = fields.text("id");
  raw.subject = fields.text("subject");
  raw.question = fields.text("question");
  raw.answer = fields.text("answer");
  raw.status = fields.text("status");
  raw.type = fields.text("type");
  raw.lang = fields.text("lang");
  raw.topic = fields.text("topic");
  raw.tags = fields.words("tags");
  raw.created = fields.time("created");
  raw.first_response = fields.time("first_response");
  raw.solved = fields.time("solved");
  raw.waited = {fields.number<std::int64_t>("waiting_agent"),
                fields.number<std::int64_t>("waiting_customer"),
                fields.number<std::int64_t>("waiting_other_team")};
  raw.replies = fields.number<int>("replies");
  raw.channel = fields.text("channel");
  raw.team = fields.text("team");
  raw.customer = {fields.text("customer"), fields.text("customer_name"), fields.text("plan"),
                  fields.time("renews"), fields.time("churned")};
  raw.satisfaction = fields.number<int>("satisfaction");
  if (fields.problem()) return fail(*fields.problem());
  return raw;
}

}  // namespace kb::tickets
