#include "tests/server/agent/agent_fixture.h"

#include <fstream>
#include <set>

#include "core/index/generation_publisher.h"
#include "core/index/ticket_writer.h"
#include "core/store/ticket_table.h"

namespace kb {
namespace {

Ticket ticket(const std::string& id, const std::string& lang, const std::string& subject,
              const std::string& question, const std::string& answer) {
  Ticket ticket;
  ticket.source = "zendesk";
  ticket.id = id;
  ticket.lang = lang;
  ticket.subject = subject;
  ticket.question = question;
  ticket.answer = answer;
  ticket.topic = "billing";
  ticket.created = SiteInFolder::kStart;
  ticket.satisfaction = 5;
  return ticket;
}

std::vector<Ticket> sample_tickets() {
  std::vector<Ticket> tickets = {
      ticket("1", "pl", "Zwrot nie doszedł",
             "Odesłałem hub dwa tygodnie temu i zwrot pieniędzy jeszcze nie doszedł na kartę.",
             "Zwrot na kartę trwa do pięciu dni roboczych od odbioru paczki."),
      ticket("2", "pl", "Zwrot nie doszedł",
             "Odesłałem hub dwa tygodnie temu i zwrot pieniędzy jeszcze nie doszedł na kartę!",
             "Zwrot na kartę trwa do pięciu dni roboczych od odbioru paczki."),
      ticket("3", "pl", "Zwrot na inną kartę",
             "Czy zwrot pieniędzy może trafić na inną kartę niż ta, którą płaciłam?",
             "Zwrot trafia zawsze na kartę, którą opłacono zamówienie."),
      ticket("4", "en", "Where is my refund",
             "I sent the hub back and the refund has not reached my card.",
             "Refunds reach your card within five working days."),
  };
  tickets[0].links = {{"pl", "billing/refund", "jak-długo"}};
  return tickets;
}

}  // namespace

AgentFixture::AgentFixture() {
  auto& site = center.site;
  site.config.site.fallback = {{"pl", {"en"}}, {"ro", {"en"}}};
  auto& answers = site.config.sources.emplace_back();
  answers.kind = SourceKind::answers;
  answers.path = site.folder() / "answers";
  std::filesystem::create_directories(answers.path / "en");
  std::ofstream(answers.path / "en/two-homes.md") << "# Two homes\n\nOne plan covers two homes.\n";
  site.write("categories.yaml", "billing: {order: 1, icon: card, name: {en: Payments}}\n");
  site.write("en/billing/refund.md",
             "---\ntitle: Refunds [and] <returns>\nowner: payments team\n---\nMoney back to your "
             "card.\n\n## How long\n\n"
             "A refund takes five working days.\n\n### By bank\n\nTwo days more.\n\n"
             ":::agents\nOffer a voucher for the delay.\n:::\n");
  site.write("pl/billing/refund.md",
             "# Zwrot pieniędzy\n\nZwrot trafia na kartę.\n\n## Jak długo\n\n"
             "Zwrot pieniędzy na kartę trwa pięć dni roboczych.\n");
  site.write("en/parcel.md", "# Parcels\n\nA parcel is delivered within two days.\n");
  site.write("en/secret.md",
             "---\ntitle: Goodwill\naudience: agents\n---\nThe zanzibar discount.\n\n## Limits\n\n"
             "A zanzibar is at most ten.\n");
  center.publish();
  put_tickets(sample_tickets());
  ana = logged_in("ana", Role::agent);
}

void AgentFixture::put_tickets(const std::vector<Ticket>& tickets) {
  const auto put = store().write([&](store::Sql& sql) { return store::put_tickets(sql, tickets); });
  ASSERT_TRUE(put) << to_line(put.error());
  const auto live = center.site.live();
  auto builder = index::GenerationBuilder::begin(center.site.index(), [](const std::string&) {});
  ASSERT_TRUE(builder) << to_line(builder.error());
  auto manifest = live->manifest();
  for (const auto& entry : manifest.databases)
    ASSERT_TRUE(builder->carry_over(*live->database(entry.name)));
  text::Stemmers stemmers;
  for (const std::string lang : {"en", "pl"}) {
    auto writer = index::TicketWriter::begin(*builder, nullptr, lang, stemmers);
    ASSERT_TRUE(writer) << to_line(writer.error());
    for (const auto& each : tickets)
      if (each.lang == lang) {
        ASSERT_TRUE(writer->put(each));
      }
    const auto entry = writer->finish([](const std::string&) { return std::nullopt; });
    ASSERT_TRUE(entry) << to_line(entry.error());
    if (*entry) manifest.databases.push_back(**entry);
  }
  const auto published = builder->publish(manifest, live->files(), 2);
  ASSERT_TRUE(published) << to_line(published.error());
  center.refresh();
}

http::Response AgentFixture::ask(const std::string& text, Fields fields) const {
  fields.push_back({"text", text});
  return post("/agent", std::move(fields), ana);
}

http::Response AgentFixture::note(Fields fields) const {
  fields.push_back({"csrf", ana.csrf});
  return answer(form("/agent", fields, ana,
                     {{"Origin", "https://help.example"},
                      {"Accept", "application/json"},
                      {"User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/131.0"}}));
}

}  // namespace kb
