#include "scripts/benchmarks/scratch_site.h"

#include <fstream>

namespace kb::bench {

ScratchSite::ScratchSite(std::filesystem::path folder, std::filesystem::path programs,
                         const std::string& settings)
    : folder_(std::move(folder)), programs_(std::move(programs)) {
  std::filesystem::create_directories(folder_);
  std::ofstream(config()) << "site: {name: bench, languages: [all]}\n"
                             "sources: [{kind: articles, path: content}]\n"
                             "server: {listen: \"127.0.0.1:0\"}\n"
                          << settings << "store: {url: \"" << url() << "\"}\n";
}

void ScratchSite::write_article(const std::filesystem::path& path,
                                const std::string& markdown) const {
  const auto file = folder_ / "content" / path;
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file) << markdown;
}

Result<Cost> ScratchSite::run_program(const std::string& program,
                                      std::vector<std::string> arguments,
                                      const std::string& log) const {
  arguments.insert(arguments.begin(), (programs_ / program).string());
  arguments.insert(arguments.end(), {"--config", config().string()});
  return run(arguments, file(log));
}

Result<std::unique_ptr<ServerProcess>> ScratchSite::serve() const {
  return ServerProcess::start(programs_ / "kb-server", config(), file("server.log"));
}

}  // namespace kb::bench
