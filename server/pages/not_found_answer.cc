#include "server/page/not_found_page.h"

#include "server/pages/answers.h"

namespace kb {
namespace {

constexpr std::size_t kGuesses = 3;

// What the address seems to be about. That guessing failed is no reason to fail.
std::vector<page::ArticleLink> guesses(const PageContext& context, const std::string& words) {
  std::vector<page::ArticleLink> links;
  auto lease = context.center().searchers.lease();
  if (!lease || words.empty()) return links;
  const auto reader = context.reader();
  const auto found = lease->search({.text = words,
                                    .lang = reader.lang,
                                    .fallbacks = reader.fallbacks,
                                    .limit = kGuesses,
                                    .audience = reader.audience,
                                    .now = reader.now});
  if (!found) return links;
  for (const auto& hit : found->hits) {
    page::ArticleLink link;
    link.title = hit.title;
    link.url = context.urls().article(hit.lang, hit.id, hit.kind);
    if (hit.fallback) link.lang = hit.lang;
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

http::Response answer_not_found(const PageContext& context) {
  page::NotFoundPage view;
  view.site = context.site();
  for (auto& language : view.site.languages) language.url = context.urls().home(language.lang);
  view.site.query = page::words_of_path(context.request().path);
  view.articles = guesses(context, view.site.query);
  return context.html(404, page::render(context.center().renderer, view));
}

}  // namespace kb
