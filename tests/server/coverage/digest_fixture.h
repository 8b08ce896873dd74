// A help center with something to tell of the week from 3 to 9 March 2026: visits, gaps, proofs,
// wishes.
//
//   class Sender : public DigestFixture {};
//   const auto digest = make(report_of({found(add_gap("zwrot", "pl"))}));
//
// Not thread-safe.

#pragma once

#include <nlohmann/json.hpp>
#include <span>

#include "core/store/gap_table.h"
#include "core/store/ticket_table.h"
#include "server/coverage/digest.h"
#include "tests/server/insights/insights_fixture.h"

namespace kb {

class DigestFixture : public InsightsFixture {
 protected:
  std::int64_t add_gap(const std::string& label, const std::string& lang = "en",
                       store::GapState state = store::GapState::open) {
    const auto now = center.site.clock.now();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_gap(
          sql, {.lang = lang, .label = label, .state = state, .created = now, .changed = now},
          {.at = now, .what = "found", .after = label});
    });
    EXPECT_TRUE(added) << to_line(added.error());
    return added.value_or(0);
  }

  void prove(std::int64_t gap, const std::string& verdict, std::chrono::hours ago = {}) {
    const nlohmann::json proof = {{"verdict", verdict},
                                  {"before", {{"count", 60}, {"of", 80}}},
                                  {"after", {{"count", 3}, {"of", 41}}}};
    const auto done = store().write([&](store::Sql& sql) {
      return store::add_gap_change(sql, {.gap = gap,
                                         .at = center.site.clock.now() - ago,
                                         .what = "proof",
                                         .after = proof.dump()});
    });
    EXPECT_TRUE(done) << to_line(done.error());
  }

  void put_wish(const std::string& id, const std::string& subject,
                TicketType type = TicketType::feature_request, const std::string& lang = "en") {
    Ticket ticket;
    ticket.source = "desk";
    ticket.id = id;
    ticket.lang = lang;
    ticket.type = type;
    ticket.subject = subject;
    ticket.customer.hash = "customer " + id;
    ticket.created = center.site.clock.now() - std::chrono::hours(24);
    const auto done = store().write(
        [&](store::Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); });
    EXPECT_TRUE(done) << to_line(done.error());
  }

  static insights::FoundGap found(std::int64_t id, const std::string& label,
                                  insights::GapTrend trend = insights::GapTrend::steady) {
    return {
        .id = id, .lang = "en", .label = label, .customers = 12, .ticket_count = 3, .trend = trend};
  }
  static std::shared_ptr<const insights::GapReport> report_of(
      std::vector<insights::FoundGap> gaps) {
    auto report = std::make_shared<insights::GapReport>();
    report->is_known = true;
    report->gaps = std::move(gaps);
    return report;
  }

  Digest make(std::shared_ptr<const insights::GapReport> gaps = {}) {
    auto digest = make_digest({center.center(), store(), std::move(gaps)});
    EXPECT_TRUE(digest) << to_line(digest.error());
    return digest.value_or(Digest());
  }
};

}  // namespace kb
