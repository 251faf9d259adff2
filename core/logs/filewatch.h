// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <chrono>

namespace pilothouse {

/// Waits until something changes in a folder, or somebody wakes it. wake() may be called from any thread, the
/// rest from one.
class FileWatch
{
public:
    explicit FileWatch(QString folder);
    ~FileWatch();
    FileWatch(const FileWatch &) = delete;
    FileWatch &operator=(const FileWatch &) = delete;

    /// Another folder from now on.
    void setFolder(const QString &folder);
    /// Returns on a change, on wake(), or when the time is up; a folder that is not there yet is looked for
    /// again.
    void wait(std::chrono::milliseconds timeout);
    void wake() const;

private:
    void watchFolder();
    static void drain(int descriptor);

    QString m_folder;
    int m_inotify;
    int m_wake;
    int m_watch = -1;
};

} // namespace pilothouse
