// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/uitestsupport.h"

#include <QTest>
#include <QWidget>

namespace pilothouse {

void showAndWait(QWidget &widget, const QSize &size)
{
    widget.resize(size);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qWarning("the window was not exposed");
}

} // namespace pilothouse
