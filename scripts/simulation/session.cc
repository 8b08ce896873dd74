#include "scripts/simulation/session.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/secrets.h"

namespace kb::simulation {
namespace {

using store::Action;

constexpr int kMostSearches = 3;
// How many open the right result at the first place, the second, and so on: few look far down.
constexpr std::array kOpens = {0.92, 0.8, 0.66, 0.55, 0.45, 0.35, 0.28, 0.22, 0.18, 0.15};
constexpr double kReadsOtherLanguage = 0.35;
constexpr double kTriesAgain = 0.75;
constexpr double kWrites = 0.4;  // of those who were not helped
constexpr double kSaysWhenHelped = 0.15;
constexpr double kSaysWhenNot = 0.45;
constexpr double kHelpedByForm = 0.3;  // of those whose suggestions hold the answer

std::string lower(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) {
    return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
  });
  return text;
}

}  // namespace

bool Session::happens(double chance) {
  return std::uniform_real_distribution<>(0, 1)(random_) < chance;
}

int Session::between(int low, int high) {
  return std::uniform_int_distribution<>(low, high)(random_);
}

std::string Session::id() {
  return "s" + std::to_string(random_());
}

store::Event& Session::note(Action action, int seconds) {
  now_ += std::chrono::seconds(seconds);
  return told_.events.emplace_back(store::Event{
      .at = now_, .day = who_.day, .action = action, .visitor = who_.visitor, .lang = who_.lang});
}

// Nobody types quite as the next one: with a few words before it, or a slip.
std::string Session::worded(std::string text) {
  static const std::map<std::string, std::vector<std::string>> kOpenings = {
      {"en", {"how to", "how do i", "help", "question about", "please", "i want to know"}},
      {"pl", {"jak", "czy mogę", "proszę o pomoc", "mam pytanie", "gdzie jest"}},
      {"ro", {"cum", "vreau sa stiu", "ajutor", "nu inteleg", "unde gasesc"}},
      {"it", {"come", "vorrei sapere", "aiuto", "dove trovo", "non capisco"}},
      {"ru", {"как", "подскажите", "помогите", "хочу узнать", "где найти"}}};
  const auto openings = kOpenings.find(who_.lang);
  if (openings != kOpenings.end() && happens(0.35)) {
    const auto last = static_cast<int>(openings->second.size()) - 1;
    text = openings->second[static_cast<std::size_t>(between(0, last))] + " " + text;
  }
  if (text.size() > 6 && happens(0.04)) {
    const auto at = static_cast<std::size_t>(between(1, static_cast<int>(text.size()) - 3));
    const auto is_plain = [&](std::size_t i) { return text[i] > ' ' && text[i] < 0x7F; };
    if (is_plain(at) && is_plain(at + 1)) std::swap(text[at], text[at + 1]);
  }
  return text;
}

bool Session::answers(const Topic& topic, const index::Hit& hit) const {
  if (std::ranges::find(topic.articles, hit.id) != topic.articles.end()) return true;
  const auto title = " " + lower(hit.title);
  return std::ranges::any_of(topic.named, [&](const std::string& beginning) {
    return title.find(" " + beginning) != title.npos;
  });
}

Result<Session::Found> Session::search(const Topic& topic, const std::string& text) {
  const auto shown = index_.search(who_.lang, text);
  if (!shown) return fail(shown.error());
  const auto& hits = (*shown)->hits;
  query_id_ = id();
  text_ = text;
  nlohmann::json detail{{"shown", nlohmann::json::array()}};
  for (const auto& hit : hits) detail["shown"].push_back(object_of(hit));
  if ((*shown)->corrected) detail["corrected"] = true;
  if (!hits.empty() && hits.front().fallback) detail["fallback"] = true;
  auto& event = note(Action::searched, between(4, 20));
  event.query_id = query_id_;
  event.value = static_cast<std::int64_t>((*shown)->total);
  event.outcome = hits.empty() ? "none" : "results";
  event.text = text;
  event.detail = detail.dump();
  trail_.add({TrailStep::Kind::searched, who_.lang, text});
  for (std::size_t i = 0; i < std::min(hits.size(), kOpens.size()); ++i) {
    if (!answers(topic, hits[i])) continue;
    const double foreign = hits[i].lang == who_.lang ? 1 : kReadsOtherLanguage;
    if (happens(kOpens[i] * foreign)) return read(topic, hits[i], static_cast<std::int64_t>(i + 1));
    return Found::nothing;
  }
  return Found::nothing;
}

Session::Found Session::read(const Topic& topic, const index::Hit& hit, std::int64_t position) {
  const auto object = object_of(hit);
  const auto about = [&](store::Event& event) -> store::Event& {
    event.object = object;
    event.category = hit.category;
    return event;
  };
  about(note(Action::page_viewed, between(3, 9))).query_id = query_id_;
  auto& click = about(note(Action::clicked, 0));
  click.query_id = query_id_;
  click.position = position;
  trail_.add({TrailStep::Kind::read, hit.lang, hit.id});
  const bool helped = happens(topic.helps);
  const int seconds = helped ? between(22, 140) : between(12, 60);
  auto& reading = about(note(Action::read, seconds));
  reading.value = seconds;
  reading.outcome = seconds >= 20 ? "point" : "";
  if (happens(helped ? kSaysWhenHelped : kSaysWhenNot)) {
    auto& vote = about(note(Action::voted, 2));
    vote.outcome = helped ? "yes" : "no";
    if (!helped && !topic.complaint.empty())
      about(note(Action::voted, 4)).detail =
          nlohmann::json{{"changes", true}, {"reason", topic.complaint}}.dump();
    told_.events.back().outcome = helped ? "yes" : "no";
  }
  return helped ? Found::answer : Found::no_help;
}

void Session::contact(const Topic& topic) {
  const auto form = id();
  const bool holdout = happens(holdout_);
  auto& opened = note(Action::contact_opened, between(5, 30));
  opened.form = form;
  opened.query_id = query_id_;
  opened.outcome = holdout ? "holdout" : "offered";
  const auto shown = index_.search(who_.lang, text_);
  if (!holdout && shown) {
    std::int64_t position = 0;
    for (const auto& hit : (*shown)->hits) {
      auto& suggestion = note(Action::suggestion_shown, position == 0 ? between(15, 60) : 0);
      suggestion.form = form;
      suggestion.object = object_of(hit);
      suggestion.position = ++position;
      if (answers(topic, hit) && topic.helps > 0.5 && happens(kHelpedByForm)) {
        auto& solved = note(Action::contact_solved, between(20, 90));
        solved.form = form;
        solved.object = object_of(hit);
        return;
      }
      if (position == 3) break;
    }
  }
  if (happens(0.8)) submit(topic, form);
}

// As people write to the team: what they had searched, and once more in other words.
std::string Session::message(const Topic& topic) {
  const auto& words = happens(0.5) || topic.again.empty() ? topic.first : topic.again;
  return words[static_cast<std::size_t>(between(0, static_cast<int>(words.size()) - 1))] + "?";
}

void Session::submit(const Topic& topic, const std::string& form) {
  auto& sent = note(Action::ticket_submitted, between(40, 200));
  sent.form = form;
  sent.customer = who_.customer;
  sent.outcome = "form";
  const auto token = id();
  told_.ticket = store::ContactTicket{.token_hash = hash_of_secret(token),
                                      .send_key = token,
                                      .form = form,
                                      .lang = who_.lang,
                                      .channel = "form",
                                      .subject = text_,
                                      .description = message(topic),
                                      .email = who_.email,
                                      .customer = who_.customer,
                                      .trail = trail_json(trail_),
                                      .visitor = who_.visitor,
                                      .created = now_};
}

Result<Told> Session::run(const Topic& topic) {
  auto& first = note(Action::page_viewed, 0);
  first.object = "home";
  first.outcome = happens(0.5) ? "search_engine" : "product";
  Found found = Found::nothing;
  for (int made = 0; made < kMostSearches && found != Found::answer; ++made) {
    const auto& words = made == 0 || topic.again.empty() ? topic.first : topic.again;
    const auto text =
        worded(words[static_cast<std::size_t>(between(0, static_cast<int>(words.size()) - 1))]);
    if (made > 0 && (text == text_ || !happens(kTriesAgain))) break;
    const auto outcome = search(topic, text);
    if (!outcome) return fail(outcome.error());
    found = *outcome;
  }
  if (found != Found::answer && happens(kWrites)) contact(topic);
  return std::move(told_);
}

Result<Told> Session::flood(const std::vector<std::string>& nonsense) {
  for (const auto& text : nonsense)
    if (const auto found = search({}, text); !found) return fail(found.error());
  return std::move(told_);
}

}  // namespace kb::simulation
