// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/fonts.h"

#include <QPlainTextEdit>

namespace pilothouse {

/// Foreign text as high as it needs to be at its width: it is broken anywhere where a word is too long, as
/// paths and identifiers are, and can be selected. Never takes markup, and shows characters that cannot be
/// seen.
class WrappedText final : public QPlainTextEdit
{
    Q_OBJECT
public:
    enum class Frame { None, Box };

    WrappedText(TextRole role, Frame frame, QWidget *parent = nullptr);

    void setText(const QString &foreign);
    QString text() const { return toPlainText(); }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    int margin() const;

    TextRole m_role;
    Frame m_frame;
};

} // namespace pilothouse
