// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/composereplacestep.h"

#include "core/instances/instancesession.h"
#include "core/runtime/composeruntime.h"
#include "core/steps/secretchange.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr std::chrono::minutes ToolTime{5};

bool changesImage(const QJsonObject &arguments)
{
    return arguments.contains(QLatin1String("image"));
}

Result<const ComposeProject *> projectOf(const StepScope &scope)
{
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&scope.session.runtime()))
        return &compose->project();
    return failure(Error{ErrorKind::Refused,
                         scope.session.instance().name,
                         ComposeReplaceStep::tr("This instance is no service of a compose project."),
                         {},
                         {}});
}

/// id -> image id, of the containers that the step is about.
Result<QJsonObject> containersNow(const StepScope &scope, const ComposeProject &project)
{
    const auto containers = project.containers(scope.context);
    if (!containers)
        return failure(containers.error());
    const QString service = scope.arguments.value(QLatin1String("service")).toString();
    QJsonObject found;
    for (const DockerContainer &container : *containers) {
        if (ComposeProject::serviceOf(container) != service)
            continue;
        const auto inspected = project.engine().inspect(container.id, scope.context);
        if (!inspected && inspected.error().kind == ErrorKind::NotFound)
            continue; // it went while we looked
        if (!inspected)
            return failure(inspected.error());
        found.insert(container.id, inspected->value(QLatin1String("Image")));
    }
    return found;
}

/// The id that a name means now; empty: none.
Result<QString> idOf(const StepScope &scope, const ComposeProject &project, const QString &image)
{
    const auto inspected = project.engine().inspectImage(image, scope.context);
    if (inspected)
        return inspected->value(QLatin1String("Id")).toString();
    return inspected.error().kind == ErrorKind::NotFound ? Result<QString>(QString())
                                                         : failure(inspected.error());
}

qsizetype countOfOld(const QJsonObject &before, const QJsonObject &now)
{
    const QStringList ids = now.keys();
    const QJsonObject was = before.value(QLatin1String("containers")).toObject();
    return std::count_if(ids.begin(), ids.end(), [&was](const QString &id) { return was.contains(id); });
}

qsizetype countBefore(const QJsonObject &before)
{
    return before.value(QLatin1String("containers")).toObject().size();
}

bool areOld(const QJsonObject &before, const QJsonObject &now)
{
    return now.size() == countBefore(before) && countOfOld(before, now) == now.size();
}

bool areNew(const QJsonObject &before, const QJsonObject &now)
{
    return now.size() == countBefore(before) && countOfOld(before, now) == 0;
}

} // namespace

QStringList ComposeReplaceStep::words(const QString &service, qsizetype count)
{
    return {QStringLiteral("up"),
            QStringLiteral("--no-start"),
            QStringLiteral("--no-deps"),
            QStringLiteral("--no-build"),
            QStringLiteral("--force-recreate"),
            QStringLiteral("--scale"),
            QStringLiteral("%1=%2").arg(service).arg(count),
            service};
}

StepText ComposeReplaceStep::describe(const QJsonObject &arguments) const
{
    const QString service = text(arguments, "service");
    const QString again = text(arguments, "shell");
    if (!changesImage(arguments)) {
        const QString variable = text(arguments, "variable");
        const QString title = text(arguments, "of").isEmpty()
                                  ? tr("Make the containers of %1 again with a new random %2")
                                  : tr("Make the containers of %1 again with the old %2");
        return {title.arg(service, variable), text(arguments, "changeShell") + QStringLiteral("; ") + again};
    }
    const QString image = text(arguments, "image");
    const bool isKnown = !image.startsWith(u'{');
    const QString tag = text(arguments, "tag");
    return {isKnown ? tr("Let %1 mean %2, and make the containers of %3 again")
                          .arg(tag, QString(image).remove(QLatin1String("sha256:")).left(12), service)
                    : tr("Let %1 mean the new image, and make the containers of %2 again").arg(tag, service),
            shell(arguments, {QStringLiteral("tag"), isKnown ? image : QStringLiteral("$NEW_IMAGE"), tag})
                + QStringLiteral(" && ") + again};
}

Result<QJsonObject> ComposeReplaceStep::prepare(const StepScope &scope) const
{
    const auto project = projectOf(scope);
    if (!project)
        return failure(project.error());
    const QString service = text(scope.arguments, "service");
    const auto now = containersNow(scope, **project);
    if (!now)
        return failure(now.error());
    if (now->isEmpty())
        return failure(Error{ErrorKind::NotFound, service, tr("The service has no container."), {}, {}});
    const QString image = now->begin()->toString();
    const bool isOne = std::all_of(now->begin(), now->end(),
                                   [&image](const QJsonValue &other) { return other.toString() == image; });
    if (changesImage(scope.arguments) && !isOne)
        return failure(Error{ErrorKind::Refused,
                             service,
                             tr("The containers of the service have different images."),
                             tr("Recreate the service first, so that all have the same."),
                             {}});
    QJsonObject before{{QStringLiteral("containers"), *now}, {QStringLiteral("image"), image}};
    if (!changesImage(scope.arguments)) {
        before.insert(QStringLiteral("kept"), SecretChange::keptFile(scope.session, scope.operation));
        return before;
    }
    const auto tagged = idOf(scope, **project, text(scope.arguments, "tag"));
    if (!tagged)
        return failure(tagged.error());
    before.insert(QStringLiteral("tagged"), *tagged);
    return before;
}

Result<> ComposeReplaceStep::change(const StepScope &scope, const ComposeProject &project,
                                    const QJsonObject &before)
{
    if (!changesImage(scope.arguments))
        return SecretChange(scope).apply();
    const DockerEngine &docker = project.engine();
    return docker.tag(text(before, "image"), text(scope.arguments, "keep"), scope.context).and_then([&] {
        return docker.tag(text(scope.arguments, "image"), text(scope.arguments, "tag"), scope.context);
    });
}

Result<> ComposeReplaceStep::make(const StepScope &scope, const ComposeProject &project,
                                  const QJsonObject &before)
{
    return project.run(words(text(scope.arguments, "service"), countBefore(before)), ToolTime, scope.context)
        .map([](const ProcessOutput &) {});
}

Result<> ComposeReplaceStep::check(const StepScope &scope, const ComposeProject &project)
{
    const QString service = text(scope.arguments, "service");
    if (!changesImage(scope.arguments)) {
        const auto isInEffect = SecretChange(scope).isInEffect();
        if (!isInEffect)
            return failure(isInEffect.error());
        return *isInEffect
                   ? Result<>()
                   : failure(Error{ErrorKind::Refused,
                                   service,
                                   tr("The compose tool gives the service another secret than the one in "
                                      "the environment file."),
                                   tr("Look for it in the project's files."),
                                   {}});
    }
    const auto now = containersNow(scope, project);
    if (!now)
        return failure(now.error());
    const QString image = text(scope.arguments, "image");
    const bool isWanted = std::all_of(now->begin(), now->end(),
                                      [&image](const QJsonValue &one) { return one.toString() == image; });
    return isWanted ? Result<>()
                    : failure(Error{ErrorKind::Refused,
                                    service,
                                    tr("The compose tool made the containers with another image."),
                                    tr("Change the image in the project's file instead."),
                                    {}});
}

Result<QJsonObject> ComposeReplaceStep::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto project = projectOf(scope);
    if (!project)
        return failure(project.error());
    const auto now = containersNow(scope, **project);
    const auto changed = observeChange(scope, **project, before);
    if (!now || !changed)
        return failure(now ? changed.error() : now.error());
    const bool isMade = *changed == Observed::Done && areNew(before, *now);
    if (auto done = isMade ? Result<>() : change(scope, **project, before); !done)
        return failure(done.error());
    if (auto made = isMade ? Result<>() : make(scope, **project, before); !made)
        return failure(made.error());
    if (auto checked = check(scope, **project); !checked)
        return failure(checked.error());
    return QJsonObject{{QStringLiteral("kept"), text(scope.arguments, "keep")},
                       {QStringLiteral("was"), text(before, "image")}};
}

Result<Observed> ComposeReplaceStep::observeChange(const StepScope &scope, const ComposeProject &project,
                                                   const QJsonObject &before)
{
    if (!changesImage(scope.arguments))
        return SecretChange(scope).observe();
    const auto tagged = idOf(scope, project, text(scope.arguments, "tag"));
    if (!tagged)
        return failure(tagged.error());
    if (*tagged == text(scope.arguments, "image"))
        return Observed::Done;
    return *tagged == text(before, "tagged") ? Observed::NotDone : Observed::Unknown;
}

/// The same containers, or others with the same image and secret in their place.
Result<bool> ComposeReplaceStep::runAsBefore(const StepScope &scope, const QJsonObject &before,
                                             const QJsonObject &now)
{
    if (areOld(before, now))
        return true;
    if (now.size() != countBefore(before))
        return false;
    if (!changesImage(scope.arguments))
        return SecretChange(scope).isNowhere();
    const QString image = text(before, "image");
    return std::all_of(now.begin(), now.end(),
                       [&image](const QJsonValue &one) { return one.toString() == image; });
}

Result<Observed> ComposeReplaceStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto project = projectOf(scope);
    if (!project)
        return failure(project.error());
    const auto now = containersNow(scope, **project);
    const auto changed = observeChange(scope, **project, before);
    if (!now || !changed)
        return failure(now ? changed.error() : now.error());
    const bool wasChanged =
        changesImage(scope.arguments) && text(before, "tagged") == text(scope.arguments, "image");
    const bool isOpen = *changed == Observed::NotDone || wasChanged;
    const auto areAsBefore = isOpen ? runAsBefore(scope, before, *now) : Result<bool>(false);
    if (!areAsBefore)
        return failure(areAsBefore.error());
    if (*areAsBefore)
        return Observed::NotDone;
    if (*changed == Observed::Done && areNew(before, *now) && check(scope, **project))
        return Observed::Done;
    return Observed::Partly;
}

Result<> ComposeReplaceStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto project = projectOf(scope);
    if (!project)
        return failure(project.error());
    const QString tag = text(scope.arguments, "tag");
    const bool isImage = changesImage(scope.arguments);
    auto back = isImage ? (*project)->engine().tag(text(before, "image"), tag, scope.context)
                        : SecretChange(scope).putBack();
    if (!back)
        return back;
    const auto now = containersNow(scope, **project);
    if (!now)
        return failure(now.error());
    if (auto made = areOld(before, *now) ? Result<>() : make(scope, **project, before); !made)
        return made;
    const QString tagged = text(before, "tagged");
    if (!isImage)
        return {};
    if (!tagged.isEmpty() && tagged != text(before, "image"))
        back = (*project)->engine().tag(tagged, tag, scope.context);
    return back ? (*project)->engine().removeImage(text(scope.arguments, "keep"), scope.context) : back;
}

QString ComposeReplaceStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString again = text(arguments, "shell");
    if (!changesImage(arguments))
        return again;
    return shell(arguments, {QStringLiteral("tag"), text(before, "image"), text(arguments, "tag")})
           + QStringLiteral("; ") + again;
}

QStringList ComposeReplaceStep::keptFiles(const QJsonObject &arguments, const QJsonObject &before) const
{
    if (!changesImage(arguments))
        return {tr("%1 (the secret before)").arg(text(before, "kept"))};
    return {tr("The image %1 (the service as it was)").arg(text(arguments, "keep"))};
}

} // namespace pilothouse
