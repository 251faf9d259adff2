// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicerecreatestep.h"

#include "core/runtime/containerrecipe.h"
#include "core/runtime/secretplace.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

bool isRunning(const QJsonObject &inspected)
{
    return inspected.value(QLatin1String("State")).toObject().value(QLatin1String("Running")).toBool();
}

QString keyOf(const QJsonValue &entry)
{
    return entry.toString().section(u'=', 0, 0);
}

/// "KEY=value" of a container; empty: it has none.
QString entryOf(const QJsonObject &inspected, const QString &key)
{
    for (const QJsonValue &entry :
         inspected.value(QLatin1String("Config")).toObject().value(QLatin1String("Env")).toArray())
        if (keyOf(entry) == key)
            return entry.toString();
    return {};
}

/// The container as if it had been made with this one, too.
void setEntry(QJsonObject &inspected, const QString &key, const QString &entry)
{
    QJsonObject config = inspected.value(QLatin1String("Config")).toObject();
    QJsonArray environment;
    for (const QJsonValue &old : config.value(QLatin1String("Env")).toArray())
        if (keyOf(old) != key)
            environment.append(old);
    environment.append(entry);
    config.insert(QStringLiteral("Env"), environment);
    inspected.insert(QStringLiteral("Config"), config);
}

/// A container as the new one is to be: with the variables and the log that the step changes, and a new
/// secret.
QJsonObject withChanges(QJsonObject inspected, const QJsonObject &arguments)
{
    if (const QJsonObject log = arguments.value(QLatin1String("log")).toObject(); !log.isEmpty()) {
        QJsonObject host = inspected.value(QLatin1String("HostConfig")).toObject();
        host.insert(QStringLiteral("LogConfig"), log);
        inspected.insert(QStringLiteral("HostConfig"), host);
    }
    const QJsonObject variables = arguments.value(QLatin1String("variables")).toObject();
    for (auto one = variables.begin(); one != variables.end(); ++one)
        setEntry(inspected, one.key(), one.key() + u'=' + one.value().toString());
    const QString secret = arguments.value(QLatin1String("secret")).toString();
    if (!secret.isEmpty())
        setEntry(inspected, secret, secret + u'=' + QString::fromLatin1(newSecret()));
    return inspected;
}

QJsonObject networksOf(const QJsonObject &inspected)
{
    return inspected.value(QLatin1String("NetworkSettings"))
        .toObject()
        .value(QLatin1String("Networks"))
        .toObject();
}

tl::unexpected<Error> stranger(const QString &container)
{
    return failure(
        Error{ErrorKind::NeedsOperator,
              container,
              ServiceRecreateStep::tr("Another container has this name, and Pilothouse has not made it."),
              ServiceRecreateStep::tr("Rename or remove it, then put back again."),
              {}});
}

} // namespace

StepText ServiceRecreateStep::describe(const QJsonObject &arguments) const
{
    const QString container = text(arguments, "container");
    QStringList changes;
    QStringList options;
    const QJsonObject variables = arguments.value(QLatin1String("variables")).toObject();
    for (auto one = variables.begin(); one != variables.end(); ++one) {
        changes << one.key() + u'=' + one.value().toString();
        options << QStringLiteral("--env ") + shellQuoted(changes.last());
    }
    if (const QString secret = text(arguments, "secret"); !secret.isEmpty()) {
        changes << tr("a new %1").arg(secret);
        options << QStringLiteral("--env %1=$(openssl rand -hex 32)").arg(secret);
    }
    if (const QJsonObject log = arguments.value(QLatin1String("log")).toObject(); !log.isEmpty()) {
        QStringList words{QStringLiteral("--log-driver ") + shellQuoted(text(log, "Type"))};
        const QJsonObject of = log.value(QLatin1String("Config")).toObject();
        for (auto one = of.begin(); one != of.end(); ++one)
            words << QStringLiteral("--log-opt ") + shellQuoted(one.key() + u'=' + one.value().toString());
        changes << words;
        options << words;
    }
    const QString what = changes.isEmpty() ? text(arguments, "reference") : changes.join(u' ');
    options << shellQuoted(text(arguments, "reference"));
    return {tr("Keep the container as %1 and make it again with %2").arg(text(arguments, "kept"), what),
            shell(arguments, {QStringLiteral("rename"), container, text(arguments, "kept")})
                + QStringLiteral(" && ")
                + shell(arguments, {QStringLiteral("create"), QStringLiteral("--name"), container})
                + QStringLiteral(" \"$OPTIONS_OF_THE_OLD_ONE\" ") + options.join(u' ')};
}

Result<QJsonObject> ServiceRecreateStep::prepare(const StepScope &scope) const
{
    const QString container = text(scope.arguments, "container");
    const auto now = look(scope, container);
    if (!now)
        return failure(now.error());
    if (!*now)
        return failure(Error{ErrorKind::NotFound, container, tr("There is no such container."), {}, {}});
    if (isRunning(**now))
        return failure(Error{ErrorKind::Refused, container, tr("The container still runs."), {}, {}});
    const auto taken = look(scope, text(scope.arguments, "kept"));
    if (!taken)
        return failure(taken.error());
    if (*taken)
        return failure(Error{ErrorKind::Refused,
                             text(scope.arguments, "kept"),
                             tr("There is a container of this name already."),
                             {},
                             {}});
    return QJsonObject{{QStringLiteral("id"), text(**now, "Id")},
                       {QStringLiteral("image"), text(**now, "Image")}};
}

Result<> ServiceRecreateStep::make(const StepScope &scope, const QJsonObject &old,
                                   const QJsonObject &oldImage)
{
    const DockerEngine &docker = **engine(scope);
    const QString container = text(scope.arguments, "container");
    const QString reference = text(scope.arguments, "reference");
    const ContainerRecipe recipe = recipeOf(old, oldImage, reference);
    auto made = look(scope, container);
    if (made && !*made) {
        if (const auto created = docker.create(container, recipe.body, scope.context); !created)
            return failure(created.error());
        made = look(scope, container);
    }
    if (!made)
        return failure(made.error());
    if (text(**made, "Image") != text(scope.arguments, "image"))
        return failure(Error{ErrorKind::Refused,
                             reference,
                             tr("The name means another image than it did a moment ago."),
                             tr("Find out what has moved it, then plan this again."),
                             {}});
    return join(scope, **made, recipe);
}

Result<> ServiceRecreateStep::join(const StepScope &scope, const QJsonObject &made,
                                   const ContainerRecipe &recipe)
{
    const DockerEngine &docker = **engine(scope);
    for (const auto &[network, endpoint] : recipe.networks) {
        if (networksOf(made).contains(network))
            continue;
        if (auto joined = docker.connectNetwork(network, text(made, "Id"), endpoint, scope.context); !joined)
            return joined;
    }
    return {};
}

Result<QJsonObject> ServiceRecreateStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto docker = engine(scope);
    if (!docker)
        return failure(docker.error());
    const QString id = text(before, "id");
    auto old = (*docker)->inspect(id, scope.context);
    const auto oldImage = (*docker)->inspectImage(text(before, "image"), scope.context);
    const auto newImage = (*docker)->inspectImage(text(scope.arguments, "image"), scope.context);
    for (const auto &read : {old, oldImage, newImage}) {
        if (!read)
            return failure(read.error());
    }
    if (nameOf(*old) != text(scope.arguments, "kept")) {
        if (auto kept = (*docker)->rename(id, text(scope.arguments, "kept"), scope.context); !kept)
            return failure(kept.error());
    }
    QJsonObject wanted = withChanges(*old, scope.arguments);
    if (auto made = make(scope, wanted, *oldImage); !made)
        return failure(made.error());
    const auto now = (*docker)->inspect(text(scope.arguments, "container"), scope.context);
    if (!now)
        return failure(now.error());
    // One that was made before a crash has got another new secret than the one of this time.
    const QString secret = text(scope.arguments, "secret");
    if (!secret.isEmpty() && entryOf(*now, secret) != entryOf(*old, secret))
        setEntry(wanted, secret, entryOf(*now, secret));
    const QStringList differences = recipeDifferences(wanted, *oldImage, *now, *newImage);
    if (!differences.isEmpty())
        return failure(Error{ErrorKind::Refused, text(scope.arguments, "container"),
                             tr("The container engine did not make the same container again."),
                             tr("Make it by hand with the new image."), differences.join(u'\n')});
    return QJsonObject{
        {QStringLiteral("container"), text(*now, "Id")},
        {QStringLiteral("kept"), text(scope.arguments, "kept")},
        {QStringLiteral("changes"), QJsonArray::fromStringList(imageChanges(*oldImage, *newImage))}};
}

Result<Observed> ServiceRecreateStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto old = look(scope, text(before, "id"));
    if (!old)
        return failure(old.error());
    const auto now = look(scope, text(scope.arguments, "container"));
    if (!now)
        return failure(now.error());
    if (!*old)
        return Observed::Unknown;
    if (!*now)
        return Observed::Partly;
    if (text(**now, "Id") == text(before, "id"))
        return Observed::NotDone;
    if (text(**now, "Image") != text(scope.arguments, "image"))
        return Observed::Unknown;
    const QStringList wanted = networksOf(**old).keys();
    const QStringList joined = networksOf(**now).keys();
    return wanted == joined ? Observed::Done : Observed::Partly;
}

Result<> ServiceRecreateStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto docker = engine(scope);
    if (!docker)
        return failure(docker.error());
    const QString container = text(scope.arguments, "container");
    const QString id = text(before, "id");
    const auto now = look(scope, container);
    if (!now)
        return failure(now.error());
    if (*now && text(**now, "Id") == id)
        return {};
    if (*now) {
        if (text(**now, "Image") != text(scope.arguments, "image"))
            return stranger(container);
        if (auto removed = (*docker)->remove(text(**now, "Id"), true, scope.context); !removed)
            return removed;
    }
    return (*docker)->rename(id, container, scope.context);
}

QString ServiceRecreateStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    const QString container = text(arguments, "container");
    return shell(arguments, {QStringLiteral("rm"), QStringLiteral("--force"), container})
           + QStringLiteral("; ")
           + shell(arguments, {QStringLiteral("rename"), text(arguments, "kept"), container});
}

QStringList ServiceRecreateStep::keptFiles(const QJsonObject &arguments, const QJsonObject &) const
{
    return {tr("The container %1 (the service as it was)").arg(text(arguments, "kept"))};
}

StepText ServiceExchangeStep::describe(const QJsonObject &arguments) const
{
    const QString container = text(arguments, "container");
    return {tr("Keep the container as %1 and bring back %2")
                .arg(text(arguments, "kept"), text(arguments, "other")),
            shell(arguments, {QStringLiteral("rename"), container, text(arguments, "kept")})
                + QStringLiteral(" && ")
                + shell(arguments, {QStringLiteral("rename"), text(arguments, "other"), container})};
}

Result<QJsonObject> ServiceExchangeStep::prepare(const StepScope &scope) const
{
    QJsonObject before;
    for (const char *key : {"container", "other"}) {
        const QString name = text(scope.arguments, key);
        const auto now = look(scope, name);
        if (!now)
            return failure(now.error());
        if (!*now)
            return failure(Error{ErrorKind::NotFound, name, tr("There is no such container."), {}, {}});
        if (isRunning(**now))
            return failure(Error{ErrorKind::Refused, name, tr("The container still runs."), {}, {}});
        before.insert(QLatin1String(key), text(**now, "Id"));
    }
    return before;
}

Result<QJsonObject> ServiceExchangeStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto docker = engine(scope);
    if (!docker)
        return failure(docker.error());
    const QPair<QString, QString> moves[] = {{text(before, "container"), text(scope.arguments, "kept")},
                                             {text(before, "other"), text(scope.arguments, "container")}};
    for (const auto &[id, name] : moves) {
        const auto now = (*docker)->inspect(id, scope.context);
        if (!now)
            return failure(now.error());
        auto moved = nameOf(*now) == name ? Result<>() : (*docker)->rename(id, name, scope.context);
        if (!moved)
            return failure(moved.error());
    }
    return QJsonObject{{QStringLiteral("kept"), text(scope.arguments, "kept")}};
}

Result<Observed> ServiceExchangeStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto first = look(scope, text(before, "container"));
    const auto second = look(scope, text(before, "other"));
    for (const auto &seen : {first, second}) {
        if (!seen)
            return failure(seen.error());
        if (!*seen)
            return Observed::Unknown;
    }
    const QString name = text(scope.arguments, "container");
    if (nameOf(**second) == name)
        return nameOf(**first) == text(scope.arguments, "kept") ? Observed::Done : Observed::Unknown;
    return nameOf(**first) == name ? Observed::NotDone : Observed::Partly;
}

Result<> ServiceExchangeStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto docker = engine(scope);
    if (!docker)
        return failure(docker.error());
    const QPair<QString, QString> moves[] = {{text(before, "other"), text(scope.arguments, "other")},
                                             {text(before, "container"), text(scope.arguments, "container")}};
    for (const auto &[id, name] : moves) {
        const auto now = (*docker)->inspect(id, scope.context);
        if (!now)
            return failure(now.error());
        auto moved = nameOf(*now) == name ? Result<>() : (*docker)->rename(id, name, scope.context);
        if (!moved)
            return moved;
    }
    return {};
}

QString ServiceExchangeStep::putBackShell(const QJsonObject &arguments, const QJsonObject &) const
{
    const QString container = text(arguments, "container");
    return shell(arguments, {QStringLiteral("rename"), container, text(arguments, "other")})
           + QStringLiteral("; ")
           + shell(arguments, {QStringLiteral("rename"), text(arguments, "kept"), container});
}

StepText ContainerRemoveStep::describe(const QJsonObject &arguments) const
{
    const QString container = text(arguments, "container");
    return {tr("Remove the container %1").arg(container),
            shell(arguments, {QStringLiteral("rm"), container})};
}

Result<QJsonObject> ContainerRemoveStep::prepare(const StepScope &scope) const
{
    const QString container = text(scope.arguments, "container");
    const auto now = look(scope, container);
    if (!now)
        return failure(now.error());
    if (*now && isRunning(**now))
        return failure(Error{ErrorKind::Refused, container, tr("The container runs."), {}, {}});
    return QJsonObject();
}

Result<QJsonObject> ContainerRemoveStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto docker = engine(scope);
    if (!docker)
        return failure(docker.error());
    return (*docker)->remove(text(scope.arguments, "container"), false, scope.context).map([] {
        return QJsonObject();
    });
}

Result<Observed> ContainerRemoveStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return look(scope, text(scope.arguments, "container")).map([](const std::optional<QJsonObject> &now) {
        return now ? Observed::NotDone : Observed::Done;
    });
}

Result<> ContainerRemoveStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
