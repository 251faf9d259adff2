// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/foundjobs.h"

#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/processrunner.h"
#include "core/schedule/crontable.h"
#include "core/schedule/schedulejob.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

/// What is wrong with scripts.
struct FoundJobsText
{
    Q_DECLARE_TR_FUNCTIONS(FoundJobs)
};

constexpr qint64 LargestScript = 1 << 20;
constexpr std::chrono::seconds ListCallTime{20};

QString idOf(const QString &place, const QString &line)
{
    return QString::fromLatin1(
        QCryptographicHash::hash((place + u'\n' + line).toUtf8(), QCryptographicHash::Sha256)
            .toHex()
            .left(8));
}

/// The text of the first word of a command that is a script; binaries say nothing.
QString scriptText(const FileOps &files, const QString &command, QString &path)
{
    static const QRegularExpression Word(QStringLiteral("(/[^\\s;&|<>\"']+)"));
    auto matches = Word.globalMatch(command);
    while (matches.hasNext()) {
        const QString file = matches.next().captured(1);
        const auto facts = files.facts(QFileInfo(file).canonicalFilePath());
        if (!facts || !facts->isRegular || facts->bytes > LargestScript)
            continue;
        const auto content = files.read(QFileInfo(file).canonicalFilePath(), LargestScript);
        if (content && content->startsWith("#!")) {
            path = file;
            return QString::fromUtf8(*content);
        }
    }
    return {};
}

/// Finds jobs; holds what each of its parts needs.
class Finder
{
public:
    Finder(FileOps &files, const InstanceSession &session, const OperationContext &context)
        : m_files(files)
        , m_session(session)
        , m_context(context)
    {
    }

    QList<FoundJob> find()
    {
        const auto own = CronTable(m_files, {}, m_session.stateFolder()).read(m_context);
        if (own)
            addTable(QStringLiteral("crontab"), QStringLiteral("crontab -l"), *own, 5);
        addFile(QStringLiteral("/etc/crontab"));
        for (const QString &name : m_files.list(QStringLiteral("/etc/cron.d")).value_or(QStringList()))
            addFile(QStringLiteral("/etc/cron.d/") + name);
        for (const char *period : {"hourly", "daily", "weekly", "monthly"})
            addFolder(QLatin1String(period));
        addTimers(true);
        addTimers(false);
        return m_jobs;
    }

private:
    void add(FoundJob job)
    {
        const QString text = scriptText(m_files, job.command, job.script);
        if (!backsUp(job.command + u'\n' + text, m_session))
            return;
        job.id = idOf(job.place, job.line);
        job.differences = shortcomings(job.command + u'\n' + text, m_session);
        m_jobs << job;
    }

    /// `fields`: how many words stand before the command; with a user's name one more than the time has.
    void addTable(const QString &kind, const QString &place, const QByteArray &table, int fields)
    {
        for (const QByteArray &line : table.split('\n')) {
            const QString text = QString::fromUtf8(line);
            const QStringList words = text.simplified().split(u' ');
            if (text.trimmed().isEmpty() || text.trimmed().startsWith(u'#')
                || text.contains(u" --trigger schedule"))
                continue;
            const int before = words.first().startsWith(u'@') ? fields - 4 : fields;
            if (words.size() <= before)
                continue;
            FoundJob job;
            job.kind = kind;
            job.place = place;
            job.line = text;
            job.when = words.mid(0, words.first().startsWith(u'@') ? 1 : 5).join(u' ');
            job.command = words.mid(before).join(u' ');
            add(job);
        }
    }

    void addFile(const QString &path)
    {
        if (const auto content = m_files.read(path, LargestScript))
            addTable(QStringLiteral("cron file"), path, *content, 6);
    }

    void addFolder(const QString &period)
    {
        const QString folder = QStringLiteral("/etc/cron.") + period;
        for (const QString &name : m_files.list(folder).value_or(QStringList())) {
            const QString path = folder + u'/' + name;
            if (!QFileInfo(path).isExecutable())
                continue;
            FoundJob job;
            job.kind = QStringLiteral("cron folder");
            job.place = path;
            job.when = u'@' + period;
            job.command = path;
            add(job);
        }
    }

    QByteArray systemctl(bool isUser, const QStringList &words) const
    {
        QStringList arguments{QStringLiteral("--no-pager"), QStringLiteral("--no-ask-password")};
        if (isUser)
            arguments.prepend(QStringLiteral("--user"));
        const auto ran = LocalProcessRunner().run(
            userSystemdCommand(QStringLiteral("systemctl"), arguments + words), ListCallTime, m_context);
        return ran && ran->exitCode == 0 ? ran->standardOutput : QByteArray();
    }

    void addTimers(bool isUser)
    {
        const QByteArray listed =
            systemctl(isUser, {QStringLiteral("list-units"), QStringLiteral("--type=timer"),
                               QStringLiteral("--plain"), QStringLiteral("--no-legend")});
        for (const QByteArray &line : listed.split('\n')) {
            const QString unit = QString::fromUtf8(line).trimmed().section(u' ', 0, 0);
            if (unit.endsWith(u".timer") && !unit.startsWith(u"pilothouse-"))
                addTimer(isUser, unit);
        }
    }

    void addTimer(bool isUser, const QString &unit)
    {
        static const QRegularExpression Calendar(QStringLiteral("OnCalendar=([^;]+) ;"));
        static const QRegularExpression Command(QStringLiteral("argv\\[\\]=([^;]+) ;"));
        const QString timer = QString::fromUtf8(systemctl(
            isUser, {QStringLiteral("show"), QStringLiteral("--property=Unit,TimersCalendar"), unit}));
        static const QRegularExpression Starts(QStringLiteral("^Unit=(.+)$"),
                                               QRegularExpression::MultilineOption);
        const QString service = Starts.match(timer).captured(1);
        if (service.isEmpty())
            return;
        const QString shown = QString::fromUtf8(
            systemctl(isUser, {QStringLiteral("show"), QStringLiteral("--property=ExecStart"), service}));
        FoundJob job;
        job.kind = isUser ? QStringLiteral("user timer") : QStringLiteral("system timer");
        job.place = unit;
        job.when = Calendar.match(timer).captured(1).trimmed();
        job.command = Command.match(shown).captured(1).trimmed();
        if (!job.command.isEmpty())
            add(job);
    }

    FileOps &m_files;
    const InstanceSession &m_session;
    const OperationContext &m_context;
    QList<FoundJob> m_jobs;
};

} // namespace

QJsonObject toJson(const FoundJob &job)
{
    return {{QStringLiteral("id"), job.id},
            {QStringLiteral("kind"), job.kind},
            {QStringLiteral("place"), job.place},
            {QStringLiteral("line"), job.line},
            {QStringLiteral("when"), job.when},
            {QStringLiteral("command"), job.command},
            {QStringLiteral("script"), job.script},
            {QStringLiteral("differences"), QJsonArray::fromStringList(job.differences)}};
}

FoundJob foundJobFromJson(const QJsonObject &object)
{
    const auto text = [&object](const char *key) { return object.value(QLatin1String(key)).toString(); };
    FoundJob job{text("id"),   text("kind"),    text("place"),  text("line"),
                 text("when"), text("command"), text("script"), {}};
    for (const QJsonValue &difference : object.value(QStringLiteral("differences")).toArray())
        job.differences << difference.toString();
    return job;
}

bool backsUp(const QString &text, const InstanceSession &session)
{
    static const QRegularExpression Copies(
        QStringLiteral("\\.backup\\b|VACUUM\\s+INTO|\\btar\\s+-?-?\\w*c|\\bcp\\s|\\brsync\\s|docker\\s+cp"));
    const QString container = session.instance().runtime.container;
    const bool isOfIt = text.contains(session.instance().dataDir)
                        || (!container.isEmpty()
                            && text.contains(QRegularExpression(
                                QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(container)))));
    return isOfIt && Copies.match(text).hasMatch();
}

QStringList shortcomings(const QString &script, const InstanceSession &session)
{
    static const QRegularExpression StopsOnFailure(QStringLiteral("set\\s+-\\w*e|set\\s+-o\\s+errexit"));
    static const QRegularExpression Removes(QStringLiteral("-mtime\\s+\\+\\S+.*(-delete|rm\\b)"));
    static const QRegularExpression Checks(
        QStringLiteral("integrity_check|quick_check|sha256sum|tar\\s+-?\\w*t"));
    static const QRegularExpression Absolute(QStringLiteral("\\btar\\s+-?\\w*c(?![^\\n]*\\s-C\\s)"));
    QStringList list;
    QStringList missing;
    for (const QString &id : session.profile().backup.databases) {
        const auto database = session.database(id);
        if (database && !script.contains(database->fileName))
            missing << database->fileName;
    }
    if (!missing.isEmpty())
        list << FoundJobsText::tr("It leaves out %1.").arg(missing.join(QStringLiteral(", ")));
    const bool removes = Removes.match(script).hasMatch();
    if (!StopsOnFailure.match(script).hasMatch())
        list << (removes
                     ? FoundJobsText::tr("It goes on after a copy has failed, and still removes old backups.")
                     : FoundJobsText::tr("It goes on after a copy has failed."));
    if (removes)
        list << FoundJobsText::tr("It removes by age alone: after a month of failures nothing is left.");
    if (Absolute.match(script).hasMatch())
        list << FoundJobsText::tr(
            "Its archive holds the whole path of each file, so the runbook's way back does not find "
            "them.");
    if (!Checks.match(script).hasMatch())
        list << FoundJobsText::tr("It never checks what it wrote.");
    return list;
}

QList<FoundJob> findBackupJobs(FileOps &files, const InstanceSession &session,
                               const OperationContext &context)
{
    return Finder(files, session, context).find();
}

} // namespace pilothouse
