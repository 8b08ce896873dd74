#include "server/coverage/digest_words.h"

#include "core/text/message.h"
#include "server/coverage/site_days.h"
#include "server/coverage/weak_articles_answer.h"
#include "server/coverage/wishes_answer.h"
#include "server/delivery/mail_link.h"
#include "server/gaps/gap_urls.h"
#include "server/insights/figure_words.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

constexpr std::string_view kInsightsPage = "/writer/insights";

// First-strong isolate: the text's own direction, whatever stands around it.
std::string set_apart(const std::string& text) {
  return "\u2068" + text + "\u2069";
}

class DigestWords {
 public:
  DigestWords(const HelpCenter& center, const page::LanguageTexts& texts)
      : center_(center), texts_(texts), figures_(texts, center.config.insights.currency) {}

  DigestLine gap(const DigestGap& gap) const {
    return {texts_.format("digest.gap_line", {{"label", set_apart(gap.label)},
                                              {"language", language(gap.lang)},
                                              {"customers", figures_.number(gap.customers)},
                                              {"tickets", figures_.number(gap.tickets)}}),
            path(gap.id > 0 ? gap_path(gap.id) : std::string(kGapsPath))};
  }

  DigestLine proof(const DigestProof& proof) const {
    return {texts_.format("digest.proof_line", {{"label", set_apart(proof.label)},
                                                {"language", language(proof.lang)},
                                                {"before", share(proof.before)},
                                                {"after", share(proof.after)}}),
            path(gap_path(proof.id))};
  }

  DigestLine target(const StandingTarget& standing) const {
    const auto line = target_line(standing, texts_);
    return {texts_.format("digest.target_line",
                          {{"target", line.title}, {"now", line.now}, {"by", line.by}}),
            path(kTargetsPath)};
  }

  DigestLine figure(const insights::ComparedVisitFigure& figure) const {
    const auto name = "insights.figure_" + std::string(figure.now.rule->name);
    return {texts_.format("digest.figure_line", {{"figure", texts_.format(name)},
                                                 {"now", figures_.value(figure.now)},
                                                 {"before", figures_.value(figure.before)}}),
            path(kInsightsPage)};
  }

  DigestLine weak(const WeakArticle& article) const {
    const auto reason = insights::health_reason_name(article.findings.front().reason);
    return {texts_.format("digest.weak_line",
                          {{"title", set_apart(article.title)},
                           {"language", language(article.lang)},
                           {"reason", texts_.format("coverage.reason_" + std::string(reason))},
                           {"readers", figures_.number(article.readers)}}),
            center_.urls.article(article.lang, article.id, article.kind)};
  }

  DigestLine wish(const insights::Wish& wish) const {
    return {
        texts_.format("digest.gap_line", {{"label", set_apart(wish.label)},
                                          {"language", language(wish.lang)},
                                          {"customers", figures_.number(wish.customers)},
                                          {"tickets", figures_.number(std::ssize(wish.tickets))}}),
        path(kWishesPath)};
  }

  template <class Item>
  void add(DigestText& text, const char* heading, const std::vector<Item>& items,
           DigestLine (DigestWords::*line)(const Item&) const) const {
    if (items.empty()) return;
    DigestSection section{texts_.format(heading)};
    for (const Item& item : items) section.lines.push_back((this->*line)(item));
    text.sections.push_back(std::move(section));
  }

 private:
  std::string path(std::string_view path) const {
    return center_.config.site.base_path + std::string(path);
  }
  std::string language(const std::string& lang) const {
    return text::language_name(lang, texts_.lang());
  }
  // "75.0 % (60/80)"
  std::string share(const insights::Share& share) const {
    return figures_.percent(share) + " (" + figures_.number(share.count) + "/" +
           figures_.number(share.of) + ")";
  }

  const HelpCenter& center_;
  const page::LanguageTexts& texts_;
  const FigureWords figures_;
};

std::string intro_of(const Digest& digest, const page::LanguageTexts& texts) {
  if (digest.is_empty()) return texts.format("digest.empty");
  return digest.knows_gaps ? std::string() : texts.format("digest.no_gaps_yet");
}

}  // namespace

DigestText in_words(const Digest& digest, const HelpCenter& center,
                    const page::LanguageTexts& texts) {
  const auto date = [&](std::int64_t day) {
    return text::format_date(first_second(day), texts.lang());
  };
  DigestText text{.subject = texts.format("digest.subject", {{"site", center.config.site.name},
                                                             {"from", date(digest.days.from)},
                                                             {"to", date(digest.days.to)}}),
                  .intro = intro_of(digest, texts)};
  const DigestWords words(center, texts);
  words.add(text, "digest.figures", digest.figures, &DigestWords::figure);
  words.add(text, "digest.returned", digest.returned, &DigestWords::proof);
  words.add(text, "digest.targets", digest.at_risk, &DigestWords::target);
  words.add(text, "digest.top", digest.top, &DigestWords::gap);
  words.add(text, "digest.rising", digest.rising, &DigestWords::gap);
  words.add(text, "digest.closed", digest.closed, &DigestWords::proof);
  words.add(text, "digest.weak", digest.weak, &DigestWords::weak);
  words.add(text, "digest.wishes", digest.wishes, &DigestWords::wish);
  return text;
}

MailBody digest_body(const DigestText& text, const Config& config,
                     const page::LanguageTexts& texts) {
  MailBody body{.lang = texts.lang()};
  if (!text.intro.empty()) body.say(text.intro);
  for (const auto& section : text.sections) {
    body.say(section.heading);
    std::vector<page::Link> links;
    for (const auto& line : section.lines)
      links.push_back({line.text, mail_link(config, line.path)});
    body.list(std::move(links));
  }
  const auto writer = config.site.base_path + std::string(kWriterPath);
  body.link(texts.format("digest.open"), mail_link(config, writer));
  return body;
}

page::LanguageTexts team_texts(const HelpCenter& center) {
  const auto& texts = center.renderer.texts();
  const auto& lang = center.config.site.default_language;
  return texts.in(texts.language_for(lang, lang));
}

}  // namespace kb
