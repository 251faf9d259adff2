// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/serviceaddress.h"

#include "core/instances/datareader.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct ServiceAddressText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceAddress)
};

} // namespace

Result<ServiceAddress> serviceAddress(const InstanceSession &session, const QString &profileUrl,
                                      const OperationContext &context)
{
    if (session.isHealthUrlInside() && session.runtime().kind() == QLatin1String("files"))
        return failure(Error{
            ErrorKind::Refused,
            session.instance().name,
            ServiceAddressText::tr("Nothing says where this service listens: the instance is only files."),
            ServiceAddressText::tr("Set the health address of the instance."),
            {}});
    QString text = profileUrl;
    const QVariantMap variables = profileParameters(session, context);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        text.replace(u'{' + variable.key() + u'}', variable->toString());
    const QUrl inside(text);
    if (session.isHealthUrlInside())
        return ServiceAddress{inside, true};
    QUrl url(session.instance().healthUrl);
    url.setPath(inside.path());
    url.setQuery(inside.query());
    return ServiceAddress{url, false};
}

} // namespace pilothouse
