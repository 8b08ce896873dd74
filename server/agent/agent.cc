#include "server/agent/agent.h"

#include <array>

#include "server/agent/console.h"
#include "server/agent/flags_answer.h"
#include "server/agent/preview_answer.h"
#include "server/agent/ticket_answer.h"

namespace kb {
namespace {

struct Below {
  std::string_view beginning;
  http::Response (*answer)(const StaffRequest&, std::string_view rest);
};
constexpr std::array kBelow = {
    Below{"preview/", answer_preview},
    Below{"ticket/", answer_ticket},
    Below{"draft/", answer_ticket_draft},
};

}  // namespace

http::Response answer_agent(const StaffRequest& staff) {
  const std::string_view rest = staff.route.rest;
  if (rest.empty()) return answer_console(staff);
  if (rest == "flags") return answer_flags(staff);
  for (const auto& below : kBelow)
    if (staff.request.method != "POST" && rest.starts_with(below.beginning))
      return below.answer(staff, rest.substr(below.beginning.size()));
  return staff.not_found();
}

}  // namespace kb
