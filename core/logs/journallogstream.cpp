// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/journallogstream.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/process/processrunner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qsizetype LongestEntry = 16 << 20;

QByteArray bytesOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    QByteArray bytes;
    for (const QJsonValue &item : value.toArray()) {
        if (item.isDouble())
            bytes += static_cast<char>(item.toInt());
        else // the field was there more than once
            bytes += (bytes.isEmpty() ? QByteArray() : QByteArray("\n")) + bytesOf(item);
    }
    return bytes;
}

LogLevel levelOf(const QJsonValue &priority)
{
    bool isNumber = false;
    const int number = priority.toString().toInt(&isNumber);
    if (!isNumber || number < 0 || number > 7)
        return LogLevel::Unknown;
    constexpr LogLevel Levels[] = {LogLevel::Fatal,   LogLevel::Fatal, LogLevel::Fatal, LogLevel::Error,
                                   LogLevel::Warning, LogLevel::Info,  LogLevel::Info,  LogLevel::Debug};
    return Levels[number];
}

/// The journal's word for a level and everything worse; empty: everything.
QString priorityOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Info:
        return QStringLiteral("info");
    case LogLevel::Warning:
        return QStringLiteral("warning");
    case LogLevel::Error:
        return QStringLiteral("err");
    case LogLevel::Fatal:
        return QStringLiteral("crit");
    default:
        return {};
    }
}

/// Hands on an entry as a line of its program.
bool handOver(const JournalEntry &entry, const LogStream::OnPiece &onPiece)
{
    LogPiece piece;
    piece.stream = entry.identifier;
    piece.bytes = entry.message + '\n';
    piece.timestamp = entry.time;
    piece.level = entry.level;
    piece.cursor = entry.cursor.toLatin1();
    piece.isPlain = entry.identifier == QLatin1String("systemd");
    piece.component = piece.isPlain ? entry.identifier : QString();
    return onPiece(piece);
}

} // namespace

std::optional<JournalEntry> journalEntryFrom(const QByteArray &line)
{
    const QJsonObject object = QJsonDocument::fromJson(line).object();
    bool isNumber = false;
    const qint64 microseconds =
        object.value(QLatin1String("__REALTIME_TIMESTAMP")).toString().toLongLong(&isNumber);
    if (!isNumber)
        return std::nullopt;
    JournalEntry entry;
    entry.time = QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
    entry.level = levelOf(object.value(QLatin1String("PRIORITY")));
    entry.message = bytesOf(object.value(QLatin1String("MESSAGE")));
    entry.cursor = object.value(QLatin1String("__CURSOR")).toString();
    for (const char *key : {"SYSLOG_IDENTIFIER", "_COMM"}) {
        if (entry.identifier.isEmpty())
            entry.identifier = visibleText(QString::fromUtf8(bytesOf(object.value(QLatin1String(key)))));
    }
    for (const char *key : {"UNIT", "USER_UNIT", "_SYSTEMD_USER_UNIT", "_SYSTEMD_UNIT"}) {
        if (entry.unit.isEmpty())
            entry.unit = object.value(QLatin1String(key)).toString();
    }
    return entry;
}

JournalLogStream::JournalLogStream(JournalScope scope)
    : m_scope(std::move(scope))
{
}

CommandLine JournalLogStream::command(const LogStreamQuery &query) const
{
    CommandLine line;
    line.program = QStringLiteral("journalctl");
    line.arguments = {
        QStringLiteral("--output=json"),
        QStringLiteral("--no-pager"),
        QStringLiteral("--all"),
        QStringLiteral("--output-fields=MESSAGE,PRIORITY,SYSLOG_IDENTIFIER,_COMM,UNIT,USER_UNIT,"
                       "_SYSTEMD_UNIT,_SYSTEMD_USER_UNIT"),
        (m_scope.isUserUnit ? QStringLiteral("--user-unit=") : QStringLiteral("--unit=")) + m_scope.unit,
        QStringLiteral("--lines=")
            + (query.lines < 0 ? QStringLiteral("all") : QString::number(query.lines))};
    if (query.follows)
        line.arguments << QStringLiteral("--follow");
    if (query.since.isValid())
        line.arguments << QStringLiteral("--since=@%1").arg(query.since.toSecsSinceEpoch());
    const QString priority = m_scope.hasOwnLevels ? QString() : priorityOf(query.atLeast);
    if (!priority.isEmpty())
        line.arguments << QStringLiteral("--priority=") + priority;
    if (!m_scope.directory.isEmpty())
        line.arguments << QStringLiteral("--directory=") + m_scope.directory;
    return line;
}

Result<> JournalLogStream::run(const LogStreamQuery &query, const OnPiece &onPiece,
                               const OperationContext &context)
{
    QByteArray open;
    bool hasSome = false;
    const auto take = [&](const QByteArray &bytes) {
        open += bytes;
        qsizetype begin = 0;
        for (qsizetype end = open.indexOf('\n'); end >= 0; end = open.indexOf('\n', begin)) {
            const auto entry = journalEntryFrom(open.mid(begin, end - begin));
            begin = end + 1;
            hasSome = true;
            if (entry && !handOver(*entry, onPiece))
                return false;
        }
        open.remove(0, begin);
        if (open.size() > LongestEntry)
            open.clear();
        return true;
    };
    const auto ran = LocalProcessRunner().stream(command(query), take, context);
    if (!ran)
        return failure(withSubject(ran.error(), m_scope.unit));
    const QString said = visibleText(redacted(QString::fromUtf8(ran->standardError).trimmed()));
    const bool isHidden = !hasSome && said.contains(QLatin1String("not seeing messages"));
    if (ran->exitCode == 0 && !isHidden)
        return {};
    return failure(Error{ErrorKind::Refused, m_scope.unit, tr("The journal of this unit cannot be read."),
                         tr("Run Pilothouse as root, or as a user of the group systemd-journal."), said});
}

} // namespace pilothouse
