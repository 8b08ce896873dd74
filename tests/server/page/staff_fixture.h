// The staff's part of a page as tests like it: a writer who is logged in.
//
//   page.staff = sample_staff("ro");
//
// Plain values.

#pragma once

#include "server/page/staff_frame.h"
#include "tests/server/page/page_fixture.h"

namespace kb::page {

inline StaffSite sample_staff(const std::string& lang) {
  StaffSite staff;
  staff.site = sample_site(lang);
  staff.section = "account";
  staff.links = {{"agent", "/help/agent"}, {"writer", "/help/writer/review"}};
  staff.user_name = "Ana <Pop>";
  staff.account_url = "/help/account";
  staff.logout_url = "/help/logout";
  staff.csrf = "t0k\"en";
  return staff;
}

}  // namespace kb::page
