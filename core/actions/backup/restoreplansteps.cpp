// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps of a restore, one group a function.

#include "core/actions/backup/restoreplanner.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What a restore says of itself.
struct RestorePlanStepsText
{
    Q_DECLARE_TR_FUNCTIONS(RestorePlan)
};

} // namespace

QJsonObject RestorePlanner::manifestReference() const
{
    if (m_source.isForeign())
        return {{QStringLiteral("inline"), QString::fromUtf8(toCanonicalJson(m_source.manifest))}};
    const BackupStore store(m_tools.files, m_tools.clock);
    return {{QStringLiteral("set"), m_source.set},
            {QStringLiteral("digest"), store.manifestDigest(m_source.set).value_or(QString())}};
}

StepCall RestorePlanner::extractCall(const QString &id, const QString &stage, const QString &root,
                                     const QStringList &wanted) const
{
    QJsonObject names;
    for (auto name = m_source.names.cbegin(); name != m_source.names.cend(); ++name)
        names.insert(name.key(), name.value());
    return {id,
            QStringLiteral("archive.extract"),
            {{QStringLiteral("manifest"), manifestReference()},
             {QStringLiteral("archive"), m_source.file},
             {QStringLiteral("stage"), stage},
             {QStringLiteral("root"), root},
             {QStringLiteral("wanted"), QJsonArray::fromStringList(wanted)},
             {QStringLiteral("names"), names},
             {QStringLiteral("bare"), m_source.isBare}}};
}

StepCall RestorePlanner::checkCall(const QString &id, const QString &stage,
                                   const QList<Target> &targets) const
{
    QJsonArray databases;
    for (const Target &target : targets)
        databases.append(
            QJsonObject{{QStringLiteral("id"), target.live.id},
                        {QStringLiteral("wal"), target.isSwapped && target.database->journalMode == u"wal"},
                        {QStringLiteral("staged"),
                         QString(stage + QStringLiteral("/members/") + target.database->member)}});
    return {id,
            QStringLiteral("restore.check-staged"),
            {{QStringLiteral("manifest"), manifestReference()},
             {QStringLiteral("stage"), stage},
             {QStringLiteral("databases"), databases}}};
}

void RestorePlanner::addStaging()
{
    QMap<QString, QList<Target *>> stages;
    const QString dataDir = QDir::cleanPath(m_session.instance().dataDir);
    const quint64 device = m_places.deviceOf(dataDir);
    const QString name = scratchName(m_plan.operation, QStringLiteral("stage"));
    for (Target &target : m_targets) {
        const QString folder = QFileInfo(target.live.path).path();
        const QString stage = (m_places.deviceOf(folder) == device ? dataDir : folder) + u'/' + name;
        target.staged = stage + QStringLiteral("/members/") + target.database->member;
        stages[stage] << &target;
    }
    if (!m_trees.isEmpty())
        stages[dataDir + u'/' + name];
    int number = 0;
    for (auto stage = stages.cbegin(); stage != stages.cend(); ++stage) {
        const QString ending = ++number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString root = QFileInfo(stage.key()).path();
        QStringList wanted = root == dataDir ? m_wantedFiles : QStringList();
        QList<Target> targets;
        for (const Target *target : stage.value()) {
            wanted << target->database->member;
            targets << *target;
        }
        m_stages << stage.key();
        m_plan.steps << extractCall(QStringLiteral("extract") + ending, stage.key(), root, wanted);
        if (!targets.isEmpty())
            m_plan.steps << checkCall(QStringLiteral("check") + ending, stage.key(), targets);
    }
}

bool RestorePlanner::isSwapNeeded(const Target &target)
{
    if (m_arguments.value(QStringLiteral("aside")).toBool() || !m_tools.files.exists(target.live.path))
        return true;
    const SqliteEngine engine;
    const Result<DatabaseInfo> info = engine.info(target.live.path, m_context);
    const bool isUnread = !info || info->error.has_value() || info->bytes == 0;
    const Result<DatabaseCheck> check =
        isUnread ? Result<DatabaseCheck>(DatabaseCheck()) : engine.quickCheck(target.live.path, m_context);
    const bool isDamaged = isUnread || !check || check->verdict != CheckVerdict::Passed;
    if (isDamaged)
        m_plan.findings << Finding{
            QStringLiteral("damaged-") + target.live.id,
            FindingKind::Warning,
            RestorePlanStepsText::tr("%1 cannot be read as it is now; it is set aside, not written into.")
                .arg(target.live.fileName),
            {}};
    return isDamaged || (info->journalMode == u"wal" && info->pageSize != target.database->pageSize);
}

void RestorePlanner::addSafety(const QStringList &paths)
{
    QJsonArray asides;
    const auto add = [&](const QString &place) {
        if (!m_places.isInSafety(place))
            asides.append(place);
    };
    for (const Target &target : std::as_const(m_targets))
        if (target.isSwapped)
            add(m_places.aside(target.live.path, target.live.id));
    for (const Tree &tree : std::as_const(m_trees))
        add(m_places.aside(m_session.instance().dataDir + u'/' + tree.relative, tree.id));
    QJsonArray kept;
    for (const ServerTarget &target : std::as_const(m_servers))
        kept.append(QJsonObject{{QStringLiteral("database"), target.database.id},
                                {QStringLiteral("name"), target.outgoing}});
    m_plan.steps << StepCall{QStringLiteral("safety"),
                             QStringLiteral("restore.open-safety"),
                             {{QStringLiteral("folder"), m_places.safety()},
                              {QStringLiteral("server"), kept},
                              {QStringLiteral("title"), m_plan.title},
                              {QStringLiteral("asides"), asides},
                              {QStringLiteral("databases"), QJsonArray::fromStringList(paths)}}};
}

void RestorePlanner::addSwap(const Target &target)
{
    const QString id = target.live.id;
    if (target.isSwapped) {
        QJsonObject arguments{{QStringLiteral("staged"), target.staged},
                              {QStringLiteral("live"), target.live.path},
                              {QStringLiteral("quarantine"), m_places.aside(target.live.path, id)}};
        if (!m_tools.files.exists(target.live.path))
            addAccess(*target.database, arguments);
        m_plan.steps << StepCall{QStringLiteral("swap-") + id, QStringLiteral("sqlite.swap-files"),
                                 arguments};
        return;
    }
    m_plan.steps << StepCall{QStringLiteral("save-") + id,
                             QStringLiteral("sqlite.save-family"),
                             {{QStringLiteral("live"), target.live.path},
                              {QStringLiteral("folder"), QString(m_places.safety() + u'/' + id)}}};
    m_plan.steps << StepCall{QStringLiteral("swap-") + id,
                             QStringLiteral("sqlite.restore-into"),
                             {{QStringLiteral("staged"), target.staged},
                              {QStringLiteral("live"), target.live.path},
                              {QStringLiteral("content"), contentOf(*target.database)},
                              {QStringLiteral("safety"), QStringLiteral("{output:save-%1.safe}").arg(id)}}};
}

QJsonObject RestorePlanner::contentOf(const ManifestDatabase &database)
{
    QJsonObject tables;
    for (auto table = database.contentSha256.cbegin(); table != database.contentSha256.cend(); ++table)
        tables.insert(table.key(), table.value());
    return {{QStringLiteral("schemaSha256"), database.schemaSha256}, {QStringLiteral("tableSha256"), tables}};
}

void RestorePlanner::addAccess(const ManifestDatabase &database, QJsonObject &arguments) const
{
    const ManifestMember *member = m_source.manifest.member(database.member);
    const Result<FileFacts> folder =
        m_tools.files.facts(QFileInfo(arguments.value(QStringLiteral("live")).toString()).path());
    if (folder) {
        arguments.insert(QStringLiteral("ownerId"), static_cast<qint64>(folder->ownerId));
        arguments.insert(QStringLiteral("groupId"), static_cast<qint64>(folder->groupId));
    }
    arguments.insert(QStringLiteral("mode"), static_cast<qint64>(m_source.isForeign() ? 0600 : member->mode));
}

void RestorePlanner::addTrees()
{
    const QString dataDir = QDir::cleanPath(m_session.instance().dataDir);
    for (const Tree &tree : std::as_const(m_trees)) {
        const QString live = dataDir + u'/' + tree.relative;
        const QString stage = dataDir + u'/' + scratchName(m_plan.operation, QStringLiteral("stage"));
        m_plan.steps << StepCall{
            QStringLiteral("folder-") + tree.id,
            QStringLiteral("restore.swap-folder"),
            {{QStringLiteral("live"), live},
             {QStringLiteral("staged"), QString(stage + QStringLiteral("/members/") + tree.relative)},
             {QStringLiteral("aside"), m_places.aside(live, tree.id)}}};
    }
}

StepCall RestorePlanner::contentsCall() const
{
    QJsonArray databases;
    for (const Target &target : m_targets)
        databases.append(
            QJsonObject{{QStringLiteral("id"), target.live.id}, {QStringLiteral("path"), target.live.path}});
    return {QStringLiteral("contents"),
            QStringLiteral("expect.contents"),
            {{QStringLiteral("manifest"), manifestReference()}, {QStringLiteral("databases"), databases}}};
}

/// The name of a new database, where the restore goes into one; a folder is an absolute path.
QString RestorePlanner::intoDatabase() const
{
    const QString into = m_arguments.value(QStringLiteral("into")).toString();
    return into.startsWith(u'/') ? QString() : into;
}

Result<> RestorePlanner::chooseServer(const ManifestDatabase &database)
{
    const QString into = m_arguments.value(QStringLiteral("into")).toString();
    if (!into.isEmpty() && intoDatabase().isEmpty())
        return {};
    auto target = ServerRestore(m_tools, m_session, m_source, m_context).look(database, into, m_plan);
    if (!target)
        return tl::unexpected(target.error());
    if (!into.isEmpty() && !m_servers.isEmpty())
        return failure(Error{
            ErrorKind::BadInput,
            into,
            RestorePlanStepsText::tr("The backup holds several databases, and they cannot go into one."),
            RestorePlanStepsText::tr("Choose one of them."),
            {}});
    m_bytes += target->bytes;
    m_servers << std::move(*target);
    return {};
}

Result<Plan> RestorePlanner::planBesideOnServer()
{
    const ServerTarget &target = m_servers.first();
    m_plan.title =
        RestorePlanStepsText::tr("Restore the backup beside the live database, into %1").arg(target.incoming);
    m_plan.button = RestorePlanStepsText::tr("Restore into %1").arg(target.incoming);
    m_plan.notes << RestorePlanStepsText::tr("The live data and the service are not touched.");
    m_plan.estimate.bytes = m_bytes;
    m_plan.steps
        << ServerRestore(m_tools, m_session, m_source, m_context).staging(target, manifestReference());
    return m_plan;
}

} // namespace pilothouse
