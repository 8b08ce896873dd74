// The page of one question, from what is known of it and what stands in the form.
//
//   auto view = review_view(staff, question, text);
//   view->faults = faults;
//   return staff.page(422, page::render(staff.center.renderer, *view));
//
// A search that fails is an Error. Thread-safe.

#pragma once

#include "server/page/review_page.h"
#include "server/staff_request.h"
#include "server/writer/personal_data.h"
#include "server/writer/review_text.h"
#include "server/writer/reviewed_question.h"

namespace kb {

// `text`: what the form begins with; without one, what the review says, or a proposal from the
// answer of the ticket `chosen` ("zendesk/1042"; empty: the best).
Result<page::ReviewPage> review_view(const StaffRequest& staff, const ReviewedQuestion& question,
                                     const std::optional<ReviewText>& text,
                                     std::string_view chosen);

// What looks like personal data, for the writer to take out or confirm.
void add_personal_data(const StaffRequest& staff, const PersonalData& data, const ReviewText& text,
                       page::ReviewPage& view);

}  // namespace kb
