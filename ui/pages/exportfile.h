// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/filechoice.h"

#include <QByteArray>

namespace pilothouse {

/// Asks where an export goes, writes it there whole or not at all, and tells how it went in one sentence.
void askAndSave(QWidget *parent, const FileQuestion &question, const QByteArray &content,
                std::function<void(const QString &sentence)> tell);

/// Writes the export and says how it went.
QString savedSentence(const QString &path, const QByteArray &content);

} // namespace pilothouse
