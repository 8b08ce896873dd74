#include "server/gaps/gap_draft_answer.h"

#include <algorithm>

#include "core/article/link.h"
#include "server/gaps/draft_branch.h"
#include "server/gaps/draft_material.h"
#include "server/gaps/draft_place.h"
#include "server/gaps/gap_urls.h"
#include "server/page/gap_draft_page.h"
#include "server/writer/new_file.h"
#include "server/writer/source_place.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using store::GapState;
using store::Sql;

constexpr std::size_t kLongestDraft = 1 << 20;  // bytes: what a build reads

// The draft as the form has it.
struct Typed {
  std::string text;
  std::string path;  // the article's id
  bool is_translation = false;
};

// What stands against writing it.
struct Objection {
  std::string path_fault = {};  // key of a text
  std::string text_fault = {};
  std::string problem = {};

  bool any() const { return !path_fault.empty() || !text_fault.empty() || !problem.empty(); }
};

std::string branch_of(const Config& config, std::int64_t id) {
  constexpr std::string_view kId = "{id}";
  auto branch = config.gaps.draft_branch;
  if (const auto at = branch.find(kId); at != branch.npos)
    branch.replace(at, kId.size(), std::to_string(id));
  return branch;
}

Result<Typed> prepared(const StaffRequest& staff, const store::Gap& gap) {
  const auto draft = draft_for(staff, gap, found_gap(staff.center, gap.id));
  if (!draft) return fail(draft.error());
  const auto& texts = staff.center.renderer.texts();
  const auto words = texts.in(texts.language_for(gap.lang, staff.lang));
  const auto hidden = draft->hidden_questions;
  return Typed{
      .text = gap_draft_file(
          *draft, {.how = words.format("draft.how", {}),
                   .translate = words.format("draft.translate", {}),
                   .questions = words.format("draft.questions", {}),
                   .hidden = hidden == 0 ? "" : words.format("draft.hidden", {{"count", hidden}}),
                   .answers = words.format("draft.answers", {}),
                   .outlines = words.format("draft.outlines", {})}),
      .path = draft->id,
      .is_translation = !draft->original.empty()};
}

Typed typed_in(const StaffRequest& staff) {
  return {.text = staff.form.text("text"),
          .path = staff.form.text("path"),
          .is_translation = staff.form.has("translation")};
}

Result<DraftPlace> place_for(const StaffRequest& staff, const store::Gap& gap, const Typed& typed) {
  const auto generation = staff.center.searchers.generation();
  return free_place(staff.center.config, generation.get(),
                    {.lang = gap.lang, .id = typed.path, .is_translation = typed.is_translation});
}

std::vector<page::WrittenDraft> written_drafts(const std::vector<store::GapChange>& history) {
  std::vector<page::WrittenDraft> drafts;
  for (const auto& change : history)
    if (change.what == "draft") drafts.push_back({change.after, change.who, change.at});
  return drafts;
}

http::Response show_draft(const StaffRequest& staff, const store::Gap& gap, const Typed& typed,
                          int status = 200, const Objection& objection = {}) {
  const auto history = staff.store.read([&](Sql& sql) { return store::gap_history(sql, gap.id); });
  if (!history) return staff.fault(history.error());
  page::GapDraftPage view{.staff = staff.site("gaps"),
                          .label = gap.label,
                          .lang = gap.lang,
                          .gap_url = staff.url(gap_path(gap.id)),
                          .action = staff.url(gap_draft_path(gap.id)),
                          .replay_url = staff.url(gap_replay_path(gap.id)),
                          .text = typed.text,
                          .path = typed.path,
                          .is_translation = typed.is_translation,
                          .branch = branch_of(staff.center.config, gap.id),
                          .written = written_drafts(*history),
                          .path_fault = objection.path_fault,
                          .text_fault = objection.text_fault,
                          .problem = objection.problem};
  if (const auto place = place_for(staff, gap, typed))
    view.file = place->file.string();
  else if (view.problem.empty() && view.path_fault.empty())
    view.problem = to_line(place.error());
  return staff.page(status, page::render(staff.center.renderer, view));
}

http::Response as_file(const StaffRequest& staff, const Typed& typed) {
  auto response = staff.json(200, typed.text);
  response.content_type = "text/markdown; charset=utf-8";
  const auto name = typed.path.substr(typed.path.rfind('/') + 1) + ".md";
  // Names in any script: RFC 6266.
  response.headers.push_back(
      {"Content-Disposition",
       "attachment; filename=\"draft.md\"; filename*=UTF-8''" + percent_encode_path(name)});
  return response;
}

// ---- Writing it

// Its place in words: the branch, or the file.
Result<std::string> put(const StaffRequest& staff, const store::Gap& gap, const Typed& typed,
                        const DraftPlace& place) {
  if (staff.center.config.gaps.draft_branch.empty()) {
    if (auto written = write_new_file(place.folder, place.file, typed.text); !written)
      return fail(written.error());
    return place.file.string();
  }
  auto branch = commit_draft({.folder = place.folder,
                              .file = place.file,
                              .content = typed.text,
                              .branch = branch_of(staff.center.config, gap.id),
                              .author = staff.identity.name,
                              .message = "Draft: " + gap.label});
  if (!branch) return branch;
  return *branch + ": " + place.file.string();
}

// The gap is in work now, and who wrote owns it if nobody does.
Result<void> note(const StaffRequest& staff, std::int64_t id, const std::string& where) {
  return staff.store.write([&](Sql& sql) -> Result<void> {
    auto gap = store::find_gap(sql, id);
    if (!gap) return fail(gap.error());
    if (!*gap) return fail("there is no such gap any more", std::to_string(id));
    const auto version = (*gap)->version;
    if ((*gap)->state == GapState::open || (*gap)->state == GapState::assigned)
      (*gap)->state = GapState::in_progress;
    if ((*gap)->owner.empty()) (*gap)->owner = staff.identity.name;
    (*gap)->changed = staff.center.clock.now();
    const auto changed = store::change_gap(sql, **gap, version,
                                           {.gap = id,
                                            .at = staff.center.clock.now(),
                                            .who = staff.identity.name,
                                            .what = "draft",
                                            .after = where});
    if (!changed) return fail(changed.error());
    return staff.audit(sql, "gap.draft", std::to_string(id), where);
  });
}

Objection objection_to(const Typed& typed) {
  Objection objection;
  if (!is_plain_id(typed.path)) objection.path_fault = "draft.fault_path";
  if (typed.text.empty()) objection.text_fault = "draft.fault_empty";
  if (typed.text.size() > kLongestDraft) objection.text_fault = "draft.fault_long";
  return objection;
}

http::Response write(const StaffRequest& staff, const store::Gap& gap, const Typed& typed) {
  auto objection = objection_to(typed);
  if (objection.any()) return show_draft(staff, gap, typed, 422, objection);
  const auto place = place_for(staff, gap, typed);
  if (!place) return show_draft(staff, gap, typed, 422, {.problem = to_line(place.error())});
  const auto where = put(staff, gap, typed, *place);
  if (!where) return show_draft(staff, gap, typed, 422, {.problem = to_line(where.error())});
  if (auto noted = note(staff, gap.id, *where); !noted) {
    // A file that no history names would come as a surprise; a branch is in nobody's way.
    std::error_code ignored;
    if (staff.center.config.gaps.draft_branch.empty()) fs::remove(place->file, ignored);
    return staff.fault(noted.error());
  }
  return staff.done(gap_draft_path(gap.id), "staff.done.draft");
}

}  // namespace

http::Response answer_gap_draft(const StaffRequest& staff, std::int64_t id) {
  const auto gap = staff.store.read([&](Sql& sql) { return store::find_gap(sql, id); });
  if (!gap) return staff.fault(gap.error());
  if (!*gap || (*gap)->merged_into) return staff.not_found();
  const auto what = staff.form.text("do");
  if (staff.request.method == "POST" && what == "write")
    return write(staff, **gap, typed_in(staff));
  if (staff.request.method == "POST" && what == "download") return as_file(staff, typed_in(staff));
  const auto draft = prepared(staff, **gap);
  if (!draft) return staff.fault(draft.error());
  return show_draft(staff, **gap, *draft);
}

}  // namespace kb
