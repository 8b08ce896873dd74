#include "scripts/benchmarks/gap_visitors.h"

#include <array>
#include <cmath>

namespace kb::bench {
namespace {

using store::Action;
using store::Event;

constexpr std::array<std::string_view, 5> kLanguages = {"en", "pl", "ro", "it", "ru"};
constexpr std::uint64_t kFillers = 60;  // words that say nothing of the topic
constexpr std::uint64_t kWordsOfTopic = 6;
constexpr std::uint64_t kTopicWords = 12'000;  // some are shared by topics
constexpr std::uint64_t kWishes = 300;         // things that customers wish for
constexpr std::array<std::string_view, 3> kTeams = {"accounts", "billing", "orders"};
constexpr std::array<std::string_view, 3> kPlans = {"", "basic", "pro"};

// Of a hundred: what a helpdesk's tickets are about.
TicketType type_of(std::uint64_t hundredth) {
  if (hundredth < 9) return TicketType::bug;
  if (hundredth < 17) return TicketType::feature_request;
  if (hundredth < 20) return TicketType::known_limitation;
  if (hundredth < 22) return TicketType::spam;
  return TicketType::question;
}

// "bodekilu": another one for each number.
std::string word(std::uint64_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz";
  constexpr std::string_view kVowels = "aeiou";
  std::string text;
  for (int i = 0; i < 4; ++i) {
    text += kConsonants[number % kConsonants.size()];
    number /= kConsonants.size();
    text += kVowels[number % kVowels.size()];
    number /= kVowels.size();
  }
  return text;
}

std::string topic_word(std::uint64_t topic, std::uint64_t which, std::size_t lang) {
  const auto mixed = (topic * 2'654'435'761U + which * 40'503U + lang * 97U) % kTopicWords;
  return word(kFillers + mixed * kLanguages.size() + lang);
}

}  // namespace

GapVisitors::GapVisitors(const Wish& wish) : wish_(wish) {}

// The first are drawn most: as 1/n, as words and pages are.
std::uint64_t GapVisitors::few(std::uint64_t below) {
  const double even = static_cast<double>(random_() >> 11) * 0x1p-53;
  return static_cast<std::uint64_t>(std::pow(static_cast<double>(below), even)) - 1;
}

std::string GapVisitors::question(std::uint64_t topic, std::size_t lang) {
  std::string text;
  const auto words = 2 + draw(4);
  for (std::uint64_t i = 0; i < words; ++i) {
    if (i > 0) text += ' ';
    text += draw(3) == 0 ? word(few(kFillers) * kLanguages.size() + lang)
                         : topic_word(topic, few(kWordsOfTopic), lang);
  }
  return text;
}

GapVisitors::Session GapVisitors::session(std::int64_t number) {
  const auto day = wish_.first_day + number % wish_.days;
  const auto lang = few(kLanguages.size());
  const auto topic = few(wish_.topics);
  const bool answered = topic >= kAnsweredFrom;
  Event next{.at = Time(std::chrono::seconds(day * 86'400 + static_cast<int>(draw(80'000)))),
             .day = day,
             .visitor = static_cast<std::int64_t>(random_() >> 1),
             .lang = std::string(kLanguages[lang])};
  Session made;
  const auto add = [&](Action action, std::int64_t seconds) -> Event& {
    next.at += std::chrono::seconds(seconds);
    made.events.push_back(next);
    made.events.back().action = action;
    return made.events.back();
  };
  const auto searches = 1 + draw(answered ? 2 : 3);
  for (std::uint64_t i = 0; i < searches; ++i) {
    Event& search = add(Action::searched, 40);
    search.query_id = next.query_id = std::to_string(random_());
    search.text = question(topic, lang);
    search.value = answered || draw(2) ? static_cast<std::int64_t>(1 + draw(20)) : 0;
    search.outcome = search.value == 0 ? "none" : "results";
    search.detail = R"({"shown":[]})";
    ++made.searches;
  }
  if (answered && draw(5)) {
    const auto object = std::string(kLanguages[lang]) + "/topic" + std::to_string(topic % 12) +
                        "/a" + std::to_string(topic);
    add(Action::page_viewed, 4).object = object;
    Event& click = add(Action::clicked, 0);
    click.object = object;
    click.position = 1 + static_cast<std::int64_t>(draw(5));
    Event& read = add(Action::read, 31);
    read.object = object;
    read.outcome = "point";
  }
  return made;
}

store::ContactTicket GapVisitors::ticket(std::int64_t number) {
  const auto lang = few(kLanguages.size());
  const auto topic = few(wish_.topics);
  const auto day = wish_.first_day + number % wish_.days;
  store::ContactTicket ticket{.token_hash = "token" + std::to_string(number),
                              .send_key = "send" + std::to_string(number),
                              .form = "form" + std::to_string(number),
                              .lang = std::string(kLanguages[lang]),
                              .channel = "form",
                              .subject = question(topic, lang),
                              .description = {},
                              .customer = "customer" + std::to_string(draw(60'000)),
                              .created = Time(std::chrono::seconds(day * 86'400 + 40'000))};
  ticket.description = sentences(4, topic, lang);
  return ticket;
}

std::string GapVisitors::sentences(int count, std::uint64_t topic, std::size_t lang) {
  std::string text;
  for (int sentence = 0; sentence < count; ++sentence) text += question(topic, lang) + ". ";
  return text;
}

Ticket GapVisitors::resolved(std::int64_t number) {
  const auto type = type_of(draw(100));
  const bool is_asked = type == TicketType::question || type == TicketType::spam;
  const auto lang = few(kLanguages.size());
  const auto topic = few(is_asked ? wish_.topics : kWishes);
  const auto day = wish_.first_day + number % wish_.days;
  Ticket ticket{
      .source = "desk",
      .id = std::to_string(number),
      .lang = std::string(kLanguages[lang]),
      .type = type,
      .subject = question(topic, lang),
      .question = sentences(8, topic, lang),
      .answer = sentences(10, topic, lang),
      .topic = "topic" + std::to_string(topic % 12),
      .tags = {},
      .created = Time(std::chrono::seconds(day * 86'400 + static_cast<int>(draw(80'000)))),
      .first_response = {},
      .solved = {},
      .waited = {},
      .replies = 1 + static_cast<int>(draw(3)),
      .channel = "email",
      .team = std::string(kTeams[topic % kTeams.size()]),
      .customer = {.hash = "customer" + std::to_string(draw(60'000)),
                   .plan = std::string(kPlans[draw(kPlans.size())]),
                   .renews = {},
                   .churned = {}},
      .satisfaction = {},
      .links = {},
      .redacted = {}};
  ticket.first_response = ticket.created + std::chrono::seconds(600 + draw(50'000));
  ticket.solved = *ticket.first_response + std::chrono::seconds(draw(100'000));
  if (!is_asked) ticket.tags = {"area" + std::to_string(topic % 20)};
  if (draw(5) < 2) ticket.satisfaction = 1 + static_cast<int>(draw(5));
  if (is_asked && topic >= kAnsweredFrom && draw(3) == 0)
    ticket.links = {{ticket.lang, ticket.topic + "/a" + std::to_string(topic), ""}};
  return ticket;
}

GapVisitors::Article GapVisitors::article(std::uint64_t topic) const {
  const auto lang = static_cast<std::size_t>(topic % kLanguages.size());
  Article made{std::string(kLanguages[lang]), {}, {}};
  for (std::uint64_t i = 0; i < kWordsOfTopic; ++i) {
    const auto said = topic_word(topic, i, lang);
    if (i < 2) made.title += (i > 0 ? " " : "") + said;
    made.text += said + ' ' + word(i * kLanguages.size() + lang) + ' ';
  }
  return made;
}

}  // namespace kb::bench
