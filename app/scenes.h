// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/scene.h"
#include "core/domain/instance.h"

#include <QDateTime>
#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QUuid>

namespace pilothouse {

class AddInstanceDialog;
class Application;
class Page;

/// What there is to be seen in the window. On the demo it also backs up, changes users, breaks and mends, so
/// that every state is a real one; of an operator's own instances it only shows the pages.
class Scenes final : public QObject
{
    Q_OBJECT
public:
    explicit Scenes(Application &application, QObject *parent = nullptr);

    /// The pages of every instance; the first run where there is none.
    QList<Scene> ofPages();
    /// Everything, on the demo, which must run.
    QList<Scene> ofDemo();

private:
    Scene page(const QString &name, const QString &id);
    Scene stepOf(std::function<void()> begin);
    Scene action(const QString &id, const QJsonObject &arguments);
    /// Leaves when its dialog is closed; `open` puts that into m_dialog.
    Scene dialogOf(const QString &name, std::function<void()> open, const QSize &size = {});
    Scene addOf(const QString &name, std::function<void(AddInstanceDialog &)> fill);
    Scene planOf(const QString &name, const QString &id, std::function<QJsonObject()> arguments);
    Scene paletteOf(const QString &name, const QString &typed);
    Scene environmentOf(Environment environment);
    QList<Scene> changes();
    QList<Scene> logs();
    QList<Scene> operations();
    QList<Scene> finding();
    QList<Scene> dialogs();
    QList<Scene> additions();
    QList<Scene> plans();
    QList<Scene> production();
    QList<Scene> failures();

    Page *shownPage() const;
    bool isSettled() const;
    void run(const QString &id, const QJsonObject &arguments, bool isRunTwice);
    void selectRecord();
    void moveUsers(bool isAway);
    QString newestBackup() const;
    /// Of the demo: the name of this one holds angle brackets.
    static QString shownUser() { return QStringLiteral("bold"); }

    Application &m_application;
    QString m_instance;
    bool m_isRunning = false;
    QUuid m_last;        ///< the operation that ended last
    QDateTime m_lastEnd; ///< when; invalid: there was none
    QPointer<QWidget> m_dialog;
};

} // namespace pilothouse
