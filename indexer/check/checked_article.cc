#include "indexer/check/checked_article.h"

#include <algorithm>
#include <utility>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/text/normal_form.h"
#include "indexer/article_reader.h"
#include "indexer/markdown/markdown.h"

namespace kb {
namespace {

Reach reach_of(const ArticleFacts& facts, Time now) {
  if (facts.expires_at && *facts.expires_at <= now) return Reach::expired;
  if (facts.draft || (facts.publish_at && *facts.publish_at > now)) return Reach::draft;
  return facts.audience == Audience::agents ? Reach::agents : Reach::everyone;
}

// Leaves of `all` what stands on other lines than all of `known`.
template <class Part>
void leave_new(std::vector<Part>& all, const std::vector<Part>& known) {
  std::erase_if(all, [&](const Part& part) {
    return std::any_of(known.begin(), known.end(),
                       [&](const Part& other) { return other.line == part.line; });
  });
}

class Reader {
 public:
  Reader(const SourceFile& file, const LinkResolver& links, Time now, Findings& findings)
      : file_(file), links_(links), now_(now), findings_(findings) {
    article_.file = &file;
  }

  CheckedArticle read() {
    const auto content = file_.size > kLargestFile ? Result<std::string>(fail(too_large(file_)))
                                                   : read_file(file_.file);
    if (!content)
      tell(rules::unreadable, content.error());
    else if (content->find_first_not_of(" \t\r\n\f\v") == std::string::npos)
      tell(rules::empty_file, {"is empty", {}, "write the article, or delete the file"});
    else
      read_text(*content);
    return std::move(article_);
  }

 private:
  void tell(const Rule& rule, const Error& problem) {
    findings_.add(rule, article_.place(1), problem);
  }

  void read_text(const std::string& content) {
    const std::string text = text::is_valid_utf8(content) ? text::nfc(content) : content;
    auto front = read_front_matter(text);
    if (!front) return tell(rules::front_matter, front.error());
    for (const auto& problem : front->problems) tell(rules::front_matter, problem);
    article_.front = std::move(*front);
    article_.revision = short_hash(content);
    article_.reach = reach_of(article_.facts(), now_);
    read_body(std::string_view(text).substr(article_.front.body_offset));
  }

  void read_body(std::string_view body) {
    const bool for_everyone = article_.reach == Reach::everyone;
    auto page = render(body, for_everyone ? Audience::everyone : Audience::agents);
    if (!page) return tell(rules::unreadable, page.error());
    for (const auto& problem : page->problems) tell(rules::markdown, problem);
    article_.outline = std::move(page->outline);
    article_.readable = true;
    if (for_everyone && page->has_agents_blocks) read_agents_blocks(body);
  }

  void read_agents_blocks(std::string_view body) {
    auto page = render(body, Audience::agents);
    if (!page) return tell(rules::unreadable, page.error());
    article_.agents_outline = std::move(page->outline);
    leave_new(article_.agents_outline.headings, article_.outline.headings);
    leave_new(article_.agents_outline.images, article_.outline.images);
    leave_new(article_.agents_outline.links, article_.outline.links);
    leave_new(article_.agents_outline.applies_to, article_.outline.applies_to);
  }

  Result<RenderedMarkdown> render(std::string_view body, Audience audience) const {
    MarkdownOptions options;
    options.outline = true;
    options.mdx = file_.path.ends_with(".mdx");
    options.first_line = article_.front.body_line;
    options.audience = audience;
    options.resolve = [&](std::string_view href, LinkKind kind) {
      return links_.resolve(file_, href, kind);
    };
    return render_markdown(body, options);
  }

  const SourceFile& file_;
  const LinkResolver& links_;
  const Time now_;
  Findings& findings_;
  CheckedArticle article_;
};

}  // namespace

CheckedArticle read_checked_article(const SourceFile& file, const LinkResolver& links, Time now,
                                    Findings& findings) {
  return Reader(file, links, now, findings).read();
}

}  // namespace kb
