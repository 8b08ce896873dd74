#include "server/delivery/smtp.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/delivery/mail_message.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/server/delivery/helper_process.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using enum Attempt::Outcome;

class Smtp : public testing::Test {
 protected:
  MailConfig config_of(const HelperProcess& server) const {
    MailConfig config;
    config.smtp = "smtp://127.0.0.1:" + std::to_string(server.port());
    config.from = "help@fernway.example";
    config.require_encryption = false;
    return config;
  }
  static std::string mail() {
    MailMessage mail{.from = {"Fernway „Ajutor”", "help@fernway.example"},
                     .to = "ana@mail.example",
                     .reply_to = "bo@mail.example",
                     .subject =
                         "Am primit mesajul dumneavoastră, care are un subiect foarte lung, "
                         "mai lung decât o linie (nr. 1042)",
                     .id = "ticket/1042/received",
                     .date = Time(std::chrono::seconds{1'795'389'600}),
                     .answers = true};
    mail.body.lang = "ro";
    mail.body.say("Bună ziua! " + std::string(300, 'a')).quote(".\n. puncte\n\n.");
    mail.body.link("Vedeți", "https://help.example/ro/contact/x?a=1&b=2");
    return to_wire(mail);
  }
  std::vector<nlohmann::json> kept() const { return read_lines(log_); }

  const TemporaryFolder folder_;
  const std::filesystem::path log_ = folder_.path() / "log";
};

TEST_F(Smtp, BringsAMailThatOthersRead) {
  const HelperProcess server("smtp_server.py", {log_});
  ASSERT_EQ(send_mail(config_of(server), {.to = "ana@mail.example", .wire = mail()}), Attempt{});
  ASSERT_EQ(kept().size(), 1U);
  const auto got = kept().front();
  EXPECT_EQ(got.at("from"), "help@fernway.example");
  EXPECT_EQ(got.at("to"), nlohmann::json::array({"ana@mail.example"}));
  EXPECT_EQ(got.at("defects"), nlohmann::json::array());
  EXPECT_LE(got.at("longest_line"), 78);
  const auto& headers = got.at("headers");
  EXPECT_EQ(headers.at("subject"),
            "Am primit mesajul dumneavoastră, care are un subiect foarte lung, "
            "mai lung decât o linie (nr. 1042)");
  EXPECT_EQ(headers.at("from"), "Fernway „Ajutor” <help@fernway.example>");
  EXPECT_EQ(headers.at("reply-to"), "bo@mail.example");
  EXPECT_EQ(headers.at("date"), "Sun, 22 Nov 2026 23:20:00 +0000");
  EXPECT_EQ(headers.at("auto-submitted"), "auto-replied");

  EXPECT_EQ(got.at("type"), "multipart/alternative");
  ASSERT_EQ(got.at("parts").size(), 2U);
  const auto& text = got.at("parts").at(0);
  EXPECT_EQ(text.at("type"), "text/plain");
  EXPECT_EQ(text.at("charset"), "utf-8");
  EXPECT_EQ(text.at("text").get<std::string>().substr(0, 12), "Bună ziua! ");
  EXPECT_THAT(text.at("text").get<std::string>(), HasSubstr("> .\n> . puncte\n> \n> .\n"));
  const auto& html = got.at("parts").at(1);
  EXPECT_EQ(html.at("type"), "text/html");
  EXPECT_THAT(html.at("text").get<std::string>(),
              HasSubstr("https://help.example/ro/contact/x?a=1&amp;b=2"));
}

TEST_F(Smtp, LogsInWhereAsked) {
  const HelperProcess server("smtp_server.py", {log_, "--auth"});
  auto config = config_of(server);
  config.user = "answerwell";
  config.password = "open sesame";
  EXPECT_EQ(send_mail(config, {.to = "ana@mail.example", .wire = mail()}), Attempt{});
  // A wrong password is the operator's to mend: no mail is given up for it.
  config.password = "open barley";
  const auto made = send_mail(config, {.to = "ana@mail.example", .wire = mail()});
  EXPECT_EQ(made.outcome, failed);
  EXPECT_THAT(made.problem, HasSubstr("the mail server did not take the mail"));
  EXPECT_EQ(kept().size(), 1U);
}

TEST_F(Smtp, TellsRefusedForGoodFromRefusedForNow) {
  const HelperProcess server("smtp_server.py", {log_});
  const auto config = config_of(server);
  EXPECT_EQ(send_mail(config, {.to = "nobody@mail.example", .wire = mail()}).outcome, refused);
  EXPECT_EQ(send_mail(config, {.to = "later@mail.example", .wire = mail()}).outcome, failed);
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(Smtp, SendsNothingInTheOpenUnlessThatIsAllowed) {
  const HelperProcess server("smtp_server.py", {log_});
  auto config = config_of(server);
  config.require_encryption = true;
  EXPECT_EQ(send_mail(config, {.to = "ana@mail.example", .wire = mail()}).outcome, failed);
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(Smtp, TrustsNoCertificateThatNobodySigned) {
  const HelperProcess server("smtp_server.py", {log_, "--tls", folder_.path()});
  auto config = config_of(server);
  config.require_encryption = true;
  const auto made = send_mail(config, {.to = "ana@mail.example", .wire = mail()});
  EXPECT_EQ(made.outcome, failed);
  EXPECT_THAT(made.problem, HasSubstr("certificate"));
  EXPECT_THAT(kept(), IsEmpty());
}

TEST_F(Smtp, FailsWhereNobodyListens) {
  MailConfig config;
  config.smtp = "smtp://127.0.0.1:1";
  config.from = "help@fernway.example";
  EXPECT_EQ(send_mail(config, {.to = "ana@mail.example", .wire = mail()}).outcome, failed);
}

}  // namespace
}  // namespace kb
