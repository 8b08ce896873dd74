#include "core/insights/gaps/question_clusters.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "core/insights/gaps/cluster_labels.h"
#include "core/insights/gaps/communities.h"
#include "core/insights/gaps/community_split.h"
#include "core/insights/gaps/description_length.h"
#include "core/insights/gaps/question_forms.h"
#include "core/insights/gaps/question_index.h"

namespace kb::insights {
namespace {

// Made anew from all forms when there are this many times those of the last time, or few.
constexpr double kGrowth = 1.25;
constexpr std::size_t kFew = 2'000;

// Resolutions that are tried, from the first on in either direction while it gets better.
constexpr double kFirstResolution = 1;
constexpr double kResolutionStep = 1.5;
constexpr int kMostSteps = 24;

}  // namespace

class QuestionClusters::Impl {
 public:
  Impl(std::string_view lang, text::Stemmers& stemmers) : forms_(lang, stemmers) {}

  void add(std::span<const AskedQuestion> questions) {
    for (const auto& question : questions)
      questions_.push_back({forms_.add(question.text, question.customers), question.customers,
                            std::string(question.text)});
    is_made_ = is_made_ && questions.empty();
  }

  const std::vector<QuestionCluster>& result() {
    if (is_made_) return clusters_;
    const bool is_anew = forms_.size() <= kFew || static_cast<double>(forms_.size()) >
                                                      kGrowth * static_cast<double>(forms_then_);
    if (is_anew) {
      make_anew();
    } else if (forms_.size() > index_->size()) {
      make_on();
    }
    gather();
    is_made_ = true;
    return clusters_;
  }

 private:
  struct Attempt {
    double resolution = 0;
    double length = 0;
    std::vector<std::uint32_t> parts = {};
  };

  void make_anew() {
    index_ = std::make_unique<QuestionIndex>(forms_);
    ties_.clear();
    forms_then_ = forms_.size();
    tie(index_->take_in());
    std::vector<std::uint32_t> form_at(index_->size());
    for (std::uint32_t place = 0; place < form_at.size(); ++place)
      form_at[place] = index_->form_at(place);
    DescriptionLength length(forms_, form_at);
    const Graph graph(index_->size(), ties_);
    auto found = best_of(graph, length);
    resolution_ = found.resolution;
    parts_ = parted_where_shorter(graph, std::move(found.parts), length);
  }

  void make_on() {
    tie(index_->take_in());
    parts_ = settle(Graph(index_->size(), ties_), resolution_, std::move(parts_));
  }

  // Near questions are tied by the square of their similarity: what shares everything counts far
  // more than what shares a turn of phrase.
  void tie(std::uint32_t first) {
    for (auto place = first; place < index_->size(); ++place)
      for (const auto& near : index_->nearest(place))
        ties_.push_back({place, near.place, near.similarity * near.similarity});
  }

  // The resolution whose communities describe the questions in the fewest bits.
  static Attempt best_of(const Graph& graph, DescriptionLength& length) {
    Attempt best = attempt(graph, kFirstResolution, length);
    for (const double step : {kResolutionStep, 1 / kResolutionStep}) {
      const double from = best.resolution;
      for (int i = 0; i < kMostSteps; ++i) {
        Attempt next = attempt(graph, best.resolution * step, length);
        if (next.length >= best.length) break;
        best = std::move(next);
      }
      if (best.resolution != from) break;
    }
    return best;
  }

  static Attempt attempt(const Graph& graph, double resolution, DescriptionLength& length) {
    Attempt attempt{.resolution = resolution, .parts = communities(graph, resolution)};
    attempt.length = length.of(attempt.parts);
    return attempt;
  }

  void gather() {
    std::vector<std::uint32_t> part_of(forms_.size());
    std::uint32_t count = 0;
    for (std::uint32_t place = 0; place < parts_.size(); ++place) {
      part_of[index_->form_at(place)] = parts_[place];
      count = std::max(count, parts_[place] + 1);
    }
    std::vector<QuestionCluster> made(count);
    std::vector<double> customers(count);
    for (std::uint32_t i = 0; i < questions_.size(); ++i) {
      const auto part = part_of[questions_[i].form];
      made[part].members.push_back(i);
      customers[part] += questions_[i].customers;
    }
    ClusterLabels labels(forms_, questions_);
    for (auto& cluster : made) labels.describe(cluster);

    std::vector<std::uint32_t> by_size(count);
    std::iota(by_size.begin(), by_size.end(), 0U);
    std::ranges::sort(by_size, [&](std::uint32_t left, std::uint32_t right) {
      if (customers[left] != customers[right]) return customers[left] > customers[right];
      return made[left].label < made[right].label;
    });
    clusters_.clear();
    for (const auto part : by_size) clusters_.push_back(std::move(made[part]));
  }

  QuestionForms forms_;
  std::vector<KeptQuestion> questions_;
  std::unique_ptr<QuestionIndex> index_;
  std::vector<Tie> ties_;             // between the index's places
  std::vector<std::uint32_t> parts_;  // of each place
  double resolution_ = kFirstResolution;
  std::size_t forms_then_ = 0;  // when all was made anew
  std::vector<QuestionCluster> clusters_;
  bool is_made_ = false;
};

QuestionClusters::QuestionClusters(std::string_view lang, text::Stemmers& stemmers)
    : impl_(std::make_unique<Impl>(lang, stemmers)) {}
QuestionClusters::~QuestionClusters() = default;
QuestionClusters::QuestionClusters(QuestionClusters&&) noexcept = default;

void QuestionClusters::add(std::span<const AskedQuestion> questions) {
  impl_->add(questions);
}
const std::vector<QuestionCluster>& QuestionClusters::result() {
  return impl_->result();
}

}  // namespace kb::insights
