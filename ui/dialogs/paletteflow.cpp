// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/paletteflow.h"

#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "ui/dialogs/actionflow.h"
#include "ui/dialogs/parameterdialog.h"
#include "ui/models/environment.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/commandpalette.h"

namespace pilothouse {

PaletteFlow::PaletteFlow(PaletteController &palette, FleetController &fleet, ActionFlow &actions,
                         QWidget *window)
    : QObject(window)
    , m_palette(palette)
    , m_fleet(fleet)
    , m_actions(actions)
    , m_window(window)
    , m_view(new CommandPalette(window))
{
    connect(m_view, &CommandPalette::typedChanged, &m_palette, &PaletteController::setTyped);
    connect(m_view, &CommandPalette::chosen, this, &PaletteFlow::onChosen);
    connect(m_view, &CommandPalette::instanceStepped, this, &PaletteFlow::stepInstance);
    connect(&m_palette, &PaletteController::changed, this, [this] {
        if (m_view->isVisible())
            m_view->setGroups(m_palette.groups(), m_palette.isReading());
    });
}

void PaletteFlow::setInFront(const QString &instance)
{
    const SessionPointer session = m_fleet.session(instance);
    m_view->setBadge(session ? environmentBadge(session->instance().environment) : BadgeCell{});
    m_palette.begin(instance);
}

void PaletteFlow::open(const QString &instance)
{
    m_view->open({});
    setInFront(instance);
}

void PaletteFlow::stepInstance(int by)
{
    const QStringList names = m_fleet.names();
    if (names.isEmpty())
        return;
    const qsizetype at = names.indexOf(m_palette.instance());
    setInFront(names.at((at + by + names.size()) % names.size()));
    m_palette.setTyped(m_view->typed());
}

void PaletteFlow::onChosen(const PaletteEntry &entry)
{
    m_palette.noteUsed(entry);
    emit used();
    switch (entry.kind) {
    case PaletteEntry::Kind::Action:
        startAction(entry);
        break;
    case PaletteEntry::Kind::Instance:
        emit instanceRequested(entry.target);
        break;
    case PaletteEntry::Kind::Page:
        emit pageRequested(entry.instance, entry.target, {});
        break;
    case PaletteEntry::Kind::User:
        emit pageRequested(entry.instance, QStringLiteral("users"), entry.title);
        break;
    case PaletteEntry::Kind::Backup:
        emit pageRequested(entry.instance, QStringLiteral("backups"), {});
        break;
    case PaletteEntry::Kind::Manual:
        emit manualRequested(entry.target);
        break;
    case PaletteEntry::Kind::Runbook:
        emit pageRequested(entry.instance, entry.target.section(u'/', 1), {});
        break;
    case PaletteEntry::Kind::Window:
        emit windowRequested(entry.target);
        break;
    }
}

void PaletteFlow::startAction(const PaletteEntry &entry)
{
    const SessionPointer session = m_fleet.session(entry.instance);
    const Action *action = m_actions.catalogue().action(entry.target);
    if (!session || !action)
        return;
    const bool isAsking = std::any_of(action->parameters.begin(), action->parameters.end(),
                                      [](const Parameter &parameter) { return parameter.isRequired; });
    if (!isAsking) {
        m_actions.start(session, action->id, {});
        return;
    }
    const auto choices = [this, session](Parameter::Type type) {
        ParameterChoices found;
        if (type == Parameter::Type::Database) {
            for (const DatabaseReference &database : session->databases())
                found << std::pair(database.id, database.fileName);
        } else if (type == Parameter::Type::Backup && m_palette.instance() == session->instance().name) {
            for (const PaletteEntry &backup : m_palette.backups())
                found << std::pair(backup.target, backup.title);
        }
        return found;
    };
    auto *dialog = new ParameterDialog(*action, session->instance().name, choices, m_window);
    connect(dialog, &ParameterDialog::answered, this,
            [this, session, id = action->id](const QJsonObject &arguments) {
                m_actions.start(session, id, arguments);
            });
    dialog->open();
}

} // namespace pilothouse
