// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditchain.h"

#include "core/base/units.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString auditLogText(const char *text)
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

/// Empty where it is not exactly what hexText() writes: fromHex() passes over what is no digit.
QByteArray fromHexText(const QJsonValue &value)
{
    const QByteArray bytes = QByteArray::fromHex(value.toString().toLatin1());
    return hexText(bytes) == value.toString() ? bytes : QByteArray();
}

QByteArray chained(const QByteArray &previous, const QJsonObject &object)
{
    const QByteArray all = previous + canonical(object);
    return QCryptographicHash::hash(all, QCryptographicHash::Sha256);
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

QString repairAction()
{
    return QStringLiteral("audit.repaired");
}

AuditWalk::AuditWalk(const QList<AuditAnchor> &anchors)
{
    for (const AuditAnchor &anchor : anchors)
        m_known.insert(anchor.sequence, anchor.hash);
}

void AuditWalk::breakHere(const QString &problem)
{
    m_verdict.isIntact = false;
    m_verdict.firstBroken = m_verdict.lastSequence + 1;
    m_verdict.problem = problem;
}

void AuditWalk::feed(const QByteArray &log, bool isLast)
{
    qsizetype start = 0;
    while (m_verdict.isIntact && start < log.size()) {
        const qsizetype end = log.indexOf('\n', start);
        // An append is all or nothing, unless the machine or the process died within it.
        m_verdict.isTorn = end < 0 && isLast;
        if (m_verdict.isTorn || !take(log.mid(start, end < 0 ? -1 : end - start + 1)))
            return;
        start = end + 1;
    }
}

bool AuditWalk::take(const QByteArray &bytes)
{
    const auto line = parseAuditLine(bytes);
    const qint64 expected = m_verdict.lastSequence + 1;
    if (!line || !line->isGenuine) {
        breakHere(
            auditLogText(QT_TRANSLATE_NOOP("AuditLog", "Record %1 has been changed or cut.")).arg(expected));
        return false;
    }
    const AuditRecord &record = line->record;
    if (record.sequence != expected || line->previous != m_previous) {
        breakHere(
            auditLogText(QT_TRANSLATE_NOOP("AuditLog",
                                           "What stands at record %1 does not follow from the one before."))
                .arg(expected));
        return false;
    }
    if (m_known.contains(expected) && m_known.take(expected) != record.hash) {
        breakHere(
            auditLogText(QT_TRANSLATE_NOOP(
                             "AuditLog", "Record %1 is not the one that was written: the log was replaced."))
                .arg(expected));
        return false;
    }
    if (m_lastTime.isValid() && record.at < m_lastTime)
        m_verdict.problem =
            auditLogText(QT_TRANSLATE_NOOP("AuditLog", "The clock was set back before record %1."))
                .arg(expected);
    if (record.event.action == repairAction()) {
        ++m_verdict.repairs;
        m_lastRepair = expected;
    }
    m_verdict.lastSequence = expected;
    m_previous = record.hash;
    m_lastTime = record.at;
    return true;
}

AuditVerdict AuditWalk::verdict() const
{
    AuditVerdict verdict = m_verdict;
    if (!verdict.isIntact)
        return verdict;
    const QList<qint64> missing = m_known.keys();
    if (!missing.isEmpty()) {
        verdict.isIntact = false;
        verdict.firstBroken = verdict.lastSequence + 1;
        verdict.problem =
            auditLogText(QT_TRANSLATE_NOOP("AuditLog", "The end was cut off: there was a record %1."))
                .arg(*std::max_element(missing.begin(), missing.end()));
    } else if (verdict.problem.isEmpty() && verdict.isTorn) {
        verdict.problem = auditLogText(QT_TRANSLATE_NOOP(
            "AuditLog", "The last record was cut off by a crash; the next one will set it aside."));
    } else if (verdict.problem.isEmpty() && verdict.repairs > 0) {
        verdict.problem =
            auditLogText(QT_TRANSLATE_NOOP("AuditLog", "Repaired after a crash; the last time in record %1."))
                .arg(m_lastRepair);
    }
    return verdict;
}

} // namespace pilothouse
