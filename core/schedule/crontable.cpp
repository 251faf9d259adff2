// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/crontable.h"

#include "core/base/foreigntext.h"
#include "core/files/fileops.h"
#include "core/process/processrunner.h"

#include <QCoreApplication>
#include <QUuid>

namespace pilothouse {

namespace {

/// What goes wrong with tables of cron.
struct CronTableText
{
    Q_DECLARE_TR_FUNCTIONS(CronTable)
};

constexpr std::chrono::seconds CallTime{20};

QByteArray markerOf(const QString &instance, const QString &work)
{
    return "# Pilothouse: " + work.toUtf8() + " of " + instance.toUtf8() + " (pilothouse-cli schedule list)";
}

QByteArray offMark(const QString &instance)
{
    return "#pilothouse off for " + instance.toUtf8() + "# ";
}

/// The place of the instance's marker; -1: it has none.
qsizetype markerPlace(const QList<QByteArray> &lines, const QString &instance, const QString &work)
{
    return lines.indexOf(markerOf(instance, work));
}

Result<> replaceLine(QList<QByteArray> &lines, const QByteArray &from, const QByteArray &to)
{
    const qsizetype at = lines.indexOf(from);
    if (at >= 0) {
        lines[at] = to;
        return {};
    }
    if (lines.contains(to))
        return {};
    return failure(ErrorKind::Refused, CronTableText::tr("A line of the cron table is not there any more."),
                   visibleText(QString::fromUtf8(from)));
}

void setLine(QList<QByteArray> &lines, const CronEdit &edit)
{
    const qsizetype at = markerPlace(lines, edit.instance, edit.work);
    if (at >= 0)
        lines.remove(at, std::min<qsizetype>(2, lines.size() - at));
    if (edit.line.isEmpty())
        return;
    const QList<QByteArray> own{markerOf(edit.instance, edit.work), edit.line};
    if (at >= 0) {
        lines.insert(at, own[1]);
        lines.insert(at, own[0]);
    } else {
        // The last entry is what stands after the last line feed.
        const QByteArray rest = lines.takeLast();
        if (!rest.isEmpty())
            lines << rest;
        lines << own << QByteArray();
    }
}

Result<ProcessOutput> crontab(const QStringList &arguments, const OperationContext &context)
{
    CommandLine command;
    command.program = QStringLiteral("crontab");
    command.arguments = arguments;
    return LocalProcessRunner().run(command, CallTime, context);
}

tl::unexpected<Error> crontabFailure(const ProcessOutput &output)
{
    return failure(Error{ErrorKind::Refused, QStringLiteral("crontab"), CronTableText::tr("crontab refused."),
                         CronTableText::tr("Look into /etc/cron.allow and /etc/cron.deny."),
                         visibleText(QString::fromUtf8(output.standardError).trimmed())});
}

} // namespace

Result<QByteArray> editedCronTable(const QByteArray &table, const CronEdit &edit)
{
    QList<QByteArray> lines = table.split('\n');
    for (const QByteArray &line : edit.disable) {
        if (const auto done = replaceLine(lines, line, offMark(edit.instance) + line); !done)
            return tl::unexpected(done.error());
    }
    for (const QByteArray &line : edit.enable) {
        if (const auto done = replaceLine(lines, offMark(edit.instance) + line, line); !done)
            return tl::unexpected(done.error());
    }
    if (edit.changesLine)
        setLine(lines, edit);
    return lines.join('\n');
}

QByteArray cronLineOf(const QByteArray &table, const QString &instance, const QString &work)
{
    const QList<QByteArray> lines = table.split('\n');
    const qsizetype at = markerPlace(lines, instance, work);
    return at < 0 ? QByteArray() : lines.value(at + 1);
}

CronTable::CronTable(FileOps &files, QString file, QString scratchFolder)
    : m_files(files)
    , m_file(std::move(file))
    , m_scratchFolder(std::move(scratchFolder))
{
}

Result<QByteArray> CronTable::read(const OperationContext &context) const
{
    if (!m_file.isEmpty()) {
        auto content = m_files.read(m_file);
        return !content && content.error().kind == ErrorKind::NotFound ? Result<QByteArray>(QByteArray())
                                                                       : content;
    }
    const auto ran = crontab({QStringLiteral("-l")}, context);
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->exitCode == 0)
        return ran->standardOutput;
    if (ran->standardError.contains("no crontab for"))
        return QByteArray();
    return crontabFailure(*ran);
}

Result<> CronTable::write(const QByteArray &table, const OperationContext &context) const
{
    if (!m_file.isEmpty())
        return m_files.write(m_file, table);
    if (table.isEmpty()) {
        const auto ran = crontab({QStringLiteral("-r")}, context);
        if (!ran)
            return tl::unexpected(ran.error());
        return ran->exitCode == 0 || ran->standardError.contains("no crontab for") ? Result<>()
                                                                                   : crontabFailure(*ran);
    }
    const QString scratch = QStringLiteral("%1/%2.crontab")
                                .arg(m_scratchFolder, QUuid::createUuid().toString(QUuid::WithoutBraces));
    const auto written =
        m_files.makeFolder(m_scratchFolder).and_then([&] { return m_files.write(scratch, table); });
    if (!written)
        return written;
    const auto ran = crontab({scratch}, context);
    const auto removed = m_files.removeFile(scratch);
    if (!ran)
        return tl::unexpected(ran.error());
    return ran->exitCode == 0 ? removed : crontabFailure(*ran);
}

} // namespace pilothouse
