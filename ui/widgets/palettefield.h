// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

namespace pilothouse {

/// The field in the middle of the top bar: it looks like one and opens the palette.
class PaletteField final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PaletteField(QWidget *parent = nullptr);

    /// The key that opens it too; empty: none.
    void setKeyText(const QString &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString m_keys;
};

} // namespace pilothouse
