#include "server/page/staff_frame.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

std::string name_of_section(const Frame& frame, const std::string& section) {
  if (section == "agent") return frame.text("staff.agent");
  if (section == "writer") return frame.text("staff.writer");
  if (section == "gaps") return frame.text("staff.gaps");
  if (section == "insights") return frame.text("staff.insights");
  return frame.text("staff.audit");
}

}  // namespace

nlohmann::json staff_model(const Frame& frame, const StaffSite& staff, const StaffHead& head) {
  auto model = frame.model(
      {.title = head.title, .for_engines = false, .search_in_header = false, .for_finding = true});
  auto links = nlohmann::json::array();
  for (const auto& link : staff.links)
    links.push_back({{"text", name_of_section(frame, link.section)},
                     {"url", link.url},
                     {"current", link.section == staff.section}});
  model["staff"] = true;
  model["embedded"] = staff.embedded;
  model["has_staff_links"] = !links.empty();
  model["staff_links"] = std::move(links);
  model["user_name"] = staff.user_name;
  model["account_url"] = staff.account_url;
  model["account_current"] = staff.section == "account";
  model["logout_url"] = staff.logout_url;
  model["csrf"] = staff.csrf;
  model["done"] = staff.done.empty() ? "" : frame.text(staff.done);
  model["staff_css_url"] = frame.asset_url("staff.css");
  model["script_url"] = head.script.empty() ? "" : frame.asset_url(head.script);
  model["title"] = head.title;
  return model;
}

}  // namespace kb::page
