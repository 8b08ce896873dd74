// "Did this answer your question?": the question below an article, and what comes after a yes or
// no.
//
//   view.vote = vote_form(context, "ro/billing/refund", view.site);    // nothing in a preview
//   http::Response answer = answer_feedback(context);                  // /ro/feedback
//
// A vote is noted when it is sent, and answered with 303 to the page that goes on; so is what was
// missing, as a second event that adds to the first ("changes" in its detail). A vote can be sent
// again: the last one counts. What is not among the choices, or too long, is shown again with what
// is wrong, nothing lost. Thread-safe.

#pragma once

#include <string>

#include "server/http/message.h"
#include "server/page/feedback_page.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_feedback(const PageContext& context);

page::VoteForm vote_form(const PageContext& context, const std::string& object,
                         const page::Site& site);

}  // namespace kb
