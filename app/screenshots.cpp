// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshots.h"

#include "app/application.h"
#include "ui/pages/instanceview.h"
#include "ui/pages/page.h"
#include "ui/widgets/operationdock.h"

#include <QDir>
#include <QTimer>

namespace pilothouse {

namespace {

constexpr int PauseMs = 150;
constexpr int LongestWaitMs = 20000;

const QList<std::pair<ThemeChoice, QString>> &themes()
{
    static const QList<std::pair<ThemeChoice, QString>> Themes{
        {ThemeChoice::Light, QStringLiteral("light")},
        {ThemeChoice::Dark, QStringLiteral("dark")},
        {ThemeChoice::HighContrastLight, QStringLiteral("high-contrast-light")},
        {ThemeChoice::HighContrastDark, QStringLiteral("high-contrast-dark")}};
    return Themes;
}

} // namespace

Screenshots::Screenshots(Application &application, QString folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
{
}

void Screenshots::start()
{
    if (!QDir().mkpath(m_folder)) {
        emit finished(0, tr("The folder %1 cannot be made.").arg(m_folder));
        return;
    }
    collect();
    next();
}

void Screenshots::collect()
{
    MainWindow &window = m_application.window();
    const QStringList names = m_application.fleet().names();
    for (const QString &name : names)
        addInstance(name);
    if (!names.isEmpty())
        return;
    for (const auto &[choice, word] : themes())
        m_shots << Shot{QStringLiteral("first-run-%1.png").arg(word),
                        [this, chosen = choice] { m_application.theme().setChoice(chosen); },
                        [&window] { return &window; }};
}

void Screenshots::addInstance(const QString &name)
{
    MainWindow &window = m_application.window();
    for (const QString &id : window.instanceView().pageIds()) {
        for (const auto &[choice, word] : themes())
            m_shots << Shot{QStringLiteral("%1-%2-%3.png").arg(name, id, word),
                            [this, name, id, chosen = choice] {
                                m_application.theme().setChoice(chosen);
                                m_application.window().showInstance(name);
                                m_application.window().showPage(id);
                            },
                            [&window] { return &window; }};
    }
}

void Screenshots::next()
{
    ++m_at;
    if (m_at >= m_shots.size()) {
        emit finished(m_written, m_error);
        return;
    }
    m_shots.at(m_at).prepare();
    QTimer::singleShot(PauseMs, this, [this] { waitAndTake(LongestWaitMs / PauseMs); });
}

bool Screenshots::isSettled() const
{
    const InstanceView &view = m_application.window().instanceView();
    const bool isSeen =
        !view.session() || m_application.fleet().snapshot(m_application.window().instance()).has_value();
    return isSeen && (!view.session() || !view.page() || !view.page()->isReading());
}

void Screenshots::waitAndTake(int patience)
{
    if (!isSettled() && patience > 0) {
        QTimer::singleShot(PauseMs, this, [this, patience] { waitAndTake(patience - 1); });
        return;
    }
    const QString path = QDir(m_folder).filePath(m_shots.at(m_at).file);
    if (m_shots.at(m_at).widget()->grab().save(path))
        ++m_written;
    else if (m_error.isEmpty())
        m_error = tr("%1 cannot be written.").arg(path);
    next();
}

} // namespace pilothouse
