// The weekly digest as it would be sent now.
//
//   DigestPage page{.staff = site, .action = "/writer/digest", .subject = "Fernway Help: …",
//                   .sections = {{"What helps most customers", {{"Zwrot kosztów …", url}}}}};
//   std::string html = render(renderer, page);
//
// Everything comes in words. Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct DigestPage {
  struct Section {
    std::string heading = {};
    std::vector<Link> lines = {};
  };
  StaffSite staff = {};
  std::string action = {};
  std::string subject = {};
  std::string intro = {};  // may be empty
  std::vector<Section> sections = {};
  std::string send_to = {};  // who gets it each week; empty: nobody, by mail
};

std::string render(const Renderer& renderer, const DigestPage& page);

}  // namespace kb::page
