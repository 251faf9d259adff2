// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A library to preload: stands between a program and the calls that touch files below one folder. It counts
// them, lets one of them fail or kills the program there, and writes down what each did. It sees what SQLite
// and Qt do as well, so nothing of the program has to know about it. The environment says what it does:
//   PILOTHOUSE_SHIM_SCOPE   the folder
//   PILOTHOUSE_SHIM_CLASS   which calls count: "changes", "reads" or "opens" (opens and sockets anywhere)
//   PILOTHOUSE_SHIM_AT      the number of the call where it acts, from 1; 0: never
//   PILOTHOUSE_SHIM_HOW     an errno; with a "+": from there on; "kill": dies before; "torn": dies half way
//   PILOTHOUSE_SHIM_LOG     a file that gets a line a call that counts
//   PILOTHOUSE_SHIM_RECORD  a file that gets every change with its bytes, for powermodel.h

#include "tests/helpers/shimpoint.h"

#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <mutex>
#include <string>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

using namespace shim;

namespace {

template <typename Function>
Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

std::mutex &recordMutex()
{
    static auto *const mutex = new std::mutex;
    return *mutex;
}

/// One change: a line of words, then as many bytes as its last word says.
void record(const std::string &words, const void *bytes = nullptr, size_t size = 0)
{
    if (settings().record < 0)
        return;
    std::string entry = words + '\t' + std::to_string(size) + '\n';
    entry.append(static_cast<const char *>(bytes), size);
    append(settings().record, entry);
}

bool isRecorded(const std::string &path)
{
    return settings().record >= 0 && isInScope(path);
}

/// Runs a change and, where it went well, writes it down: what is written down is in the order that it
/// happened.
template <typename Work, typename Note>
auto recorded(const std::string &path, Work work, Note note) -> decltype(work())
{
    if (!isRecorded(path))
        return work();
    const std::lock_guard<std::mutex> guard(recordMutex());
    const auto result = work();
    const int kept = errno;
    if (result >= 0)
        note(result);
    errno = kept;
    return result;
}

template <typename Work>
ssize_t written(const char *name, int file, const void *bytes, size_t size, long long offset, Work work)
{
    const std::string path = linkOf(file);
    if (isHit(Class::Changes, name, path, [&] { (void)work(size / 2); }))
        return -1;
    return recorded(
        path, [&] { return work(size); },
        [&](ssize_t done) {
            long long at = offset;
            if (at < 0)
                at = static_cast<long long>(::lseek(file, 0, SEEK_CUR)) - done;
            record("write\t" + inodeOf(file) + '\t' + std::to_string(at), bytes, static_cast<size_t>(done));
        });
}

int synced(const char *name, int file)
{
    const std::string path = linkOf(file);
    if (isHit(Class::Changes, name, path))
        return -1;
    const auto work = real<int (*)(int)>(name);
    return recorded(
        path, [&] { return work(file); }, [&](int) { record("sync\t" + inodeOf(file)); });
}

bool isChange(int flags)
{
    return (flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR)) != 0 || (flags & O_TMPFILE) == O_TMPFILE;
}

template <typename Work>
int opened(int folder, const char *name, int flags, Work work)
{
    const std::string path = pathOf(folder, name);
    if (isHit(Class::Opens, "open", path) || (isChange(flags) && isHit(Class::Changes, "open", path)))
        return -1;
    if (!isChange(flags) || !isRecorded(path))
        return work();
    const std::string before = inodeAt(path);
    return recorded(path, work, [&](int file) {
        const bool isNameless = (flags & O_TMPFILE) == O_TMPFILE;
        if (!isNameless && before == "0")
            record("create\t" + path + '\t' + inodeOf(file));
        else if (!isNameless && (flags & O_TRUNC) != 0)
            record("truncate\t" + inodeOf(file) + "\t0");
    });
}

template <typename Size>
int truncated(const char *name, int file, Size size)
{
    const std::string path = linkOf(file);
    if (isHit(Class::Changes, name, path))
        return -1;
    const auto work = real<int (*)(int, Size)>(name);
    return recorded(
        path, [&] { return work(file, size); },
        [&](int) { record("truncate\t" + inodeOf(file) + '\t' + std::to_string(size)); });
}

template <typename Work>
int renamed(const std::string &from, const std::string &to, Work work)
{
    if (isHit(Class::Changes, "rename", to))
        return -1;
    return recorded(to, work, [&](int) { record("rename\t" + from + '\t' + to); });
}

template <typename Work>
int unlinked(const std::string &path, Work work)
{
    if (isHit(Class::Changes, "unlink", path))
        return -1;
    return recorded(path, work, [&](int) { record("unlink\t" + path); });
}

template <typename Work>
int folderMade(const std::string &path, Work work)
{
    if (isHit(Class::Changes, "mkdir", path))
        return -1;
    return recorded(path, work, [&](int) { record("mkdir\t" + path + '\t' + inodeAt(path)); });
}

template <typename Work>
ssize_t readFrom(const char *name, int file, Work work)
{
    return isHit(Class::Reads, name, linkOf(file)) ? -1 : work();
}

mode_t modeOf(int flags, va_list list)
{
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(list, mode_t) : 0;
}

} // namespace

#define OPEN_MODE(flags)                                                                                     \
    va_list list;                                                                                            \
    va_start(list, flags);                                                                                   \
    const mode_t mode = modeOf(flags, list);                                                                 \
    va_end(list)

extern "C" {

__attribute__((constructor)) void readSettings()
{
    (void)settings();
}

ssize_t write(int file, const void *bytes, size_t size)
{
    static const auto work = real<ssize_t (*)(int, const void *, size_t)>("write");
    return written("write", file, bytes, size, -1, [&](size_t part) { return work(file, bytes, part); });
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t offset)
{
    static const auto work = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    return written("pwrite", file, bytes, size, offset,
                   [&](size_t part) { return work(file, bytes, part, offset); });
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off64_t offset)
{
    static const auto work = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    return written("pwrite", file, bytes, size, offset,
                   [&](size_t part) { return work(file, bytes, part, offset); });
}

ssize_t read(int file, void *bytes, size_t size)
{
    static const auto work = real<ssize_t (*)(int, void *, size_t)>("read");
    return readFrom("read", file, [&] { return work(file, bytes, size); });
}

ssize_t pread(int file, void *bytes, size_t size, off_t offset)
{
    static const auto work = real<ssize_t (*)(int, void *, size_t, off_t)>("pread");
    return readFrom("pread", file, [&] { return work(file, bytes, size, offset); });
}

ssize_t pread64(int file, void *bytes, size_t size, off64_t offset)
{
    static const auto work = real<ssize_t (*)(int, void *, size_t, off64_t)>("pread64");
    return readFrom("pread", file, [&] { return work(file, bytes, size, offset); });
}

int fsync(int file)
{
    return synced("fsync", file);
}

int fdatasync(int file)
{
    return synced("fdatasync", file);
}

int syncfs(int file)
{
    return synced("syncfs", file);
}

int ftruncate(int file, off_t size) noexcept
{
    return truncated("ftruncate", file, size);
}

int ftruncate64(int file, off64_t size) noexcept
{
    return truncated("ftruncate64", file, size);
}

int fallocate(int file, int mode, off_t offset, off_t size)
{
    static const auto work = real<int (*)(int, int, off_t, off_t)>("fallocate");
    return isHit(Class::Changes, "fallocate", linkOf(file)) ? -1 : work(file, mode, offset, size);
}

int fallocate64(int file, int mode, off64_t offset, off64_t size)
{
    static const auto work = real<int (*)(int, int, off64_t, off64_t)>("fallocate64");
    return isHit(Class::Changes, "fallocate", linkOf(file)) ? -1 : work(file, mode, offset, size);
}

int fchmod(int file, mode_t mode) noexcept
{
    static const auto work = real<int (*)(int, mode_t)>("fchmod");
    return isHit(Class::Changes, "fchmod", linkOf(file)) ? -1 : work(file, mode);
}

int fchown(int file, uid_t owner, gid_t group) noexcept
{
    static const auto work = real<int (*)(int, uid_t, gid_t)>("fchown");
    return isHit(Class::Changes, "fchown", linkOf(file)) ? -1 : work(file, owner, group);
}

int open(const char *name, int flags, ...)
{
    OPEN_MODE(flags);
    static const auto work = real<int (*)(const char *, int, ...)>("open");
    return opened(AT_FDCWD, name, flags, [&] { return work(name, flags, mode); });
}

int open64(const char *name, int flags, ...)
{
    OPEN_MODE(flags);
    static const auto work = real<int (*)(const char *, int, ...)>("open64");
    return opened(AT_FDCWD, name, flags, [&] { return work(name, flags, mode); });
}

int openat(int folder, const char *name, int flags, ...)
{
    OPEN_MODE(flags);
    static const auto work = real<int (*)(int, const char *, int, ...)>("openat");
    return opened(folder, name, flags, [&] { return work(folder, name, flags, mode); });
}

int openat64(int folder, const char *name, int flags, ...)
{
    OPEN_MODE(flags);
    static const auto work = real<int (*)(int, const char *, int, ...)>("openat64");
    return opened(folder, name, flags, [&] { return work(folder, name, flags, mode); });
}

int __open_2(const char *name, int flags)
{
    return open(name, flags);
}

int __open64_2(const char *name, int flags)
{
    return open64(name, flags);
}

int __openat_2(int folder, const char *name, int flags)
{
    return openat(folder, name, flags);
}

int __openat64_2(int folder, const char *name, int flags)
{
    return openat64(folder, name, flags);
}

int socket(int domain, int type, int protocol) noexcept
{
    static const auto work = real<int (*)(int, int, int)>("socket");
    return isHit(Class::Opens, "socket", {}) ? -1 : work(domain, type, protocol);
}

int pipe2(int *files, int flags) noexcept
{
    static const auto work = real<int (*)(int *, int)>("pipe2");
    return isHit(Class::Opens, "pipe", {}) ? -1 : work(files, flags);
}

int rename(const char *from, const char *to) noexcept
{
    static const auto work = real<int (*)(const char *, const char *)>("rename");
    return renamed(pathOf(AT_FDCWD, from), pathOf(AT_FDCWD, to), [&] { return work(from, to); });
}

int renameat(int fromFolder, const char *from, int toFolder, const char *to) noexcept
{
    static const auto work = real<int (*)(int, const char *, int, const char *)>("renameat");
    return renamed(pathOf(fromFolder, from), pathOf(toFolder, to),
                   [&] { return work(fromFolder, from, toFolder, to); });
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags) noexcept
{
    static const auto work = real<int (*)(int, const char *, int, const char *, unsigned)>("renameat2");
    return renamed(pathOf(fromFolder, from), pathOf(toFolder, to),
                   [&] { return work(fromFolder, from, toFolder, to, flags); });
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags) noexcept
{
    static const auto work = real<int (*)(int, const char *, int, const char *, int)>("linkat");
    const std::string path = pathOf(toFolder, to);
    if (isHit(Class::Changes, "linkat", path))
        return -1;
    return recorded(
        path, [&] { return work(fromFolder, from, toFolder, to, flags); },
        [&](int) { record("create\t" + path + '\t' + inodeAt(path)); });
}

int unlink(const char *name) noexcept
{
    static const auto work = real<int (*)(const char *)>("unlink");
    return unlinked(pathOf(AT_FDCWD, name), [&] { return work(name); });
}

int unlinkat(int folder, const char *name, int flags) noexcept
{
    static const auto work = real<int (*)(int, const char *, int)>("unlinkat");
    return unlinked(pathOf(folder, name), [&] { return work(folder, name, flags); });
}

int rmdir(const char *name) noexcept
{
    static const auto work = real<int (*)(const char *)>("rmdir");
    return unlinked(pathOf(AT_FDCWD, name), [&] { return work(name); });
}

int mkdir(const char *name, mode_t mode) noexcept
{
    static const auto work = real<int (*)(const char *, mode_t)>("mkdir");
    return folderMade(pathOf(AT_FDCWD, name), [&] { return work(name, mode); });
}

int mkdirat(int folder, const char *name, mode_t mode) noexcept
{
    static const auto work = real<int (*)(int, const char *, mode_t)>("mkdirat");
    return folderMade(pathOf(folder, name), [&] { return work(folder, name, mode); });
}

} // extern "C"
