#include "core/insights/gaps/find_gaps.h"

#include <algorithm>
#include <functional>
#include <future>
#include <iterator>
#include <map>
#include <set>
#include <tuple>

#include "core/base/date.h"
#include "core/insights/gaps/asked_log.h"
#include "core/insights/gaps/asked_words.h"
#include "core/insights/gaps/diagnosis.h"
#include "core/insights/gaps/gap_figures.h"
#include "core/insights/gaps/gap_links.h"
#include "core/insights/gaps/gap_texts.h"
#include "core/insights/gaps/gap_topics.h"
#include "core/insights/gaps/linked_diagnosis.h"
#include "core/insights/gaps/question_groups.h"
#include "core/insights/gaps/synonym_proposals.h"

namespace kb::insights {
namespace {

using store::GapState;

constexpr std::size_t kMostGaps = 500;  // that nobody works on yet; the others are told beside
constexpr std::size_t kMostMembers = 200;
constexpr std::size_t kMostTickets = 50;
constexpr std::size_t kMostNotes = 20;
constexpr std::int64_t kLeastHistory = 7;  // days before the period that make "new" mean something

using FutureSynonyms = std::shared_future<std::vector<SynonymProposal>>;  // none before a read()

Time time_of(std::int64_t day) {
  return Time(std::chrono::hours(24 * day));
}

// A topic that is told, with what is known of it so far.
struct Candidate {
  const GapTopic* topic = nullptr;
  std::vector<const Asking*> askings = {};
  GapFigures figures = {};
  GapTrend trend = GapTrend::steady;
  double rank = 0;

  bool is_worked_on() const { return topic->kept != nullptr && !is_untouched(*topic->kept); }
};

// Newest first; numbers of one helpdesk by their length, as they are counted up.
std::vector<std::string> tickets_of(const Asked& asked, const Candidate& candidate,
                                    const GapWindow& window) {
  std::map<std::uint32_t, std::int32_t> days;
  for (const Asking* asking : candidate.askings)
    if (asking->ticket != kNothing && asking->failures != 0 && asking->day >= window.from &&
        asking->day < window.until)
      days[asking->ticket] = std::max(days[asking->ticket], asking->day);
  std::vector<std::tuple<std::int32_t, std::size_t, std::string>> sorted;
  for (const auto& [ticket, day] : days)
    sorted.emplace_back(day, asked.tickets[ticket].size(), asked.tickets[ticket]);
  std::ranges::sort(sorted, std::ranges::greater());
  std::vector<std::string> tickets;
  for (auto& [day, size, ticket] : sorted) tickets.push_back(std::move(ticket));
  return tickets;
}

// A report in the making: all of one moment.
class ReportMaker {
 public:
  ReportMaker(const GapFinder::Parts& parts, const AskedLog& log, const AskedWords& words,
              const GapWindow& window, const std::vector<GapTopic>& topics)
      : parts_(parts),
        log_(log),
        asked_(log.asked()),
        words_(words),
        window_(window),
        topics_(topics) {}

  Result<GapReport> make(ArticleFinder& articles, const FutureSynonyms& synonyms, Time now) {
    begin(now);
    hand_out_askings();
    choose();
    if (synonyms.valid()) note_synonyms(synonyms.get());
    for (const Candidate& candidate : chosen_) {
      auto gap = gap_of(candidate, articles);
      if (!gap) return fail(gap.error());
      report_.gaps.push_back(std::move(*gap));
    }
    link_languages(report_.gaps);
    diagnose_by_links(report_.gaps, articles);
    return std::move(report_);
  }

 private:
  void begin(Time now) {
    report_.period = {time_of(window_.from), time_of(window_.until)};
    report_.made = now;
    report_.time_zone = parts_.calendar.zone();
    report_.shown_from = parts_.insights.shown_from;
    report_.cost_per_ticket = parts_.insights.cost_per_ticket;
    report_.currency = parts_.insights.currency;
    report_.filtered = log_.filtered({window_.from, window_.until - 1});
    const auto first = log_.first_day();
    report_.is_known = first && *first < window_.until;
    if (!report_.is_known)
      report_.notes.emplace_back("there are no events of this period yet");
    else if (!window_.knows_before)
      report_.notes.push_back("events begin on " + iso_date(time_of(*first)) +
                              ": what rises or fades is told once they reach back over the period "
                              "before this one");
  }

  void note_synonyms(std::vector<SynonymProposal> synonyms) {
    report_.synonyms = std::move(synonyms);
    for (const SynonymProposal& proposal : report_.synonyms)
      synonyms_[proposal.lang].push_back(proposal);
  }

  void hand_out_askings() {
    topic_of_.assign(asked_.questions.size(), kNothing);
    for (std::size_t i = 0; i < topics_.size(); ++i)
      for (const std::uint32_t question : topics_[i].questions)
        topic_of_[question] = static_cast<std::uint32_t>(i);
    askings_.resize(topics_.size());
    for (const Asking& asking : asked_.askings) {
      if (asking.day < window_.before || asking.day >= window_.until) continue;
      if (asking.day >= window_.from) ++report_.askings;
      if (const auto topic = topic_of_[asking.question]; topic != kNothing)
        askings_[topic].push_back(&asking);
    }
  }

  void choose() {
    std::vector<Candidate> waiting;
    for (std::size_t i = 0; i < topics_.size(); ++i) {
      Candidate candidate = candidate_of(topics_[i], std::move(askings_[i]));
      if (is_told(candidate))
        (candidate.is_worked_on() ? chosen_ : waiting).push_back(std::move(candidate));
    }
    sort_by_rank(waiting);
    if (waiting.size() > kMostGaps) {
      report_.notes.push_back(std::to_string(waiting.size() - kMostGaps) +
                              " more gaps that affect fewer customers are not listed");
      waiting.resize(kMostGaps);
    }
    std::ranges::move(waiting, std::back_inserter(chosen_));
    sort_by_rank(chosen_);
  }

  void sort_by_rank(std::vector<Candidate>& candidates) const {
    std::ranges::sort(candidates, [this](const Candidate& a, const Candidate& b) {
      if (a.rank != b.rank) return a.rank > b.rank;
      return std::make_tuple(std::cref(a.topic->lang), first_text(a)) <
             std::make_tuple(std::cref(b.topic->lang), first_text(b));
    });
  }

  // Of what was asked alike, the order must not hang on numbers that depend on which day was read
  // first.
  std::string first_text(const Candidate& candidate) const {
    std::string first;
    for (const std::uint32_t question : candidate.topic->questions)
      if (first.empty() || asked_.questions[question].text < first)
        first = asked_.questions[question].text;
    return first;
  }

  Candidate candidate_of(const GapTopic& topic, std::vector<const Asking*> askings) const {
    Candidate candidate{.topic = &topic, .askings = std::move(askings)};
    candidate.figures = figures_of(candidate.askings, window_);
    candidate.trend = trend_of(candidate.figures, window_, is_new(candidate));
    candidate.rank = rank_of(candidate.figures, candidate.trend);
    return candidate;
  }

  bool is_new(const Candidate& candidate) const {
    const store::Gap* kept = candidate.topic->kept;
    if (kept && parts_.calendar.day_of(kept->created) < window_.from) return false;
    return std::ranges::none_of(candidate.askings,
                                [&](const Asking* asking) { return asking->day < window_.from; }) &&
           std::ranges::none_of(candidate.topic->questions,
                                [&](std::uint32_t question) { return log_.is_old(question); });
  }

  bool is_told(const Candidate& candidate) const {
    const int least = parts_.gaps.least_customers;
    const store::Gap* kept = candidate.topic->kept;
    if (kept == nullptr) return is_gap(candidate.figures, least);
    if (kept->state == GapState::wont_fix)
      return candidate.trend == GapTrend::rising && is_gap(candidate.figures, least);
    if (kept->state == GapState::verified) return fails_again(candidate, *kept);
    if (candidate.topic->is_taken_over) return false;
    return !is_untouched(*kept) || is_gap(candidate.figures, least) ||
           candidate.figures.customers_before >= least;
  }

  bool fails_again(const Candidate& candidate, const store::Gap& gap) const {
    if (!gap.verified) return false;
    GapWindow since = window_;
    since.from = std::clamp(parts_.calendar.day_of(*gap.verified) + 1, window_.from, window_.until);
    return is_gap(figures_of(candidate.askings, since), parts_.gaps.least_customers);
  }

  Result<FoundGap> gap_of(const Candidate& candidate, ArticleFinder& articles) {
    const GapTopic& topic = *candidate.topic;
    const GapFigures& figures = candidate.figures;
    FoundGap gap{.id = topic.kept ? topic.kept->id : 0, .lang = topic.lang};
    gap.customers = figures.customers;
    if (window_.knows_before) gap.customers_before = figures.customers_before;
    gap.failures = figures.failures;
    gap.trend = candidate.trend;
    gap.by_day = figures.by_day;
    gap.tickets = tickets_of(asked_, candidate, window_);
    gap.ticket_count = static_cast<std::int64_t>(gap.tickets.size());
    if (gap.tickets.size() > kMostTickets) gap.tickets.resize(kMostTickets);
    gap.cost = static_cast<double>(gap.ticket_count) * parts_.insights.cost_per_ticket;

    GapTexts texts =
        texts_of({asked_, topic, candidate.askings, window_}, parts_.insights.shown_from);
    gap.label = std::move(texts.label);
    if (topic.kept && topic.kept->is_named) gap.label = topic.kept->label;
    gap.words = std::move(texts.words);
    gap.questions = std::move(texts.shown);
    gap.hidden_questions = texts.hidden;
    gap.members = members_of(topic, texts.questions);
    if (auto done = add_diagnosis(gap, candidate, texts.questions, articles); !done)
      return fail(done.error());
    gap.notes = notes_of(gap, topic);
    if (gap.label.empty() && topic.kept) gap.label = topic.kept->label;
    return gap;
  }

  // By which it is known again; `asked` are those of the period, the most asked first.
  std::vector<std::string> members_of(const GapTopic& topic,
                                      const std::vector<std::uint32_t>& asked) const {
    std::vector<std::uint32_t> chosen = asked;
    if (chosen.size() < kMostMembers) {
      const std::set<std::uint32_t> known(asked.begin(), asked.end());
      std::ranges::copy_if(topic.questions, std::back_inserter(chosen),
                           [&](std::uint32_t question) { return !known.contains(question); });
    }
    if (chosen.size() > kMostMembers) chosen.resize(kMostMembers);
    std::vector<std::string> members;
    for (const std::uint32_t question : chosen) members.push_back(asked_.questions[question].text);
    std::ranges::sort(members);
    return members;
  }

  Result<void> add_diagnosis(FoundGap& gap, const Candidate& candidate,
                             const std::vector<std::uint32_t>& questions, ArticleFinder& articles) {
    ClusterFacts facts{.asked = asked_, .words = words_, .lang = gap.lang, .questions = questions};
    for (const Asking* asking : candidate.askings)
      if (asking->day >= window_.from) facts.askings.push_back(asking);
    if (const auto found = synonyms_.find(gap.lang); found != synonyms_.end())
      facts.synonyms = found->second;
    auto diagnosed = diagnose(facts, articles);
    if (!diagnosed) return fail(diagnosed.error());
    gap.diagnosis = diagnosed->diagnosis;
    gap.reasons = std::move(diagnosed->reasons);
    gap.articles = std::move(diagnosed->articles);
    gap.category = std::move(diagnosed->category);
    gap.synonym = std::move(diagnosed->synonym);
    return {};
  }

  // What was said about its questions, and of no question about its articles.
  std::vector<std::string> notes_of(const FoundGap& gap, const GapTopic& topic) const {
    const auto number = static_cast<std::uint32_t>(&topic - topics_.data());
    std::set<std::string> near;
    for (const GapArticle& article : gap.articles) near.insert(article.lang + "/" + article.id);
    std::vector<const AskedNote*> found;
    for (const AskedNote& note : asked_.notes) {
      if (note.text.empty() || note.day < window_.from || note.day >= window_.until) continue;
      const bool is_of_gap = note.question != kNothing
                                 ? topic_of_[note.question] == number
                                 : near.contains(asked_.articles[note.article]);
      if (is_of_gap) found.push_back(&note);
    }
    std::ranges::sort(found, [](const AskedNote* a, const AskedNote* b) {
      return std::tie(b->day, a->text) < std::tie(a->day, b->text);
    });
    std::vector<std::string> notes;
    for (const AskedNote* note : found)
      if (notes.size() < kMostNotes && std::ranges::find(notes, note->text) == notes.end())
        notes.push_back(note->text);
    return notes;
  }

  const GapFinder::Parts& parts_;
  const AskedLog& log_;
  const Asked& asked_;
  const AskedWords& words_;
  const GapWindow window_;
  const std::vector<GapTopic>& topics_;
  GapReport report_;
  std::map<std::string, std::vector<SynonymProposal>> synonyms_;  // by language
  std::vector<std::uint32_t> topic_of_;                           // by question
  std::vector<std::vector<const Asking*>> askings_;               // by topic
  std::vector<Candidate> chosen_;
};

}  // namespace

class GapFinder::Impl {
 public:
  explicit Impl(Parts parts)
      : parts_(std::move(parts)),
        log_(parts_.calendar, parts_.redact, parts_.is_ending),
        groups_(parts_.grouping ? parts_.grouping : grouping_by_meaning(stemmers_)) {}

  Result<void> read(store::Sql& sql, Time now) {
    if (synonyms_.valid()) synonyms_.wait();  // they are looked for in the log
    const GapWindow window = window_at(now);
    if (auto done = log_.read(sql, {window.before, window.until - 1}); !done) return done;
    if (log_.generation() != words_of_) words_ = AskedWords();
    words_of_ = log_.generation();
    words_.read(log_.asked().questions);
    synonyms_ = std::async(std::launch::async, synonym_proposals, std::cref(log_.asked()),
                           std::cref(words_), parts_.insights.shown_from);
    groups_.update(log_.asked(), log_.generation());
    return {};
  }

  Result<GapReport> report(ArticleFinder& articles, const std::vector<store::Gap>& kept, Time now) {
    const auto topics = topics_of(groups_.all(), log_.texts(), kept, groups_.customers());
    return ReportMaker(parts_, log_, words_, window_at(now), topics).make(articles, synonyms_, now);
  }

  Share failures_of(const store::Gap& gap, std::int64_t from_day, std::int64_t until_day) const {
    const Asked& asked = log_.asked();
    std::vector<bool> is_of_gap(asked.questions.size());
    for (const store::GapMember& member : gap.questions)
      if (const auto question = log_.texts().find_question(gap.lang, member.question))
        is_of_gap[*question] = true;
    Share failures;
    for (const Asking& asking : asked.askings)
      if (asking.day >= from_day && asking.day < until_day && is_of_gap[asking.question])
        failures.add(asking.failures != 0);
    return failures;
  }

 private:
  // Today is within: what was published this morning shows this afternoon.
  GapWindow window_at(Time now) const {
    const std::int64_t today = parts_.calendar.day_of(now);
    const std::int64_t days = std::max(1, parts_.gaps.days);
    GapWindow window{.before = today + 1 - 2 * days, .from = today + 1 - days, .until = today + 1};
    if (const auto first = log_.first_day()) {
      window.knows_before = *first <= window.before;
      window.knows_history = *first + kLeastHistory <= window.from;
    }
    return window;
  }

  const Parts parts_;
  text::Stemmers stemmers_;
  AskedLog log_;
  AskedWords words_;
  int words_of_ = 0;  // the log's generation
  QuestionGroups groups_;
  FutureSynonyms synonyms_;  // the last member: it reads the others until it is there
};

GapFinder::GapFinder(Parts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}
GapFinder::~GapFinder() = default;

Result<void> GapFinder::read(store::Sql& sql, Time now) {
  return impl_->read(sql, now);
}

Result<GapReport> GapFinder::report(ArticleFinder& articles, const std::vector<store::Gap>& kept,
                                    Time now) {
  return impl_->report(articles, kept, now);
}

Share GapFinder::failures_of(const store::Gap& gap, std::int64_t from_day,
                             std::int64_t until_day) const {
  return impl_->failures_of(gap, from_day, until_day);
}

}  // namespace kb::insights
