// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/newsecretdialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace pilothouse {

NewSecretDialog::NewSecretDialog(const QString &operation, Secret secret, QWidget *parent)
    : DialogFrame({tr("The new secret"), operation, QStringLiteral("key")}, parent)
    , m_secret(std::move(secret))
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *sentence = new Label(tr("It is shown this once and kept nowhere. Copy it to where it is used."));
    sentence->setWrapping(true);
    body()->addWidget(sentence);
    auto *box = new CodeBox(QString::fromUtf8(m_secret.bytes()));
    box->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    box->setAccessibleName(tr("The new secret"));
    body()->addWidget(box);
    body()->addStretch(1);
    Button *copy = addAction(tr("Copy"), ButtonKind::Primary, QStringLiteral("clipboard"));
    cancelButton()->setText(tr("Close"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_secret.bytes())); });
    resize(560, 250);
}

} // namespace pilothouse
