// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/statistics/tracememory.h"

namespace pilothouse {

TraceMemory::TraceMemory(QStringList fields)
    : m_names(std::move(fields))
{
    m_names.removeAll(QString());
    m_names.removeDuplicates();
}

void TraceMemory::complete(LogFields &fields)
{
    const QString trace = fields.value(u"trace");
    if (trace.isEmpty())
        return;
    if (m_known.size() > MostTraces)
        m_known.clear();
    LogFields said;
    for (const QString &name : m_names)
        said.add(name, fields.value(name));
    LogFields &known = m_known[trace];
    for (const LogField &field : known.list())
        fields.add(field.name, field.value);
    for (const LogField &field : known.list())
        said.add(field.name, field.value); // what was said last counts
    known = said;
}

} // namespace pilothouse
