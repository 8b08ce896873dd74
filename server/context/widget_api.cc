#include "server/context/widget_api.h"

#include <array>

#include "core/base/content_hash.h"
#include "core/text/language.h"
#include "server/contact/contact_answer.h"
#include "server/context/context_desk.h"
#include "server/json_writer.h"
#include "server/page/html_text.h"

namespace kb {
namespace {

// By the names that widget.js has for them. What is counted or named there it fills in itself.
struct Word {
  std::string_view name;
  std::string_view key;
};
constexpr std::array kWords = {
    Word{"open", "widget.open"},
    Word{"close", "widget.close"},
    Word{"back", "widget.back"},
    Word{"forPage", "widget.for_page"},
    Word{"found", "widget.found"},
    Word{"none", "widget.none"},
    Word{"empty", "widget.empty"},
    Word{"loading", "widget.loading"},
    Word{"failed", "widget.failed"},
    Word{"retry", "widget.retry"},
    Word{"page", "widget.page"},
    Word{"sent", "widget.sent"},
    Word{"sentText", "widget.sent_text"},
    Word{"follow", "widget.follow"},
    Word{"check", "widget.check"},
    Word{"tooMany", "widget.too_many"},
    Word{"notices", "notice.home"},
    Word{"title", "home.title"},
    Word{"search", "search.label"},
    Word{"searchButton", "search.button"},
    Word{"contact", "layout.contact"},
    Word{"question", "vote.question"},
    Word{"yes", "vote.yes"},
    Word{"no", "vote.no"},
    Word{"thanksYes", "vote.thanks_yes"},
    Word{"thanksNo", "vote.thanks_no"},
    Word{"subject", "contact.subject"},
    Word{"description", "contact.description"},
    Word{"descriptionHint", "contact.description_hint"},
    Word{"email", "contact.email"},
    Word{"emailHint", "contact.email_hint"},
    Word{"faultSubject", "contact.fault_subject"},
    Word{"faultDescription", "contact.fault_description"},
    Word{"faultEmail", "contact.fault_email"},
    Word{"trail", "contact.trail"},
    Word{"sendTrail", "contact.trail_send"},
    Word{"searched", "contact.trail_searched"},
    Word{"read", "contact.trail_read"},
    Word{"helped", "contact.trail_helped"},
    Word{"not_helped", "contact.trail_not_helped"},
    Word{"suggestions", "contact.suggestions"},
    Word{"solved", "contact.solved"},
    Word{"still", "contact.still"},
    Word{"glad", "contact.glad"},
    Word{"gladText", "contact.glad_text"},
    Word{"backToMessage", "contact.back"},
    Word{"send", "contact.send"},
    Word{"away", "contact.away"},
};

constexpr std::string_view kUsuallyKept = "public, max-age=60";

void write_words(JsonWriter& out, const page::LanguageTexts& texts) {
  out.key("texts");
  out.begin('{');
  for (const auto& word : kWords)
    out.member(word.name, texts.format(word.key, {{"count", "{count}"},
                                                  {"number", "{number}"},
                                                  {"query", "{query}"},
                                                  {"title", "{title}"}}));
  out.end('}');
}

// "pl" for a page in "pl-PL".
std::string article_language(const HelpCenter& center, const std::string& lang) {
  const auto generation = center.searchers.generation();
  if (!generation) return lang;
  return text::negotiate_language(lang, generation->languages(center.audience()),
                                  center.config.site.default_language);
}

// A form of its own, a page or an address elsewhere, or no way at all.
void write_contact(JsonWriter& out, const HelpCenter& center, const std::string& lang) {
  const bool has_form = has_contact_form(center);
  const auto url = has_form ? center.urls.contact(lang) : link_in(center.config.site.contact, lang);
  out.member("contact", std::string_view(has_form ? "form" : url.empty() ? "none" : "link"));
  out.member("contact_url", url);
}

void write_notices(JsonWriter& out, const HelpCenter& center, const std::string& lang) {
  const auto generation = center.searchers.generation();
  out.key("notices");
  out.begin('[');
  if (generation && center.context)
    for (const auto& notice : center.context->notices.shown(center, *generation, lang)) {
      out.begin('{');
      out.member("text", notice.text);
      out.member("url", notice.url);
      out.member("lang", notice.article_lang);
      out.member("id", notice.article_id);
      out.end('}');
    }
  out.end(']');
}

}  // namespace

http::Response answer_widget(const HelpCenter& center, const http::Request& request) {
  const auto& site = center.config.site;
  const auto lang = request.param("lang").empty() ? Result<std::string>(site.default_language)
                                                  : text::canonical_language(request.param("lang"));
  if (!lang) return http::problem(400, "`lang`: " + to_line(lang.error()) + ".");
  const auto& texts = center.renderer.texts();
  const auto articles = article_language(center, *lang);
  const auto words = texts.in(texts.language_for(*lang, site.default_language));
  JsonWriter out;
  out.begin('{');
  out.member("lang", words.lang());
  out.member("dir", page::direction(words.lang()));
  out.member("content_lang", articles);
  out.member("site", site.name);
  out.member("home_url", center.urls.home(articles));
  out.member("events", center.events != nullptr);
  write_contact(out, center, articles);
  write_notices(out, center, articles);
  write_words(out, words);
  out.end('}');
  http::Response response;
  response.content_type = "application/json";
  response.body = out.take();
  response.etag = content_hash(response.body);
  response.cache_control = center.preview ? "no-cache" : std::string(kUsuallyKept);
  return response;
}

}  // namespace kb
