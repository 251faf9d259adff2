// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/trayicon.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statemark.h"

#include <QMenu>
#include <QPainter>
#include <QSystemTrayIcon>

namespace pilothouse {

TrayIcon::TrayIcon(QObject *parent)
    : QObject(parent)
    , m_menu(std::make_unique<QMenu>())
{
    connect(m_menu->addAction(tr("Show Pilothouse")), &QAction::triggered, this, &TrayIcon::showRequested);
    connect(m_menu->addAction(tr("Back up all")), &QAction::triggered, this, &TrayIcon::backUpAllRequested);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &TrayIcon::quitRequested);
    if (!QSystemTrayIcon::isSystemTrayAvailable())
        return;
    m_icon = new QSystemTrayIcon(this);
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger)
            emit showRequested();
    });
    connect(m_icon, &QSystemTrayIcon::messageClicked, this, &TrayIcon::showRequested);
    setState(StateKind::NotChecked, 0, {});
    m_icon->show();
}

TrayIcon::~TrayIcon() = default;

void TrayIcon::setState(StateKind state, int instances, const QString &worstName)
{
    if (!m_icon)
        return;
    m_icon->setIcon(iconOf(state));
    m_icon->setToolTip(textOf(state, instances, worstName));
}

void TrayIcon::tell(const Notice &notice)
{
    if (m_icon && QSystemTrayIcon::supportsMessages())
        m_icon->showMessage(notice.title, notice.body,
                            notice.isFailure ? QSystemTrayIcon::Warning : QSystemTrayIcon::Information);
}

QIcon TrayIcon::iconOf(StateKind state)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap picture = applicationIcon().pixmap(size, size);
        picture.setDevicePixelRatio(1);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const qreal mark = size * 0.58;
        paintStateMark(painter, QRectF(size - mark, size - mark, mark, mark), state, currentTokens());
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

QString TrayIcon::textOf(StateKind state, int instances, const QString &worstName)
{
    if (instances == 0)
        return tr("Pilothouse: no instance yet");
    const QString count = tr("%n instance(s)", nullptr, instances);
    if (state == StateKind::Healthy || worstName.isEmpty())
        return tr("Pilothouse: %1, %2").arg(count, stateWord(state));
    return tr("Pilothouse: %1. %2: %3").arg(count, visibleLine(worstName), stateWord(state));
}

} // namespace pilothouse
