#include "server/hit_json.h"

namespace kb {

void write_hit(JsonWriter& out, const Urls& urls, const index::Hit& hit, const MoreMembers& more) {
  const std::string anchor = hit.section ? hit.section->anchor : std::string();
  out.begin('{');
  out.member("id", hit.id);
  out.member("lang", hit.lang);
  out.member("title", hit.title);
  out.member("url", urls.article(hit.lang, hit.id, hit.kind, anchor));
  out.key("section");
  if (hit.section) {
    out.begin('{');
    out.member("title", hit.section->title);
    out.member("anchor", anchor);
    out.end('}');
  } else {
    out.null();
  }
  out.member("snippet_html", hit.snippet_html);
  out.member("score", hit.score);
  out.member("kind", hit.kind == Kind::answer ? "answer" : "article");
  out.member("fallback", hit.fallback);
  for (const auto& [name, text] : more) out.member(name, text);
  out.end('}');
}

}  // namespace kb
