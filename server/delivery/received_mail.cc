#include "server/delivery/received_mail.h"

namespace kb {
namespace {

constexpr int kHour = 60;
constexpr int kDay = 24 * kHour;

// Whole days from two on, else hours or minutes: rounded up, so that no more is promised.
std::string expected(const page::LanguageTexts& texts, int minutes) {
  const auto in = [](int all, int unit) { return std::int64_t{(all + unit - 1) / unit}; };
  if (minutes > kDay) return texts.format("mail.received.days", {{"count", in(minutes, kDay)}});
  if (minutes > kHour) return texts.format("mail.received.hours", {{"count", in(minutes, kHour)}});
  return texts.format("mail.received.minutes", {{"count", std::int64_t{minutes}}});
}

}  // namespace

MailMessage received_mail(const TicketDeliveryRequest& request) {
  const auto& [config, all_texts, ticket, links, now, answer_minutes] = request;
  const auto texts =
      all_texts.in(all_texts.language_for(ticket.lang, config.site.default_language));
  const auto number = std::to_string(ticket.number);

  MailMessage mail{.from = {config.site.name, config.mail.from},
                   .to = ticket.email,
                   .subject = texts.format("mail.received.subject", {{"number", number}}),
                   .id = "ticket/" + number + "/received",
                   .date = now,
                   .answers = true};
  auto& body = mail.body;
  body.lang = texts.lang();
  body.say(texts.format("mail.received.thanks", {{"site", config.site.name}, {"number", number}}));
  if (answer_minutes > 0) body.say(expected(texts, answer_minutes));
  if (!links.articles.empty()) {
    body.say(texts.format("mail.received.articles"));
    body.list(links.articles);
  }
  if (!links.solved.empty()) {
    body.say(texts.format("mail.received.if_solved"));
    body.link(texts.format("mail.received.solved"), links.solved);
  }
  if (!links.state.empty()) body.link(texts.format("mail.received.state"), links.state);
  body.say(texts.format("mail.automatic"));
  return mail;
}

}  // namespace kb
