// All about one gap: why it is one, what was asked, what came of it, what was done, and the forms
// to work on it.
//
//   GapPage page{.staff = site, .card = …, .action = "/writer/gaps/7", .version = 3};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "server/page/gap_card.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

// One line of what happened: worded by the text "gap.change." + what.
struct GapLine {
  Time at = {};
  std::string who = {};  // empty: the system
  std::string what = {};
  std::string before = {};
  std::string after = {};
};

// A share with its interval, as far as they are known.
struct GapShare {
  std::int64_t count = 0;
  std::int64_t of = 0;
  std::optional<double> rate = {};
  double low = 0;
  double high = 0;
};

struct GapProofView {
  std::string verdict = {};  // "closed"
  GapShare before = {};
  GapShare after = {};
  std::optional<double> difference = {};
  double low = 0;
  double high = 0;
};

struct GapPage {
  struct Question {
    std::string text = {};
    std::int64_t customers = 0;
    std::int64_t failed = 0;
    bool is_ticked = false;
  };
  struct Article {
    std::string title = {};
    std::string lang = {};
    std::string url = {};
    double share = 0;
    bool is_stale = false;
  };
  // What the form has, or what was typed into it.
  struct Fields {
    std::string label = {};
    std::string state = {};
    std::string owner = {};
    std::string due = {};
    std::string article = {};
    std::string reason = {};
    std::string comment = {};
  };
  StaffSite staff = {};
  std::string queue_url = {};
  GapCard card = {};
  std::string category = {};
  std::optional<double> failure_rate = {};
  std::vector<Question> questions = {};
  std::int64_t hidden_questions = 0;
  std::vector<Link> tickets = {};  // without an address: known by name alone
  std::vector<std::string> notes = {};
  std::vector<Article> articles = {};
  std::vector<Link> elsewhere = {};
  std::optional<GapProofView> proof = {};
  std::vector<GapLine> history = {};
  std::string action = {};
  std::int64_t version = 0;
  std::int64_t seen = 0;  // of the history: the newest line that this page shows
  Fields fields = {};
  std::map<std::string, std::string> faults = {};  // of a field: key of a text
  std::vector<GapLine> changed = {};               // by others, while this page's form was open
  std::vector<Choice> owners = {};
  std::vector<std::string> states = {};
  std::vector<Choice> others = {};  // gaps to merge into
  std::string split_label = {};
  bool mine = false;
  Link merged_into = {};  // no forms then
  std::string draft_url = {};
  std::string replay_url = {};
  std::string notice_url = {};
};

std::string render(const Renderer& renderer, const GapPage& page);

}  // namespace kb::page
