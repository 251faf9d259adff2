// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/loghighlighters.h"
#include "ui/widgets/dialogframe.h"

#include <functional>

namespace pilothouse {

class EmptyState;
class HighlighterRow;
class Label;

/// Edits what stands out in the logs of a service: texts and expressions with a name and a colour.
class HighlightersDialog final : public DialogFrame
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<> &result)>;
    using Keep = std::function<void(const QList<LogHighlighter> &rules, const Done &done)>;

    HighlightersDialog(const QList<LogHighlighter> &rules, Keep keep, QWidget *parent = nullptr);

protected:
    /// Enter in a field does not close the dialog.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void add(const LogHighlighter &rule);
    void showCount();
    void keep();

    Keep m_keep;
    QList<HighlighterRow *> m_rows;
    QVBoxLayout *m_list;
    EmptyState *m_empty;
    Label *m_error;
    Button *m_add;
    Button *m_save;
};

} // namespace pilothouse
