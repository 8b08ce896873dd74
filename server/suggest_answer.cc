#include "server/suggest_answer.h"

#include "core/base/content_hash.h"
#include "core/text/language.h"
#include "server/events/page_events.h"
#include "server/json_writer.h"
#include "server/number_parameter.h"

namespace kb {
namespace {

constexpr NumberRange kSuggestLimits{1, 10};
constexpr std::size_t kDefaultLimit = 5;

void write_article(JsonWriter& out, const HelpCenter& center,
                   const index::SuggestedArticle& article) {
  const std::string anchor = article.section ? article.section->anchor : std::string();
  out.begin('{');
  out.member("id", article.id);
  out.member("lang", article.lang);
  out.member("title", article.title);
  out.member("url", center.urls.article(article.lang, article.id, article.kind, anchor));
  out.key("section");
  if (article.section) {
    out.begin('{');
    out.member("title", article.section->title);
    out.member("anchor", anchor);
    out.end('}');
  } else {
    out.null();
  }
  out.member("kind", article.kind == Kind::answer ? "answer" : "article");
  out.end('}');
}

std::string suggestions_json(const HelpCenter& center, const index::Suggested& suggested) {
  JsonWriter out;
  out.begin('{');
  out.key("articles");
  out.begin('[');
  for (const auto& article : suggested.articles) write_article(out, center, article);
  out.end(']');
  out.key("queries");
  out.begin('[');
  for (const auto& query : suggested.queries) out.value(query);
  out.end(']');
  out.end('}');
  return out.take();
}

}  // namespace

http::Response answer_suggestions(const HelpCenter& center, const http::Request& request) {
  const auto limit = number_parameter(request, "limit", kDefaultLimit, kSuggestLimits);
  if (!limit) return bad_number("limit", kSuggestLimits);
  const auto lang = request.param("lang").empty()
                        ? Result<std::string>(center.config.site.default_language)
                        : text::canonical_language(request.param("lang"));
  if (!lang) return http::problem(400, "`lang`: " + to_line(lang.error()) + ".");
  const auto generation = center.searchers.generation();
  if (!generation) {
    auto response = http::problem(503, "The index has not been published yet.");
    response.headers.push_back({"Retry-After", "10"});
    return response;
  }
  const auto suggested =
      center.suggester.suggest(*generation, {.text = std::string(request.param("q")),
                                             .lang = *lang,
                                             .fallbacks = center.config.fallbacks_of(*lang),
                                             .articles = *limit,
                                             .queries = *limit,
                                             .audience = center.audience(),
                                             .now = center.clock.now()});
  PageEvents(center, request, *lang).suggested(request.param("q"), suggested.articles.size());
  http::Response response;
  response.content_type = "application/json";
  response.body = suggestions_json(center, suggested);
  response.etag = content_hash(response.body);
  response.cache_control = center.preview != nullptr ? "no-cache" : "public, max-age=60";
  return response;
}

}  // namespace kb
