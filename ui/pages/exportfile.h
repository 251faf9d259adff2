// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

class QWidget;

namespace pilothouse {

/// What the file dialog of an export says.
struct ExportQuestion
{
    QString title;
    QString fileName;
    QString filter;
};

/// Asks where an export goes, writes it there whole or not at all, and tells how it went in one sentence.
void askAndSave(QWidget *parent, const ExportQuestion &question, const QByteArray &content,
                std::function<void(const QString &sentence)> tell);

/// Asks where an export goes.
void askWhere(QWidget *parent, const ExportQuestion &question,
              std::function<void(const QString &path)> chosen);

/// Writes the export and says how it went.
QString savedSentence(const QString &path, const QByteArray &content);

} // namespace pilothouse
