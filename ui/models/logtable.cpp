// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logtable.h"

#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"

namespace pilothouse {

namespace {

constexpr qsizetype StandardFields = 4;
constexpr qsizetype MostFields = 40;
constexpr qsizetype SampledRecords = 300;

struct LogTableText
{
    Q_DECLARE_TR_FUNCTIONS(LogTable)
};

/// What the format itself names, the profile's own names first.
QStringList namedFields(const ProfileLogFormat &format)
{
    QStringList names = format.fields.names.keys();
    for (const QString &pattern : format.fields.patterns) {
        const QStringList groups = QRegularExpression(pattern).namedCaptureGroups();
        for (const QString &group : groups) {
            if (!group.isEmpty() && !names.contains(group))
                names << group;
        }
    }
    return names;
}

} // namespace

LogTableColumn newLogColumn(const QString &id)
{
    return {id, id == LogColumnId::Time        ? 112
                : id == LogColumnId::Level     ? 60
                : id == LogColumnId::Component ? 160
                : id == LogColumnId::Message   ? 200
                                               : 120};
}

QString logColumnTitle(const QString &id)
{
    if (id == LogColumnId::Time)
        return LogTableText::tr("Time");
    if (id == LogColumnId::Level)
        return LogTableText::tr("Level");
    if (id == LogColumnId::Component)
        return LogTableText::tr("Component");
    if (id == LogColumnId::Message)
        return LogTableText::tr("Message");
    if (id == LogColumnId::Stream)
        return LogTableText::tr("Stream");
    return id;
}

LogTable standardLogTable(const ProfileLogFormat &format)
{
    LogTable table;
    const auto add = [&table](const QString &id) { table << newLogColumn(id); };
    add(LogColumnId::Time);
    add(LogColumnId::Level);
    if (format.record.contains(u"(?<component>"))
        add(LogColumnId::Component);
    for (const QString &name : namedFields(format).mid(0, StandardFields))
        add(name);
    add(LogColumnId::Message);
    return table;
}

QStringList possibleLogColumns(const ProfileLogFormat &format, const LogFieldReader &reader,
                               const QList<LogRecord> &records)
{
    QStringList ids{LogColumnId::Time, LogColumnId::Level, LogColumnId::Component, LogColumnId::Message,
                    LogColumnId::Stream};
    ids += namedFields(format);
    for (const LogRecord &record : records.last(std::min(records.size(), SampledRecords))) {
        const LogFields fields = reader.fields(record);
        for (const LogField &field : fields.list()) {
            if (ids.size() < MostFields && !ids.contains(field.name))
                ids << field.name;
        }
    }
    return ids;
}

QString logTextWithoutTime(const LogRecord &record)
{
    // Where the time stands in the message itself, as in JSON and access logs, it stays.
    static const QRegularExpression Time(QStringLiteral(
        R"(^(?=\W?[\d\-T/. ]*\d:\d\d)\W?\d[\d:.,/TtZ+\-]*(?: \d[\d:.,Z]*)?(?: ?[+\-]\d{2}:?\d{2}| ?(?:UTC|GMT|Z))?\W? *)"));
    QString text = record.text();
    const qsizetype message = record.firstLine.lastIndexOf(record.message);
    if (record.time.isValid()
        && (message > 0 || record.message.isEmpty() || record.firstLine.contains(u'\n'))) {
        const QRegularExpressionMatch match = Time.match(text);
        if (match.hasMatch() && (message < 0 || match.capturedLength() <= message))
            text.remove(0, match.capturedLength());
    }
    return text;
}

QString logMessage(const LogRecord &record, const LogFields &fields)
{
    if (!record.message.startsWith(u'{'))
        return record.message;
    for (const QString &name : {QStringLiteral("msg"), QStringLiteral("message")}) {
        if (const QString text = fields.value(name); !text.isEmpty())
            return visibleLine(text);
    }
    return record.message;
}

QString logCell(const QString &column, const LogRecord &record, const LogFields &fields, bool withDate)
{
    if (column == LogColumnId::Time)
        return record.time.isValid() ? shownTime(record.time)
                                           .toString(withDate ? QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")
                                                              : QStringLiteral("HH:mm:ss.zzz"))
                                     : QString();
    if (column == LogColumnId::Level)
        return logLevelName(record.level);
    if (column == LogColumnId::Component)
        return record.component.mid(record.component.indexOf(QChar(0xB7)) + 1);
    if (column == LogColumnId::Message)
        return logMessage(record, fields);
    if (column == LogColumnId::Stream)
        return record.stream;
    return visibleLine(fields.value(column)); // its escapes may have been undone
}

} // namespace pilothouse
