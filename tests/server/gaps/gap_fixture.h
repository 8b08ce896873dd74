// A help center with gaps in its store, as if they had been found before, and two writers.
//
//   class Page : public GapFixture {};
//   TEST_F(Page, …) { const auto id = add("zwrot kasy"); get("/writer/gaps/" + …, ana); }
//
// Nothing is found anew here: what was found last is the business of the board's own tests. Not
// thread-safe.

#pragma once

#include <gmock/gmock.h>

#include "core/store/gap_table.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class GapFixture : public StaffFixture {
 protected:
  GapFixture() {
    center.site.config.insights.shown_from = 1;
    center.site.write("en/billing/refund.md", "---\ntitle: Refunds\n---\n\nWe pay back.\n");
    center.publish();
    ana = logged_in("ana", Role::writer);
    ion = logged_in("ion", Role::writer);
  }

  std::int64_t add(const std::string& label, std::vector<store::GapMember> questions = {},
                   const std::string& lang = "en") {
    const auto now = center.site.clock.now();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_gap(sql,
                            {.lang = lang,
                             .label = label,
                             .created = now,
                             .changed = now,
                             .questions = std::move(questions)},
                            {.at = now, .what = "found", .after = label});
    });
    EXPECT_TRUE(added) << to_line(added.error());
    return added.value_or(0);
  }

  store::Gap gap(std::int64_t id) {
    const auto found =
        store().read([&](store::Sql& sql) { return store::find_gap(sql, id); }).value();
    EXPECT_TRUE(found);
    return found.value_or(store::Gap());
  }

  // "ana state open>in_progress", the oldest first.
  std::vector<std::string> history(std::int64_t id) {
    std::vector<std::string> lines;
    const auto changes = store().read([&](store::Sql& sql) { return store::gap_history(sql, id); });
    for (const auto& change : changes.value())
      lines.push_back(change.who + " " + change.what + " " + change.before + ">" + change.after);
    return lines;
  }

  static std::string path(std::int64_t id) { return "/writer/gaps/" + std::to_string(id); }

  Browser ana;
  Browser ion;
};

}  // namespace kb
