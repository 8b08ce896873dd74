// What the tests of the agents' pages share: the staff's frame in a language.
//
//   page::ConsolePage page{.staff = agent_site("ar"), …};
//
// Plain values.

#pragma once

#include <string>

#include "server/page/staff_frame.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {

inline StaffSite agent_site(const std::string& lang) {
  StaffSite staff;
  staff.site = sample_site(lang);
  staff.section = "agent";
  staff.links = {{"agent", "/help/agent"}};
  staff.user_name = "Ana";
  staff.account_url = "/help/account";
  staff.csrf = "token";
  return staff;
}

}  // namespace kb::page
