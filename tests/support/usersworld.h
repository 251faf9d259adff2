// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/planrig.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testprofile.h"

#include <QDir>
#include <QTemporaryDir>

namespace pilothouse {

/// A service with three users in a temporary folder, and everything that runs plans on it.
class UsersWorld
{
protected:
    void makeWorld()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_data = m_folder->filePath(QStringLiteral("service"));
        makeTestService(m_data);
        m_rig = std::make_unique<PlanRig>(m_folder->filePath(QStringLiteral("state")));
        m_session = std::make_unique<InstanceSession>(
            conversationSession(m_data, m_folder->filePath(QStringLiteral("state"))));
    }

    void removeWorld()
    {
        m_session.reset();
        m_rig.reset();
    }

    QString db(const char *name) const
    {
        return m_data + QStringLiteral("/data/%1.db").arg(QLatin1String(name));
    }

    void remake(bool isLegacy)
    {
        QDir(m_data).removeRecursively();
        TestServiceSize size;
        size.isLegacy = isLegacy;
        makeTestService(m_data, size);
    }

    int active(int user) const
    {
        return TestDatabase(db("portagent"))
            .value(u"SELECT isActive FROM users WHERE userId = '%1'"_qs.arg(testUserId(user)))
            .toInt();
    }

    /// Every row of every table as text.
    QStringList contentOf(const char *name) const
    {
        TestDatabase database(db(name));
        QStringList all;
        for (
            const QString &table : database.column(
                u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"_qs)) {
            const QStringList columns =
                database.column(u"SELECT 'quote(' || name || ')' FROM pragma_table_info('%1')"_qs.arg(table));
            all << database.column(
                u"SELECT '%1 ' || %2 FROM %1 ORDER BY 1"_qs.arg(table, columns.join(u" || ',' || "_qs)));
        }
        return all;
    }

    QStringList content() const
    {
        QStringList all = contentOf("portagent") + contentOf("agentx") + contentOf("queue");
        for (const QString &folder :
             QDir(m_data + u"/containers"_qs).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            all << folder;
        return all;
    }

    QStringList deletedContent()
    {
        const QUuid done = runToEnd(*planned("users.delete", testUserId(1)));
        const QStringList gone = content();
        runToEnd(*undoOf(done));
        return gone;
    }

    Result<Plan> planned(const char *action, const QString &user) const
    {
        return m_rig->catalogue.plan(QString::fromLatin1(action), *m_session,
                                     {{QStringLiteral("user"), user}}, {});
    }

    Result<Plan> undoOf(const QUuid &operation) const
    {
        const auto record = m_rig->journals.read(operation);
        if (!record)
            return failure(record.error());
        return m_rig->catalogue.undo(*record, *m_session, {});
    }

    QUuid runToEnd(const Plan &plan)
    {
        const auto report = m_rig->run(plan, *m_session);
        if (!report)
            qFatal("%s", qPrintable(report.error().toText()));
        if (report->outcome != Outcome::Done)
            qFatal("%s: %s", qPrintable(plan.title),
                   qPrintable(report->error ? report->error->toText() : QString()));
        return report->operation;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_data;
    std::unique_ptr<PlanRig> m_rig;
    std::unique_ptr<InstanceSession> m_session;
};

} // namespace pilothouse
