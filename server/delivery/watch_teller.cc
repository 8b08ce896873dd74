#include "server/delivery/watch_teller.h"

#include <algorithm>

#include "core/insights/search_intents.h"
#include "core/store/deliveries.h"
#include "server/delivery/mail_link.h"
#include "server/delivery/watch_mail.h"

namespace kb {
namespace {

using store::AnswerWatch;

constexpr std::size_t kMostAnswers = 3;
constexpr std::chrono::days kLongestWatch{365};

Result<void> forget(store::Store& store, const AnswerWatch& watch) {
  return store.write([&](store::Sql& sql) { return store::remove_watch(sql, watch.id); });
}

Result<void> tell(store::Sql& sql, const MailMessage& mail, const AnswerWatch& watch) {
  const auto added = store::add_delivery(sql, {.key = mail.id,
                                               .kind = store::DeliveryKind::mail,
                                               .target = mail.to,
                                               .payload = to_wire(mail),
                                               .created = mail.date,
                                               .next = mail.date});
  if (!added) return fail(added.error());
  return store::remove_watch(sql, watch.id);
}

bool asks_about(const AnswerWatch& watch, const store::Gap& gap) {
  return !watch.query.empty() && watch.lang == gap.lang &&
         std::ranges::find(gap.questions, insights::query_form(watch.query),
                           &store::GapMember::question) != gap.questions.end();
}

// "pl", "billing/refund" of "pl/billing/refund".
std::pair<std::string, std::string> language_and_id_of(const std::string& article) {
  const auto slash = std::min(article.find('/'), article.size());
  return {article.substr(0, slash), article.substr(std::min(slash + 1, article.size()))};
}

}  // namespace

void WatchTeller::run() {
  store::Store* store = parts_.store();
  auto lease = parts_.searchers.lease();
  if (store == nullptr || !lease || !sends_mail(parts_.config)) return;
  if (const auto live = lease->generation().number(); live != generation_) {
    generation_ = live;
    looked_at_.clear();
  }
  const auto watches = store->read([](store::Sql& sql) { return store::open_watches(sql); });
  if (!watches) return parts_.problem(watches.error());
  for (const auto& watch : *watches) {
    if (looked_at_.contains(watch.id)) continue;
    // What could not be told is looked at again at the next run.
    if (const auto done = look_at(*store, *lease, watch); !done)
      parts_.problem(done.error());
    else
      looked_at_.insert(watch.id);
  }
}

Result<void> WatchTeller::tell_of_proved(store::Sql& sql, const store::Gap& gap) const {
  if (gap.state != store::GapState::verified || !sends_mail(parts_.config)) return {};
  const auto watches = store::open_watches(sql);
  if (!watches) return fail(watches.error());
  auto lease = parts_.searchers.lease();
  if (!lease) return {};  // nothing is published: there is no answer to tell of
  for (const auto& watch : *watches) {
    if (!asks_about(watch, gap)) continue;
    auto answers = answers_of(gap, *lease, watch);
    if (!answers) return fail(answers.error());
    if (answers->empty()) continue;
    const auto mail =
        told_mail({parts_.config, parts_.texts, watch, parts_.clock.now()}, std::move(*answers));
    if (auto told = tell(sql, mail, watch); !told) return told;
  }
  return {};
}

// The article that was written for it, or else what is found for the question.
Result<std::vector<page::Link>> WatchTeller::answers_of(const store::Gap& gap,
                                                        index::Searcher& searcher,
                                                        const AnswerWatch& watch) const {
  const auto [lang, id] = language_and_id_of(gap.article);
  const auto article = searcher.generation().find(lang, id, Audience::everyone);
  if (article && article->row->alive(parts_.clock.now()))
    return std::vector{link_to(lang, id, article->row->title, article->row->kind)};
  return found_for(searcher, watch, false);
}

Result<void> WatchTeller::look_at(store::Store& store, index::Searcher& searcher,
                                  const AnswerWatch& watch) const {
  const auto now = parts_.clock.now();
  if (watch.created + kLongestWatch < now) return forget(store, watch);
  auto answers = answers_to(searcher, watch);
  if (!answers) return fail(answers.error());
  if (answers->empty()) return {};
  const auto mail = told_mail({parts_.config, parts_.texts, watch, now}, std::move(*answers));
  return store.write([&](store::Sql& sql) { return tell(sql, mail, watch); });
}

Result<std::vector<page::Link>> WatchTeller::answers_to(index::Searcher& searcher,
                                                        const AnswerWatch& watch) const {
  // What is found for another spelling was found when it was asked.
  if (watch.article.empty()) return found_for(searcher, watch, true);
  return changed_article(searcher.generation(), watch);
}

Result<std::vector<page::Link>> WatchTeller::found_for(index::Searcher& searcher,
                                                       const AnswerWatch& watch,
                                                       bool verbatim) const {
  const auto found = searcher.search({.text = watch.query,
                                      .lang = watch.lang,
                                      .fallbacks = {},
                                      .limit = kMostAnswers,
                                      .now = parts_.clock.now(),
                                      .verbatim = verbatim,
                                      .typed_language = false});
  if (!found) return fail(found.error());
  std::vector<page::Link> links;
  for (const auto& hit : found->hits)
    if (hit.lang == watch.lang) links.push_back(link_to(hit.lang, hit.id, hit.title, hit.kind));
  return links;
}

std::vector<page::Link> WatchTeller::changed_article(const index::Generation& generation,
                                                     const AnswerWatch& watch) const {
  const auto [lang, id] = language_and_id_of(watch.article);
  const auto article = generation.find(lang, id, Audience::everyone);
  const bool is_new = article && article->row->alive(parts_.clock.now()) &&
                      std::to_string(article->row->revision) != watch.seen;
  if (!is_new) return {};
  return {link_to(lang, id, article->row->title, article->row->kind)};
}

page::Link WatchTeller::link_to(const std::string& lang, const std::string& id,
                                const std::string& title, Kind kind) const {
  return {title, mail_link(parts_.config, parts_.urls.article(lang, id, kind))};
}

}  // namespace kb
