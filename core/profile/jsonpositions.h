// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace pilothouse {

/// A place in a text file, both counted from 1; columns count bytes.
struct TextPosition
{
    int line = 1;
    int column = 1;

    bool operator==(const TextPosition &) const = default;
};

/// Where each value of a JSON text stands, by its JSON pointer ("/entities/0/list"); Qt's parser keeps no
/// lines.
class JsonPositions
{
public:
    /// BadInput with line and column where the text is not JSON, nests deeper than 64, or names a key twice.
    [[nodiscard]] static Result<JsonPositions> scan(const QByteArray &text);

    /// Of the value, or of the nearest value around it that is there.
    TextPosition of(QString pointer) const;
    /// Of a key itself, where an object has it; else of the object.
    TextPosition ofKey(const QString &objectPointer, const QString &key) const;

    /// One more step of a pointer, escaped as RFC 6901 wants.
    static QString child(const QString &pointer, const QString &key);
    static QString child(const QString &pointer, qsizetype index);

private:
    friend class JsonScanner;
    QHash<QString, TextPosition> m_values;
    QHash<QString, TextPosition> m_keys;
};

} // namespace pilothouse
