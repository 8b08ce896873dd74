#include "server/page/digest_page.h"

#include <nlohmann/json.hpp>

#include "server/page/review_parts.h"

namespace kb::page {
namespace {

nlohmann::json section_item(const DigestPage::Section& section) {
  auto lines = nlohmann::json::array();
  for (const auto& line : section.lines) lines.push_back({{"text", line.text}, {"url", line.url}});
  return {{"heading", section.heading}, {"lines", std::move(lines)}};
}

}  // namespace

std::string render(const Renderer& renderer, const DigestPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("digest.title")});
  auto sections = nlohmann::json::array();
  for (const auto& section : page.sections) sections.push_back(section_item(section));
  model["coverage_css_url"] = frame.asset_url("coverage.css");
  model["action"] = page.action;
  model["subject"] = page.subject;
  model["intro"] = page.intro;
  model["sections"] = std::move(sections);
  model["goes_out"] = !page.send_to.empty();
  model["goes_to"] = frame.text("digest.goes_to", {{"address", page.send_to}});
  return frame.fill("digest", model);
}

}  // namespace kb::page
