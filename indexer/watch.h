// Keeps the index in step with its sources while writers write: builds what changed, checks it, and
// leaves what it found for the preview (server/preview.h).
//
//   auto watch = Watch::open("kb.yaml", load, clock, say);
//   (*watch)->run();                      // until stop(), which a signal handler may call
//
// A build or a configuration that fails is told, and the last good one stays; the next change tries
// again. Says each finding once, as long as it is there. run() belongs to one thread.

#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "indexer/tree_watch.h"

namespace kb {

class Watch {
 public:
  using Load = std::function<Result<Config>()>;
  using Say = std::function<void(const std::string& line)>;

  static Result<std::unique_ptr<Watch>> open(std::filesystem::path config_file, Load load,
                                             const Clock& clock, Say say);

  void run();
  void stop() const noexcept { tree_.stop(); }

 private:
  Watch(std::filesystem::path config_file, Load load, const Clock& clock, Say say, Config config,
        TreeWatch tree);

  void update();
  void build_and_tell();
  void check_and_tell();
  std::chrono::milliseconds until_next_change() const;

  const std::filesystem::path config_file_;
  const Load load_;
  const Clock& clock_;
  const Say say_;
  Config config_;
  TreeWatch tree_;
  std::set<std::string> told_;  // lines about what is still to be mended
};

}  // namespace kb
