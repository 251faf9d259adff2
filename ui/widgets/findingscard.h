// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/monitoring/profileprobe.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class Button;
class CodeBox;
class FindingsList;

/// What a check of one thing found, with what would mend it and at most one button.
class FindingsCard final : public Card
{
    Q_OBJECT

public:
    explicit FindingsCard(const QString &title, QWidget *parent = nullptr);

    /// `snippet`: text to copy into a file that would mend it; empty: none.
    void setFindings(const QList<ProbeFinding> &findings, const QString &snippet = {});
    /// In place of findings: why nothing could be found out.
    void setError(const Error &error);
    /// A button below the findings; the caller connects it.
    Button *addAction(const QString &text, const QString &icon);

private:
    FindingsList *m_list;
    CodeBox *m_snippet;
    Button *m_copy;
};

} // namespace pilothouse
