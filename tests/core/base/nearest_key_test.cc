#include "core/base/nearest_key.h"

#include <gtest/gtest.h>

namespace {

TEST(NearestKey, IsToldWhereItIsNear) {
  EXPECT_EQ(kb::nearest_key("nmae", {"logo", "name"}), "did you mean `name`?");
  EXPECT_EQ(kb::nearest_key("frame_ancestor", {"listen", "frame_ancestors"}),
            "did you mean `frame_ancestors`?");
}

TEST(NearestKey, ElseAllAre) {
  EXPECT_EQ(kb::nearest_key("zzzzzzzz", {"path", "keep"}), "known here: path keep");
}

}  // namespace
