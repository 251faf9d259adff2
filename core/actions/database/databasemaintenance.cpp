// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/databasemaintenance.h"

#include "core/actions/database/databaseplans.h"
#include "core/actions/database/keptcopies.h"
#include "core/base/clock.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/settings/checkstore.h"

#include <QCoreApplication>
#include <QLocale>

namespace pilothouse {

namespace {

constexpr int CheckDays = 7;
constexpr int AnalyzeDays = 30;
constexpr int ShownTrend = 8;
constexpr double VacuumWorthShare = 0.2;

/// What the rows say.
struct DatabaseMaintenanceText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseMaintenance)
};

/// Reads the rows of one instance; lives for one read.
class Reader
{
public:
    Reader(const DatabaseMaintenanceTools &tools, const InstanceSession &session,
           const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_context(context)
        , m_now(tools.clock.now())
    {
    }

    Result<QList<MaintenanceItem>> read()
    {
        auto checks = m_tools.checks.latest(m_session.instance().id);
        if (!checks)
            return failure(checks.error());
        m_checks = std::move(*checks);
        addIntegrity();
        addForeignKeys();
        for (const DatabaseReference &database : m_session.databases()) {
            if (m_context.isCancelled())
                break;
            if (auto added = addSizes(database); !added)
                return failure(added.error());
        }
        addAnalyze();
        m_items << lastBackupItem(m_tools.backups, m_session, m_now);
        m_items << safetyCopiesItem(m_tools.files, m_session, m_context);
        return m_items;
    }

private:
    const DatabaseCheck *latest(const QString &database, const QStringList &names) const
    {
        const DatabaseCheck *newest = nullptr;
        for (const DatabaseCheck &check : m_checks) {
            if (check.database == database && names.contains(check.name)
                && (!newest || check.at > newest->at))
                newest = &check;
        }
        return newest;
    }

    QString age(const QDateTime &at) const { return formatDuration(std::max<qint64>(0, at.msecsTo(m_now))); }

    void addIntegrity()
    {
        addVerdicts({QStringLiteral("integrity"),
                     {QStringLiteral("integrity_check")},
                     DatabaseMaintenanceText::tr("The structure of %1 is whole"),
                     DatabaseMaintenanceText::tr("%1 is damaged"),
                     DatabaseMaintenanceText::tr("The structure of %1 was not checked for %2"),
                     DatabaseMaintenanceText::tr("The structure of %1 has not been checked"),
                     DatabaseMaintenanceText::tr("There was nothing to check in the structure of %1")});
    }

    void addForeignKeys()
    {
        addVerdicts({QStringLiteral("foreign-keys"),
                     {QStringLiteral("foreign_key_check")},
                     DatabaseMaintenanceText::tr("No row of %1 points at a missing one"),
                     DatabaseMaintenanceText::tr("Rows of %1 point at missing ones"),
                     DatabaseMaintenanceText::tr("The foreign keys of %1 were not checked for %2"),
                     DatabaseMaintenanceText::tr("The foreign keys of %1 have not been checked"),
                     DatabaseMaintenanceText::tr("%1: no foreign key is declared, so none was checked")});
    }

    /// The sentences of one kind of check.
    struct Kind
    {
        QString id;
        QStringList names;
        QString passed;
        QString failed;
        QString old;
        QString never;
        QString none; ///< where there is nothing to check
    };

    /// Databases that share a row.
    struct Batch
    {
        QStringList names;
        QStringList ids;
        QDateTime oldest;

        void add(const DatabaseReference &database, const QDateTime &at)
        {
            names << database.fileName;
            ids << database.id;
            if (at.isValid())
                oldest = oldest.isValid() ? std::min(oldest, at) : at;
        }
        /// The one, or how many.
        QString title() const
        {
            return names.size() == 1 ? names.first()
                                     : DatabaseMaintenanceText::tr("%n database(s)", nullptr,
                                                                   static_cast<int>(names.size()));
        }
        /// The names before a sentence, where the title does not say them.
        QString before(const QString &sentence) const
        {
            return names.size() == 1 ? sentence : names.join(QStringLiteral(", ")) + u". "_qs + sentence;
        }
    };

    /// What a damaged structure says about the rows was not looked at since, whatever was found before.
    bool isOvertaken(const Kind &kind, const DatabaseReference &database, const DatabaseCheck *check) const
    {
        const DatabaseCheck *structure = latest(database.id, {QStringLiteral("integrity_check")});
        return !kind.names.contains(QStringLiteral("integrity_check")) && structure
               && structure->verdict == CheckVerdict::Failed && (!check || check->at < structure->at);
    }

    /// One row for each database that failed; one each for all that were never checked, are due, passed, or
    /// could not be checked.
    void addVerdicts(const Kind &kind)
    {
        Batch never;
        Batch old;
        Batch passed;
        Batch none;
        Batch overtaken;
        for (const DatabaseReference &database : m_session.databases()) {
            if (!m_tools.files.exists(database.path))
                continue;
            const DatabaseCheck *check = latest(database.id, kind.names);
            if (isOvertaken(kind, database, check))
                overtaken.add(database, {});
            else if (!check || check->verdict == CheckVerdict::NotRun)
                never.add(database, {});
            else if (check->verdict == CheckVerdict::NotApplicable)
                none.add(database, check->at);
            else if (check->verdict == CheckVerdict::Failed)
                addFailed(kind, database, *check);
            else if (check->at.daysTo(m_now) >= CheckDays)
                old.add(database, check->at);
            else
                passed.add(database, check->at);
        }
        addBatch(kind, QStringLiteral("never"), never, kind.never.arg(never.title()));
        addBatch(kind, QStringLiteral("due"), old, kind.old.arg(old.title(), age(old.oldest)));
        addBatch(kind, QStringLiteral("passed"), passed, kind.passed.arg(passed.title()));
        addNotRun(kind.id + u"-none", none, kind.none.arg(none.title()));
        addNotRun(
            kind.id + u"-overtaken", overtaken,
            DatabaseMaintenanceText::tr("The foreign keys of %1 were not checked since it was found damaged")
                .arg(overtaken.title()));
    }

    void addNotRun(const QString &id, const Batch &batch, const QString &sentence)
    {
        if (batch.ids.isEmpty())
            return;
        MaintenanceItem item = itemOf(id, MaintenanceState::NotRun);
        item.sentence = sentence;
        item.evidence = batch.before({}).trimmed();
        item.at = batch.oldest;
        m_items << item;
    }

    void addBatch(const Kind &kind, const QString &what, const Batch &batch, const QString &sentence)
    {
        if (batch.ids.isEmpty())
            return;
        const bool isPassed = what == QLatin1String("passed");
        MaintenanceItem item =
            itemOf(kind.id + u'-' + what, isPassed ? MaintenanceState::Good : MaintenanceState::Due);
        item.sentence = sentence;
        item.evidence = batch.before(DatabaseMaintenanceText::tr(
            "It is worth it every %n day(s); it reads the whole file.", nullptr, CheckDays));
        item.at = batch.oldest;
        setAction(item, batch, QStringLiteral("database.check"), DatabaseMaintenanceText::tr("Check"));
        item.effects << DatabaseMaintenanceText::tr(
            "Reads every page of the file. The service goes on, and nothing is changed.")
                     << DatabaseMaintenanceText::tr(
                            "The verdict is kept with its date, also for foreign keys.");
        if (batch.ids.size() == 1)
            addTrend(item, batch.ids.first(), kind.names.first());
        m_items << item;
    }

    void addFailed(const Kind &kind, const DatabaseReference &database, const DatabaseCheck &check)
    {
        MaintenanceItem item = itemOf(kind.id + u'-' + database.id, MaintenanceState::Bad);
        item.sentence = kind.failed.arg(database.fileName);
        item.evidence = check.problems.value(0);
        item.at = check.at;
        const bool isDamaged = kind.id == QLatin1String("integrity");
        setAction(item, Batch{{}, {database.id}, {}},
                  isDamaged ? QStringLiteral("database.recover") : QStringLiteral("database.check"),
                  isDamaged ? DatabaseMaintenanceText::tr("Salvage…") : DatabaseMaintenanceText::tr("Check"));
        addTrend(item, database.id, check.name);
        m_items << item;
    }

    /// An action is meant for one database, or for all.
    static void setAction(MaintenanceItem &item, const Batch &batch, const QString &action,
                          const QString &text)
    {
        item.action = action;
        item.buttonText = text;
        if (batch.ids.size() == 1)
            item.arguments = {{QStringLiteral("database"), batch.ids.first()}};
    }

    /// The last verdicts of one check about the file as it is, newest first.
    void addTrend(MaintenanceItem &item, const QString &database, const QString &name) const
    {
        const auto history = m_tools.checks.history(m_session.instance().id, database, 60);
        for (const DatabaseCheck &check : history.value_or(QList<DatabaseCheck>())) {
            if (check.name == replacedNote())
                break;
            if (check.name != name || item.facts.size() >= ShownTrend)
                continue;
            const bool isFailed = check.verdict == CheckVerdict::Failed;
            item.facts << MaintenanceFact{
                formatMoment(check.at, shownTime(m_now)),
                isFailed
                    ? DatabaseMaintenanceText::tr("%n problem(s)", nullptr,
                                                  static_cast<int>(check.problems.size()))
                    : DatabaseMaintenanceText::tr("passed in %1").arg(formatDuration(check.milliseconds))};
        }
    }

    Result<> addSizes(const DatabaseReference &database)
    {
        const auto info = m_tools.engine.info(database.path, m_context);
        if (!info)
            return failure(info.error());
        if (!info->exists || info->error || info->pageCount == 0)
            return {};
        addVacuum(database, *info);
        return {};
    }

    void addVacuum(const DatabaseReference &database, const DatabaseInfo &info)
    {
        const qint64 gain = info.freePages * info.pageSize;
        const double share = static_cast<double>(info.freePages) / static_cast<double>(info.pageCount);
        MaintenanceItem item = itemOf(QStringLiteral("vacuum-") + database.id, MaintenanceState::Good);
        item.sentence =
            gain == 0 ? DatabaseMaintenanceText::tr("VACUUM would free nothing of %1").arg(database.fileName)
                      : DatabaseMaintenanceText::tr("VACUUM would free %1 of %2")
                            .arg(formatBytes(gain), database.fileName);
        item.evidence = DatabaseMaintenanceText::tr("%1 of %2 pages are free, %3 %.")
                            .arg(formatCount(info.freePages), formatCount(info.pageCount),
                                 QLocale().toString(share * 100, 'f', 1));
        item.at = m_now;
        if (share >= VacuumWorthShare)
            item.state = MaintenanceState::Due;
        else
            item.evidence += u' ' + DatabaseMaintenanceText::tr("Worth it from 20 % on.");
        item.action = QStringLiteral("database.vacuum");
        item.arguments = {{QStringLiteral("database"), database.id}};
        item.buttonText = DatabaseMaintenanceText::tr("Vacuum…");
        item.heading = DatabaseMaintenanceText::tr("VACUUM %1").arg(database.fileName);
        item.use = {1.0 - share, -1,
                    DatabaseMaintenanceText::tr("%1 pages in use, %2 free")
                        .arg(formatCount(info.pageCount - info.freePages), formatCount(info.freePages)),
                    false};
        item.space << MaintenanceSpace{
            DatabaseMaintenanceText::tr("beside the database"),
            DatabaseMaintenanceText::tr("1.1 times the size, for the new file. The old one stays as it is."),
            maintenanceSpace(info.bytes + std::max<qint64>(0, info.walBytes)),
            m_tools.files.freeBytes(QFileInfo(database.path).path()).value_or(0)};
        item.effects << DatabaseMaintenanceText::tr("The service is stopped and started again.")
                     << DatabaseMaintenanceText::tr("The new file is compared with the old one, row by row.")
                     << DatabaseMaintenanceText::tr("The old file stays for %n day(s) and can be put back.",
                                                    nullptr, m_session.instance().safetyDays);
        m_items << item;
    }

    /// Nobody but us notes when ANALYZE was run, so a run by others is of unknown age.
    void addAnalyze()
    {
        Batch none;
        Batch unknown;
        Batch known;
        for (const DatabaseReference &database : m_session.databases()) {
            const DatabaseCheck *done = latest(database.id, {QStringLiteral("analyze")});
            const auto has = m_tools.engine.probe(
                database.path, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1'"),
                m_context);
            if (done)
                known.add(database, done->at);
            else if (has)
                (*has ? unknown : none).add(database, {});
        }
        addStatistics(
            QStringLiteral("none"), none,
            DatabaseMaintenanceText::tr("There are no planner statistics for %1").arg(none.title()));
        addStatistics(QStringLiteral("unknown"), unknown,
                      DatabaseMaintenanceText::tr("The age of the planner's statistics of %1 is not known")
                          .arg(unknown.title()));
        addStatistics(QStringLiteral("known"), known,
                      DatabaseMaintenanceText::tr("The planner's statistics of %1 are %2 old")
                          .arg(known.title(), age(known.oldest)));
    }

    void addStatistics(const QString &what, const Batch &batch, const QString &sentence)
    {
        if (batch.ids.isEmpty())
            return;
        MaintenanceItem item = itemOf(QStringLiteral("analyze-") + what, MaintenanceState::Good);
        const bool isOld = !batch.oldest.isValid() || batch.oldest.daysTo(m_now) >= AnalyzeDays;
        item.sentence = sentence;
        item.evidence = batch.before(
            isOld ? DatabaseMaintenanceText::tr(
                "Without them SQLite guesses which index to use. It is never urgent.")
                  : DatabaseMaintenanceText::tr("ANALYZE is worth it again after large changes."));
        item.at = batch.oldest;
        setAction(item, batch, QStringLiteral("database.analyze"), DatabaseMaintenanceText::tr("Analyze…"));
        m_items << item;
    }

    static MaintenanceItem itemOf(const QString &id, MaintenanceState state)
    {
        MaintenanceItem item;
        item.id = id;
        item.state = state;
        return item;
    }

    const DatabaseMaintenanceTools &m_tools;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    const QDateTime m_now;
    QList<DatabaseCheck> m_checks;
    QList<MaintenanceItem> m_items;
};

} // namespace

MaintenanceProvider databaseMaintenance(const DatabaseMaintenanceTools &tools)
{
    return {QStringLiteral("databases"), MaintenanceGroup::Databases,
            [tools](const InstanceSession &session, const OperationContext &context) {
                return Reader(tools, session, context).read();
            }};
}

} // namespace pilothouse
