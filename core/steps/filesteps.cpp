// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/filesteps.h"

#include "core/plan/stepregistry.h"
#include "core/steps/filecopystep.h"
#include "core/steps/filediscardstep.h"
#include "core/steps/fileremovestep.h"
#include "core/steps/filesetmodestep.h"
#include "core/steps/filesetownerstep.h"
#include "core/steps/filewritestep.h"

namespace pilothouse {

void addFileSteps(StepRegistry &steps, FileOps &files)
{
    steps.add(std::make_unique<FileCopyStep>(files));
    steps.add(std::make_unique<FileWriteStep>(files));
    steps.add(std::make_unique<FileRemoveStep>(files));
    steps.add(std::make_unique<FileSetOwnerStep>(files));
    steps.add(std::make_unique<FileSetModeStep>(files));
    steps.add(std::make_unique<FileDiscardStep>(files));
}

} // namespace pilothouse
