// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QWidget>

class QTextBrowser;

namespace pilothouse {

class Label;

/// The operator's own copy of a runbook, as plain local text: nothing that it names is ever fetched, and its
/// links open nothing but places in itself.
class RunbookWindow final : public QWidget
{
    Q_OBJECT
public:
    explicit RunbookWindow(QWidget *parent = nullptr);

    /// The anchor is that of a heading; where there is none the beginning is shown and a line says so.
    void showText(const QString &file, const QString &markdown, const QString &anchor);
    QTextBrowser &text() const { return *m_text; }

private:
    bool scrollTo(const QString &anchor);

    Label *m_line;
    QTextBrowser *m_text;
};

/// The text of a runbook; BadData beyond 4 MiB or where it is no text. Blocks.
[[nodiscard]] Result<QString> readRunbook(const QString &path);

} // namespace pilothouse
