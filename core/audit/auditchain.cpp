// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditchain.h"

#include "core/base/units.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("AuditLog", text);
}

/// Compact and with sorted keys, so the same record is the same bytes everywhere.
QByteArray canonical(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString hexText(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex());
}

QByteArray fromHexText(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toString().toLatin1());
}

QByteArray chained(const QByteArray &previous, const QJsonObject &object)
{
    const QByteArray all = previous + canonical(object);
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256);
}

AuditVerdict brokenAt(qint64 sequence, qint64 last, const QString &problem)
{
    AuditVerdict verdict;
    verdict.isIntact = false;
    verdict.firstBroken = sequence;
    verdict.lastSequence = last;
    verdict.problem = problem;
    return verdict;
}

QString textAt(const QJsonObject &object, QLatin1String key)
{
    return object.value(key).toString();
}

} // namespace

QJsonObject toJson(const AuditRecord &record)
{
    const AuditEvent &event = record.event;
    return {{QStringLiteral("seq"), record.sequence},
            {QStringLiteral("utc"), toIso(record.at)},
            {QStringLiteral("actor"), record.actor},
            {QStringLiteral("workstation"), record.workstation},
            {QStringLiteral("target"), event.target},
            {QStringLiteral("action"), event.action},
            {QStringLiteral("args"), event.arguments},
            {QStringLiteral("preview"), event.preview},
            {QStringLiteral("phase"), event.phase},
            {QStringLiteral("result"), event.result},
            {QStringLiteral("detail"), event.detail},
            {QStringLiteral("op"),
             event.operation.isNull() ? QString() : event.operation.toString(QUuid::WithoutBraces)},
            {QStringLiteral("reason"), event.reason},
            {QStringLiteral("how"), event.how},
            {QStringLiteral("hash"), hexText(record.hash)}};
}

QByteArray auditLine(AuditRecord &record, qint64 monotonicMs, const QByteArray &previous)
{
    QJsonObject object = toJson(record);
    object.remove(QStringLiteral("hash"));
    object.insert(QStringLiteral("monotonic"), monotonicMs);
    object.insert(QStringLiteral("prev"), hexText(previous));
    record.hash = chained(previous, object);
    object.insert(QStringLiteral("hash"), hexText(record.hash));
    return canonical(object) + '\n';
}

std::optional<AuditLine> parseAuditLine(const QByteArray &line)
{
    QJsonObject object = QJsonDocument::fromJson(line).object();
    if (!object.contains(QStringLiteral("seq")) || !object.contains(QStringLiteral("hash")))
        return {};
    AuditLine read;
    AuditRecord &record = read.record;
    record.sequence = object.value(QStringLiteral("seq")).toInteger();
    record.at = QDateTime::fromString(textAt(object, QLatin1String("utc")), Qt::ISODateWithMs);
    record.actor = textAt(object, QLatin1String("actor"));
    record.workstation = textAt(object, QLatin1String("workstation"));
    record.event.target = textAt(object, QLatin1String("target"));
    record.event.action = textAt(object, QLatin1String("action"));
    record.event.arguments = object.value(QStringLiteral("args")).toObject();
    record.event.preview = textAt(object, QLatin1String("preview"));
    record.event.phase = textAt(object, QLatin1String("phase"));
    record.event.result = textAt(object, QLatin1String("result"));
    record.event.detail = textAt(object, QLatin1String("detail"));
    record.event.operation = QUuid::fromString(textAt(object, QLatin1String("op")));
    record.event.reason = textAt(object, QLatin1String("reason"));
    record.event.how = textAt(object, QLatin1String("how"));
    record.hash = fromHexText(object.value(QStringLiteral("hash")));
    read.previous = fromHexText(object.value(QStringLiteral("prev")));
    const bool isCanonical = line == canonical(object) + '\n';
    object.remove(QStringLiteral("hash"));
    read.isGenuine = isCanonical && record.hash == chained(read.previous, object);
    return read;
}

QByteArray anchorLine(const AuditAnchor &anchor)
{
    return canonical(
               {{QStringLiteral("seq"), anchor.sequence}, {QStringLiteral("hash"), hexText(anchor.hash)}})
           + '\n';
}

QList<AuditAnchor> parseAnchors(const QByteArray &content)
{
    QList<AuditAnchor> anchors;
    for (const QByteArray &line : content.split('\n')) {
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.isEmpty())
            anchors << AuditAnchor{object.value(QStringLiteral("seq")).toInteger(),
                                   fromHexText(object.value(QStringLiteral("hash")))};
    }
    return anchors;
}

AuditVerdict verifyAudit(const QByteArray &log, const QList<AuditAnchor> &anchors)
{
    QHash<qint64, QByteArray> known;
    for (const AuditAnchor &anchor : anchors)
        known.insert(anchor.sequence, anchor.hash);
    AuditVerdict verdict;
    QByteArray previous;
    QDateTime lastTime;
    qsizetype start = 0;
    while (start < log.size()) {
        const qsizetype end = log.indexOf('\n', start);
        const auto line = parseAuditLine(log.mid(start, end < 0 ? -1 : end - start + 1));
        const qint64 expected = verdict.lastSequence + 1;
        if (!line || !line->isGenuine)
            return brokenAt(expected, verdict.lastSequence,
                            translated(QT_TRANSLATE_NOOP("AuditLog", "Record %1 has been changed or cut."))
                                .arg(expected));
        if (line->record.sequence != expected || line->previous != previous)
            return brokenAt(
                expected, verdict.lastSequence,
                translated(QT_TRANSLATE_NOOP("AuditLog",
                                             "What stands at record %1 does not follow from the one before."))
                    .arg(expected));
        if (known.contains(expected) && known.take(expected) != line->record.hash)
            return brokenAt(
                expected, verdict.lastSequence,
                translated(
                    QT_TRANSLATE_NOOP("AuditLog",
                                      "Record %1 is not the one that was written: the log was replaced."))
                    .arg(expected));
        if (lastTime.isValid() && line->record.at < lastTime)
            verdict.problem =
                translated(QT_TRANSLATE_NOOP("AuditLog", "The clock was set back before record %1."))
                    .arg(expected);
        verdict.lastSequence = expected;
        previous = line->record.hash;
        lastTime = line->record.at;
        start = end + 1;
    }
    const QList<qint64> missing = known.keys();
    if (!missing.isEmpty())
        return brokenAt(
            verdict.lastSequence + 1, verdict.lastSequence,
            translated(QT_TRANSLATE_NOOP("AuditLog", "The end was cut off: there was a record %1."))
                .arg(*std::max_element(missing.begin(), missing.end())));
    return verdict;
}

} // namespace pilothouse
