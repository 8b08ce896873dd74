// Figures in the words of the interface: "12.5 %", "3 of 24", "2.1 h".
//
//   const FigureWords words(texts, report.currency);
//   words.value(figure), words.counts(figure), words.interval(figure)
//
// What is not known is "–"; * marks what was counted fewer than 30 times. Pure, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/insights/ticket_figures.h"
#include "core/insights/visit_figures.h"
#include "server/page/texts.h"

namespace kb {

class FigureWords {
 public:
  FigureWords(const page::LanguageTexts& texts, std::string currency)
      : texts_(texts), currency_(std::move(currency)) {}

  std::string value(const insights::VisitFigure& figure) const;
  std::string counts(const insights::VisitFigure& figure) const;
  std::string interval(const insights::VisitFigure& figure) const;

  // Of tickets.
  std::string value(const insights::Figure& figure) const;
  std::string counts(const insights::Figure& figure) const;
  std::string interval(const insights::Figure& figure) const;

  std::string number(const std::optional<std::int64_t>& number) const;
  std::string decimal(const std::optional<double>& number, int digits) const;
  std::string count(const std::optional<insights::Share>& share) const;
  std::string percent(const std::optional<insights::Share>& share) const;
  std::string interval(const insights::Share& share) const;  // "18.1 % to 45.4 %"
  std::string duration(const std::optional<double>& seconds) const;

  const page::LanguageTexts& texts() const { return texts_; }

 private:
  std::string percent(double share) const;
  std::string points(double difference) const;
  std::string range(const std::string& low, const std::string& high) const;

  page::LanguageTexts texts_;
  std::string currency_;
};

}  // namespace kb
