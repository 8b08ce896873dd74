#include "core/index/telling_weights.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

#include "core/base/content_hash.h"
#include "core/index/answer_evidence.h"
#include "core/index/byte_stream.h"
#include "core/index/record.h"
#include "core/text/letter_grams.h"

namespace kb::index {
namespace {

// Tuned on the tickets of BANKING77 alone (docs/evaluation.md): how many questions a word must be
// in before their topics are believed, and what its rarity adds.
constexpr double kDoubt = 1;
constexpr double kRarityShare = 0.15;

// Rarer pairs than this are not kept: they are most, and say no more than any rare one.
constexpr double kLeastKept = 2;

constexpr std::uint32_t kNoTopic = 0;

// A feature in a question of a topic, `count` times over.
struct Seen {
  std::uint32_t feature;
  std::uint32_t topic;
  float count;
};

}  // namespace

class TellingWeightsLearner {
 public:
  void add(std::string_view head, std::string_view topic) {
    const auto number = number_of(topic);
    ++documents_;
    if (number != kNoTopic) ++labelled_, ++topic_counts_[number];
    RecordScan scan(head);
    keys_.clear();
    for (std::size_t i = 0; i < scan.key_count(); ++i) keys_.push_back(scan.next_key());
    while (scan.next_label()) {
    }
    if (!scan.next_section()) return;
    for (auto* list : {&stems_here_, &pairs_here_, &words_here_}) list->clear();
    read(scan.title_words());
    read(scan.words());
    note(stems_here_, stems_, number);
    note(pairs_here_, pairs_, number);
    note(words_here_, words_, number);
  }

  TellingWeights finish(const Lexicon& lexicon) {
    for (std::size_t i = 1; i < topic_counts_.size(); ++i)
      shares_.push_back(topic_counts_[i] / std::max(1.0, labelled_));
    TellingWeights weights;
    weights.stems_ = weigh(stems_);
    weights.pairs_ = weigh(pairs_);
    weights.grams_ = weigh(grams(lexicon));
    weights.of_rare_ = static_cast<float>(weight_of_rare());
    weights.average_words_ =
        static_cast<float>(std::max(1.0, total_words_ / std::max(1.0, documents_)));
    return weights;
  }

 private:
  std::uint32_t number_of(std::string_view topic) {
    if (topic.empty()) return kNoTopic;
    const auto [found, added] =
        topics_.emplace(topic, static_cast<std::uint32_t>(topic_counts_.size()));
    if (added) topic_counts_.push_back(0);
    return found->second;
  }

  void read(std::string_view encoded) {
    const WordKey* previous = nullptr;
    RecordWords words(encoded);
    for (RecordWord word{}; words.next(word) && word.key < keys_.size();) {
      const WordKey& key = keys_[word.key];
      stems_here_.push_back(key.stem);
      words_here_.push_back(key.word);
      if (previous != nullptr)
        pairs_here_.push_back(TellingWeights::pair_hash(previous->stem, key.stem));
      previous = &key;
      ++total_words_;
    }
  }

  static void note(std::vector<std::uint32_t>& here, std::vector<Seen>& all, std::uint32_t topic) {
    std::sort(here.begin(), here.end());
    here.erase(std::unique(here.begin(), here.end()), here.end());
    for (const auto feature : here) all.push_back({feature, topic, 1});
  }

  // The grams of the words seen: as if the words occurred independently.
  std::vector<Seen> grams(const Lexicon& lexicon) const {
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_word;
    for (std::size_t word = 0; word < lexicon.size(); ++word) {
      auto& of_word = by_word[lexicon.hash(word)];
      text::add_letter_grams(lexicon.folded(word), of_word);
      std::sort(of_word.begin(), of_word.end());
      of_word.erase(std::unique(of_word.begin(), of_word.end()), of_word.end());
    }
    std::vector<Seen> seen;
    for_each_run(words_, [&](std::uint32_t word, const std::vector<Seen>& topics) {
      const auto found = by_word.find(word);
      if (found == by_word.end()) return;
      for (const auto gram : found->second)
        for (const auto& of_topic : topics) seen.push_back({gram, of_topic.topic, of_topic.count});
    });
    return seen;
  }

  // `action` gets each feature with how often it was seen by topic.
  template <class Action>
  static void for_each_run(std::vector<Seen> seen, Action&& action) {
    std::sort(seen.begin(), seen.end(), [](const Seen& a, const Seen& b) {
      return a.feature != b.feature ? a.feature < b.feature : a.topic < b.topic;
    });
    std::vector<Seen> topics;
    for (std::size_t i = 0; i < seen.size();) {
      const auto feature = seen[i].feature;
      topics.clear();
      for (; i < seen.size() && seen[i].feature == feature; ++i) {
        if (topics.empty() || topics.back().topic != seen[i].topic)
          topics.push_back(seen[i]);
        else
          topics.back().count += seen[i].count;
      }
      action(feature, topics);
    }
  }

  TellingWeights::List weigh(const std::vector<Seen>& seen) const {
    TellingWeights::List list;
    for_each_run(seen, [&](std::uint32_t feature, const std::vector<Seen>& topics) {
      double with = 0;
      for (const auto& of_topic : topics) with += of_topic.count;
      if (with >= kLeastKept)
        list.emplace_back(feature, static_cast<float>(by_topics(topics) + by_rarity(with)));
    });
    return list;
  }

  double by_rarity(double with) const { return kRarityShare * inverse_frequency(documents_, with); }

  double by_topics(const std::vector<Seen>& topics) const {
    double with = 0;
    for (const auto& of_topic : topics)
      if (of_topic.topic != kNoTopic) with += of_topic.count;
    if (with == 0) return 0;
    double distance = 0;
    double share_of_others = 1;
    for (const auto& of_topic : topics) {
      if (of_topic.topic == kNoTopic) continue;
      const double share = shares_[of_topic.topic - 1];
      const double here = (of_topic.count + kDoubt * share) / (with + kDoubt);
      distance += here * std::log(here / share);
      share_of_others -= share;
    }
    const double shrunk = kDoubt / (with + kDoubt);
    return std::max(0.0, distance + std::max(0.0, share_of_others) * shrunk * std::log(shrunk));
  }

  // Of what only one question of a typical topic has.
  double weight_of_rare() const {
    double by_topic = 0;
    for (std::size_t i = 0; i < shares_.size(); ++i)
      by_topic += shares_[i] * by_topics({{0, static_cast<std::uint32_t>(i + 1), 1}});
    return by_topic * labelled_ / std::max(1.0, documents_) + by_rarity(1);
  }

  double documents_ = 0;
  double labelled_ = 0;
  double total_words_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> topics_;
  std::vector<double> topic_counts_ = {0};  // by number; the first is kNoTopic
  std::vector<double> shares_;              // of the labelled questions, by number - 1
  std::vector<Seen> stems_, pairs_, words_;
  std::vector<WordKey> keys_;  // of the question being read
  std::vector<std::uint32_t> stems_here_, pairs_here_, words_here_;
};

namespace {

// The same ones each time, whatever was written before.
std::vector<const Row*> rows_to_learn_from(const Catalogue& catalogue) {
  std::vector<std::pair<std::uint64_t, const Row*>> rows;
  for (const auto& row : catalogue.rows())
    if (!row.id.empty()) rows.emplace_back(short_hash(row.id), &row);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first < b.first : a.second->id < b.second->id;
  });
  if (rows.size() > kLearntFrom) rows.resize(kLearntFrom);
  std::vector<const Row*> chosen;
  for (const auto& [hash, row] : rows) chosen.push_back(row);
  return chosen;
}

void encode_number(ByteWriter& out, float number) {
  out.fixed32(std::bit_cast<std::uint32_t>(number));
}

float decode_number(ByteReader& in) {
  return std::bit_cast<float>(in.fixed32());
}

}  // namespace

TellingWeights learn_telling_weights(const Catalogue& catalogue, std::string_view records,
                                     const Lexicon& lexicon) {
  TellingWeightsLearner learner;
  for (const Row* row : rows_to_learn_from(catalogue))
    if (row->record_offset <= records.size())
      learner.add(records.substr(row->record_offset, row->record_head_size), row->category);
  return learner.finish(lexicon);
}

const float* TellingWeights::find(const List& list, std::uint32_t hash) {
  const auto place = std::lower_bound(
      list.begin(), list.end(), hash,
      [](const auto& entry, std::uint32_t wanted) { return entry.first < wanted; });
  return place != list.end() && place->first == hash ? &place->second : nullptr;
}

std::string TellingWeights::encode() const {
  ByteWriter out;
  encode_number(out, of_rare_);
  encode_number(out, average_words_);
  for (const auto* list : {&stems_, &pairs_, &grams_}) {
    out.number(list->size());
    for (const auto& [hash, weight] : *list) {
      out.fixed32(hash);
      encode_number(out, weight);
    }
  }
  return out.take();
}

Result<TellingWeights> TellingWeights::decode(std::string_view bytes) {
  ByteReader in(bytes);
  TellingWeights weights;
  weights.of_rare_ = decode_number(in);
  weights.average_words_ = decode_number(in);
  bool sound = weights.of_rare_ >= 0 && weights.average_words_ >= 1;
  for (auto* list : {&weights.stems_, &weights.pairs_, &weights.grams_}) {
    list->resize(in.count());
    for (auto& [hash, weight] : *list) {
      hash = in.fixed32();
      weight = decode_number(in);
      sound &= weight >= 0 && weight < 1000;
    }
    sound &= std::is_sorted(list->begin(), list->end());
  }
  if (!sound || !in.ok() || !in.at_end())
    return fail("the weights of the tickets' words are damaged", {},
                "rebuild with kb-index build --full");
  return weights;
}

}  // namespace kb::index
