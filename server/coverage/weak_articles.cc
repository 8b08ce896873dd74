#include "server/coverage/weak_articles.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "core/store/article_flags.h"
#include "server/coverage/broken_links.h"
#include "server/coverage/site_days.h"

namespace kb {
namespace {

using index::Generation;
using insights::ArticleUse;
using insights::ArticleUses;

// What the store knows of the articles.
struct Known {
  ArticleUses use = {};
  ArticleUses before = {};
  std::map<std::string, std::int64_t, std::less<>> flags = {};  // by "pl/billing/refund"
  std::optional<std::int64_t> since = {};
};

Result<Known> read_known(const store::Store& store, const store::DayRange& days) {
  return store.read([&](store::Sql& sql) -> Result<Known> {
    auto use = insights::read_article_use(sql, days);
    if (!use) return fail(use.error());
    auto before = insights::read_article_use(sql, days_before(days));
    if (!before) return fail(before.error());
    const auto flags = store::open_flags(sql);
    if (!flags) return fail(flags.error());
    const auto since = store::first_rollup_day(sql);
    if (!since) return fail(since.error());
    Known known{std::move(*use), std::move(*before), {}, *since};
    for (const auto& flag : *flags) ++known.flags[flag.lang + "/" + flag.article];
    return known;
  });
}

ArticleUses under_current_names(const Generation& generation, const ArticleUses& uses) {
  ArticleUses renamed;
  for (const auto& [object, use] : uses) renamed[current_object(generation, object)].add(use);
  return renamed;
}

ArticleUse use_of(const ArticleUses& uses, const std::string& object) {
  const auto found = uses.find(object);
  return found == uses.end() ? ArticleUse() : found->second;
}

class Search {
 public:
  Search(const Generation& generation, Known known, const store::DayRange& days, Time now)
      : generation_(generation), known_(std::move(known)), days_(days), now_(now) {
    known_.use = under_current_names(generation, known_.use);
    known_.before = under_current_names(generation, known_.before);
    for (const auto& [object, use] : known_.use) of_language_[language_in(object)].add(use);
  }

  void look_through(const std::string& lang, WeakArticles& weak) const {
    const auto* database = generation_.database({lang});
    if (database == nullptr) return;
    for (const auto& row : database->catalogue.rows()) {
      if (row.id.empty() || !row.alive(now_) || row.kind == Kind::ticket) continue;
      weak.has_articles = true;
      auto article = examined(lang, {database, &row});
      if (!article.findings.empty()) weak.articles.push_back(std::move(article));
    }
  }

 private:
  static std::string language_in(std::string_view object) {
    return std::string(object.substr(0, object.find('/')));
  }

  WeakArticle examined(const std::string& lang, const Generation::Found& found) const {
    const auto& row = *found.row;
    WeakArticle article{.lang = lang,
                        .id = row.id,
                        .title = row.title,
                        .category = row.category,
                        .owner = row.owner,
                        .kind = row.kind,
                        .updated = row.updated,
                        .broken_links = broken_links(generation_, found, now_)};
    const auto object = article.object();
    insights::HealthWish wish{.use = use_of(known_.use, object),
                              .before = use_of(known_.before, object),
                              .others = others_than(lang, object),
                              .broken_links = std::ssize(article.broken_links),
                              .is_findable = !row.unlisted};
    if (row.updated)
      wish.age_days = std::chrono::floor<std::chrono::days>(now_ - *row.updated).count();
    if (known_.since) wish.known_days = days_.to - *known_.since + 1;
    if (const auto flags = known_.flags.find(object); flags != known_.flags.end())
      wish.flags = flags->second;
    article.readers = wish.use.visitors;
    article.findings = insights::article_health(wish);
    return article;
  }

  ArticleUse others_than(const std::string& lang, const std::string& object) const {
    auto others = use_of(of_language_, lang);
    const auto own = use_of(known_.use, object);
    others.reads -= own.reads;
    others.went_to_contact -= own.went_to_contact;
    return others;
  }

  const Generation& generation_;
  Known known_;
  ArticleUses of_language_;
  const store::DayRange days_;
  const Time now_;
};

}  // namespace

Result<WeakArticles> weak_articles(const HelpCenter& center, const store::Store& store) {
  const auto now = center.clock.now();
  const auto days = last_days(center.config, now, insights::kHealthDays);
  if (!days) return fail(days.error());
  auto known = read_known(store, *days);
  if (!known) return fail(known.error());
  WeakArticles weak{.days = *days, .counted_since = known->since};
  const auto generation = center.searchers.generation();
  if (!generation) return weak;
  const Search search(*generation, std::move(*known), *days, now);
  for (const auto& lang : generation->languages()) search.look_through(lang, weak);
  std::ranges::sort(weak.articles, [](const WeakArticle& a, const WeakArticle& b) {
    return std::tuple(-a.readers, -std::ssize(a.findings), a.object()) <
           std::tuple(-b.readers, -std::ssize(b.findings), b.object());
  });
  return weak;
}

void keep_chosen(const WeakFilter& filter, WeakArticles& weak) {
  std::erase_if(weak.articles, [&](const WeakArticle& article) {
    const bool has_reason =
        !filter.reason || std::ranges::any_of(article.findings, [&](const auto& finding) {
          return finding.reason == *filter.reason;
        });
    return !has_reason || (!filter.lang.empty() && article.lang != filter.lang) ||
           (!filter.category.empty() && article.category != filter.category);
  });
}

}  // namespace kb
