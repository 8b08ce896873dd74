#include <algorithm>

#include "core/insights/agreement.h"
#include "core/store/review_samples.h"
#include "core/store/ticket_table.h"
#include "server/page/peer_page.h"
#include "server/writer/answer_rating.h"
#include "server/writer/open_questions.h"
#include "server/writer/personal_data.h"
#include "server/writer/review_week.h"
#include "server/writer/writer_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using store::AnswerRating;
using store::Sql;

constexpr int kOtherWeeks = 8;

// The replies of a week as one person sees them.
struct PeerWeek {
  std::string name;
  std::vector<Ticket> replies;  // that the store still has
  std::vector<AnswerRating> ratings;
  std::vector<std::string> weeks;  // that have a sample, newest first

  const AnswerRating* rating_by(const std::string& reviewer, const Ticket& ticket) const {
    const auto found = std::ranges::find_if(ratings, [&](const AnswerRating& rating) {
      return rating.reviewer == reviewer && rating.source == ticket.source &&
             rating.ticket == ticket.id;
    });
    return found == ratings.end() ? nullptr : &*found;
  }
  bool is_done_by(const std::string& reviewer) const {
    return !replies.empty() && std::ranges::all_of(replies, [&](const Ticket& ticket) {
      return rating_by(reviewer, ticket) != nullptr;
    });
  }
};

Result<PeerWeek> read_week(Sql& sql, const std::string& name) {
  PeerWeek week{.name = name, .replies = {}, .ratings = {}, .weeks = {}};
  const auto sample = store::sample_of(sql, name);
  if (!sample) return fail(sample.error());
  for (const auto& each : *sample) {
    auto ticket = store::find_ticket(sql, each.source, each.ticket);
    if (!ticket) return fail(ticket.error());
    if (*ticket) week.replies.push_back(std::move(**ticket));
  }
  auto ratings = store::ratings_of_week(sql, name);
  if (!ratings) return fail(ratings.error());
  week.ratings = std::move(*ratings);
  auto weeks = store::sampled_weeks(sql, kOtherWeeks);
  if (!weeks) return fail(weeks.error());
  week.weeks = std::move(*weeks);
  return week;
}

// The week that is over is drawn by who looks first.
Result<void> draw(const StaffRequest& staff, const store::Period& week) {
  const auto size = static_cast<std::size_t>(std::max(0, staff.center.config.tickets.sample));
  const auto drawn = staff.store.write(
      [&](Sql& sql) { return store::draw_sample(sql, week_name(week), week, size); });
  if (!drawn) return fail(drawn.error());
  return {};
}

Result<PeerWeek> week_to_rate(const StaffRequest& staff, const store::Period& week) {
  const auto read = [&] {
    return staff.store.read([&](Sql& sql) { return read_week(sql, week_name(week)); });
  };
  auto found = read();
  const bool is_last = week_name(week) == week_name(week_before(staff.center.clock.now()));
  if (!found || !found->replies.empty() || !is_last) return found;
  if (auto drawn = draw(staff, week); !drawn) return fail(drawn.error());
  return read();
}

std::string title_of(const Ticket& ticket) {
  return ticket.subject.empty() ? ticket.question.substr(0, ticket.question.find('\n'))
                                : ticket.subject;
}

std::vector<page::PeerResult> results_of(const PeerWeek& week) {
  std::vector<page::PeerResult> results;
  for (const auto criterion : page::kCriteria) {
    std::vector<std::vector<int>> rated;
    for (const auto& ticket : week.replies) {
      auto& marks = rated.emplace_back();
      for (const auto& rating : week.ratings) {
        if (rating.source != ticket.source || rating.ticket != ticket.id) continue;
        marks.push_back(criterion == "correct"    ? rating.correct
                        : criterion == "complete" ? rating.complete
                        : criterion == "clear"    ? rating.clear
                                                  : rating.tone);
      }
    }
    const auto found = insights::agreement(rated);
    results.push_back({std::string(criterion), found.mean, found.alpha,
                       static_cast<std::int64_t>(found.ratings)});
  }
  return results;
}

std::string reply_path(const PeerWeek& week, const Ticket& ticket) {
  return peer_path(week.name, ticket.source, ticket.id);
}

// Where to go on: the next reply without a mark of one's own, else the week.
std::string next_path(const StaffRequest& staff, const PeerWeek& week, const Ticket& just_rated) {
  for (const auto& ticket : week.replies)
    if (to_key(ticket) != to_key(just_rated) && !week.rating_by(staff.identity.name, ticket))
      return reply_path(week, ticket);
  return peer_week_path(week.name);
}

http::Response rate_reply(const StaffRequest& staff, const PeerWeek& week, const Ticket& ticket,
                          page::PeerReplyPage view) {
  const auto rating = rating_in(staff.form);
  if (!rating || !view.rating.may_rate) {
    put_back(staff.form, view.rating);
    return staff.page(422, page::render(staff.center.renderer, view));
  }
  if (auto rated = rate(staff, ticket.source, ticket.id, *rating); !rated)
    return staff.fault(rated.error());
  return staff.done(next_path(staff, week, ticket), "staff.done.rated");
}

}  // namespace

http::Response answer_peer(const StaffRequest& staff) {
  const auto asked = staff.request.param("week");
  const auto period =
      asked.empty() ? std::optional(week_before(staff.center.clock.now())) : parse_week(asked);
  if (!period) return staff.not_found();
  const auto week = week_to_rate(staff, *period);
  if (!week) return staff.fault(week.error());
  page::PeerPage view{.staff = staff.site("writer"),
                      .writer_url = staff.url(kWriterPath),
                      .from = period->from,
                      .to = period->until - std::chrono::days{1}};
  for (const auto& ticket : week->replies)
    view.replies.push_back({.title = title_of(ticket),
                            .lang = ticket.lang,
                            .url = staff.url(reply_path(*week, ticket)),
                            .rated = week->rating_by(staff.identity.name, ticket) != nullptr});
  if (week->is_done_by(staff.identity.name)) view.results = results_of(*week);
  for (const auto& name : week->weeks)
    if (name != week->name) view.weeks.push_back({name, staff.url(peer_week_path(name))});
  return staff.page(200, page::render(staff.center.renderer, view));
}

http::Response answer_peer_reply(const StaffRequest& staff, std::string_view rest) {
  const auto parts = split_key(rest);  // the week, and the reply's key
  const auto& name = parts.first;
  const auto& key = parts.second;
  const auto week = staff.store.read([&](Sql& sql) { return read_week(sql, name); });
  if (!week) return staff.fault(week.error());
  const auto found =
      std::ranges::find_if(week->replies, [&](const Ticket& each) { return to_key(each) == key; });
  if (found == week->replies.end()) return staff.not_found();
  const auto* own = week->rating_by(staff.identity.name, *found);
  page::PeerReplyPage view{.staff = staff.site("writer"),
                           .peer_url = staff.url(peer_week_path(week->name)),
                           .title = title_of(*found),
                           .lang = found->lang,
                           .question = marked_parts(found->question),
                           .answer = marked_parts(found->answer),
                           .rating = {.action = staff.url(reply_path(*week, *found)),
                                      .may_rate = !week->is_done_by(staff.identity.name)}};
  if (own) {
    view.rating.rated = true;
    view.rating.marks = {own->correct, own->complete, own->clear, own->tone};
    view.rating.note = own->note;
  }
  if (staff.request.method == "POST") return rate_reply(staff, *week, *found, std::move(view));
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
