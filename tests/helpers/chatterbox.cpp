// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that misbehaves on demand: its arguments are done one after the other.
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <unistd.h>

extern char **environ;

namespace {

void print(FILE *stream, long bytes)
{
    const std::string block(1000, 'x');
    for (long left = bytes; left > 0; left -= 1000)
        std::fwrite(block.data(), 1, static_cast<size_t>(left < 1000 ? left : 1000), stream);
    std::fflush(stream);
}

void printFacts()
{
    for (char **line = environ; *line; ++line)
        std::puts(*line);
    char folder[4096];
    std::printf("cwd=%s\n", getcwd(folder, sizeof folder));
    for (int number = 0; number < 256; ++number) {
        char link[4096];
        const std::string path = "/proc/self/fd/" + std::to_string(number);
        if (readlink(path.c_str(), link, sizeof link) > 0)
            std::printf("fd=%d\n", number);
    }
    std::printf("own-group=%d own-session=%d\n", getpgrp() == getpid(), getsid(0) != getsid(getppid()));
    std::fflush(stdout);
}

void writePid(const char *path)
{
    if (FILE *file = std::fopen(path, "w")) {
        std::fprintf(file, "%d\n", getpid());
        std::fclose(file);
    }
}

} // namespace

int main(int count, char **words)
{
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const char *value = i + 1 < count ? words[i + 1] : "0";
        if (word == "out")
            print(stdout, std::atol(value));
        else if (word == "err")
            print(stderr, std::atol(value));
        else if (word == "say")
            std::puts(value);
        else if (word == "sleep")
            usleep(static_cast<useconds_t>(std::atol(value)) * 1000);
        else if (word == "pidfile")
            writePid(value);
        else if (word == "burn")
            for (const clock_t end = clock() + std::atol(value) * CLOCKS_PER_SEC / 1000; clock() < end;) {
            }
        else if (word == "facts")
            printFacts();
        else if (word == "ignore-term")
            std::signal(SIGTERM, SIG_IGN);
        else if (word == "fork" && fork() == 0)
            usleep(static_cast<useconds_t>(std::atol(value)) * 1000);
        else if (word == "crash")
            std::abort();
        else if (word == "exit")
            return std::atoi(value);
    }
    return 0;
}
