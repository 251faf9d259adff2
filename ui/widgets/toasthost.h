// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/toast.h"

#include <QList>

namespace pilothouse {

/// Stacks toasts over the bottom right of a page. Has no window of its own, so that it works under Wayland.
class ToastHost final : public QObject
{
    Q_OBJECT

public:
    /// `page` is what the toasts lie over; it owns them and the host.
    explicit ToastHost(QWidget *page);

    void show(const ToastText &toast);
    int count() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void place();

    QWidget &m_page;
    QList<Toast *> m_toasts; // owned by the page
};

} // namespace pilothouse
