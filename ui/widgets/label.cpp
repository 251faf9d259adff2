// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/label.h"

#include "core/base/foreigntext.h"

#include <QEvent>
#include <QStyle>

namespace pilothouse {
namespace {

QLatin1String nameOf(ColorRole role)
{
    static const QList<NamedColor> Colors = namedColors();
    for (const NamedColor &color : Colors) {
        if (color.role == role)
            return color.name;
    }
    return {};
}

} // namespace

Label::Label(const QString &text, TextRole role, ColorRole ink, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    setFont(fontOf(role));
    setProperty("ink", QString(nameOf(ink)));
}

void Label::setText(const QString &text)
{
    QLabel::setText(visibleText(text));
}

void Label::setRole(TextRole role)
{
    m_role = role;
    setFont(fontOf(role));
}

void Label::setInk(ColorRole ink)
{
    const QString name = nameOf(ink);
    if (property("ink") == name)
        return;
    setProperty("ink", name);
    style()->unpolish(this);
    style()->polish(this);
    setFont(fontOf(m_role)); // unpolishing took it away
}

void Label::setWrapping(bool isWrapping)
{
    setWordWrap(isWrapping);
    setTextInteractionFlags(isWrapping ? Qt::TextSelectableByMouse : Qt::NoTextInteraction);
}

bool Label::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        setFont(fontOf(m_role));
    return QLabel::event(event);
}

} // namespace pilothouse
