// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/highlightersdialog.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/highlighterrow.h"
#include "ui/widgets/label.h"

#include <QKeyEvent>
#include <QPointer>
#include <QVBoxLayout>

namespace pilothouse {

HighlightersDialog::HighlightersDialog(const QList<LogHighlighter> &rules, Keep keep, QWidget *parent)
    : DialogFrame({tr("Highlighters"), tr("What stands out in the logs of every instance of this service."),
                   QStringLiteral("palette")},
                  parent)
    , m_keep(std::move(keep))
    , m_list(new QVBoxLayout)
    , m_empty(new EmptyState(tr("Nothing stands out yet.")))
    , m_error(new Label({}, TextRole::Small, &Tokens::downText))
    , m_add(addTool(tr("Add a highlighter"), QStringLiteral("plus-lg")))
    , m_save(addAction(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setSpacing(8);
    m_error->setWrapping(true);
    m_error->hide();
    body()->addLayout(m_list);
    body()->addWidget(m_empty);
    body()->addWidget(m_error);
    body()->addStretch(1);
    resize(760, 440);
    for (const LogHighlighter &rule : rules)
        add(rule);
    connect(m_add, &QPushButton::clicked, this, [this] {
        LogHighlighter rule;
        rule.color = static_cast<int>(m_rows.size()) % LogHighlighter::Colors;
        add(rule);
        m_rows.last()->focusText();
    });
    connect(m_save, &QPushButton::clicked, this, &HighlightersDialog::keep);
    showCount();
}

void HighlightersDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        DialogFrame::keyPressEvent(event);
}

void HighlightersDialog::add(const LogHighlighter &rule)
{
    auto *row = new HighlighterRow(rule);
    m_rows.append(row);
    m_list->addWidget(row);
    connect(row, &HighlighterRow::removeAsked, this, [this, row] {
        m_rows.removeOne(row);
        row->deleteLater();
        showCount();
    });
    showCount();
}

void HighlightersDialog::showCount()
{
    m_empty->setVisible(m_rows.isEmpty());
    m_add->setEnabled(m_rows.size() < LogHighlighters::Most);
}

void HighlightersDialog::keep()
{
    if (m_save->isBusy())
        return;
    QList<LogHighlighter> rules;
    for (const HighlighterRow *row : std::as_const(m_rows)) {
        if (!row->rule().query.text.isEmpty()) // a row that was added and not used
            rules.append(row->rule());
    }
    m_save->setBusy(true);
    m_keep(rules, [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_save->setBusy(false);
        if (result) {
            self->accept();
            return;
        }
        const Error &error = result.error();
        const QString name = error.subject.isEmpty() ? QString() : error.subject + QStringLiteral(": ");
        self->m_error->setText(visibleText(name + error.message));
        self->m_error->show();
    });
}

} // namespace pilothouse
