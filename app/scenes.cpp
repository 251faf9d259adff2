// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/scenes.h"

#include "app/application.h"
#include "core/backup/backupstore.h"
#include "ui/dialogs/actionflow.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/logview.h"
#include "ui/widgets/operationdock.h"
#include "ui/widgets/searchfield.h"

#include <QCoreApplication>
#include <QFile>
#include <QKeyEvent>

namespace pilothouse {

namespace {

const QString PageIds[] = {QStringLiteral("overview"),      QStringLiteral("databases"),
                           QStringLiteral("users"),         QStringLiteral("logs"),
                           QStringLiteral("backups"),       QStringLiteral("maintenance"),
                           QStringLiteral("configuration"), QStringLiteral("activity")};

} // namespace

Scenes::Scenes(Application &application, QObject *parent)
    : QObject(parent)
    , m_application(application)
{
    connect(&m_application.operations(), &OperationsController::operationEnded, this,
            [this](const QUuid &operation) {
                m_isRunning = false;
                m_last = operation;
                if (const auto view = m_application.operations().operation(operation))
                    m_lastEnd = view->endedAt;
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
           + finding() + changes() + ofPages() + logs() + operations() + dialogs() + plans() + production()
           + failures();
}

Page *Scenes::shownPage() const
{
    return m_application.window().instanceView().page();
}

bool Scenes::isSettled() const
{
    const auto seen = m_application.fleet().snapshot(m_application.window().instance());
    const bool isNew = seen && (!m_lastEnd.isValid() || seen->at >= m_lastEnd); // or its badge is of before
    return isNew && shownPage() && !shownPage()->isReading();
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
    const QJsonObject user{{QStringLiteral("user"), shownUser()}};
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
