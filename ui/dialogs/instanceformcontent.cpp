// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the form says, and how an instance is put into it.

#include "core/process/commandline.h"
#include "ui/dialogs/instanceform.h"
#include "ui/widgets/environmentchoice.h"

#include <QComboBox>
#include <QLineEdit>
#include <QProcess>

namespace pilothouse {

void InstanceForm::choose(QComboBox &box, const QVariant &value)
{
    if (const int index = box.findData(value); index >= 0)
        box.setCurrentIndex(index);
}

RuntimeSettings InstanceForm::runtimeContent() const
{
    const QString kind = m_runtime->currentData().toString();
    RuntimeSettings runtime = kind == m_base.runtime.kind ? m_base.runtime : RuntimeSettings();
    runtime.kind = kind;
    if (kind == QLatin1String("docker"))
        runtime.container = m_container->currentText().trimmed();
    if (kind == QLatin1String("compose")) {
        runtime.project = m_project->text().trimmed();
        runtime.service = m_service->text().trimmed();
    }
    if (kind == QLatin1String("systemd")) {
        runtime.unit = m_unit->text().trimmed();
        runtime.isUserUnit = m_manager->currentData().toBool();
    }
    if (kind == QLatin1String("process")) {
        runtime.command = QProcess::splitCommand(m_command->text());
        runtime.pidFile = m_pidFile->text().trimmed();
    }
    return runtime;
}

Instance InstanceForm::content() const
{
    Instance instance = m_base;
    instance.name = m_name->text().trimmed();
    instance.profile = m_profile->currentData().toString();
    instance.group = m_group->currentText().trimmed();
    instance.environment = m_environment->environment();
    instance.runtime = runtimeContent();
    instance.isThroughEngine =
        instance.runtime.kind == QLatin1String("docker") && m_reach->currentData().toBool();
    instance.healthUrl = m_health->text().trimmed();
    instance.dataDir = m_data->text().trimmed();
    const QString database = m_controller.serverDatabase(instance.profile);
    const auto given = connectionFromText(m_address->text().trimmed().toUtf8());
    if (!database.isEmpty() && m_address->text().trimmed().isEmpty())
        instance.connections.remove(database);
    else if (!database.isEmpty() && given) {
        DatabaseConnection connection = given->connection;
        connection.container = instance.connections.value(database).container; // the form does not ask for it
        instance.connections.insert(database, connection);
    }
    instance.backupDir = m_backups->text().trimmed();
    instance.secondBackupDir = m_second->text().trimmed();
    instance.archiveFormat = m_format->currentData().toString();
    const QString watch = m_watch->text();
    instance.watchSeconds = watch.isEmpty() ? std::nullopt : std::optional(watch.toInt());
    instance.safetyDays = m_safety->text().isEmpty() ? Instance().safetyDays : m_safety->text().toInt();
    return instance;
}

void InstanceForm::fill(const Instance &instance)
{
    m_isFilling = true;
    m_base = instance;
    const RuntimeSettings &runtime = instance.runtime;
    m_name->setText(instance.name);
    choose(*m_profile, instance.profile);
    m_group->setEditText(instance.group);
    m_environment->setEnvironment(instance.environment);
    choose(*m_runtime, runtime.kind);
    m_container->setEditText(runtime.container);
    m_project->setText(runtime.project);
    m_service->setText(runtime.service);
    m_unit->setText(runtime.unit);
    choose(*m_manager, runtime.isUserUnit);
    m_command->setText(joinedCommand(runtime.command));
    m_pidFile->setText(runtime.pidFile);
    m_health->setText(instance.healthUrl);
    m_data->setText(instance.dataDir);
    const QString database = m_controller.serverDatabase(instance.profile);
    m_address->setText(instance.connections.contains(database)
                           ? connectionUrl(instance.connections.value(database))
                           : QString());
    m_backups->setText(instance.backupDir);
    m_second->setText(instance.secondBackupDir);
    choose(*m_reach, instance.isThroughEngine);
    choose(*m_format, instance.archiveFormat);
    m_watch->setText(instance.watchSeconds ? QString::number(*instance.watchSeconds) : QString());
    m_safety->setText(QString::number(instance.safetyDays));
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->setCursorPosition(0); // what is too long shows its beginning
    m_isFilling = false;
    readForm();
}

} // namespace pilothouse
