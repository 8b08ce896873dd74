#include "server/page/article_page.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using index::Generation;
using index::Row;

constexpr std::size_t kRelated = 5;

// Nice to have: a page is not lost because its neighbours cannot be found.
std::vector<page::ArticleLink> related_to(const PageContext& context, const Row& row,
                                          const std::string& lang) {
  std::vector<page::ArticleLink> links;
  auto lease = context.center().searchers.lease();
  if (!lease) return links;
  const auto related = lease->related(
      {.id = row.id, .lang = lang, .limit = kRelated, .now = context.center().clock.now()});
  if (!related) return links;
  for (const auto& other : *related) {
    page::ArticleLink link;
    link.title = other.title;
    link.url = context.urls().article(lang, other.id, other.kind);
    if (lang != context.lang()) link.lang = lang;
    links.push_back(std::move(link));
  }
  return links;
}

http::Response moved_or_not_found(const PageContext& context, const Reader& reader) {
  const auto moved = context.generation().redirected(context.lang(), context.route().rest);
  const auto target = moved ? find_for_reader(context.generation(), reader, *moved) : std::nullopt;
  if (!target) return answer_not_found(context);
  return http::redirect(301, context.urls().article(context.lang(), *moved, target->row->kind));
}

page::ArticlePage view_of(const PageContext& context, const Reader& reader,
                          const Generation::Found& found, const index::Record& record) {
  const Row& row = *found.row;
  const auto& lang = found.database->name.lang;
  page::ArticlePage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().article(lang, row.id, row.kind);
  view.lang = lang;
  view.title = row.title;
  view.summary = record.summary();
  view.html = LinkFiller(context.generation(), context.urls(), reader).fill(record.html());
  view.updated = row.updated;
  if (!row.category.empty())
    view.breadcrumb.push_back({context.category_name(row.category),
                               context.urls().category(context.lang(), row.category)});
  for (const auto& section : record.sections())
    if (!section.anchor.empty())
      view.headings.push_back(
          {std::string(section.anchor), std::string(section.title), section.level});
  view.related = related_to(context, row, lang);
  view.video_hosts = context.center().config.server.video_hosts;
  return view;
}

}  // namespace

http::Response answer_article(const PageContext& context) {
  const auto reader = context.reader();
  const auto found = find_for_reader(context.generation(), reader, context.route().rest);
  if (!found) return moved_or_not_found(context, reader);
  const Row& row = *found->row;
  const bool asked_for_answer = context.route().page == Page::answer;
  if ((row.kind == Kind::answer) != asked_for_answer)
    return http::redirect(301, context.urls().article(context.lang(), row.id, row.kind));
  const auto record =
      context.generation().read_record(*found->database, row, Generation::Part::all);
  if (!record) return answer_fault(context, record.error());

  auto response = context.html(
      200, page::render(context.center().renderer, view_of(context, reader, *found, *record)));
  if (row.unlisted) response.headers.push_back({"X-Robots-Tag", "noindex"});
  return response;
}

}  // namespace kb
