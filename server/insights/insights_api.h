// GET /api/v1/insights: the report of visits for programs, as JSON or CSV.
//
//   {Page::api_insights, answer_insights_api}      // in the router's table
//
// For writers and for tokens with reports:read. What is wrong with the question is told with 400.
// Thread-safe.

#pragma once

#include "server/insights/visit_question.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_insights_api(const StaffRequest& staff);

// The parameters from, to, by, step, lang and category.
VisitQuestion visit_question_of(const http::Request& request);

}  // namespace kb
