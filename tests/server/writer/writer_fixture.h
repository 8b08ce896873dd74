// A help center with resolved tickets, a source for answers, and writers who are logged in.
//
//   class Queue : public WriterFixture {};
//   TEST_F(Queue, …) {
//     put({ticket("1", "Where is my parcel?", "It is on its way.")});
//     publish();                                                   // indexes them
//     get("/writer/review", ana)
//
// Tickets of one question make one group. Not thread-safe.

#pragma once

#include <gmock/gmock.h>

#include <algorithm>

#include "core/base/durable_file.h"
#include "core/store/reviews.h"
#include "core/store/ticket_table.h"
#include "tests/server/staff_fixture.h"

namespace kb {

inline constexpr const char* kParcel =
    "My parcel was sent nine days ago and the tracking page shows nothing. Where is it now?";
inline constexpr const char* kAway =
    "How do I water my plants while I am away on holiday for three weeks in summer?";

class WriterFixture : public StaffFixture {
 protected:
  WriterFixture() {
    SourceConfig answers;
    answers.kind = SourceKind::answers;
    answers.path = center.site.folder() / "answers";
    center.site.config.sources.push_back(answers);
    center.site.write("en/delivery/track.md",
                      "---\ntitle: Track a parcel\ncategory: delivery\n---\n\nThe tracking page "
                      "shows where your parcel is.\n\n## When it shows nothing {#nothing}\n\nWait "
                      "a day.\n");
    ana = logged_in("ana", Role::writer);
    mihai = logged_in("mihai", Role::writer);
  }

  Ticket ticket(const std::string& id, const std::string& question, const std::string& answer) {
    Ticket made;
    made.source = "desk";
    made.id = id;
    made.lang = "en";
    made.subject = question.substr(0, question.find_first_of(".?"));
    made.question = question;
    made.answer = answer;
    made.topic = "delivery";
    made.created = center.site.clock.now() - std::chrono::days(30) + std::chrono::minutes(count_++);
    made.solved = made.created + std::chrono::hours(1);
    return made;
  }

  void put(const std::vector<Ticket>& tickets) {
    const auto done = store().write([&](store::Sql& sql) { return put_tickets(sql, tickets); });
    ASSERT_TRUE(done) << to_line(done.error());
  }
  void publish() { center.publish(); }

  // Three tickets of one question, one of another; indexed.
  void put_questions() {
    put({ticket("1", kParcel, "Call the post office."), ticket("2", kParcel, "It is on its way."),
         ticket("3", kParcel, "Call the post office."),
         ticket("9", kAway, "Ask a neighbour, or set a schedule.")});
    publish();
  }

  std::optional<store::Review> review(const std::string& id) {
    auto found = store().read([&](store::Sql& sql) { return store::find_review(sql, "desk", id); });
    EXPECT_TRUE(found) << to_line(found.error());
    return found.value_or(std::nullopt);
  }

  std::filesystem::path answers() const { return center.site.folder() / "answers"; }
  std::string answer_file(const std::string& name) const {
    return read_file(answers() / name).value_or("");
  }

  // What stands in the value of the form's hidden field.
  static std::string seen_in(const http::Response& page) {
    const std::string before = "name=\"seen\" value=\"";
    const auto at = page.body.find(before);
    if (at == std::string::npos) return {};
    const auto begin = at + before.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
  }

  // The form as it stands, changed and sent.
  Fields fields(const std::string& action, const std::string& seen) const {
    return {{"do", action},
            {"seen", seen},
            {"title", "Where is my parcel?"},
            {"question", kParcel},
            {"answer", "It is on its way.\n\n- Wait a week."},
            {"category", "delivery"},
            {"path", "where-is-my-parcel"}};
  }
  static Fields with(Fields fields, const std::string& name, const std::string& value) {
    for (auto& field : fields)
      if (field.name == name) field.value = value;
    if (std::ranges::none_of(fields, [&](const auto& field) { return field.name == name; }))
      fields.push_back({name, value});
    return fields;
  }

  static constexpr const char* kReview = "/writer/review/desk/1";
  std::string seen() { return seen_in(get(kReview, ana)); }

  Browser ana;
  Browser mihai;

 private:
  int count_ = 0;
};

}  // namespace kb
