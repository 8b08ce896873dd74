#include "server/page/privacy_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {

std::string render(const Renderer& renderer, const PrivacyPage& page) {
  const Frame frame(renderer, page.site);
  nlohmann::json model =
      frame.model({.title = frame.text("privacy.title"), .for_finding = false, .alternates = true});
  const auto site = frame.isolated(page.site.name);
  model["intro"] = frame.text("privacy.intro", {{"site", site}});
  model["visit_days"] = frame.text("privacy.visit.days", {{"days", page.keep_days}});
  model["has_form"] = page.contact_days > 0;
  model["contact_days"] = page.contact_days > 0
                              ? frame.text("privacy.contact.days", {{"days", page.contact_days}})
                              : "";
  model["mails"] = page.mails;
  model["whom_to_ask"] = frame.text("privacy.ask.text", {{"site", site}});
  return frame.fill("privacy", model);
}

}  // namespace kb::page
