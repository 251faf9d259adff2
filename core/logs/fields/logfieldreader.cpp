// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/fields/logfieldreader.h"

namespace pilothouse {

Result<LogFieldReader> LogFieldReader::compile(const ProfileLogFormat &format)
{
    LogFieldReader reader;
    reader.m_fields = format.fields;
    reader.m_levels = format.levels;
    reader.m_hasLevels = format.record.contains(u"(?<level>");
    for (const QString &text : format.fields.patterns) {
        Pattern pattern{QRegularExpression(text, QRegularExpression::MultilineOption), {}};
        if (!pattern.expression.isValid())
            return failure(ErrorKind::BadInput,
                           tr("The log format %1 has a pattern that cannot be read.").arg(format.id),
                           pattern.expression.errorString());
        pattern.expression.optimize();
        pattern.groups = pattern.expression.namedCaptureGroups();
        pattern.groups.removeAll(QString());
        reader.m_patterns.append(pattern);
    }
    return reader;
}

void LogFieldReader::addOther(const LogFields &read, LogFields &fields) const
{
    for (auto name = m_fields.names.begin(); name != m_fields.names.end(); ++name)
        fields.add(name.key(), read.value(name.value()));
}

LogFields LogFieldReader::fields(const LogRecord &record) const
{
    LogFields read;
    if (m_fields.syntax.isEmpty() && m_patterns.isEmpty())
        return read;
    const QString text = record.text();
    for (const Pattern &pattern : m_patterns) {
        const QRegularExpressionMatch match = pattern.expression.match(text);
        for (const QString &group : pattern.groups)
            read.add(group, match.captured(group));
    }
    if (m_fields.syntax == u"json")
        addJsonFields(text, read);
    else if (m_fields.syntax == u"object")
        addObjectFields(QStringView(text).mid(std::max<qsizetype>(0, text.indexOf(record.message))), read);
    else if (m_fields.syntax == u"pairs")
        addPairFields(text, read);
    LogFields fields;
    addOther(read, fields);
    for (const LogField &field : read.list())
        fields.add(field.name, field.value);
    return fields;
}

bool LogFieldReader::names(const QString &field) const
{
    return m_fields.names.contains(field)
           || std::any_of(m_patterns.begin(), m_patterns.end(),
                          [&field](const Pattern &pattern) { return pattern.groups.contains(field); });
}

QStringList LogFieldReader::names() const
{
    QStringList names = m_fields.names.keys();
    for (const Pattern &pattern : m_patterns)
        names.append(pattern.groups);
    return names;
}

std::optional<Quantity> LogFieldReader::quantity(const QString &name, QStringView value) const
{
    QString unit = m_fields.units.value(name);
    if (unit.isEmpty())
        unit = m_fields.units.value(m_fields.names.value(name));
    return quantityOf(value, unit);
}

QStringList LogFieldReader::wordsOf(LogLevel level) const
{
    if (!m_hasLevels || level == LogLevel::Unknown)
        return {};
    QStringList words{logLevelName(level)};
    for (auto known = m_levels.begin(); known != m_levels.end(); ++known) {
        if (logLevelFromName(known.value()) == level)
            words.append(known.key());
    }
    return words;
}

} // namespace pilothouse
