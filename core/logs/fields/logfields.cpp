// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/fields/logfields.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int MostFields = 200;

QString joinedName(const QString &prefix, const QString &name)
{
    return prefix.isEmpty() ? name : prefix + u'.' + name;
}

void addJsonObject(const QJsonObject &object, const QString &prefix, LogFields &fields)
{
    for (auto it = object.begin(); it != object.end(); ++it) {
        const QString name = joinedName(prefix, it.key());
        if (it->isObject())
            addJsonObject(it->toObject(), name, fields);
        else if (it->isArray())
            fields.add(name, QString::fromUtf8(QJsonDocument(it->toArray()).toJson(QJsonDocument::Compact)));
        else
            fields.add(name, it->toVariant().toString());
    }
}

} // namespace

const LogField *LogFields::find(QStringView name) const
{
    const auto it = std::find_if(m_list.begin(), m_list.end(), [name](const LogField &field) {
        return name.compare(field.name, Qt::CaseInsensitive) == 0;
    });
    return it == m_list.end() ? nullptr : &*it;
}

QString LogFields::value(QStringView name) const
{
    const LogField *field = find(name);
    return field ? field->value : QString();
}

void LogFields::add(const QString &name, const QString &value)
{
    static const QStringList Nothing{QString(), QStringLiteral("-"), QStringLiteral("null"),
                                     QStringLiteral("(null)"), QStringLiteral("undefined")};
    if (!Nothing.contains(value) && m_list.size() < MostFields && !has(name))
        m_list.append({name, value});
}

void addJsonFields(QStringView text, LogFields &fields)
{
    const qsizetype begin = text.indexOf(u'{');
    if (begin < 0)
        return;
    const QJsonDocument document = QJsonDocument::fromJson(text.mid(begin).toUtf8());
    addJsonObject(document.object(), {}, fields);
}

void addPairFields(QStringView text, LogFields &fields)
{
    static const QRegularExpression Pair(
        QStringLiteral(R"re((?<![\w.])([A-Za-z_][\w.-]*)=(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]+)))re"));
    QRegularExpressionMatchIterator found = Pair.globalMatch(text.toString());
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        fields.add(match.captured(1), match.captured(2) + match.captured(3));
    }
}

} // namespace pilothouse
