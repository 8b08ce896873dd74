#include "core/tickets/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/store/store.h"
#include "core/tickets/store_sink.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/tickets/memory_sink.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::SizeIs;

std::string line(int id, const std::string& question = "Where is my parcel, please?") {
  return "{\"id\":\"" + std::to_string(id) +
         "\",\"created\":\"2026-06-03T08:14:00Z\",\"question\":\"" + question +
         "\",\"answer\":\"On its way.\"}\n";
}

std::string lines(int first, int last) {
  std::string text;
  for (int i = first; i <= last; ++i) text += line(i);
  return text;
}

class ImportTest : public testing::Test {
 protected:
  ImportReport import(TicketSink& sink, const std::string& name = "a.jsonl") {
    auto report = try_import(sink, name);
    EXPECT_TRUE(report) << to_line(report.error());
    return report ? *report : ImportReport();
  }
  Result<ImportReport> try_import(TicketSink& sink, const std::string& name = "a.jsonl") {
    const auto file = import_file(config_, folder_.path() / name, "desk", "");
    if (!file) return fail(file.error());
    return import_tickets(std::span(&*file, 1),
                          {.config = config_,
                           .redactor = redactor_,
                           .now = Time{std::chrono::seconds{1795000000}},
                           .workers = 2,
                           .on_batch = [this](std::size_t count) { told_ += count; }},
                          sink);
  }

  TemporaryFolder folder_;
  Config config_;
  redact::Redactor redactor_ = std::move(*redact::Redactor::create({}));
  MemorySink sink_;
  std::size_t told_ = 0;
};

TEST_F(ImportTest, ReadsOnceAndThenOnlyWhatIsNew) {
  folder_.write("a.jsonl", lines(1, 1200));
  ImportReport report = import(sink_);
  EXPECT_EQ(report.added, 1200);
  EXPECT_EQ(told_, 1200U);
  EXPECT_THAT(report.problems, SizeIs(0));
  report = import(sink_);
  EXPECT_EQ(report.files_unchanged, 1U);
  EXPECT_EQ(report.added + report.same, 0);
  folder_.write("a.jsonl", lines(1, 1203));
  report = import(sink_);
  EXPECT_EQ(report.added, 3);
  EXPECT_EQ(report.same, 0);
  EXPECT_THAT(sink_.tickets, SizeIs(1203));
}

TEST_F(ImportTest, ReadsAChangedFileAnewAndChangesNothingTwice) {
  folder_.write("a.jsonl", lines(1, 20));
  import(sink_);
  folder_.write("a.jsonl", line(1, "Where is my other parcel?") + lines(2, 20));
  const ImportReport report = import(sink_);
  EXPECT_EQ(report.added, 0);
  EXPECT_EQ(report.changed, 1);
  EXPECT_EQ(report.same, 19);
}

TEST_F(ImportTest, GoesOnWhereItWasStopped) {
  folder_.write("a.jsonl", lines(1, 1700));
  sink_.puts_until_failure = 2;
  const auto failed = try_import(sink_);
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().what, "no space left");
  EXPECT_THAT(sink_.tickets, SizeIs(1000));
  sink_.puts_until_failure = -1;
  const ImportReport report = import(sink_);
  EXPECT_EQ(report.added, 700);
  EXPECT_EQ(report.same, 0);
}

TEST_F(ImportTest, OtherSettingsReadTheFileAnew) {
  folder_.write("a.jsonl", line(1));
  import(sink_);
  config_.tickets.article_urls = {"https://help.example"};
  EXPECT_EQ(import(sink_).same, 1);
}

TEST_F(ImportTest, BadTicketsAreToldAndSkipped) {
  folder_.write("a.jsonl", line(1) + "{\"id\": \"2\", broken}\n" +
                               "{\"id\":\"3\",\"created\":\"2099-01-01\",\"question\":\"x\"}\n" +
                               "{\"id\":\"4\",\"question\":\"x\"}\n" +
                               "{\"id\":\"5\",\"created\":\"2026-06-03\",\"solved\":\"2026-06-02\","
                               "\"question\":\"x\"}\n" +
                               line(6));
  const ImportReport report = import(sink_);
  EXPECT_EQ(report.added, 2);
  EXPECT_EQ(report.skipped, 4);
  ASSERT_THAT(report.problems, SizeIs(4));
  const std::string path = (folder_.path() / "a.jsonl").string();
  EXPECT_THAT(to_line(report.problems[0]), HasSubstr(path + ":2: broken JSON"));
  EXPECT_THAT(to_line(report.problems[1]), HasSubstr(path + ":3: `created` is in the future"));
  EXPECT_THAT(to_line(report.problems[2]), HasSubstr(path + ":4: the ticket has no `created`"));
  EXPECT_THAT(to_line(report.problems[3]), HasSubstr(path + ":5: `solved` is before `created`"));
}

TEST_F(ImportTest, OfOneIdTheLaterTicketStaysAndThatIsTold) {
  folder_.write("a.jsonl", line(1) + line(2) + line(1) + line(2, "Where is the other one?"));
  const ImportReport report = import(sink_);
  ASSERT_THAT(report.problems, SizeIs(1));
  EXPECT_EQ(report.problems[0].what,
            "ticket 2 is on line 2 with other content: this later one is kept");
  EXPECT_EQ(report.problems[0].where, (folder_.path() / "a.jsonl").string() + ":4");
  EXPECT_EQ(sink_.tickets.at("desk/2").question, "Where is the other one?");
}

// A helpdesk may still be writing when the import comes by.
TEST_F(ImportTest, ALineThatIsNotYetWholeIsReadTheNextTime) {
  folder_.write("a.jsonl", line(1) + line(2).substr(0, 20));
  ImportReport report = import(sink_);
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.skipped, 1);
  folder_.write("a.jsonl", line(1) + line(2));
  report = import(sink_);
  EXPECT_EQ(report.added, 1);
  EXPECT_EQ(report.same, 0);
  EXPECT_EQ(report.skipped, 0);
}

TEST_F(ImportTest, AFileThatCannotBeReadIsAProblem) {
  folder_.write("bad.csv", "Nr,Datum\n");
  const ImportReport report = import(sink_, "bad.csv");
  ASSERT_THAT(report.problems, SizeIs(1));
  EXPECT_THAT(to_line(report.problems[0]), HasSubstr("bad.csv:1: no column for `id`"));
  EXPECT_THAT(import(sink_, "missing.csv").problems, SizeIs(1));
}

TEST_F(ImportTest, ProblemsAreBounded) {
  std::string text;
  for (int i = 0; i < 1100; ++i) text += "junk\n";
  folder_.write("a.jsonl", text);
  const ImportReport report = import(sink_);
  EXPECT_EQ(report.skipped, 1100);
  EXPECT_THAT(report.problems, SizeIs(kMostProblems));
  EXPECT_EQ(report.problems_left_out, 100);
}

// Killed between two batches, the store has what was put, and where to go on.
TEST_F(ImportTest, SurvivesBeingKilledInTheMiddle) {
  folder_.write("a.jsonl", lines(1, 3000));
  const std::string url = "sqlite:" + (folder_.path() / "kb.db").string();
  const SystemClock clock;
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) {
    auto store = store::Store::open(url, store::Store::Access::write);
    if (!store) ::_exit(1);
    StoreSink sink(**store, clock);
    const auto file = import_file(config_, folder_.path() / "a.jsonl", "desk", "");
    (void)import_tickets(std::span(&*file, 1),
                         {.config = config_,
                          .redactor = redactor_,
                          .now = Time{std::chrono::seconds{1795000000}},
                          .workers = 2,
                          .on_batch =
                              [this](std::size_t count) {
                                told_ += count;
                                if (told_ >= 1500) ::raise(SIGKILL);
                              }},
                         sink);
    ::_exit(2);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  ASSERT_TRUE(WIFSIGNALED(status));
  auto store = store::Store::open(url, store::Store::Access::write);
  ASSERT_TRUE(store) << to_line(store.error());
  StoreSink sink(**store, clock);
  const ImportReport report = import(sink);
  EXPECT_EQ(report.added, 1500);
  EXPECT_EQ(report.same, 0);
}

// The sample help center's own tickets.
TEST_F(ImportTest, TheSamplesComeInWithoutAProblemAndWithoutAnAddress) {
  config_.tickets.article_urls = {"https://help.fernway.example"};
  SourceConfig source;
  source.kind = SourceKind::tickets;
  source.path = KB_SAMPLES "/tickets";
  const auto files = import_files(config_, source);
  ASSERT_TRUE(files) << to_line(files.error());
  const auto report = import_tickets(*files,
                                     {.config = config_,
                                      .redactor = redactor_,
                                      .now = Time{std::chrono::seconds{1795300000}},
                                      .workers = 2,
                                      .on_batch = {}},
                                     sink_);
  ASSERT_TRUE(report) << to_line(report.error());
  for (const auto& problem : report->problems) ADD_FAILURE() << to_line(problem);
  EXPECT_GE(report->added, 300);
  std::size_t links = 0;
  for (const auto& [key, ticket] : sink_.tickets) {
    EXPECT_FALSE(ticket.question.empty()) << key;
    for (const auto& text : {ticket.subject, ticket.question, ticket.answer})
      EXPECT_THAT(text, Not(testing::ContainsRegex("[A-Za-z0-9._-]+@[A-Za-z0-9-]+\\.[A-Za-z]")))
          << key;
    links += ticket.links.size();
  }
  EXPECT_GT(links, 30U);
}

}  // namespace
