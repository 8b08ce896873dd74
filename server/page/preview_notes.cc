#include "server/page/preview_notes.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

using nlohmann::json;

// A severity that is not known is the mildest.
const char* severity_key(const std::string& severity) {
  if (severity == "error") return "preview.error";
  return severity == "warning" ? "preview.warning" : "preview.hint";
}

json finding_item(const Frame& frame, const PreviewFinding& finding) {
  const auto* key = severity_key(finding.severity);
  return {{"kind", std::string(key).substr(std::string_view("preview.").size())},
          {"severity", frame.text(key)},
          {"line", finding.line > 0 ? frame.text("preview.line", {{"line", finding.line}}) : ""},
          {"what", finding.what},
          {"hint", finding.hint}};
}

json notes(const Frame& frame, const Preview& preview) {
  json notes = json::array();
  if (preview.draft) notes.push_back({{"note", frame.text("preview.draft")}});
  if (preview.publish_at) {
    const auto date = text::format_date(*preview.publish_at, frame.lang());
    notes.push_back({{"note", frame.text("preview.scheduled", {{"date", date}})}});
  }
  return notes;
}

}  // namespace

void add_preview_notes(json& model, const Frame& frame, const Preview& preview) {
  json findings = json::array();
  for (const auto& finding : preview.findings) findings.push_back(finding_item(frame, finding));
  const auto count = std::ssize(preview.findings);
  json said = notes(frame, preview);
  model["has_notes"] = preview.checked || !said.empty();
  model["preview_notes"] = std::move(said);
  model["checked"] = preview.checked;
  model["findings_title"] = count == 0 ? frame.text("preview.no_findings")
                                       : frame.text("preview.findings", {{"count", count}});
  model["findings"] = std::move(findings);
  // The checks speak English.
  model["findings_lang"] = frame.lang() == "en" ? "" : "en";
}

}  // namespace kb::page
