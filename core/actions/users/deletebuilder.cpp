// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/deletebuilder.h"

#include "core/base/units.h"
#include "core/database/rowcodec.h"
#include "core/steps/filestepsupport.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString deleteBuilderText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

} // namespace

StepCall rowsStep(const QJsonArray &databases)
{
    return {
        QStringLiteral("rows"), QStringLiteral("rows.change"), {{QStringLiteral("databases"), databases}}};
}

QJsonObject databaseChanges(const InstanceSession &session, const QString &database,
                            const QJsonArray &changes)
{
    return {{QStringLiteral("database"), database},
            {QStringLiteral("path"), session.database(database)->path},
            {QStringLiteral("changes"), changes}};
}

void DeleteBuilder::add(const OwnedThings &things)
{
    if (!things.badParameter.isEmpty()) {
        m_plan.findings << Finding{
            QStringLiteral("owned-path"), FindingKind::Blocker,
            deleteBuilderText(
                QT_TRANSLATE_NOOP(
                    "Users",
                    "The value of %1 cannot be part of a path, so its files cannot be found safely."))
                .arg(things.badParameter),
            deleteBuilderText(QT_TRANSLATE_NOOP("Users", "Delete the account alone and keep the data."))};
    } else if (things.owned.database.isEmpty()) {
        addFiles(things);
    } else {
        if (!things.found.isEmpty())
            m_found << things.found;
        if (!things.keys.isEmpty())
            addRows(things);
    }
}

void DeleteBuilder::addRow(const QString &database, const RowChange &change)
{
    if (!m_changes.contains(database))
        m_order << database;
    m_changes[database] << toJson(change);
    ++m_rows;
}

QJsonArray DeleteBuilder::databases() const
{
    QJsonArray array;
    for (const QString &database : m_order)
        array << databaseChanges(m_session, database, m_changes.value(database));
    return array;
}

QList<StepCall> DeleteBuilder::rowSteps() const
{
    if (m_rows == 0)
        return {};
    StepCall call = rowsStep(databases());
    if (!m_found.isEmpty())
        call.arguments.insert(QStringLiteral("found"), m_found);
    return {call};
}

void DeleteBuilder::addRows(const OwnedThings &things)
{
    qint64 added = 0;
    for (const QVariantMap &key : things.keys) {
        RowChange change;
        change.table = things.owned.table;
        change.key = key;
        change.kind = RowChange::Kind::Delete;
        const QJsonObject identity = rowToJson(key);
        QSet<QByteArray> &seen = m_seen[things.owned.database + u'/' + things.owned.table];
        const QByteArray text = QJsonDocument(identity).toJson(QJsonDocument::Compact);
        if (seen.contains(text))
            continue;
        seen.insert(text);
        addRow(things.owned.database, change);
        ++added;
    }
    const QString file = m_session.database(things.owned.database)->fileName;
    m_plan.losses << deleteBuilderText(QT_TRANSLATE_NOOP("Users", "%1 %2 in %3"))
                         .arg(formatCount(added), things.owned.title, file);
}

void DeleteBuilder::addFiles(const OwnedThings &things)
{
    if (!things.isThere)
        return;
    const int number = static_cast<int>(m_fileSteps.size()) + 1;
    const QString aside =
        asideFolder(things.path, m_plan.operation) + u'/' + QFileInfo(things.path).fileName();
    m_fileSteps << StepCall{QStringLiteral("files-%1").arg(number),
                            QStringLiteral("file.set-aside"),
                            {{QStringLiteral("path"), things.path}, {QStringLiteral("aside"), aside}}};
    m_plan.losses << QStringLiteral("%1: %2").arg(things.owned.title, things.path);
}

} // namespace pilothouse
