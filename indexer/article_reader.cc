#include "indexer/article_reader.h"

#include <algorithm>
#include <cctype>

#include "core/article/category.h"
#include "core/base/content_hash.h"
#include "core/text/normal_form.h"
#include "indexer/front_matter.h"
#include "indexer/markdown/markdown.h"

namespace kb {
namespace {

// Problems come with ":LINE" as their place; the reader of the message wants the file, too.
void take_problems(ReadArticle& read, const SourceFile& file, std::vector<Error> problems) {
  for (auto& problem : problems) {
    problem.where = file.file.string() + problem.where;
    read.problems.push_back(std::move(problem));
  }
}

std::string file_name_as_title(const std::string& id) {
  const auto slash = id.rfind('/');
  return readable_key(slash == std::string::npos ? id : id.substr(slash + 1));
}

std::string first_folder(const std::string& id) {
  const auto slash = id.find('/');
  return slash == std::string::npos ? std::string() : id.substr(0, slash);
}

Article make_article(const SourceFile& file, std::uint64_t revision, const ArticleFacts& facts,
                     RenderedMarkdown page) {
  Article article;
  article.revision = revision;
  article.id = file.id;
  article.lang = file.lang;
  article.kind = file.kind;
  article.facts = facts;
  if (article.facts.title.empty()) article.facts.title = page.heading;
  if (article.facts.title.empty()) article.facts.title = file_name_as_title(file.id);
  if (article.facts.summary.empty()) {
    article.facts.summary = page.lead;
    article.facts.summary_is_lead = true;
  }
  if (article.facts.category.empty()) article.facts.category = first_folder(file.id);
  article.body = {std::move(page.html), std::move(page.sections), std::move(page.files)};
  return article;
}

bool is_blank(const std::string& text) {
  return std::all_of(text.begin(), text.end(),
                     [](unsigned char c) { return std::isspace(c) != 0; });
}

}  // namespace

Error too_large(const SourceFile& file) {
  return {"is larger than " + std::to_string(kLargestFile >> 20) + " MiB", file.file.string(),
          "split it into pages, or move it out of the source"};
}

ReadArticle read_article(const SourceFile& file, const std::string& content,
                         const LinkResolver& links, Time now, Drafts drafts) {
  ReadArticle read;
  const auto give_up = [&](Error error) {
    take_problems(read, file, {std::move(error)});
    read.failed = true;
    return read;
  };
  if (is_blank(content)) return give_up({"is empty", {}, "write the article, or delete the file"});
  const std::string text = text::is_valid_utf8(content) ? text::nfc(content) : content;
  auto front = read_front_matter(text);
  if (!front) return give_up(front.error());
  take_problems(read, file, std::move(front->problems));
  const ArticleFacts& facts = front->facts;
  if (facts.expires_at && *facts.expires_at <= now) return read;
  const bool is_kept_apart = drafts == Drafts::kept_apart;
  const bool is_early = is_kept_apart && facts.publish_at && *facts.publish_at > now;
  const bool is_draft = is_early || (is_kept_apart && facts.draft);
  read.next_change = is_early ? facts.publish_at : facts.expires_at;
  if (is_kept_apart && facts.draft) read.next_change.reset();

  MarkdownOptions options;
  options.mdx = file.path.ends_with(".mdx");
  options.first_line = front->body_line;
  options.audience = is_draft ? Audience::agents : facts.audience;
  options.resolve = [&](std::string_view href, LinkKind kind) {
    return links.resolve(file, href, kind);
  };
  const auto body = std::string_view(text).substr(front->body_offset);
  auto page = render_markdown(body, options);
  if (!page) return give_up(page.error());
  take_problems(read, file, std::move(page->problems));
  const auto revision = short_hash(content);
  if (is_draft) {
    read.draft = make_article(file, revision, facts, std::move(*page));
    return read;
  }
  if (facts.audience == Audience::agents) {
    read.agents_version = make_article(file, revision, facts, std::move(*page));
    return read;
  }
  if (page->has_agents_blocks) {
    options.audience = Audience::agents;
    auto with_blocks = render_markdown(body, options);
    if (!with_blocks) return give_up(with_blocks.error());
    read.agents_version = make_article(file, revision, facts, std::move(*with_blocks));
  }
  read.public_version = make_article(file, revision, facts, std::move(*page));
  return read;
}

}  // namespace kb
