#include "server/page/staff_message.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

struct MessageWords {
  std::string title, advice;
};

MessageWords message_words(const Frame& frame, StaffMessage::Kind kind) {
  using enum StaffMessage::Kind;
  switch (kind) {
    case forbidden:
      return {frame.text("staff.forbidden"), frame.text("staff.forbidden_advice")};
    case stale:
      return {frame.text("staff.stale"), frame.text("staff.stale_advice")};
    case insecure:
      return {frame.text("staff.insecure"), frame.text("staff.insecure_advice")};
    case missing:
      return {frame.text("not_found.title"), frame.text("staff.missing_advice")};
    case bad_link:
      return {frame.text("login.bad_link"), frame.text("login.bad_link_advice")};
    case away:
      return {frame.text("staff.away"), frame.text("staff.away_advice")};
    case fault:
      break;
  }
  return {frame.text("error.internal.title"), frame.text("error.internal.advice")};
}

}  // namespace

std::string render(const Renderer& renderer, const StaffMessage& page) {
  const Frame frame(renderer, page.staff.site);
  auto [title, advice] = message_words(frame, page.kind);
  auto model = staff_model(frame, page.staff, {.title = std::move(title)});
  model["advice"] = std::move(advice);
  model["back_url"] = page.back_url;
  model["reference"] =
      page.request_id.empty() ? "" : frame.text("error.reference", {{"id", page.request_id}});
  return frame.fill("staff_message", model);
}

}  // namespace kb::page
