// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds a fuzzer the files of its corpus, one after the other, where libFuzzer is not at hand: what once was found, or
// is good to start from, is tried in every test run. Usage: replay_<name> FOLDER. Exit 1 where the folder has no file.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <system_error>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: replay_NAME FOLDER\n", stderr);
        return 2;
    }
    int replayed = 0;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1], error)) {
        std::ifstream file(entry.path(), std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
        // Said before it is fed, so that a crash names its file.
        std::printf("%s, %zu bytes\n", entry.path().filename().c_str(), bytes.size());
        std::fflush(stdout);
        // A copy of exactly this size lets the sanitizers see the first byte read too far.
        const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
        try {
            LLVMFuzzerTestOneInput(exact.data(), exact.size());
        } catch (const std::exception &escaped) {
            std::fprintf(stderr, "an exception escaped: %s\n", escaped.what());
            return 1;
        }
        ++replayed;
    }
    if (replayed == 0) {
        std::fprintf(stderr, "no file to replay in %s\n", argv[1]);
        return 1;
    }
    return 0;
}
