#include "core/insights/search_intents.h"

#include <algorithm>
#include <unordered_map>

#include "core/text/fold.h"
#include "core/text/normal_form.h"

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

constexpr std::size_t kLongestQuery = 200;

bool is_a_search(const Event& event) {
  return event.action == Action::searched || event.action == Action::suggested;
}

// Case-folded, one space between words and none around them.
std::string plain(std::string_view text) {
  std::string words;
  bool is_between = false;
  for (const char c : text::caseless(text)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      is_between = !words.empty();
      continue;
    }
    if (is_between) words += ' ';
    is_between = false;
    words += c;
  }
  return words;
}

bool extend_one_another(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && (a.starts_with(b) || b.starts_with(a));
}

// Of what was searched for the last, else of what was only typed; a later page or a filter tells
// nothing of what there was to find.
int weight(const Event& event, bool is_narrowed) {
  if (event.action == Action::suggested) return 0;
  return is_narrowed ? 1 : 2;
}

void add_new(std::vector<std::string>& shown, const std::vector<std::string>& articles) {
  for (const std::string& article : articles)
    if (std::find(shown.begin(), shown.end(), article) == shown.end()) shown.push_back(article);
}

class IntentReader {
 public:
  Searches read(EventRow session) {
    for (const Event* event : session)
      if (is_a_search(*event)) add(*event);
    for (SearchIntent& intent : searches_.intents) decide(intent);
    for (const Event* event : session)
      if (event->action == Action::clicked) give(*event);
    for (std::size_t i = 0; i + 1 < searches_.intents.size(); ++i)
      searches_.intents[i].is_reformulated = is_reformulated(session, i);
    return std::move(searches_);
  }

 private:
  void add(const Event& event) {
    const std::string folded = text::fold(plain(event.text));
    if (!goes_on(event, folded)) searches_.intents.emplace_back();
    SearchIntent& intent = searches_.intents.back();
    intent.events.push_back(&event);
    text_ = folded;
    folded_[&event] = folded;
    if (!event.query_id.empty()) by_query_id_[event.query_id] = searches_.intents.size() - 1;
  }

  bool goes_on(const Event& event, const std::string& folded) const {
    if (searches_.intents.empty()) return false;
    if (folded == text_) return true;
    return extend_one_another(folded, text_) &&
           event.at - searches_.intents.back().events.back()->at <= kTypingGap;
  }

  void decide(SearchIntent& intent) const {
    int best = -1;
    std::vector<SearchDetail> details;
    for (const Event* event : intent.events) {
      details.push_back(search_detail(event->detail));
      if (const int own = weight(*event, details.back().is_narrowed); own >= best) {
        best = own;
        intent.decides = event;
        intent.detail = details.back();
      }
    }
    const std::string& final_text = folded_.at(intent.decides);
    for (std::size_t i = 0; i < intent.events.size(); ++i)
      if (folded_.at(intent.events[i]) == final_text) add_new(intent.shown, details[i].shown);
  }

  // A click is the search's that its query id names, else the latest's before it that showed the
  // article.
  void give(const Event& click) {
    std::vector<const Event*>* clicks = &searches_.other_clicks;
    if (SearchIntent* intent = intent_of(click)) clicks = &intent->clicks;
    const bool is_new = std::none_of(clicks->begin(), clicks->end(), [&](const Event* other) {
      return other->object == click.object;
    });
    if (is_new) clicks->push_back(&click);
  }

  SearchIntent* intent_of(const Event& click) {
    const auto named = by_query_id_.find(click.query_id);
    if (named != by_query_id_.end()) return &searches_.intents[named->second];
    for (auto intent = searches_.intents.rbegin(); intent != searches_.intents.rend(); ++intent)
      if (intent->events.front()->at <= click.at &&
          std::find(intent->shown.begin(), intent->shown.end(), click.object) !=
              intent->shown.end())
        return &*intent;
    return nullptr;
  }

  bool is_reformulated(EventRow session, std::size_t number) const {
    if (!searches_.intents[number].clicks.empty()) return false;
    const auto begin =
        std::find(session.begin(), session.end(), searches_.intents[number].events.front());
    const auto next = std::find(begin, session.end(), searches_.intents[number + 1].events.front());
    return std::none_of(begin, next,
                        [](const Event* event) { return event->action == Action::clicked; });
  }

  Searches searches_;
  std::string text_;  // of the last search, folded
  std::unordered_map<const Event*, std::string> folded_;
  std::unordered_map<std::string_view, std::size_t> by_query_id_;
};

}  // namespace

bool SearchIntent::failed() const {
  return decides->outcome == "error";
}

bool SearchIntent::has_results() const {
  return decides->outcome == "results" || (decides->outcome.empty() && decides->value > 0);
}

Searches searches_of(EventRow session) {
  return IntentReader().read(session);
}

std::string query_form(std::string_view text) {
  const std::string words = plain(text);
  return std::string(text::utf8_prefix(words, kLongestQuery));
}

}  // namespace kb::insights
