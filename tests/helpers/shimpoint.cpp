// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/helpers/shimpoint.h"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace shim {

namespace {

std::atomic<long> count{0};

std::string taken(const char *name)
{
    const char *value = ::getenv(name);
    std::string text = value ? value : "";
    ::unsetenv(name);
    return text;
}

int openedHigh(const std::string &path)
{
    if (path.empty())
        return -1;
    const long low =
        ::syscall(SYS_openat, AT_FDCWD, path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    const long high = ::syscall(SYS_fcntl, low, F_DUPFD_CLOEXEC, 900);
    ::syscall(SYS_close, low);
    return static_cast<int>(high);
}

[[noreturn]] void die()
{
    ::syscall(SYS_kill, ::getpid(), SIGKILL);
    while (true)
        ::pause();
}

} // namespace

const Settings &settings()
{
    static const Settings *const read = [] {
        auto *made = new Settings;
        made->scope = taken("PILOTHOUSE_SHIM_SCOPE");
        const std::string counted = taken("PILOTHOUSE_SHIM_CLASS");
        made->counted = counted == "reads"   ? Class::Reads
                        : counted == "opens" ? Class::Opens
                                             : Class::Changes;
        made->at = std::atol(taken("PILOTHOUSE_SHIM_AT").c_str());
        const std::string how = taken("PILOTHOUSE_SHIM_HOW");
        made->isKill = how == "kill";
        made->isTorn = how == "torn";
        made->errorNumber = std::atoi(how.c_str());
        made->isLasting = !how.empty() && how.back() == '+';
        made->log = openedHigh(taken("PILOTHOUSE_SHIM_LOG"));
        made->record = openedHigh(taken("PILOTHOUSE_SHIM_RECORD"));
        ::unsetenv("LD_PRELOAD");
        return made;
    }();
    return *read;
}

std::string linkOf(int file)
{
    std::array<char, 64> link{};
    std::snprintf(link.data(), link.size(), "/proc/self/fd/%d", file);
    std::array<char, 4096> target{};
    const long size = ::syscall(SYS_readlinkat, AT_FDCWD, link.data(), target.data(), target.size());
    return size > 0 ? std::string(target.data(), static_cast<size_t>(size)) : std::string();
}

std::string pathOf(int folder, const char *name)
{
    if (!name)
        return {};
    if (name[0] == '/')
        return name;
    std::string base;
    if (folder == AT_FDCWD) {
        std::array<char, 4096> here{};
        base = ::getcwd(here.data(), here.size()) ? here.data() : "";
    } else {
        base = linkOf(folder);
    }
    return std::strcmp(name, ".") == 0 || name[0] == '\0' ? base : base + '/' + name;
}

bool isInScope(const std::string &path)
{
    const std::string &scope = settings().scope;
    return !scope.empty() && path.compare(0, scope.size(), scope) == 0;
}

void append(int file, const std::string &text)
{
    if (file >= 0)
        ::syscall(SYS_write, file, text.data(), text.size());
}

bool isHit(Class kind, const char *name, const std::string &path, const std::function<void()> &half)
{
    const Settings &wanted = settings();
    if (kind != wanted.counted || (kind != Class::Opens && !isInScope(path)))
        return false;
    const long number = ++count;
    if (wanted.log >= 0)
        append(wanted.log, std::to_string(number) + ' ' + name + ' ' + path + '\n');
    if (wanted.at <= 0 || number < wanted.at || (number > wanted.at && !wanted.isLasting))
        return false;
    if (wanted.isTorn)
        half();
    if (wanted.isKill || wanted.isTorn)
        die();
    errno = wanted.errorNumber;
    return true;
}

bool isHit(Class kind, const char *name, const std::string &path)
{
    return isHit(kind, name, path, [] {});
}

std::string inodeOf(int file)
{
    struct stat status = {};
    ::fstat(file, &status);
    return std::to_string(status.st_ino);
}

std::string inodeAt(const std::string &path)
{
    struct stat status = {};
    return ::lstat(path.c_str(), &status) == 0 ? std::to_string(status.st_ino) : std::string("0");
}

} // namespace shim
