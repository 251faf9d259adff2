// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demostore.h"
#include "core/base/operationcontext.h"

namespace pilothouse {

/// What createDemoData() makes. The same options give the same data.
struct DemoDataOptions
{
    quint32 seed = 20261120;
    QDateTime now = QDateTime::currentDateTimeUtc(); ///< the newest record is a little older than this
    DemoStore::Layout layout = DemoStore::Layout::KeyValue;
    int users = 320;
    int logFiles = 4;              ///< portagent.log and its rotations
    qint64 logFileBytes = 1 << 20; ///< of each rotation; the newest file is about half as long
};

/// Fills an empty folder with the data of an invented Portagent: data/, containers/ and logs/.
///
/// A few thousand records; two containers that no user owns; users whose names are hard to show. Blocks for
/// about a second.
[[nodiscard]] Result<> createDemoData(const QString &directory, const DemoDataOptions &options,
                                      const OperationContext &context);

} // namespace pilothouse
