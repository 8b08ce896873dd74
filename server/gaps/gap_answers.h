// /writer/gaps: the gaps that wait for writers, and each gap's own page with what is done about it.
//
//   GET  /writer/gaps?state=mine&lang=pl&diagnosis=missing&trend=new&order=tickets&page=2
//   GET  /writer/gaps/7
//   POST /writer/gaps/7      do=save|take|merge|split, version=3, …
//
// What was found comes from the board, what became of it from the store. A change that somebody
// else has overtaken is answered 409 with what they did and with what was typed; one that lacks
// something 422. For one request, on its thread.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/page/gap_page.h"
#include "server/staff_request.h"

namespace kb {

http::Response answer_gap_queue(const StaffRequest& staff);

// `which`: what stands behind "/writer/gaps/".
http::Response answer_gap(const StaffRequest& staff, std::string_view which);

// What a form wanted and did not get: shown again, so that nothing typed is lost.
struct GapAttempt {
  std::optional<page::GapPage::Fields> fields = {};
  std::map<std::string, std::string> faults = {};
  bool overtaken = false;  // by what others did since the form's page was made
  std::int64_t seen = 0;   // of the history, by who sent it
  std::vector<std::string> ticked = {};
  std::string split_label = {};
  std::string into = {};
};

http::Response show_gap(const StaffRequest& staff, int status, std::int64_t id,
                        const GapAttempt& attempt = {});
http::Response act_on_gap(const StaffRequest& staff, std::int64_t id);  // gap_actions.cc

// A path of digits alone: "7".
std::optional<std::int64_t> gap_number(std::string_view text);

}  // namespace kb
