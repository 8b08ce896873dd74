#include "server/delivery/watch_mail.h"

#include <string_view>

namespace kb {
namespace {

constexpr std::size_t kLongestQuoted = 120;  // bytes

// "reset hub 2.0" is; "win at evil.example/now" is not: what a mail program makes a link of.
bool is_words_alone(std::string_view text) {
  if (text.size() > kLongestQuoted) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::string_view("/\\@<>").find(text[i]) != std::string_view::npos) return false;
    const bool begins_something =
        i + 1 < text.size() && text[i + 1] != ' ' && (text[i + 1] < '0' || text[i + 1] > '9');
    if (text[i] == '.' && begins_something) return false;
  }
  return true;
}

page::LanguageTexts texts_of(const WatchMail& mail) {
  return mail.texts.in(mail.texts.language_for(mail.watch.lang, mail.config.site.default_language));
}

MailMessage begun(const WatchMail& mail, const page::LanguageTexts& texts, std::string subject,
                  const char* what) {
  MailMessage message{.from = {mail.config.site.name, mail.config.mail.from},
                      .to = mail.watch.email,
                      .subject = std::move(subject),
                      .id = "watch/" + std::to_string(mail.watch.id) + "/" + what,
                      .date = mail.now,
                      .answers = true};
  message.body.lang = texts.lang();
  return message;
}

// One click in the mail program stops it, too (RFC 8058, which asks for https).
std::vector<http::Field> ways_to_stop(const std::string& link) {
  std::vector<http::Field> headers = {{"List-Unsubscribe", "<" + link + ">"}};
  if (link.starts_with("https://"))
    headers.push_back({"List-Unsubscribe-Post", "List-Unsubscribe=One-Click"});
  return headers;
}

}  // namespace

MailMessage confirm_mail(const WatchMail& mail, const std::string& link, const std::string& title) {
  const auto texts = texts_of(mail);
  // Asked again, it is another mail.
  const auto what = "confirm/" + mail.watch.token_hash.substr(0, 16);
  auto message = begun(mail, texts, texts.format("mail.confirm.subject"), what.c_str());
  message.headers = ways_to_stop(link);
  auto& body = message.body;
  body.say(texts.format("mail.confirm.asked", {{"site", mail.config.site.name}}));
  if (!title.empty())
    body.say(texts.format("mail.confirm.article", {{"title", title}}));
  else if (is_words_alone(mail.watch.query))
    body.say(texts.format("mail.confirm.question", {{"query", mail.watch.query}}));
  body.link(texts.format("mail.confirm.button"), link);
  body.say(texts.format("mail.confirm.not_you"));
  body.say(texts.format("mail.automatic"));
  return message;
}

MailMessage told_mail(const WatchMail& mail, std::vector<page::Link> answers) {
  const auto texts = texts_of(mail);
  const bool of_article = !mail.watch.article.empty();
  auto subject = of_article
                     ? texts.format("mail.told.article_subject", {{"title", answers.front().text}})
                     : texts.format("mail.told.query_subject", {{"query", mail.watch.query}});
  auto message = begun(mail, texts, std::move(subject), "told");
  auto& body = message.body;
  body.say(of_article ? texts.format("mail.told.article")
                      : texts.format("mail.told.query", {{"query", mail.watch.query}}));
  body.list(std::move(answers));
  body.say(texts.format("mail.told.once"));
  return message;
}

}  // namespace kb
