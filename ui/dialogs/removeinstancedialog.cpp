// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/removeinstancedialog.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/verdictmark.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace pilothouse {

RemoveInstanceDialog::RemoveInstanceDialog(FleetController &fleet, const QString &name, QWidget *parent)
    : DialogFrame({tr("Remove %1 from the list").arg(name),
                   tr("Pilothouse forgets it. Nothing else is touched."), QStringLiteral("dash-circle")},
                  parent)
    , m_fleet(fleet)
    , m_name(name)
    , m_todo(new Banner)
    , m_remove(addAction(tr("Remove %1 from the list").arg(mnemonicSafe(name)), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_todo->hide();
    body()->addWidget(m_todo);
    if (const SessionPointer session = fleet.session(name))
        addSentences(*session);
    body()->addStretch(1);
    resize(600, 360);
    connect(m_remove, &QPushButton::clicked, this, &RemoveInstanceDialog::remove);
}

void RemoveInstanceDialog::addSentences(const InstanceSession &session)
{
    QList<std::pair<Verdict, QString>> sentences{
        {Verdict::Holds, tr("The service stays as it is, running or not.")},
        {Verdict::Holds,
         tr("Its data stays in %1.")
             .arg(session.isMirrored() ? session.containerFolder() : session.instance().dataDir)},
        {Verdict::Holds, tr("Its backups and safety copies stay in %1.").arg(session.backupFolder())},
        {Verdict::Holds, tr("The audit keeps what was done to it.")},
        {Verdict::ToKnow,
         tr("What was measured of it is forgotten. Adding it again starts with empty charts.")}};
    if (session.runtime().kind() == QLatin1String("process"))
        sentences << std::pair{
            Verdict::ToKnow, tr("So is what Pilothouse gives it at each start: started by other means it has "
                                "its old level and signing secret.")};
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(10);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const auto &[verdict, sentence] : std::as_const(sentences)) {
        auto *text = new Label(visibleLine(sentence));
        text->setWrapping(true);
        grid->addWidget(new VerdictMark(verdict), row, 0, Qt::AlignTop);
        grid->addWidget(text, row++, 1);
    }
    body()->addLayout(grid);
}

/// Something to be done first is no fault: what it is and how stands above the rest.
void RemoveInstanceDialog::tell(const Error &error)
{
    const bool isToDo = error.kind == ErrorKind::Refused;
    m_todo->setVisible(isToDo);
    if (isToDo)
        m_todo->setBanner({StateKind::Warning, visibleLine(error.message), visibleText(error.advice)});
    else
        setFootNote(tr("Not removed: %1").arg(visibleLine(error.message)), true);
}

void RemoveInstanceDialog::remove()
{
    m_remove->setBusy(true);
    setFootNote({});
    m_fleet.remove(m_name, this, [this](const Result<> &done) {
        m_remove->setBusy(false);
        if (!done) {
            tell(done.error());
            return;
        }
        emit removed(m_name);
        accept();
    });
}

} // namespace pilothouse
