// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filewritestep.h"

#include "core/process/commandline.h"
#include "core/steps/filestepsupport.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

QString hashText(const QByteArray &content)
{
    return QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex());
}

Result<QByteArray> contentOf(const QJsonObject &arguments)
{
    const QJsonValue text = arguments.value(QStringLiteral("text"));
    if (text.isString())
        return text.toString().toUtf8();
    const auto decoded =
        QByteArray::fromBase64Encoding(arguments.value(QStringLiteral("base64")).toString().toLatin1(),
                                       QByteArray::AbortOnBase64DecodingErrors);
    if (!arguments.value(QStringLiteral("base64")).isString() || !decoded)
        return failure(
            ErrorKind::BadInput,
            QCoreApplication::translate("FileSteps", "\"text\" or \"base64\" must hold the content."));
    return *decoded;
}

bool hasAccess(const FileFacts &facts, const FileAccess &access)
{
    return access.mode.value_or(facts.mode) == facts.mode
           && access.ownerId.value_or(facts.ownerId) == facts.ownerId
           && access.groupId.value_or(facts.groupId) == facts.groupId;
}

FileAccess accessBefore(const QJsonObject &before)
{
    FileAccess access;
    access.mode = static_cast<uint>(before.value(QStringLiteral("mode")).toInteger());
    access.ownerId = static_cast<uint>(before.value(QStringLiteral("ownerId")).toInteger());
    access.groupId = static_cast<uint>(before.value(QStringLiteral("groupId")).toInteger());
    return access;
}

} // namespace

FileWriteStep::FileWriteStep(FileOps &files)
    : m_files(files)
{
}

StepText FileWriteStep::describe(const QJsonObject &arguments) const
{
    return {QCoreApplication::translate("FileSteps", "Write %1")
                .arg(arguments.value(QStringLiteral("path")).toString()),
            {}};
}

Result<QJsonObject> FileWriteStep::prepare(const StepScope &scope) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    const auto content = contentOf(scope.arguments);
    const auto access = accessArguments(scope.arguments);
    if (!content || !access)
        return tl::unexpected(content ? access.error() : content.error());
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return QJsonObject{{QStringLiteral("existed"), false}};
    const auto old = m_files.read(*path);
    if (!old)
        return tl::unexpected(old.error());
    const QString hash = hashText(*old);
    const QString kept =
        QStringLiteral("%1/%2.%3")
            .arg(asideFolder(*path, scope.operation), QFileInfo(*path).fileName(), hash.left(12));
    return QJsonObject{{QStringLiteral("existed"), true},
                       {QStringLiteral("sha256"), hash},
                       {QStringLiteral("kept"), kept},
                       {QStringLiteral("mode"), qint64((*facts)->mode)},
                       {QStringLiteral("ownerId"), qint64((*facts)->ownerId)},
                       {QStringLiteral("groupId"), qint64((*facts)->groupId)}};
}

Result<QJsonObject> FileWriteStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto content = contentOf(scope.arguments);
    const auto access = accessArguments(scope.arguments);
    if (!path || !content || !access)
        return tl::unexpected(!path ? path.error() : !content ? content.error() : access.error());
    const QString kept = before.value(QStringLiteral("kept")).toString();
    if (!kept.isEmpty() && !m_files.exists(kept)) {
        const auto old = m_files.read(*path);
        if (!old)
            return tl::unexpected(old.error());
        if (hashText(*old) != before.value(QStringLiteral("sha256")).toString())
            return tl::unexpected(
                withSubject(failure(ErrorKind::Refused,
                                    QCoreApplication::translate("FileSteps", "It was changed meanwhile."))
                                .value(),
                            *path));
        if (auto made = m_files.makeFolder(QFileInfo(kept).path()); !made)
            return tl::unexpected(made.error());
        if (auto copied = m_files.write(kept, *old); !copied)
            return tl::unexpected(copied.error());
    }
    if (auto written = m_files.write(*path, *content, *access); !written)
        return tl::unexpected(written.error());
    return QJsonObject{{QStringLiteral("path"), *path},
                       {QStringLiteral("sha256"), hashText(*content)},
                       {QStringLiteral("kept"), kept}};
}

Result<Observed> FileWriteStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    const auto content = contentOf(scope.arguments);
    const auto access = accessArguments(scope.arguments);
    if (!path || !content || !access)
        return tl::unexpected(!path ? path.error() : !content ? content.error() : access.error());
    const bool existed = before.value(QStringLiteral("existed")).toBool();
    const auto facts = factsIfThere(m_files, *path);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!facts->has_value())
        return existed ? Observed::Unknown : Observed::NotDone;
    if (!(*facts)->isRegular)
        return Observed::Unknown;
    const auto now = m_files.read(*path);
    if (!now)
        return tl::unexpected(now.error());
    const bool isOld = existed && hashText(*now) == before.value(QStringLiteral("sha256")).toString();
    if (*now == *content && hasAccess(**facts, *access))
        return Observed::Done;
    if (isOld && hasAccess(**facts, accessBefore(before)))
        return Observed::NotDone;
    return *now == *content || isOld ? Observed::Partly : Observed::Unknown;
}

Result<> FileWriteStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto path = pathArgument(scope.arguments, QStringLiteral("path"));
    if (!path)
        return tl::unexpected(path.error());
    if (!before.value(QStringLiteral("existed")).toBool()) {
        auto removed = m_files.removeFile(*path);
        return !removed && removed.error().kind == ErrorKind::NotFound ? Result<>{} : removed;
    }
    const QString kept = before.value(QStringLiteral("kept")).toString();
    // Not kept yet means not changed yet.
    if (m_files.exists(kept)) {
        const auto old = m_files.read(kept);
        if (!old)
            return tl::unexpected(old.error());
        if (auto written = m_files.write(*path, *old, accessBefore(before)); !written)
            return written;
        if (auto removed = m_files.removeFile(kept); !removed)
            return removed;
    }
    return removeEmptyFolders(m_files, {QFileInfo(kept).path()});
}

QString FileWriteStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString path = shellQuoted(arguments.value(QStringLiteral("path")).toString());
    if (!before.value(QStringLiteral("existed")).toBool())
        return QStringLiteral("rm -f -- %1").arg(path);
    return QStringLiteral("cat -- %1 > %2")
        .arg(shellQuoted(before.value(QStringLiteral("kept")).toString()), path);
}

QStringList FileWriteStep::keptFiles(const QJsonObject &, const QJsonObject &before) const
{
    const QString kept = before.value(QStringLiteral("kept")).toString();
    if (kept.isEmpty() || !m_files.exists(kept))
        return {};
    return {QCoreApplication::translate("FileSteps", "%1 (the file before the change)").arg(kept)};
}

} // namespace pilothouse
