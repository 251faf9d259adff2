// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/drill/drillreport.h"

namespace pilothouse {

/// A report on A4 pages as PDF 1.4, with the fonts that every reader of PDF brings along: no font and no
/// picture is in it, so it needs no desktop, and equal reports give equal bytes. What is not in the Windows
/// code page 1252 shows as "?".
QByteArray toPdf(const QList<ReportLine> &lines, const QString &title);

} // namespace pilothouse
