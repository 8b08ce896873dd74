#include "server/http/gzip.h"

#include <gtest/gtest.h>

#include "tests/server/http/gunzip.h"

namespace kb::http {
namespace {

struct Case {
  const char* accept_encoding;
  bool accepted;
};
class AcceptsGzip : public testing::TestWithParam<Case> {};

TEST_P(AcceptsGzip, AsTheClientWeighsIt) {
  EXPECT_EQ(accepts_gzip(GetParam().accept_encoding), GetParam().accepted)
      << GetParam().accept_encoding;
}

INSTANTIATE_TEST_SUITE_P(Weights, AcceptsGzip,
                         testing::Values(Case{"", false}, Case{"gzip", true}, Case{"GZIP", true},
                                         Case{"br, gzip", true}, Case{"gzip;q=0", false},
                                         Case{"gzip; q=0.000", false}, Case{"gzip;q=0.01", true},
                                         Case{"gzip ; Q=1.0", true}, Case{"*", true},
                                         Case{"*;q=0", false}, Case{"*, gzip;q=0", false},
                                         Case{"*;q=0, gzip", true}, Case{"x-gzip", true},
                                         Case{"identity", false}, Case{"gzipped", false},
                                         Case{"gzip;q=", false}, Case{"gzip;", false}));

TEST(GainsFromGzip, OnlyTextOverAPacket) {
  EXPECT_TRUE(gains_from_gzip("text/html; charset=utf-8", 1024));
  EXPECT_FALSE(gains_from_gzip("text/html; charset=utf-8", 1023));
  EXPECT_TRUE(gains_from_gzip("application/problem+json", 5000));
  EXPECT_TRUE(gains_from_gzip("image/svg+xml", 5000));
  EXPECT_FALSE(gains_from_gzip("image/png", 5000));
  EXPECT_FALSE(gains_from_gzip("font/woff2", 5000));
  EXPECT_FALSE(gains_from_gzip("", 5000));
}

TEST(Gzip, PacksOneBodyAfterAnother) {
  Gzip gzip;
  const std::string repetitive(100'000, 'a');
  std::string noise;
  for (unsigned i = 0, x = 1; i < 100'000; ++i)
    noise.push_back(static_cast<char>((x *= 69069) >> 24));
  for (const std::string& body : {repetitive, noise, std::string()}) {
    EXPECT_EQ(gunzip(gzip.compress(body)), body);
  }
  EXPECT_LT(gzip.compress(repetitive).size(), 1000U);
}

}  // namespace
}  // namespace kb::http
