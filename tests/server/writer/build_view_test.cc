#include "server/writer/build_view.h"

#include "server/build_runner.h"
#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using State = page::BuildView::State;

class BuildViewTest : public WriterFixture {
 protected:
  State state_after(int status) {
    BuildRunner builds({"/bin/sh", {"-c", "echo said; exit " + std::to_string(status)}},
                       center.site.clock, [](const auto&) {});
    center.builds = &builds;
    center.start();
    builds.request();
    while (builds.status().state == BuildRunner::State::running) std::this_thread::yield();
    const auto view = build_view(center.center());
    EXPECT_EQ(view.lines, std::vector<std::string>{"said"});
    EXPECT_EQ(view.started, center.site.clock.now());
    center.builds = nullptr;
    center.start();
    return view.state;
  }
};

TEST_F(BuildViewTest, TellsHowTheBuildEnded) {
  EXPECT_EQ(build_view(center.center()).state, State::idle);
  EXPECT_EQ(state_after(0), State::done);
  EXPECT_EQ(state_after(1), State::with_problems);
  EXPECT_EQ(state_after(2), State::failed);
}

}  // namespace
}  // namespace kb
