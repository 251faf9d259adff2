// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes numbered records to a log file, some 40 000 a second, and rotates it as a service would.
// logwriter FILE COUNT MODE EVERY: MODE is "rename", "copytruncate", "recreate" or "plain", EVERY so many
// records.

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <string>
#include <thread>
#include <unistd.h>

namespace {

constexpr int Keep = 7;

int openLog(const std::string &path)
{
    return ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

std::string record(int number)
{
    const std::string level = number % 11 == 0 ? "ERR" : "INF";
    const std::string text = "2026-11-20 21:57:36.706 +00:00 [" + level + "] app·part/Writer: 'Step "
                             + std::to_string(number) + "'";
    if (number % 3 == 0)
        return text + " {\n  a: 1,\n  b: 'two'\n}\n";
    return text + " { a: 1 }\n";
}

void shift(const std::string &path)
{
    for (int n = Keep - 1; n >= 1; --n)
        std::rename((path + "." + std::to_string(n)).c_str(), (path + "." + std::to_string(n + 1)).c_str());
}

int rotate(const std::string &path, const std::string &mode, int descriptor)
{
    if (mode == "rename") {
        ::close(descriptor);
        shift(path);
        std::rename(path.c_str(), (path + ".1").c_str());
        return openLog(path);
    }
    if (mode == "recreate") {
        // The reader gets time to see the end: what is removed before it was read is gone for everybody.
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
        ::close(descriptor);
        ::unlink(path.c_str());
        return openLog(path);
    }
    shift(path);
    {
        std::ifstream from(path, std::ios::binary);
        std::ofstream to(path + ".1", std::ios::binary);
        to << from.rdbuf();
    }
    return ::ftruncate(descriptor, 0) == 0 ? descriptor : -1;
}

} // namespace

int main(int count, char **arguments)
{
    if (count != 5)
        return 2;
    const std::string path = arguments[1];
    const int records = std::atoi(arguments[2]);
    const std::string mode = arguments[3];
    const int every = std::atoi(arguments[4]);
    int descriptor = openLog(path);
    for (int number = 0; number < records && descriptor >= 0; ++number) {
        if (number > 0 && every > 0 && number % every == 0)
            descriptor = rotate(path, mode, descriptor);
        const std::string text = record(number);
        if (::write(descriptor, text.data(), text.size()) != static_cast<ssize_t>(text.size()))
            return 1;
        if (number % 100 == 99)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return descriptor >= 0 ? 0 : 1;
}
