// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QList>
#include <QString>

namespace pilothouse {

/// One section of the manual. Those of pages have the ids of their pages.
struct ManualSection
{
    QString id;    ///< "backups"
    QString title; ///< its first heading
};

/// A place in the manual: "backups", or "backups#retention".
struct ManualPlace
{
    QString section;
    QString anchor; ///< of a heading; empty: the beginning

    bool operator==(const ManualPlace &) const = default;
};

/// All sections in the order in which they are read.
QList<ManualSection> manualSections();

/// The text of a section as Markdown; empty where there is none.
QString manualText(const QString &section);

/// A picture that a section names, "pictures/users-light.png", or where `isDark` the same of the dark theme.
/// Null for everything that is not the manual's own.
QImage manualPicture(const QString &name, bool isDark);

/// "Restore by hand" becomes "restore-by-hand".
QString headingAnchor(const QString &heading);

/// What a link inside the manual points to: "backups.md#retention", or "#retention" within `section`. An
/// empty section for everything that is not the manual's own.
ManualPlace manualPlace(const QString &link, const QString &section);

} // namespace pilothouse
