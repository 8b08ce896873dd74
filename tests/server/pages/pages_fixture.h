// A help center in three languages, with everything that its pages can show.
//
//   class HomePages : public PagesTest {};
//   TEST_F(HomePages, …) { EXPECT_THAT(get("/en/").body, HasSubstr("Payments")); }

#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "tests/server/help_center_fixture.h"

namespace kb {

class PagesTest : public testing::Test {
 protected:
  PagesTest() {
    auto& site = center.site;
    site.config.site.fallback = {{"ro", {"en"}}, {"pt-BR", {"en"}}};
    auto& answers = site.config.sources.emplace_back();
    answers.kind = SourceKind::answers;
    answers.path = site.folder() / "answers";
    std::filesystem::create_directories(answers.path / "en");
    std::ofstream(answers.path / "en/two-homes.md") << "# Two homes\n\nOne plan is enough.\n";
    site.write("categories.yaml",
               "billing: {order: 1, icon: card, name: {en: Payments, ro: Plăți}}\n"
               "empty: {order: 2, name: {en: Nothing here}}\n");
    site.write("en/billing/refund.md",
               "---\ntitle: Refunds <b>\nupdated: 2026-03-14\nredirect_from: [/old/refund]\n---\n"
               "Money back. See [parcels](../parcel.md) and [nothing](../nothing.md).\n\n"
               "## How long\n\nA week.\n");
    site.write("en/billing/cards/expired.md", "# Expired card\n\nMoney and cards.\n");
    site.write("en/parcel.md", "# Parcels\n\nThey arrive.\n");
    site.write("en/unlisted.md", "---\ntitle: Unlisted\nunlisted: true\n---\nzanzibar\n");
    site.write("en/secret.md", "---\ntitle: Secret\naudience: agents\n---\nzanzibar\n");
    site.write("en/old.md", "---\ntitle: Old\nexpires_at: 2026-01-02\n---\nmadagascar\n");
    site.write("ro/billing/refund.md",
               "# Rambursare\n\nBani înapoi.\n\n## Cât durează\n\n7 zile.\n");
    site.write("pt-BR/parcel.md", "# Pacotes\n\nEles chegam.\n");
    center.publish();
  }

  http::Response get(const std::string& target, std::vector<http::Field> headers = {}) const {
    return center.get(target, std::move(headers));
  }
  std::string location(const std::string& target, int status,
                       std::vector<http::Field> headers = {}) const {
    const auto answer = get(target, std::move(headers));
    EXPECT_EQ(answer.status, status) << target;
    return header(answer, "Location");
  }
  void break_index() {
    const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
    for (const auto& file : std::filesystem::directory_iterator(folder))
      if (file.path().extension() == ".glass") std::filesystem::resize_file(file.path(), 10);
  }

  HelpCenterFixture center;
};

}  // namespace kb
