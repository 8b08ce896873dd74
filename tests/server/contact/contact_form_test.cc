#include "server/contact/contact_form.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class ContactFormPage : public ContactFixture {};

TEST_F(ContactFormPage, ShowsTheWaysThatFitTheTopicAndPreparesTheOthers) {
  auto& channels = center.site.config.contact.channels;
  channels.resize(2);
  channels[0].kind = "form";
  channels[0].answer_minutes = 240;
  channels[1].kind = "phone";
  channels[1].address = "+48 22 555 01 00";
  channels[1].categories = {"billing"};
  center.start();
  center.refresh();
  const auto general = get("/en/contact").body;
  EXPECT_THAT(general, AllOf(HasSubstr("We usually answer within 4 hours."),
                             HasSubstr("<template data-for=\" billing \">")));
  const auto ways = [](const std::string& page) {
    const auto begin = page.find("<div data-ways>");
    return page.substr(begin, page.find("</div>", begin) - begin);
  };
  EXPECT_THAT(ways(general), Not(HasSubstr("tel:")));
  EXPECT_THAT(ways(get("/en/contact?category=billing").body), HasSubstr("tel:+48225550100"));
  EXPECT_THAT(ways(get("/en/contact?category=nothing").body), Not(HasSubstr("tel:")));
}

TEST_F(ContactFormPage, IsThereInEveryLanguageOfTheSite) {
  const auto page = get("/pl/contact").body;
  EXPECT_THAT(page, AllOf(HasSubstr("<html lang=\"pl\""), HasSubstr("action=\"/pl/contact\""),
                          HasSubstr("hreflang=\"en\"")));
}

TEST_F(ContactFormPage, LookingForItsHeadersIsNotOpeningIt) {
  auto head = request("/en/contact", {}, browser());
  head.method = "HEAD";
  EXPECT_EQ(answer(head).status, 200);
  EXPECT_THAT(noted(), IsEmpty());
}

}  // namespace
}  // namespace kb
