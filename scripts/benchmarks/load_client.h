// A light HTTP client that keeps many connections busy: each asks again once it has its answer.
//
//   LoadResult result = load(port, targets, 256);     // every target once, over 256 connections
//   result.failed, result.median_us, result.p99_us
//   get(port, "/api/v1/search?q=tar")  -> body, or nothing
//
// One thread, epoll, keep-alive. An answer other than a success, one cut short, a closed connection
// and a silence of ten seconds are failures. Not thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scripts/benchmarks/queries.h"

namespace kb::bench {

struct LoadResult {
  std::size_t answered = 0;
  std::size_t failed = 0;
  double seconds = 0;
  double median_us = 0;
  double p99_us = 0;
};

LoadResult load(std::uint16_t port, const std::vector<std::string>& targets,
                std::size_t connections);

// The same with whole requests, as they go over the wire.
LoadResult load_requests(std::uint16_t port, const std::vector<std::string>& requests,
                         std::size_t connections);
std::string post_request(const std::string& target, const std::string& json,
                         const std::string& more_headers = {});

std::optional<std::string> get(std::uint16_t port, const std::string& target);

std::string search_target(const SearchQuery& query);  // "/api/v1/search?q=…&lang=…"

}  // namespace kb::bench
