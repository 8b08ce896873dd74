#include "server/writer/merge_draft.h"

#include "core/article/link.h"
#include "core/text/slug.h"
#include "server/writer/source_place.h"

namespace kb {
namespace {

// Of the article's own file, from the draft that lies beside it.
std::string link_to(const MergeArticle& article, const std::string& anchor) {
  const auto name = article.id.substr(article.id.rfind('/') + 1);
  return percent_encode_path(name) + ".md" +
         (anchor.empty() ? "" : "#" + percent_encode_path(anchor));
}

std::string link(const std::string& title, const std::string& target) {
  auto text = plain_markdown(title);
  while (text.ends_with('\n')) text.pop_back();
  return "[" + text + "](" + target + ")";
}

std::string body(const MergeArticle& article, const ReviewText& text, const MergeWords& words) {
  std::string out = plain_markdown(words.how) + "\n";
  out += link(article.title, link_to(article, {})) + "\n\n";
  if (!article.outline.empty()) out += plain_markdown(words.outline) + "\n";
  for (const auto& heading : article.outline)
    out += std::string(heading.level > 2 ? "  - " : "- ") +
           link(heading.title, link_to(article, heading.anchor)) + "\n";
  if (!article.outline.empty()) out += "\n";
  out += "## " + plain_markdown(text.title) + "\n";
  const auto question = quoted_markdown(text.question);
  return out + question + (question.empty() ? "" : "\n") + text.answer;
}

}  // namespace

std::string draft_id(const MergeArticle& article, const std::string& ticket) {
  std::string name = ticket;
  for (char& c : name)
    if (c == '/') c = ' ';
  return article.id + "-from-" + text::slug(name);
}

Result<DraftFile> merge_draft(const Config& config, const MergeArticle& article,
                              const ReviewText& text, FileFacts facts, const MergeWords& words) {
  facts.title = article.title + ": " + text.title;
  facts.category = article.category;
  facts.draft = true;
  facts.merge_into = article.lang + "/" + article.id;
  const auto id = draft_id(article, facts.origin.ticket);
  for (const auto& source : config.sources) {
    if (source.kind == SourceKind::tickets) continue;
    const auto file =
        place_beside(source, config.site.default_language, article.lang, article.id, id);
    if (file)
      return DraftFile{source.path, *file, markdown_file(facts, body(article, text, words))};
  }
  return fail("the article's file is in none of the sources", article.lang + "/" + article.id,
              "publish once more, then choose again");
}

}  // namespace kb
