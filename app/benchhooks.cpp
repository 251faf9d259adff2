// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/benchhooks.h"

#include "app/application.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/pages/instanceview.h"
#include "ui/widgets/firstpaint.h"

#include <QTextStream>

namespace pilothouse {

namespace {

constexpr int PageMs = 400;

void say(const QString &line)
{
    QTextStream(stdout) << line << Qt::endl;
}

void sayFirstPaint(QWidget &window)
{
    const auto *first = new FirstPaint(window);
    QObject::connect(first, &FirstPaint::painted, first, [] {
        say(QStringLiteral("first paint"));
        QCoreApplication::quit();
    });
}

/// Goes from page to page and keeps which one was in sight while the UI thread was away longest.
class Walk final : public QObject
{
public:
    Walk(Application &application, int seconds)
        : QObject(&application)
        , m_application(application)
        , m_watchdog(this)
    {
        m_steps.setInterval(PageMs);
        connect(&m_steps, &QTimer::timeout, this, &Walk::step);
        m_watchdog.start();
        m_steps.start();
        QTimer::singleShot(seconds * 1000, this, &Walk::end);
    }

private:
    InstanceView &view() const { return m_application.window().instanceView(); }

    void step()
    {
        note();
        view().stepPage(1);
    }

    void note()
    {
        if (m_watchdog.longestBlock() > m_longest)
            m_worstPage = view().pageId();
        m_longest = m_watchdog.longestBlock();
    }

    void end()
    {
        note();
        say(QStringLiteral("worst block %1 %2").arg(m_longest).arg(m_worstPage));
        QCoreApplication::quit();
    }

    Application &m_application;
    EventLoopWatchdog m_watchdog;
    QTimer m_steps;
    qint64 m_longest = -1;
    QString m_worstPage;
};

void walkPages(Application &application, int seconds)
{
    QObject::connect(
        &application.fleet(), &FleetController::snapshotChanged, &application,
        [seconds, &application] { new Walk(application, seconds); }, Qt::SingleShotConnection);
}

} // namespace

void installBenchHooks(Application &application)
{
    if (qEnvironmentVariableIsSet("PILOTHOUSE_BENCH_FIRST_PAINT"))
        sayFirstPaint(application.window());
    bool isNumber = false;
    const int seconds = qEnvironmentVariableIntValue("PILOTHOUSE_BENCH_WALK", &isNumber);
    if (isNumber && seconds > 0)
        walkPages(application, seconds);
}

} // namespace pilothouse
