#include "core/index/vocabulary.h"

#include <nlohmann/json.hpp>

namespace kb::index {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

json to_json(const std::optional<Time>& time) {
  return time ? json(time->time_since_epoch().count()) : json(nullptr);
}

std::optional<Time> time_of(const json& value) {
  if (value.is_null()) return std::nullopt;
  return Time{std::chrono::seconds{value.get<std::int64_t>()}};
}

json to_json(const Vocabulary& vocabulary) {
  json synonyms = json::array(), pins = json::array(), stopwords = json::array();
  for (const auto& rule : vocabulary.synonyms)
    synonyms.push_back({{"from", rule.from}, {"to", rule.to}, {"line", rule.line}});
  for (const auto& pin : vocabulary.pins)
    pins.push_back({{"queries", pin.queries},
                    {"articles", pin.articles},
                    {"from", to_json(pin.from)},
                    {"until", to_json(pin.until)},
                    {"line", pin.line}});
  for (const auto& word : vocabulary.stopwords)
    stopwords.push_back({{"text", word.text}, {"line", word.line}});
  return {{"synonyms", synonyms}, {"pins", pins}, {"stopwords", stopwords}};
}

Vocabulary vocabulary_of(const json& value) {
  Vocabulary vocabulary;
  for (const auto& rule : value.at("synonyms"))
    vocabulary.synonyms.push_back(
        {rule.at("from").get<Texts>(), rule.at("to").get<Texts>(), rule.at("line").get<int>()});
  for (const auto& pin : value.at("pins"))
    vocabulary.pins.push_back({pin.at("queries").get<Texts>(), pin.at("articles").get<Texts>(),
                               time_of(pin.at("from")), time_of(pin.at("until")),
                               pin.at("line").get<int>()});
  for (const auto& word : value.at("stopwords"))
    vocabulary.stopwords.push_back(
        {word.at("text").get<std::string>(), word.at("line").get<int>()});
  return vocabulary;
}

}  // namespace

std::string encode(const Vocabularies& vocabularies) {
  json value = json::object();
  for (const auto& [lang, vocabulary] : vocabularies) value[lang] = to_json(vocabulary);
  return value.dump(1, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<Vocabularies> decode_vocabularies(std::string_view bytes) {
  try {
    const json all = json::parse(bytes);
    Vocabularies vocabularies;
    for (const auto& [lang, value] : all.items()) vocabularies.emplace(lang, vocabulary_of(value));
    return vocabularies;
  } catch (const json::exception& problem) {
    return fail(std::string("the vocabulary is damaged: ") + problem.what(), {},
                "rebuild it with kb-index build --full");
  }
}

}  // namespace kb::index
