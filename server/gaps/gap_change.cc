#include "server/gaps/gap_change.h"

#include <algorithm>

#include "core/article/link.h"
#include "core/base/date.h"

namespace kb {
namespace {

using store::Gap;
using store::GapState;

constexpr std::int64_t kDaySeconds = 24 * 60 * 60;

std::string trimmed(const std::string& text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const auto begin = text.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string day_text(const std::optional<std::int64_t>& day) {
  return day ? iso_date(Time(std::chrono::seconds(*day * kDaySeconds))) : std::string();
}

// "pl/billing/refund" of "https://help.example/pl/a/billing/refund#how": what people copy is the
// address.
std::string article_of(const std::string& given) {
  auto path = given.substr(0, given.find_first_of("?#"));
  const auto mark = path.find("/a/");
  const bool is_address = path.starts_with('/') || path.starts_with("http");
  if (!is_address || mark == std::string::npos || mark == 0) return path;
  const auto begin = path.rfind('/', mark - 1) + 1;
  return path.substr(begin, mark - begin) + "/" + percent_decode(path.substr(mark + 3));
}

class Changing {
 public:
  Changing(const Gap& gap, const GapRules& rules, const GapAuthor& author)
      : rules_(rules), author_(author) {
    changed_.gap = gap;
  }

  ChangedGap take() { return std::move(changed_); }

  void set_label(const std::string& given) {
    const auto label = trimmed(given);
    if (label == gap().label) return;
    if (label.empty()) return fault("label", "gap.fault_label");
    if (is_too_long("label", label)) return;
    note("label", gap().label, label);
    gap().label = label;
    gap().is_named = true;
  }

  void set_owner(const std::string& owner) {
    if (owner == gap().owner) return;
    if (!owner.empty() && std::ranges::find(rules_.owners, owner) == rules_.owners.end())
      return fault("owner", "gap.fault_owner");
    note("owner", gap().owner, owner);
    gap().owner = owner;
  }

  void set_due(const std::string& given) {
    const auto text = trimmed(given);
    if (text == day_text(gap().due)) return;
    std::optional<std::int64_t> due;
    if (!text.empty()) {
      const auto time = parse_time(text);
      if (!time || text.size() != 10) return fault("due", "gap.fault_due");
      due = time->time_since_epoch().count() / kDaySeconds;
    }
    note("due", day_text(gap().due), day_text(due));
    gap().due = due;
  }

  void set_article(const std::string& given) {
    const auto article = article_of(trimmed(given));
    if (article == gap().article) return;
    if (!article.empty() && !rules_.is_article(article))
      return fault("article", "gap.fault_article_unknown");
    note("article", gap().article, article);
    gap().article = article;
    // Another article is another cure: what is proved of it begins now.
    if (gap().state == GapState::published || gap().state == GapState::verified)
      gap().published = author_.now;
  }

  void set_reason(const std::string& given) {
    const auto reason = trimmed(given);
    if (reason == gap().reason || is_too_long("reason", reason)) return;
    note("reason", gap().reason, reason);
    gap().reason = reason;
  }

  void set_state(const std::string& name) {
    const auto state = store::parse_gap_state(name);
    if (!state) return fault("state", "gap.fault_state");
    if (*state == gap().state) return;
    if (*state == GapState::verified) return fault("state", "gap.fault_verified");
    if (*state == GapState::assigned && gap().owner.empty() && !changed_.faults.contains("owner"))
      return fault("owner", "gap.fault_owner_missing");
    if (*state == GapState::published) {
      gap().published = author_.now;
      gap().verified.reset();
    }
    enter(*state);
  }

  // What holds whatever was asked for: an owner's gap is assigned, and so on.
  void settle() {
    if (gap().state == GapState::published && gap().article.empty() &&
        !changed_.faults.contains("article"))
      fault("article", "gap.fault_article");
    if (gap().state == GapState::wont_fix && gap().reason.empty())
      fault("reason", "gap.fault_reason");
    if (gap().state == GapState::open && !gap().owner.empty()) enter(GapState::assigned);
    if (gap().state == GapState::assigned && gap().owner.empty()) enter(GapState::open);
    if (gap().state == GapState::open || gap().state == GapState::assigned ||
        gap().state == GapState::in_progress)
      gap().verified.reset();
  }

  void add_comment(const std::string& given) {
    const auto comment = trimmed(given);
    if (comment.empty()) return;
    if (comment.size() > kLongestGapText) return fault("comment", "gap.fault_long");
    note("comment", "", comment);
  }

 private:
  Gap& gap() { return changed_.gap; }

  void enter(GapState state) {
    const std::string before(store::gap_state_name(gap().state));
    gap().state = state;
    const auto known = std::ranges::find(changed_.lines, "state", &store::GapChange::what);
    if (known == changed_.lines.end())
      note("state", before, std::string(store::gap_state_name(state)));
    else
      known->after = std::string(store::gap_state_name(state));
  }

  bool is_too_long(const std::string& field, const std::string& text) {
    if (text.size() <= kLongestGapText / 10) return false;
    fault(field, "gap.fault_long");
    return true;
  }

  void fault(const std::string& field, const std::string& key) { changed_.faults[field] = key; }

  void note(const std::string& what, const std::string& before, const std::string& after) {
    changed_.lines.push_back({.gap = changed_.gap.id,
                              .at = author_.now,
                              .who = author_.who,
                              .what = what,
                              .before = before,
                              .after = after});
  }

  const GapRules& rules_;
  const GapAuthor& author_;
  ChangedGap changed_;
};

}  // namespace

ChangedGap changed_gap(const Gap& gap, const GapWish& wish, const GapRules& rules,
                       const GapAuthor& author) {
  Changing changing(gap, rules, author);
  if (wish.label) changing.set_label(*wish.label);
  if (wish.owner) changing.set_owner(*wish.owner);
  if (wish.due) changing.set_due(*wish.due);
  if (wish.article) changing.set_article(*wish.article);
  if (wish.reason) changing.set_reason(*wish.reason);
  if (wish.state) changing.set_state(*wish.state);
  changing.settle();
  changing.add_comment(wish.comment);
  auto changed = changing.take();
  // Open and assigned are one to who looks: there and back is no change.
  std::erase_if(changed.lines, [](const store::GapChange& line) {
    return line.what == "state" && line.before == line.after;
  });
  return changed;
}

Result<bool> write_change(store::Sql& sql, const ChangedGap& changed, std::int64_t version) {
  for (const auto& line : changed.lines) {
    if (line.what == "comment") {
      if (auto added = store::add_gap_change(sql, line); !added) return fail(added.error());
      continue;
    }
    const auto written = store::change_gap(sql, changed.gap, version++, line);
    if (!written) return fail(written.error());
    if (!*written) return false;
  }
  return true;
}

}  // namespace kb
