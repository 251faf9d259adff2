// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/faultyfileops.h"

#include <csignal>

namespace pilothouse {

namespace {

[[noreturn]] void die()
{
    ::raise(SIGKILL);
    std::abort();
}

} // namespace

void FaultyFileOps::arm(Fault fault, int at, int errorNumber)
{
    m_fault = fault;
    m_at = at;
    m_errorNumber = errorNumber;
    m_count = 0;
    m_isLasting = false;
}

void FaultyFileOps::failFrom(int at, int errorNumber)
{
    arm(Fault::Fail, at, errorNumber);
    m_isLasting = true;
}

template <typename Effect>
auto FaultyFileOps::through(const QString &path, Effect effect) -> decltype(effect())
{
    const int number = ++m_count; // an effect may use others, which count on
    if (isHit(number) && m_fault == Fault::Fail)
        return tl::unexpected(
            withSubject(systemFailure(m_errorNumber, QStringLiteral("injected")).value(), path));
    if (isHit(number) && (m_fault == Fault::KillBefore || m_fault == Fault::KillInside))
        die();
    auto result = effect();
    if (isHit(number) && m_fault == Fault::KillAfter)
        die();
    return result;
}

Result<> FaultyFileOps::write(const QString &path, const QByteArray &content, const FileAccess &access)
{
    return through(path, [&] { return FileOps::write(path, content, access); });
}

Result<> FaultyFileOps::append(const QString &path, const QByteArray &bytes)
{
    const bool isNext = m_fault == Fault::KillInside && m_count + 1 == m_at;
    if (isNext && !FileOps::append(path, bytes.left(bytes.size() / 2)))
        qWarning("half a line could not be written");
    return through(path, [&] { return FileOps::append(path, bytes); });
}

Result<QByteArray> FaultyFileOps::copy(const QString &from, const QString &to, const FileAccess &access,
                                       const OperationContext &context)
{
    return through(to, [&] { return FileOps::copy(from, to, access, context); });
}

Result<> FaultyFileOps::rename(const QString &from, const QString &to)
{
    return through(from, [&] { return FileOps::rename(from, to); });
}

Result<> FaultyFileOps::removeFile(const QString &path)
{
    return through(path, [&] { return FileOps::removeFile(path); });
}

Result<> FaultyFileOps::removeTree(const QString &folder)
{
    return through(folder, [&] { return FileOps::removeTree(folder); });
}

Result<> FaultyFileOps::makeFolder(const QString &folder, const FileAccess &access)
{
    return through(folder, [&] { return FileOps::makeFolder(folder, access); });
}

Result<> FaultyFileOps::setMode(const QString &path, uint mode)
{
    return through(path, [&] { return FileOps::setMode(path, mode); });
}

Result<> FaultyFileOps::setOwner(const QString &path, uint ownerId, uint groupId)
{
    return through(path, [&] { return FileOps::setOwner(path, ownerId, groupId); });
}

Result<> FaultyFileOps::syncFolder(const QString &folder)
{
    return through(folder, [&] { return FileOps::syncFolder(folder); });
}

Result<> FaultyFileOps::syncFile(const QString &path)
{
    return through(path, [&] { return FileOps::syncFile(path); });
}

} // namespace pilothouse
