// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/instancefields.h"

#include <QCoreApplication>

namespace pilothouse {

InstanceField fieldNamed(const QString &subject)
{
    const std::pair<const char *, InstanceField> names[] = {
        {QT_TRANSLATE_NOOP("InstanceStore", "Name"), InstanceField::Name},
        {QT_TRANSLATE_NOOP("InstanceStore", "Profile"), InstanceField::Profile},
        {QT_TRANSLATE_NOOP("InstanceStore", "Data folder"), InstanceField::DataFolder},
        {QT_TRANSLATE_NOOP("InstanceStore", "Health address"), InstanceField::HealthAddress},
        {QT_TRANSLATE_NOOP("InstanceStore", "Archive format"), InstanceField::ArchiveFormat},
        {QT_TRANSLATE_NOOP("InstanceStore", "Backup folder"), InstanceField::BackupFolder},
        {QT_TRANSLATE_NOOP("InstanceStore", "Second backup folder"), InstanceField::SecondFolder},
        {QT_TRANSLATE_NOOP("InstanceStore", "Group"), InstanceField::Group},
        {QT_TRANSLATE_NOOP("InstanceStore", "Container"), InstanceField::Container},
        {QT_TRANSLATE_NOOP("InstanceStore", "Compose project"), InstanceField::Project},
        {QT_TRANSLATE_NOOP("InstanceStore", "Unit"), InstanceField::Unit},
        {QT_TRANSLATE_NOOP("InstanceStore", "Command"), InstanceField::Command},
        {QT_TRANSLATE_NOOP("InstanceStore", "Pid file"), InstanceField::PidFile}};
    for (const auto &[name, field] : names) {
        if (subject == QCoreApplication::translate("InstanceStore", name))
            return field;
    }
    return InstanceField::None;
}

bool isEmptyIn(const Instance &instance, InstanceField field)
{
    switch (field) {
    case InstanceField::Name:
        return instance.name.isEmpty();
    case InstanceField::Profile:
        return instance.profile.isEmpty();
    case InstanceField::Container:
        return instance.runtime.container.isEmpty();
    case InstanceField::Project:
        return instance.runtime.project.isEmpty() || instance.runtime.service.isEmpty();
    case InstanceField::Unit:
        return instance.runtime.unit.isEmpty();
    case InstanceField::Command:
        return instance.runtime.command.isEmpty();
    case InstanceField::PidFile:
        return instance.runtime.pidFile.isEmpty();
    case InstanceField::DataFolder:
        return instance.dataDir.isEmpty();
    default:
        return false;
    }
}

InstanceField fieldOf(const ProbeFinding &finding, const Instance &draft)
{
    const QString kind = draft.runtime.kind;
    const InstanceField runtime = kind == QLatin1String("compose")   ? InstanceField::Project
                                  : kind == QLatin1String("systemd") ? InstanceField::Unit
                                                                     : InstanceField::Container;
    if (kind != QLatin1String("files") && finding.id == QLatin1String("instance"))
        return runtime;
    if (finding.id == QLatin1String("health"))
        return InstanceField::HealthAddress;
    if (finding.id == QLatin1String("status"))
        return runtime;
    const bool isOfServer = finding.id.startsWith(QLatin1String("database."))
                            && draft.connections.contains(finding.id.section(QLatin1Char('.'), 1));
    if (isOfServer)
        return InstanceField::DatabaseAddress;
    const bool isOfData = finding.id == QLatin1String("data-folder") || finding.id == QLatin1String("mounts")
                          || finding.id.startsWith(QLatin1String("database."));
    return isOfData ? InstanceField::DataFolder : InstanceField::None;
}

} // namespace pilothouse
