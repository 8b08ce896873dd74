#include "server/pages/pages.h"

#include "core/text/language.h"
#include "server/contact/contact_answer.h"
#include "server/contact/contact_ticket_answer.h"
#include "server/delivery/watch_answer.h"
#include "server/discovery/discovery_answers.h"
#include "server/feedback/feedback_answer.h"
#include "server/feedback/survey_answer.h"
#include "server/pages/answers.h"

namespace kb {
namespace {

using index::Generation;

// The site's default or, where that has no article, the first language that has.
std::string default_language(const HelpCenter& center, const Generation& generation) {
  const auto& wanted = center.config.site.default_language;
  const auto& languages = generation.languages(center.audience());
  if (languages.empty() || generation.has_language(wanted, center.audience())) return wanted;
  return languages.front();
}

std::string negotiated_language(const HelpCenter& center, const http::Request& request,
                                const Generation& generation) {
  return text::negotiate_language(request.header("Accept-Language"),
                                  generation.languages(center.audience()),
                                  default_language(center, generation));
}

http::Response redirect_to_language(const HelpCenter& center, const std::string& lang) {
  auto response = http::redirect(302, center.urls.home(lang));
  response.headers.push_back({"Vary", "Accept-Language"});
  response.cache_control = "no-cache";
  return response;
}

http::Response answer_in_language(const PageContext& context) {
  switch (context.route().page) {
    case Page::home:
      return answer_home(context);
    case Page::search:
      return answer_search(context);
    case Page::category:
      return answer_category(context);
    case Page::article:
    case Page::answer:
      return answer_article(context);
    case Page::privacy:
      return answer_privacy(context);
    case Page::feed:
      return answer_feed(context);
    case Page::llms:
      return answer_llms(context);
    case Page::opensearch:
      return answer_opensearch(context);
    case Page::suggest:
      return answer_suggest(context);
    case Page::contact:
      return answer_contact(context);
    case Page::contact_ticket:
      return answer_contact_ticket(context);
    case Page::feedback:
      return answer_feedback(context);
    case Page::survey:
      return answer_survey(context);
    case Page::watch:
      return answer_watch(context);
    default:
      return answer_not_found(context);
  }
}

}  // namespace

http::Response answer_page(const HelpCenter& center, const http::Request& request,
                           const Route& route) {
  const auto generation = center.searchers.generation();
  const auto lang = text::canonical_language(route.lang);
  if (!generation) {
    return answer_no_index(
        {center, request, route, nullptr, lang ? *lang : center.config.site.default_language});
  }
  if (route.page == Page::root)
    return redirect_to_language(center, negotiated_language(center, request, *generation));
  if (route.page == Page::llms && route.lang.empty())
    return answer_llms({center, request, route, generation, default_language(center, *generation)});
  if (!lang || !generation->has_language(*lang, center.audience())) {
    return answer_not_found(
        {center, request, route, generation, negotiated_language(center, request, *generation)});
  }
  const PageContext context(center, request, route, generation, *lang);
  const bool lacks_slash = route.page == Page::home && !request.path.ends_with('/');
  if (*lang != route.lang || lacks_slash) return http::redirect(301, context.url_in(*lang));
  return answer_in_language(context);
}

}  // namespace kb
