#include "server/writer/build_view.h"

#include "server/build_runner.h"

namespace kb {
namespace {

page::BuildView::State state_of(BuildRunner::State state) {
  using View = page::BuildView::State;
  switch (state) {
    case BuildRunner::State::idle:
      return View::idle;
    case BuildRunner::State::running:
      return View::running;
    case BuildRunner::State::done:
      return View::done;
    case BuildRunner::State::with_problems:
      return View::with_problems;
    case BuildRunner::State::failed:
      return View::failed;
  }
  return View::idle;
}

}  // namespace

page::BuildView build_view(const HelpCenter& center) {
  if (!center.builds) return {};
  auto status = center.builds->status();
  return {.state = state_of(status.state),
          .again = status.again,
          .started = status.started,
          .took = status.took,
          .lines = std::move(status.lines)};
}

}  // namespace kb
