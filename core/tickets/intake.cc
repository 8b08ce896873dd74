#include "core/tickets/intake.h"

#include <algorithm>

#include "core/base/secrets.h"
#include "core/text/detector.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "core/tickets/article_links.h"
#include "core/tickets/clean_subject.h"
#include "core/tickets/mail_furniture.h"
#include "core/tickets/message_html.h"
#include "core/tickets/ticket_words.h"
#include "core/tickets/timeline.h"

namespace kb::tickets {
namespace {

constexpr std::size_t kLongestWord = 200;  // bytes of an id, a team, a tag …

// NFC, lines ended by \n, no control characters.
std::string plain(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte == '\r')
      clean += i + 1 < text.size() && text[i + 1] == '\n' ? "" : "\n";
    else if (byte == '\n' || byte == '\t' || (byte >= 0x20 && byte != 0x7F))
      clean += text[i];
  }
  return text::nfc(clean);
}

std::string text_of(std::string_view text, bool is_html) {
  if (is_html) return plain(text_of_message(text));
  if (looks_like_html(text)) return plain(text_of_message(plain(text), LineBreaks::kept));
  return plain(text);
}

std::string word(std::string_view text) {
  std::string clean = plain(text);
  for (char& c : clean)
    if (c == '\n' || c == '\t') c = ' ';
  const auto begin = clean.find_first_not_of(' ');
  if (begin == std::string::npos) return {};
  clean = clean.substr(begin, clean.find_last_not_of(' ') - begin + 1);
  return std::string(text::utf8_prefix(clean, kLongestWord));
}

// At most kLongestText characters, cut between words.
bool shorten(std::string& text) {
  std::size_t characters = 0, at = 0;
  for (; at < text.size(); ++at) {
    if ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) continue;
    if (++characters > kLongestText) break;
  }
  if (at == text.size()) return false;
  const auto gap = text.find_last_of(" \n", at);
  text.resize(gap == std::string::npos || gap + 200 < at ? at : gap);
  text += " …";
  return true;
}

// What was said, as plain text with all its furniture.
struct Said {
  std::vector<std::string> question;  // messages, in order
  std::string answer;
  std::vector<std::string> replies;
  std::vector<std::string> all;
};

Said what_was_said(const RawTicket& raw) {
  Said said;
  bool answered = false;
  for (const RawMessage& message : raw.messages) {
    if (!message.is_public || message.from == Author::system) continue;
    std::string text = text_of(message.text, message.is_html);
    if (text.find_first_not_of(" \n\t") == std::string::npos) continue;
    said.all.push_back(text);
    if (message.from == Author::customer) {
      if (!answered) said.question.push_back(std::move(text));
      continue;
    }
    answered = answered || !said.question.empty();
    const bool late = message.at && raw.solved && *message.at > *raw.solved;
    if (!late) said.answer = text;
    said.replies.push_back(std::move(text));
  }
  if (!raw.question.empty()) said.question = {text_of(raw.question, false)};
  if (!raw.answer.empty()) {
    said.answer = text_of(raw.answer, false);
    if (said.replies.empty()) said.replies.push_back(said.answer);
  }
  if (!raw.question.empty()) said.all.push_back(said.question.front());
  if (!raw.answer.empty()) said.all.push_back(said.answer);
  return said;
}

std::string bare_question(const std::vector<std::string>& messages) {
  std::string question;
  for (const auto& message : messages) {
    const std::string text = without_furniture(message, Side::customer);
    if (text.empty()) continue;
    if (!question.empty()) question += "\n\n";
    question += text;
  }
  return question;
}

std::string language_of(const RawTicket& raw, const std::string& question,
                        const std::string& answer, const std::string& otherwise) {
  if (!raw.lang.empty())
    if (auto given = text::canonical_language(raw.lang)) return *given;
  if (auto told = text::detect_language(question)) return *told;
  if (auto told = text::detect_language(raw.subject + "\n" + question + "\n" + answer))
    return *told;
  return otherwise;
}

TicketStatus status_of_ticket(const RawTicket& raw, bool answered) {
  if (const auto told = status_of(raw.status)) return *told;
  if (raw.solved) return TicketStatus::solved;
  return answered ? TicketStatus::solved : TicketStatus::fresh;
}

// People's names as they stand beside the texts, for where they stand within.
std::vector<std::string> names_of(const RawTicket& raw) {
  std::vector<std::string> names;
  if (!raw.customer.name.empty()) names.push_back(raw.customer.name);
  for (const auto& message : raw.messages)
    if (message.from == Author::customer && !message.name.empty() &&
        std::find(names.begin(), names.end(), message.name) == names.end())
      names.push_back(message.name);
  return names;
}

// The names are learnt from whole messages: greetings and signatures have them.
std::map<std::string, std::int64_t> redact_texts(const redact::Redactor& redactor,
                                                 const RawTicket& raw, const Said& said,
                                                 Ticket& ticket) {
  redact::TicketRedaction redaction(redactor, ticket.lang);
  for (const auto& name : names_of(raw)) redaction.learn("Best regards,\n" + name);
  for (const auto& text : said.all) redaction.learn(text);
  ticket.subject = redaction.redact(ticket.subject);
  ticket.question = redaction.redact(ticket.question);
  ticket.answer = redaction.redact(ticket.answer);
  // What people type into these fields is no less theirs.
  ticket.topic = redaction.redact(ticket.topic);
  for (auto& tag : ticket.tags) tag = redaction.redact(tag);
  std::map<std::string, std::int64_t> counts;
  for (const auto& [kind, count] : redaction.counts())
    if (count > 0) counts[std::string(redact::kind_name(kind))] = static_cast<std::int64_t>(count);
  return counts;
}

}  // namespace

Result<Taken> Intake::take(const RawTicket& raw) const {
  const auto skip = [&](const Error& why) { return fail(why.what, raw.where, why.hint); };
  Taken taken;
  taken.where = raw.where;
  Ticket& ticket = taken.ticket;
  ticket.source = word(raw.source.empty() ? options_.source : raw.source);
  std::replace(ticket.source.begin(), ticket.source.end(), '/', '-');  // it ends there in a key
  ticket.id = word(raw.id);
  if (ticket.id.empty()) return skip({"the ticket has no `id`", {}, "each needs one of its own"});
  const Said said = what_was_said(raw);
  ticket.status = status_of_ticket(raw, !said.answer.empty());
  const auto times = timeline_of(raw, ticket.status, options_.now);
  if (!times) return skip(times.error());
  ticket.created = times->created;
  ticket.first_response = times->first_response;
  ticket.solved = times->solved;
  ticket.waited = times->waited;

  ticket.subject = word(clean_subject(plain(raw.subject)));
  ticket.question = bare_question(said.question);
  ticket.answer = without_furniture(said.answer, Side::agent);
  if (ticket.subject.empty() && ticket.question.empty())
    return skip({"the ticket has neither a subject nor a question", {}, {}});
  if (ticket.question.empty()) ticket.question = ticket.subject;
  for (auto* text : {&ticket.question, &ticket.answer})
    if (shorten(*text))
      taken.notes.push_back({std::string(text == &ticket.question ? "the question" : "the answer") +
                                 " was cut to 20,000 characters",
                             raw.where,
                             {}});

  ticket.lang = language_of(raw, ticket.question, ticket.answer, options_.default_language);
  ticket.type = type_of(raw.type, raw.tags);
  ticket.topic = word(raw.topic);
  for (const auto& tag : raw.tags)
    if (auto clean = word(tag); !clean.empty()) ticket.tags.push_back(std::move(clean));
  ticket.replies = raw.replies.value_or(static_cast<int>(said.replies.size()));
  ticket.channel = word(raw.channel);
  ticket.team = word(raw.team);
  ticket.customer.plan = word(raw.customer.plan);
  ticket.customer.renews = raw.customer.renews;
  ticket.customer.churned = raw.customer.churned;
  if (const auto key = text::caseless(word(raw.customer.key)); !key.empty())
    ticket.customer.hash = keyed_hash(options_.customer_key, key);
  if (raw.satisfaction && (*raw.satisfaction < 1 || *raw.satisfaction > 5))
    return skip({"`satisfaction` is " + std::to_string(*raw.satisfaction), {}, "from 1 to 5"});
  ticket.satisfaction = raw.satisfaction;
  for (const auto& reply : said.replies)
    for (auto& link : article_links(reply, options_.article_urls))
      if (std::find(ticket.links.begin(), ticket.links.end(), link) == ticket.links.end())
        ticket.links.push_back(std::move(link));
  ticket.redacted = redact_texts(redactor_, raw, said, ticket);
  return taken;
}

}  // namespace kb::tickets
