// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/screenshots.h"

#include "app/application.h"

#include <QDir>
#include <QPainter>
#include <QTimer>

namespace pilothouse {

namespace {

constexpr int PauseMs = 120;
constexpr int LongestWaitMs = 20000;
constexpr QSize FrameOfADialog{24, 48};

/// The dialog as it stands over the middle of its window.
QPixmap composed(const QPixmap &window, const QPixmap &dialog)
{
    QPixmap picture = window;
    QRect place = dialog.rect();
    place.moveCenter(window.rect().center());
    QPainter painter(&picture);
    painter.drawPixmap(place, dialog);
    painter.setPen(currentTokens().borderStrong);
    painter.drawRect(place.adjusted(-1, -1, 0, 0));
    return picture;
}

} // namespace

struct Screenshots::Look
{
    QSize size;
    ThemeChoice theme;
    QString suffix;
};

Screenshots::Screenshots(Application &application, QString folder, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_folder(std::move(folder))
{
}

const QList<Screenshots::Look> &Screenshots::looks()
{
    static const QList<Look> Looks = [] {
        QList<Look> all;
        for (const auto &[size, prefix] : {std::pair(QSize(1440, 900), QString()),
                                           std::pair(QSize(1280, 720), QStringLiteral("1280x720-"))})
            all << Look{size, ThemeChoice::Light, prefix + QStringLiteral("light")}
                << Look{size, ThemeChoice::Dark, prefix + QStringLiteral("dark")}
                << Look{size, ThemeChoice::HighContrastLight, prefix + QStringLiteral("high-contrast-light")}
                << Look{size, ThemeChoice::HighContrastDark, prefix + QStringLiteral("high-contrast-dark")};
        return all;
    }();
    return Looks;
}

void Screenshots::setWanted(const QString &pattern)
{
    m_wanted.setPattern(pattern);
}

void Screenshots::start(const QList<Scene> &scenes)
{
    if (!m_wanted.isValid() || !QDir().mkpath(m_folder)) {
        emit finished(0, m_wanted.isValid() ? tr("The folder %1 cannot be made.").arg(m_folder)
                                            : m_wanted.errorString());
        return;
    }
    m_scenes = scenes;
    nextScene();
}

QString Screenshots::fileName(const Scene &scene, const Look &look) const
{
    return scene.name + u'-' + look.suffix;
}

bool Screenshots::isWanted(const Scene &scene) const
{
    return scene.name.isEmpty() || std::any_of(looks().begin(), looks().end(), [&](const Look &look) {
               return m_wanted.match(fileName(scene, look)).hasMatch();
           });
}

void Screenshots::nextScene()
{
    do {
        ++m_scene;
    } while (m_scene < m_scenes.size() && !isWanted(m_scenes.at(m_scene)));
    if (m_scene >= m_scenes.size()) {
        emit finished(m_written, m_error);
        return;
    }
    if (!m_scenes.at(m_scene).name.isEmpty())
        emit advanced(
            tr("%1 (%2 of %3)").arg(m_scenes.at(m_scene).name).arg(m_scene + 1).arg(m_scenes.size()));
    wear(looks().first());
    m_scenes.at(m_scene).open();
    QTimer::singleShot(PauseMs, this, [this] { waitForScene(LongestWaitMs / PauseMs); });
}

void Screenshots::waitForScene(int patience)
{
    const Scene &scene = m_scenes.at(m_scene);
    if (scene.isReady && !scene.isReady() && patience > 0) {
        QTimer::singleShot(PauseMs, this, [this, patience] { waitForScene(patience - 1); });
        return;
    }
    if (patience <= 0 && m_error.isEmpty())
        m_error = tr("%1 did not come about in time.").arg(scene.name);
    m_look = -1;
    nextLook();
}

void Screenshots::nextLook()
{
    const Scene &scene = m_scenes.at(m_scene);
    do {
        ++m_look;
    } while (m_look < looks().size()
             && (scene.name.isEmpty() || !m_wanted.match(fileName(scene, looks().at(m_look))).hasMatch()));
    if (m_look >= looks().size()) {
        if (scene.close)
            scene.close();
        QTimer::singleShot(0, this, &Screenshots::nextScene);
        return;
    }
    wear(looks().at(m_look));
    QTimer::singleShot(PauseMs, this, &Screenshots::take);
}

void Screenshots::wear(const Look &look)
{
    m_application.theme().setChoice(look.theme);
    m_application.window().resize(look.size);
    const Scene &scene = m_scenes.at(m_scene);
    QWidget *dialog = m_look >= 0 && scene.dialog ? scene.dialog() : nullptr;
    if (QWidget *focused = m_application.window().focusWidget(); focused && !scene.dialog)
        focused->clearFocus();
    // Nobody points anywhere, and yet the platform has a pointer.
    for (QWidget *widget : m_application.window().findChildren<QWidget *>())
        widget->setAttribute(Qt::WA_UnderMouse, false);
    if (dialog && !scene.dialogSize.isEmpty())
        dialog->resize(scene.dialogSize.boundedTo(look.size - FrameOfADialog));
}

void Screenshots::take()
{
    const Scene &scene = m_scenes.at(m_scene);
    QWidget *dialog = scene.dialog ? scene.dialog() : nullptr;
    // What has just changed its text has asked for room, and gets it before the picture.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QString path =
        QDir(m_folder).filePath(fileName(scene, looks().at(m_look)) + QStringLiteral(".png"));
    QPixmap picture = scene.isAlone ? QPixmap() : m_application.window().grab();
    if (dialog)
        picture = scene.isAlone ? dialog->grab() : composed(picture, dialog->grab());
    const bool isWhole = !scene.dialog || dialog;
    if (isWhole && picture.save(path))
        ++m_written;
    else if (m_error.isEmpty())
        m_error = isWhole ? tr("%1 cannot be written.").arg(path) : tr("%1 has no dialog.").arg(scene.name);
    nextLook();
}

} // namespace pilothouse
