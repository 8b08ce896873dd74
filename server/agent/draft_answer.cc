#include "server/agent/draft_answer.h"

#include "server/agent/agent_urls.h"
#include "server/agent/article_draft.h"
#include "server/agent/draft_page.h"
#include "server/agent/redaction.h"
#include "server/agent/telling_words.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

constexpr std::size_t kKeywords = 6;
constexpr std::size_t kAnswers = 2;  // of similar tickets, besides the ticket's own

struct Texts {
  std::string subject, question;
  std::vector<std::string> answers;
};

Result<Texts> texts_for(const StaffRequest& staff, const ConsoleSearch& search,
                        const std::optional<Ticket>& ticket, const Findings& found) {
  std::vector<std::string> texts = {search.subject, search.text};
  if (ticket && !ticket->answer.empty()) texts.push_back(ticket->answer);
  for (const auto& similar : found.tickets) {
    if (texts.size() >= 3 + kAnswers) break;
    if (similar.lang == search.lang && !(ticket && similar.best == to_key(*ticket)))
      texts.push_back(similar.answer);
  }
  auto redacted = without_personal_data(staff.center.config.redact, texts, search.lang);
  if (!redacted) return fail(redacted.error());
  Texts kept{std::move((*redacted)[0]), std::move((*redacted)[1]), {}};
  kept.answers.assign(std::make_move_iterator(redacted->begin() + 2),
                      std::make_move_iterator(redacted->end()));
  return kept;
}

// A topic is a helpdesk's word: it is a category where the help center has one of that name.
std::string category_of(const index::Generation& generation, const Findings& found) {
  if (find_category(generation, found.topic)) return found.topic;
  return found.articles.empty() ? std::string() : found.articles.front().hit.category;
}

http::Response as_file(const StaffRequest& staff, const std::string& name, std::string draft) {
  auto response = staff.json(200, std::move(draft));
  response.content_type = "text/markdown; charset=utf-8";
  // Names in any script: RFC 6266.
  response.headers.push_back({"Content-Disposition",
                              "attachment; filename=\"draft.md\"; "
                              "filename*=UTF-8''" +
                                  percent_encode_path(name)});
  return response;
}

}  // namespace

http::Response answer_draft(const StaffRequest& staff, const ConsoleSearch& search,
                            const std::optional<Ticket>& ticket) {
  const auto generation = staff.center.searchers.generation();
  const auto found = search_console(staff.center, search);
  if (found.state == Findings::State::failed) return staff.fault(found.error);
  const auto texts = texts_for(staff, search, ticket, found);
  if (!texts) return staff.fault(texts.error());

  ArticleDraft draft{.lang = search.lang,
                     .owner = staff.identity.name,
                     .updated = staff.center.clock.now(),
                     .question = texts->question,
                     .answers = texts->answers};
  draft.title = draft_title(texts->subject.empty() ? texts->question : texts->subject);
  if (ticket) draft.ticket = to_key(*ticket);
  if (generation) {
    draft.keywords =
        telling_words(texts->subject + "\n" + texts->question, search.lang, *generation, kKeywords);
    draft.category = category_of(*generation, found);
  }
  auto markdown = article_draft(draft);
  const auto file = draft_file_name(draft.title);
  if (staff.form.text("do") == "draft_file") return as_file(staff, file, std::move(markdown));
  page::DraftPage view{
      .staff = staff.site("agent"),
      .draft = std::move(markdown),
      .file = search.lang + "/" + (draft.category.empty() ? "" : draft.category + "/") + file,
      .lang = search.lang,
      .back_url = staff.url(kConsolePath),
      .action = staff.url(kConsolePath),
      .text = staff.form.text("text"),
      .ticket = ticket ? to_key(*ticket) : staff.form.text("ticket"),
      .customer_lang = search.lang};
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
