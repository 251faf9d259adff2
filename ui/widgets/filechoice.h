// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace pilothouse {

/// What a file dialog says, and where it begins.
struct FileQuestion
{
    QString title;
    QString start;  ///< a folder, or the name that is proposed
    QString filter; ///< "CSV (*.csv)"; empty: all files
};

using FileChosen = std::function<void(const QString &path)>;

/// Asks for a folder that is there.
void askFolder(QWidget *parent, const FileQuestion &question, FileChosen chosen);
/// Asks for a file that is there.
void askFile(QWidget *parent, const FileQuestion &question, FileChosen chosen);
/// Asks where something is saved.
void askNewFile(QWidget *parent, const FileQuestion &question, FileChosen chosen);

} // namespace pilothouse
