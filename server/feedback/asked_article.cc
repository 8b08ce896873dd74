#include "server/feedback/asked_article.h"

#include "core/article/link.h"

namespace kb {

std::optional<index::Generation::Found> asked_article(const PageContext& context,
                                                      std::string_view object) {
  const auto slash = object.find('/');
  if (slash == object.npos) return std::nullopt;
  const std::string lang(object.substr(0, slash));
  const auto& center = context.center();
  auto found = context.generation().find(lang, object.substr(slash + 1), center.audience());
  if (!found || found->database->name.lang != lang || !found->row->alive(center.clock.now()))
    return std::nullopt;
  return found;
}

page::ArticleLink link_to_asked(const PageContext& context,
                                const index::Generation::Found& article) {
  page::ArticleLink link;
  link.title = article.row->title;
  // In the reader's language as they read it: that page shows the text of another where it must.
  link.url = context.urls().article(context.lang(), article.row->id, article.row->kind);
  link.lang = article.database->name.lang;
  return link;
}

std::string parameter(std::string_view name, std::string_view value) {
  return std::string(name) + "=" + percent_encode_path(value);
}

}  // namespace kb
