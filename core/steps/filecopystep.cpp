// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filecopystep.h"

#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {

namespace {

struct Paths
{
    QString from;
    QString to;
};

Result<Paths> pathsOf(const QJsonObject &arguments)
{
    const auto from = pathArgument(arguments, QStringLiteral("from"));
    if (!from)
        return tl::unexpected(from.error());
    const auto to = pathArgument(arguments, QStringLiteral("to"));
    if (!to)
        return tl::unexpected(to.error());
    return Paths{*from, *to};
}

bool isAsBefore(const FileFacts &facts, const QJsonObject &before)
{
    return facts.bytes == before.value(QStringLiteral("bytes")).toInteger()
           && facts.modifiedMs == before.value(QStringLiteral("modifiedMs")).toInteger()
           && QString::number(facts.inode) == before.value(QStringLiteral("inode")).toString();
}

QJsonObject outputsOf(const QString &path, const QByteArray &hash, qint64 bytes)
{
    return {{QStringLiteral("path"), path},
            {QStringLiteral("sha256"), QString::fromLatin1(hash.toHex())},
            {QStringLiteral("bytes"), bytes}};
}

} // namespace

FileCopyStep::FileCopyStep(FileOps &files)
    : m_files(files)
{
}

StepText FileCopyStep::describe(const QJsonObject &arguments) const
{
    const QString from = arguments.value(QStringLiteral("from")).toString();
    const QString to = arguments.value(QStringLiteral("to")).toString();
    return {QCoreApplication::translate("FileSteps", "Copy %1 to %2").arg(QFileInfo(from).fileName(), to),
            QStringLiteral("cp --no-clobber -- %1 %2").arg(shellQuoted(from), shellQuoted(to))};
}

Result<QJsonObject> FileCopyStep::prepare(const StepScope &scope) const
{
    const auto paths = pathsOf(scope.arguments);
    if (!paths)
        return tl::unexpected(paths.error());
    if (auto access = accessArguments(scope.arguments); !access)
        return tl::unexpected(access.error());
    const auto facts = m_files.facts(paths->from);
    if (!facts)
        return tl::unexpected(facts.error());
    const auto there = factsIfThere(m_files, paths->to);
    if (!there)
        return tl::unexpected(there.error());
    if (there->has_value())
        return tl::unexpected(
            withSubject(failure(ErrorKind::Refused,
                                QCoreApplication::translate("FileSteps", "Something is there already."))
                            .value(),
                        paths->to));
    return QJsonObject{
        {QStringLiteral("bytes"), facts->bytes},
        {QStringLiteral("modifiedMs"), facts->modifiedMs},
        {QStringLiteral("inode"), QString::number(facts->inode)},
        {QStringLiteral("folders"), QJsonArray::fromStringList(missingFolders(m_files, paths->to))}};
}

Result<QJsonObject> FileCopyStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto paths = pathsOf(scope.arguments);
    const auto access = accessArguments(scope.arguments);
    if (!paths || !access)
        return tl::unexpected(paths ? access.error() : paths.error());
    if (const auto seen = observe(scope, before); seen && *seen == Observed::Done) {
        const auto hash = m_files.sha256(paths->to, scope.context);
        if (!hash)
            return tl::unexpected(hash.error());
        return outputsOf(paths->to, *hash, m_files.facts(paths->to).value_or(FileFacts{}).bytes);
    }
    if (auto made = m_files.makeFolder(QFileInfo(paths->to).path()); !made)
        return tl::unexpected(made.error());
    const auto hash = m_files.copy(paths->from, paths->to, *access, scope.context);
    if (!hash)
        return tl::unexpected(hash.error());
    const auto facts = m_files.facts(paths->to);
    if (!facts)
        return tl::unexpected(facts.error());
    return outputsOf(paths->to, *hash, facts->bytes);
}

Result<Observed> FileCopyStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto paths = pathsOf(scope.arguments);
    if (!paths)
        return tl::unexpected(paths.error());
    const auto there = factsIfThere(m_files, paths->to);
    if (!there)
        return tl::unexpected(there.error());
    if (!there->has_value())
        return Observed::NotDone;
    if (!(*there)->isRegular)
        return Observed::Unknown;
    const auto hash = m_files.sha256(paths->to, scope.context);
    if (!hash)
        return tl::unexpected(hash.error());
    const QByteArray expected =
        scope.arguments.value(QStringLiteral("sha256")).toString().toLatin1().toLower();
    if (!expected.isEmpty())
        return hash->toHex() == expected ? Observed::Done : Observed::Unknown;
    const auto source = m_files.facts(paths->from);
    if (!source || !isAsBefore(*source, before))
        return (*there)->bytes == before.value(QStringLiteral("bytes")).toInteger() ? Observed::Done
                                                                                    : Observed::Unknown;
    const auto original = m_files.sha256(paths->from, scope.context);
    if (!original)
        return tl::unexpected(original.error());
    return *hash == *original ? Observed::Done : Observed::Unknown;
}

Result<> FileCopyStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto paths = pathsOf(scope.arguments);
    if (!paths)
        return tl::unexpected(paths.error());
    if (auto removed = m_files.removeFile(paths->to); !removed && removed.error().kind != ErrorKind::NotFound)
        return removed;
    QStringList folders;
    for (const QJsonValue &folder : before.value(QStringLiteral("folders")).toArray())
        folders << folder.toString();
    return removeEmptyFolders(m_files, folders);
}

QString FileCopyStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    return QStringLiteral("rm -f -- %1").arg(shellQuoted(arguments.value(QStringLiteral("to")).toString()));
}

} // namespace pilothouse
