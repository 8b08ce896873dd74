#include "server/gaps/gap_answers.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_reshape.h"
#include "server/gaps/gap_update.h"
#include "server/gaps/gap_urls.h"

namespace kb {
namespace {

using UpdateKind = GapUpdate::Kind;

std::int64_t number_of(const StaffRequest& staff, std::string_view field) {
  return gap_number(staff.form.text(field)).value_or(0);
}

page::GapPage::Fields typed_fields(const Form& form) {
  return {.label = form.text("label"),
          .state = form.text("state"),
          .owner = form.text("owner"),
          .due = form.text("due"),
          .article = form.text("article"),
          .reason = form.text("reason"),
          .comment = form.text("comment")};
}

// A field that the form does not have is not wished for.
std::optional<std::string> wished(const Form& form, std::string_view field) {
  return form.has(field) ? std::optional(form.text(field)) : std::nullopt;
}

GapWish wish_of(const Form& form) {
  return {.state = wished(form, "state"),
          .owner = wished(form, "owner"),
          .due = wished(form, "due"),
          .label = wished(form, "label"),
          .article = wished(form, "article"),
          .reason = wished(form, "reason"),
          .comment = form.text("comment")};
}

// What was done, or the page once more with what stands against it.
http::Response told(const StaffRequest& staff, std::int64_t id, UpdateKind kind, GapAttempt attempt,
                    std::string_view done) {
  switch (kind) {
    case UpdateKind::done:
      if (staff.center.gaps) staff.center.gaps->refresh_soon();
      return staff.done(gap_path(id), done);
    case UpdateKind::unchanged:
      return staff.done(gap_path(id), "staff.done.gap_unchanged");
    case UpdateKind::overtaken:
      attempt.overtaken = true;
      return show_gap(staff, 409, id, attempt);
    case UpdateKind::faulty:
      return show_gap(staff, 422, id, attempt);
    case UpdateKind::missing:
      return staff.not_found();
  }
  return staff.not_found();
}

http::Response save_gap(const StaffRequest& staff, std::int64_t id, const GapWish& wish) {
  const auto version = number_of(staff, "version");
  const auto update =
      staff.store.write([&](store::Sql& sql) { return update_gap(staff, sql, id, wish, version); });
  if (!update) return staff.fault(update.error());
  return told(staff, id, update->kind,
              {.fields = typed_fields(staff.form),
               .faults = update->changed.faults,
               .seen = number_of(staff, "seen")},
              "staff.done.gap_saved");
}

http::Response merge_gap_from_form(const StaffRequest& staff, std::int64_t id) {
  const auto into = number_of(staff, "into");
  const auto kind = staff.store.write([&](store::Sql& sql) {
    return merge_gap(staff, sql, {.gap = id, .version = number_of(staff, "version")}, into);
  });
  if (!kind) return staff.fault(kind.error());
  GapAttempt attempt{.seen = number_of(staff, "seen"), .into = staff.form.text("into")};
  if (*kind == UpdateKind::faulty) attempt.faults["merge"] = "gap.fault_merge";
  return told(staff, *kind == UpdateKind::done ? into : id, *kind, attempt,
              "staff.done.gap_merged");
}

http::Response split_gap_from_form(const StaffRequest& staff, std::int64_t id) {
  const auto ticked = staff.form.all("question");
  const auto label = staff.form.text("split_label");
  const auto split = staff.store.write([&](store::Sql& sql) {
    return split_gap(staff, sql, {.gap = id, .version = number_of(staff, "version")},
                     {.questions = ticked, .label = label});
  });
  if (!split) return staff.fault(split.error());
  GapAttempt attempt{.seen = number_of(staff, "seen"), .ticked = ticked, .split_label = label};
  if (split->kind == UpdateKind::faulty) attempt.faults["split"] = "gap.fault_split";
  return told(staff, split->kind == UpdateKind::done ? split->gap : id, split->kind, attempt,
              "staff.done.gap_split");
}

}  // namespace

http::Response act_on_gap(const StaffRequest& staff, std::int64_t id) {
  const auto action = staff.form.text("do");
  if (action == "merge") return merge_gap_from_form(staff, id);
  if (action == "split") return split_gap_from_form(staff, id);
  auto wish = wish_of(staff.form);
  if (action == "take") {
    wish.owner = staff.identity.name;
    return save_gap(staff, id, wish);
  }
  return action == "save" ? save_gap(staff, id, wish) : staff.not_found();
}

}  // namespace kb
