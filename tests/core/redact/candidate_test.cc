#include "core/redact/candidate.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

Candidates settled(Candidates candidates) {
  settle(candidates);
  return candidates;
}

TEST(Candidates, OfTwoThatOverlapTheMoreCertainStaysThenTheLonger) {
  const Candidate card{0, 16, Kind::card, Certainty::checksum};
  const Candidate phone{0, 20, Kind::phone, Certainty::form};
  const Candidate shorter{2, 10, Kind::ip, Certainty::form};
  EXPECT_EQ(settled({phone, card}), (Candidates{card}));
  EXPECT_EQ(settled({shorter, phone}), (Candidates{phone}));
  EXPECT_EQ(settled({}), (Candidates{}));
}

TEST(Candidates, ASecretIsNeverLeftInPart) {
  const Candidate password{0, 20, Kind::password, Certainty::context};
  const Candidate inside{5, 12, Kind::card, Certainty::checksum};
  EXPECT_EQ(settled({inside, password}), (Candidates{password}));
  const Candidate across{15, 30, Kind::email, Certainty::form};
  EXPECT_EQ(settled({across, password}),
            (Candidates{{0, 15, Kind::password, Certainty::context}, across}));
}

}  // namespace
}  // namespace kb::redact
