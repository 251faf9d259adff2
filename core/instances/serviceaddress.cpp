// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/serviceaddress.h"

#include "core/instances/datareader.h"

namespace pilothouse {

ServiceAddress serviceAddress(const InstanceSession &session, const QString &profileUrl,
                              const OperationContext &context)
{
    QString text = profileUrl;
    const QVariantMap variables = profileParameters(session, context);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        text.replace(u'{' + variable.key() + u'}', variable->toString());
    const QUrl inside(text);
    if (session.isHealthUrlInside())
        return {inside, true};
    QUrl url(session.instance().healthUrl);
    url.setPath(inside.path());
    url.setQuery(inside.query());
    return {url, false};
}

} // namespace pilothouse
