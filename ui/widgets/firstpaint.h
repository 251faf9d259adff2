// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

class QWidget;

namespace pilothouse {

/// Tells once, after a window has been painted for the first time; what can wait until then does not keep the
/// window away.
class FirstPaint final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window.
    explicit FirstPaint(QWidget &window);

    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void painted();

private:
    bool m_isSeen = false;
};

} // namespace pilothouse
