// What the team knows of its customers' words, in one language: which words mean the same, which
// articles come first for which queries, which words tell nothing.
//
//   const Vocabulary* words = generation.vocabulary("ro");   // null: the team says nothing
//   words->synonyms[0].from                                   // {"wifi"}: as the writer wrote it
//   Result<Vocabularies> all = decode_vocabularies(encode(vocabularies));
//
// Texts as written; vocabulary_match.h makes them comparable with queries. Plain values. Decoding
// fails where the bytes are not those of encode().

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::index {

struct SynonymRule {
  std::vector<std::string> from;  // who types one of these …
  std::vector<std::string> to;  // … also finds these; empty: all of `from` stand for one another
  int line = 0;                 // in synonyms.yaml

  bool two_way() const { return to.empty(); }
  bool operator==(const SynonymRule&) const = default;
};

struct Pin {
  std::vector<std::string> queries;
  std::vector<std::string> articles;  // ids, the first one first
  std::optional<Time> from;           // before it the pin does nothing
  std::optional<Time> until;          // from this moment on, likewise
  int line = 0;                       // in pins.yaml

  bool applies_at(Time now) const { return (!from || *from <= now) && (!until || now < *until); }
  bool operator==(const Pin&) const = default;
};

struct StopWord {
  std::string text;
  int line = 0;  // in stopwords.yaml

  bool operator==(const StopWord&) const = default;
};

struct Vocabulary {
  std::vector<SynonymRule> synonyms;
  std::vector<Pin> pins;
  std::vector<StopWord> stopwords;

  bool empty() const { return synonyms.empty() && pins.empty() && stopwords.empty(); }
  bool operator==(const Vocabulary&) const = default;
};

using Vocabularies = std::map<std::string, Vocabulary, std::less<>>;  // by language

std::string encode(const Vocabularies& vocabularies);
Result<Vocabularies> decode_vocabularies(std::string_view bytes);

}  // namespace kb::index
