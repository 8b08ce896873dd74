#include "indexer/build_state.h"

#include "core/index/byte_stream.h"

namespace kb {

Result<BuildState> BuildState::decode(std::string_view bytes) {
  index::ByteReader in(bytes);
  BuildState state;
  auto left = in.count();
  state.files_.reserve(left);
  for (; left > 0; --left) {
    std::string key(in.text());
    SeenFile file;
    file.lang = in.text();
    file.id = in.text();
    file.size = in.number();
    file.modified_ns = static_cast<std::int64_t>(in.number());
    file.hash = in.text();
    if (const auto next = in.number(); next > 0)
      file.next_change = Time{std::chrono::seconds{static_cast<std::int64_t>(next)}};
    file.clean = in.number() != 0;
    state.files_.emplace(std::move(key), std::move(file));
  }
  if (!in.ok() || !in.at_end()) return fail("the state of the last build is damaged");
  return state;
}

std::string BuildState::encode() const {
  index::ByteWriter out;
  out.number(files_.size());
  for (const auto& [key, file] : files_) {
    out.text(key);
    out.text(file.lang);
    out.text(file.id);
    out.number(file.size);
    out.number(static_cast<std::uint64_t>(file.modified_ns));
    out.text(file.hash);
    out.number(file.next_change
                   ? static_cast<std::uint64_t>(file.next_change->time_since_epoch().count())
                   : 0);
    out.number(file.clean ? 1 : 0);
  }
  return out.take();
}

const SeenFile* BuildState::find(const std::string& key) const {
  const auto found = files_.find(key);
  return found == files_.end() ? nullptr : &found->second;
}

}  // namespace kb
