// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/exportfile.h"

#include <QCoreApplication>
#include <QSaveFile>

namespace pilothouse {

QString savedSentence(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    const bool isSaved =
        file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit();
    return isSaved ? QCoreApplication::translate("Export", "Exported to %1.").arg(path)
                   : QCoreApplication::translate("Export", "Not exported to %1: %2. Nothing was written.")
                         .arg(path, file.errorString());
}

void askAndSave(QWidget *parent, const FileQuestion &question, const QByteArray &content,
                std::function<void(const QString &sentence)> tell)
{
    askNewFile(parent, question, [content, tell = std::move(tell)](const QString &path) {
        tell(savedSentence(path, content));
    });
}

} // namespace pilothouse
