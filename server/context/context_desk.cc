#include "server/context/context_desk.h"

namespace kb {

std::shared_ptr<const ContextMap> ContextDesk::map(const index::Generation& generation) {
  const std::lock_guard lock(mutex_);
  if (!map_ || number_ != generation.number()) {
    map_ = std::make_shared<const ContextMap>(generation);
    number_ = generation.number();
  }
  return map_;
}

}  // namespace kb
