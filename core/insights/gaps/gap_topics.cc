#include "core/insights/gaps/gap_topics.h"

#include <algorithm>
#include <map>
#include <optional>

namespace kb::insights {
namespace {

struct KeptPlace {
  std::uint32_t gap = kNothing;
  bool stays = false;  // whatever its cluster does

  bool is_known() const { return gap != kNothing; }
};

class TopicMaker {
 public:
  TopicMaker(const std::vector<QuestionGroup>& groups, const std::vector<store::Gap>& kept,
             const std::vector<std::uint32_t>& customers)
      : groups_(groups), kept_(kept), customers_(customers) {}

  std::vector<GapTopic> make(const AskedTexts& texts) {
    find_places(texts);
    choose_gaps();
    for (const store::Gap& gap : kept_) topics_.push_back({.kept = &gap, .lang = gap.lang});
    for (std::uint32_t question = 0; question < places_.size(); ++question)
      if (places_[question].stays) topics_[places_[question].gap].questions.push_back(question);
    for (std::size_t i = 0; i < groups_.size(); ++i) hand_out(i);
    for (const store::Gap& gap : kept_) note_taken_over(gap, texts);
    for (GapTopic& topic : topics_) std::ranges::sort(topic.questions);
    return std::move(topics_);
  }

 private:
  // A question that two gaps name is the first one's.
  void find_places(const AskedTexts& texts) {
    places_.resize(texts.questions().size());
    for (std::uint32_t i = 0; i < kept_.size(); ++i)
      for (const store::GapMember& member : kept_[i].questions)
        if (const auto question = texts.find_question(kept_[i].lang, member.question))
          if (KeptPlace& place = places_[*question]; !place.is_known())
            place = {i, member.pinned || !is_untouched(kept_[i])};
  }

  double weight(std::uint32_t question) const { return std::max<double>(1, customers_[question]); }

  // What a cluster shares with each gap, and how much of it is no gap's.
  struct Overlap {
    std::optional<std::size_t> gap = {};
    double shared = 0;
    double all = 0;
  };

  Overlap overlap_of(const QuestionGroup& group) const {
    std::map<std::uint32_t, double> shared;
    Overlap overlap;
    for (const std::uint32_t question : group.questions) {
      overlap.all += weight(question);
      if (places_[question].is_known()) shared[places_[question].gap] += weight(question);
    }
    for (const auto& [gap, weight] : shared)
      if (weight > overlap.shared) {
        overlap.gap = gap;
        overlap.shared = weight;
      }
    return overlap;
  }

  // What falls apart stays together where somebody works on it.
  bool belongs_to_work(const Overlap& overlap) const {
    return !is_untouched(kept_[*overlap.gap]) && overlap.shared * 2 >= overlap.all;
  }

  void choose_gaps() {
    std::vector<Overlap> overlaps;
    std::map<std::size_t, std::size_t> best;  // of each gap: the cluster that shares most
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      overlaps.push_back(overlap_of(groups_[i]));
      if (!overlaps[i].gap) continue;
      const auto [entry, is_first] = best.try_emplace(*overlaps[i].gap, i);
      if (!is_first && overlaps[i].shared > overlaps[entry->second].shared) entry->second = i;
    }
    chosen_.resize(groups_.size());
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      const Overlap& overlap = overlaps[i];
      if (overlap.gap && (best.at(*overlap.gap) == i || belongs_to_work(overlap)))
        chosen_[i] = overlap.gap;
    }
    for (const auto& [gap, group] : best) largest_[gap] = group;
  }

  void hand_out(std::size_t number) {
    const QuestionGroup& group = groups_[number];
    GapTopic fresh{.lang = group.lang, .words = group.words, .label = group.label};
    GapTopic& topic = chosen_[number] ? topics_[*chosen_[number]] : fresh;
    for (const std::uint32_t question : group.questions)
      if (!places_[question].stays) topic.questions.push_back(question);
    if (chosen_[number] && largest_.at(*chosen_[number]) == number) {
      topic.words = group.words;
      topic.label = group.label;
    }
    if (!chosen_[number] && !fresh.questions.empty()) topics_.push_back(std::move(fresh));
  }

  void note_taken_over(const store::Gap& gap, const AskedTexts& texts) {
    GapTopic& topic = topics_[static_cast<std::size_t>(&gap - kept_.data())];
    topic.is_taken_over = is_untouched(gap) && topic.questions.empty() &&
                          std::ranges::any_of(gap.questions, [&](const store::GapMember& member) {
                            return texts.find_question(gap.lang, member.question).has_value();
                          });
  }

  const std::vector<QuestionGroup>& groups_;
  const std::vector<store::Gap>& kept_;
  const std::vector<std::uint32_t>& customers_;
  std::vector<KeptPlace> places_;                   // by question
  std::vector<std::optional<std::size_t>> chosen_;  // by group: its gap
  std::map<std::size_t, std::size_t> largest_;      // by gap: its group
  std::vector<GapTopic> topics_;
};

}  // namespace

bool is_untouched(const store::Gap& gap) {
  return gap.state == store::GapState::open && gap.version == 1;
}

std::vector<GapTopic> topics_of(const std::vector<QuestionGroup>& groups, const AskedTexts& texts,
                                const std::vector<store::Gap>& kept,
                                const std::vector<std::uint32_t>& customers) {
  return TopicMaker(groups, kept, customers).make(texts);
}

}  // namespace kb::insights
