// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

class Button;
class Label;

/// What stands where there is nothing to show: one sentence and at most one button.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// Without a button text there is no button.
    explicit EmptyState(const QString &sentence, const QString &buttonText = {},
                        const QString &buttonIcon = {}, QWidget *parent = nullptr);

    void setSentence(const QString &sentence);
    Button *button() const { return m_button; }

private:
    Label *m_sentence;
    Button *m_button = nullptr;
};

} // namespace pilothouse
