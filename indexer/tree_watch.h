// Tells when something in a set of folders changes, by inotify.
//
//   auto watch = TreeWatch::open({"content/articles", "kb.yaml"});
//   while (watch->wait() == TreeWatch::Event::changed) rebuild();     // until stop()
//
// Changes that come close together are one. Folders that appear are watched as they come; where the
// system allows no more watches, the trees are looked at every two seconds instead: wait() then
// says "changed" although nothing may have. stop() may be called from another thread and in a
// signal handler; everything else belongs to one thread.

#pragma once

#include <chrono>
#include <filesystem>
#include <vector>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

namespace kb {

class TreeWatch {
 public:
  enum class Event { changed, timeout, stopped };

  // Files and folders; folders with all below them. What is not there is not watched.
  static Result<TreeWatch> open(std::vector<std::filesystem::path> roots);

  // `longest`: returns `timeout` when so long nothing has changed; 0: waits for ever.
  Event wait(std::chrono::milliseconds longest = std::chrono::milliseconds{0});
  void stop() const noexcept;

 private:
  enum class Ready { changes, stop, nothing };

  void add(const std::filesystem::path& path);
  void add_tree(const std::filesystem::path& path);
  Ready poll_for(int milliseconds) const;
  bool drain();  // false: only what does not matter has changed

  std::vector<std::filesystem::path> roots_;
  FileDescriptor inotify_;
  FileDescriptor stop_;
  bool complete_ = true;  // every folder has its watch
};

}  // namespace kb
