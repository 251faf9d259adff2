// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/imagefetchstep.h"

namespace pilothouse {

QString ImageFetchStep::wanted(const QJsonObject &arguments)
{
    const QString id = text(arguments, "id");
    return id.isEmpty() ? text(arguments, "image") : id;
}

Result<QString> ImageFetchStep::idOf(const StepScope &scope, const QString &image)
{
    const auto found = engine(scope);
    if (!found)
        return failure(found.error());
    const auto inspected = (*found)->inspectImage(image, scope.context);
    if (inspected)
        return text(*inspected, "Id");
    if (inspected.error().kind == ErrorKind::NotFound && inspected.error().subject == image)
        return QString();
    return failure(inspected.error());
}

Result<QJsonObject> ImageFetchStep::prepare(const StepScope &scope) const
{
    const auto named = idOf(scope, text(scope.arguments, "image"));
    if (!named)
        return failure(named.error());
    const auto there = idOf(scope, wanted(scope.arguments));
    if (!there)
        return failure(there.error());
    return QJsonObject{{QStringLiteral("named"), *named}, {QStringLiteral("wasThere"), !there->isEmpty()}};
}

Result<QJsonObject> ImageFetchStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto found = engine(scope);
    if (!found)
        return failure(found.error());
    if (auto fetched = fetch(**found, scope); !fetched)
        return failure(fetched.error());
    const auto id = idOf(scope, wanted(scope.arguments));
    if (!id)
        return failure(id.error());
    if (id->isEmpty())
        return failure(Error{
            ErrorKind::BadData, text(scope.arguments, "image"), tr("The image is still not there."), {}, {}});
    if (const QString name = text(scope.arguments, "image"); name != *id) {
        if (auto tagged = name.contains(u'@') ? Result<>() : (*found)->tag(*id, name, scope.context); !tagged)
            return failure(tagged.error());
    }
    return QJsonObject{{QStringLiteral("id"), *id}};
}

Result<Observed> ImageFetchStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return idOf(scope, wanted(scope.arguments)).map([](const QString &id) {
        return id.isEmpty() ? Observed::NotDone : Observed::Done;
    });
}

Result<> ImageFetchStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto found = engine(scope);
    if (!found)
        return failure(found.error());
    const QString name = text(scope.arguments, "image");
    const QString named = text(before, "named");
    const auto now = idOf(scope, name);
    if (!now)
        return failure(now.error());
    if (!named.isEmpty() && *now != named && !name.contains(u'@'))
        return (*found)->tag(named, name, scope.context);
    if (!named.isEmpty() || now->isEmpty())
        return {};
    const auto removed = (*found)->removeImage(name, scope.context);
    // In use by somebody else by now: it stays.
    if (!removed && removed.error().kind != ErrorKind::Refused)
        return removed;
    return {};
}

StepText ImagePullStep::describe(const QJsonObject &arguments) const
{
    return {tr("Fetch the image %1").arg(text(arguments, "image")),
            shell(arguments, {QStringLiteral("pull"), text(arguments, "image")})};
}

Result<> ImagePullStep::fetch(const DockerEngine &engine, const StepScope &scope) const
{
    return engine.pull(text(scope.arguments, "image"), scope.context);
}

StepText ImageLoadStep::describe(const QJsonObject &arguments) const
{
    const QString file = text(arguments, "file");
    return {tr("Load the image %1 from %2").arg(text(arguments, "image"), file.section(u'/', -1)),
            shell(arguments, {QStringLiteral("load"), QStringLiteral("--input"), file})};
}

Result<> ImageLoadStep::fetch(const DockerEngine &engine, const StepScope &scope) const
{
    return engine.load(text(scope.arguments, "file"), scope.context);
}

} // namespace pilothouse
