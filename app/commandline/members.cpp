// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/members.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/membertable.h"
#include "app/commandline/output.h"
#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace pilothouse {

namespace {

using Unit = MemberUnit;

struct Word
{
    const char *name;
    const char *label;
};

constexpr Word Words[] = {
    // clang-format off
    {"holds", QT_TRANSLATE_NOOP("CommandLine", "in order")},
    {"inTheWay", QT_TRANSLATE_NOOP("CommandLine", "needs attention")},
    {"toKnow", QT_TRANSLATE_NOOP("CommandLine", "good to know")},
    {"doesNotApply", QT_TRANSLATE_NOOP("CommandLine", "does not apply")},
    {"notKnown", QT_TRANSLATE_NOOP("CommandLine", "not known")},
    {"notChecked", QT_TRANSLATE_NOOP("CommandLine", "not checked")},
    {"backupStale", QT_TRANSLATE_NOOP("CommandLine", "backup is too old")},
    {"needsOperator", QT_TRANSLATE_NOOP("CommandLine", "waits for an operator")},
    {"passed", QT_TRANSLATE_NOOP("CommandLine", "passed")},
    {"failed", QT_TRANSLATE_NOOP("CommandLine", "failed")},
    {"running", QT_TRANSLATE_NOOP("CommandLine", "running")},
    {"stopped", QT_TRANSLATE_NOOP("CommandLine", "stopped")},
    {"starting", QT_TRANSLATE_NOOP("CommandLine", "starting")},
    {"healthy", QT_TRANSLATE_NOOP("CommandLine", "healthy")},
    {"down", QT_TRANSLATE_NOOP("CommandLine", "down")},
    {"unknown", QT_TRANSLATE_NOOP("CommandLine", "unknown")},
    {"done", QT_TRANSLATE_NOOP("CommandLine", "done")},
    {"putBack", QT_TRANSLATE_NOOP("CommandLine", "put back")},
    {"interrupted", QT_TRANSLATE_NOOP("CommandLine", "interrupted")},
    // clang-format on
};

/// None where it is not one of ours, as in a row of somebody else's table.
const Member *memberOf(const QString &parent, const QString &key)
{
    const std::span<const Member> members = knownMembers();
    const auto find = [members](const QString &name) {
        return std::find_if(members.begin(), members.end(),
                            [&name](const Member &member) { return name == QLatin1String(member.name); });
    };
    auto found = find(parent + u'.' + key);
    const bool isForeign = parent == QLatin1String("values") || parent == QLatin1String("counts");
    if (found == members.end() && !isForeign)
        found = find(key);
    return found == members.end() ? nullptr : &*found;
}

QString noLimit()
{
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "no limit"));
}

QString coresText(double cores)
{
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 cores")).arg(cores);
}

QString numberText(Unit unit, const QJsonValue &value)
{
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(static_cast<qint64>(number));
    switch (unit) {
    case Unit::Bytes:
        return whole < 0 ? QStringLiteral("-") : formatBytes(whole);
    case Unit::Limit:
        return whole <= 0 ? noLimit() : formatBytes(whole);
    case Unit::Swap:
        return whole < 0 ? noLimit() : whole == 0 ? QStringLiteral("-") : formatBytes(whole);
    case Unit::Cores:
        return number > 0 ? coresText(number) : noLimit();
    case Unit::Percent:
        return QStringLiteral("%1 %").arg(number, 0, 'f', 1);
    case Unit::Count:
        return formatCount(whole);
    case Unit::Seconds:
        return formatDuration(whole * 1000);
    case Unit::Milliseconds:
        return QStringLiteral("%1 ms").arg(whole);
    default:
        return value.toVariant().toString();
    }
}

QString plainText(Unit unit, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "yes"))
                              : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "no"));
    case QJsonValue::Double:
        return numberText(unit, value);
    case QJsonValue::String:
        if (value.toString().isEmpty())
            return QStringLiteral("-");
        return unit == Unit::Moment ? shownMoment(value.toString())
               : unit == Unit::Word ? wordText(value.toString())
                                    : visibleText(value.toString());
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return QStringLiteral("-");
    }
}

} // namespace

QString wordText(const QString &name)
{
    for (const Word &word : Words) {
        if (name == QLatin1String(word.name))
            return commandLineText(word.label);
    }
    return visibleText(name);
}

QString shownMoment(const QString &iso)
{
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return moment.isValid() ? shownTime(moment).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                            : visibleText(iso);
}

QString memberLabel(const QString &parent, const QString &key)
{
    const Member *member = memberOf(parent, key);
    return member ? commandLineText(member->label) : visibleLine(key);
}

QString columnHeading(const QString &column)
{
    const qsizetype cut = column.lastIndexOf(u'/');
    const QString key = column.mid(cut + 1);
    const QString parent = cut < 0 ? QStringLiteral("table") : column.left(cut);
    if (parent == QLatin1String("row")) // of somebody else's table: as it is called there
        return visibleLine(key).toUpper();
    const Member *member = memberOf(parent, key);
    return (member ? commandLineText(member->label) : visibleLine(spelledOut(key))).toUpper();
}

QString memberText(const QString &parent, const QString &key, const QJsonValue &value)
{
    const Member *member = memberOf(parent, key);
    const Unit unit = member ? member->unit : Unit::Plain;
    if (!value.isArray())
        return plainText(unit, value);
    QStringList parts;
    for (const QJsonValue &item : value.toArray())
        parts << plainText(unit, item);
    return parts.isEmpty() ? QStringLiteral("-") : parts.join(QStringLiteral(", "));
}

QStringList orderedMembers(const QString &parent, QStringList keys)
{
    const auto rank = [&parent](const QString &key) {
        const Member *member = memberOf(parent, key);
        return member ? member - knownMembers().data() : std::ssize(knownMembers());
    };
    std::stable_sort(keys.begin(), keys.end(),
                     [&rank](const QString &a, const QString &b) { return rank(a) < rank(b); });
    return keys;
}

} // namespace pilothouse
