// What a customer writes to the team: read from the form or from a program, and held against what
// can be sent.
//
//   ContactMessage message = read_message(form, lang);
//   for (const auto& fault : faults_of(message)) …   // {"email", "contact.fault_email"}
//   send_key(message, opening.id)                    // the same for the same message, sent twice
//
// Texts stay as they were typed, but for blanks around them. Pure, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/form.h"
#include "server/page/contact_page.h"

namespace kb {

inline constexpr std::size_t kLongestSubject = 200;         // characters
inline constexpr std::size_t kLongestDescription = 20'000;  // characters

struct ContactMessage {
  std::string subject = {};
  std::string description = {};
  std::string email = {};
  std::string category = {};
  std::string lang = {};
  std::string page = {};  // where they came from; may be empty
};

ContactMessage read_message(const Form& form, const std::string& lang);

// Cleans what was read: the subject and the address are one line each.
ContactMessage tidied(ContactMessage message);

std::vector<page::ContactFault> faults_of(const ContactMessage& message);
// An address that mails can go to, of a domain that others can reach.
bool can_be_answered(std::string_view address);

std::string send_key(const ContactMessage& message, std::string_view form);

}  // namespace kb
