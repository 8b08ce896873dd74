// What the draft for a gap is made from: the customers' words, what support answered, the articles
// that are near, and the original where only a translation is missing.
//
//   auto draft = draft_for(staff, gap, found_gap(staff.center, gap.id));
//   draft->facts.title, draft->questions, draft->answers[0].answer
//
// `found` is what the gap board's last report says of it; without it, the gap's label stands for
// the customers' words. Only questions that enough customers asked are told; only tickets of the
// gap, or that ask one of its questions, are quoted. Thread-safe; a search or a store that fails is
// an Error.

#pragma once

#include "core/insights/gaps/gap.h"
#include "core/store/gap_table.h"
#include "server/gaps/gap_draft.h"
#include "server/staff_request.h"

namespace kb {

Result<GapDraft> draft_for(const StaffRequest& staff, const store::Gap& gap,
                           const std::optional<insights::FoundGap>& found);

// An article to be written anew in another language: `original`'s front matter and text. Nothing:
// it is not there for customers.
std::optional<GapDraft> translation_draft(const StaffRequest& staff,
                                          const insights::GapArticle& original,
                                          const std::string& lang);

// What the last report says of it; nothing: it is not in it, or there is none.
std::optional<insights::FoundGap> found_gap(const HelpCenter& center, std::int64_t id);

}  // namespace kb
