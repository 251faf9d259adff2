// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/closequestion.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace pilothouse {

CloseQuestion::CloseQuestion(int running, QWidget *parent)
    : DialogFrame({tr("Quit Pilothouse"), tr("%n operation(s) running", nullptr, running),
                   QStringLiteral("arrow-counterclockwise")},
                  parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new Label(tr(
        "What runs is cancelled and what it did so far is put back. The window closes when that is done."));
    text->setWrapping(true);
    body()->addWidget(text);
    Button *quit = addAction(tr("Cancel operations and quit"), ButtonKind::Primary);
    resize(560, 220);
    connect(quit, &QPushButton::clicked, this, [this] {
        emit confirmed();
        accept();
    });
}

} // namespace pilothouse
