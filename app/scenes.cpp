// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/scenes.h"

#include "app/application.h"
#include "core/backup/backupstore.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/addinstancedialog.h"
#include "ui/dialogs/closequestion.h"
#include "ui/dialogs/keyboarddialog.h"
#include "ui/dialogs/manualwindow.h"
#include "ui/dialogs/paletteflow.h"
#include "ui/dialogs/probedialog.h"
#include "ui/dialogs/removeinstancedialog.h"
#include "ui/dialogs/troubledialog.h"
#include "ui/dialogs/upgradedialog.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/commandpalette.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/operationdock.h"
#include "ui/widgets/searchfield.h"

#include <QApplication>
#include <QFile>
#include <QKeyEvent>

namespace pilothouse {

namespace {

const QString PageIds[] = {QStringLiteral("overview"),      QStringLiteral("databases"),
                           QStringLiteral("users"),         QStringLiteral("logs"),
                           QStringLiteral("backups"),       QStringLiteral("maintenance"),
                           QStringLiteral("configuration"), QStringLiteral("activity")};
/// Of the demo: its name holds angle brackets.
const QString ShownUser = QStringLiteral("bold");

QWidget *manualWindow()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (qobject_cast<ManualWindow *>(window))
            return window;
    }
    return nullptr;
}

} // namespace

Scenes::Scenes(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    connect(&m_application.operations(), &OperationsController::operationEnded, this,
            [this](const QUuid &operation) {
                m_isRunning = false;
                m_last = operation;
            });
    connect(&m_application.window().actions(), &ActionFlow::planShown, this,
            [this](QWidget *dialog) { m_dialog = dialog; });
}

QList<Scene> Scenes::ofPages()
{
    QList<Scene> scenes;
    for (const QString &name : m_application.fleet().names()) {
        for (const QString &id : PageIds) {
            Scene scene = page(name + u'-' + id, id);
            scene.open = [this, name, open = scene.open] {
                m_application.window().showInstance(name);
                open();
            };
            scenes << scene;
        }
    }
    if (scenes.isEmpty())
        scenes << Scene{QStringLiteral("first-run"), [] {}};
    return scenes;
}

QList<Scene> Scenes::ofDemo()
{
    m_instance = m_application.fleet().names().value(0);
    return QList<Scene>{page(QStringLiteral("backups-empty"), QStringLiteral("backups")),
                        page(QStringLiteral("activity-empty"), QStringLiteral("activity"))}
           + finding() + changes() + ofPages() + logs() + operations() + dialogs() + failures();
}

Page *Scenes::shownPage() const
{
    return m_application.window().instanceView().page();
}

bool Scenes::isSettled() const
{
    const bool isSeen = m_application.fleet().snapshot(m_application.window().instance()).has_value();
    return isSeen && shownPage() && !shownPage()->isReading();
}

Scene Scenes::page(const QString &name, const QString &id)
{
    return {name, [this, id] { m_application.window().showPage(id); }, [this] { return isSettled(); }};
}

/// A preparation that runs an operation; it is over when that has ended and the page has read again.
Scene Scenes::stepOf(std::function<void()> begin)
{
    return {{},
            [this, begin = std::move(begin)] {
                m_isRunning = true;
                begin();
            },
            [this] { return !m_isRunning && isSettled(); }};
}

Scene Scenes::action(const QString &id, const QJsonObject &arguments)
{
    return stepOf([this, id, arguments] { run(id, arguments, false); });
}

void Scenes::run(const QString &id, const QJsonObject &arguments, bool isRunTwice)
{
    const SessionPointer session = m_application.fleet().session(m_instance);
    OperationsController &operations = m_application.operations();
    operations.plan(session, id, arguments, this,
                    [this, session, &operations, isRunTwice](const Result<Plan> &plan) {
                        if (!plan) {
                            qWarning("%s", qPrintable(plan.error().toText()));
                            m_isRunning = false;
                            return;
                        }
                        Approval approval;
                        approval.isConfirmed = true;
                        approval.accepted = plan->consentIds();
                        approval.typedName = m_instance;
                        approval.reason = QStringLiteral("OPS-4711 tidy up");
                        approval.how = QStringLiteral("window");
                        operations.run(session, *plan, approval);
                        if (!isRunTwice)
                            return;
                        Plan again = *plan;
                        again.operation = QUuid::createUuid();
                        connect(
                            &operations, &OperationsController::operationEnded, this,
                            [this, session, again, approval, &operations] {
                                m_isRunning = true;
                                operations.run(session, again, approval);
                            },
                            Qt::SingleShotConnection);
                    });
}

QList<Scene> Scenes::changes()
{
    const QJsonObject user{{QStringLiteral("user"), ShownUser}};
    return {action(QStringLiteral("users.disable"), user), action(QStringLiteral("users.enable"), user),
            action(QStringLiteral("backup.create"), {})};
}

QList<Scene> Scenes::logs()
{
    const QString id = QStringLiteral("logs");
    Scene record = page(QStringLiteral("logs-record"), id);
    record.isReady = [this, isChosen = std::make_shared<bool>(false)] {
        if (isSettled() && !*isChosen) {
            selectRecord();
            *isChosen = true;
            return false;
        }
        return isSettled();
    };
    Scene hidden = page(QStringLiteral("logs-hidden"), id);
    hidden.open = [this, open = hidden.open] {
        open();
        for (const LogGroup group :
             {LogGroup::Error, LogGroup::Warning, LogGroup::Info, LogGroup::Debug, LogGroup::Other})
            m_application.logs().model().setShown(group, false);
    };
    hidden.close = [this] { m_application.logs().model().showAllGroups(); };
    return {record, hidden};
}

/// The last error of several lines, unfolded.
void Scenes::selectRecord()
{
    auto *view = shownPage()->findChild<LogView *>();
    LogModel &model = m_application.logs().model();
    for (int row = model.rowCount() - 1; view && row >= 0; --row) {
        const LogRecord &record = model.record(row);
        if (record.continuation.isEmpty() || logGroupOf(record.level) != LogGroup::Error)
            continue;
        view->setFollowing(false);
        model.setUnfolded(row, true);
        view->setCurrentRow(row - 1);
        QKeyEvent down(QEvent::KeyPress, Qt::Key_Down, Qt::NoModifier); // moves there and shows it
        QCoreApplication::sendEvent(view, &down);
        return;
    }
}

QList<Scene> Scenes::operations()
{
    Scene done = page(QStringLiteral("operation-done"), QStringLiteral("overview"));
    done.open = [this, open = done.open] {
        open();
        m_application.window().dock().setOpen(true);
        m_application.window().dock().show(m_last);
    };
    Scene failed = done;
    failed.name = QStringLiteral("operation-failed");
    failed.close = [this] {
        m_application.operations().acknowledge(m_last);
        m_application.window().dock().setOpen(false);
    };
    Scene nobody = page(QStringLiteral("users-no-match"), QStringLiteral("users"));
    const auto filter = [this](const QString &text) {
        if (auto *field = shownPage()->findChild<SearchField *>())
            field->setText(text);
    };
    nobody.open = [open = nobody.open, filter] {
        open();
        filter(QStringLiteral("nobody of this name"));
    };
    nobody.close = [filter] { filter({}); };
    const QJsonObject user{{QStringLiteral("user"), QStringLiteral("ada.haddad275")}};
    // The second run of one plan finds the rows gone, and is refused.
    return {done, stepOf([this, user] { run(QStringLiteral("users.delete"), user, true); }), failed, nobody};
}

/// The plan that a page asks for, as it is shown; nothing is run.
Scene Scenes::planOf(const QString &name, std::function<QJsonObject()> arguments, const QString &id)
{
    Scene scene;
    scene.name = name;
    scene.open = [this, id, arguments = std::move(arguments)] {
        m_application.window().actions().start(m_application.fleet().session(m_instance), id, arguments());
    };
    scene.isReady = [this] { return m_dialog != nullptr; };
    scene.dialog = [this] { return m_dialog.data(); };
    scene.dialogSize = QSize(940, 648);
    scene.close = [this] { delete m_dialog; };
    return scene;
}

QList<Scene> Scenes::finding()
{
    MainWindow &window = m_application.window();
    const auto shown = [this] { return m_dialog.data(); };
    const auto close = [this] { delete m_dialog; };
    const auto type = [&window](const QString &typed) {
        window.openPalette();
        window.palette().view().setTyped(typed);
    };
    const auto shut = [&window] { window.palette().view().hide(); };
    const auto isFound = [&window] { return window.palette().view().current().has_value(); };
    const Scene keyboard{QStringLiteral("keyboard"),
                         [this, &window] {
                             window.openKeyboard();
                             m_dialog = window.findChild<KeyboardDialog *>();
                         },
                         [this] { return m_dialog != nullptr; },
                         shown,
                         QSize(720, 640),
                         false,
                         close};
    const Scene trouble{QStringLiteral("troubleshooter"),
                        [this, &window] {
                            emit window.troubleshootRequested(m_instance);
                            auto *dialog = window.findChild<TroubleDialog *>();
                            dialog->run(QStringLiteral("service-does-not-start"));
                            m_dialog = dialog;
                        },
                        [&window] { return !window.findChild<TroubleDialog *>()->isReading(); },
                        shown,
                        QSize(720, 680),
                        false,
                        close};
    Scene palette{QStringLiteral("palette"), [&window] { window.openPalette(); }, isFound};
    palette.close = shut;
    Scene typed{QStringLiteral("palette-typed"), [type] { type(QStringLiteral("rest")); }, isFound};
    typed.close = shut;
    Scene runbook{QStringLiteral("palette-runbook"), [type] { type(QStringLiteral("vacuum")); }, isFound};
    runbook.close = shut;
    return {palette, typed, runbook, keyboard, trouble};
}

QList<Scene> Scenes::dialogs()
{
    MainWindow &window = m_application.window();
    const auto shown = [this] { return m_dialog.data(); };
    const auto close = [this] { delete m_dialog; };
    const auto isAnything = [this] { return m_dialog != nullptr; };
    const auto takeAdd = [this, &window] {
        emit window.addInstanceRequested();
        m_dialog = window.findChild<AddInstanceDialog *>();
    };
    const auto isRead = [&window] { return !window.findChild<AddInstanceDialog *>()->isReading(); };
    const QSize addSize(960, 704);
    const Scene found{QStringLiteral("add-instance-found"), takeAdd, isRead, shown, addSize, false, close};
    Scene add = found;
    add.name = QStringLiteral("add-instance");
    add.isReady = isAnything;
    add.open = [this, takeAdd] {
        takeAdd();
        m_application.window().findChild<AddInstanceDialog *>()->describe();
    };
    Scene edit = found;
    edit.name = QStringLiteral("edit-instance");
    edit.open = [this, &window] {
        emit window.editRequested(m_instance);
        m_dialog = window.findChild<AddInstanceDialog *>();
    };
    Scene filled = add;
    filled.name = QStringLiteral("add-instance-filled");
    filled.open = [this, takeAdd] {
        takeAdd();
        Instance instance = m_application.fleet().session(m_instance)->instance();
        instance.name = QStringLiteral("chat-2");
        instance.runtime = {};
        instance.runtime.kind = QStringLiteral("files");
        m_application.window().findChild<AddInstanceDialog *>()->fill(instance);
    };
    filled.isReady = isRead;
    Scene refused = filled;
    refused.name = QStringLiteral("add-instance-refused");
    refused.open = [this, takeAdd] {
        takeAdd();
        Instance instance = m_application.fleet().session(m_instance)->instance();
        instance.name = m_instance;
        instance.dataDir += QStringLiteral("/data");
        m_application.window().findChild<AddInstanceDialog *>()->fill(instance);
    };
    Scene probe{QStringLiteral("probe"),
                [this, &window] {
                    emit window.probeRequested(m_instance);
                    m_dialog = window.findChild<ProbeDialog *>();
                },
                [&window] { return !window.findChild<ProbeDialog *>()->isReading(); },
                shown,
                QSize(680, 620),
                false,
                close};
    const Scene remove{QStringLiteral("remove-instance"),
                       [this, &window] {
                           emit window.removeRequested(m_instance);
                           m_dialog = window.findChild<RemoveInstanceDialog *>();
                       },
                       isAnything,
                       shown,
                       {},
                       false,
                       close};
    const Scene upgrade{QStringLiteral("upgrade"),
                        [this, &window] {
                            emit window.upgradeRequested(m_instance);
                            m_dialog = window.findChild<UpgradeDialog *>();
                        },
                        [&window] { return !window.findChild<UpgradeDialog *>()->isReading(); },
                        shown,
                        {},
                        false,
                        close};
    const Scene quit{QStringLiteral("close-question"),
                     [this, &window] {
                         auto *question = new CloseQuestion(1, &window);
                         question->open();
                         m_dialog = question;
                     },
                     isAnything,
                     shown,
                     {},
                     false,
                     close};
    const Scene manual{QStringLiteral("manual"),
                       [&window] { emit window.manualRequested(QStringLiteral("backups")); },
                       {},
                       manualWindow,
                       QSize(960, 720),
                       true,
                       [] { manualWindow()->hide(); }};
    return {planOf(
                QStringLiteral("plan-restore"),
                [this] {
                    return QJsonObject{{QStringLiteral("backup"), newestBackup()}};
                },
                QStringLiteral("backup.restore")),
            planOf(
                QStringLiteral("plan-delete-user"),
                [] {
                    return QJsonObject{{QStringLiteral("user"), ShownUser}};
                },
                QStringLiteral("users.delete")),
            found,
            add,
            edit,
            filled,
            refused,
            probe,
            remove,
            upgrade,
            quit,
            manual};
}

QString Scenes::newestBackup() const
{
    const auto backups =
        m_application.console().backups().list(m_application.fleet().session(m_instance)->backupFolder());
    return backups.isEmpty() ? QString() : backups.first().id;
}

QList<Scene> Scenes::failures()
{
    const auto isDown = [this] { return isSettled() && !m_application.fleet().header(m_instance).isRunning; };
    Scene down = page(QStringLiteral("overview-down"), QStringLiteral("overview"));
    down.isReady = isDown;
    QList<Scene> scenes{action(QStringLiteral("service.stop"), {}), down};
    for (const QString &id :
         {QStringLiteral("users"), QStringLiteral("databases"), QStringLiteral("overview")}) {
        Scene unread = page(id + QStringLiteral("-unread"), id);
        unread.open = [this, open = unread.open] {
            moveUsers(true);
            open();
            shownPage()->refresh();
        };
        unread.close = [this] { moveUsers(false); };
        scenes << unread;
    }
    scenes << action(QStringLiteral("service.start"), {});
    return scenes;
}

/// Takes the database of the users away from the stopped service, or brings it back.
void Scenes::moveUsers(bool isAway)
{
    const SessionPointer session = m_application.fleet().session(m_instance);
    const QString place = session->database(session->profile().entities.constFirst().database)->path;
    const QString aside = place + QStringLiteral(".aside");
    QFile::rename(isAway ? place : aside, isAway ? aside : place);
}

} // namespace pilothouse
