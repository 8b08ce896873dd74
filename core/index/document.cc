#include "core/index/document.h"

#include <xapian.h>

#include "core/index/field.h"

namespace kb::index {
namespace {

using text::Word;
using text::WordForms;

// Collects the words of all parts of an article before they become terms: a word that occurs ten
// times is looked up in the document once. Positions are not among the terms: the record has them
// (phrase_match.h), and without them indexing takes a third less time.
class TermCollector {
 public:
  // What the analyser has just found, and what it is when written together.
  void add(const std::vector<Word>& words, const text::Analyser& analyser, unsigned weight) {
    for (const auto& word : words) counts_[word.forms] += weight;
    for (const auto& word : analyser.joined()) counts_[word.forms] += weight;
  }

  // Only by what the words mean, not by how they are written.
  void add_meaning(const std::vector<Word>& words, unsigned weight) {
    for (const auto& word : words) meanings_[word.forms] += weight;
  }

  void write_to(Xapian::Document& document, bool with_stems) const {
    for (const auto& [forms, count] : meanings_)
      document.add_term(
          with_stems ? term(Field::stem, forms->stem) : term(Field::word, forms->surface), count);
    for (const auto& [forms, count] : counts_) {
      document.add_term(term(Field::word, forms->surface), count);
      if (with_stems) document.add_term(term(Field::stem, forms->stem), count);
      if (forms->folded != forms->surface)
        document.add_term(term(Field::folded, forms->folded), count);
      if (forms->folded_stem != forms->stem && forms->folded_stem != forms->folded)
        document.add_term(term(Field::folded, forms->folded_stem), count);
    }
  }

 private:
  std::unordered_map<const WordForms*, unsigned> counts_;
  std::unordered_map<const WordForms*, unsigned> meanings_;
};

}  // namespace

PreparedArticle::PreparedArticle() = default;
PreparedArticle::PreparedArticle(PreparedArticle&&) noexcept = default;
PreparedArticle& PreparedArticle::operator=(PreparedArticle&&) noexcept = default;
PreparedArticle::~PreparedArticle() = default;

PreparedArticle prepare(const Article& article, text::Analyser& analyser) {
  analyser.trim();
  PreparedArticle ready;
  RecordWriter record;
  TermCollector terms;
  std::size_t words_in_text = 0;

  const auto article_title = analyser.analyse(article.facts.title);
  terms.add(article_title, analyser, kTitleWeight);
  const auto add_all = [&](const std::vector<std::string>& labels, unsigned weight) {
    for (const auto& label : labels) {
      const auto& words = analyser.analyse(label);
      terms.add(words, analyser, weight);
      record.add_label(words);
    }
  };
  add_all(article.facts.keywords, kKeywordWeight);
  add_all(article.facts.tags, kTagWeight);
  if (!article.facts.summary_is_lead) add_all({article.facts.summary}, kSummaryWeight);
  const bool is_ticket = article.kind == Kind::ticket;
  for (const auto& section : article.body.sections) {
    const bool is_question = &section == article.body.sections.data();
    const auto title_words = analyser.analyse(section.title);
    terms.add(title_words, analyser, kHeadingWeight);
    const auto& words = analyser.analyse(section.text);
    if (!is_ticket)
      terms.add(words, analyser, kBodyWeight);
    else if (is_question)
      terms.add(words, analyser, kQuestionWeight);
    else
      terms.add_meaning(words, kBodyWeight);
    // The article's title speaks for its beginning.
    record.add_section(section, section.anchor.empty() ? article_title : title_words, words);
    words_in_text += words.size();
  }

  auto bytes = record.finish(article);
  ready.row.id = article.id;
  ready.row.title = article.facts.title;
  ready.row.category = article.facts.category;
  ready.row.owner = article.facts.owner;
  ready.row.kind = article.kind;
  ready.row.unlisted = article.facts.unlisted;
  ready.row.order = article.facts.order;
  ready.row.updated = article.facts.updated;
  ready.row.publish_at = article.facts.publish_at;
  ready.row.expires_at = article.facts.expires_at;
  ready.row.revision = article.revision;
  ready.row.source_revision = article.facts.source_revision;
  ready.row.applies_to = article.facts.applies_to;
  ready.row.files = article.body.files;
  ready.row.redirect_from = article.facts.redirect_from;
  ready.row.stage = article.facts.stage;
  ready.row.contexts = article.facts.contexts;
  ready.row.section_count = static_cast<std::uint32_t>(article.body.sections.size());
  ready.row.word_count = static_cast<std::uint32_t>(words_in_text);
  ready.row.record_size = static_cast<std::uint32_t>(bytes.all.size());
  ready.row.record_head_size = bytes.head_size;
  ready.record = std::move(bytes.all);
  if (!article.facts.unlisted) {
    ready.terms = std::make_unique<Xapian::Document>();
    terms.write_to(*ready.terms, analyser.has_stemmer());
    ready.terms->add_boolean_term(term(Field::id, article.id));
    ready.terms->add_boolean_term(term(Field::category, article.facts.category));
  }
  return ready;
}

}  // namespace kb::index
