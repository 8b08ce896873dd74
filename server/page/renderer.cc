#include "server/page/renderer.h"

#include <array>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>

#include "server/page/template_source.h"

namespace kb::page {
namespace {

namespace mustache = kainjow::mustache;

constexpr auto kPages = std::to_array<std::string_view>({"account",
                                                         "agent",
                                                         "agent_draft",
                                                         "agent_flags",
                                                         "agent_preview",
                                                         "agent_ticket",
                                                         "article",
                                                         "audit",
                                                         "category",
                                                         "contact",
                                                         "contact_check",
                                                         "contact_solved",
                                                         "contact_ticket",
                                                         "digest",
                                                         "error",
                                                         "feedback",
                                                         "gap",
                                                         "gap_draft",
                                                         "gaps",
                                                         "home",
                                                         "insights",
                                                         "login",
                                                         "login_link",
                                                         "not_found",
                                                         "notices",
                                                         "peer",
                                                         "peer_reply",
                                                         "privacy",
                                                         "replay",
                                                         "review",
                                                         "review_queue",
                                                         "search",
                                                         "staff_message",
                                                         "survey",
                                                         "synonyms",
                                                         "targets",
                                                         "ticket_insights",
                                                         "translations",
                                                         "watch",
                                                         "weak_articles",
                                                         "widget_demo",
                                                         "wishes",
                                                         "writer"});

// Debian's libjs-chart.js.
constexpr std::string_view kChartLibrary = "/usr/share/javascript/chart.js/chart.min.js";

// Without it, pages have the tables that charts are drawn from.
Result<void> add_chart_library(Assets& assets) {
  if (assets.add_library("chart.js", kChartLibrary)) return {};
  return fail("charts are not drawn: their library is not there", std::string(kChartLibrary),
              "install Debian's libjs-chart.js");
}

// Mustache.js takes an empty string for false, kainjow's does not: here it is false, so that
// {{#summary}}…{{/summary}} does what it looks like.
mustache::data data_of(const nlohmann::json& value) {
  switch (value.type()) {
    case nlohmann::json::value_t::object: {
      mustache::data object;
      for (const auto& [key, member] : value.items()) object[key] = data_of(member);
      return object;
    }
    case nlohmann::json::value_t::array: {
      mustache::list list;
      list.reserve(value.size());
      for (const auto& item : value) list.push_back(data_of(item));
      return mustache::data(list);
    }
    case nlohmann::json::value_t::string: {
      const auto& text = value.get_ref<const std::string&>();
      return text.empty() ? mustache::data(false) : mustache::data(text);
    }
    case nlohmann::json::value_t::boolean:
      return mustache::data(value.get<bool>());
    case nlohmann::json::value_t::null:
      return mustache::data(false);
    default:
      return mustache::data(value.dump());
  }
}

Result<void> check_pages(const TemplateSources& sources, const std::filesystem::path& folder) {
  for (const auto page : kPages) {
    if (sources.built_in().contains(page)) continue;
    return fail("the template of a page is missing",
                (folder / (std::string(page) + ".mustache")).string());
  }
  return {};
}

// "Unclosed tag at 12": the number at the end is an offset into the text.
std::size_t offset_in(const std::string& message) {
  std::size_t offset = 0;
  const auto digits = message.find_last_of(' ') + 1;
  std::from_chars(message.data() + digits, message.data() + message.size(), offset);
  return offset;
}

// Each file must be well-formed by itself: then the error is in the place that it names.
Result<void> check_syntax(const TemplateSources::File& file) {
  constexpr std::string_view kOtherTags = "{{=";
  if (const auto at = file.text.find(kOtherTags); at != file.text.npos) {
    return fail("a template may not change how tags are written", place_in(file, at),
                "write them as {{name}}");
  }
  const mustache::mustache parsed(file.text);
  if (parsed.is_valid()) return {};
  return fail(parsed.error_message(), place_in(file, offset_in(parsed.error_message())),
              "each {{#name}} needs its {{/name}} in the same file");
}

constexpr std::string_view kTextOpen = "{{t.";
constexpr std::string_view kTextClose = "}}";

// The key of the text tag at `open`.
std::string_view key_at(std::string_view text, std::size_t open) {
  const auto begin = open + kTextOpen.size();
  return text.substr(begin, text.find(kTextClose, begin) - begin);
}

Result<void> check_texts(const TemplateSources::File& file, const LanguageTexts& english) {
  const std::string_view text = file.text;
  for (auto open = text.find(kTextOpen); open != text.npos; open = text.find(kTextOpen, open + 1)) {
    const auto key = key_at(text, open);
    if (english.has(key)) continue;
    return fail("there is no text `" + std::string(key) + "`", place_in(file, open),
                "add it to i18n/en.json");
  }
  return {};
}

Result<void> check(const TemplateSources::File& file, const LanguageTexts& english) {
  if (auto checked = check_syntax(file); !checked) return checked;
  return check_texts(file, english);
}

// Withdraws a site's own files that have a fault, each or together.
void withdraw_faulty(TemplateSources& sources, const LanguageTexts& english) {
  const auto own = sources.own();
  for (const auto& [name, file] : own) {
    if (auto checked = check(file, english); !checked) sources.withdraw(name, checked.error());
  }
  sources.withdraw_faulty(kPages);
}

// As HTML that Mustache takes for plain text.
std::string inert_html(const std::string& text) {
  std::string html;
  for (const char c : mustache::html_escape(text)) {
    if (c == '{') {
      html += "&#123;";
    } else {
      html += c;
    }
  }
  return html;
}

std::string with_texts(std::string_view source, const LanguageTexts& texts) {
  std::string worded;
  std::size_t done = 0;
  for (auto open = source.find(kTextOpen); open != source.npos;
       open = source.find(kTextOpen, done)) {
    const auto key = key_at(source, open);
    worded.append(source, done, open - done).append(inert_html(texts.format(key)));
    done = open + kTextOpen.size() + key.size() + kTextClose.size();
  }
  return worded.append(source, done);
}

}  // namespace

// kainjow's render() is not const because partials and lambdas may fail while it runs. These
// templates have neither left, and then it only reads. Parsed by the first who needs it: of all
// pages in all languages, a server's first minutes need few.
class Renderer::Template {
 public:
  explicit Template(std::string source) : source_(std::move(source)) {}

  std::string fill(const mustache::data& data) {
    std::call_once(parsing_, [this] { parsed_.emplace(std::exchange(source_, {})); });
    std::string html;
    html.reserve(32 * 1024);
    parsed_->render(data, [&html](const std::string& part) { html += part; });
    return html;
  }

 private:
  std::once_flag parsing_;
  std::string source_;  // until then
  std::optional<mustache::mustache> parsed_;
};

Renderer::Renderer(Assets assets, Texts texts)
    : assets_(std::move(assets)), texts_(std::move(texts)) {
  make_styles();
}

void Renderer::make_styles() {
  style_sources_.clear();
  for (const auto looks : {Looks::reading, Looks::finding}) {
    auto& style = styles_[static_cast<std::size_t>(looks)];
    style = style_sheet(assets_, looks);
    style_sources_.push_back(content_source(style));
  }
}

Renderer::Renderer(Renderer&&) noexcept = default;
Renderer& Renderer::operator=(Renderer&&) noexcept = default;
Renderer::~Renderer() = default;

Result<Renderer> Renderer::load(const std::filesystem::path& templates,
                                const std::filesystem::path& overrides) {
  const auto inside = [&overrides](const char* name) {
    return overrides.empty() ? overrides : overrides / name;
  };
  auto assets = Assets::load(templates / "assets", inside("assets"));
  if (!assets) return fail(assets.error());
  std::vector<Error> problems;
  if (auto added = add_chart_library(*assets); !added) problems.push_back(added.error());
  auto texts = Texts::load(templates / "i18n", inside("i18n"));
  if (!texts) return fail(texts.error());
  auto sources = TemplateSources::load(templates, overrides);
  if (!sources) return fail(sources.error());
  if (auto checked = check_pages(*sources, templates); !checked) return fail(checked.error());
  const auto english = texts->in("en");
  for (const auto& [name, file] : sources->built_in()) {
    if (auto checked = check(file, english); !checked) return fail(checked.error());
  }
  withdraw_faulty(*sources, english);

  for (const auto* more : {&sources->problems(), &texts->problems(), &assets->problems()}) {
    problems.insert(problems.end(), more->begin(), more->end());
  }
  Renderer renderer(std::move(*assets), std::move(*texts));
  renderer.problems_ = std::move(problems);
  for (const auto page : kPages) {
    const auto whole = sources->whole(page);
    if (!whole) return fail(whole.error());
    for (const auto& [lang, formatter] : renderer.texts_.languages()) {
      renderer.templates_.emplace(
          std::pair(std::string(page), lang),
          std::make_unique<Template>(with_texts(*whole, renderer.texts_.in(lang))));
    }
  }
  return renderer;
}

std::string Renderer::fill(std::string_view name, std::string_view lang,
                           const nlohmann::json& model) const {
  const auto found = templates_.find(std::pair<std::string, std::string>(name, lang));
  return found == templates_.end() ? std::string() : found->second->fill(data_of(model));
}

}  // namespace kb::page
