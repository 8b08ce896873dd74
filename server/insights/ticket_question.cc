#include "server/insights/ticket_question.h"

#include "core/text/language.h"

namespace kb {
namespace {

Error in_member(std::string member, Error error) {
  error.where = std::move(member);
  return error;
}

}  // namespace

TicketQuestion ticket_question_of(const http::Request& request) {
  const auto given = [&](std::string_view name) { return std::string(request.param(name)); };
  return {.from = given("from"),
          .to = given("to"),
          .by = given("by"),
          .lang = given("lang"),
          .topic = given("topic")};
}

Result<insights::ReportWish> ticket_wish(const Config& config, const TicketQuestion& question,
                                         Time now) {
  const auto period = insights::parse_period(question.from, question.to, now);
  if (!period) return fail(in_member("from, to", period.error()));
  insights::ReportWish wish{.period = *period,
                            .now = now,
                            .by = {},
                            .targets = config.tickets.targets,
                            .topic = question.topic};
  if (!question.by.empty()) {
    const auto by = insights::parse_dimension(question.by);
    if (!by) return fail(in_member("by", by.error()));
    wish.by = *by;
  }
  if (!question.lang.empty()) {
    const auto lang = text::canonical_language(question.lang);
    if (!lang) return fail(in_member("lang", lang.error()));
    wish.lang = *lang;
  }
  return wish;
}

}  // namespace kb
