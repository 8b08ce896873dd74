#include "server/page/login_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

std::string login_fault(const Frame& frame, const LoginPage& page) {
  switch (page.fault) {
    case LoginFault::wrong:
      return frame.text("login.wrong");
    case LoginFault::wait:
      return frame.text("login.wait", {{"seconds", page.wait_seconds}});
    case LoginFault::busy:
      return frame.text("login.busy");
    case LoginFault::none:
      break;
  }
  return {};
}

}  // namespace

std::string render(const Renderer& renderer, const LoginPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = frame.text("login.title")});
  model["action"] = page.action;
  model["next"] = page.next;
  model["user"] = page.user;
  model["fault"] = login_fault(frame, page);
  return frame.fill("login", model);
}

std::string render(const Renderer& renderer, const LoginLinkPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = staff_model(frame, page.staff, {.title = frame.text("login.link_title")});
  model["action"] = page.action;
  model["user"] = page.user;
  model["fault"] = page.fault.empty() ? "" : frame.text(page.fault);
  return frame.fill("login_link", model);
}

}  // namespace kb::page
