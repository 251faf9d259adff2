// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/databaseinfo.h"

#include "core/base/units.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

QString verdictName(CheckVerdict verdict)
{
    switch (verdict) {
    case CheckVerdict::Passed:
        return QStringLiteral("passed");
    case CheckVerdict::Failed:
        return QStringLiteral("failed");
    case CheckVerdict::NotApplicable:
        return QStringLiteral("notApplicable");
    case CheckVerdict::NotRun:
        break;
    }
    return QStringLiteral("notRun");
}

CheckVerdict verdictFrom(const QString &name)
{
    for (const auto verdict : {CheckVerdict::Passed, CheckVerdict::Failed, CheckVerdict::NotApplicable}) {
        if (verdictName(verdict) == name)
            return verdict;
    }
    return CheckVerdict::NotRun;
}

QJsonValue timeOrNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(toIso(time)) : QJsonValue(QJsonValue::Null);
}

} // namespace

QString replacedNote()
{
    return QStringLiteral("replaced");
}

QJsonObject toJson(const DatabaseInfo &info)
{
    QJsonObject object{
        {QStringLiteral("id"), info.id},
        {QStringLiteral("path"), info.path},
        {QStringLiteral("exists"), info.exists},
        {QStringLiteral("bytes"), info.bytes},
        {QStringLiteral("walBytes"), info.walBytes},
        {QStringLiteral("shmBytes"), info.shmBytes},
        {QStringLiteral("journalBytes"), info.journalBytes},
        {QStringLiteral("pageSize"), info.pageSize},
        {QStringLiteral("pageCount"), info.pageCount},
        {QStringLiteral("freePages"), info.freePages},
        {QStringLiteral("journalMode"), info.journalMode},
        {QStringLiteral("encoding"), info.encoding},
        {QStringLiteral("userVersion"), info.userVersion},
        {QStringLiteral("applicationId"), info.applicationId},
        {QStringLiteral("schemaSha256"), info.schemaSha256},
        {QStringLiteral("layout"), info.layout},
        {QStringLiteral("modifiedAt"), timeOrNull(info.modifiedAt)},
        {QStringLiteral("ownerId"), static_cast<qint64>(info.ownerId)},
        {QStringLiteral("groupId"), static_cast<qint64>(info.groupId)},
        {QStringLiteral("mode"), QString::number(info.mode, 8)},
    };
    if (info.error) {
        object.insert(QStringLiteral("error"),
                      QJsonObject{{QStringLiteral("kind"), errorKindName(info.error->kind)},
                                  {QStringLiteral("subject"), info.error->subject},
                                  {QStringLiteral("message"), info.error->message},
                                  {QStringLiteral("advice"), info.error->advice},
                                  {QStringLiteral("detail"), info.error->detail}});
    }
    return object;
}

QJsonObject toJson(const TableInfo &table)
{
    return {{QStringLiteral("name"), table.name},
            {QStringLiteral("rows"), table.rows},
            {QStringLiteral("isEstimate"), table.isEstimate},
            {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)},
            {QStringLiteral("keyColumns"), QJsonArray::fromStringList(table.keyColumns)},
            {QStringLiteral("isWithoutRowid"), table.isWithoutRowid}};
}

QJsonObject toJson(const DatabaseCheck &check)
{
    return {{QStringLiteral("database"), check.database},
            {QStringLiteral("name"), check.name},
            {QStringLiteral("verdict"), verdictName(check.verdict)},
            {QStringLiteral("problems"), QJsonArray::fromStringList(check.problems)},
            {QStringLiteral("at"), timeOrNull(check.at)},
            {QStringLiteral("milliseconds"), check.milliseconds}};
}

DatabaseCheck databaseCheckFromJson(const QJsonObject &object)
{
    DatabaseCheck check;
    check.database = object.value(QStringLiteral("database")).toString();
    check.name = object.value(QStringLiteral("name")).toString();
    check.verdict = verdictFrom(object.value(QStringLiteral("verdict")).toString());
    for (const QJsonValue &problem : object.value(QStringLiteral("problems")).toArray())
        check.problems << problem.toString();
    check.at = QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODateWithMs);
    check.milliseconds = object.value(QStringLiteral("milliseconds")).toInteger();
    return check;
}

} // namespace pilothouse
