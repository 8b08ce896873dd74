#include "server/page/gap_draft_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"
#include "server/page/review_parts.h"

namespace kb::page {
namespace {

using nlohmann::json;

json written_drafts(const Frame& frame, const GapDraftPage& page) {
  auto drafts = json::array();
  for (const auto& draft : page.written)
    drafts.push_back({{"where", draft.where},
                      {"by", frame.text("draft.written_by",
                                        {{"who", frame.isolated(draft.who)},
                                         {"date", text::format_date(draft.when, frame.lang())}})}});
  return drafts;
}

std::string fault(const Frame& frame, const std::string& key) {
  return key.empty() ? std::string() : frame.text(key);
}

}  // namespace

std::string render(const Renderer& renderer, const GapDraftPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("draft.title")});
  model["label"] = page.label;
  frame.mark_language(model, page.lang);
  model["gap_url"] = page.gap_url;
  model["action"] = page.action;
  model["replay_url"] = page.replay_url;
  model["text"] = page.text;
  model["path"] = page.path;
  model["is_translation"] = page.is_translation;
  model["file"] = page.file;
  model["branch"] = page.branch;
  model["written"] = written_drafts(frame, page);
  model["has_written"] = !page.written.empty();
  model["path_fault"] = fault(frame, page.path_fault);
  model["text_fault"] = fault(frame, page.text_fault);
  model["problem"] = page.problem;
  return frame.fill("gap_draft", model);
}

}  // namespace kb::page
