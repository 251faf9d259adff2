// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/revertstore.h"

#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/plan/lock.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 LargestFile = 1 << 16;

} // namespace

QJsonObject toJson(const PendingRevert &revert)
{
    return {{QStringLiteral("operation"), revert.operation.toString(QUuid::WithoutBraces)},
            {QStringLiteral("instance"), revert.instance},
            {QStringLiteral("title"), revert.title},
            {QStringLiteral("dueAt"), toIso(revert.dueAt)},
            {QStringLiteral("waiter"), revert.waiter},
            {QStringLiteral("bootId"), revert.bootId}};
}

PendingRevert revertFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    return {QUuid::fromString(text("operation")),
            text("instance"),
            text("title"),
            QDateTime::fromString(text("dueAt"), Qt::ISODateWithMs),
            text("waiter"),
            text("bootId")};
}

RevertStore::RevertStore(FileOps &files, QString folder)
    : m_files(files)
    , m_folder(std::move(folder))
{
}

QString RevertStore::pathOf(const QUuid &operation) const
{
    return m_folder + u'/' + operation.toString(QUuid::WithoutBraces) + QStringLiteral(".json");
}

QList<PendingRevert> RevertStore::list() const
{
    QList<PendingRevert> reverts;
    for (const QString &name : m_files.list(m_folder).value_or(QStringList())) {
        const auto revert = find(QUuid::fromString(name.section(u'.', 0, 0)));
        if (revert && *revert)
            reverts << **revert;
    }
    std::sort(reverts.begin(), reverts.end(),
              [](const PendingRevert &a, const PendingRevert &b) { return a.dueAt < b.dueAt; });
    return reverts;
}

Result<std::optional<PendingRevert>> RevertStore::find(const QUuid &operation) const
{
    const auto content = m_files.read(pathOf(operation), LargestFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    if (!content)
        return failure(content.error());
    const PendingRevert revert = revertFromJson(QJsonDocument::fromJson(*content).object());
    if (revert.operation != operation || !revert.dueAt.isValid())
        return failure(ErrorKind::BadData,
                       QCoreApplication::translate("RevertStore", "The note of a pending revert is damaged."),
                       pathOf(operation));
    return revert;
}

Result<> RevertStore::put(const PendingRevert &revert)
{
    auto made = m_files.exists(m_folder) ? Result<>() : m_files.makeFolder(m_folder);
    if (!made)
        return made;
    return m_files.write(pathOf(revert.operation),
                         QJsonDocument(toJson(revert)).toJson(QJsonDocument::Compact));
}

Result<> RevertStore::remove(const QUuid &operation)
{
    const QString path = pathOf(operation);
    return m_files.exists(path) ? m_files.removeFile(path) : Result<>();
}

void waitAgain(RevertStore &reverts, const RevertWaiter &waiter, const QDateTime &now)
{
    const QString boot = leaseOfThisProcess({}, now).bootId;
    for (const PendingRevert &listed : reverts.list()) {
        if (listed.bootId == boot || listed.isOverdue(now))
            continue;
        const auto started = waiter(listed);
        const auto pending = reverts.find(listed.operation); // or put back meanwhile
        if (!started || !pending || !*pending)
            continue;
        PendingRevert revert = listed;
        revert.waiter = *started;
        revert.bootId = boot;
        if (const auto noted = reverts.put(revert); !noted)
            qWarning("%s", qPrintable(noted.error().toText()));
    }
}

} // namespace pilothouse
