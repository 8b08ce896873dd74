#include "scripts/simulation/topics.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "indexer/check/judgement_file.h"
#include "indexer/vocabulary_files.h"

namespace kb::simulation {
namespace {

// How the topics of searches.tsv end.
struct Kind {
  std::string_view name;
  double weight;
  std::string_view article;
  double helps;
  int days;
  std::string_view complaint;
  std::vector<std::string> named;
};

const std::vector<Kind>& kinds() {
  static const std::vector<Kind> kKinds = {
      {"voice", 6, "", 0.9, 24, "", {"alexa", "voice", "google home", "głos", "vocal", "голос"}},
      {"voucher", 3, "billing/gift-cards", 0.95, 0, "", {}},
      {"giftcard", 3, "billing/gift-cards", 0.9, 0, "", {}},
      {"readings", 4, "troubleshooting/wrong-readings", 0.25, 0, "unclear", {}},
      {"price", 2.5, "billing/change-plan", 0.3, 20, "outdated", {}},
      {"fertiliser", 0.8, "", 0.9, 0, "", {"fertilis", "fertiliz", "îngrăș"}}};
  return kKinds;
}

// "billing/refund" is among the results as an article, "two-homes" as an answer: ids alone tell.
std::vector<Topic> judged_topics(const Config& config, const std::string& lang) {
  std::map<std::string, Topic> by_article;
  for (auto& judged : read_judgement_file(config.search.path / lang / kJudgementsFile).judgements) {
    auto& topic = by_article[judged.article];
    topic.articles = {judged.article};
    topic.first.push_back(judged.query);
    topic.again = topic.first;
  }
  std::vector<Topic> topics;
  for (auto& [article, topic] : by_article) {
    topic.weight = static_cast<double>(topic.first.size());
    topics.push_back(std::move(topic));
  }
  return topics;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields(1);
  for (const char c : line) {
    if (c == '\t')
      fields.emplace_back();
    else
      fields.back() += c;
  }
  return fields;
}

Topic topic_of(const Kind& kind) {
  Topic topic{.first = {},
              .again = {},
              .articles = {},
              .named = kind.named,
              .weight = kind.weight,
              .helps = kind.helps,
              .days = kind.days,
              .complaint = std::string(kind.complaint)};
  if (!kind.article.empty()) topic.articles.emplace_back(kind.article);
  return topic;
}

}  // namespace

Result<Topics> Topics::read(const Config& config, const std::filesystem::path& searches) {
  std::ifstream file(searches);
  if (!file) return fail("cannot be read", searches.string());
  std::map<std::string, std::map<std::string, Topic>> unanswered;  // language, name
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const auto where = searches.string() + ":" + std::to_string(number);
    const auto fields = fields_of(line);
    if (fields.size() != 4) return fail("expected four columns", where);
    const auto kind = std::ranges::find(kinds(), fields[0], &Kind::name);
    if (kind == kinds().end()) return fail("no topic '" + fields[0] + "'", where);
    auto& topic = unanswered[fields[1]].try_emplace(fields[0], topic_of(*kind)).first->second;
    (fields[2] == "again" ? topic.again : topic.first).push_back(fields[3]);
  }
  Topics topics;
  for (auto& [lang, of_language] : unanswered) {
    auto known = judged_topics(config, lang);
    for (auto& [name, topic] : of_language) known.push_back(std::move(topic));
    topics.languages_.push_back(lang);
    topics.by_language_[lang] = std::move(known);
  }
  return topics;
}

const Topic& Topics::draw(const std::string& lang, std::int64_t age,
                          std::mt19937_64& random) const {
  const auto& topics = by_language_.at(lang);
  std::vector<double> weights;
  for (const auto& topic : topics)
    weights.push_back(topic.days == 0 || age < topic.days ? topic.weight : 0);
  std::discrete_distribution<std::size_t> one(weights.begin(), weights.end());
  return topics[one(random)];
}

}  // namespace kb::simulation
