#include "server/delivery/watch_teller.h"

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

Result<void> tell(store::Store& store, const MailMessage& mail, const AnswerWatch& watch) {
  return store.write([&](store::Sql& sql) -> Result<void> {
    const auto added = store::add_delivery(sql, {.key = mail.id,
                                                 .kind = store::DeliveryKind::mail,
                                                 .target = mail.to,
                                                 .payload = to_wire(mail),
                                                 .created = mail.date,
                                                 .next = mail.date});
    if (!added) return fail(added.error());
    return store::remove_watch(sql, watch.id);
  });
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

Result<void> WatchTeller::look_at(store::Store& store, index::Searcher& searcher,
                                  const AnswerWatch& watch) const {
  const auto now = parts_.clock.now();
  if (watch.created + kLongestWatch < now) return forget(store, watch);
  auto answers = answers_to(searcher, watch);
  if (!answers) return fail(answers.error());
  if (answers->empty()) return {};
  return tell(store, told_mail({parts_.config, parts_.texts, watch, now}, std::move(*answers)),
              watch);
}

Result<std::vector<page::Link>> WatchTeller::answers_to(index::Searcher& searcher,
                                                        const AnswerWatch& watch) const {
  if (watch.article.empty()) return found_for(searcher, watch);
  return changed_article(searcher.generation(), watch);
}

// The question as it was asked: what is found for another spelling was found before.
Result<std::vector<page::Link>> WatchTeller::found_for(index::Searcher& searcher,
                                                       const AnswerWatch& watch) const {
  const auto found = searcher.search({.text = watch.query,
                                      .lang = watch.lang,
                                      .fallbacks = {},
                                      .limit = kMostAnswers,
                                      .now = parts_.clock.now(),
                                      .verbatim = true,
                                      .typed_language = false});
  if (!found) return fail(found.error());
  std::vector<page::Link> links;
  for (const auto& hit : found->hits)
    if (hit.lang == watch.lang) links.push_back(link_to(hit.lang, hit.id, hit.title, hit.kind));
  return links;
}

std::vector<page::Link> WatchTeller::changed_article(const index::Generation& generation,
                                                     const AnswerWatch& watch) const {
  const auto slash = std::min(watch.article.find('/'), watch.article.size());
  const auto lang = watch.article.substr(0, slash);
  const auto id = watch.article.substr(std::min(slash + 1, watch.article.size()));
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
