// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QWidget>

namespace pilothouse {

/// One look of a page: the theme and the size that the window of the picture leaves to it.
struct PageLook
{
    const char *name;
    ThemeChoice theme;
    QSize size;
};

/// Every look that a page has to stand: both themes, high contrast, and a small window.
inline QList<PageLook> pageLooks()
{
    const QSize large(1208, 740);
    return {{"light", ThemeChoice::Light, large},
            {"dark", ThemeChoice::Dark, large},
            {"high-contrast", ThemeChoice::HighContrastDark, large},
            {"1280x720", ThemeChoice::Light, QSize(1048, 561)}};
}

/// Draws the page below the folder of the test program, wherever that was started, as pictures/<name>.png;
/// false where it cannot.
bool savePicture(QWidget &page, const QString &name);
bool savePicture(const QPixmap &picture, const QString &name);

} // namespace pilothouse
