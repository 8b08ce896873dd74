#include "server/context/notice_board.h"

#include "server/events/events.h"
#include "server/help_center.h"

namespace kb {
namespace {

void add_target(ShownNotice& shown, const HelpCenter& center, const index::Generation& generation,
                const std::string& article, const std::string& lang) {
  const auto slash = article.find('/');
  if (slash == article.npos) return;
  const auto found = find_for_reader(generation, center.reader(lang), article.substr(slash + 1),
                                     article.substr(0, slash));
  if (!found) return;  // it is gone: the text still says what is going on
  shown.article_lang = found->database->name.lang;
  shown.article_id = found->row->id;
  shown.url = center.urls.article(shown.article_lang, shown.article_id, found->row->kind);
}

}  // namespace

std::vector<ShownNotice> NoticeBoard::shown(const HelpCenter& center,
                                            const index::Generation& generation,
                                            const std::string& lang) {
  auto* store = center.store();
  if (!store || !center.events) return {};
  const auto today = center.events->calendar().day_of(center.clock.now());
  const auto notices = notices_.get([&](const auto*) {
    return store->read([&](store::Sql& sql) { return store::notices_on(sql, today); });
  });
  if (const auto failed = notices_.failed()) problem_(*failed);
  if (!notices) return {};
  std::vector<ShownNotice> list;
  for (const auto& notice : *notices) {
    if (notice.until_day < today || (!notice.lang.empty() && notice.lang != lang)) continue;
    ShownNotice shown{.text = notice.text};
    add_target(shown, center, generation, notice.article, lang);
    list.push_back(std::move(shown));
  }
  return list;
}

}  // namespace kb
