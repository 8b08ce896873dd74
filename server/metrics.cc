#include "server/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <array>
#include <map>
#include <mutex>

namespace kb {
namespace {

const prometheus::Histogram::BucketBoundaries& seconds_buckets() {
  static const prometheus::Histogram::BucketBoundaries buckets = {
      0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 1, 5};
  return buckets;
}

}  // namespace

class Metrics::Impl {
 public:
  Impl()
      : requests_(prometheus::BuildCounter()
                      .Name("answerwell_requests_total")
                      .Help("Requests answered, by kind of page and status.")
                      .Register(registry_)),
        seconds_(prometheus::BuildHistogram()
                     .Name("answerwell_request_seconds")
                     .Help("Time from a complete request to its answer, by kind of page.")
                     .Register(registry_)),
        articles_(prometheus::BuildGauge()
                      .Name("answerwell_articles")
                      .Help("Articles in the live index, by language.")
                      .Register(registry_)),
        generation_(prometheus::BuildGauge()
                        .Name("answerwell_index_generation")
                        .Help("Number of the live index.")
                        .Register(registry_)
                        .Add({})),
        published_(prometheus::BuildGauge()
                       .Name("answerwell_index_published_seconds")
                       .Help("When the live index was published, in seconds since 1970.")
                       .Register(registry_)
                       .Add({})),
        refresh_errors_(prometheus::BuildCounter()
                            .Name("answerwell_index_refresh_errors_total")
                            .Help("Attempts to open a newly published index that failed.")
                            .Register(registry_)
                            .Add({})),
        deliveries_(prometheus::BuildCounter()
                        .Name("answerwell_deliveries_total")
                        .Help("Attempts to send webhooks and mails, by what became of them.")
                        .Register(registry_)) {
    for (const char* outcome : {"delivered", "failed", "dead"})
      deliveries_.Add({{"outcome", outcome}});  // at 0, to be watched before the first
  }

  void observe(Page page, int status, std::chrono::microseconds took) {
    const std::lock_guard lock(mutex_);
    const std::string name(page_name(page));
    auto*& counter = counters_[{page, status}];
    if (counter == nullptr)
      counter = &requests_.Add({{"page", name}, {"status", std::to_string(status)}});
    counter->Increment();
    auto*& histogram = histograms_[page];
    if (histogram == nullptr) histogram = &seconds_.Add({{"page", name}}, seconds_buckets());
    histogram->Observe(std::chrono::duration<double>(took).count());
  }

  void published(const index::Generation& generation) {
    const std::lock_guard lock(mutex_);
    generation_.Set(static_cast<double>(generation.number()));
    published_.Set(static_cast<double>(generation.manifest().created.time_since_epoch().count()));
    for (auto& [lang, gauge] : by_language_) gauge->Set(0);
    for (const auto& entry : generation.manifest().databases) {
      if (entry.name.audience != Audience::everyone) continue;
      auto*& gauge = by_language_[entry.name.lang];
      if (gauge == nullptr) gauge = &articles_.Add({{"lang", entry.name.lang}});
      gauge->Set(static_cast<double>(entry.facts.articles));
    }
  }

  void refresh_failed() { refresh_errors_.Increment(); }

  void delivery(std::string_view outcome) {
    deliveries_.Add({{"outcome", std::string(outcome)}}).Increment();
  }

  std::string text() const { return prometheus::TextSerializer().Serialize(registry_.Collect()); }

 private:
  prometheus::Registry registry_;
  prometheus::Family<prometheus::Counter>& requests_;
  prometheus::Family<prometheus::Histogram>& seconds_;
  prometheus::Family<prometheus::Gauge>& articles_;
  prometheus::Gauge& generation_;
  prometheus::Gauge& published_;
  prometheus::Counter& refresh_errors_;
  prometheus::Family<prometheus::Counter>& deliveries_;
  std::mutex mutex_;
  std::map<std::pair<Page, int>, prometheus::Counter*> counters_;
  std::map<Page, prometheus::Histogram*> histograms_;
  std::map<std::string, prometheus::Gauge*> by_language_;
};

Metrics::Metrics() : impl_(std::make_unique<Impl>()) {}
Metrics::~Metrics() = default;
void Metrics::observe(Page page, int status, std::chrono::microseconds took) {
  impl_->observe(page, status, took);
}
void Metrics::published(const index::Generation& generation) {
  impl_->published(generation);
}
void Metrics::refresh_failed() {
  impl_->refresh_failed();
}
void Metrics::delivery(std::string_view outcome) {
  impl_->delivery(outcome);
}
std::string Metrics::text() const {
  return impl_->text();
}

}  // namespace kb
