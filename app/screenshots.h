// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace pilothouse {

class Application;

/// Renders every page of every instance to PNG files, in every theme, one after the other without blocking.
class Screenshots final : public QObject
{
    Q_OBJECT
public:
    Screenshots(Application &application, QString folder, QObject *parent = nullptr);
    void start();

signals:
    /// How many files were written, and the first error; empty: none.
    void finished(int written, const QString &error);

private:
    struct Shot
    {
        QString file;
        std::function<void()> prepare;
        std::function<QWidget *()> widget;
    };

    void collect();
    void addInstance(const QString &name);
    void next();
    void waitAndTake(int patience);
    bool isSettled() const;

    Application &m_application;
    QString m_folder;
    QList<Shot> m_shots;
    qsizetype m_at = -1;
    int m_written = 0;
    QString m_error;
};

} // namespace pilothouse
