// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicesteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/composereplacestep.h"
#include "core/steps/composerunstep.h"
#include "core/steps/containersetlimitsstep.h"
#include "core/steps/expecthttpstep.h"
#include "core/steps/expectlogsstep.h"
#include "core/steps/expectrunningstep.h"
#include "core/steps/httpcallstep.h"
#include "core/steps/imagefetchstep.h"
#include "core/steps/logsmarkstep.h"
#include "core/steps/serviceaddvariablesstep.h"
#include "core/steps/servicefencestep.h"
#include "core/steps/servicenewsecretstep.h"
#include "core/steps/servicerecreatestep.h"
#include "core/steps/servicerestartstep.h"
#include "core/steps/servicestartstep.h"
#include "core/steps/servicestopstep.h"
#include "core/steps/serviceunfencestep.h"
#include "core/steps/servicewaithealthystep.h"

namespace pilothouse {

void addServiceSteps(StepRegistry &steps, const HttpClient &http)
{
    steps.add(std::make_unique<ServiceStopStep>());
    steps.add(std::make_unique<ServiceStartStep>());
    steps.add(std::make_unique<ServiceRestartStep>());
    steps.add(std::make_unique<ServiceFenceStep>());
    steps.add(std::make_unique<ServiceUnfenceStep>());
    steps.add(std::make_unique<ServiceWaitHealthyStep>(http));
    steps.add(std::make_unique<ServiceAddVariablesStep>());
    steps.add(std::make_unique<ContainerSetLimitsStep>());
    steps.add(std::make_unique<HttpCallStep>(http));
    steps.add(std::make_unique<ExpectHttpStep>(http));
    steps.add(std::make_unique<ExpectRunningStep>());
    steps.add(std::make_unique<LogsMarkStep>());
    steps.add(std::make_unique<ExpectLogsStep>());
    steps.add(std::make_unique<ServiceNewSecretStep>());
    steps.add(std::make_unique<ExpectNewSecretStep>());
    steps.add(std::make_unique<ComposeRunStep>());
    steps.add(std::make_unique<ComposeReplaceStep>());
    steps.add(std::make_unique<ImagePullStep>());
    steps.add(std::make_unique<ImageLoadStep>());
    steps.add(std::make_unique<ServiceRecreateStep>());
    steps.add(std::make_unique<ServiceExchangeStep>());
    steps.add(std::make_unique<ContainerRemoveStep>());
}

} // namespace pilothouse
