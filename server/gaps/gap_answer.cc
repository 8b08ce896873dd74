#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "core/store/users.h"
#include "server/gaps/gap_answers.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_view.h"

namespace kb {
namespace {

struct ReadGap {
  std::optional<store::Gap> gap = {};
  GapContext context = {};
};

Result<ReadGap> read_gap(store::Sql& sql, std::int64_t id) {
  ReadGap read;
  auto gap = store::find_gap(sql, id);
  if (!gap) return fail(gap.error());
  read.gap = std::move(*gap);
  if (!read.gap) return read;
  auto history = store::gap_history(sql, id);
  if (!history) return fail(history.error());
  read.context.history = std::move(*history);
  auto others = store::list_gap_heads(sql);
  if (!others) return fail(others.error());
  read.context.others = std::move(*others);
  auto users = store::list_users(sql);
  if (!users) return fail(users.error());
  read.context.users = std::move(*users);
  return read;
}

void choose(std::vector<page::Choice>& choices, const std::string& key) {
  for (auto& choice : choices) choice.chosen = choice.key == key;
}

// What somebody else changed meanwhile, and who sent this had left as it was, is no wish of theirs.
page::GapPage::Fields wished_fields(const GapAttempt& attempt, const page::GapPage::Fields& now,
                                    const std::vector<store::GapChange>& history) {
  using Fields = page::GapPage::Fields;
  constexpr std::array<std::pair<std::string_view, std::string Fields::*>, 6> kFields = {
      {{"label", &Fields::label},
       {"state", &Fields::state},
       {"owner", &Fields::owner},
       {"due", &Fields::due},
       {"article", &Fields::article},
       {"reason", &Fields::reason}}};
  auto wished = *attempt.fields;
  for (const auto& [changed, field] : kFields) {
    const auto name = changed;
    const auto change = std::ranges::find_if(history, [&](const store::GapChange& each) {
      return each.id > attempt.seen && each.what == name;
    });
    if (change != history.end() && wished.*field == change->before) wished.*field = now.*field;
  }
  return wished;
}

void add_attempt(const GapAttempt& attempt, const std::vector<store::GapChange>& history,
                 page::GapPage& view) {
  if (attempt.fields) {
    view.fields = wished_fields(attempt, view.fields, history);
    choose(view.owners, view.fields.owner);
  }
  view.faults = attempt.faults;
  view.split_label = attempt.split_label;
  choose(view.others, attempt.into);
  for (auto& question : view.questions)
    question.is_ticked = std::ranges::find(attempt.ticked, question.text) != attempt.ticked.end();
}

// What happened since the form's page was made.
void add_changes(const GapContext& context, const GapAttempt& attempt, page::GapPage& view) {
  for (const auto& change : context.history)
    if (change.id > attempt.seen)
      view.changed.push_back({change.at, change.who, change.what, change.before, change.after});
}

}  // namespace

std::optional<std::int64_t> gap_number(std::string_view text) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number <= 0) return std::nullopt;
  return number;
}

http::Response show_gap(const StaffRequest& staff, int status, std::int64_t id,
                        const GapAttempt& attempt) {
  auto read = staff.store.read([&](store::Sql& sql) { return read_gap(sql, id); });
  if (!read) return staff.fault(read.error());
  if (!read->gap) return staff.not_found();
  const auto* board = staff.center.gaps;
  const auto report = board ? board->report() : nullptr;
  read->context.report = report.get();
  if (board) read->context.proof = board->proof(*read->gap);
  auto view = gap_page(staff, *read->gap, read->context);
  if (status != 200) add_attempt(attempt, read->context.history, view);
  if (attempt.overtaken) add_changes(read->context, attempt, view);
  return staff.page(status, page::render(staff.center.renderer, view));
}

http::Response answer_gap(const StaffRequest& staff, std::string_view which) {
  const auto id = gap_number(which);
  if (!id) return staff.not_found();
  if (staff.request.method == "POST") return act_on_gap(staff, *id);
  return show_gap(staff, 200, *id);
}

}  // namespace kb
