// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the page asks for.

#include "core/base/clock.h"
#include "core/base/units.h"
#include "ui/dialogs/scheduledialog.h"
#include "ui/pages/backupspage.h"
#include "ui/widgets/backuppane.h"
#include "ui/widgets/backupside.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/filechoice.h"

#include <QDir>
#include <QMenu>

namespace pilothouse {

void BackupsPage::openRowMenu(const QPoint &place)
{
    const BackupRecord *record = current();
    if (!record)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool canRestore = restoreRefusal().isEmpty();
    menu->addAction(tr("Restore…"), this, &BackupsPage::restore)->setEnabled(canRestore);
    menu->addAction(tr("Restore side by side…"), this, &BackupsPage::restoreBeside)->setEnabled(canRestore);
    menu->addSeparator();
    menu->addAction(tr("Verify"), this, &BackupsPage::verify);
    menu->addAction(record->isPinned ? tr("Unpin") : tr("Pin"), this, &BackupsPage::togglePin);
    menu->popup(m_table->viewport()->mapToGlobal(place));
}

QJsonObject BackupsPage::restoreArguments(const BackupRecord &record) const
{
    QJsonObject arguments{{QStringLiteral("backup"), backupReference(record)}};
    const QStringList chosen = m_side->pane()->chosenDatabases();
    if (!chosen.isEmpty())
        arguments.insert(QStringLiteral("databases"), chosen.join(u','));
    return arguments;
}

void BackupsPage::restore()
{
    if (const BackupRecord *record = current())
        emit actionRequested(QStringLiteral("backup.restore"), restoreArguments(*record));
}

/// Beside a database on a server is another database of it, with a name that nothing has yet; empty where the
/// backup is of files.
QString BackupsPage::newDatabaseName(const BackupRecord &record) const
{
    const Readable<BackupContents> &contents = m_controller.contents();
    if (!contents.hasValue || contents.value.folder != record.folder)
        return {};
    for (const ManifestDatabase &database : contents.value.manifest.databases)
        if (database.server)
            return database.server->database.left(30) + QStringLiteral("_restored_")
                   + toStamp(m_controller.clock().now()).toLower();
    return {};
}

void BackupsPage::restoreBeside()
{
    const BackupRecord *record = current();
    if (!record)
        return;
    if (const QString database = newDatabaseName(*record); !database.isEmpty()) {
        QJsonObject arguments = restoreArguments(*record);
        arguments.insert(QStringLiteral("into"), database);
        emit actionRequested(QStringLiteral("backup.restore"), arguments);
        return;
    }
    askFolder(this, {tr("Restore side by side: in which folder?"), {}, {}},
              [this, arguments = restoreArguments(*record)](const QString &folder) {
                  // A restore beside the data makes a folder of its own; one that is there is refused.
                  const QString name = QStringLiteral("restored-") + toStamp(m_controller.clock().now());
                  QJsonObject all = arguments;
                  all.insert(QStringLiteral("into"), QDir(folder).absoluteFilePath(name));
                  emit actionRequested(QStringLiteral("backup.restore"), all);
              });
}

void BackupsPage::restoreFile()
{
    const FileQuestion question{
        tr("Restore from a file"),
        {},
        tr("Backups (*.tar.gz *.tgz *.tar.zst *.db *.dump *.dump.zst toc.dat);;All files (*)")};
    askFile(this, question, [this](const QString &path) {
        emit actionRequested(QStringLiteral("backup.restore"), {{QStringLiteral("file"), path}});
    });
}

void BackupsPage::verify()
{
    if (const BackupRecord *record = current())
        emit actionRequested(QStringLiteral("backup.verify"),
                             {{QStringLiteral("backup"), backupReference(*record)}});
}

void BackupsPage::togglePin()
{
    if (const BackupRecord *record = current())
        emit actionRequested(record->isPinned ? QStringLiteral("backup.unpin") : QStringLiteral("backup.pin"),
                             {{QStringLiteral("backup"), backupReference(*record)}});
}

void BackupsPage::changeSchedule(ScheduledWork work)
{
    const BackupsReading &reading = m_controller.backups().value;
    auto *dialog =
        new ScheduleDialog(m_controller.instanceName(), work,
                           work == ScheduledWork::Drill ? reading.drillSchedule : reading.schedule, this);
    connect(dialog, &ScheduleDialog::asked, this, [this](const QJsonObject &arguments) {
        emit actionRequested(QStringLiteral("schedule.install"), arguments);
    });
    dialog->open();
}

} // namespace pilothouse
