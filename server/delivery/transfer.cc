#include "server/delivery/transfer.h"

#include <curl/curl.h>

namespace kb {
namespace {

int broken_off(void* ending, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
  return static_cast<const std::atomic<bool>*>(ending)->load() ? 1 : 0;
}

void set_limits(CURL* handle, const TransferLimits& limits) {
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total.count()));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  if (limits.ending == nullptr) return;
  curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, broken_off);
  curl_easy_setopt(handle, CURLOPT_XFERINFODATA, limits.ending);
  curl_easy_setopt(handle, CURLOPT_NOPROGRESS, 0L);
}

}  // namespace

void Transfer::Cleanup::operator()(void* handle) const {
  curl_easy_cleanup(handle);
}

Transfer::Transfer(const TransferLimits& limits)
    : handle_(curl_easy_init()), words_(std::make_unique<std::array<char, CURL_ERROR_SIZE>>()) {
  if (!handle_) return;
  words_->front() = '\0';
  curl_easy_setopt(handle_.get(), CURLOPT_ERRORBUFFER, words_->data());
  curl_easy_setopt(handle_.get(), CURLOPT_PROXY, "");
  curl_easy_setopt(handle_.get(), CURLOPT_FOLLOWLOCATION, 0L);
  set_limits(handle_.get(), limits);
}

int Transfer::run() {
  return handle_ ? curl_easy_perform(handle_.get()) : CURLE_FAILED_INIT;
}

long Transfer::response_code() const {
  long code = 0;
  if (handle_) curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &code);
  return code;
}

std::string Transfer::problem(int code) const {
  if (words_->front() != '\0') return words_->data();
  return curl_easy_strerror(static_cast<CURLcode>(code));
}

}  // namespace kb
