// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchhooks.h"

#include "app/application.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/pages/instanceview.h"

#include <QEvent>
#include <QTextStream>

namespace pilothouse {

namespace {

constexpr int PageMs = 400;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Prints when its window has been painted.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(QWidget &window)
        : QObject(&window)
    {
        window.installEventFilter(this);
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint && !m_isSeen) {
            m_isSeen = true;
            // After this event: the paint itself is part of what is measured.
            QMetaObject::invokeMethod(
                this,
                [] {
                    say(QStringLiteral("first paint"));
                    QCoreApplication::quit();
                },
                Qt::QueuedConnection);
        }
        return QObject::eventFilter(watched, event);
    }

private:
    bool m_isSeen = false;
};

void walkPages(Application &application, int seconds)
{
    auto *watchdog = new EventLoopWatchdog(&application);
    auto *steps = new QTimer(&application);
    steps->setInterval(PageMs);
    QObject::connect(steps, &QTimer::timeout, &application,
                     [&application] { application.window().instanceView().stepPage(1); });
    QObject::connect(
        &application.fleet(), &FleetController::snapshotChanged, &application,
        [watchdog, steps, seconds, &application] {
            watchdog->start();
            steps->start();
            QTimer::singleShot(seconds * 1000, &application, [watchdog] {
                say(QStringLiteral("worst block %1").arg(watchdog->longestBlock()));
                QCoreApplication::quit();
            });
        },
        Qt::SingleShotConnection);
}

} // namespace

void installBenchHooks(Application &application)
{
    if (qEnvironmentVariableIsSet("PILOTHOUSE_BENCH_FIRST_PAINT"))
        new FirstPaint(application.window());
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_WALK", &isNumber);
    if (isNumber && seconds > 0)
        walkPages(application, seconds);
}

} // namespace pilothouse
