// The contact form: what was typed so far, what is wrong with it, what goes along, and the ways to
// reach the team that fit the topic.
//
//   ContactPage page{.site = context.site(), .action = urls.contact("en")};
//   page.faults = {{"email", "contact.fault_email"}};
//   std::string html = render(renderer, page);
//
// Nothing that was typed is ever left out. Pure and thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "server/page/contact_parts.h"

namespace kb::page {

class Renderer;

// What is wrong with a field ("email"), as a text's key; of one that is too long, by how much.
struct ContactFault {
  std::string field;
  std::string key;
  std::int64_t most = 0;
  std::int64_t count = 0;

  bool operator==(const ContactFault&) const = default;
};

// Why the form is shown again.
enum class ContactNotice { none, again, too_many, away };

// The ways that fit some categories; those of no category in particular have no keys.
struct ContactWays {
  std::vector<std::string> categories = {};
  std::vector<ContactChannel> channels = {};
  int answer_minutes = 0;  // of the form, for these
};

struct ContactPage {
  Site site = {};
  std::string action = {};
  ContactFields fields = {};
  std::vector<std::pair<std::string, std::string>> categories = {};  // key and name
  std::vector<ContactWays> ways = {};
  std::string time_zone = {};  // of opening hours
  std::vector<ContactStep> trail = {};
  std::vector<ContactFault> faults = {};
  ContactNotice notice = ContactNotice::none;
  std::int64_t wait_minutes = 0;
  bool offers_suggestions = true;
  std::string suggest_url = {};
};

std::string render(const Renderer& renderer, const ContactPage& page);

}  // namespace kb::page
