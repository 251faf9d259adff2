// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Images: listed, fetched, loaded and named.
#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/runtime/dockerengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace pilothouse {

namespace {

constexpr std::chrono::minutes PullIdle{5}; // an engine that unpacks a large layer says nothing meanwhile
constexpr std::chrono::minutes LoadTime{60};
constexpr qsizetype ImageMessageLength = 600;

QStringList texts(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray()) {
        if (!item.toString().startsWith(QLatin1String("<none>")))
            list << item.toString();
    }
    return list;
}

DockerImage imageFrom(const QJsonObject &object)
{
    DockerImage image;
    image.id = object.value(QLatin1String("Id")).toString();
    image.references = texts(object.value(QLatin1String("RepoTags")));
    image.digests = texts(object.value(QLatin1String("RepoDigests")));
    image.created =
        QDateTime::fromSecsSinceEpoch(object.value(QLatin1String("Created")).toInteger(), Qt::UTC);
    image.bytes = object.value(QLatin1String("Size")).toInteger();
    const QJsonObject labels = object.value(QLatin1String("Labels")).toObject();
    for (auto label = labels.begin(); label != labels.end(); ++label)
        image.labels.insert(label.key(), label.value().toString());
    return image;
}

/// Name and tag apart; a registry may have a port.
QPair<QString, QString> partsOf(const QString &name)
{
    const qsizetype colon = name.lastIndexOf(u':');
    if (colon < 0 || name.indexOf(u'/', colon) >= 0)
        return {name, QStringLiteral("latest")};
    return {name.left(colon), name.mid(colon + 1)};
}

QString asImageQuery(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Result<> checkImageName(const QString &name)
{
    static const QRegularExpression Pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9_./:@-]{0,511}")));
    if (Pattern.match(name).hasMatch() && !name.contains(QLatin1String("..")))
        return {};
    return failure(ErrorKind::BadInput, DockerEngine::tr("This is not the name of an image."),
                   visibleText(name.left(100)));
}

Result<QJsonObject> DockerEngine::inspectImage(const QString &image, const OperationContext &context) const
{
    if (auto checked = checkImageName(image); !checked)
        return failure(checked.error());
    Call call;
    call.path = QStringLiteral("/images/%1/json").arg(image);
    call.subject = image;
    return sendForJson(call, context).map([](const QJsonDocument &document) { return document.object(); });
}

Result<QString> DockerEngine::dataRoot(const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/info");
    return sendForJson(call, context).map([](const QJsonDocument &document) {
        return document.object().value(QLatin1String("DockerRootDir")).toString();
    });
}

Result<QList<DockerImage>> DockerEngine::images(const OperationContext &context) const
{
    Call call;
    call.path = QStringLiteral("/images/json");
    const auto document = sendForJson(call, context);
    if (!document)
        return failure(document.error());
    QList<DockerImage> list;
    for (const QJsonValue &value : document->array())
        list.append(imageFrom(value.toObject()));
    std::stable_sort(list.begin(), list.end(),
                     [](const auto &a, const auto &b) { return a.created > b.created; });
    return list;
}

Result<> DockerEngine::pull(const QString &image, const OperationContext &context) const
{
    if (auto checked = checkImageName(image); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/images/create?fromImage=") + asImageQuery(image);
    if (!image.contains(u'@'))
        call.path = QStringLiteral("/images/create?fromImage=%1&tag=%2")
                        .arg(asImageQuery(partsOf(image).first), asImageQuery(partsOf(image).second));
    call.subject = image;
    call.time = PullIdle;
    QString problem;
    const auto take = [&](const QJsonObject &line) {
        if (line.contains(QLatin1String("error")))
            problem = line.value(QLatin1String("error")).toString();
        return problem.isEmpty();
    };
    auto pulled = streamObjects(call, PullIdle, take, context);
    if (pulled && problem.isEmpty())
        return {};
    Error error =
        pulled ? failure(ErrorKind::Refused, tr("The image could not be fetched.")).value() : pulled.error();
    if (error.kind == ErrorKind::Cancelled)
        return failure(error);
    if (!problem.isEmpty())
        error.detail = visibleText(redacted(problem.left(ImageMessageLength)));
    error.message = tr("The image is not on this machine, and it could not be fetched from its registry.");
    error.advice = tr("Check the name and the network, or bring the image as a file of “docker save”.");
    return failure(withSubject(error, image));
}

Result<> DockerEngine::load(const QString &file, const OperationContext &context) const
{
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/images/load?quiet=1");
    call.bodyFile = file;
    call.subject = file;
    call.time = LoadTime;
    const auto sent = send(call, context);
    if (!sent)
        return failure(sent.error());
    for (const QByteArray &line : sent->body.split('\n')) {
        const QString problem =
            QJsonDocument::fromJson(line).object().value(QLatin1String("error")).toString();
        if (!problem.isEmpty())
            return failure(Error{ErrorKind::BadData,
                                 file,
                                 tr("The container engine could not load the image."),
                                 {},
                                 visibleText(redacted(problem.left(ImageMessageLength)))});
    }
    return {};
}

Result<> DockerEngine::tag(const QString &image, const QString &name, const OperationContext &context) const
{
    for (const QString &word : {image, name}) {
        if (auto checked = checkImageName(word); !checked)
            return checked;
    }
    Call call;
    call.method = QByteArrayLiteral("POST");
    call.path = QStringLiteral("/images/%1/tag?repo=%2&tag=%3")
                    .arg(image, asImageQuery(partsOf(name).first), asImageQuery(partsOf(name).second));
    call.subject = image;
    return send(call, context).map([](const HttpResponse &) {});
}

Result<> DockerEngine::removeImage(const QString &image, const OperationContext &context) const
{
    if (auto checked = checkImageName(image); !checked)
        return checked;
    Call call;
    call.method = QByteArrayLiteral("DELETE");
    call.path = QStringLiteral("/images/") + image;
    call.subject = image;
    const auto removed = send(call, context);
    if (!removed && removed.error().kind != ErrorKind::NotFound)
        return failure(removed.error());
    return {};
}

} // namespace pilothouse
