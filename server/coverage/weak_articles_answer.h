// /writer/articles: the articles that want work, each with its reasons and the next step.
//
//   GET /writer/articles?reason=outdated&lang=pl&category=billing&page=2
//   GET /api/v1/weak-articles?…&format=json|csv      the same for programs, all at once
//
// The page takes a reason that is none for none chosen; the API refuses it. Who may ask is decided
// before. Thread-safe.

#pragma once

#include "server/staff_request.h"

namespace kb {

inline constexpr std::string_view kWeakArticlesPath = "/writer/articles";

http::Response answer_weak_articles(const StaffRequest& staff);
http::Response answer_weak_articles_api(const StaffRequest& staff);

}  // namespace kb
