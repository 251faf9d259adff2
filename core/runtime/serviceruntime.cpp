// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct ServiceRuntimeText
{
    Q_DECLARE_TR_FUNCTIONS(ServiceRuntime)
};

tl::unexpected<Error> noPlace()
{
    return failure(
        Error{ErrorKind::Refused,
              {},
              ServiceRuntimeText::tr("Pilothouse cannot add a variable to a service that runs this way."),
              ServiceRuntimeText::tr("Set it where the service is defined, and restart the service."),
              {}});
}

} // namespace

Result<VariableMap> ServiceRuntime::addedVariables(const OperationContext &)
{
    return noPlace();
}

Result<> ServiceRuntime::setAddedVariables(const VariableMap &, const OperationContext &)
{
    return noPlace();
}

} // namespace pilothouse
