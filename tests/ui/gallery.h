// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/valuetablemodel.h"

#include <QWidget>

#include <memory>

namespace pilothouse {

/// A row of the gallery's table.
struct GalleryUser
{
    QString name;
    QString id;
    bool isActive = true;
    int sessions = 0;
    QString size;
    bool operator==(const GalleryUser &) const = default;
};

/// The columns of the gallery's table.
std::unique_ptr<ValueTableModel<GalleryUser>> makeUserModel();

/// Users with awkward names among them.
QList<GalleryUser> galleryUsers();

/// A course to draw: two waves on each other.
QList<double> wave(int count, double base, double swing);

/// A window with every part in every state, to look at and to measure.
QWidget *makeComponentGallery();

/// A window with a table that has every kind of cell, and what stands there while it is read.
QWidget *makeCellGallery();

/// A window with tiles, charts, a table, a banner and the other large parts.
QWidget *makePageGallery(QAbstractItemModel &users);

} // namespace pilothouse
