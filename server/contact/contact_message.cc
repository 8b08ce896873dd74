#include "server/contact/contact_message.h"

#include <algorithm>

#include "core/base/secrets.h"
#include "server/agent/console_question.h"
#include "server/delivery/mail_message.h"

namespace kb {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string trimmed(std::string_view text) {
  const auto begin = std::min(text.find_first_not_of(kBlanks), text.size());
  return std::string(text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin));
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7F;
}

std::string in_one_line(std::string_view text) {
  std::string line = trimmed(text);
  std::ranges::replace_if(line, is_control, ' ');
  return line;
}

// Of a text without its own control characters, line ends and tabs aside.
std::string readable(std::string_view text) {
  std::string kept = trimmed(text);
  std::erase_if(kept, [](char c) { return is_control(c) && c != '\n' && c != '\t'; });
  return kept;
}

void check_text(const std::string& text, const std::string& field, std::size_t most,
                std::vector<page::ContactFault>& faults) {
  const auto count = count_characters(text);
  if (count == 0) faults.push_back({field, "contact.fault_" + field});
  if (count > most)
    faults.push_back({field, "contact.fault_" + field + "_long", static_cast<std::int64_t>(most),
                      static_cast<std::int64_t>(count)});
}

}  // namespace

ContactMessage tidied(ContactMessage message) {
  message.subject = in_one_line(message.subject);
  message.description = readable(message.description);
  message.email = in_one_line(message.email);
  message.category = in_one_line(message.category);
  message.page = in_one_line(message.page);
  return message;
}

ContactMessage read_message(const Form& form, const std::string& lang) {
  return tidied({.subject = form.text("subject"),
                 .description = form.text("description"),
                 .email = form.text("email"),
                 .category = form.text("category"),
                 .lang = lang});
}

bool can_be_answered(std::string_view address) {
  return is_mail_address(address) && address.substr(address.find('@')).find('.') != address.npos;
}

std::vector<page::ContactFault> faults_of(const ContactMessage& message) {
  std::vector<page::ContactFault> faults;
  check_text(message.subject, "subject", kLongestSubject, faults);
  check_text(message.description, "description", kLongestDescription, faults);
  if (!can_be_answered(message.email)) faults.push_back({"email", "contact.fault_email"});
  return faults;
}

std::string send_key(const ContactMessage& message, std::string_view form) {
  std::string all;
  for (const std::string_view part :
       {form, std::string_view(message.email), std::string_view(message.subject),
        std::string_view(message.description)})
    all += std::to_string(part.size()) + ":" + std::string(part);
  return hash_of_secret(all);
}

}  // namespace kb
