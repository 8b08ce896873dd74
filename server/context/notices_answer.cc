#include "server/context/notices_answer.h"

#include <algorithm>
#include <charconv>

#include "core/article/link.h"
#include "core/base/date.h"
#include "core/insights/gaps/gap_links.h"
#include "core/store/notices.h"
#include "core/text/calendar.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "server/context/context_desk.h"
#include "server/gaps/gap_board.h"
#include "server/page/notices_page.h"

namespace kb {
namespace {

constexpr std::int64_t kLongestNotice = 140;  // characters: one line
constexpr std::int64_t kLongestShown = 366;   // days
constexpr std::int64_t kNoticeDays = 7;       // likewise
constexpr std::size_t kMostRising = 5;
constexpr std::string_view kEdges = " \t\r\n";

std::string trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(kEdges);
  if (begin == text.npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(kEdges) - begin + 1));
}

std::int64_t number_in(std::string_view text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Time begin_of_utc_day(std::int64_t day) {
  return Time{std::chrono::days{day}};
}

std::int64_t characters_of(std::string_view text) {
  return std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
}

// The site's day, as its home page counts it. The time zone was checked when the server started.
std::int64_t today_of(const StaffRequest& staff) {
  const auto calendar = text::Calendar::of(staff.center.config.insights.time_zone);
  const Time now = staff.center.clock.now();
  return calendar ? calendar->day_of(now)
                  : std::chrono::floor<std::chrono::days>(now.time_since_epoch()).count();
}

const insights::FoundGap* find_gap(const insights::GapReport& report, std::int64_t id) {
  const auto found = std::ranges::find(report.gaps, id, &insights::FoundGap::id);
  return id == 0 || found == report.gaps.end() ? nullptr : &*found;
}

std::shared_ptr<const insights::GapReport> report_of(const StaffRequest& staff) {
  return staff.center.gaps ? staff.center.gaps->report() : nullptr;
}

// "pl/delivery/late" of the article that answers it; "" where none does.
std::string helping_article(const insights::FoundGap& gap) {
  const bool is_answered =
      gap.diagnosis != insights::Diagnosis::missing && !insights::subject_of(gap).empty();
  return is_answered ? gap.articles.front().lang + "/" + gap.articles.front().id : std::string();
}

// The text is the writer's: what customers typed is no notice.
page::NoticeForm empty_form(const StaffRequest& staff) {
  page::NoticeForm form{.until = iso_date(begin_of_utc_day(today_of(staff) + kNoticeDays))};
  const auto report = report_of(staff);
  const auto* gap = report ? find_gap(*report, number_in(staff.request.param("gap"))) : nullptr;
  if (!gap) return form;
  form.gap = std::to_string(gap->id);
  form.lang = gap->lang;
  form.article = helping_article(*gap);
  return form;
}

std::vector<page::RisingTopic> rising_topics(const StaffRequest& staff) {
  std::vector<page::RisingTopic> topics;
  const auto report = report_of(staff);
  if (!report) return topics;
  for (const auto& gap : report->gaps) {
    const bool is_new =
        gap.trend == insights::GapTrend::fresh || gap.trend == insights::GapTrend::rising;
    if (!is_new || gap.id == 0 || topics.size() == kMostRising) continue;
    topics.push_back({gap.label, gap.lang, gap.customers,
                      staff.url(std::string(kNoticesPath) + "?gap=" + std::to_string(gap.id))});
  }
  return topics;
}

page::PinnedNotice pinned(const StaffRequest& staff, const index::Generation* generation,
                          const store::Notice& notice) {
  page::PinnedNotice line{.id = notice.id,
                          .text = notice.text,
                          .lang = notice.lang,
                          .until = begin_of_utc_day(notice.until_day),
                          .who = notice.who};
  const auto slash = notice.article.find('/');
  if (!generation || slash == notice.article.npos) return line;
  const auto lang = notice.article.substr(0, slash);
  const auto found = generation->find(lang, notice.article.substr(slash + 1), Audience::everyone);
  if (!found) return line;
  line.article = found->row->title;
  line.url = staff.center.urls.article(lang, found->row->id, found->row->kind);
  return line;
}

http::Response show(const StaffRequest& staff, int status, page::NoticeForm form) {
  const auto today = today_of(staff);
  const auto notices =
      staff.store.read([&](store::Sql& sql) { return store::notices_on(sql, today); });
  if (!notices) return staff.fault(notices.error());
  const auto generation = staff.center.searchers.generation();
  page::NoticesPage view{.staff = staff.site("writer"),
                         .action = staff.url(kNoticesPath),
                         .back_url = staff.url("/writer"),
                         .longest_text = kLongestNotice,
                         .today = iso_date(begin_of_utc_day(today)),
                         .rising = rising_topics(staff),
                         .form = std::move(form)};
  const auto report = report_of(staff);
  if (const auto* gap = report ? find_gap(*report, number_in(view.form.gap)) : nullptr)
    view.asked = {gap->label, gap->lang};
  if (generation) view.languages = generation->languages();
  for (const auto& notice : *notices)
    view.notices.push_back(pinned(staff, generation.get(), notice));
  return staff.page(status, page::render(staff.center.renderer, view));
}

page::NoticeForm typed_form(const StaffRequest& staff) {
  return {.text = trimmed(staff.form.text("text")),
          .lang = staff.form.text("lang"),
          .article = trimmed(staff.form.text("article")),
          .until = trimmed(staff.form.text("until")),
          .gap = staff.form.text("gap")};
}

// The notice that the form says; its faults go into the form.
store::Notice checked(const StaffRequest& staff, page::NoticeForm& form) {
  const auto generation = staff.center.searchers.generation();
  const Time now = staff.center.clock.now();
  store::Notice notice{.lang = form.lang,
                       .text = form.text,
                       .gap = number_in(form.gap),
                       .who = staff.identity.name,
                       .created = now};
  if (form.text.empty() || characters_of(form.text) > kLongestNotice ||
      form.text.find_first_of("\r\n") != form.text.npos)
    form.text_fault = "notice.fault_text";
  if (!form.lang.empty() && !(generation && generation->has_language(form.lang)))
    form.lang_fault = "notice.fault_lang";
  if (!form.article.empty()) {
    if (generation)
      notice.article =
          notice_article(*generation, staff.center.urls.base_path(), form.article, now);
    if (notice.article.empty()) form.article_fault = "notice.fault_article";
  }
  const auto until = parse_time(form.until);
  const auto today = today_of(staff);
  if (until)
    notice.until_day = std::chrono::floor<std::chrono::days>(until->time_since_epoch()).count();
  if (!until || notice.until_day < today || notice.until_day > today + kLongestShown)
    form.until_fault = "notice.fault_until";
  return notice;
}

void tell_board(const StaffRequest& staff) {
  if (staff.center.context) staff.center.context->notices.changed();
}

http::Response add(const StaffRequest& staff) {
  auto form = typed_form(staff);
  const auto notice = checked(staff, form);
  const bool is_right = form.text_fault.empty() && form.lang_fault.empty() &&
                        form.article_fault.empty() && form.until_fault.empty();
  if (!is_right) return show(staff, 422, std::move(form));
  const auto added = staff.store.write([&](store::Sql& sql) -> Result<void> {
    const auto id = store::add_notice(sql, notice);
    if (!id) return fail(id.error());
    return staff.audit(sql, "notice.add", std::to_string(*id), notice.text);
  });
  if (!added) return staff.fault(added.error());
  tell_board(staff);
  return staff.done(kNoticesPath, "staff.done.notice_added");
}

http::Response remove(const StaffRequest& staff) {
  const auto id = number_in(staff.form.text("id"));
  const auto removed = staff.store.write([&](store::Sql& sql) -> Result<bool> {
    const auto done = store::remove_notice(sql, id);
    if (!done) return fail(done.error());
    if (!*done) return false;
    if (auto told = staff.audit(sql, "notice.remove", std::to_string(id)); !told)
      return fail(told.error());
    return true;
  });
  if (!removed) return staff.fault(removed.error());
  tell_board(staff);
  return staff.done(kNoticesPath,
                    *removed ? "staff.done.notice_removed" : "staff.done.notice_gone");
}

}  // namespace

std::string notice_article(const index::Generation& generation, std::string_view base_path,
                           std::string_view typed, Time now) {
  if (const auto scheme = typed.find("://"); scheme != typed.npos) {
    typed.remove_prefix(scheme + 3);
    typed.remove_prefix(std::min(typed.find('/'), typed.size()));
  }
  const bool is_address = typed.starts_with('/');
  std::string path = percent_decode(typed.substr(0, typed.find_first_of("?#")));
  if (is_address) {
    if (path.starts_with(base_path)) path.erase(0, base_path.size());
    const auto route = find_route(path);
    if (route.page != Page::article && route.page != Page::answer) return {};
    path = route.lang + "/" + route.rest;
  }
  const auto slash = path.find('/');
  if (slash == path.npos) return {};
  const auto lang = text::canonical_language(path.substr(0, slash));
  if (!lang) return {};
  const auto id = path.substr(slash + 1);
  const auto found = generation.find(*lang, id, Audience::everyone);
  return found && found->row->alive(now) ? *lang + "/" + id : std::string();
}

http::Response answer_notices(const StaffRequest& staff) {
  if (staff.request.method != "POST") return show(staff, 200, empty_form(staff));
  return staff.form.text("do") == "remove" ? remove(staff) : add(staff);
}

}  // namespace kb
