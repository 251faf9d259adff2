// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs, plans and windows of their own among the scenes, and the lock of production.

#include "app/application.h"
#include "app/scenes.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/addinstancedialog.h"
#include "ui/dialogs/closequestion.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/paletteflow.h"
#include "ui/dialogs/probedialog.h"
#include "ui/dialogs/removeinstancedialog.h"
#include "ui/dialogs/scheduledialog.h"
#include "ui/dialogs/troubledialog.h"
#include "ui/dialogs/upgradedialog.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/schedulecard.h"

#include <QApplication>

namespace pilothouse {

namespace {

QWidget *manualWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (qobject_cast<ManualWindow *>(window))
            return window;
    }
    return nullptr;
}

} // namespace

Scene Scenes::dialogOf(const QString &name, std::function<void()> open, const QSize &size)
{
    Scene scene;
    scene.name = name;
    scene.open = std::move(open);
    scene.isReady = [this] { return m_dialog != nullptr; };
    scene.dialog = [this] { return m_dialog.data(); };
    scene.dialogSize = size;
    scene.close = [this] { delete m_dialog; };
    return scene;
}

/// The plan that a page asks for, as it is shown; nothing is run.
Scene Scenes::planOf(const QString &name, const QString &id, std::function<QJsonObject()> arguments)
{
    const auto open = [this, id, arguments = std::move(arguments)] {
        m_application.window().actions().start(m_application.fleet().session(m_instance), id, arguments());
    };
    return dialogOf(name, open, QSize(940, 648));
}

Scene Scenes::paletteOf(const QString &name, const QString &typed)
{
    MainWindow &window = m_application.window();
    Scene scene;
    scene.name = name;
    scene.open = [&window, typed] {
        window.openPalette();
        if (!typed.isEmpty())
            window.palette().view().setTyped(typed);
    };
    scene.isReady = [&window] { return window.palette().view().current().has_value(); };
    scene.close = [&window] { window.palette().view().hide(); };
    return scene;
}

QList<Scene> Scenes::finding()
{
    MainWindow &window = m_application.window();
    const auto openKeyboard = [this, &window] {
        window.openKeyboard();
        m_dialog = window.findChild<KeyboardDialog *>();
    };
    QList<Scene> scenes{paletteOf(QStringLiteral("palette"), {}),
                        paletteOf(QStringLiteral("palette-typed"), QStringLiteral("rest")),
                        paletteOf(QStringLiteral("palette-runbook"), QStringLiteral("vacuum")),
                        dialogOf(QStringLiteral("keyboard"), openKeyboard, QSize(720, 640))};
    const std::pair<QString, QString> symptoms[] = {
        {QStringLiteral("troubleshooter"), QStringLiteral("service-does-not-start")},
        {QStringLiteral("troubleshooter-database"), QStringLiteral("database-is-damaged")},
        {QStringLiteral("troubleshooter-websocket"), QStringLiteral("websocket-does-not-connect")}};
    for (const auto &[name, symptom] : symptoms) {
        const auto look = [this, &window, symptom = symptom] {
            emit window.troubleshootRequested(m_instance);
            auto *dialog = window.findChild<TroubleDialog *>();
            dialog->run(symptom);
            m_dialog = dialog;
        };
        Scene trouble = dialogOf(name, look, QSize(720, 680));
        trouble.isReady = [&window] { return !window.findChild<TroubleDialog *>()->isReading(); };
        scenes << trouble;
    }
    return scenes;
}

/// The dialog of a new instance, once it has looked around and read what it was given.
Scene Scenes::addOf(const QString &name, std::function<void(AddInstanceDialog &)> fill)
{
    MainWindow &window = m_application.window();
    const auto open = [this, &window, fill = std::move(fill)] {
        emit window.addInstanceRequested();
        auto *dialog = window.findChild<AddInstanceDialog *>();
        fill(*dialog);
        m_dialog = dialog;
    };
    Scene scene = dialogOf(name, open, QSize(960, 704));
    scene.isReady = [&window] { return !window.findChild<AddInstanceDialog *>()->isReading(); };
    return scene;
}

QList<Scene> Scenes::additions()
{
    MainWindow &window = m_application.window();
    const auto shown = [this] { return m_application.fleet().session(m_instance)->instance(); };
    Scene edit = addOf(QStringLiteral("edit-instance"), {});
    edit.open = [this, &window] {
        emit window.editRequested(m_instance);
        m_dialog = window.findChild<AddInstanceDialog *>();
    };
    return {addOf(QStringLiteral("add-instance-found"), [](AddInstanceDialog &) {}),
            addOf(QStringLiteral("add-instance"), [](AddInstanceDialog &dialog) { dialog.describe(); }), edit,
            addOf(QStringLiteral("add-instance-filled"),
                  [shown](AddInstanceDialog &dialog) {
                      Instance instance = shown();
                      instance.name = QStringLiteral("chat-2");
                      instance.runtime = {};
                      instance.runtime.kind = QStringLiteral("files");
                      dialog.fill(instance);
                  }),
            addOf(QStringLiteral("add-instance-refused"), [shown](AddInstanceDialog &dialog) {
                Instance instance = shown();
                instance.dataDir += QStringLiteral("/data");
                dialog.fill(instance);
            })};
}

QList<Scene> Scenes::dialogs()
{
    MainWindow &window = m_application.window();
    Scene probe = dialogOf(
        QStringLiteral("probe"),
        [this, &window] {
            emit window.probeRequested(m_instance);
            m_dialog = window.findChild<ProbeDialog *>();
        },
        QSize(680, 620));
    probe.isReady = [&window] { return !window.findChild<ProbeDialog *>()->isReading(); };
    const Scene remove = dialogOf(QStringLiteral("remove-instance"), [this, &window] {
        emit window.removeRequested(m_instance);
        m_dialog = window.findChild<RemoveInstanceDialog *>();
    });
    Scene upgrade = dialogOf(QStringLiteral("upgrade"), [this, &window] {
        emit window.upgradeRequested(m_instance);
        m_dialog = window.findChild<UpgradeDialog *>();
    });
    upgrade.isReady = [&window] { return !window.findChild<UpgradeDialog *>()->isReading(); };
    const Scene quit = dialogOf(QStringLiteral("close-question"), [this, &window] {
        auto *question = new CloseQuestion(1, &window);
        question->open();
        m_dialog = question;
    });
    const Scene backups = page({}, QStringLiteral("backups"));
    const Scene schedule = dialogOf(QStringLiteral("schedule"), [this, &window] {
        if (auto *card = shownPage()->findChild<ScheduleCard *>())
            emit card->changeAsked();
        m_dialog = window.findChild<ScheduleDialog *>();
    });
    const auto manualAt = [&window](const QString &name, const QString &place) {
        return Scene{name,
                     [&window, place] { emit window.manualRequested(place); },
                     {},
                     manualWindow,
                     QSize(960, 720),
                     true,
                     [] { manualWindow()->hide(); }};
    };
    return additions()
           + QList<Scene>{probe,
                          remove,
                          upgrade,
                          quit,
                          backups,
                          schedule,
                          manualAt(QStringLiteral("manual"), QStringLiteral("backups")),
                          manualAt(QStringLiteral("manual-runbook"), QStringLiteral("runbook"))};
}

QList<Scene> Scenes::plans()
{
    const auto nothing = [] { return QJsonObject(); };
    const auto user = [] { return QJsonObject{{QStringLiteral("user"), shownUser()}}; };
    const auto backup = [this] { return QJsonObject{{QStringLiteral("backup"), newestBackup()}}; };
    const auto database = [this] {
        const SessionPointer session = m_application.fleet().session(m_instance);
        return QJsonObject{{QStringLiteral("database"), session->profile().entities.constFirst().database}};
    };
    const auto level = [] {
        return QJsonObject{{QStringLiteral("level"), QStringLiteral("debug")},
                           {QStringLiteral("minutes"), 30}};
    };
    return {planOf(QStringLiteral("plan-restore"), QStringLiteral("backup.restore"), backup),
            planOf(QStringLiteral("plan-delete-user"), QStringLiteral("users.delete"), user),
            planOf(QStringLiteral("plan-vacuum"), QStringLiteral("database.vacuum"), nothing),
            planOf(QStringLiteral("plan-salvage"), QStringLiteral("database.recover"), database),
            planOf(QStringLiteral("plan-log-level"), QStringLiteral("logs.level"), level),
            planOf(QStringLiteral("plan-restart"), QStringLiteral("service.restart"), nothing)};
}

/// Keeps the instance as one of this environment; production has to be unlocked to lose its lock.
Scene Scenes::environmentOf(Environment environment)
{
    return stepOf([this, environment] {
        const Instance before = m_application.fleet().session(m_instance)->instance();
        Instance after = before;
        after.environment = environment;
        m_application.fleet().change(before, after, this, [this](const Result<> &changed) {
            if (!changed)
                qWarning("%s", qPrintable(changed.error().toText()));
            m_isRunning = false;
        });
    });
}

QList<Scene> Scenes::production()
{
    LockController &lock = m_application.lock();
    const auto user = [] { return QJsonObject{{QStringLiteral("user"), shownUser()}}; };
    Scene locked = page(QStringLiteral("production-locked"), QStringLiteral("overview"));
    locked.isReady = [this, &lock] { return isSettled() && lock.state().isLocked; };
    Scene unlocked = page(QStringLiteral("production-unlocked"), QStringLiteral("users"));
    unlocked.open = [&lock, open = unlocked.open] {
        open();
        lock.unlock(InstanceLock::Usual);
    };
    unlocked.isReady = [this, &lock] { return isSettled() && !lock.state().isLocked; };
    return {environmentOf(Environment::Production), locked,
            planOf(QStringLiteral("plan-locked"), QStringLiteral("users.delete"), user), unlocked,
            environmentOf(Environment::Unstated)};
}

} // namespace pilothouse
