// A rating of a reply, read from its form and kept.
//
//   auto rating = rating_in(staff.form);                  // nothing: a criterion has no mark
//   rate(staff, "zendesk", "1042", *rating);              // audited
//
// One person, one rating of a reply: another one takes its place. Thread-safe.

#pragma once

#include <optional>
#include <string>

#include "core/store/answer_ratings.h"
#include "server/page/review_parts.h"
#include "server/staff_request.h"

namespace kb {

// Marks of 1 to 5 for all criteria.
std::optional<store::AnswerRating> rating_in(const Form& form);

Result<void> rate(const StaffRequest& staff, const std::string& source, const std::string& ticket,
                  store::AnswerRating rating);

// What was chosen, shown again.
void put_back(const Form& form, page::RatingForm& rating);

}  // namespace kb
