// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/redaction.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

QJsonValue redactedValue(const QJsonValue &value)
{
    if (value.isString())
        return redacted(value.toString());
    if (value.isObject())
        return redacted(value.toObject());
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue &item : value.toArray())
            array.append(redactedValue(item));
        return array;
    }
    return value;
}

} // namespace

QString secretMask()
{
    return QString(8, QChar(0x2022));
}

bool isSecretKey(const QString &key)
{
    static const QRegularExpression Pattern(
        QStringLiteral(
            "(passw(or)?d|passphrase|secret|token|credential|api[-_.]?key|provider[-_.]?key|private[-_.]?key"
            "|access[-_.]?key|(^|[-_.])(key|pat|pwd|auth|jwt|cookie)$|authorization)"),
        QRegularExpression::CaseInsensitiveOption);
    return Pattern.match(key).hasMatch();
}

bool isSecretColumn(const QString &name)
{
    static const QRegularExpression Pattern(QStringLiteral("passw|secret|credential|api_?key|private_?key"),
                                            QRegularExpression::CaseInsensitiveOption);
    return Pattern.match(name).hasMatch();
}

QString redacted(const QString &text)
{
    static const QRegularExpression UrlPassword(
        QStringLiteral(R"(([A-Za-z][A-Za-z0-9+.-]*://[^\s/:@]*):[^\s/@]+@)"));
    static const QRegularExpression Bearer(QStringLiteral(R"((Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{6,})"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression Jwt(
        QStringLiteral(R"(eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)"));
    static const QRegularExpression Assignment(
        QStringLiteral(
            R"re(((?:[A-Za-z0-9_.-]*(?:password|passwd|secret|token|api_?key|provider_key|jwt)[A-Za-z0-9_.-]*)["']?\s*[=:]\s*)(?:"[^"]*"|'[^']*'|[^\s,;&"']+))re"),
        QRegularExpression::CaseInsensitiveOption);
    QString masked = text;
    masked.replace(UrlPassword, QStringLiteral("\\1:") + secretMask() + u'@');
    masked.replace(Bearer, QStringLiteral("\\1 ") + secretMask());
    masked.replace(Jwt, secretMask());
    masked.replace(Assignment, QStringLiteral("\\1") + secretMask());
    return masked;
}

QJsonObject redacted(const QJsonObject &object)
{
    QJsonObject masked;
    for (auto it = object.begin(); it != object.end(); ++it)
        masked.insert(it.key(), isSecretKey(it.key()) && it.value().isString() ? QJsonValue(secretMask())
                                                                               : redactedValue(it.value()));
    return masked;
}

} // namespace pilothouse
