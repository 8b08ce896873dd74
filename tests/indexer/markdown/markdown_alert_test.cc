#include "indexer/markdown/markdown_alert.h"

#include <gtest/gtest.h>

#include "indexer/markdown/markdown_parser.h"

namespace kb {
namespace {

TEST(MarkdownAlert, BeginsAQuote) {
  struct Case {
    std::string_view source, kind, title;
  };
  for (const Case& c :
       {Case{"> [!note]\n> a", "note", ""}, Case{"> [!TIP] Do *this*\n> a", "tip", "Do this"},
        Case{"> [!WARNING]", "warning", ""}, Case{"> [!x]", "", ""}, Case{"> a", "", ""},
        Case{"> - [!note]", "", ""}, Case{">", "", ""}}) {
    const MarkdownEvents events(*parse_markdown(c.source, std::chrono::seconds{20}));
    const auto alert = read_alert(events, 1);
    EXPECT_EQ(alert ? alert->kind : "", c.kind) << c.source;
    EXPECT_EQ(alert ? alert->title : "", c.title) << c.source;
  }
}

}  // namespace
}  // namespace kb
