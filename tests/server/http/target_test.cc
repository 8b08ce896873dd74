#include "server/http/target.h"

#include <gtest/gtest.h>

#include <string>

namespace kb::http {
namespace {

std::string described(std::string_view raw) {
  const auto target = parse_target(raw);
  if (!target) return "refused";
  std::string text = target->authority.empty() ? "" : target->authority + " ";
  text += target->path;
  for (const auto& [name, value] : target->parameters) text += " " + name + "=[" + value + "]";
  return text;
}

struct Case {
  std::string_view raw, parsed;
};
class ParsedTarget : public testing::TestWithParam<Case> {};

TEST_P(ParsedTarget, IsWhatHandlersSee) {
  EXPECT_EQ(described(GetParam().raw), GetParam().parsed);
}

INSTANTIATE_TEST_SUITE_P(
    Paths, ParsedTarget,
    testing::Values(Case{"/", "/"}, Case{"/en/a/b%20c", "/en/a/b c"}, Case{"/caf%C3%a9", "/café"},
                    Case{"/a+b", "/a+b"},  // + is a space in queries only
                    Case{"/a%2Fb", "/a/b"}, Case{"//x/y", "//x/y"},
                    Case{"/../../etc", "/../../etc"},  // no file system here: for handlers
                    Case{"*", "*"}, Case{"/%", "refused"}, Case{"/%4", "refused"},
                    Case{"/%zz", "refused"}, Case{"/%FF", "refused"}, Case{"/\xE9", "refused"},
                    Case{"/a%00b", "refused"}, Case{"/a#b", "refused"}, Case{"en", "refused"},
                    Case{"?q=1", "refused"}, Case{"", "refused"}));

INSTANTIATE_TEST_SUITE_P(
    Queries, ParsedTarget,
    testing::Values(Case{"/s?q=caf%C3%A9+au+lait&page=2", "/s q=[café au lait] page=[2]"},
                    Case{"/s?q=1&q=2", "/s q=[1] q=[2]"}, Case{"/s?flag&&x=", "/s flag=[] x=[]"},
                    Case{"/s?q=a=b?c", "/s q=[a=b?c]"},
                    Case{"/s?q=100%+sure", "/s q=[100% sure]"},  // typed by people: never refused
                    Case{"/s?q=%FFx", "/s q=[\uFFFDx]"}, Case{"/s?", "/s"},
                    Case{"/s?q=%26%3D", "/s q=[&=]"}));

INSTANTIATE_TEST_SUITE_P(
    AbsoluteForm, ParsedTarget,
    testing::Values(Case{"http://help.test:80/en/?q=1", "help.test:80 /en/ q=[1]"},
                    Case{"HTTPS://help.test", "help.test /"}, Case{"http:///en", "refused"},
                    Case{"http://evil@help.test/", "refused"},
                    Case{"ftp://help.test/", "refused"}));

}  // namespace
}  // namespace kb::http
