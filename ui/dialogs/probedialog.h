// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/operationscontroller.h"
#include "ui/controllers/probecontroller.h"
#include "ui/widgets/dialogframe.h"

namespace pilothouse {

class FindingsList;

/// "Check what is there": what a probe of an instance finds, and where it differs from the profile. Only
/// reads.
class ProbeDialog final : public DialogFrame
{
    Q_OBJECT
public:
    ProbeDialog(const ProbeServices &services, const SessionPointer &session, QWidget *parent = nullptr);

    bool isReading() const { return m_probe.findings().isReading; }

private:
    void start();
    void showFindings();

    SessionPointer m_session;
    ProbeController m_probe;
    Label *m_summary;
    FindingsList *m_list;
    Button *m_again;
    Button *m_copy;
};

} // namespace pilothouse
