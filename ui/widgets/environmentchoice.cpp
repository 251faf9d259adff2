// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/environmentchoice.h"

#include "ui/models/environment.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int ChoiceHeight = 30;
constexpr int ChoicePadding = 12;
constexpr int ChoiceIconSize = 14;
constexpr int EnvironmentChoiceGap = 6;
constexpr double ChoiceEdgeStrength = 0.35;
constexpr qreal ChoiceRadius = 6;

/// Plain while it is not chosen; only its icon has the colour then.
class EnvironmentButton final : public QAbstractButton
{
public:
    explicit EnvironmentButton(BadgeCell badge)
        : m_badge(std::move(badge))
    {
        setText(m_badge.text);
        setCheckable(true);
        setFixedHeight(ChoiceHeight);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::ArrowCursor);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(fontOf(TextRole::Medium));
        return {2 * ChoicePadding + ChoiceIconSize + EnvironmentChoiceGap
                    + metrics.horizontalAdvance(m_badge.text) + 1,
                ChoiceHeight};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Tokens &tokens = currentTokens();
        const EnvironmentColors colors = environmentColors(m_badge.kind, tokens);
        const bool isPlain = !isChecked();
        const QColor edge = hasFocus() ? tokens.focus
                            : isPlain  ? tokens.border
                                       : (tokens.isHighContrast ? colors.text : colors.line);
        const qreal width = hasFocus() || isChecked() ? 2 : 1;
        painter.setPen(QPen(edge, width));
        painter.setBrush(isPlain ? (underMouse() ? tokens.hover : tokens.surface) : colors.soft);
        painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                                ChoiceRadius, ChoiceRadius);
        const QRectF glyph(ChoicePadding, (height() - ChoiceIconSize) / 2.0, ChoiceIconSize, ChoiceIconSize);
        paintIcon(painter, glyph, environmentIcon(m_badge.kind), colors.text);
        painter.setFont(fontOf(TextRole::Medium));
        painter.setPen(isPlain ? tokens.text : colors.text);
        painter.drawText(rect().adjusted(ChoicePadding + ChoiceIconSize + EnvironmentChoiceGap, 0, 0, 0),
                         Qt::AlignVCenter, m_badge.text);
    }

    bool event(QEvent *event) override
    {
        if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
            update();
        return QAbstractButton::event(event);
    }

private:
    BadgeCell m_badge;
};

} // namespace

QString environmentPolicy(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return EnvironmentChoice::tr(
            "Production: read-only until it is unlocked for some minutes; each unlock is in the audit.");
    case Environment::Staging:
        return EnvironmentChoice::tr("Staging: never locked; what disturbs the service is asked first.");
    case Environment::Development:
        return EnvironmentChoice::tr("Development: never locked; what disturbs the service is asked first.");
    case Environment::Unstated:
        break;
    }
    return EnvironmentChoice::tr("Not chosen: it is treated as development and carries no colour.");
}

EnvironmentChoice::EnvironmentChoice(QWidget *parent)
    : QWidget(parent)
    , m_policy(new Label({}, TextRole::Small, &Tokens::text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (const Environment one : {Environment::Production, Environment::Staging, Environment::Development}) {
        auto *button = new EnvironmentButton(environmentBadge(one));
        row->addWidget(button);
        m_buttons.append({one, button});
        connect(button, &QAbstractButton::clicked, this, [this, one](bool isChecked) {
            setEnvironment(isChecked ? one : Environment::Unstated);
            emit changed();
        });
    }
    row->addStretch(1);
    column->addLayout(row);
    m_policy->setWordWrap(true);
    column->addWidget(m_policy);
    setFocusProxy(m_buttons.first().second);
    setEnvironment(Environment::Unstated);
}

void EnvironmentChoice::setEnvironment(Environment environment)
{
    m_environment = environment;
    for (const auto &[one, button] : m_buttons)
        button->setChecked(one == environment);
    m_policy->setText(environmentPolicy(environment));
}

} // namespace pilothouse
