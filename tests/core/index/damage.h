// Bytes as a failing disk may return them: cut off at every length, and changed at random.
//
//   for_each_damage(bytes, [](const std::string& damaged) { Record::decode(damaged); });
//
// The same damage in every run. What the action must do is to come back.

#pragma once

#include <random>
#include <string>

namespace kb::index {

template <class Action>
void for_each_damage(const std::string& bytes, Action&& action) {
  for (std::size_t size = 0; size < bytes.size(); ++size) action(bytes.substr(0, size));
  if (bytes.empty()) return;
  std::mt19937 random(42);
  for (int round = 0; round < 3000; ++round) {
    std::string damaged = bytes;
    for (auto changes = 1 + random() % 4; changes > 0; --changes)
      damaged[random() % damaged.size()] = static_cast<char>(random() % 3 == 0 ? 0xFF : random());
    action(damaged);
  }
}

}  // namespace kb::index
