#include "server/delivery/team_mail.h"

#include "server/events/trail.h"

namespace kb {
namespace {

std::string words_for(const page::LanguageTexts& texts, const TrailStep& step) {
  const text::MessageFormatter::Arguments what = {{"what", step.what}};
  switch (step.kind) {
    case TrailStep::Kind::searched:
      return texts.format("mail.trail.searched", what);
    case TrailStep::Kind::read:
      return texts.format("mail.trail.read", what);
    case TrailStep::Kind::helped:
      return texts.format("mail.trail.helped", what);
    case TrailStep::Kind::not_helped:
      return texts.format("mail.trail.not_helped", what);
    case TrailStep::Kind::suggested:
      break;
  }
  return texts.format("mail.trail.suggested", what);
}

void add_trail(MailBody& body, const page::LanguageTexts& texts, const std::string& written) {
  const auto trail = parse_trail(written);
  if (!trail || trail->steps.empty()) return;  // theirs to leave out
  body.say(texts.format("mail.team.trail"));
  std::vector<page::Link> steps;
  for (const auto& step : trail->steps) steps.push_back({words_for(texts, step), {}});
  body.list(std::move(steps));
}

}  // namespace

MailMessage team_mail(const TicketDeliveryRequest& request) {
  const auto& [config, all_texts, ticket, links, now, answer_minutes] = request;
  const auto& site_lang = config.site.default_language;
  const auto texts = all_texts.in(all_texts.language_for(site_lang, site_lang));
  const auto number = std::to_string(ticket.number);

  MailMessage mail{.from = {config.site.name, config.mail.from},
                   .to = config.contact.mail_to,
                   .reply_to = is_mail_address(ticket.email) ? ticket.email : std::string(),
                   .subject = texts.format("mail.team.subject",
                                           {{"number", number}, {"subject", ticket.subject}}),
                   .id = "ticket/" + number + "/team",
                   .date = now};
  auto& body = mail.body;
  body.lang = texts.lang();
  body.quote(ticket.description);

  std::vector<page::Link> facts;
  const auto add = [&](const char* key, const std::string& value) {
    if (!value.empty()) facts.push_back({texts.format(key, {{"value", value}}), {}});
  };
  add("mail.team.from", ticket.email);
  add("mail.team.lang", ticket.lang);
  add("mail.team.category", ticket.category);
  add("mail.team.page", ticket.page);
  body.list(std::move(facts));
  if (!ticket.trail.empty()) add_trail(body, texts, ticket.trail);
  return mail;
}

}  // namespace kb
