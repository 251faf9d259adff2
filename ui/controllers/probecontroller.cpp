// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/probecontroller.h"

#include "core/base/clock.h"

namespace pilothouse {

Verdict verdictOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::Holds:
        return Verdict::Holds;
    case ProbeVerdict::DoesNotApply:
        return Verdict::DoesNotApply;
    case ProbeVerdict::ToKnow:
        return Verdict::ToKnow;
    case ProbeVerdict::InTheWay:
        return Verdict::InTheWay;
    case ProbeVerdict::NotKnown:
        break;
    }
    return Verdict::NotKnown;
}

ProbeController::ProbeController(ProbeServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_read(m_services.runner, this)
{
}

void ProbeController::start(SessionMaker make)
{
    m_findings.isReading = true;
    m_findings.startedAt = m_services.clock.now();
    m_read.start(
        tr("Checking what is there"),
        [make = std::move(make), engines = m_services.engines,
         send = m_services.send](const OperationContext &context) -> Result<Reading> {
            const auto session = make(context);
            if (!session)
                return Reading{{},
                               {{QStringLiteral("instance"), tr("Description"), ProbeVerdict::InTheWay,
                                 session.error().message, session.error().advice, 0}}};
            return Reading{*session, probeInstance(**session, engines, send, context)};
        },
        [this](Result<Reading> reading) {
            m_findings.isReading = false;
            m_findings.error = reading ? std::nullopt : std::optional(reading.error());
            if (reading) {
                m_session = std::move(reading->session);
                m_findings.value = std::move(reading->findings);
                m_findings.hasValue = true;
                m_findings.readAt = m_services.clock.now();
            }
            emit changed();
        });
    emit changed();
}

void ProbeController::cancel()
{
    m_read.cancel();
    m_findings.isReading = false;
    emit changed();
}

void ProbeController::clear()
{
    m_read.cancel();
    m_findings = {};
    m_session.reset();
    emit changed();
}

QString ProbeController::summary() const
{
    if (m_findings.isReading)
        return m_findings.hasValue ? tr("Reading again") : tr("Reading");
    if (m_findings.error)
        return m_findings.error->message;
    if (!m_findings.hasValue)
        return {};
    const auto count = [this](ProbeVerdict verdict) {
        const auto has = [verdict](const ProbeFinding &finding) { return finding.verdict == verdict; };
        return static_cast<int>(std::count_if(m_findings.value.begin(), m_findings.value.end(), has));
    };
    QStringList parts;
    if (const int holds = count(ProbeVerdict::Holds))
        parts << tr("%n hold", nullptr, holds);
    if (const int toKnow = count(ProbeVerdict::ToKnow))
        parts << tr("%n to know", nullptr, toKnow);
    if (const int inTheWay = count(ProbeVerdict::InTheWay))
        parts << tr("%n in the way", nullptr, inTheWay);
    if (const int notKnown = count(ProbeVerdict::NotKnown))
        parts << tr("%n not known", nullptr, notKnown);
    return parts.join(QLatin1String(", "));
}

QString ProbeController::toText() const
{
    QStringList lines{summary()};
    for (const ProbeFinding &finding : m_findings.value) {
        lines << QStringLiteral("%1: %2: %3")
                     .arg(verdictWord(verdictOf(finding.verdict)), finding.title, finding.text);
        if (!finding.advice.isEmpty())
            lines << QStringLiteral("    ") + finding.advice;
    }
    return lines.join(u'\n');
}

} // namespace pilothouse
