// The weekly digest in words of one language: what a mail and /writer/digest say.
//
//   const auto text = in_words(*digest, center, texts);
//   text.sections[0].heading, text.sections[0].lines[0].path     // "/help/writer/gaps/7"
//   digest_body(text, center.config, texts.lang())               // of the mail: whole addresses
//
// What customers wrote is set apart, so that it reads well in the midst of another direction.
// Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "server/coverage/digest.h"
#include "server/delivery/mail_body.h"
#include "server/page/texts.h"

namespace kb {

struct DigestLine {
  std::string text = {};
  std::string path = {};  // with the base path
};

struct DigestSection {
  std::string heading = {};
  std::vector<DigestLine> lines = {};
};

struct DigestText {
  std::string subject = {};
  std::string intro = {};  // where there is nothing to tell, or not all of it yet; may be empty
  std::vector<DigestSection> sections = {};
};

DigestText in_words(const Digest& digest, const HelpCenter& center,
                    const page::LanguageTexts& texts);
MailBody digest_body(const DigestText& text, const Config& config,
                     const page::LanguageTexts& texts);

// In the language that the site's mails to its team are in.
page::LanguageTexts team_texts(const HelpCenter& center);

}  // namespace kb
