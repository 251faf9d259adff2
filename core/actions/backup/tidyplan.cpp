// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an instance no longer needs: unfinished backups, safety copies, set-aside files and secrets whose time
// is over, and what rows held in the journals of long ended operations.

#include "core/actions/backup/backupplans.h"
#include "core/backup/backupstore.h"
#include "core/files/fileops.h"
#include "core/steps/secretchange.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace pilothouse {

namespace {

struct TidyPlanText
{
    Q_DECLARE_TR_FUNCTIONS(RetentionPlan)
};

QString idText(const QUuid &operation)
{
    return operation.toString(QUuid::WithoutBraces);
}

/// Collects what goes; lives for one plan.
class Tidying
{
public:
    Tidying(const BackupTools &tools, const InstanceSession &session)
        : m_tools(tools)
        , m_session(session)
        , m_now(tools.clock.now())
        , m_records(tools.journals.list())
    {
    }

    void collect(Plan &plan)
    {
        for (const OperationRecord &record : std::as_const(m_records))
            if (!record.hasEnded())
                addNeeded(record);
        addUnfinished(plan);
        addSafetyCopies(plan);
        addSecrets(plan);
        for (const OperationRecord &record : std::as_const(m_records))
            if (record.plan.instance == m_session.instance().name && record.hasEnded())
                addEnded(record, plan);
    }

    const QStringList &folders() const { return m_folders; }
    const QStringList &journals() const { return m_journals; }
    /// Set aside on a server, by the profile's database.
    const QMap<QString, QStringList> &databases() const { return m_databases; }

private:
    /// What it has kept itself, and what another one has kept that it puts back.
    void addNeeded(const OperationRecord &record)
    {
        m_needed << record.plan.operation << record.plan.undoes;
        for (const StepCall &call : record.plan.steps)
            m_needed << QUuid::fromString(call.arguments.value(QLatin1String("of")).toString());
    }

    void addSecrets(Plan &plan)
    {
        QMap<QUuid, QString> titles;
        for (const OperationRecord &record : std::as_const(m_records))
            if (record.plan.instance == m_session.instance().name)
                titles.insert(record.plan.operation, record.plan.title);
        for (const KeptSecret &kept : SecretChange::allKept(m_session, titles.keys())) {
            if (!kept.keepUntil.isValid() || kept.keepUntil > m_now || m_needed.contains(kept.operation))
                continue;
            plan.losses << TidyPlanText::tr("The secret before “%1”, which can be put back no longer")
                               .arg(titles.value(kept.operation));
            m_folders << kept.folder;
        }
    }

    void addUnfinished(Plan &plan)
    {
        m_folders = BackupStore(m_tools.files, m_tools.clock).leftovers(m_session.backupFolder(), m_needed);
        for (const QString &folder : std::as_const(m_folders))
            plan.notes << TidyPlanText::tr("%1 was never finished.").arg(QFileInfo(folder).fileName());
    }

    void addSafetyCopies(Plan &plan)
    {
        const QString safety = m_session.safetyFolder();
        for (const QString &name : m_tools.files.list(safety).value_or(QStringList())) {
            const QString folder = safety + u'/' + name;
            const QByteArray json =
                m_tools.files.read(folder + QStringLiteral("/safety.json")).value_or(QByteArray());
            const QJsonObject note = QJsonDocument::fromJson(json).object();
            const QDateTime until =
                QDateTime::fromString(note.value(QStringLiteral("keepUntil")).toString(), Qt::ISODateWithMs);
            const QUuid operation = QUuid::fromString(name);
            if (!until.isValid() || until > m_now || m_needed.contains(operation)) {
                m_kept << operation;
                continue;
            }
            plan.losses << TidyPlanText::tr("The safety copy of “%1”, which can be put back no longer")
                               .arg(note.value(QStringLiteral("title")).toString());
            for (const QJsonValue &kept : note.value(QStringLiteral("server")).toArray())
                m_databases[kept.toObject().value(QStringLiteral("database")).toString()]
                    << kept.toObject().value(QStringLiteral("name")).toString();
            for (const QJsonValue &aside : note.value(QStringLiteral("asides")).toArray())
                if (m_tools.files.exists(aside.toString()))
                    m_folders << aside.toString();
            m_folders << folder;
        }
    }

    /// Where an operation set files aside, as far as there is something now.
    QStringList asidesOf(const OperationRecord &record) const
    {
        const QString inside = QStringLiteral("/.pilothouse/") + idText(record.plan.operation);
        QStringList places{m_session.instance().dataDir + inside};
        for (const StepCall &call : record.plan.steps) {
            const QString aside = QFileInfo(call.arguments.value(QLatin1String("aside")).toString()).path();
            const QString path = QFileInfo(call.arguments.value(QLatin1String("path")).toString()).path();
            places << (aside.endsWith(inside) ? aside : path + inside);
        }
        places.removeDuplicates();
        places.removeIf([this](const QString &place) {
            return !place.startsWith(m_session.instance().dataDir + u'/') || !m_tools.files.exists(place);
        });
        return places;
    }

    void addEnded(const OperationRecord &record, Plan &plan)
    {
        const bool isOver = record.endedAt.isValid() && !m_kept.contains(record.plan.operation)
                            && record.endedAt.addDays(m_session.instance().safetyDays) <= m_now;
        bool isLost = false;
        for (const QString &place : asidesOf(record)) {
            const bool isEmpty = m_tools.files.list(place).value_or(QStringList{place}).isEmpty();
            if (isEmpty || isOver)
                m_folders << place;
            isLost = isLost || (!isEmpty && isOver);
        }
        if (!isOver || record.isShortened)
            return;
        m_journals << idText(record.plan.operation);
        for (const StepCall &call : record.plan.steps)
            isLost = isLost || call.step == u"rows.change";
        if (isLost && record.outcome == Outcome::Done && record.undoneBy.isNull())
            plan.losses << TidyPlanText::tr("What “%1” needs to be put back").arg(record.plan.title);
    }

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const QDateTime m_now;
    const QList<OperationRecord> m_records;
    QList<QUuid> m_needed; ///< operations that have not ended
    QList<QUuid> m_kept;   ///< operations whose safety copy stays
    QStringList m_folders;
    QMap<QString, QStringList> m_databases;
    QStringList m_journals;
};

} // namespace

namespace {

/// First, so that the note of what was kept goes only after what it is about.
QList<StepCall> dropCalls(const QMap<QString, QStringList> &databases, const InstanceSession &session)
{
    QList<StepCall> calls;
    for (auto entry = databases.cbegin(); entry != databases.cend(); ++entry)
        if (const auto database = session.serverDatabase(entry.key()))
            calls << StepCall{QStringLiteral("drop-") + entry.key(),
                              QStringLiteral("postgres.drop-database"),
                              {{QStringLiteral("database"), entry.key()},
                               {QStringLiteral("target"), toJson(database->connection)},
                               {QStringLiteral("names"), QJsonArray::fromStringList(entry.value())}}};
    return calls;
}

} // namespace

Result<Plan> planTidy(const BackupTools &tools, const InstanceSession &session)
{
    Plan plan = newPlan(session, QStringLiteral("backup.tidy"));
    Tidying tidying(tools, session);
    tidying.collect(plan);
    const QStringList &folders = tidying.folders();
    const QStringList &journals = tidying.journals();
    if (!plan.losses.isEmpty() || !journals.isEmpty())
        plan.severity = Severity::Irreversible;
    plan.title = TidyPlanText::tr("Remove what %1 no longer needs", "name of an instance")
                     .arg(session.instance().name);
    plan.button = folders.isEmpty()
                      ? TidyPlanText::tr("Shorten %n journal(s)", nullptr, static_cast<int>(journals.size()))
                      : TidyPlanText::tr("Remove %n folder(s)", nullptr, static_cast<int>(folders.size()));
    if (folders.isEmpty() && journals.isEmpty() && tidying.databases().isEmpty())
        plan.findings << Finding{
            QStringLiteral("nothing"),
            FindingKind::NothingToDo,
            TidyPlanText::tr("There is nothing to remove: what %1 keeps is still needed.")
                .arg(session.instance().name),
            {}};
    plan.steps << dropCalls(tidying.databases(), session);
    if (!folders.isEmpty() || journals.isEmpty())
        plan.steps << StepCall{QStringLiteral("sweep"),
                               QStringLiteral("backup.sweep"),
                               {{QStringLiteral("folders"), QJsonArray::fromStringList(folders)}}};
    if (!journals.isEmpty())
        plan.steps << StepCall{QStringLiteral("shorten"),
                               QStringLiteral("journal.shorten"),
                               {{QStringLiteral("operations"), QJsonArray::fromStringList(journals)}}};
    return plan;
}

} // namespace pilothouse
