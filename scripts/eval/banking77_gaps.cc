// Measures on BANKING77 whether clusters of questions are its intents: scripts/eval/run.
//
//   kb-eval-gaps train.csv
//
// All questions are searches; nothing is told of the intents, nor how many there are. Beside it,
// TF-IDF with k-means that is told the number: over words as they are written and over their stems.
// Prints one JSON object: for each V-measure, ARI, NMI (partition_scores.h), how many clusters, and
// seconds; also for questions that come in twelve parts, one after the other.

#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "core/insights/gaps/question_clusters.h"
#include "scripts/eval/k_means.h"
#include "scripts/eval/labelled_csv.h"
#include "scripts/eval/partition_scores.h"

namespace {

using kb::eval::LabelledText;
using Partition = std::vector<std::uint32_t>;

constexpr int kStarts = 10;  // of k-means

struct Measured {
  kb::eval::PartitionScores scores;
  std::size_t clusters = 0;
  double seconds = 0;
};

template <class Make>
Measured measure(const Partition& labels, Make make) {
  const auto started = std::chrono::steady_clock::now();
  const Partition found = make();
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - started;
  std::map<std::uint32_t, int> clusters;
  for (const auto cluster : found) ++clusters[cluster];
  return {kb::eval::partition_scores(labels, found), clusters.size(), taken.count()};
}

// `parts`: how many add() they come in, with a result() after each.
Partition question_clusters(const std::vector<LabelledText>& texts, std::size_t parts,
                            kb::text::Stemmers& stemmers) {
  kb::insights::QuestionClusters clusters("en", stemmers);
  std::vector<std::size_t> place;  // in `texts`, by number of add()
  for (std::size_t part = 0; part < parts; ++part) {
    std::vector<kb::insights::AskedQuestion> questions;
    for (std::size_t i = part; i < texts.size(); i += parts) {
      questions.push_back({.text = texts[i].text});
      place.push_back(i);
    }
    clusters.add(questions);
    clusters.result();
  }
  Partition partition(texts.size());
  for (std::uint32_t i = 0; i < clusters.result().size(); ++i)
    for (const auto member : clusters.result()[i].members) partition[place[member]] = i;
  return partition;
}

using Form = std::string kb::text::WordForms::*;

Partition plain_clusters(const std::vector<LabelledText>& texts, Form form, std::size_t count,
                         kb::text::Stemmers& stemmers) {
  kb::text::Analyser analyser("en", stemmers);
  std::vector<std::vector<std::string>> words;
  for (const auto& each : texts) {
    auto& of_text = words.emplace_back();
    for (const auto& word : analyser.analyse(each.text)) of_text.push_back(word.forms->*form);
  }
  return kb::eval::k_means(kb::eval::tf_idf(words), count, kStarts);
}

void print(const char* name, const Measured& measured) {
  std::printf(
      "\"%s\": {\"v_measure\": %.4f, \"ari\": %.4f, \"nmi\": %.4f, \"clusters\": %zu, "
      "\"seconds\": %.2f}",
      name, measured.scores.v_measure, measured.scores.ari, measured.scores.nmi, measured.clusters,
      measured.seconds);
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fprintf(stderr, "usage: kb-eval-gaps train.csv\n");
    return 2;
  }
  const auto texts = kb::eval::read_labelled_csv(arguments[1]);
  if (texts.empty()) {
    std::fprintf(stderr, "%s: no questions; expected the columns text,category\n", arguments[1]);
    return 2;
  }
  std::map<std::string, std::uint32_t> number_of;
  Partition labels;
  for (const auto& each : texts)
    labels.push_back(number_of.try_emplace(each.label, static_cast<std::uint32_t>(number_of.size()))
                         .first->second);
  kb::text::Stemmers stemmers;

  std::printf("{\"questions\": %zu, \"intents\": %zu, ", texts.size(), number_of.size());
  print("clusters", measure(labels, [&] { return question_clusters(texts, 1, stemmers); }));
  std::printf(", ");
  print("in_twelve_parts", measure(labels, [&] { return question_clusters(texts, 12, stemmers); }));
  const auto print_k_means = [&](const char* name, Form form) {
    std::printf(", ");
    print(name,
          measure(labels, [&] { return plain_clusters(texts, form, number_of.size(), stemmers); }));
  };
  print_k_means("k_means_words", &kb::text::WordForms::surface);
  print_k_means("k_means_stems", &kb::text::WordForms::folded_stem);
  std::printf("}\n");
  return 0;
}
