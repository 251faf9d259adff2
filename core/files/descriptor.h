// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <sys/types.h>

namespace pilothouse {

/// Owns one file descriptor. For the sources of core/files only.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int number)
        : m_number(number)
    {
    }
    Descriptor(Descriptor &&other) noexcept;
    Descriptor &operator=(Descriptor &&other) noexcept;
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor();

    bool isOpen() const { return m_number >= 0; }
    int number() const { return m_number; }
    /// 0 or the errno of close(): a late write error shows up here.
    int close();

private:
    int m_number = -1;
};

/// A name in an open folder: what every *at() call works on.
struct Place
{
    Descriptor folder;
    QByteArray name;
    QString path;
};

/// Opens the folder of an absolute path. BadInput for relative paths and for names such as "..".
[[nodiscard]] Result<Place> placeOf(const QString &path);
/// Opens what stands at the place without following a link. BadInput where it is a link.
[[nodiscard]] Result<Descriptor> openAt(const Place &place, int flags, mode_t mode = 0);
/// Opens a regular file for reading; BadInput where it is anything else.
[[nodiscard]] Result<Descriptor> openRegular(const QString &path);
/// Writes all of it, however often the kernel takes less.
[[nodiscard]] Result<> writeFully(const Descriptor &file, const char *data, qint64 length,
                                  const QString &path);
/// fsync, once: after an error the pages may be gone, so it is never tried again.
[[nodiscard]] Result<> syncDescriptor(const Descriptor &file, const QString &path);
/// A failure from errno about a path, with the space that is missing where that is the reason.
[[nodiscard]] tl::unexpected<Error> pathFailure(int errorNumber, const QString &message, const QString &path,
                                                qint64 bytesWanted = 0);

} // namespace pilothouse
