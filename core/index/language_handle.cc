#include "core/index/language_handle.h"

#include <xapian.h>

#include <algorithm>

#include "core/index/field.h"

namespace kb::index {

LanguageHandle::LanguageHandle(std::vector<const Database*> databases, const std::string& lang,
                               const Vocabulary* team_vocabulary, text::Stemmers& stemmers)
    : analyser(lang, stemmers),
      statistics(databases),
      parts_(std::move(databases)),
      xapian_(std::make_unique<Xapian::Database>()) {
  double words = 0;
  for (const auto* part : parts_) {
    xapian_->add_database(Xapian::Database(part->folder.string()));
    lexicons.push_back(&part->lexicon);
    for (const auto& row : part->catalogue.rows()) {
      has_dates_ |= row.expires_at.has_value();
      words += row.word_count;
    }
  }
  collection.articles = statistics.documents();
  collection.average_words = words / std::max(1.0, collection.articles);
  if (team_vocabulary != nullptr)
    vocabulary = std::make_unique<const VocabularyMatcher>(*team_vocabulary, analyser);
}

LanguageHandle::~LanguageHandle() = default;

LanguageHandle::Number LanguageHandle::document_of(const Database& part, const Row& row) const {
  const auto number =
      static_cast<std::size_t>(std::find(parts_.begin(), parts_.end(), &part) - parts_.begin());
  const auto place = static_cast<std::size_t>(&row - part.catalogue.rows().data());
  return static_cast<Number>(place * parts_.size() + number + 1);
}

LanguageHandle::Number LanguageHandle::number_within_match(const Xapian::Document& document) const {
  Number part = 0;
  if (parts_.size() > 1)
    if (const auto name = document.get_value(kAudienceSlot); !name.empty())
      while (part + 1 < parts_.size() && part_name(parts_[part]->name.audience) != name) ++part;
  return (document.get_docid() - 1) * static_cast<Number>(parts_.size()) + part + 1;
}

bool LanguageHandle::is_replaced(const Database& part, const std::string& id) const {
  return std::any_of(parts_.begin(), parts_.end(), [&](const Database* other) {
    return other->name.audience > part.name.audience && other->catalogue.find(id) != nullptr;
  });
}

}  // namespace kb::index
