// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/loadingline.h"

#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"

#include <QBoxLayout>

#include <chrono>

namespace pilothouse {

LoadingLine::LoadingLine(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(StateKind::Working))
    , m_words(new Label({}, TextRole::Small, &Tokens::text2))
    , m_stop(new Button(tr("Stop"), ButtonKind::Normal))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_words);
    row->addWidget(m_stop);
    m_stop->setSmall(true);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &LoadingLine::tell);
    connect(m_stop, &Button::clicked, this, &LoadingLine::stopAsked);
    hide();
}

void LoadingLine::start(const QString &what)
{
    m_what = what;
    m_clock.start();
    m_tick.start();
    tell();
    show();
}

void LoadingLine::stop()
{
    m_tick.stop();
    hide();
}

void LoadingLine::tell()
{
    const qint64 seconds = m_clock.elapsed() / 1000;
    m_words->setText(seconds > 0 ? tr("%1, %2 s").arg(m_what).arg(seconds) : m_what);
}

} // namespace pilothouse
