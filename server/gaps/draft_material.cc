#include "server/gaps/draft_material.h"

#include <algorithm>
#include <set>

#include "core/article/translation.h"
#include "core/base/durable_file.h"
#include "core/index/coverage.h"
#include "core/insights/gaps/diagnosis.h"
#include "core/insights/gaps/gap_links.h"
#include "core/store/ticket_table.h"
#include "core/text/analyser.h"
#include "core/text/slug.h"
#include "server/agent/article_draft.h"
#include "server/agent/redaction.h"
#include "server/agent/telling_words.h"
#include "server/gaps/gap_board.h"
#include "server/writer/source_place.h"

namespace kb {
namespace {

using index::Generation;
using insights::Diagnosis;
using insights::FoundGap;
using insights::GapArticle;

constexpr std::size_t kMostKeywords = 6;
constexpr std::size_t kMostAnswers = 4;
constexpr std::size_t kLookedAt = 12;  // similar tickets
// A ticket with such a share of a question's telling words asks it: two of three, not one of two.
constexpr double kAsks = 0.6;
constexpr std::size_t kMostOutlines = 3;
constexpr std::size_t kRevisionDigits = 12;

std::string key_of(const GapArticle& article) {
  return article.lang + "/" + article.id;
}

// ---- Articles that are near

Result<std::vector<GapArticle>> nearest_articles(const StaffRequest& staff, const store::Gap& gap,
                                                 const std::optional<FoundGap>& found) {
  if (found && !found->articles.empty()) return found->articles;
  std::vector<GapArticle> articles;
  auto searcher = staff.center.searchers.lease();
  if (!searcher) return articles;
  const auto hits = searcher->search({.text = gap.label,
                                      .lang = gap.lang,
                                      .fallbacks = staff.center.config.fallbacks_of(gap.lang),
                                      .limit = kMostOutlines,
                                      .now = staff.center.clock.now()});
  if (!hits) return fail(hits.error());
  text::Stemmers stemmers;
  index::Coverage coverage(searcher->generation(), stemmers);
  for (const auto& hit : hits->hits) {
    const bool fits = coverage.of(gap.label, hit.lang, hit.id) >= insights::kFits;
    articles.push_back({hit.lang, hit.id, hit.title, fits ? 1.0 : 0.0});
  }
  return articles;
}

Result<void> add_outlines(const Generation& generation, const std::vector<GapArticle>& articles,
                          GapDraft& draft) {
  for (const auto& article : articles) {
    if (draft.outlines.size() == kMostOutlines) return {};
    const auto found = generation.find(article.lang, article.id, Audience::everyone);
    if (!found) continue;
    const auto record =
        generation.read_record(*found->database, *found->row, Generation::Part::head);
    if (!record) return fail(record.error());
    GapDraft::Outline outline{key_of(article), found->row->title};
    for (const auto& section : record->sections())
      if (!section.title.empty())
        outline.headings.push_back({std::string(section.title), section.level});
    draft.outlines.push_back(std::move(outline));
  }
  return {};
}

// Of the article that it is about; of one that is merely near it would be a guess.
std::string category_of(const Generation* generation, const std::vector<GapArticle>& articles) {
  if (generation == nullptr || subject_of(FoundGap{.articles = articles}).empty()) return {};
  const auto& nearest = articles.front();
  const auto found = generation->find(nearest.lang, nearest.id, Audience::everyone);
  return found ? found->row->category : std::string();
}

// ---- What support answered

// What the gap asks, by the telling words of each of its questions.
class DraftQuestions {
 public:
  DraftQuestions(const std::vector<std::string>& questions, const std::string& lang,
                 const Generation& generation)
      : analyser_(lang, stemmers_) {
    for (const auto& question : questions) {
      Stems stems;
      for (const auto& word : telling_words(question, lang, generation, kMostKeywords))
        stems.merge(stems_of(word));
      if (!stems.empty()) questions_.push_back(std::move(stems));
    }
  }

  bool are_asked_in(std::string_view message) {
    const auto said = stems_of(message);
    return std::ranges::any_of(questions_, [&](const Stems& question) {
      const auto shared =
          std::ranges::count_if(question, [&](const auto& stem) { return said.contains(stem); });
      return static_cast<double>(shared) >= kAsks * static_cast<double>(question.size());
    });
  }

 private:
  using Stems = std::set<std::string>;

  Stems stems_of(std::string_view text) {
    Stems stems;
    for (const auto& word : analyser_.analyse(text)) stems.insert(word.forms->folded_stem);
    return stems;
  }

  text::Stemmers stemmers_;
  text::Analyser analyser_;
  std::vector<Stems> questions_;
};

// Of the gap's own tickets, then of those that ask about the same.
Result<std::vector<GapDraft::Answer>> answers_of_tickets(const StaffRequest& staff,
                                                         const std::vector<std::string>& keys) {
  return staff.store.read([&](store::Sql& sql) -> Result<std::vector<GapDraft::Answer>> {
    std::vector<GapDraft::Answer> answers;
    for (const auto& key : keys) {
      const auto slash = key.find('/');
      if (slash == key.npos || answers.size() == kMostAnswers) continue;
      auto ticket = store::find_ticket(sql, key.substr(0, slash), key.substr(slash + 1));
      if (!ticket) return fail(ticket.error());
      if (*ticket && is_answer(**ticket))
        answers.push_back({key, std::move((*ticket)->question), std::move((*ticket)->answer)});
    }
    return answers;
  });
}

Result<void> add_similar_tickets(const StaffRequest& staff, const store::Gap& gap,
                                 std::vector<std::string> questions,
                                 std::vector<GapDraft::Answer>& answers) {
  auto searcher = staff.center.searchers.lease();
  if (!searcher || answers.size() >= kMostAnswers) return {};
  questions.insert(questions.begin(), gap.label);
  std::string text;
  for (const auto& question : questions) text += question + "\n";
  auto similar = searcher->similar(
      {.text = text, .lang = gap.lang, .limit = kLookedAt, .audience = Audience::agents});
  if (!similar) return fail(similar.error());
  DraftQuestions asked(questions, gap.lang, searcher->generation());
  for (auto& ticket : similar->tickets) {
    if (answers.size() == kMostAnswers) break;
    const bool is_known =
        std::ranges::find(answers, ticket.best, &GapDraft::Answer::ticket) != answers.end();
    if (!is_known && !ticket.answer.empty() &&
        asked.are_asked_in(ticket.title + "\n" + ticket.question))
      answers.push_back({ticket.best, std::move(ticket.question), std::move(ticket.answer)});
  }
  return {};
}

Result<void> redact(const StaffRequest& staff, const std::string& lang,
                    std::vector<GapDraft::Answer>& answers) {
  std::vector<std::string> texts;
  for (const auto& answer : answers) {
    texts.push_back(answer.question);
    texts.push_back(answer.answer);
  }
  auto redacted = without_personal_data(staff.center.config.redact, texts, lang);
  if (!redacted) return fail(redacted.error());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    answers[i].question = std::move((*redacted)[2 * i]);
    answers[i].answer = std::move((*redacted)[2 * i + 1]);
  }
  return {};
}

// ---- The original of a translation

const GapArticle* original_of(const store::Gap& gap, const std::optional<FoundGap>& found) {
  if (!found || found->diagnosis != Diagnosis::missing_in_language) return nullptr;
  const auto original = std::ranges::find_if(
      found->articles, [&](const auto& article) { return article.lang != gap.lang; });
  return original == found->articles.end() ? nullptr : &*original;
}

// The Markdown of an article, where its file lies in a source; else nothing.
std::string markdown_of(const Config& config, const GapArticle& article) {
  for (const auto& source : config.sources) {
    if (source.kind == SourceKind::tickets) continue;
    const auto file =
        place_beside(source, config.site.default_language, article.lang, article.id, article.id);
    if (!file) continue;
    auto text = read_file(*file);
    if (!text) text = read_file(file->string() + "x");
    return text ? std::string(without_front_matter(*text)) : std::string();
  }
  return {};
}

void begin_translation(const HelpCenter& center, const Generation& generation,
                       const GapArticle& original, GapDraft& draft) {
  const auto found = generation.find(original.lang, original.id, Audience::everyone);
  if (!found) return;
  draft.facts.title = found->row->title;
  draft.facts.category = found->row->category;
  draft.facts.source_revision = revision_text(found->row->revision).substr(0, kRevisionDigits);
  draft.id = original.id;
  draft.original = key_of(original);
  draft.original_text = markdown_of(center.config, original);
}

std::string id_of(const std::string& category, const std::string& title) {
  const auto slug = text::slug(title);
  const auto name = slug.empty() ? std::string("draft") : slug;
  return is_plain_id(category) ? category + "/" + name : name;
}

std::vector<std::string> keywords_of(const store::Gap& gap, const std::optional<FoundGap>& found,
                                     const Generation* generation) {
  if (found && !found->words.empty()) return found->words;
  if (generation == nullptr) return {};
  return telling_words(gap.label, gap.lang, *generation, kMostKeywords);
}

}  // namespace

std::optional<FoundGap> found_gap(const HelpCenter& center, std::int64_t id) {
  const auto report = center.gaps ? center.gaps->report() : nullptr;
  if (!report) return std::nullopt;
  const auto found = std::ranges::find(report->gaps, id, &FoundGap::id);
  if (found == report->gaps.end()) return std::nullopt;
  return *found;
}

std::optional<GapDraft> translation_draft(const StaffRequest& staff, const GapArticle& original,
                                          const std::string& lang) {
  const auto generation = staff.center.searchers.generation();
  GapDraft draft{.lang = lang};
  draft.facts = {.updated = staff.center.clock.now(), .owner = staff.identity.name, .draft = true};
  if (generation) begin_translation(staff.center, *generation, original, draft);
  if (draft.original.empty()) return std::nullopt;
  return draft;
}

Result<GapDraft> draft_for(const StaffRequest& staff, const store::Gap& gap,
                           const std::optional<FoundGap>& found) {
  const auto generation = staff.center.searchers.generation();
  const auto articles = nearest_articles(staff, gap, found);
  if (!articles) return fail(articles.error());

  GapDraft draft{.lang = gap.lang};
  draft.facts = {.title = draft_title(gap.label),
                 .category = category_of(generation.get(), *articles),
                 .keywords = keywords_of(gap, found, generation.get()),
                 .updated = staff.center.clock.now(),
                 .owner = gap.owner.empty() ? staff.identity.name : gap.owner,
                 .draft = true};
  draft.id = id_of(draft.facts.category, draft.facts.title);
  if (found) {
    for (const auto& question : found->questions) draft.questions.push_back(question.text);
    draft.hidden_questions = found->hidden_questions;
  } else {
    draft.questions.push_back(gap.label);
  }
  auto answers = answers_of_tickets(staff, found ? found->tickets : std::vector<std::string>());
  if (!answers) return fail(answers.error());
  if (auto added = add_similar_tickets(staff, gap, draft.questions, *answers); !added)
    return fail(added.error());
  if (auto done = redact(staff, gap.lang, *answers); !done) return fail(done.error());
  draft.answers = std::move(*answers);
  if (!generation) return draft;
  if (auto added = add_outlines(*generation, *articles, draft); !added) return fail(added.error());
  if (const auto* original = original_of(gap, found))
    begin_translation(staff.center, *generation, *original, draft);
  return draft;
}

}  // namespace kb
