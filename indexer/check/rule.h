// The rules that kb-index check holds content against: their names and how bad a breach is.
//
//   findings.add(rules::broken_link, article.place(12), "the link … leads to no article", hint);
//   for (const Rule& rule : kRules) …                     // docs/writer.md explains each of them
//
// error: readers meet something broken. warning: should be mended. hint: would be nice. Constants.

#pragma once

#include <array>
#include <string_view>

namespace kb {

enum class Severity { error, warning, hint };

constexpr std::string_view name_of(Severity severity) {
  constexpr std::string_view kNames[] = {"error", "warning", "hint"};
  return kNames[static_cast<std::size_t>(severity)];
}

struct Rule {
  std::string_view name;
  Severity severity;
};

namespace rules {

// Files.
inline constexpr Rule source{"source", Severity::error};
inline constexpr Rule unreadable{"unreadable", Severity::error};
inline constexpr Rule empty_file{"empty-file", Severity::error};
inline constexpr Rule duplicate_id{"duplicate-id", Severity::error};
inline constexpr Rule categories{"categories", Severity::error};
inline constexpr Rule applies_to_file{"applies-to-file", Severity::error};
inline constexpr Rule search_file{"search-file", Severity::error};

// Front matter.
inline constexpr Rule front_matter{"front-matter", Severity::error};
inline constexpr Rule misspelled_key{"misspelled-key", Severity::warning};
inline constexpr Rule missing_title{"missing-title", Severity::warning};
inline constexpr Rule missing_summary{"missing-summary", Severity::hint};
inline constexpr Rule date_order{"date-order", Severity::error};
inline constexpr Rule expired{"expired", Severity::warning};
inline constexpr Rule review_due{"review-due", Severity::warning};
inline constexpr Rule updated_in_future{"updated-in-future", Severity::warning};
inline constexpr Rule unknown_applies_to{"unknown-applies-to", Severity::warning};
inline constexpr Rule unknown_category{"unknown-category", Severity::hint};
inline constexpr Rule redirect_twice{"redirect-twice", Severity::error};
inline constexpr Rule redirect_unused{"redirect-unused", Severity::error};
inline constexpr Rule redirect_loop{"redirect-loop", Severity::error};

// The text.
inline constexpr Rule markdown{"markdown", Severity::error};
inline constexpr Rule heading_level{"heading-level", Severity::warning};
inline constexpr Rule empty_section{"empty-section", Severity::warning};
inline constexpr Rule wrong_language{"wrong-language", Severity::warning};

// Links and images.
inline constexpr Rule broken_link{"broken-link", Severity::error};
inline constexpr Rule broken_anchor{"broken-anchor", Severity::error};
inline constexpr Rule link_to_draft{"link-to-draft", Severity::error};
inline constexpr Rule link_to_agents{"link-to-agents", Severity::error};
inline constexpr Rule refused_link{"refused-link", Severity::warning};
inline constexpr Rule missing_image{"missing-image", Severity::error};
inline constexpr Rule image_without_text{"image-without-text", Severity::warning};
inline constexpr Rule large_image{"large-image", Severity::warning};
inline constexpr Rule svg_script{"svg-script", Severity::warning};

// Translations.
inline constexpr Rule stale_translation{"stale-translation", Severity::warning};
inline constexpr Rule missing_translation{"missing-translation", Severity::hint};
inline constexpr Rule orphaned_translation{"orphaned-translation", Severity::hint};

// The team's words for search, and what it should find.
inline constexpr Rule unknown_article{"unknown-article", Severity::error};
inline constexpr Rule expired_pin{"expired-pin", Severity::warning};
inline constexpr Rule synonym_loop{"synonym-loop", Severity::warning};
inline constexpr Rule shadowed_entry{"shadowed-entry", Severity::warning};
inline constexpr Rule idle_entry{"idle-entry", Severity::warning};
inline constexpr Rule judgement{"judgement", Severity::error};

}  // namespace rules

inline constexpr std::array kRules = {rules::source,
                                      rules::unreadable,
                                      rules::empty_file,
                                      rules::duplicate_id,
                                      rules::categories,
                                      rules::applies_to_file,
                                      rules::search_file,
                                      rules::front_matter,
                                      rules::misspelled_key,
                                      rules::missing_title,
                                      rules::missing_summary,
                                      rules::date_order,
                                      rules::expired,
                                      rules::review_due,
                                      rules::updated_in_future,
                                      rules::unknown_applies_to,
                                      rules::unknown_category,
                                      rules::redirect_twice,
                                      rules::redirect_unused,
                                      rules::redirect_loop,
                                      rules::markdown,
                                      rules::heading_level,
                                      rules::empty_section,
                                      rules::wrong_language,
                                      rules::broken_link,
                                      rules::broken_anchor,
                                      rules::link_to_draft,
                                      rules::link_to_agents,
                                      rules::refused_link,
                                      rules::missing_image,
                                      rules::image_without_text,
                                      rules::large_image,
                                      rules::svg_script,
                                      rules::stale_translation,
                                      rules::missing_translation,
                                      rules::orphaned_translation,
                                      rules::unknown_article,
                                      rules::expired_pin,
                                      rules::synonym_loop,
                                      rules::shadowed_entry,
                                      rules::idle_entry,
                                      rules::judgement};

}  // namespace kb
