#include "server/coverage/translation_draft.h"

#include "core/text/language.h"
#include "server/gaps/draft_material.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

http::Response markdown_file(const std::string& id, std::string text) {
  http::Response response;
  response.content_type = "text/markdown; charset=utf-8";
  response.body = std::move(text);
  const auto name = id.substr(id.rfind('/') + 1) + ".md";
  // Names in any script: RFC 6266.
  response.headers.push_back(
      {"Content-Disposition",
       "attachment; filename=\"draft.md\"; filename*=UTF-8''" + percent_encode_path(name)});
  make_private(response);
  return response;
}

}  // namespace

http::Response answer_translation_draft(const StaffRequest& staff) {
  const auto lang = text::canonical_language(std::string(staff.request.param("lang")));
  if (!lang) return staff.not_found();
  const insights::GapArticle original{.lang = std::string(staff.request.param("from")),
                                      .id = std::string(staff.request.param("id")),
                                      .title = {}};
  const auto draft = translation_draft(staff, original, *lang);
  if (!draft) return staff.not_found();
  const auto& texts = staff.center.renderer.texts();
  const auto words = texts.in(texts.language_for(*lang, staff.lang));
  return markdown_file(draft->id,
                       gap_draft_file(*draft, {.how = words.format("draft.how"),
                                               .translate = words.format("draft.translate"),
                                               .questions = words.format("draft.questions"),
                                               .hidden = {},
                                               .answers = words.format("draft.answers"),
                                               .outlines = words.format("draft.outlines")}));
}

std::string translation_draft_path(std::string_view from, std::string_view id,
                                   std::string_view lang) {
  return std::string(kTranslationsPath) + "/draft?id=" + parameter(id) +
         "&from=" + parameter(from) + "&lang=" + parameter(lang);
}

}  // namespace kb
