#include "cli/progress.hpp"

#include <cstdio>

#include <unistd.h>

namespace gouji {

Progress::Progress(std::size_t files, bool quiet, Language language)
    : files_(files), language_(language), on_(!quiet && files > 1 && isatty(STDERR_FILENO) != 0) {}

void Progress::at(std::size_t file) {
    if (!on_) return;
    const auto now = Clock::now();
    if (now - begun_ < std::chrono::seconds(1) || now - last_ < std::chrono::milliseconds(200))
        return;
    last_ = now;
    shown_ = true;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    const double rate = static_cast<double>(file + 1) / seconds;
    const double left = static_cast<double>(files_ - file - 1) / rate;
    std::fprintf(stderr,
                 language_ == Language::en ? "\r\x1b[K%zu/%zu files, %.0f a second, %.0f s left"
                                           : "\r\x1b[K%zu/%zu 份，每秒 %.0f 份，还需 %.0f 秒",
                 file + 1, files_, rate, left);
    std::fflush(stderr);
}

void Progress::done() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
    shown_ = false;
}

}  // namespace gouji
