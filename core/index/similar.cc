#include "core/index/similar.h"

#include <xapian.h>

#include <algorithm>

#include "core/index/field.h"
#include "core/index/message_words.h"
#include "core/index/passage.h"
#include "core/index/question_evidence.h"
#include "core/index/xapian_seam.h"

namespace kb::index {
namespace {

// Of the 15 nearest by all evidence, nearly all are among so many by their words.
constexpr Xapian::doccount kCandidates = 100;

using XQuery = Xapian::Query;

class SimilarSearch {
 public:
  SimilarSearch(const Generation& generation, LanguageHandle& handle, const SimilarRequest& request)
      : generation_(generation),
        handle_(handle),
        tickets_(*handle.parts().front()),
        request_(request),
        words_(message_words({request.subject, request.text}, handle.analyser,
                             [&](const text::WordForms& word) { return telling(word); })) {}

  Result<SimilarTickets> run() {
    SimilarTickets found;
    const auto ranked = this->ranked();
    std::vector<Voter> voters;
    for (std::size_t i = 0; i < std::min(kVoters, ranked.size()); ++i)
      voters.push_back({ranked[i].row->category, ranked[i].score, ranked[i].group->members.size()});
    found.topics = vote_topics(voters);
    const auto wanted = wanted_words();
    for (std::size_t i = 0; i < std::min(request_.limit, ranked.size()); ++i) {
      auto entry = this->entry(ranked[i], wanted);
      if (!entry) return fail(entry.error());
      found.tickets.push_back(std::move(*entry));
    }
    return found;
  }

 private:
  struct Ranked {
    const Row* row;
    const TicketGroup* group;
    double score;
  };

  // What no ticket has leads nowhere.
  double telling(const text::WordForms& word) const {
    if (!handle_.statistics.is_known(word, handle_.analyser.has_stemmer())) return 0;
    return tickets_.telling.stem(key_of(word).stem);
  }

  std::vector<Ranked> ranked() const {
    std::vector<Ranked> ranked;
    Xapian::Enquire enquire(handle_.xapian());
    enquire.set_query(query());
    enquire.set_weighting_scheme(bm25());
    const auto matches = enquire.get_mset(0, kCandidates);
    QuestionEvidence evidence(words_, tickets_);
    for (auto match = matches.begin(); match != matches.end(); ++match) {
      const Row& row = handle_.row_of(*match);
      const auto* group = tickets_.tickets.find(row.id);
      if (group == nullptr) continue;
      ranked.push_back({&row, group, evidence.score(Generation::record_head(tickets_, row))});
    }
    std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
      return a.score != b.score ? a.score > b.score : a.row->id < b.row->id;
    });
    return ranked;
  }

  XQuery query() const {
    std::vector<XQuery> words;
    for (const auto& word : words_.telling) words.push_back(word_query(word));
    return XQuery(XQuery::OP_OR, words.begin(), words.end());
  }

  // A word, whatever its inflection and with or without its diacritics.
  XQuery word_query(const TellingWord& word) const {
    std::vector<XQuery> forms;
    const auto add = [&](const std::string& term) {
      const double with = handle_.statistics.frequency(term);
      if (with == 0) return;
      const double by_rarity = inverse_frequency(handle_.collection.articles, with);
      forms.emplace_back(XQuery::OP_SCALE_WEIGHT, XQuery(term),
                         word.weight / std::max(by_rarity, 0.1));
    };
    const bool has_stems = handle_.analyser.has_stemmer();
    add(main_term(word.forms, has_stems));
    add(term(Field::folded, word.forms.folded));
    if (word.forms.folded_stem != word.forms.folded)
      add(term(Field::folded, word.forms.folded_stem));
    if (has_stems && word.forms.folded_stem != word.forms.stem)
      add(term(Field::stem, word.forms.folded_stem));
    return XQuery(XQuery::OP_MAX, forms.begin(), forms.end());
  }

  std::vector<WantedWord> wanted_words() const {
    std::vector<WantedWord> wanted;
    for (const auto& word : words_.telling)
      wanted.push_back({key_of(word.forms), word.weight,
                        !handle_.statistics.is_common(word.forms, handle_.analyser.has_stemmer())});
    return wanted;
  }

  Result<SimilarTicket> entry(const Ranked& ranked, const std::vector<WantedWord>& wanted) const {
    const auto record = generation_.read_record(tickets_, *ranked.row, Generation::Part::head);
    if (!record) return fail(record.error());
    const auto& tickets = tickets_.tickets.tickets();
    const auto& best = tickets[ranked.group->best];
    const auto passage = best_passage(*record, wanted);
    SimilarTicket entry;
    entry.id = ranked.row->id;
    entry.lang = tickets_.name.lang;
    entry.title = ranked.row->title;
    entry.topic = ranked.row->category;
    entry.score = ranked.score;
    entry.snippet_html = passage.snippet_html;
    entry.in_answer = passage.section.has_value();  // the question has no anchor
    const auto& sections = record->sections();
    if (!sections.empty()) entry.question = sections.front().text;
    if (sections.size() > 1) entry.answer = sections.back().text;
    entry.best = best.key;
    entry.satisfaction = best.satisfaction;
    entry.count = ranked.group->members.size();
    entry.newest = tickets[ranked.group->newest].created;
    entry.fallback = !request_.lang.empty() && entry.lang != request_.lang;
    return entry;
  }

  const Generation& generation_;
  LanguageHandle& handle_;
  const Database& tickets_;
  const SimilarRequest& request_;
  const MessageWords words_;
};

}  // namespace

Result<SimilarTickets> similar_tickets(const Generation& generation, LanguageHandle& handle,
                                       const SimilarRequest& request) {
  return SimilarSearch(generation, handle, request).run();
}

}  // namespace kb::index
