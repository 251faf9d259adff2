// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QStringList>

namespace pilothouse {

/// What a file of "docker save" holds, read from its manifest without loading it.
struct ImageFile
{
    QString id;             ///< "sha256:..." of the image's configuration
    QStringList references; ///< "example/notes:2"; empty: it was saved by its id
    qint64 bytes = 0;       ///< of the file
};

/// BadData where the file is no saved image, or holds more than one. Reads a tar, plain or compressed, up to
/// its manifest.
[[nodiscard]] Result<ImageFile> readImageFile(const QString &file, const OperationContext &context);

} // namespace pilothouse
