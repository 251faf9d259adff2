// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/scene.h"

#include <QObject>
#include <QRegularExpression>

namespace pilothouse {

class Application;

/// Takes a picture of every scene in every theme at two sizes of the window, one after the other without
/// blocking. Each is written to the folder as `<scene>[-1280x720]-<theme>.png`.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(Application &application, QString folder, QObject *parent = nullptr);

    /// Only pictures whose name, without its ending, matches; the scenes in between are played all the same.
    void setWanted(const QString &pattern);
    void start(const QList<Scene> &scenes);

signals:
    /// The pictures of a scene begin; a script sees that it goes on.
    void advanced(const QString &scene);
    /// How many files were written, and the first error; empty: none.
    void finished(int written, const QString &error);

private:
    struct Look;

    static const QList<Look> &looks();
    QString fileName(const Scene &scene, const Look &look) const;
    bool isWanted(const Scene &scene) const;
    void nextScene();
    void waitForScene(int patience);
    void nextLook();
    void wear(const Look &look);
    void take();

    Application &m_application;
    QString m_folder;
    QRegularExpression m_wanted;
    QList<Scene> m_scenes;
    qsizetype m_scene = -1;
    qsizetype m_look = -1;
    int m_written = 0;
    QString m_error;
};

} // namespace pilothouse
