#include "server/agent/console_search.h"

#include <algorithm>
#include <tuple>

#include "server/agent/reply_text.h"

namespace kb {
namespace {

using index::Generation;

constexpr double kClearTopic = 0.4;  // of the votes: below it the nearest tickets disagree

std::vector<std::string> other_languages(const HelpCenter& center, const ConsoleSearch& search) {
  std::vector<std::string> languages;
  const auto add = [&](const std::string& lang) {
    if (!lang.empty() && lang != search.lang && std::ranges::count(languages, lang) == 0)
      languages.push_back(lang);
  };
  add(search.agent_lang);
  for (const auto& lang : center.config.fallbacks_of(search.lang)) add(lang);
  return languages;
}

index::SearchRequest request_for(const HelpCenter& center, const ConsoleSearch& search) {
  return {.text = search.text,
          .lang = search.lang,
          .fallbacks = other_languages(center, search),
          .limit = search.articles,
          .audience = Audience::agents,
          .now = center.clock.now(),
          .message = search.is_message,
          .subject = search.subject};
}

bool is_there(const std::optional<Generation::Found>& found, Time now) {
  return found && found->row->alive(now);
}

const index::RecordSection* find_section(const index::Record& record, std::string_view anchor) {
  const auto found = std::ranges::find(record.sections(), anchor, &index::RecordSection::anchor);
  return found == record.sections().end() ? nullptr : &*found;
}

// What customers can read of it.
Result<void> add_what_to_send(const HelpCenter& center, const ConsoleSearch& search,
                              const Generation& generation, FoundArticle& article) {
  const auto& hit = article.hit;
  const auto now = center.clock.now();
  const auto for_customers = generation.find(hit.lang, hit.id, Audience::everyone);
  article.for_agents_only = !is_there(for_customers, now);
  if (article.for_agents_only) return {};
  const auto record =
      generation.read_record(*for_customers->database, *for_customers->row, Generation::Part::head);
  if (!record) return fail(record.error());
  std::string title = for_customers->row->title;
  if (hit.section && !hit.section->anchor.empty()) {
    const auto* section = find_section(*record, hit.section->anchor);
    article.passage_for_agents = section == nullptr;
    if (section) {
      article.anchor = section->anchor;
      title += ": " + std::string(section->title);
    }
  }
  article.link = share_link(
      search.origin + center.urls.article(hit.lang, hit.id, hit.kind, article.anchor), title);
  article.reply = reply_text(*record, article.anchor);
  return {};
}

Result<FoundArticle> article_of(const HelpCenter& center, const ConsoleSearch& search,
                                const Generation& generation, index::Hit hit) {
  FoundArticle article{.hit = std::move(hit)};
  const auto& [id, lang] = std::tie(article.hit.id, article.hit.lang);
  const auto for_agents = generation.find(lang, id, Audience::agents);
  article.has_notes = for_agents && for_agents->database->name.audience == Audience::agents;
  if (auto added = add_what_to_send(center, search, generation, article); !added)
    return fail(added.error());
  if (lang != search.agent_lang &&
      is_there(generation.find(search.agent_lang, id, Audience::agents), center.clock.now()))
    article.agent_lang = search.agent_lang;
  return article;
}

// What the customer has seen helps them least.
void known_ones_last(const ConsoleSearch& search, std::vector<FoundArticle>& articles) {
  for (auto& article : articles)
    if (const auto known = search.seen.find(article.hit.id); known != search.seen.end())
      article.seen = known->second;
  std::ranges::stable_sort(articles, {}, &FoundArticle::seen);
}

Result<Findings> search_all(const HelpCenter& center, const ConsoleSearch& search,
                            index::Searcher& searcher) {
  Findings found{.generation = searcher.generation().number()};
  auto articles = searcher.search(request_for(center, search));
  if (!articles) return fail(articles.error());
  for (auto& hit : articles->hits) {
    auto article = article_of(center, search, searcher.generation(), std::move(hit));
    if (!article) return fail(article.error());
    found.articles.push_back(std::move(*article));
  }
  known_ones_last(search, found.articles);
  auto similar = searcher.similar({.subject = search.subject,
                                   .text = search.text,
                                   .lang = search.lang,
                                   .fallbacks = other_languages(center, search),
                                   .limit = search.tickets,
                                   .audience = Audience::agents});
  if (!similar) return fail(similar.error());
  found.tickets = std::move(similar->tickets);
  if (!similar->topics.empty() && similar->topics.front().share >= kClearTopic)
    found.topic = similar->topics.front().topic;
  const bool nothing = found.articles.empty() && found.tickets.empty();
  found.state = nothing ? Findings::State::nothing : Findings::State::found;
  return found;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == text.npos;
}

}  // namespace

Findings search_console(const HelpCenter& center, const ConsoleSearch& search) {
  if (is_blank(search.text) && is_blank(search.subject)) return {};
  auto lease = center.searchers.lease();
  if (!lease) return {.state = Findings::State::no_index};
  auto found = search_all(center, search, *lease);
  if (!found) return {.state = Findings::State::failed, .error = found.error()};
  return std::move(*found);
}

std::string origin_of(const HelpCenter& center, const http::Request& request) {
  if (const auto& configured = center.config.site.base_url; !configured.empty()) return configured;
  if (request.host.empty()) return {};
  return (request.secure ? "https://" : "http://") + request.host;
}

}  // namespace kb
