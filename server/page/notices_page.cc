#include "server/page/notices_page.h"

#include <nlohmann/json.hpp>

#include "core/text/message.h"
#include "server/page/review_parts.h"

namespace kb::page {
namespace {

using nlohmann::json;

json pinned_item(const Frame& frame, const PinnedNotice& notice) {
  json item = {{"id", std::to_string(notice.id)},
               {"text", notice.text},
               {"language", notice.lang.empty() ? frame.text("notice.all_languages")
                                                : text::language_name(notice.lang, frame.lang())},
               {"article", notice.article},
               {"url", notice.url},
               {"until", frame.text("notice.shown_until",
                                    {{"date", text::format_date(notice.until, frame.lang())}})},
               {"who", notice.who}};
  if (!notice.lang.empty()) frame.mark_language(item, notice.lang);
  return item;
}

json rising_item(const Frame& frame, const RisingTopic& topic) {
  json item = {{"label", topic.label},
               {"url", topic.pin_url},
               {"language", text::language_name(topic.lang, frame.lang())},
               {"customers", frame.text("notice.customers", {{"count", topic.customers}})}};
  frame.mark_language(item, topic.lang);
  return item;
}

// Null: the notice is for no gap.
json topic_asked(const Frame& frame, const NoticeTopic& topic) {
  if (topic.label.empty()) return nullptr;
  json asked = {{"label", topic.label}};
  frame.mark_language(asked, topic.lang);
  return asked;
}

void add_notice_form(const Frame& frame, json& model, const NoticesPage& page) {
  const auto& form = page.form;
  std::vector<Choice> languages = {{"", frame.text("notice.all_languages"), form.lang.empty()}};
  for (const auto& lang : page.languages)
    languages.push_back({lang, text::language_name(lang, frame.lang()), lang == form.lang});
  const auto fault = [&](const std::string& key) {
    return key.empty() ? key : frame.text(key, {{"longest", page.longest_text}});
  };
  model["languages"] = choices(languages);
  model["longest"] = std::to_string(page.longest_text);
  model["today"] = page.today;
  model["text"] = form.text;
  model["asked"] = topic_asked(frame, page.asked);
  model["article"] = form.article;
  model["until"] = form.until;
  model["gap"] = form.gap;
  model["text_fault"] = fault(form.text_fault);
  model["lang_fault"] = fault(form.lang_fault);
  model["article_fault"] = fault(form.article_fault);
  model["until_fault"] = fault(form.until_fault);
}

}  // namespace

std::string render(const Renderer& renderer, const NoticesPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("notice.title")});
  auto notices = json::array();
  for (const auto& notice : page.notices) notices.push_back(pinned_item(frame, notice));
  auto rising = json::array();
  for (const auto& topic : page.rising) rising.push_back(rising_item(frame, topic));
  model["action"] = page.action;
  model["back_url"] = page.back_url;
  model["has_notices"] = !notices.empty();
  model["notices"] = std::move(notices);
  model["has_rising"] = !rising.empty();
  model["rising"] = std::move(rising);
  add_notice_form(frame, model, page);
  return frame.fill("notices", model);
}

}  // namespace kb::page
