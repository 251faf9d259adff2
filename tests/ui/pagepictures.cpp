// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/pagepictures.h"

#include <QCoreApplication>
#include <QDir>
#include <QEvent>
#include <QPixmap>

namespace pilothouse {

bool savePicture(const QPixmap &picture, const QString &name)
{
    const QDir folder(QCoreApplication::applicationDirPath());
    return folder.mkpath(QStringLiteral("pictures"))
           && picture.save(folder.filePath(QStringLiteral("pictures/%1.png").arg(name)));
}

bool savePicture(QWidget &page, const QString &name)
{
    // What was shown last may still have to be laid out, and that may ask for more.
    for (int round = 0; round < 4; ++round)
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    return savePicture(page.grab(), name);
}

} // namespace pilothouse
