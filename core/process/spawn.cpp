// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/spawn.h"

#include "core/process/toollocator.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pilothouse {

namespace {

struct SpawnText
{
    Q_DECLARE_TR_FUNCTIONS(ProcessRunner)
};

Result<QString> resolvedProgram(const QString &program)
{
    if (!program.contains(u'/'))
        return ToolLocator().find(program);
    const QFileInfo file(program);
    if (!file.isAbsolute())
        return failure(ErrorKind::BadInput,
                       SpawnText::tr("A program is named by its absolute path, not by “%1”.").arg(program));
    if (!file.isFile())
        return failure(withSubject(
            failure(ErrorKind::NotFound, SpawnText::tr("There is no such program.")).value(), program));
    if (!file.isExecutable())
        return failure(withSubject(
            failure(ErrorKind::Refused, SpawnText::tr("This user may not run the program.")).value(),
            program));
    return program;
}

QList<QByteArray> minimalEnvironment(const QMap<QString, QString> &added)
{
    QMap<QByteArray, QByteArray> variables{{"LC_ALL", "C"},
                                           {"PATH", ToolLocator::standardFolders().join(u':').toLocal8Bit()}};
    for (const char *name : {"HOME", "USER", "LOGNAME", "TZ", "TMPDIR", "XDG_RUNTIME_DIR"}) {
        if (qEnvironmentVariableIsSet(name))
            variables.insert(name, qgetenv(name));
    }
    for (auto it = added.begin(); it != added.end(); ++it)
        variables.insert(it.key().toLocal8Bit(), it.value().toLocal8Bit());
    QList<QByteArray> lines;
    for (auto it = variables.cbegin(); it != variables.cend(); ++it)
        lines << QByteArray(it.key() + '=' + it.value());
    return lines;
}

/// Ends a posix_spawn description with its scope.
struct SpawnDescription
{
    SpawnDescription()
    {
        posix_spawn_file_actions_init(&actions);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnDescription()
    {
        posix_spawn_file_actions_destroy(&actions);
        posix_spawnattr_destroy(&attributes);
    }
    SpawnDescription(const SpawnDescription &) = delete;
    SpawnDescription &operator=(const SpawnDescription &) = delete;

    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
};

tl::unexpected<Error> startFailure(int number, const QByteArray &program)
{
    const Error error = systemFailure(number, SpawnText::tr("The program could not be started.")).value();
    return failure(withSubject(error, QFile::decodeName(program)));
}

/// Between fork and exec, where only async-signal-safe calls are allowed: never returns.
[[noreturn]] void becomeDetached(SpawnInput &input, int output, int report)
{
    const auto give = [report](int number) {
        (void)!write(report, &number, sizeof number);
        _exit(127);
    };
    setsid();
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (int number = 1; number < NSIG; ++number)
        signal(number, SIG_DFL);
    const pid_t grandchild = fork();
    if (grandchild < 0)
        give(errno);
    if (grandchild > 0) {
        const int negative = -static_cast<int>(grandchild);
        (void)!write(report, &negative, sizeof negative);
        _exit(0);
    }
    const int nothing = open("/dev/null", O_RDONLY);
    if (nothing < 0 || dup2(nothing, 0) < 0 || dup2(output, 1) < 0 || dup2(output, 2) < 0
        || chdir(input.folder.constData()) != 0 || dup2(report, 3) < 0 || fcntl(3, F_SETFD, FD_CLOEXEC) != 0)
        give(errno);
    closefrom(4);
    execve(input.program.constData(), input.arguments.data(), input.environment.data());
    const int number = errno;
    (void)!write(3, &number, sizeof number);
    _exit(127);
}

} // namespace

CStrings::CStrings(QList<QByteArray> strings)
    : m_strings(std::move(strings))
{
    for (QByteArray &string : m_strings)
        m_pointers.push_back(string.data());
    m_pointers.push_back(nullptr);
}

Result<SpawnInput> spawnInput(const CommandLine &command, const QString &fallbackFolder)
{
    const Result<QString> program = resolvedProgram(command.program);
    if (!program)
        return failure(program.error());
    const QString folder = command.workingDirectory.isEmpty() ? fallbackFolder : command.workingDirectory;
    if (!QFileInfo(folder).isDir())
        return failure(withSubject(
            failure(ErrorKind::NotFound, SpawnText::tr("The folder that the program starts in is not there."))
                .value(),
            folder));
    QList<QByteArray> arguments{QFile::encodeName(*program)};
    for (const QString &argument : command.arguments)
        arguments << argument.toLocal8Bit();
    QList<QByteArray> environment = minimalEnvironment(command.environment);
    for (const QByteArray &text : arguments + environment) {
        if (text.contains('\0'))
            return failure(ErrorKind::BadInput,
                           SpawnText::tr("An argument of the program contains a zero byte."));
    }
    return SpawnInput{QFile::encodeName(*program), CStrings(std::move(arguments)),
                      CStrings(std::move(environment)), QFile::encodeName(folder)};
}

Result<pid_t> spawnGrouped(SpawnInput &input, int standardOutput, int standardError, int standardInput)
{
    SpawnDescription description;
    if (standardInput >= 0)
        posix_spawn_file_actions_adddup2(&description.actions, standardInput, 0);
    else
        posix_spawn_file_actions_addopen(&description.actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&description.actions, standardOutput, 1);
    posix_spawn_file_actions_adddup2(&description.actions, standardError, 2);
    posix_spawn_file_actions_addclosefrom_np(&description.actions, 3);
    posix_spawn_file_actions_addchdir_np(&description.actions, input.folder.constData());
    sigset_t none;
    sigset_t all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&description.attributes, &none);
    posix_spawnattr_setsigdefault(&description.attributes, &all);
    posix_spawnattr_setpgroup(&description.attributes, 0);
    posix_spawnattr_setflags(&description.attributes,
                             POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    pid_t pid = 0;
    const int number = posix_spawn(&pid, input.program.constData(), &description.actions,
                                   &description.attributes, input.arguments.data(), input.environment.data());
    if (number != 0)
        return startFailure(number, input.program);
    return pid;
}

Result<pid_t> spawnDetached(SpawnInput &input, int output)
{
    int report[2];
    if (pipe2(report, O_CLOEXEC) != 0)
        return startFailure(errno, input.program);
    // Not below 4: the child moves the pipe's end to 3 and its output to 1 and 2.
    const int high = fcntl(report[1], F_DUPFD_CLOEXEC, 16);
    const int highOutput = fcntl(output, F_DUPFD_CLOEXEC, 16);
    close(report[1]);
    const pid_t child = fork();
    if (child == 0)
        becomeDetached(input, highOutput, high);
    const int forkError = errno;
    close(high);
    close(highOutput);
    pid_t pid = 0;
    int number = child < 0 ? forkError : 0;
    int value = 0;
    while (child > 0 && read(report[0], &value, sizeof value) == sizeof value) {
        if (value < 0)
            pid = -value;
        else
            number = value;
    }
    close(report[0]);
    if (child > 0)
        waitpid(child, nullptr, 0);
    if (number != 0 || pid == 0)
        return startFailure(number, input.program);
    return pid;
}

} // namespace pilothouse
