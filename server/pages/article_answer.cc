#include <algorithm>

#include "core/article/link.h"
#include "core/article/translation.h"
#include "core/base/content_hash.h"
#include "core/text/message.h"
#include "server/discovery/markdown_text.h"
#include "server/events/page_events.h"
#include "server/events/robot.h"
#include "server/feedback/feedback_answer.h"
#include "server/page/article_page.h"
#include "server/page/reader_words.h"
#include "server/pages/answers.h"
#include "server/pages/category_words.h"

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
  const auto related = lease->related({.id = row.id,
                                       .lang = lang,
                                       .limit = kRelated,
                                       .audience = context.center().audience(),
                                       .now = context.center().clock.now()});
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

// "billing/refund" of "billing/refund.md"; empty where it has no such ending.
std::string without_markdown_ending(const std::string& id) {
  constexpr std::string_view kEnding = ".md";
  return id.ends_with(kEnding) ? id.substr(0, id.size() - kEnding.size()) : std::string();
}

http::Response markdown_answer(const PageContext& context, const Generation::Found& found,
                               const index::Record& record) {
  const auto reader = context.reader();
  const auto& row = *found.row;
  const auto& lang = found.database->name.lang;
  const auto& texts = context.center().renderer.texts();
  const auto words =
      texts.in(texts.language_for(lang, context.center().config.site.default_language));
  const auto html = LinkFiller(context.generation(), context.urls(), reader).fill(record.html());
  const auto url = context.origin() + context.urls().article(lang, row.id, row.kind);
  http::Response response;
  response.content_type = "text/markdown; charset=utf-8";
  response.body = markdown_article({.title = row.title,
                                    .summary = record.summary(),
                                    .html = page::with_reader_words(html, lang, words),
                                    .origin = context.origin(),
                                    .url = url,
                                    .updated = row.updated});
  response.headers = {{"Vary", "Accept"},
                      {"Link", "<" + url + ">; rel=\"canonical\""},
                      {"Content-Language", lang},
                      {"X-Robots-Tag", "noindex"}};
  response.etag = content_hash(response.body);
  response.cache_control = "no-cache";
  return response;
}

// By a customer, in their language: a writer's preview counts nothing.
bool is_reading(const PageContext& context, const Generation::Found& found) {
  return context.center().preview == nullptr && found.database->name.lang == context.lang() &&
         !is_robot(context.request().header("User-Agent"));
}

http::Response moved_or_not_found(const PageContext& context, const Reader& reader) {
  const auto moved = context.generation().redirected(context.lang(), context.route().rest);
  const auto target = moved ? find_for_reader(context.generation(), reader, *moved) : std::nullopt;
  if (!target) return answer_not_found(context);
  return http::redirect(301, context.urls().article(context.lang(), *moved, target->row->kind));
}

// Values as writers write them, "platform:android" and "android", in the reader's words.
void add_applies_to(const PageContext& context, const Row& row, const std::string& html,
                    page::ArticlePage& view) {
  const auto& config = context.center().config;
  view.badges = applies_to_badges(config, context.generation(), row.applies_to, context.lang());
  const bool in_sections = html.find(" data-applies-to=\"") != html.npos;
  if (!in_sections && view.badges.empty()) return;
  view.filter = applies_to_filter(config, context.generation(), context.lang());
  for (const auto& axis : view.filter)
    for (const auto& value : axis.values) {
      const auto bare = value.key.substr(value.key.find(':') + 1);
      view.value_labels[value.key] = value.label;
      view.value_labels.emplace(bare, value.label);
      view.value_keys.emplace(bare, value.key);
    }
}

// The original, where it is newer than the translation at hand.
page::Link newer_original(const PageContext& context, const Generation::Found& found) {
  const auto& original_lang = context.center().config.site.default_language;
  const auto& lang = found.database->name.lang;
  if (lang == original_lang) return {};
  const auto original =
      context.generation().find(original_lang, found.row->id, context.center().audience());
  if (!original || !original->row->alive(context.center().clock.now())) return {};
  const TextVersion of_original{original->row->updated, original->row->revision, {}};
  const TextVersion of_translation{found.row->updated, found.row->revision,
                                   found.row->source_revision};
  if (!is_stale(of_original, of_translation)) return {};
  return {text::language_name(original_lang, context.lang()),
          context.urls().article(original_lang, found.row->id, original->row->kind)};
}

page::Preview preview_of(const PageContext& context, const Generation::Found& found) {
  page::Preview preview;
  if (context.center().preview == nullptr) return preview;
  const bool unpublished = found.database->name.audience == Audience::writers;
  const auto& publish_at = found.row->publish_at;
  const bool scheduled = publish_at && *publish_at > context.center().clock.now();
  preview.draft = unpublished && !scheduled;
  if (unpublished && scheduled) preview.publish_at = publish_at;
  auto findings = context.center().preview->findings(found.database->name.lang, found.row->id);
  preview.checked = findings.has_value();
  if (findings) preview.findings = std::move(*findings);
  return preview;
}

void add_neighbours(const PageContext& context, const Row& row, page::ArticlePage& view) {
  const auto shelves = context.shelves();
  const auto place = shelves->place_of(row);
  if (place.previous) view.previous = context.link_to(*place.previous);
  if (place.next) view.next = context.link_to(*place.next);
}

// Where nobody wrote a summary, it is the text's first sentences.
bool begins_with_summary(const index::Record& record) {
  if (record.sections().empty()) return false;
  std::string text(record.sections().front().text.substr(0, record.summary().size()));
  std::replace(text.begin(), text.end(), '\n', ' ');
  std::string_view summary = record.summary();
  constexpr std::string_view kCut = "…";
  if (summary.ends_with(kCut)) summary.remove_suffix(kCut.size());
  return text.starts_with(summary);
}

// Links of a page with a trail lead on with it; any other is the same for everybody, and tells the
// contact form just which article it was.
void carry_trail(const PageContext& context, PageEvents& events, const std::string& object,
                 page::ArticlePage& view) {
  const auto form = context.urls().contact(context.lang());
  if (!events.carries_trail()) {
    if (view.site.contact_url == form)
      view.site.contact_url = with_parameters(form, {{"article", percent_encode_path(object)}});
    return;
  }
  context.carry(view.site, events.token());
  view.site.query_id = events.query_id();
  for (auto& link : view.related)
    link.url = with_parameters(std::move(link.url), {{"t", events.token()}});
}

page::ArticlePage view_of(const PageContext& context, const Reader& reader,
                          const Generation::Found& found, const index::Record& record,
                          PageEvents& events) {
  const Row& row = *found.row;
  const auto& lang = found.database->name.lang;
  page::ArticlePage view;
  view.site = context.site();
  view.site.canonical_url = context.urls().article(lang, row.id, row.kind);
  view.lang = lang;
  view.title = row.title;
  view.summary = record.summary();
  view.begins_with_summary = begins_with_summary(record);
  view.html = LinkFiller(context.generation(), context.urls(), reader).fill(record.html());
  view.updated = row.updated;
  view.unlisted = row.unlisted;
  view.from_support = row.kind == Kind::answer;
  view.markdown_url = context.urls().markdown(lang, row.id, row.kind);
  view.newer = newer_original(context, found);
  view.preview = preview_of(context, found);
  add_applies_to(context, row, view.html, view);
  add_neighbours(context, row, view);
  if (!row.category.empty()) {
    view.category_name = context.category_name(row.category);
    view.breadcrumb.push_back(
        {view.category_name, context.urls().category(context.lang(), row.category)});
  }
  for (const auto& section : record.sections())
    if (!section.anchor.empty())
      view.headings.push_back(
          {std::string(section.anchor), std::string(section.title), section.level});
  view.related = related_to(context, row, lang);
  view.video_hosts = context.center().config.server.video_hosts;
  view.object = lang + "/" + row.id;
  carry_trail(context, events, view.object, view);
  view.vote = vote_form(context, lang + "/" + row.id, view.site);
  return view;
}

}  // namespace

http::Response answer_article(const PageContext& context) {
  const auto reader = context.reader();
  auto found = find_for_reader(context.generation(), reader, context.route().rest);
  const auto plain_id = without_markdown_ending(context.route().rest);
  const bool asked_for_markdown =
      found ? prefers_markdown(context.request().header("Accept")) : !plain_id.empty();
  if (!found && asked_for_markdown) found = find_for_reader(context.generation(), reader, plain_id);
  if (!found) return moved_or_not_found(context, reader);
  const Row& row = *found->row;
  const bool asked_for_answer = context.route().page == Page::answer;
  if ((row.kind == Kind::answer) != asked_for_answer) {
    const bool by_ending = asked_for_markdown && row.id == plain_id;
    return http::redirect(301, by_ending
                                   ? context.urls().markdown(context.lang(), row.id, row.kind)
                                   : context.urls().article(context.lang(), row.id, row.kind));
  }
  const auto record =
      context.generation().read_record(*found->database, row, Generation::Part::all);
  if (!record) return answer_fault(context, record.error());

  if (asked_for_markdown) return markdown_answer(context, *found, *record);
  if (is_reading(context, *found)) context.center().read_counts.add(context.lang(), row.id);
  PageEvents events(context.center(), context.request(), context.lang());
  events.viewed_article(found->database->name.lang, row.id, row.category);
  auto response = context.html(
      200,
      page::render(context.center().renderer, view_of(context, reader, *found, *record, events)),
      events.carries_trail());
  response.headers.push_back({"Vary", "Accept"});
  if (row.unlisted) response.headers.push_back({"X-Robots-Tag", "noindex"});
  return response;
}

}  // namespace kb
