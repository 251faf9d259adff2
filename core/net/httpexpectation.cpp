// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpexpectation.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr qsizetype ShownLength = 200;

struct HttpExpectationText
{
    Q_DECLARE_TR_FUNCTIONS(HttpExpectation)
};

QString shown(const QByteArray &text)
{
    return visibleText(redacted(QString::fromUtf8(text.left(ShownLength))));
}

QString shown(const QJsonValue &value)
{
    if (value.isUndefined())
        return HttpExpectationText::tr("nothing");
    const QByteArray array = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return shown(array.mid(1, array.size() - 2));
}

} // namespace

Result<> check(const HttpExpectation &expectation, const HttpResponse &response)
{
    if (response.status != expectation.status)
        return failure(ErrorKind::BadData,
                       HttpExpectationText::tr("It answers with status %1, not %2.")
                           .arg(response.status)
                           .arg(expectation.status),
                       shown(response.body));
    const QByteArray type = response.header(QByteArrayLiteral("content-type"));
    if (!type.toLower().startsWith(expectation.contentType.toLatin1().toLower()))
        return failure(ErrorKind::BadData,
                       HttpExpectationText::tr("It answers with “%1”, not “%2”: perhaps another service.")
                           .arg(shown(type), expectation.contentType));
    if (expectation.json.isEmpty())
        return {};
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return failure(ErrorKind::BadData, HttpExpectationText::tr("Its answer is no JSON object."),
                       shown(response.body));
    for (auto it = expectation.json.begin(); it != expectation.json.end(); ++it) {
        const QJsonValue value = document.object().value(it.key());
        if (value != it.value())
            return failure(ErrorKind::BadData, HttpExpectationText::tr("It answers with %1 for “%2”, not %3.")
                                                   .arg(shown(value), it.key(), shown(it.value())));
    }
    return {};
}

} // namespace pilothouse
