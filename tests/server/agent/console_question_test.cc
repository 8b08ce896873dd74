#include "server/agent/console_question.h"

#include "tests/server/agent/agent_fixture.h"

namespace kb {
namespace {

class ConsoleQuestion : public AgentFixture {
 protected:
  Question read(const http::Request& request) {
    const Route route{Page::agent, {}, {}};
    StaffRequest staff{center.center(), request, route, store()};
    if (request.method == "POST") staff.form = Form::parse(request).value();
    staff.lang = "en";
    return read_question(staff, center.site.live().get());
  }
  Question posted(const std::string& text, const std::string& lang = "") {
    return read(form("/agent", {{"text", text}, {"lang", lang}, {"ticket", "#7"}}));
  }
};

TEST_F(ConsoleQuestion, TellsTheCustomersLanguage) {
  const auto question = posted("Odesłałem hub dwa tygodnie temu i zwrot jeszcze nie doszedł.");
  EXPECT_EQ(question.lang, "pl");
  EXPECT_TRUE(question.detected);
  EXPECT_EQ(question.written_ticket, "#7");
  EXPECT_EQ(question.ticket->id, "7");
}

TEST_F(ConsoleQuestion, TakesTheLanguageThatTheAgentChose) {
  const auto question =
      posted("Odesłałem hub dwa tygodnie temu i zwrot jeszcze nie doszedł.", "ro");
  EXPECT_EQ(question.lang, "ro");
  EXPECT_FALSE(question.detected);
}

TEST_F(ConsoleQuestion, IsInTheAgentsLanguageWhereNothingTells) {
  EXPECT_EQ(posted("E-1042").lang, "en");
  EXPECT_FALSE(posted("E-1042").detected);
  EXPECT_EQ(posted("E-1042", "no language").lang, "en");
}

TEST_F(ConsoleQuestion, ComesFromTheAddressToo) {
  const auto question = read(request("/agent?q=refund+card&ticket=zendesk/4"));
  EXPECT_EQ(question.text, "refund card");
  EXPECT_EQ(question.ticket->source, "zendesk");
  EXPECT_FALSE(question.is_message);
}

TEST_F(ConsoleQuestion, CountsCharactersAndNotBytes) {
  std::string text;
  for (std::size_t i = 0; i < kLongestQuestion; ++i) text += "ł";
  EXPECT_FALSE(posted(text).too_long());
  EXPECT_TRUE(posted(text + "x").too_long());
  EXPECT_EQ(posted(text + "x").length, kLongestQuestion + 1);
}

TEST(Message, IsWhatWasPasted) {
  EXPECT_FALSE(looks_like_message("refund card"));
  EXPECT_TRUE(looks_like_message("Hello,\nwhere is it?"));
  EXPECT_TRUE(looks_like_message(std::string(200, 'x')));
}

TEST_F(ConsoleQuestion, TakesTheVariantThatIsPublished) {
  EXPECT_EQ(language_of("Onde está o meu dinheiro? Devolvi o aparelho há duas semanas.",
                        center.site.live().get(), "en"),
            "pt");
  center.site.write("pt-BR/parcel.md", "# Pacotes\n\nEles chegam.\n");
  center.publish();
  EXPECT_EQ(language_of("Onde está o meu dinheiro? Devolvi o aparelho há duas semanas.",
                        center.site.live().get(), "en"),
            "pt-BR");
}

}  // namespace
}  // namespace kb
