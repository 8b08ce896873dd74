#include "server/coverage/digest_report.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/nearest_key.h"
#include "server/builtin_templates.h"
#include "server/coverage/digest.h"
#include "server/coverage/digest_json.h"
#include "server/coverage/digest_words.h"
#include "server/gaps/gaps_report.h"
#include "server/insights/kept_figures.h"

namespace kb {
namespace {

// A help center for one look at it: nothing is served, nobody logs in.
class CenterAtHand {
 public:
  CenterAtHand(const Config& config, page::Renderer renderer, Time now)
      : config_(config),
        clock_(now),
        urls_(config.site.base_path),
        renderer_(std::move(renderer)),
        searchers_(config.index.path, stemmers_),
        read_counts_({}, clock_),
        center_{config_,  urls_,      searchers_,   renderer_, clock_,
                shelves_, suggester_, read_counts_, figures_} {}

  Result<void> open() {
    if (const auto opened = searchers_.refresh(); !opened) return fail(opened.error());
    return {};
  }
  const HelpCenter& center() const { return center_; }

 private:
  const Config& config_;
  const ManualClock clock_;
  const Urls urls_;
  const page::Renderer renderer_;
  text::Stemmers stemmers_;
  index::SearcherPool searchers_;
  ShelfCache shelves_;
  index::Suggester suggester_{stemmers_};
  ReadCounts read_counts_;
  KeptFigures figures_;
  const HelpCenter center_;
};

std::string digest_as_text(const Digest& digest, const HelpCenter& center) {
  const auto texts = team_texts(center);
  const auto text = in_words(digest, center, texts);
  return text.subject + "\n\n" + as_text(digest_body(text, center.config, texts));
}

std::string digest_as_html(const Digest& digest, const HelpCenter& center) {
  const auto texts = team_texts(center);
  return as_html(digest_body(in_words(digest, center, texts), center.config, texts));
}

std::string digest_as_json(const Digest& digest, const HelpCenter& center) {
  return digest_json(digest, center).dump(2, ' ', false, nlohmann::json::error_handler_t::replace) +
         "\n";
}

struct DigestFormat {
  std::string_view name;
  std::string (*print)(const Digest& digest, const HelpCenter& center);
};
constexpr std::array kDigestFormats = {DigestFormat{"text", digest_as_text},
                                       DigestFormat{"html", digest_as_html},
                                       DigestFormat{"json", digest_as_json}};

Result<DigestFormat> digest_format(std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& format : kDigestFormats) {
    if (format.name == name) return format;
    known.push_back(format.name);
  }
  return fail("no format '" + std::string(name) + "'", "--format", nearest_key(name, known));
}

}  // namespace

Result<std::string> digest_report(const Config& config, std::string_view format, Time now) {
  const auto chosen = digest_format(format);
  if (!chosen) return fail(chosen.error());
  const auto templates = builtin_templates();
  if (!templates) return fail(templates.error());
  auto renderer = page::Renderer::load(*templates, config.server.templates);
  if (!renderer) return fail(renderer.error());
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  auto gaps = find_gaps_now(config, now);
  if (!gaps) return fail(gaps.error());
  CenterAtHand at_hand(config, std::move(*renderer), now);
  if (const auto opened = at_hand.open(); !opened) return fail(opened.error());
  const auto digest = make_digest(
      {at_hand.center(), **store, std::make_shared<const insights::GapReport>(std::move(*gaps))});
  if (!digest) return fail(digest.error());
  return chosen->print(*digest, at_hand.center());
}

}  // namespace kb
