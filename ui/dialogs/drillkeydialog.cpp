// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/drillkeydialog.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse {

DrillKeyDialog::DrillKeyDialog(const QString &instance, QWidget *parent)
    : DialogFrame({tr("Key for the drills of %1").arg(visibleLine(instance)),
                   tr("With it a drill writes its marker through the service, as a client would."),
                   QStringLiteral("key")},
                  parent)
    , m_key(new QLineEdit)
    , m_field(new LabeledField(tr("Key or token"), m_key))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setAccessibleName(tr("Key or token"));
    m_field->setHint(tr("Kept in the keychain, shown nowhere. A key that is kept already is replaced."));
    body()->addWidget(m_field);
    body()->addStretch(1);
    Button *forget = addTool(tr("Forget the kept key"), QStringLiteral("trash3"));
    Button *keep = addAction(tr("Keep the key"), ButtonKind::Primary);
    connect(keep, &QPushButton::clicked, this, &DrillKeyDialog::answer);
    connect(forget, &QPushButton::clicked, this, [this] {
        emit answered(Secret());
        accept();
    });
    m_key->setFocus();
    resize(560, 260);
}

void DrillKeyDialog::answer()
{
    Secret key(m_key->text().trimmed().toUtf8());
    if (key.isEmpty()) {
        m_field->setError(tr("Give the key."));
        return;
    }
    m_key->clear();
    emit answered(key);
    accept();
}

} // namespace pilothouse
