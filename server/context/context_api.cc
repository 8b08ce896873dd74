#include "server/context/context_api.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "core/base/content_hash.h"
#include "core/text/language.h"
#include "server/context/context_desk.h"
#include "server/events/events.h"
#include "server/events/product_page.h"
#include "server/hit_json.h"
#include "server/number_parameter.h"
#include "server/page/html_text.h"

namespace kb {
namespace {

using index::Generation;

constexpr NumberRange kFew{1, 20};
constexpr std::size_t kUsuallyShown = 5;

// In the order of their rank.
constexpr std::string_view kNamedForPage = "context";
constexpr std::string_view kForStage = "stage";
constexpr std::string_view kOpenedFromThere = "searched";

struct Fitting {
  index::Hit hit;
  std::string_view reason;
};

// Whether an article's `applies_to` says nothing against what the parameters tell of the customer:
// ?plan=home leaves out what is for other plans alone.
bool applies(const Generation& generation, const index::Row& row, const http::Request& request) {
  const auto& axes = generation.manifest().applies_to;
  return std::ranges::all_of(axes, [&](const AppliesToAxis& axis) {
    const auto theirs = request.param(axis.key);
    if (theirs.empty()) return true;
    bool names_axis = false;
    for (const auto& written : row.applies_to) {
      const auto found = find_value(axes, written);
      if (!found || found.axis->key != axis.key) continue;
      if (found.value->key == theirs) return true;
      names_axis = true;
    }
    return !names_axis;
  });
}

class FittingArticles {
 public:
  FittingArticles(const HelpCenter& center, const http::Request& request,
                  const Generation& generation, const std::string& lang, std::size_t limit)
      : center_(center),
        request_(request),
        generation_(generation),
        reader_(center.reader(lang)),
        limit_(limit) {}

  Result<void> add(const std::vector<std::string>& ids, std::string_view reason) {
    for (const auto& id : ids) {
      if (list_.size() >= limit_) break;
      if (seen_.contains(id)) continue;
      const auto found = in_readers_languages(id);
      if (!found || !applies(generation_, *found->row, request_)) continue;
      auto hit = hit_of(*found);
      if (!hit) return fail(hit.error());
      list_.push_back({std::move(*hit), reason});
      seen_.insert(id);
    }
    return {};
  }

  const std::vector<Fitting>& list() const { return list_; }

 private:
  // As searches do: the reader's language, then those that the site falls back to; no others.
  std::optional<Generation::Found> in_readers_languages(const std::string& id) const {
    const auto in = [&](const std::string& lang) -> std::optional<Generation::Found> {
      auto found = generation_.find(lang, id, reader_.audience);
      return found && found->row->listed(reader_.now) ? found : std::nullopt;
    };
    if (auto found = in(reader_.lang)) return found;
    for (const auto& lang : reader_.fallbacks)
      if (auto found = in(lang)) return found;
    return std::nullopt;
  }

  Result<index::Hit> hit_of(const Generation::Found& found) const {
    const auto record =
        generation_.read_record(*found.database, *found.row, Generation::Part::head);
    if (!record) return fail(record.error());
    const auto& lang = found.database->name.lang;
    return index::Hit{.id = found.row->id,
                      .lang = lang,
                      .title = found.row->title,
                      .category = found.row->category,
                      .kind = found.row->kind,
                      .section = {},
                      .snippet_html = page::escape_html(record->summary()),
                      .score = 1.0 / static_cast<double>(list_.size() + 1),
                      .fallback = lang != reader_.lang,
                      .found_in = {}};
  }

  const HelpCenter& center_;
  const http::Request& request_;
  const Generation& generation_;
  const Reader reader_;
  const std::size_t limit_;
  std::vector<Fitting> list_;
  std::unordered_set<std::string> seen_;
};

std::vector<std::string> opened_from(const HelpCenter& center, const std::string& page) {
  const auto* store = center.store();
  if (!store || !center.events || page.empty()) return {};
  const auto today = center.events->calendar().day_of(center.clock.now());
  return center.context->learning.opened_from(page, *store, today,
                                              center.config.insights.shown_from);
}

std::string to_json(const HelpCenter& center, const std::string& lang,
                    index::GenerationNumber generation, const std::vector<Fitting>& fitting) {
  JsonWriter out;
  out.begin('{');
  out.member("lang", lang);
  out.member("total", fitting.size());
  out.member("generation", generation);
  out.key("results");
  out.begin('[');
  for (const auto& [hit, reason] : fitting) write_hit(out, center.urls, hit, {{"reason", reason}});
  out.end(']');
  out.end('}');
  return out.take();
}

http::Response cannot_read(const Error& error) {
  auto response = http::problem(500, "The articles cannot be read.");
  response.fault = to_line(error);
  return response;
}

}  // namespace

http::Response answer_context(const HelpCenter& center, const http::Request& request) {
  const auto limit = number_parameter(request, "limit", kUsuallyShown, kFew);
  if (!limit) return bad_number("limit", kFew);
  const auto lang = request.param("lang").empty()
                        ? Result<std::string>(center.config.site.default_language)
                        : text::canonical_language(request.param("lang"));
  if (!lang) return http::problem(400, "`lang`: " + to_line(lang.error()) + ".");
  const auto url = request.param("url");
  if (!url.empty() && host_and_path(url).empty())
    return http::problem(400, "`url` must be a page of the product: https://… or a path.");
  const auto generation = center.searchers.generation();
  if (!generation || !center.context) {
    auto response = http::problem(503, "The index has not been published yet.");
    response.headers.push_back({"Retry-After", "10"});
    return response;
  }
  const auto map = center.context->map(*generation);
  FittingArticles fitting(center, request, *generation, *lang, *limit);
  auto added =
      url.empty() ? Result<void>() : fitting.add(map->for_page(host_and_path(url)), kNamedForPage);
  if (added && !request.param("stage").empty())
    added = fitting.add(map->for_stage(request.param("stage")), kForStage);
  if (added) added = fitting.add(opened_from(center, product_page(url)), kOpenedFromThere);
  if (!added) return cannot_read(added.error());
  http::Response response;
  response.content_type = "application/json";
  response.body = to_json(center, *lang, generation->number(), fitting.list());
  response.etag = content_hash(response.body);
  response.cache_control = center.preview ? "no-cache" : "public, max-age=60";
  return response;
}

}  // namespace kb
